import { sql, type Kysely } from 'kysely'

// A fund invites its network into one draft: the rules and the example people, and nobody's membership.
export async function up(db: Kysely<unknown>) {
  // The invitation hangs out of the fund, where the network's officers find it. It stands until somebody of the fund ends it, or the draft
  // ends; then another may follow. Which draft it opens is asked in the fund's own rows.
  await sql`
    create table draft_guests (
      network_id uuid not null,
      issuer_id  uuid not null default current_fund(),
      id         uuid not null,
      draft_id   uuid not null,
      invited_at timestamptz not null,
      invited_by uuid not null,
      ended_at   timestamptz,
      ended_by   uuid,
      primary key (network_id, id),
      foreign key (network_id, issuer_id) references funds (network_id, id) on delete restrict,
      check ((ended_at is null) = (ended_by is null))
    )`.execute(db)
  await sql`create unique index draft_guests_invited_once on draft_guests (network_id, issuer_id, draft_id) where ended_at is null`.execute(db)
  await sql`select confine_to_network('draft_guests')`.execute(db)
  await sql`grant select on draft_guests to sajja_network`.execute(db)
  await sql`grant select, insert (network_id, id, draft_id, invited_at, invited_by), update (ended_at, ended_by) on draft_guests to sajja_fund`.execute(db)

  // What was done as a guest stays told apart from what the fund did itself, whatever becomes of the person.
  await sql`alter table draft_events add column as_guest boolean not null default false`.execute(db)
  await sql`grant insert (as_guest) on draft_events to sajja_fund`.execute(db)
  await sql`alter table neighbours add column as_guest boolean not null default false`.execute(db)
  await sql`grant insert (as_guest), update (as_guest) on neighbours to sajja_fund`.execute(db)
}

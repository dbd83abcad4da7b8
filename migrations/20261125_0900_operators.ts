import { sql, type Kysely } from 'kysely'

// Why a host closed a fund's door, who did and when, and who opened it again. The host's own record: no other door shows it. What was
// recorded of a suspension is never changed; it is only ended, once.
export async function up(db: Kysely<unknown>) {
  await sql`
    create table fund_suspensions (
      fund_id      uuid not null references funds on delete restrict,
      suspended_at timestamptz not null,
      suspended_by uuid not null references people on delete restrict,
      reason       text not null check (reason <> ''),
      reopened_at  timestamptz,
      reopened_by  uuid references people on delete restrict,
      primary key (fund_id, suspended_at),
      check ((reopened_at is null) = (reopened_by is null))
    )`.execute(db)
  await sql`create unique index one_suspension_at_a_time on fund_suspensions (fund_id) where reopened_at is null`.execute(db)
  await sql`
    grant select, insert (fund_id, suspended_at, suspended_by, reason), update (reopened_at, reopened_by) on fund_suspensions to sajja_operator`.execute(db)
}

import { sql, type Kysely } from 'kysely'

// The library: packs that funds and networks share, each version a snapshot that is never changed. It holds rules and invented people.
export async function up(db: Kysely<unknown>) {
  await nameOwners(db)
  await keepSharedPacks(db)
  await keepEndorsements(db)
}

async function nameOwners(db: Kysely<unknown>) {
  // A pack's id is whose it was first, on the whole host: a fund's, a network's, or of who signed the file that it came in. No more is
  // told of it than that, and nobody gives an id to another.
  await sql`
    create table pack_owners (
      pack_id text primary key check (pack_id ~ '^[a-z][a-z0-9-]{0,59}$'),
      owner   text not null,
      unique (pack_id, owner)
    )`.execute(db)
  await sql`alter table pack_owners enable row level security, force row level security`.execute(db)
  await sql`create policy owned_by_fund on pack_owners for insert to sajja_fund with check (owner = current_fund()::text or owner like 'signed by %')`.execute(db)
  await sql`create policy owned_by_network on pack_owners for insert to sajja_network with check (owner = current_network()::text or owner like 'signed by %')`.execute(db)
  await sql`grant insert (pack_id, owner) on pack_owners to sajja_fund, sajja_network`.execute(db)
}

async function keepSharedPacks(db: Kysely<unknown>) {
  // Shared by a fund, the issuer, or by the network, of no fund. What came in as a file bears who signed it. A version that is withdrawn
  // stays, for it is the base of upgrades. Two who share at once get the same position, and one of them is refused.
  await sql`
    create table shared_packs (
      network_id       uuid not null,
      issuer_id        uuid,
      id               uuid not null,
      pack_id          text not null,
      owner            text not null,
      version          text not null check (version ~ '^[0-9]{1,4}[.][0-9]{1,4}[.][0-9]{1,4}$'),
      position         bigint not null check (position > 0),
      hash             text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
      title            jsonb not null check (jsonb_typeof(title) = 'object'),
      benefits         jsonb not null check (jsonb_typeof(benefits) = 'array'),
      definition       json not null check (json_typeof(definition) = 'object'),
      cases            json check (json_typeof(cases) = 'object'),
      note_th          text check (note_th <> ''),
      note_en          text check (note_en <> ''),
      reach            text not null check (reach in ('fund', 'province', 'all')),
      signer           text check (signer <> ''),
      shared_at        timestamptz not null,
      shared_by        uuid not null,
      withdrawn_at     timestamptz,
      withdrawn_by     uuid,
      withdrawn_reason text check (withdrawn_reason <> ''),
      primary key (network_id, id),
      constraint shared_packs_version unique nulls not distinct (network_id, issuer_id, pack_id, version),
      constraint shared_packs_position unique nulls not distinct (network_id, issuer_id, pack_id, position),
      foreign key (network_id, issuer_id) references funds (network_id, id) on delete restrict,
      constraint shared_packs_owner foreign key (pack_id, owner) references pack_owners (pack_id, owner) on delete restrict,
      check (signer is not null or owner = coalesce(issuer_id, network_id)::text),
      check (issuer_id is not null or reach <> 'fund'),
      check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
    )`.execute(db)
  await sql`alter table shared_packs enable row level security, force row level security`.execute(db)
  await sql`create policy own_issue on shared_packs to sajja_fund using (issuer_id = current_fund())`.execute(db)
  await sql`create policy own_network on shared_packs to sajja_network using (network_id = current_network() and reach <> 'fund') with check (network_id = current_network() and issuer_id is null)`.execute(db)
  await sql`create policy reaching_all on shared_packs for select to sajja_network using (reach = 'all')`.execute(db)
  for (const door of ['sajja_fund', 'sajja_network']) {
    await sql`
      grant select, insert (network_id, issuer_id, id, pack_id, owner, version, position, hash, title, benefits, definition, cases, note_th, note_en, reach, signer, shared_at, shared_by),
        update (withdrawn_at, withdrawn_by, withdrawn_reason) on shared_packs to ${sql.id(door)}`.execute(db)
  }
}

async function keepEndorsements(db: Kysely<unknown>) {
  // A network says of a pack that it is good. It reaches as far as the pack did then.
  await sql`
    create table endorsements (
      network_id  uuid not null,
      id          uuid not null,
      pack_id     text not null,
      version     text not null,
      reach       text not null check (reach in ('province', 'all')),
      note        text not null check (note <> ''),
      endorsed_at timestamptz not null,
      endorsed_by uuid not null,
      ended_at    timestamptz,
      ended_by    uuid,
      primary key (network_id, id),
      foreign key (network_id) references networks on delete restrict,
      check ((ended_at is null) = (ended_by is null))
    )`.execute(db)
  await sql`create unique index one_endorsement_of_a_pack on endorsements (network_id, pack_id) where ended_at is null`.execute(db)
  await sql`alter table endorsements enable row level security, force row level security`.execute(db)
  await sql`create policy own_network on endorsements to sajja_network using (network_id = current_network())`.execute(db)
  await sql`create policy reaching_all on endorsements for select to sajja_network using (reach = 'all')`.execute(db)
  await sql`grant select, insert (network_id, id, pack_id, version, reach, note, endorsed_at, endorsed_by), update (ended_at, ended_by) on endorsements to sajja_network`.execute(db)
}

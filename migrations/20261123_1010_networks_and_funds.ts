import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // A network is the funds of a province, who learn from each other.
  await sql`
    create table networks (
      id            uuid primary key,
      slug          text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
      name_th       text not null,
      name_en       text not null,
      province_code text not null check (province_code ~ '^[0-9]{2}$')
    )`.execute(db)

  // A fund has its own id: tambons are shared, split and renamed. What it was called, where, and under which kind of local
  // government stands in its profiles, each from its day on. Its slug is its address, for which nobody names the network.
  await sql`
    create table funds (
      id         uuid primary key,
      network_id uuid not null references networks on delete restrict,
      slug       text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
      profiles   jsonb not null check (jsonb_typeof(profiles) = 'array' and jsonb_array_length(profiles) > 0),
      unique (network_id, id)
    )`.execute(db)

  // Both are public: the gate finds the fund that an address names, before anyone's rows are touched. Only the host writes them.
  await sql`grant select on networks, funds to sajja_gate, sajja_fund, sajja_network, sajja_operator`.execute(db)
  await sql`grant insert (id, slug, name_th, name_en, province_code), update (name_th, name_en) on networks to sajja_operator`.execute(db)
  await sql`grant insert (id, network_id, slug, profiles), update (profiles) on funds to sajja_operator`.execute(db)
}

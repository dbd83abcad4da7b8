import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // The ten invented people whom a network compares its funds by, as its officers have changed them: one that has no row, or whose row holds
  // nothing, is the standard one. Put back, the row stays, so that a version seen before is never seen again. Of no fund, hence of no issuer.
  await sql`
    create table network_neighbours (
      network_id uuid not null references networks on delete restrict,
      issuer_id  uuid check (issuer_id is null),
      id         text not null,
      definition json check (json_typeof(definition) = 'object'),
      version    bigint not null check (version > 0),
      at         timestamptz not null,
      by_id      uuid not null,
      primary key (network_id, id)
    )`.execute(db)
  await sql`select confine_to_network('network_neighbours')`.execute(db)
  await sql`
    grant select, insert (network_id, id, definition, version, at, by_id), update (definition, version, at, by_id)
    on network_neighbours to sajja_network`.execute(db)
}

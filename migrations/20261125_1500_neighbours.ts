import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // A fund's own example people: somebody invented, an event, and what the rules must say of it. A draft under which one of them comes out
  // otherwise is not put to a meeting, so who changed an expectation last is kept. The definition is json: see regulations.
  await sql`
    create table neighbours (
      fund_id    uuid not null default current_fund() references funds on delete restrict,
      id         uuid not null,
      definition json not null check (json_typeof(definition) = 'object'),
      version    bigint not null check (version > 0),
      at         timestamptz not null,
      by_id      uuid not null,
      primary key (fund_id, id)
    )`.execute(db)
  await sql`select confine_to_fund('neighbours')`.execute(db)
  await sql`
    grant select, insert (id, definition, version, at, by_id), update (definition, version, at, by_id), delete
    on neighbours to sajja_fund`.execute(db)
}

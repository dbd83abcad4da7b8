import { sql, type Kysely } from 'kysely'

// Whose rows a transaction may see is asked of every table of every query. As one expression PostgreSQL writes it into the plan, where a
// function in its own language is called for every row. A transaction that names nobody is refused as loudly: the setting is unknown, or
// left empty by the transaction before, and neither is a uuid.
export async function up(db: Kysely<unknown>) {
  for (const scope of ['fund', 'network']) {
    await sql`
      create or replace function ${sql.raw(`current_${scope}`)}() returns uuid language sql stable parallel safe
        as $$ select current_setting(${sql.lit(`app.${scope}_id`)})::uuid $$`.execute(db)
  }
}

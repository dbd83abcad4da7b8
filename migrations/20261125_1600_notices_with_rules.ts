import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // What a fund has put in force hangs beside its list of benefits, whole, so that the funds of a province can be compared clause by
  // clause without anybody entering one of them. It was public before; json, since jsonb forgets the order of its authors.
  await sql`alter table notices add column hash text check (hash ~ '^sha256:[0-9a-f]{64}$'), add column definition json check (json_typeof(definition) = 'object')`.execute(db)

  // The sheets that hang there already are filled fund by fund, from each fund's own regulations; for that the owner is let past the wall.
  await sql`alter table notices no force row level security`.execute(db)
  await sql`
    do $$ declare fund record; begin
      for fund in select id from funds loop
        perform set_config('app.fund_id', fund.id::text, true);
        update notices set hash = regulations.hash, definition = regulations.definition
          from regulations where notices.issuer_id = fund.id and regulations.fund_id = fund.id and regulations.id = notices.regulation_id;
      end loop;
      perform set_config('app.fund_id', '', true);
    end $$`.execute(db)
  await sql`alter table notices force row level security`.execute(db)
  await sql`alter table notices alter column hash set not null, alter column definition set not null`.execute(db)
  await sql`grant insert (hash, definition) on notices to sajja_fund`.execute(db)
}

import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // Of a request that its sender may repeat, what it made is kept and not how that was told: an answer kept by one version of the program
  // is nothing that the next can give out, and what stands in it stood here twice. Every answer so far names what it made as its id.
  await sql`alter table repeatable_requests add column made_id uuid`.execute(db)
  await sql`
    do $$
    declare fund uuid;
    begin
      for fund in select id from funds loop
        perform set_config('app.fund_id', fund::text, true);
        update repeatable_requests set made_id = (answer ->> 'id')::uuid;
      end loop;
      perform set_config('app.fund_id', '', true);
    end $$`.execute(db)
  await sql`alter table repeatable_requests drop column answer`.execute(db)
  await sql`grant update (made_id) on repeatable_requests to sajja_fund`.execute(db)
}

import { sql, type Kysely } from 'kysely'

// What the tables of all later migrations stand on: whose rows a transaction may see is named once, at its beginning, and a
// transaction that names nobody is refused loudly instead of being shown nothing.
export async function up(db: Kysely<unknown>) {
  await sql`
    create function current_fund() returns uuid language plpgsql stable parallel safe as $$
    declare named text := nullif(current_setting('app.fund_id', true), '');
    begin
      if named is null then
        raise exception 'no fund in scope' using errcode = 'insufficient_privilege';
      end if;
      return named::uuid;
    end $$`.execute(db)

  await sql`
    create function current_network() returns uuid language plpgsql stable parallel safe as $$
    declare named text := nullif(current_setting('app.network_id', true), '');
    begin
      if named is null then
        raise exception 'no network in scope' using errcode = 'insufficient_privilege';
      end if;
      return named::uuid;
    end $$`.execute(db)

  // A table of a fund. Forced, so that even its owner sees one fund at a time; no sub-query, which distributed PostgreSQL refuses.
  await sql`
    create function confine_to_fund(confined regclass) returns void language plpgsql as $$
    begin
      execute format('alter table %s enable row level security, force row level security', confined);
      execute format('create policy own_fund on %s using (fund_id = current_fund())', confined);
    end $$`.execute(db)

  // A table of a network: its funds hang up rows of their own, and the network reads what its funds have hung up.
  await sql`
    create function confine_to_network(confined regclass) returns void language plpgsql as $$
    begin
      execute format('alter table %s enable row level security, force row level security', confined);
      execute format('create policy own_issue on %s to sajja_fund using (issuer_id = current_fund())', confined);
      execute format('create policy own_network on %s to sajja_network using (network_id = current_network())', confined);
    end $$`.execute(db)

  await sql`revoke all on function confine_to_fund(regclass), confine_to_network(regclass) from public`.execute(db)
  await sql`revoke all on schema public from public`.execute(db)
  await sql`grant usage on schema public to sajja_gate, sajja_fund, sajja_network, sajja_operator`.execute(db)
}

import type postgres from 'postgres'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeSchema } from '../../server/db/catalogue.ts'
import { newDatabase } from '../database.ts'
import { faultsOf } from './faults.ts'

test('every wall between funds stands', async () => {
  const { superuser } = await newDatabase()

  expect(await faultsOf(superuser)).toEqual([])
})

test('schema.ts is what the database says of itself (else: scripts/describe.ts)', async () => {
  const { owner } = await newDatabase()

  expect(readFileSync('server/db/schema.ts', 'utf8')).toBe(await describeSchema(owner))
})

// Each wall is broken once, and the catalogue must say which.
const breaches: [what: string, breach: string, fault: string][] = [
  ['a dropped policy', 'drop policy own_fund on regulations', 'regulations: policies [] instead of own_fund (fund_id = current_fund()) for everyone'],
  ['row-level security turned off', 'alter table regulations disable row level security', 'regulations: row-level security is not enabled'],
  ['row-level security that spares the owner', 'alter table regulations no force row level security', 'regulations: row-level security is not forced'],
  ['a second policy', 'create policy peek on regulations for select using (true)', 'regulations: policies [own_fund, peek] instead of own_fund (fund_id = current_fund()) for everyone'],
  ['a wider policy', 'alter policy own_fund on regulations using (fund_id = current_fund() or number = 1)', 'regulations: policies [own_fund] instead of own_fund (fund_id = current_fund()) for everyone'],
  ['a primary key without the fund first', 'alter table regulations drop constraint regulations_pkey cascade, add primary key (id, fund_id)', 'regulations: fund_id does not lead regulations_pkey'],
  ['a unique key without the fund first', 'create unique index by_hash on regulations (hash)', 'regulations: fund_id does not lead by_hash'],
  ['a foreign key without the fund first', 'alter table regulations add column follows uuid, add unique (fund_id, id, follows), add constraint follows foreign key (id) references networks (id)', 'regulations: fund_id does not lead follows'],
  ['a foreign key that cascades', 'alter table regulations drop constraint regulations_fund_id_fkey, add foreign key (fund_id) references funds on delete cascade', 'regulations: regulations_fund_id_fkey is not on delete restrict'],
  ['a table without a fund', 'create table strays (id uuid primary key)', 'strays: neither of a fund, nor of a network, nor of the gate, nor of the host, nor public'],
  ['a dropped policy of the network', 'drop policy own_network on notices', 'notices: policies [own_issue] instead of own_issue and own_network'],
  ['a superuser behind a door', 'alter role sajja_fund superuser', 'sajja_fund: superuser'],
  ['a role that bypasses', 'alter role sajja_network bypassrls', 'sajja_network: bypassrls'],
  ['a role that owns', 'alter table notices owner to sajja_fund', 'sajja_fund: owns notices'],
  ['a role inside another', 'grant sajja_network to sajja_gate', 'sajja_gate: member of sajja_network'],
  ['publications that can be changed', 'grant update on regulations to sajja_fund', 'grants: sajja_fund update regulations'],
  ['a network that reads the tables of a fund', 'grant select on regulations to sajja_network', 'grants: sajja_network select regulations'],
  ['a fund that reads who works elsewhere', 'grant select on fund_roles to sajja_fund', 'grants: sajja_fund select fund_roles'],
  ['an operator who reads sessions', 'grant select on sessions to sajja_operator', 'grants: sajja_operator select sessions'],
  ['a table for everyone', 'grant select on funds to public', 'grants: public select funds'],
  ['a trigger', 'create function nothing() returns trigger language plpgsql as $$ begin return new; end $$; create trigger watch before insert on funds for each row execute function nothing()', 'funds: has a trigger watch'],
]

test.each(breaches)('the catalogue notices %s', async (_what, breach, fault) => {
  const { superuser } = await newDatabase()

  expect(await faultsAfter(superuser, breach)).toContain(fault)
})

/** Roles are the server's and not the database's, so a breach is undone where it was made. */
async function faultsAfter(superuser: postgres.Sql, breach: string): Promise<string[]> {
  let faults: string[] = []
  const undone = new Error('undone')
  await superuser.begin(async (sql) => {
    await sql.unsafe(breach)
    faults = await faultsOf(sql)
    throw undone
  }).catch((error: unknown) => { if (error !== undone) throw error })
  return faults
}

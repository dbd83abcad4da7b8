import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startEmbedded, type Embedded } from '../../server/db/embedded.ts'
import { migrate } from '../../server/db/migrate.ts'
import { openDoors } from '../../server/db/scope.ts'
import { derivePassword, keptSecret } from '../../server/db/secret.ts'
import { StartRefused } from '../../server/start-refused.ts'
import { SECRET, withDatabase, withUser } from '../database.ts'

// Roles are the server's and not a database's: what is done to them here needs a server of its own.
const folder = mkdtempSync(join(tmpdir(), 'sajja-owner-'))
let embedded: Embedded
let superuser: postgres.Sql

beforeAll(async () => {
  embedded = await startEmbedded(folder, (error) => { throw error })
  superuser = postgres(withUser(withDatabase(embedded.ownerUrl, 'postgres'), 'postgres', derivePassword(keptSecret(folder), 'postgres')), { max: 1, onnotice: () => undefined })
})
afterAll(async () => {
  await superuser.end()
  await embedded.stop()
  rmSync(folder, { recursive: true })
})

test('an owner who may not make roles is told what an administrator runs, and with that it works', async () => {
  await superuser`create role plain login password 'plain'`
  await superuser`create database plain owner plain`
  const url = withUser(withDatabase(embedded.ownerUrl, 'plain'), 'plain', 'plain')
  const refused = await migrate(url, SECRET).catch((error: unknown) => error)

  if (!(refused instanceof StartRefused)) throw new Error('the owner may not make roles')
  const statements = refused.text.en.split('\n').slice(1)
  expect(statements).toHaveLength(4)
  await superuser.unsafe(statements.join('\n'))
  await migrate(url, SECRET)
  expect(await gateOf(url, SECRET)).toEqual([])
})

test('with another SECRET the doors get other passwords', async () => {
  await superuser`alter role sajja_owner createrole`
  await superuser.unsafe('grant sajja_gate, sajja_fund, sajja_network, sajja_operator to sajja_owner with admin option')
  await migrate(embedded.ownerUrl, 'another secret, which is long enough')

  expect(await gateOf(embedded.ownerUrl, 'another secret, which is long enough')).toEqual([])
  await expect(gateOf(embedded.ownerUrl, SECRET)).rejects.toThrow('password authentication failed')
})

test.each([
  ['bypasses row-level security', 'alter role sajja_fund bypassrls', 'alter role sajja_fund nobypassrls', 'bypassrls'],
  ['may make roles', 'alter role sajja_gate createrole', 'alter role sajja_gate nocreaterole', 'createrole'],
  ['is inside another role', 'grant sajja_owner to sajja_network granted by postgres', 'revoke sajja_owner from sajja_network', 'member of sajja_owner'],
  ['owns a table', 'create table public.own (); alter table public.own owner to sajja_operator', 'drop table public.own', 'owner of pg_class'],
])('a door whose role %s is not opened', async (_what, breach, repair, power) => {
  await superuser.unsafe('revoke sajja_gate, sajja_fund, sajja_network, sajja_operator from sajja_owner cascade')
  await superuser.unsafe(breach)
  onTestFinished(async () => { await superuser.unsafe(repair) })

  await expect(migrate(embedded.ownerUrl, 'another secret, which is long enough')).rejects.toThrow(`could get around the walls between funds (${power}`)
})

test('data of a newer program is left alone', async () => {
  const owner = postgres(embedded.ownerUrl, { max: 1 })
  await owner`insert into kysely_migration (name, timestamp) values ('29991231_0000_later', '2999-12-31')`
  await owner.end()

  await expect(migrate(embedded.ownerUrl, 'another secret, which is long enough')).rejects.toThrow('A newer version of the program has written this data')
})

test('the embedded server listens on loopback only, keeps checksums, and knows no password but scram', async () => {
  const [settings] = await superuser`
    select current_setting('listen_addresses') as listens, current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
      current_setting('unix_socket_directories') as sockets, (select array_agg(distinct auth_method) from pg_hba_file_rules) as methods`

  expect(settings).toEqual({ listens: '127.0.0.1', checksums: 'on', fsync: 'on', sockets: '', methods: ['scram-sha-256'] })
})

async function gateOf(ownerUrl: string, secret: string) {
  const doors = openDoors(ownerUrl, secret)
  return doors.atGate((rows) => rows.selectFrom('funds').select('id').execute()).finally(doors.close)
}

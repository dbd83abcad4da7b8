import { globSync, mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { Kysely } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import postgres from 'postgres'
import { inject, onTestFinished } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { findPostmaster, isRunning, stopPostmaster } from '../server/db/postmaster.ts'
import { openDoors } from '../server/db/scope.ts'
import { derivePassword, keptSecret } from '../server/db/secret.ts'

const TEMPLATE = 'template_sajja'
export const SECRET = 'the secret of the tests, which guards nothing'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
    superuserUrl: string
  }
}

/** One PostgreSQL for the whole run, with a migrated database to copy. */
export default async function startDatabase(project: TestProject) {
  await clearKilledRuns()
  const folder = resolve('.tmp', `tests-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const embedded = await startEmbedded(folder, (error) => { throw error })
  const superuser = { name: 'postgres', password: derivePassword(keptSecret(folder), 'postgres') }
  const superuserUrl = withUser(withDatabase(embedded.ownerUrl, 'postgres'), superuser.name, superuser.password)

  // What a test writes need not outlive a power cut.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await asSuperuser(superuserUrl, (sql) => sql.unsafe(`alter system set ${setting} = off`))
  await asSuperuser(superuserUrl, (sql) => sql`select pg_reload_conf()`)
  await asSuperuser(superuserUrl, (sql) => sql.unsafe(`create database ${TEMPLATE} owner sajja_owner template template0`))
  await migrate(withDatabase(embedded.ownerUrl, TEMPLATE), SECRET)
  project.provide('ownerUrl', embedded.ownerUrl)
  project.provide('superuserUrl', superuserUrl)

  return async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true })
  }
}

/** A run that was killed has left its PostgreSQL behind. */
async function clearKilledRuns() {
  for (const name of globSync('tests-*', { cwd: '.tmp' })) {
    if (isRunning(Number(name.slice('tests-'.length)))) continue
    const left = findPostmaster(resolve('.tmp', name, 'postgres'))
    if (left) await stopPostmaster(left.pid)
    rmSync(resolve('.tmp', name), { recursive: true, force: true })
  }
}

/** A migrated database of its own for the running test, dropped at its end, and the doors to it. */
export async function newDatabase() {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const superuserUrl = inject('superuserUrl')
  await asSuperuser(superuserUrl, (sql) => sql.unsafe(`create database ${name} owner sajja_owner template ${TEMPLATE} strategy file_copy`)) // a third of the work of writing it to the log

  const ownerUrl = withDatabase(inject('ownerUrl'), name)
  const doors = openDoors(ownerUrl, SECRET)
  const owner = postgres(ownerUrl, { max: 1, fetch_types: false, onnotice: () => undefined })
  const superuser = postgres(withDatabase(superuserUrl, name), { max: 1, fetch_types: false })
  onTestFinished(async () => {
    await Promise.all([doors.close(), owner.end(), superuser.end()])
    await asSuperuser(superuserUrl, (sql) => sql.unsafe(`drop database ${name} with (force)`))
  })
  return { doors, owner, superuser, ownerUrl }
}

async function asSuperuser(url: string, work: (sql: postgres.Sql) => PromiseLike<unknown>) {
  const sql = postgres(url, { max: 1, fetch_types: false })
  await work(sql)
  await sql.end()
}

export function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

export function withUser(url: string, username: string, password: string): string {
  return Object.assign(new URL(url), { username, password }).href
}

/** Takes one step of the schema, as an update does. */
export async function takeStep(ownerUrl: string, up: (db: Kysely<unknown>) => Promise<void>): Promise<void> {
  const owner = postgres(ownerUrl, { max: 2, fetch_types: false, onnotice: () => undefined })
  await owner`select` // a connection that nothing was asked on yet is never reserved
  await new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: owner }) }).transaction().execute(up)
  await owner.end()
}

import { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { PostgresJSDialect } from 'kysely-postgres-js'
import { readdir } from 'node:fs/promises'
import postgres from 'postgres'
import { StartRefused } from '../start-refused.ts'
import { checkRoles, makeRoles } from './roles.ts'

const FOLDER = new URL('../../migrations/', import.meta.url)
const VERSION_MIN = 150_000

/** Brings the database up to this program: roles, migrations, and proof that no role could see past its door. */
export async function migrate(ownerUrl: string, secret: string) {
  const owner = postgres(ownerUrl, { max: 2, fetch_types: false, onnotice: () => undefined, connect_timeout: 10 })
  try {
    await checkOwner(owner, ownerUrl)
    await makeRoles(owner, secret)
    await runMigrations(owner)
    await checkRoles(ownerUrl, owner, secret)
  } finally {
    await owner.end()
  }
}

/** Runs the migrations that the database has not seen, as its owner. */
async function runMigrations(owner: postgres.Sql) {
  const migrations = await readMigrations()
  if ((await listExecuted(owner)).some((name) => !(name in migrations))) {
    throw new StartRefused('ข้อมูลนี้เขียนโดยโปรแกรมรุ่นใหม่กว่า ใช้รุ่นนั้นหรือใหม่กว่า', 'A newer version of the program has written this data: use that version or a later one.')
  }
  const db = new Kysely({ dialect: new PostgresJSDialect({ postgres: owner }) })
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error !== undefined) throw error
}

async function listExecuted(owner: postgres.Sql): Promise<string[]> {
  const [table] = await owner`select where to_regclass('kysely_migration') is not null`
  const executed = table ? await owner<{ name: string }[]>`select name from kysely_migration` : []
  return executed.map(({ name }) => name)
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.ts'))
  const migrations = files.map(async (name) => [name.slice(0, -3), await import(new URL(name, FOLDER).href)] as const)
  return Object.fromEntries(await Promise.all(migrations))
}

/** The owner may make tables and roles but is nobody special: a superuser would walk through every wall unnoticed. */
async function checkOwner(owner: postgres.Sql, ownerUrl: string) {
  const [self] = await owner<[{ special: boolean; version: number }]>`
    select rolsuper or rolbypassrls as special, current_setting('server_version_num')::int as version
    from pg_roles where rolname = current_user`.catch((cause: unknown) => { throw unreachable(ownerUrl, cause) })

  if (self.version < VERSION_MIN) {
    throw new StartRefused('DATABASE_URL: ต้องใช้ PostgreSQL 15 ขึ้นไป', 'DATABASE_URL: PostgreSQL 15 or later is needed.')
  }
  if (self.special) {
    throw new StartRefused(
      'DATABASE_URL เป็นผู้ใช้ superuser หรือ BYPASSRLS ซึ่งมองทะลุกำแพงระหว่างกองทุน ใช้เจ้าของฐานข้อมูลที่เป็นผู้ใช้ธรรมดา มีสิทธิ์ CREATEROLE',
      'DATABASE_URL names a superuser or a role with BYPASSRLS, which sees through the walls between funds: use an ordinary owner with CREATEROLE.',
    )
  }
}

function unreachable(ownerUrl: string, cause: unknown): StartRefused {
  const { host, pathname } = new URL(ownerUrl)
  const place = `${host}${pathname}`
  const reason = cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : cause.name) : String(cause)
  return new StartRefused(`ต่อฐานข้อมูล ${place} ตาม DATABASE_URL ไม่ได้: ${reason}`, `The database ${place} of DATABASE_URL cannot be reached: ${reason}`, { cause })
}

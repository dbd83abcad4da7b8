import { sql } from 'kysely'
import { newId } from '../db/id.ts'
import type { Doors, GateRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { Problem } from '../http/problem.ts'
import type { FundRole } from '../http/role.ts'
import { Colleague, FundRoleName } from './colleague.ts'

export interface Person {
  id: string
  name: string
  phone: string | null
  passwordHash: string | null
  /** Whether they serve beyond one fund: in a network, or at the host. */
  isOfficer: boolean
}

export async function findPerson(rows: GateRows, by: { id: string } | { phone: string }): Promise<Person | undefined> {
  const [column, value] = 'id' in by ? ['people.id' as const, by.id] : ['people.phone' as const, by.phone]
  const found = await rows
    .selectFrom('people')
    .where(column, '=', value)
    .select(['people.id', 'name', 'phone', 'password_hash as passwordHash'])
    .select((of) => of.or([
      of.exists(of.selectFrom('operators').whereRef('operators.person_id', '=', 'people.id').select('person_id')),
      of.exists(of.selectFrom('network_roles').whereRef('network_roles.person_id', '=', 'people.id').select('person_id')),
    ]).as('isOfficer'))
    .executeTakeFirst()
  return found && { ...found, isOfficer: Boolean(found.isOfficer) }
}

/** Keeps a new person. A number that is somebody's already is refused: who has an account signs in with it first. */
export async function saveNewPerson(rows: GateRows, { name, phone, passwordHash }: Pick<Person, 'name' | 'phone' | 'passwordHash'>, now: Date): Promise<string> {
  const id = newId(now.getTime())
  await rows.insertInto('people').values({ id, name, phone, password_hash: passwordHash, joined_at: now }).execute().catch(phoneTaken)
  return id
}

export async function savePassword(rows: GateRows, id: string, phone: string, passwordHash: string) {
  await rows.updateTable('people').set({ phone, password_hash: passwordHash }).where('id', '=', id).execute().catch(phoneTaken)
}

function phoneTaken(error: unknown): never {
  throw isTaken(error, 'people_phone_key') ? new Problem('phone-taken') : error
}

/** What people are called, by their ids: of those who have acted where they serve, or served. */
export async function listNames(rows: GateRows, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await rows.selectFrom('people').where('id', 'in', ids).select(['id', 'name']).execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** What was done, with what whoever did it is called instead of their id. */
export async function named<Act extends { byId: string }>(doors: Doors, acts: readonly Act[]): Promise<(Omit<Act, 'byId'> & { by: string })[]> {
  const names = await doors.atGate((rows) => listNames(rows, acts.map(({ byId }) => byId)))
  return acts.map(({ byId, ...act }) => ({ ...act, by: names.get(byId) ?? '' }))
}

/** Everyone who serves in a fund, in the order of their Thai names. */
export async function listColleagues(rows: GateRows, fundId: string): Promise<Colleague[]> {
  const found = await rows
    .selectFrom('fund_roles')
    .innerJoin('people', 'people.id', 'fund_roles.person_id')
    .where('fund_id', '=', fundId)
    .groupBy(['people.id', 'people.name'])
    .select(({ fn }) => ['people.id', 'people.name', fn.agg<unknown>('jsonb_agg', ['role']).as('roles')])
    .orderBy(sql`people.name collate "th-x-icu"`)
    .execute()
  return found.map((person) => Colleague.parse(person)).map(({ roles, ...person }) => ({ ...person, roles: FundRoleName.options.filter((role) => roles.includes(role)) }))
}

export interface GivenRole {
  fundId: string
  personId: string
  role: FundRole
}

/** Gives a role to somebody who serves in the fund already. */
export async function saveRole(rows: GateRows, { fundId, personId, role }: GivenRole, by: string, now: Date) {
  await rolesOf(rows, fundId, personId)
  await rows.insertInto('fund_roles').values({ fund_id: fundId, person_id: personId, role, given_at: now, given_by: by }).onConflict((held) => held.doNothing()).execute()
}

/** Takes a role away; the fund's administrators are locked before they are counted, so that the last two cannot go at once. */
export async function deleteRole(rows: GateRows, { fundId, personId, role }: GivenRole) {
  const admins = rows.selectFrom('fund_roles').where('fund_id', '=', fundId).where('role', '=', 'fund-admin').select('person_id')
  await rows.selectFrom('people').where('id', 'in', admins).select('id').orderBy('id').forUpdate().execute()
  const held = await rolesOf(rows, fundId, personId)
  if (!held.includes(role)) throw new Problem('unknown-person')
  if (role === 'fund-admin' && (await admins.execute()).length < 2) throw new Problem('last-admin')
  await rows.deleteFrom('fund_roles').where('fund_id', '=', fundId).where('person_id', '=', personId).where('role', '=', role).execute()
}

async function rolesOf(rows: GateRows, fundId: string, personId: string): Promise<string[]> {
  const held = await rows.selectFrom('fund_roles').where('fund_id', '=', fundId).where('person_id', '=', personId).select('role').execute()
  if (held.length === 0) throw new Problem('unknown-person')
  return held.map(({ role }) => role)
}

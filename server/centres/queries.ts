import { sql } from 'kysely'
import type { FundRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { Problem } from '../http/problem.ts'
import type { Centre } from './centre.ts'

/** Every centre of the fund with how many are on its register, in the order of their Thai names. */
export async function listCentres(rows: FundRows): Promise<Centre[]> {
  return rows
    .selectFrom('centres')
    .leftJoin('members', (join) => join.onRef('members.fund_id', '=', 'centres.fund_id').onRef('members.centre_id', '=', 'centres.id'))
    .groupBy(['centres.fund_id', 'centres.id'])
    .select(({ fn }) => ['centres.id', 'centres.name', fn.count<number>('members.id').as('members')])
    .orderBy(sql`centres.name collate "th-x-icu"`)
    .execute()
}

export async function saveNewCentre(rows: FundRows, centre: { id: string; name: string }) {
  await rows.insertInto('centres').values(centre).execute().catch(nameTaken)
}

/** Renames a centre; there must be one. */
export async function saveCentreName(rows: FundRows, id: string, name: string) {
  const { numUpdatedRows } = await rows.updateTable('centres').set({ name }).where('id', '=', id).executeTakeFirst().catch(nameTaken)
  if (numUpdatedRows === 0n) throw new Problem('unknown-centre')
}

/** Refuses a centre that this fund does not have. */
export async function checkCentre(rows: FundRows, id: string) {
  await rows.selectFrom('centres').where('id', '=', id).select('id').executeTakeFirstOrThrow(() => new Problem('unknown-centre'))
}

function nameTaken(error: unknown): never {
  throw isTaken(error, 'centres_fund_id_name_key') ? new Problem('centre-name-taken', [{ at: 'name', text: { th: 'มีศูนย์ชื่อนี้แล้ว', en: 'there is a centre of this name' } }]) : error
}

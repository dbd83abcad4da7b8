import { z } from 'zod'
import type { FundRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { Problem } from '../http/problem.ts'
import { maskCitizenId } from './citizen-id.ts'
import { Beneficiary, fullName, Sex, type Particulars, type RegisteredMember } from './member.ts'
import { nameKey, numberKey } from './search-key.ts'
import { lastOf, standingAfter } from './status.ts'
import { listStatuses } from './status-queries.ts'

/** Locks a member's row, so that what is recorded of one member is recorded one after another. */
export async function lockMember(rows: FundRows, id: string) {
  return rows
    .selectFrom('members')
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('unknown-member'))
}

export type MemberRow = Awaited<ReturnType<typeof lockMember>>

/** Refuses somebody whom this fund does not know. */
export async function checkMember(rows: FundRows, id: string) {
  await findHousehold(rows, id)
}

/** A member of this fund as the register tells of them. `open` unseals the citizen ID, of which only the mask goes out. */
export async function findMember(rows: FundRows, id: string, open: (sealed: string) => string): Promise<RegisteredMember> {
  const found = await rows
    .selectFrom('members')
    .leftJoin('centres', (join) => join.onRef('centres.fund_id', '=', 'members.fund_id').onRef('centres.id', '=', 'members.centre_id'))
    .where('members.id', '=', id)
    .selectAll('members')
    .select('centres.name as centre_name')
    .executeTakeFirstOrThrow(() => new Problem('unknown-member'))
  const statuses = await listStatuses(rows, id)
  const { centreId, ...particulars } = particularsIn(found)
  return {
    id,
    ...particulars,
    name: fullName(found),
    standing: standingAfter(lastOf(statuses).kind),
    ...(centreId !== undefined && found.centre_name !== null && { centre: { id: centreId, name: found.centre_name } }),
    household: await listHousehold(rows, found.household_id, id),
    ...(found.citizen_id_sealed !== null && { citizenIdMasked: maskCitizenId(open(found.citizen_id_sealed)) }),
    statuses,
    version: found.version,
  }
}

/** What the register says of a person, out of the row. */
export function particularsIn(row: Pick<MemberRow, 'number' | 'title' | 'first_name' | 'last_name' | 'sex' | 'born_on' | 'address' | 'phone' | 'centre_id' | 'beneficiaries'>): Particulars {
  return {
    number: row.number,
    ...(row.title !== null && { title: row.title }),
    firstName: row.first_name,
    lastName: row.last_name,
    ...(row.sex !== null && { sex: Sex.parse(row.sex) }),
    ...(row.born_on !== null && { bornOn: row.born_on }),
    ...(row.address !== null && { address: row.address }),
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.centre_id !== null && { centreId: row.centre_id }),
    beneficiaries: z.array(Beneficiary).parse(row.beneficiaries),
  }
}

/** The others who live in a household. */
async function listHousehold(rows: FundRows, householdId: string, exceptId: string) {
  const found = await rows
    .selectFrom('members')
    .where('household_id', '=', householdId)
    .where('id', '!=', exceptId)
    .orderBy('number_key')
    .select(['id', 'number', 'title', 'first_name', 'last_name'])
    .execute()
  return found.map(({ id, number, ...name }) => ({ id, number, name: fullName(name) }))
}

/** The household that somebody of this fund lives in. */
export async function findHousehold(rows: FundRows, memberId: string): Promise<string> {
  const { household_id } = await rows.selectFrom('members').where('id', '=', memberId).select('household_id').executeTakeFirstOrThrow(() => new Problem('unknown-member'))
  return household_id
}

export interface KeptCitizenId {
  hash: string
  sealed: string
}

export async function saveNewMember(rows: FundRows, member: { id: string; householdId: string; particulars: Particulars; citizenId: KeptCitizenId | undefined }) {
  const { id, householdId, particulars, citizenId } = member
  await rows
    .insertInto('members')
    .values({ id, household_id: householdId, ...columnsOf(particulars), citizen_id_hash: citizenId?.hash ?? null, citizen_id_sealed: citizenId?.sealed ?? null, version: 1 })
    .execute()
    .catch(somebodyElse)
}

/** Writes an edited member as the next version; the member is locked. A citizen ID that is not given stays. */
export async function saveMember(rows: FundRows, member: { id: string; version: number; householdId: string; particulars: Particulars; citizenId: KeptCitizenId | undefined }) {
  const { id, version, householdId, particulars, citizenId } = member
  await rows
    .updateTable('members')
    .set({ household_id: householdId, ...columnsOf(particulars), ...(citizenId && { citizen_id_hash: citizenId.hash, citizen_id_sealed: citizenId.sealed }), version })
    .where('id', '=', id)
    .execute()
    .catch(somebodyElse)
}

/** What the register says of a person, as columns. */
export function columnsOf({ number, title, firstName, lastName, sex, bornOn, address, phone, centreId, beneficiaries }: Particulars) {
  return {
    number,
    number_key: numberKey(number),
    title: title ?? null,
    first_name: firstName,
    last_name: lastName,
    name_key: nameKey(firstName + lastName),
    last_name_key: nameKey(lastName + firstName),
    sex: sex ?? null,
    born_on: bornOn ?? null,
    address: address ?? null,
    phone: phone ?? null,
    centre_id: centreId ?? null,
    beneficiaries,
  }
}

function somebodyElse(error: unknown): never {
  if (isTaken(error, 'members_fund_id_number_key_key')) {
    throw new Problem('member-number-taken', [{ at: 'number', text: { th: 'มีสมาชิกใช้เลขทะเบียนนี้แล้ว', en: 'another member has this number' } }])
  }
  if (isTaken(error, 'members_fund_id_citizen_id_hash_key')) {
    throw new Problem('citizen-id-taken', [{ at: 'citizenId', text: { th: 'มีสมาชิกของกองทุนนี้ใช้เลขประจำตัวประชาชนนี้แล้ว', en: 'a member of this fund has this citizen ID' } }])
  }
  throw error
}

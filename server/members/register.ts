import { createMiddleware } from 'hono/factory'
import { isDeepStrictEqual } from 'node:util'
import { checkCentre } from '../centres/queries.ts'
import { newId } from '../db/id.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { InFund } from '../http/room.ts'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Day } from '../../plugins/kit/day.ts'
import { keepCitizenIds, type CitizenIds } from './citizen-id.ts'
import { saveEvent } from './event.ts'
import type { CarriedOverMember, EditedMember, Newcomer, NewMember, Particulars } from './member.ts'
import { findHousehold, lockMember, particularsIn, saveMember, saveNewMember, type KeptCitizenId } from './queries.ts'
import { checkApplication, checkNext, membershipsOf, type MemberResolution, type NewStatus } from './status.ts'
import { listStatuses, saveStatus, saveStatusWithdrawal } from './status-queries.ts'

/** The register of one fund: its rows, and what keeps its citizen IDs. */
export interface Register {
  rows: FundRows
  fundId: string
  citizenIds: CitizenIds
}

/** For the rooms in a fund that open its register. */
export interface WithRegister extends InFund {
  citizenIds: CitizenIds
}

export const withRegister = (secret: string) => {
  const citizenIds = keepCitizenIds(secret)
  return createMiddleware<{ Variables: WithRegister }>(async (c, next) => {
    c.set('citizenIds', citizenIds)
    await next()
  })
}

/** Enters somebody who applies, and gives their id. */
export async function addMember(register: Register, { appliedOn, ...member }: NewMember, recording: Recording): Promise<string> {
  checkApplication(appliedOn, recording.today)
  const id = await enter(register, member, recording)
  await saveStatus(register.rows, id, { kind: 'applied', happenedOn: appliedOn }, recording)
  await saveEvent(register.rows, id, 'added', { appliedOn }, recording)
  return id
}

/** Enters somebody who is a member already, by the register the fund kept before, and gives their id. */
export async function carryOver(register: Register, { joinedOn, note, ...member }: CarriedOverMember, recording: Recording): Promise<string> {
  if (joinedOn > recording.today) throw new BadInput('joinedOn', { th: 'วันที่ยังมาไม่ถึง', en: 'this day is still to come' })
  const id = await enter(register, member, recording)
  await saveStatus(register.rows, id, { kind: 'carried-over', happenedOn: joinedOn, memberFromOn: joinedOn, note }, recording)
  await saveEvent(register.rows, id, 'carried-over', { joinedOn, note }, recording)
  return id
}

async function enter({ rows, fundId, citizenIds }: Register, { citizenId, householdOf, ...particulars }: Newcomer, { at, today }: Recording): Promise<string> {
  checkBirth(particulars, today)
  if (particulars.centreId !== undefined) await checkCentre(rows, particulars.centreId)
  const id = newId(at.getTime())
  const householdId = householdOf === undefined ? newId(at.getTime()) : await findHousehold(rows, householdOf)
  await saveNewMember(rows, { id, householdId, particulars, citizenId: keep(citizenIds, citizenId, fundId, id) })
  return id
}

/** Writes what somebody edited, unless another has edited it meanwhile; what changed is recorded before and after. */
export async function editMember({ rows, fundId, citizenIds }: Register, id: string, { version, citizenId, householdOf, ...particulars }: EditedMember, recording: Recording): Promise<string> {
  const row = await lockMember(rows, id)
  if (row.version !== version) throw new Problem('changed-meanwhile')
  checkBirth(particulars, recording.today)
  if (particulars.centreId !== undefined) await checkCentre(rows, particulars.centreId)

  const householdId = await householdAfter(rows, row, householdOf, recording)
  await saveMember(rows, { id, version: version + 1, householdId, particulars, citizenId: keep(citizenIds, citizenId, fundId, id) })
  const changes = { ...changesBetween(particularsIn(row), particulars), ...(citizenId !== undefined && { citizenId: {} }), ...(householdId !== row.household_id && { household: { before: row.household_id, after: householdId } }) }
  await saveEvent(rows, id, 'edited', changes, recording)
  return id
}

async function householdAfter(rows: FundRows, row: { id: string; household_id: string }, householdOf: string | undefined, { at }: Recording): Promise<string> {
  if (householdOf === undefined) return row.household_id
  return householdOf === row.id ? newId(at.getTime()) : findHousehold(rows, householdOf)
}

/** The committee accepts who applied, or takes back who had left. Unless said, membership counts from the day of the meeting. */
export async function accept(register: Register, id: string, { resolution, memberFromOn = resolution.heldOn }: { resolution: MemberResolution; memberFromOn?: Day | undefined }, recording: Recording): Promise<string> {
  const statuses = await listStatuses(register.rows, id)
  const kind = membershipsOf(statuses).length > 0 ? 'rejoined' : 'accepted'
  return recordStatus(register, id, { kind, happenedOn: resolution.heldOn, memberFromOn, resolution }, recording)
}

/** Records what became of a membership, if that may become of it. */
export async function recordStatus({ rows }: Register, id: string, status: NewStatus, recording: Recording): Promise<string> {
  await lockMember(rows, id)
  checkNext(await listStatuses(rows, id), status, recording.today)
  await saveStatus(rows, id, status, recording)
  await saveEvent(rows, id, 'status-recorded', { ...status }, recording)
  return id
}

/** Takes back what was recorded last, where it was a mistake; it stays to be seen. */
export async function withdrawStatus({ rows }: Register, id: string, position: number, reason: string, recording: Recording): Promise<string> {
  await lockMember(rows, id)
  await saveStatusWithdrawal(rows, id, position, reason, recording)
  await saveEvent(rows, id, 'status-withdrawn', { position, reason }, recording)
  return id
}

/** The full citizen ID, on purpose: that it was seen, by whom and why, is recorded before it is shown. */
export async function seeCitizenId({ rows, fundId, citizenIds }: Register, id: string, reason: string, recording: Recording): Promise<string> {
  const { citizen_id_sealed } = await lockMember(rows, id)
  if (citizen_id_sealed === null) throw new Problem('no-citizen-id')
  await saveEvent(rows, id, 'citizen-id-seen', { reason }, recording)
  return citizenIds.open(citizen_id_sealed, { fundId, memberId: id })
}

function keep(citizenIds: CitizenIds, citizenId: string | undefined, fundId: string, memberId: string): KeptCitizenId | undefined {
  return citizenId === undefined ? undefined : { hash: citizenIds.hash(citizenId, fundId), sealed: citizenIds.seal(citizenId, { fundId, memberId }) }
}

function checkBirth({ bornOn }: Particulars, today: Day) {
  if (bornOn !== undefined && bornOn > today) throw new BadInput('bornOn', { th: 'วันเกิดยังมาไม่ถึง', en: 'this birth date is still to come' })
}

function changesBetween(before: Particulars, after: Particulars): Record<string, { before?: unknown; after?: unknown }> {
  const keys = Object.keys({ ...before, ...after }) as (keyof Particulars)[] // Object.keys forgets which they are
  return Object.fromEntries(keys.filter((key) => !isDeepStrictEqual(before[key], after[key])).map((key) => [key, { before: before[key], after: after[key] }]))
}

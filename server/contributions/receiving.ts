import { BadInput } from '../../plugins/kit/bad-input.ts'
import { formatDay, type Day } from '../../plugins/kit/day.ts'
import { newId } from '../db/id.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { saveEvent } from '../members/event.ts'
import { lockMember } from '../members/queries.ts'
import { membershipsOf, type Membership } from '../members/status.ts'
import { listStatuses } from '../members/status-queries.ts'
import { accountOf, coveredBy } from './account.ts'
import { allot, type Allotment } from './allot.ts'
import { beginsInstalment, type Plan } from './plan.ts'
import { findContributions, findReceipt, savePlan, saveReceipt, saveVoid } from './queries.ts'
import { linesOf, type NewReceipt, type Receipt } from './receipt.ts'

/** Takes in a payment: so many instalments, the oldest first, on one receipt, whose id is given. The member is locked, so that no instalment is paid twice. */
export async function receivePayment(rows: FundRows, memberId: string, paid: NewReceipt, recording: Recording): Promise<string> {
  await lockMember(rows, memberId)
  if (paid.receivedOn > recording.today) throw new BadInput('receivedOn', { th: 'วันที่ยังมาไม่ถึง', en: 'this day is still to come' })

  const lines = linesOf(paid, paid.instalments === 0 ? [] : await allotTo(rows, memberId, paid.instalments, paid.receivedOn))
  const { book, number, receivedOn, payer, totalSatang } = paid
  const id = newId(recording.at.getTime())
  await saveReceipt(rows, { id, memberId, book, number, receivedOn, ...(payer !== undefined && { payer }), totalSatang, lines }, recording)
  return id
}

/** What so many instalments of a member would pay for, were they received on a day. */
export async function allotTo(rows: FundRows, memberId: string, instalments: number, receivedOn: Day): Promise<Allotment[]> {
  const membership = await findMembership(rows, memberId)
  const { plans, payments } = await findContributions(rows, memberId)
  const account = accountOf(membership, plans, payments)
  if (account.plans.length === 0) throw new Problem('no-plan')
  return allot(account, instalments, receivedOn)
}

/** The membership that payments are for: the one that lasts, or the last one, whose arrears may still be paid. */
async function findMembership(rows: FundRows, memberId: string): Promise<Membership> {
  const membership = membershipsOf(await listStatuses(rows, memberId)).at(-1)
  if (!membership) throw new Problem('not-a-member')
  return membership
}

/** Voids a receipt with its reason: what it paid for is unpaid again. */
export async function voidReceipt(rows: FundRows, id: string, reason: string, recording: Recording): Promise<Receipt> {
  const { memberId } = await findReceipt(rows, id)
  await lockMember(rows, memberId)
  await saveVoid(rows, id, reason, recording)
  return findReceipt(rows, id)
}

/** Sets how a member pays from a day on: within the membership, and not over days that are paid already. */
export async function setPlan(rows: FundRows, memberId: string, plan: Plan, recording: Recording) {
  await lockMember(rows, memberId)
  const membership = await findMembership(rows, memberId)
  if (membership.endedOn !== undefined) throw new Problem('not-a-member')
  const { plans, payments } = await findContributions(rows, memberId)
  const account = accountOf(membership, plans, payments)

  if (plan.fromOn < membership.joinedOn) throw early(`ต้องไม่ก่อนวันเข้าเป็นสมาชิก ${formatDay(membership.joinedOn, 'th', 'long')}`, `not before the day of joining, ${formatDay(membership.joinedOn, 'en', 'long')}`)
  const paidUntil = coveredBy(account.payments).at(-1)?.until
  if (paidUntil !== undefined && plan.fromOn < paidUntil) throw early(`ส่งไว้แล้วถึงก่อน ${formatDay(paidUntil, 'th', 'long')} แบบใหม่เริ่มได้ตั้งแต่วันนั้น`, `paid for until ${formatDay(paidUntil, 'en', 'long')}: another plan may begin that day`)
  const current = account.plans.at(-1)
  if (current && paidUntil !== undefined && !beginsInstalment(current, plan.fromOn)) throw early('ต้องเป็นวันแรกของงวด', 'must be the first day of an instalment')

  await savePlan(rows, memberId, plan, recording)
  await saveEvent(rows, memberId, 'plan-set', { ...plan }, recording)
}

const early = (th: string, en: string) => new BadInput('fromOn', { th, en })

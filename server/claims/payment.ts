import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { Day } from '../../plugins/kit/day.ts'
import { arabicDigits, CleanString } from '../../plugins/kit/text.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { mayFollow, Reason } from './claim.ts'
import { returnCharges } from './limit-counter.ts'
import { findDecision, lockClaim, savePayment, saveStep } from './queries.ts'

/** What was paid out on a voucher (ใบสำคัญจ่าย): the amount is the one that was resolved. */
export const NewPayment = z.strictObject({
  voucherNumber: CleanString.trim().overwrite(arabicDigits).min(1).max(20),
  /** Who took the money and signed for it. */
  payee: CleanString.trim().min(1).max(160),
  paidOn: Day,
}).openapi('NewClaimPayment')
export type NewPayment = z.infer<typeof NewPayment>

export const NewReversal = z.strictObject({ reason: Reason }).openapi('NewReversal')

/** Pays what was resolved, on a day between the resolution and today. */
export async function pay(rows: FundRows, claimId: string, paid: NewPayment, recording: Recording) {
  const { state } = await lockClaim(rows, claimId)
  if (!mayFollow('pay', state)) throw new Problem('claim-elsewhere')
  const { amountSatang, resolution: { heldOn } } = await findDecision(rows, claimId)
  if (paid.paidOn > recording.today) throw new BadInput('paidOn', { th: 'วันที่ยังมาไม่ถึง', en: 'this day is still to come' })
  if (paid.paidOn < heldOn) throw new BadInput('paidOn', { th: 'จ่ายก่อนวันที่มีมติไม่ได้', en: 'nothing is paid before it was resolved' })
  await savePayment(rows, claimId, { ...paid, amountSatang }, recording)
}

/** Takes an approval back, with a reason: what it had taken of the limits is free again. */
export async function reverse(rows: FundRows, claimId: string, reason: string, recording: Recording) {
  const { state } = await lockClaim(rows, claimId)
  if (!mayFollow('reverse', state)) throw new Problem('claim-elsewhere')
  await returnCharges(rows, claimId)
  await saveStep(rows, claimId, 'reversed', reason, recording)
}

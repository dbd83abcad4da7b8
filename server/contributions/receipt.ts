import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { Day } from '../../plugins/kit/day.ts'
import { formatAmount, Satang } from '../../plugins/kit/money.ts'
import { arabicDigits, CleanString } from '../../plugins/kit/text.ts'
import type { Allotment } from './allot.ts'

const paperNumber = CleanString.trim().overwrite(arabicDigits).min(1).max(20)
const sum = Satang.min(1)

/** Money taken in from a member, as it stands on the receipt that was written. */
export const NewReceipt = z.strictObject({
  /** The receipt's book and its number in it. */
  book: paperNumber,
  number: paperNumber,
  receivedOn: Day,
  /** Who brought it, where it was not the member. */
  payer: CleanString.trim().min(1).max(160).optional(),
  /** So many instalments, the oldest unpaid first; by a daily plan, so many days. */
  instalments: z.int().min(0).max(1000),
  entryFeeSatang: sum.optional(),
  otherSatang: sum.optional(),
  /** What was counted: refused where it is not what the lines come to. */
  totalSatang: sum,
}).openapi('NewReceipt')
export type NewReceipt = z.infer<typeof NewReceipt>

/** What money of a receipt is for. */
export const ReceiptLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contribution'), amountSatang: sum, instalments: z.int().min(1), coversFrom: Day, coversUntil: Day.describe('The first day no longer covered.') }),
  z.strictObject({ kind: z.enum(['entry-fee', 'other']), amountSatang: sum }),
]).openapi('ReceiptLine')
export type ReceiptLine = z.infer<typeof ReceiptLine>

export const NewVoid = z.strictObject({ reason: CleanString.trim().min(1).max(500) }).openapi('NewVoid')

/** A receipt (ใบเสร็จรับเงิน). A voided one keeps its number and stays to be seen. */
export const Receipt = z.strictObject({
  id: z.uuid(),
  memberId: z.uuid(),
  book: z.string(),
  number: z.string(),
  receivedOn: Day,
  payer: z.string().optional(),
  totalSatang: sum,
  lines: z.array(ReceiptLine),
  voided: z.strictObject({ on: Day, reason: z.string() }).optional(),
}).openapi('Receipt')
export type Receipt = z.infer<typeof Receipt>

/** A receipt, and what the one who asks may do with it. */
export const ShownReceipt = Receipt.extend({ can: z.array(z.enum(['void'])) }).openapi('ShownReceipt')

/** The lines of a receipt, which must come to what was counted. */
export function linesOf({ entryFeeSatang, otherSatang, totalSatang }: NewReceipt, allotments: readonly Allotment[]): ReceiptLine[] {
  const lines: ReceiptLine[] = [
    ...(entryFeeSatang === undefined ? [] : [{ kind: 'entry-fee' as const, amountSatang: entryFeeSatang }]),
    ...allotments.map(({ from, until, instalments, amountSatang }) => ({ kind: 'contribution' as const, amountSatang, instalments, coversFrom: from, coversUntil: until })),
    ...(otherSatang === undefined ? [] : [{ kind: 'other' as const, amountSatang: otherSatang }]),
  ]
  const due = lines.reduce((total, { amountSatang }) => total + amountSatang, 0)
  if (due === totalSatang) return lines
  throw new BadInput('totalSatang', {
    th: `นับได้ ${formatAmount(totalSatang)} บาท แต่รายการรวมเป็น ${formatAmount(due)} บาท`,
    en: `${formatAmount(totalSatang)} baht were counted, but the lines come to ${formatAmount(due)} baht`,
  })
}

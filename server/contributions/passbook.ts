import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { coveredBy, owedSatang, type Account } from './account.ts'
import { Every, instalmentsOf } from './plan.ts'

/** A line of the passbook (สมุดประจำตัวสมาชิก): one instalment. `unpaid` from its first day on; `not-due` before. */
export const PassbookLine = z.strictObject({
  from: Day,
  /** The first day that it no longer covers. */
  until: Day,
  every: Every,
  amountSatang: z.int(),
  owedSatang: z.int(),
  state: z.enum(['paid', 'unpaid', 'not-due']),
  receipts: z.array(z.strictObject({ book: z.string(), number: z.string(), receivedOn: Day })),
}).openapi('PassbookLine')
export type PassbookLine = z.infer<typeof PassbookLine>

/** The passbook up to a day, and beyond it as far as is paid in advance and one instalment more; oldest first. */
export function passbookOf({ plans, payments }: Account, today: Day): PassbookLine[] {
  const covered = coveredBy(payments)
  const lines: PassbookLine[] = []
  for (const plan of plans) {
    for (const instalment of instalmentsOf(plan)) {
      const owed = owedSatang(plan, instalment, covered)
      const state = owed === 0 ? 'paid' : instalment.from > today ? 'not-due' : 'unpaid'
      const receipts = payments
        .filter(({ covers }) => covers.some(({ from, until }) => from < instalment.until && until > instalment.from))
        .map(({ receipt, receivedOn }) => ({ ...receipt, receivedOn }))
      lines.push({ ...instalment, every: plan.every, owedSatang: owed, state, receipts })
      if (state === 'not-due') break
    }
  }
  return lines
}

import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import type { FundTerms } from '../../plugins/kit/fund-terms.ts'
import { membershipsOf, type Status } from '../members/status.ts'
import { accountOf, coveredBy, duesOn, lapsesOn, owedSatang, type Account } from './account.ts'
import type { Contributions } from './facts.ts'
import { Every, instalmentsOf, Plan } from './plan.ts'

const LINES_MAX = 36

/** A line of the passbook (สมุดประจำตัวสมาชิก): one instalment. `unpaid` from its first day on; `not-due` before. */
const PassbookLine = z.strictObject({
  /** Its place among all instalments of the membership, from 1. */
  number: z.int().min(1),
  from: Day,
  /** The first day that it no longer covers. */
  until: Day,
  every: Every,
  amountSatang: z.int(),
  owedSatang: z.int(),
  state: z.enum(['paid', 'unpaid', 'not-due']),
  receipts: z.array(z.strictObject({ book: z.string(), number: z.string(), receivedOn: Day })),
}).openapi('PassbookLine')
type PassbookLine = z.infer<typeof PassbookLine>

/** A page of a member's passbook, newest instalment first, and how the account stands today. */
export const Passbook = z.strictObject({
  today: Day,
  /** How the member pays; absent until it has been set. */
  plan: Plan.optional(),
  /** How they will pay from a later day on, where that has been set. */
  nextPlan: Plan.optional(),
  instalmentsPaid: z.int(),
  paidSatang: z.int(),
  instalmentsMissed: z.int(),
  arrearsSatang: z.int(),
  lastPaidOn: Day.optional(),
  /** The first day that is no longer paid for. */
  paidUntil: Day.optional(),
  /** Where the oldest instalment that is not paid begins: what a payment pays for first. */
  oldestUnpaidFrom: Day.optional(),
  /** The day on which arrears end the membership, if nothing more is paid. */
  lapsesOn: Day.optional(),
  lines: z.array(PassbookLine),
  next: Day.optional(),
}).openapi('Passbook')
export type Passbook = z.infer<typeof Passbook>

/** The passbook of the last membership: thirty-six lines before a day, from the one that comes due next unless said. */
export function passbookOf({ statuses, plans, payments }: Contributions & { statuses: readonly Status[] }, { today, before, lapse }: { today: Day; before?: Day | undefined; lapse?: FundTerms['lapse'] }): Passbook {
  const membership = membershipsOf(statuses).at(-1)
  const account = membership ? accountOf(membership, plans, payments) : { plans: [], payments: [] }
  const { instalmentsMissed, arrearsSatang, paidSatang, lastPaidOn, paid } = duesOn(account, today, today)
  const all = linesOf(account, today)
  const older = all.filter(({ from }) => before === undefined || from < before).toReversed()
  const lines = older.slice(0, LINES_MAX)
  const oldestUnpaid = all.find(({ owedSatang: owed }) => owed > 0)
  const plan = account.plans.findLast(({ fromOn }) => fromOn <= today) ?? account.plans[0]
  const nextPlan = account.plans.find((each) => each.fromOn > today && each !== plan)
  const lapses = lapse && membership?.endedOn === undefined ? lapsesOn(account, lapse) : undefined
  return {
    today,
    ...(plan && { plan: asSet(plan) }),
    ...(nextPlan && { nextPlan: asSet(nextPlan) }),
    instalmentsPaid: all.filter(({ state }) => state === 'paid').length,
    paidSatang,
    instalmentsMissed,
    arrearsSatang,
    ...(lastPaidOn !== undefined && { lastPaidOn }),
    ...(paid && { paidUntil: paid.until }),
    ...(oldestUnpaid && { oldestUnpaidFrom: oldestUnpaid.from }),
    ...(lapses !== undefined && { lapsesOn: lapses }),
    lines,
    ...(older.length > LINES_MAX && { next: lines.at(-1)?.from }),
  }
}

const asSet = ({ fromOn, every, amountSatang }: Plan): Plan => ({ fromOn, every, amountSatang })

/** Every instalment up to a day, and beyond it as far as is paid in advance and one more; oldest first. */
export function linesOf({ plans, payments }: Account, today: Day): PassbookLine[] {
  const covered = coveredBy(payments)
  const lines: PassbookLine[] = []
  for (const plan of plans) {
    for (const instalment of instalmentsOf(plan)) {
      const owed = owedSatang(plan, instalment, covered)
      const state = owed === 0 ? 'paid' : instalment.from > today ? 'not-due' : 'unpaid'
      const receipts = payments
        .filter(({ covers }) => covers.some(({ from, until }) => from < instalment.until && until > instalment.from))
        .map(({ receipt, receivedOn }) => ({ ...receipt, receivedOn }))
      lines.push({ number: lines.length + 1, ...instalment, every: plan.every, owedSatang: owed, state, receipts })
      if (state === 'not-due') break
    }
  }
  return lines
}

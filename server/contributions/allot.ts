import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Covered } from '../../plugins/kit/contributed.ts'
import { addDays, addYears, Day, daysBetween } from '../../plugins/kit/day.ts'
import { coveredBy, gapsIn, type Account } from './account.ts'
import { instalmentsOf, type LastingPlan } from './plan.ts'

const ADVANCE_YEARS_MAX = 10

/** What a payment pays for: so many instalments, or by a daily plan so many days, one after another. */
export const Allotment = z.strictObject({
  from: Day,
  until: Day.describe('The first day no longer covered.'),
  instalments: z.int(),
  amountSatang: z.int(),
}).openapi('Allotment')
export type Allotment = z.infer<typeof Allotment>

/** Allots a payment to the oldest instalments that are not paid yet; of a daily plan, each day is one. Refuses more than there are. */
export function allot(account: Account, instalments: number, receivedOn: Day): Allotment[] {
  const allotments: Allotment[] = []
  let left = instalments
  for (const open of openInstalments(account)) {
    if (left === 0) break
    if (open.until > addYears(receivedOn, ADVANCE_YEARS_MAX)) throw tooMany(`ส่งล่วงหน้าได้ไม่เกิน ${ADVANCE_YEARS_MAX} ปี`, `nothing is paid more than ${ADVANCE_YEARS_MAX} years ahead`)
    const taken = take(open, left)
    left -= taken.instalments
    const last = allotments.at(-1)
    if (last?.until !== taken.from) allotments.push(taken)
    else allotments[allotments.length - 1] = { from: last.from, until: taken.until, instalments: last.instalments + taken.instalments, amountSatang: last.amountSatang + taken.amountSatang }
  }
  if (left === instalments && left > 0) throw tooMany('ไม่มีงวดค้างให้ส่งแล้ว', 'there is no instalment left to pay')
  if (left > 0) throw tooMany(`มีงวดให้ส่งเพียง ${instalments - left} งวด`, `there are only ${instalments - left} instalments to pay`)
  return allotments
}

interface Open extends Covered {
  plan: LastingPlan
}

function* openInstalments({ plans, payments }: Account): Generator<Open> {
  const covered = coveredBy(payments)
  for (const plan of plans) {
    for (const instalment of instalmentsOf(plan)) {
      const gaps = gapsIn(instalment, covered)
      if (plan.every === 'day') yield* gaps.map((gap) => ({ ...gap, plan }))
      else if (gaps.length > 0) yield { from: instalment.from, until: instalment.until, plan }
    }
  }
}

function take({ from, until, plan: { every, amountSatang } }: Open, most: number): Allotment {
  if (every !== 'day') return { from, until, instalments: 1, amountSatang }
  const days = Math.min(most, daysBetween(from, until))
  return { from, until: addDays(from, days), instalments: days, amountSatang: days * amountSatang }
}

const tooMany = (th: string, en: string) => new BadInput('instalments', { th, en })

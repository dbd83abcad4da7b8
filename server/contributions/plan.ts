import { z } from '@hono/zod-openapi'
import { addMonths, Day, daysBetween } from '../../plugins/kit/day.ts'
import { Satang } from '../../plugins/kit/money.ts'
import type { Covered } from '../../plugins/kit/contributed.ts'

/** How often somebody pays. `day`: so much for each real day of the calendar, paid whenever it suits. */
export const Every = z.enum(['day', 'month', 'quarter', 'half-year', 'year'])
export type Every = z.infer<typeof Every>

/** What a member has promised to pay: `amountSatang` an instalment, the first of which begins on `fromOn`. */
export const Plan = z.strictObject({ fromOn: Day, every: Every, amountSatang: Satang.min(1) }).openapi('ContributionPlan')
export type Plan = z.infer<typeof Plan>

/** A plan for as long as it lasted: `until` is the first day on which another, or none, took its place. */
export interface LastingPlan extends Plan {
  until?: Day
}

/** An instalment (งวด): what is to be paid for the days from `from`, up to and without `until`. By a daily plan, those of a calendar month. */
export interface Instalment extends Covered {
  amountSatang: number
}

/** How many months an instalment is for. */
export const MONTHS: Record<Exclude<Every, 'day'>, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** Plans in the order in which they were set: each replaces the ones before from its own day on, and the last ends where membership does. */
export function lastingPlans(plans: readonly Plan[], endsOn: (from: Day) => Day | undefined): LastingPlan[] {
  const kept: Plan[] = []
  for (const plan of plans) {
    while ((kept.at(-1)?.fromOn ?? '') >= plan.fromOn) kept.pop()
    kept.push(plan)
  }
  return kept.map((plan, at) => {
    const until = earliest(kept[at + 1]?.fromOn, endsOn(plan.fromOn))
    return { ...plan, ...(until !== undefined && { until }) }
  })
}

function earliest(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

/** The instalments of a plan one after another, without end unless the plan has one; `skipped` leaves out so many of the first. */
export function* instalmentsOf(plan: LastingPlan, skipped = 0): Generator<Instalment> {
  for (let count = skipped; ; count += 1) {
    const instalment = instalmentAt(plan, count)
    if (plan.until !== undefined && instalment.from >= plan.until) return
    yield instalment
  }
}

/** How many instalments of a plan certainly end before a day: one fewer than the months say, since a month's end may fall on either side. */
export function instalmentsBefore({ fromOn, every }: Plan, day: Day): number {
  const months = every === 'day' ? 1 : MONTHS[every]
  return Math.max(0, Math.floor((monthOf(day) - monthOf(fromOn)) / months) - 1)
}

const monthOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

/** Counted from the plan's first day each time, since 31 January and a month and a month is 31 March. */
function instalmentAt({ fromOn, every, amountSatang, until }: LastingPlan, count: number): Instalment {
  if (every !== 'day') return { from: addMonths(fromOn, count * MONTHS[every]), until: addMonths(fromOn, (count + 1) * MONTHS[every]), amountSatang }
  const firstOfMonth = `${fromOn.slice(0, 8)}01`
  const from = count === 0 ? fromOn : addMonths(firstOfMonth, count)
  const monthEnd = addMonths(firstOfMonth, count + 1)
  const end = until !== undefined && until < monthEnd && until > from ? until : monthEnd
  return { from, until: end, amountSatang: amountSatang * daysBetween(from, end) }
}

/** A day from which another plan may begin: where an instalment of this one does. */
export function beginsInstalment(plan: LastingPlan, day: Day): boolean {
  if (plan.every === 'day') return day >= plan.fromOn
  for (const { from } of instalmentsOf(plan)) if (from >= day) return from === day
  return false
}

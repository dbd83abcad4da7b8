import { addDays, addMonths, type Day } from '../../plugins/kit/day.ts'
import { MONTHS, type Plan } from '../contributions/plan.ts'
import type { Chance } from './chance.ts'

/** Money taken in at one time: so many instalments, one after another. */
export interface Sitting {
  receivedOn: Day
  recordedAt: Date
  instalments: number
  coversFrom: Day
  coversUntil: Day
  amountSatang: number
  entryFeeSatang?: number
  /** Paid before the books were kept here: it stands in the old passbook. */
  isCarriedOver?: true
}

/** How somebody pays: so many instalments at a time, so many days after the first of them begins. */
export interface Habit {
  instalments: number
  daysLate: readonly [least: number, most: number]
}

type Lasting = Exclude<Plan['every'], 'day'>

const EVERY = [['month', 45], ['quarter', 12], ['half-year', 14], ['year', 29]] as const
const AT_A_TIME: Record<Lasting, readonly (readonly [number, number])[]> = {
  month: [[3, 6], [6, 44], [12, 50]],
  quarter: [[1, 10], [2, 50], [4, 40]],
  'half-year': [[1, 55], [2, 45]],
  year: [[1, 100]],
}
const DAYS_LATE: readonly (readonly [Habit['daysLate'], number])[] = [[[-25, 6], 55], [[0, 45], 27], [[20, 85], 18]]
const BAHT_A_MONTH = 30

/** What a member promises to pay from a day on, and how they keep to it. */
export function promise(chance: Chance, fromOn: Day): { plan: Plan; habit: Habit } {
  const every = chance.weighed(EVERY)
  const plan = { fromOn, every, amountSatang: MONTHS[every] * BAHT_A_MONTH * 100 }
  return { plan, habit: { instalments: chance.weighed(AT_A_TIME[every]), daysLate: chance.weighed(DAYS_LATE) } }
}

/** The first day of an instalment, counted from the plan's first day. */
export function beginningOf({ fromOn, every }: Plan, count: number): Day {
  if (every === 'day') throw new Error('nobody here pays by the day')
  return addMonths(fromOn, count * MONTHS[every])
}

/** One payment for instalments from a count on. */
export function sitting(chance: Chance, plan: Plan, { receivedOn, from, instalments }: { receivedOn: Day; from: number; instalments: number }): Sitting {
  return { receivedOn, recordedAt: chance.moment(receivedOn), instalments, coversFrom: beginningOf(plan, from), coversUntil: beginningOf(plan, from + instalments), amountSatang: instalments * plan.amountSatang }
}

/** Payments by a habit, from the instalment of a count on, on days from `since` up to and without `until`. */
export function payAlong(chance: Chance, plan: Plan, { instalments, daysLate }: Habit, { paid, since, until }: { paid: number; since: Day; until: Day }): Sitting[] {
  const sittings: Sitting[] = []
  let earliest = since
  for (let count = paid; ; count += instalments) {
    const meant = addDays(beginningOf(plan, count), chance.whole(...daysLate))
    const receivedOn = meant < earliest ? earliest : meant
    if (receivedOn >= until) return sittings
    sittings.push(sitting(chance, plan, { receivedOn, from: count, instalments }))
    earliest = addDays(receivedOn, 1)
  }
}

import { amountsIn, type Amount } from './amount.ts'
import { leavesOf, termOf } from './condition.ts'
import { daysBetween, type Day } from './day.ts'
import { sumDurations, type Duration } from './duration.ts'
import { claimDeadline } from './grounds.ts'
import type { Benefit } from './pack.ts'
import { termValueOn, type AdoptedPack, type Regulation } from './regulation.ts'
import type { Step, TermValue } from './term.ts'
import type { Value } from './value.ts'

/** A value of a fact at which the rules change their mind, or beside which they do. */
export interface Bound {
  fact: string
  value: Value
}

type ValueOf = (termId: string) => TermValue | undefined

/**
 * Every value that a benefit's rules hold a fact against, on a day: in its conditions, in the pack's standing ones (also those it is exempt
 * from, since it might not be), in the questions that are only sometimes put, in its amount, its claim window and the fund's lapse.
 */
export function boundsOf(regulation: Regulation, adopted: AdoptedPack, benefit: Benefit, on: Day): Bound[] {
  const { pack } = adopted
  const term: ValueOf = (id) => termValueOn(adopted, id, on)?.value ?? undefined
  const askedWhen = benefit.asks.flatMap((id) => { const fact = pack.facts?.[id]; return fact && 'askedWhen' in fact && fact.askedWhen ? [fact.askedWhen] : [] })
  const leaves = [...(pack.standing ?? []).map(({ conditions }) => conditions), ...(benefit.conditions ? [benefit.conditions] : []), ...askedWhen].flatMap(leavesOf)
  const compared = leaves.flatMap((leaf) => {
    const id = termOf(leaf)
    const value = id === undefined ? leaf.value : term(id)
    return value === undefined || Array.isArray(value) ? [] : [{ fact: leaf.fact, value: value as Value }] // neither a list nor a term's name: conditions compare only with scalars
  })
  const within = benefit.claimWithin === undefined ? undefined : term(benefit.claimWithin)
  const window = within === undefined ? [] : [{ fact: 'claimedOn', value: claimDeadline(on, within) }]
  const { lapse } = regulation.fundTerms
  return [...compared, ...window, ...(lapse ? [{ fact: lapse.by, value: lapse.moreThan }] : []), ...amountsIn(benefit.amount).flatMap((each) => boundsIn(each, term))]
}

/** The values at which one amount takes another step, reaches what it is cut to, or is rounded the other way. */
function boundsIn(amount: Amount, term: ValueOf): Bound[] {
  const number = (id: string | undefined) => { const value = id === undefined ? undefined : term(id); return typeof value === 'number' ? value : undefined }
  if ('steps' in amount) return amount.steps.map(({ from }) => ({ fact: amount.by, value: from }))
  if ('ladder' in amount) return ladderBounds(amount, term)
  if ('perYear' in amount) return [...yearsUpTo(number(amount.perYear.yearsAtMost)), ...yearsWorth(number(amount.perYear.rate), number(amount.perYear.amountAtMost))].map((value) => ({ fact: amount.perYear.of, value }))
  if ('perUnit' in amount) return unitBounds(amount.perUnit, number)
  if ('actualCost' in amount) return one(amount.actualCost.of, number(amount.actualCost.amountAtMost))
  if ('percent' in amount) return percentBounds(amount.percent, term)
  if ('share' in amount && amount.share.by !== undefined) return steps(amount.share.by, term(amount.share.rate))
  return []
}

const one = (fact: string, value: number | undefined): Bound[] => (value === undefined ? [] : [{ fact, value }])
const steps = (fact: string, value: TermValue | undefined): Bound[] => (Array.isArray(value) ? value.map((step: Step) => ({ fact, value: step.from })) : [])

/** How many times beyond a ladder's last step are tried. */
const BEYOND = 2

function ladderBounds({ ladder, by, beyond }: Extract<Amount, { ladder: string }>, term: ValueOf): Bound[] {
  const own = steps(by, term(ladder))
  const [last, every] = [own.at(-1)?.value, beyond && term(beyond.every)]
  if (last === undefined || every === undefined) return own
  const further = Array.from({ length: BEYOND }, (_, times) => after(last, every, times + 1))
  return [...own, ...[...further, after(last, every, 0.5)].map((value) => ({ fact: by, value }))]
}

function after(from: Value, every: TermValue, times: number): Value {
  if (typeof every === 'number') return Number(from) + Math.floor(every * times)
  const { years = 0, months = 0, days = 0 } = every as Duration // what is added beyond a ladder by durations is added for each duration
  const more = (years * 12 + months) * times
  return sumDurations([from as Duration, { months: Math.floor(more), days: Math.floor(days * times) + (more % 1 === 0 ? 0 : 15) }])
}

/** A year, the half of one before which two roundings part, and the most years that count. */
function yearsUpTo(most: number | undefined): Duration[] {
  return [{ years: 1 }, { years: 1, months: 6 }, { years: 2 }, ...(most === undefined ? [] : [{ years: most }, { years: most + 1 }])]
}

const yearsWorth = (rate: number | undefined, most: number | undefined): Duration[] => (rate === undefined || most === undefined || rate === 0 ? [] : [{ years: Math.min(150, Math.ceil(most / rate)) }])

/** A few units are tried whatever they are cut to. */
const UNITS = [1, 3]

function unitBounds({ rate, count, atMost, amountAtMost }: Extract<Amount, { perUnit: object }>['perUnit'], number: (id: string | undefined) => number | undefined): Bound[] {
  const [each, most] = [number(rate), number(amountAtMost)]
  return [...UNITS.flatMap((units) => one(count, units)), ...one(count, number(atMost)), ...(each === undefined || most === undefined || each === 0 ? [] : one(count, Math.ceil(most / each)))]
}

/** Amounts of which a percentage leaves less and more than half a baht, and sums of which it leaves parts of a satang: by these roundings are told apart. */
const UNEVEN_SATANG = [100_030, 100_070]
const ODD_SATANG = [100_001, 100_003, 100_007]

function percentBounds({ rate, of, by, deemed, atLeast, amountAtMost }: Extract<Amount, { percent: object }>['percent'], term: ValueOf): Bound[] {
  const given = term(rate)
  const rates = typeof given === 'number' ? [given] : Array.isArray(given) ? given.map((step: Step) => step.value) : Object.values((given ?? {}) as Record<string, number>) // a rate is a number, a ladder or a schedule of them
  const bases = [...UNEVEN_SATANG, ...[atLeast, amountAtMost].flatMap((id) => { const value = id === undefined ? undefined : term(id); return typeof value === 'number' ? [value] : [] })]
  const least = deemed === undefined ? undefined : term(deemed)
  return [
    ...(by === undefined ? [] : steps(by, given)),
    ...[...(typeof least === 'number' ? [least] : []), ...ODD_SATANG].map((value) => ({ fact: of, value })),
    ...rates.filter((each) => each > 0).flatMap((each) => bases.map((base) => ({ fact: of, value: Math.round((base * 100) / each) }))),
  ]
}

/** The days on which a value that a benefit may read begins or ends. */
export const datesOf = ({ values = {} }: AdoptedPack, after: Day): Day[] =>
  [...new Set(Object.values(values).flatMap((dated) => dated.map(({ from }) => from)))].filter((from) => from > after && daysBetween(after, from) < 40_000).toSorted()

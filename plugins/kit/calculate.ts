import type { Amount } from './amount.ts'
import { BadInput } from './bad-input.ts'
import { wholeYears, type Duration } from './duration.ts'
import { asksOf, type Found } from './known.ts'
import { reached, stepsBeyond } from './ladder.ts'
import { percentOf } from './money.ts'
import type { Step, TermValue } from './term.ts'
import { ENDLESS, type InKind, type Line, type Range } from './verdict.ts'
import type { Value } from './value.ts'

/** What a calculation reads. */
export interface CalculationInput {
  found: (factId: string) => Found
  term: (termId: string) => TermValue | undefined
  /** The most units of a count fact that limits leave, where they leave fewer than were asked for. */
  unitsLeft: ReadonlyMap<string, number>
}

/** An amount, how it came about, and what could not be known. */
export interface Calculation extends Range {
  lines: Line[]
  inKind: InKind[]
  /** What the things given are worth, for reports. */
  worthSatang: number
  /** Units paid for, by count fact. */
  units: Map<string, number>
  /** Questions whose answers it needs. */
  missing: Set<string>
  /** Terms it needs that the fund has not set. */
  notSet: Set<string>
  /** Whether the committee sets the amount. */
  decided: boolean
}

interface Work extends Omit<Calculation, 'low' | 'high'> {
  input: CalculationInput
}

const MOST_SATANG = 100_000_000_000
const NOTHING: Range = { low: 0, high: 0 }
const ANYTHING: Range = { low: 0, high: ENDLESS }

/** Calculates an amount in whole satang, as a range where people or open terms decide. Throws BadInput above a thousand million baht. */
export function calculate(amount: Amount, input: CalculationInput): Calculation {
  const work: Work = { input, lines: [], inKind: [], worthSatang: 0, units: new Map(), missing: new Set(), notSet: new Set(), decided: false }
  const { low, high } = total(amount, work)
  const { input: _input, ...rest } = work
  return { ...rest, low, high }
}

function total(amount: Amount, work: Work): Range {
  if ('fixed' in amount) return add(work, { kind: 'fixed', term: amount.fixed, ...money(amount.fixed, work) })
  if ('perUnit' in amount) return perUnit(amount.perUnit, work)
  if ('ladder' in amount) return ladder(amount, work)
  if ('steps' in amount) return steps(amount, work)
  if ('perYear' in amount) return perYear(amount.perYear, work)
  if ('percent' in amount) return percent(amount.percent, work)
  if ('sum' in amount) return less(amount.sum.map((part) => total(part, work)).reduce(plus, NOTHING), amount.less, work)
  if ('least' in amount) return pick(amount.least, Math.min, work)
  if ('greatest' in amount) return pick(amount.greatest, Math.max, work)
  if ('share' in amount) return share(amount.share, work)
  if ('schedule' in amount) return item(amount, work)
  if ('choice' in amount) return branch(amount, work)
  if ('actualCost' in amount) return actualCost(amount.actualCost, work)
  if ('levy' in amount) return levy(amount.levy, work)
  if ('inKind' in amount) return inKind(amount.inKind, work)
  return decided(amount.decided, work)
}

const plus = (a: Range, b: Range): Range => ({ low: a.low + b.low, high: endless(a) || endless(b) ? ENDLESS : a.high + b.high })
const times = (range: Range, n: number): Range => (n === 0 ? NOTHING : { low: range.low * n, high: endless(range) ? ENDLESS : range.high * n })
const endless = (range: Range) => range.high === ENDLESS
/** From `before` to `after`, as a line that adds or takes off; an endless range stays endless. */
const change = (before: Range, after: Range): Range => ({ low: after.low - before.low, high: after.high === before.high ? 0 : after.high - before.high })

function add(work: Work, line: Line): Range {
  if (line.low > MOST_SATANG || (line.high > MOST_SATANG && !endless(line))) {
    throw new BadInput('amount', { th: 'จำนวนเงินเกิน 1,000 ล้านบาท โปรดตรวจจำนวนที่กรอก', en: 'the amount is above a thousand million baht: check the numbers entered' })
  }
  work.lines.push(line)
  return { low: line.low, high: line.high }
}

/** Moves an amount to `after`, with a line that says so where anything moved. */
function adjust(work: Work, before: Range, after: Range, line: { kind: 'unitsMax'; fact: string; atMost: number } | { kind: 'yearsMax'; atMost: number } | { kind: 'amountMax'; atMostSatang: number } | { kind: 'raised'; atLeastSatang: number } | { kind: 'less'; term: string } | { kind: 'share'; percent: number }): Range {
  if (before.low !== after.low || before.high !== after.high) work.lines.push({ ...line, ...change(before, after) })
  return after
}

function money(termId: string, work: Work): Range {
  const value = work.input.term(termId)
  if (typeof value === 'number') return { low: value, high: value }
  work.notSet.add(termId)
  return ANYTHING
}

/** A number that a term gives, or undefined where the fund has not set it. */
function number(termId: string | undefined, work: Work): number | undefined {
  if (termId === undefined) return undefined
  const value = work.input.term(termId)
  if (typeof value === 'number') return value
  work.notSet.add(termId)
  return undefined
}

/** The value of a fact; undefined where it does not apply or is not known, the latter noted. */
function fact(factId: string, work: Work): Value | undefined {
  const found = work.input.found(factId)
  for (const ask of asksOf(found)) work.missing.add(ask)
  return found.state === 'known' ? found.value : undefined
}

const count = (factId: string, work: Work): number => Number(fact(factId, work) ?? 0)

function capAt(range: Range, termId: string | undefined, work: Work): Range {
  const cap = number(termId, work)
  if (cap === undefined) return range
  return adjust(work, range, { low: Math.min(range.low, cap), high: Math.min(range.high, cap) }, { kind: 'amountMax', atMostSatang: cap })
}

function less(range: Range, termId: string | undefined, work: Work): Range {
  if (termId === undefined) return range
  const off = money(termId, work)
  return adjust(work, range, { low: Math.max(0, range.low - off.high), high: endless(range) ? ENDLESS : Math.max(0, range.high - off.low) }, { kind: 'less', term: termId })
}

function perUnit({ rate, count: factId, atMost, amountAtMost }: Extract<Amount, { perUnit: unknown }>['perUnit'], work: Work): Range {
  const each = money(rate, work)
  const asked = count(factId, work)
  const units = Math.min(asked, work.input.unitsLeft.get(factId) ?? asked)
  const most = number(atMost, work) ?? units
  const all = add(work, { kind: 'units', fact: factId, units, rateSatang: each.low, ...times(each, units) })
  const paid = Math.min(units, most)
  work.units.set(factId, Math.max(paid, work.units.get(factId) ?? 0))
  return capAt(adjust(work, all, times(each, paid), { kind: 'unitsMax', fact: factId, atMost: most }), amountAtMost, work)
}

function ladder({ ladder: termId, by, beyond }: Extract<Amount, { ladder: unknown }>, work: Work): Range {
  const rungs = work.input.term(termId)
  if (!Array.isArray(rungs)) return open(termId, work)
  const value = fact(by, work)
  const step = value === undefined ? undefined : reached(rungs, value)
  if (value === undefined || !step) return NOTHING
  const range = add(work, { kind: 'step', by, reached: value, from: step.from, term: termId, low: step.value, high: step.value })
  if (!beyond || step !== rungs.at(-1)) return range
  const every = work.input.term(beyond.every)
  const each = money(beyond.add, work)
  if (every === undefined) return plus(range, open(beyond.every, work))
  const more = stepsBeyond(step.from, value, every as number | Duration, beyond.rounding) // the checker holds `every` to the type of the bounds
  return more === 0 ? range : plus(range, add(work, { kind: 'beyond', times: more, addSatang: each.low, ...times(each, more) }))
}

function open(termId: string, work: Work): Range {
  work.notSet.add(termId)
  return add(work, { kind: 'notSet', term: termId, ...ANYTHING })
}

function steps({ steps: rungs, by }: Extract<Amount, { steps: unknown }>, work: Work): Range {
  const value = fact(by, work)
  const step = value === undefined ? undefined : reached(rungs, value)
  return step ? total(step.amount, work) : NOTHING
}

function perYear({ rate, of, rounding, base, yearsAtMost, amountAtMost }: Extract<Amount, { perYear: unknown }>['perYear'], work: Work): Range {
  const start = base === undefined ? NOTHING : add(work, { kind: 'base', term: base, ...money(base, work) })
  const each = money(rate, work)
  const time = fact(of, work)
  const years = time === undefined ? 0 : wholeYears(time as Duration, rounding) // the checker holds `of` to a duration
  const all = add(work, { kind: 'years', fact: of, years, rateSatang: each.low, ...times(each, years) })
  const most = number(yearsAtMost, work) ?? years
  const cut = adjust(work, all, times(each, Math.min(years, most)), { kind: 'yearsMax', atMost: most })
  return capAt(plus(start, cut), amountAtMost, work)
}

/** A percentage: a number, the step of a ladder or the item of a schedule. */
function rateOf(termId: string, by: string | undefined, work: Work): number | undefined {
  const value = work.input.term(termId)
  if (value === undefined) work.notSet.add(termId)
  if (value === undefined || typeof value === 'number') return value
  const key = by === undefined ? undefined : fact(by, work)
  if (key === undefined) return 0
  return Array.isArray(value) ? (reached(value as Step[], key)?.value ?? 0) : (value as Record<string, number>)[String(key)] // the checker holds `rate` to a number, a ladder or a schedule
}

function percent({ rate, of, by, deemed, atLeast, amountAtMost, rounding }: Extract<Amount, { percent: unknown }>['percent'], work: Work): Range {
  const share = rateOf(rate, by, work)
  const baseSatang = Math.max(count(of, work), number(deemed, work) ?? 0)
  if (share === undefined) return capAt(add(work, { kind: 'notSet', term: rate, ...ANYTHING }), amountAtMost, work)
  const satang = percentOf(baseSatang, share, rounding)
  const range = add(work, { kind: 'percent', fact: of, percent: share, baseSatang, low: satang, high: satang })
  const floor = number(atLeast, work) ?? 0
  const lifted = adjust(work, range, { low: Math.max(range.low, floor), high: Math.max(range.high, floor) }, { kind: 'raised', atLeastSatang: floor })
  return capAt(lifted, amountAtMost, work)
}

function share({ of, rate, by, rounding }: Extract<Amount, { share: unknown }>['share'], work: Work): Range {
  const whole = total(of, work)
  const part = rateOf(rate, by, work)
  if (part === undefined) return open(rate, work)
  const portion = (satang: number) => (satang === ENDLESS ? ENDLESS : percentOf(satang, part, rounding))
  return adjust(work, whole, { low: portion(whole.low), high: portion(whole.high) }, { kind: 'share', percent: part })
}

/** The least or the greatest of several amounts: the lines of the one that decides, and a line for what the others change in it. */
function pick(amounts: readonly Amount[], choose: (...values: number[]) => number, work: Work): Range {
  const tried = amounts.map((amount) => {
    const own: Work = { ...work, lines: [] }
    const range = total(amount, own)
    work.worthSatang = own.worthSatang
    work.decided ||= own.decided
    return { range, lines: own.lines }
  })
  const low = choose(...tried.map(({ range }) => range.low))
  const high = choose(...tried.map(({ range }) => range.high))
  const decides = tried.find(({ range }) => range.low === low && range.high === high) ?? tried.find(({ range }) => range.low === low)
  if (!decides) throw new Error('one of the amounts is the least or the greatest')
  work.lines.push(...decides.lines)
  const line = choose === Math.min ? { kind: 'amountMax', atMostSatang: high } as const : { kind: 'raised', atLeastSatang: low } as const
  return adjust(work, decides.range, { low, high }, line)
}

function item({ schedule, by }: Extract<Amount, { schedule: unknown }>, work: Work): Range {
  const items = work.input.term(schedule)
  if (items === undefined) return open(schedule, work)
  const chosen = fact(by, work)
  if (chosen === undefined) return NOTHING
  const satang = (items as Record<string, number>)[String(chosen)] ?? 0 // the checker holds `schedule` to a schedule with an item for each option
  return add(work, { kind: 'item', term: schedule, item: String(chosen), low: satang, high: satang })
}

function branch({ choice, branches }: Extract<Amount, { choice: unknown }>, work: Work): Range {
  const chosen = fact(choice, work)
  const amount = chosen === undefined ? undefined : branches[String(chosen)]
  return amount ? total(amount, work) : NOTHING
}

function actualCost({ of, amountAtMost }: Extract<Amount, { actualCost: unknown }>['actualCost'], work: Work): Range {
  const cost = count(of, work)
  return capAt(add(work, { kind: 'cost', fact: of, low: cost, high: cost }), amountAtMost, work)
}

function levy({ rate, payers, less: off }: Extract<Amount, { levy: unknown }>['levy'], work: Work): Range {
  const each = money(rate, work)
  const people = count(payers, work)
  return less(add(work, { kind: 'levy', payers: people, rateSatang: each.low, ...times(each, people) }), off, work)
}

function inKind({ items, worth }: Extract<Amount, { inKind: unknown }>['inKind'], work: Work): Range {
  work.inKind.push(...items)
  work.worthSatang += number(worth, work) ?? 0
  return NOTHING
}

function decided({ atLeast, amountAtMost }: Extract<Amount, { decided: unknown }>['decided'], work: Work): Range {
  work.decided = true
  const low = money(atLeast, work)
  const high = money(amountAtMost, work)
  return add(work, { kind: 'decided', low: low.low, high: high.high })
}

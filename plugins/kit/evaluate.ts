import { amountsIn, type Amount } from './amount.ts'
import { calculate, type Calculation } from './calculate.ts'
import { readClaim, termsOn, type Claim, type Reading } from './claim.ts'
import { termOf } from './condition.ts'
import type { Day } from './day.ts'
import { findFacts, lookUpIn, sourceOf } from './found.ts'
import { factsOf, groundsOf } from './grounds.ts'
import { judge, type Judgement } from './judge.ts'
import { asksOf, type Known } from './known.ts'
import { limitsInOrder, limitState, type LimitState } from './limit.ts'
import { regulationHash, type Regulation } from './regulation.ts'
import { yearOf } from './span.ts'
import type { TermValue } from './term.ts'
import type { LeftToPeople, Line, Range, Reason, Seen, Verdict } from './verdict.ts'

/** A claim as it is being judged: the day, the terms' values on it, what is known. */
interface Judging {
  reading: Reading
  eventOn: Day
  term: (termId: string) => TermValue | undefined
  known: Known
  limits: LimitState[]
  /** Limits whose bound the fund has not set. */
  limitsNotSet: string[]
  /** Questions that a limit needs (the day of joining, for a year of membership). */
  limitsMissing: string[]
  seen: Seen
}

/**
 * Judges one claim by one regulation, which must be the one in force on the event's day. Amounts are satang. Gives one of four outcomes,
 * with the facts used and every condition as it was seen. Throws BadInput where a value given cannot be (see readClaim), where a
 * difference falls below zero, or where an amount passes a thousand million baht.
 */
export async function evaluate(claim: Claim): Promise<Verdict> {
  const reading = readClaim(claim)
  const { eventOn } = reading
  if (eventOn === undefined) {
    return { outcome: 'incomplete', missing: [reading.benefit.eventOn], ...seenOf(reading) }
  }
  const judging = await begin(reading, eventOn)
  const grounds = await judge(groundsOf(reading, eventOn, judging.term), judging.known)
  judging.seen.conditions = grounds.leaves
  const reasons: Reason[] = [...grounds.unmet.map((each) => ({ kind: 'condition' as const, ...each })), ...spent(judging)]
  if (reasons.length > 0 || grounds.truth === false) return { outcome: 'ineligible', reasons, lines: [], limits: judging.limits, ...judging.seen }
  const missing = inOrder(reading, [...grounds.undecided.flatMap((each) => asksOf(each.found)), ...(grounds.truth === true ? judging.limitsMissing : [])])
  if (missing.length > 0) return { outcome: 'incomplete', missing, ...judging.seen }
  return settle(judging, grounds)
}

/** What past grants leave under each limit of a claim's benefit, whatever else is known of the claim; none until the event's day is told. */
export async function limitsOf(claim: Claim): Promise<LimitState[]> {
  const reading = readClaim(claim)
  return reading.eventOn === undefined ? [] : (await begin(reading, reading.eventOn)).limits
}

async function begin(reading: Reading, eventOn: Day): Promise<Judging> {
  const { benefit, adopted, stated } = reading
  const term = termsOn(adopted, eventOn)
  const grounds = groundsOf(reading, eventOn, term)
  const ids = new Set([...factsOf(grounds), ...amountFacts(benefit.amount), ...(benefit.documents ?? []).flatMap((each) => factsOf(each.when)), 'memberSince', ...benefit.asks])
  if (stated['arrears'] !== undefined && ids.has('instalmentsMissed')) ids.add('arrears') // what it takes to pay them, for the explanation
  const source = sourceOf(reading, eventOn, term)
  const all = await findFacts(ids, source)
  const known: Known = { ...source, found: lookUpIn(all) }
  const facts = Object.fromEntries([...all].filter(([id, each]) => ids.has(id) || each.state === 'known'))
  const seen: Seen = { ...seenOf(reading), eventOn, facts, documents: await documentsFor(reading, known) }
  return { reading, eventOn, term, known, seen, ...limitStates(reading, eventOn, term, known) }
}

function seenOf({ claim, benefit }: Reading): Seen {
  return { benefitId: benefit.id, regulationHash: hashOf(claim.regulation), facts: {}, conditions: [], documents: [] }
}

/** Hashing a regulation costs more than judging by it. */
const hashes = new WeakMap<Regulation, string>()
function hashOf(regulation: Regulation): string {
  const hash = hashes.get(regulation) ?? regulationHash(regulation)
  hashes.set(regulation, hash)
  return hash
}

async function documentsFor({ benefit }: Reading, known: Known): Promise<Seen['documents']> {
  const documents: Seen['documents'] = []
  for (const { id, when } of benefit.documents ?? []) {
    const truth = when ? (await judge(when, known)).truth : true
    if (truth !== false) documents.push({ id, unsure: truth === undefined })
  }
  return documents
}

function limitStates({ benefit, claim }: Reading, eventOn: Day, term: Judging['term'], { found }: Known): Pick<Judging, 'limits' | 'limitsNotSet' | 'limitsMissing'> {
  const { year } = claim.regulation.fundTerms
  const since = found('memberSince')
  const states: Pick<Judging, 'limits' | 'limitsNotSet' | 'limitsMissing'> = { limits: [], limitsNotSet: [], limitsMissing: [] }
  for (const limit of limitsInOrder(benefit)) {
    const atMost = term(limit.atMost)
    if (typeof atMost !== 'number') states.limitsNotSet.push(limit.atMost)
    else if (limit.per === 'year' && year === 'membership' && since.state !== 'known') states.limitsMissing.push(...asksOf(since))
    else if (limit.per === 'year' && year === undefined) throw new Error('a yearly limit without a year: the checker refuses such a regulation')
    else {
      const span = limit.per === 'year' && year ? yearOf(eventOn, year, since.state === 'known' ? String(since.value) : undefined) : undefined
      states.limits.push(limitState(limit, atMost, span, claim.history))
    }
  }
  return states
}

/**
 * What past grants alone rule out: a second time of what happens once, and limits of times or baht with nothing left. Units with nothing
 * left rule out only what is paid by them, but are named beside the others.
 */
function spent({ reading: { benefit, claim }, limits }: Judging): Reason[] {
  const before = benefit.once ? claim.history.find((grant) => grant.benefitId === benefit.id && grant.of === 'member') : undefined
  const used = limits.filter(({ left }) => left === 0)
  const rulesOut = used.some(({ limit }) => limit.of === 'times' || limit.of === 'amount')
  return [...(before ? [{ kind: 'once' as const, grantedOn: before.eventOn }] : []), ...(rulesOut ? used.map((state) => ({ kind: 'limit' as const, ...state })) : [])]
}

/** The conditions are met, or hang only on values the fund has not set: now the amount, its limits, and what is left to people. */
function settle(judging: Judging, grounds: Judgement): Verdict {
  const { reading: { benefit }, limits, seen } = judging
  const raw = calculate(benefit.amount, { found: judging.known.found, term: judging.term, unitsLeft: new Map() })
  if (raw.missing.size > 0) return { outcome: 'incomplete', missing: inOrder(judging.reading, [...raw.missing]), ...seen }
  const { paid, lines, cutBy } = cut(judging, raw)
  if (paid.high === 0 && paid.inKind.length === 0) {
    const empty = cutBy.filter((state) => state.left === 0)
    const reasons: Reason[] = empty.length > 0 ? empty.map((state) => ({ kind: 'limit' as const, ...state })) : [{ kind: 'nothingDue' }]
    return { outcome: 'ineligible', reasons, lines, limits, ...seen }
  }
  const { inKind, worthSatang } = paid
  const uses = Object.fromEntries(limits.map(({ limit }) => [limit.id, limit.of === 'times' ? 1 : limit.of === 'amount' ? paid.high : paid.units.get(limit.of) ?? 0]))
  const people = leftToPeople(judging, grounds, paid)
  const rest = { lines, inKind, worthSatang, limits, uses, ...seen }
  return people.length > 0
    ? { outcome: 'judgement', range: { low: paid.low, high: paid.high }, people, ...rest }
    : { outcome: 'eligible', amountSatang: paid.low, ...rest }
}

/** Cuts units first, then baht, and says what each limit took off. */
function cut({ reading: { benefit }, known, term, limits }: Judging, raw: Calculation): { paid: Calculation; lines: Line[]; cutBy: LimitState[] } {
  let paid = raw
  const lines = [...raw.lines]
  const cutBy: LimitState[] = []
  const unitsLeft = new Map<string, number>()
  for (const state of limits.filter(({ limit }) => limit.of !== 'times')) {
    const { limit, left } = state
    let after: Calculation = { ...paid, low: Math.min(paid.low, left), high: Math.min(paid.high, left) }
    if (limit.of !== 'amount') {
      unitsLeft.set(limit.of, Math.min(left, unitsLeft.get(limit.of) ?? left))
      after = calculate(benefit.amount, { found: known.found, term, unitsLeft })
    }
    if (after.low !== paid.low || after.high !== paid.high) {
      cutBy.push(state)
      lines.push({ kind: 'limit', limit: limit.id, per: limit.per, of: limit.of, atMost: state.atMost, used: state.used, usedOn: state.usedOn, ...taken(paid, after) })
    }
    paid = after
  }
  return { paid, lines, cutBy }
}

const taken = (before: Range, after: Range): Range => ({ low: after.low - before.low, high: after.high - before.high })

function leftToPeople({ reading: { benefit }, limitsNotSet }: Judging, grounds: Judgement, paid: Calculation): LeftToPeople[] {
  const people: LeftToPeople[] = benefit.judgement ? [{ kind: 'judgement', text: benefit.judgement }] : []
  const open = grounds.undecided.map((each) => termOf(each.leaf)).filter((id) => id !== undefined)
  const notSet = [...open, ...limitsNotSet, ...(paid.low === paid.high ? [] : paid.notSet)]
  if (paid.decided && paid.low !== paid.high) people.push({ kind: 'range' })
  return [...people, ...[...new Set(notSet)].map((term) => ({ kind: 'notSet' as const, term }))]
}

/** Questions in the order of the claim form, those of the register after them. */
function inOrder({ benefit }: Reading, ids: string[]): string[] {
  const place = (id: string) => (benefit.asks.includes(id) ? benefit.asks.indexOf(id) : benefit.asks.length)
  return [...new Set(ids)].toSorted((a, b) => place(a) - place(b))
}

/** Every fact that an amount reads. */
export function amountFacts(amount: Amount): string[] {
  return amountsIn(amount).flatMap((each) => {
    if ('perUnit' in each) return [each.perUnit.count]
    if ('ladder' in each || 'steps' in each || 'schedule' in each) return [each.by]
    if ('perYear' in each) return [each.perYear.of]
    if ('percent' in each) return [each.percent.of, ...(each.percent.by ? [each.percent.by] : [])]
    if ('share' in each) return each.share.by ? [each.share.by] : []
    if ('choice' in each) return [each.choice]
    if ('actualCost' in each) return [each.actualCost.of]
    return 'levy' in each ? [each.levy.payers] : []
  })
}

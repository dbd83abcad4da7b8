import { boundsOf, datesOf, type Bound } from './bounds.ts'
import { BadInput } from './bad-input.ts'
import { PluginFailed } from './contained.ts'
import { readClaim, type Claim, type Reading } from './claim.ts'
import { addDays, addMonths, addYears, type Day } from './day.ts'
import { needsOf, type Fact } from './fact.ts'
import { findFacts, sourceOf } from './found.ts'
import { judgeByTable } from './judge-by-table.ts'
import { moveEvent } from './later.ts'
import type { LimitState } from './limit.ts'
import { movedValues } from './mutate.ts'
import { judgeClaim, type Expectation } from './neighbour.ts'
import type { Vocabulary } from './plugin.ts'
import { benefitsOf, type Regulation } from './regulation.ts'
import { compareValues, type Value } from './value.ts'
import type { Verdict } from './verdict.ts'
import { withFacts } from './way.ts'

/** What of a situation was put on a bound or beside it. */
export type Put =
  | { kind: 'ordinary' }
  | { kind: 'fact'; fact: string; value: Value }
  | { kind: 'limit'; limit: string; of: string; used: number; on: Day }
  | { kind: 'once'; on: Day }
  | { kind: 'day'; on: Day }

/** A claim that somebody might make, with what the rules say of it. */
export interface Situation {
  claim: Claim
  put: Put
  /** What was moved to put it there: situations of one lever differ in it alone. */
  lever: string
  /** The base from which it was moved. */
  base: number
  found: Expectation
  verdict: Verdict
}

type Variation = Pick<Situation, 'claim' | 'put' | 'lever'>

/** Rounds in which a claim that does not meet the rules is brought nearer to them. */
const ROUNDS_MAX = 12

/**
 * Claims for a benefit on a day, on and beside each bound of its rules: an ordinary one that meets them, the same with another answer to
 * each choice, and each of these with one thing moved. Those that are incomplete, or cannot be, are left out.
 */
export function situationsOf(regulation: Regulation, benefitId: string, on: Day, vocabulary: Vocabulary): Promise<Situation[]> {
  const key = `${benefitId} ${on}`
  const known = made.get(regulation) ?? new Map<string, Promise<Situation[]>>()
  const situations = known.get(key) ?? makeSituations(regulation, benefitId, on, vocabulary)
  made.set(regulation, known.set(key, situations))
  return situations
}

/** Proposals and the search for what nobody notices look at the same ones. */
const made = new WeakMap<Regulation, Map<string, Promise<Situation[]>>>()

async function makeSituations(regulation: Regulation, benefitId: string, on: Day, vocabulary: Vocabulary): Promise<Situation[]> {
  const bases = await basesOf(regulation, benefitId, eventDayFrom(on), vocabulary)
  const situations: Situation[] = []
  const seen = new Set<string>()
  for (const [base, claim] of bases.entries()) {
    for (const each of [{ claim, put: { kind: 'ordinary' }, lever: '' } satisfies Variation, ...await variationsOf(claim)]) {
      const answered = await completed(each.claim)
      const key = answered && JSON.stringify([answered.claim.answers, answered.claim.member, answered.claim.history, answered.claim.claimedOn, answered.claim.decidedOn])
      if (!answered || key === undefined || seen.has(key)) continue
      seen.add(key)
      situations.push({ ...each, ...answered, base })
    }
  }
  return situations
}

/** The first day from another on before which a month less a day is thirty days, the longest that a calendar gives: else some bounds have no neighbour. */
function eventDayFrom(on: Day): Day {
  const firstOfMonth = `${on.slice(0, 8)}01`
  return addDays(firstOfMonth, -1).endsWith('-31') ? on : eventDayFrom(addMonths(firstOfMonth, 1))
}

/** The ordinary claim, and one for each other answer to a choice that can still meet the rules. */
async function basesOf(regulation: Regulation, benefitId: string, on: Day, vocabulary: Vocabulary): Promise<Claim[]> {
  const nobody: Claim = { regulation, benefitId, answers: {}, member: { facts: {} }, fund: {}, history: [], vocabulary, judgeTree: judgeByTable }
  const first = await fit({ ...nobody, answers: { [readClaim(nobody).benefit.eventOn]: on } })
  if (!first) return []
  const bases = [first]
  for (const { lever, values } of optionsIn(readClaim(first))) {
    for (const to of values) {
      const other = await fit(withFacts(first, readClaim(first), [{ fact: lever, to }]), lever)
      if (other) bases.push(other)
    }
  }
  return bases
}

type Judged = Pick<Situation, 'claim' | 'found' | 'verdict'>

/** Answers what is missing in an ordinary way; undefined where a claim cannot be. */
async function completed(begun: Claim): Promise<Judged | undefined> {
  let claim = begun
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const { found, verdict } = await judgeClaim(claim)
    if (!verdict) return undefined
    if (found.outcome !== 'incomplete') return { claim, found, verdict }
    claim = answerOrdinarily(claim, found.missing)
  }
  return undefined
}

/** Moves one thing after another until the rules are met or nothing brings it nearer. */
async function fit(begun: Claim, held?: string): Promise<Claim | undefined> {
  let now = await completed(begun)
  for (let round = 0; now && round < ROUNDS_MAX; round++) {
    const nearer = await nearerOf(now, held)
    if (!nearer) return now.claim
    now = nearer
  }
  return now?.claim
}

async function nearerOf({ claim, verdict: { outcome }, verdict }: Judged, held: string | undefined): Promise<Judged | undefined> {
  if (outcome !== 'ineligible') return undefined
  let [best, fewest] = [undefined as Judged | undefined, reasonsOf(verdict)]
  for (const each of await variationsOf(claim)) {
    const next = each.lever === held || each.put.kind !== 'fact' ? undefined : await completed(each.claim)
    if (!next || reasonsOf(next.verdict) >= fewest) continue
    best = next
    fewest = reasonsOf(next.verdict)
    if (fewest === 0) return best
  }
  return best
}

const reasonsOf = (verdict: Verdict): number => (verdict.outcome === 'ineligible' ? verdict.reasons.length : 0)

function answerOrdinarily(claim: Claim, missing: readonly string[]): Claim {
  const reading = readClaim(claim)
  const { eventOn } = reading
  if (eventOn === undefined) throw new Error('an event is put on its day before anything else is answered')
  return withFacts(claim, reading, missing.flatMap((fact) => {
    const known = reading.catalogue[fact]
    return known ? [{ fact, to: ordinary(fact, known, eventOn) }] : []
  }))
}

/** A member of twelve years who is fifty, owes nothing and has paid for this month. */
const OF_MEMBER: Readonly<Record<string, (on: Day) => Value>> = {
  memberBornOn: (on) => addDays(addYears(on, -50), -100),
  paidUntil: (on) => addDays(on, 20),
  lastPaidOn: (on) => addDays(on, -10),
  instalmentsMissed: () => 0,
  arrears: () => 0,
  claimedOn: (on) => addDays(on, 7),
  decidedOn: (on) => addDays(on, 14),
}

function ordinary(id: string, fact: Fact, on: Day): Value {
  const own = OF_MEMBER[id]
  if (own) return own(on)
  switch (fact.type) {
    case 'day': return fact.of === 'member' ? addDays(addYears(on, -12), -40) : on
    case 'money': return 100_000
    case 'duration': return { years: 1 }
    case 'flag': return true
    case 'choice': return Object.keys(fact.options ?? {})[0] ?? ''
    default: return 2
  }
}

/** A claim with one thing moved, for each bound of its rules, each limit, and each day on which a value changes. */
async function variationsOf(claim: Claim): Promise<Variation[]> {
  const reading = readClaim(claim)
  const { eventOn, benefit, adopted } = reading
  if (eventOn === undefined) return []
  const { verdict } = await judgeClaim(claim)
  const bounds = boundsOf(claim.regulation, adopted, benefit, eventOn)
  const moved: { lever: string; values: Value[] }[] = [...optionsIn(reading), ...spreadOf(reading)]
  for (const bound of bounds) moved.push(...await leversFor(bound, reading))
  return [
    ...moved.flatMap(({ lever, values }) => values.map((value): Variation => ({ claim: withFacts(claim, reading, [{ fact: lever, to: value }]), put: { kind: 'fact', fact: lever, value }, lever }))),
    ...pastOf(claim, eventOn, verdict),
    ...datesOf(adopted, eventOn).flatMap((date) => [addDays(date, -1), date]).filter((on) => on > eventOn).map((on): Variation => ({ claim: moveEvent(claim, reading, on, claim.regulation), put: { kind: 'day', on }, lever: 'day' })),
  ]
}

/** The other options of each choice and flag that is answered. */
function optionsIn({ catalogue, stated }: Reading): { lever: string; values: Value[] }[] {
  return Object.entries(stated).flatMap(([lever, current]) => {
    const fact = catalogue[lever]
    if (fact?.type !== 'choice' && fact?.type !== 'flag') return []
    return [{ lever, values: fact.type === 'flag' ? [current !== true] : Object.keys(fact.options ?? {}).filter((option) => option !== current) }]
  })
}

const COUNTS = [0, 1, 2, 3, 5, 10, 30, 100]
const SATANGS = [0, 100, 50_000, 1_000_000, 10_000_000]

/** Little and much of whatever is counted, by which it shows what an amount is cut to. */
function spreadOf({ catalogue, stated }: Reading): { lever: string; values: Value[] }[] {
  return Object.keys(stated).flatMap((lever) => {
    const type = catalogue[lever]?.type
    if (type === 'money') return [{ lever, values: SATANGS }]
    return type === 'count' || type === 'days' || type === 'number' ? [{ lever, values: COUNTS }] : []
  })
}

/** The facts that can be stated to put a fact on its bound and a unit to either side, each with the values that do. */
async function leversFor({ fact: id, value }: Bound, reading: Reading): Promise<{ lever: string; values: Value[] }[]> {
  const fact = reading.catalogue[id]
  if (!fact) return []
  const around = [value, ...movedValues(fact.type, value, fact.scale ?? 0, Object.keys(fact.options ?? {}))]
  if (fact.from !== 'derived') return [{ lever: id, values: around }]
  const bases = basesIn(id, reading).filter((each) => each !== reading.benefit.eventOn)
  if (fact.type === 'day') return bases.map((lever) => ({ lever, values: around }))
  const found: { lever: string; values: Value[] }[] = []
  for (const lever of bases) {
    const values = reading.catalogue[lever]?.type === 'day' ? await daysFor(id, value, lever, reading) : await numbersFor(id, value, lever, reading)
    if (values.length > 0) found.push({ lever, values })
  }
  return found
}

/** The facts that a derived fact rests on in the end. */
function basesIn(id: string, { catalogue }: Reading): string[] {
  const fact = catalogue[id]
  return fact?.from === 'derived' ? [...new Set(needsOf(fact).flatMap((need) => basesIn(need, { catalogue } as Reading)))] : [id] // the catalogue is all it reads
}

const FAR_DAYS = 120 * 366

/** For a fact that grows with the time between a day and the event: the nearest days at which it reaches a bound and passes it, and the days beside them. */
async function daysFor(id: string, bound: Value, lever: string, reading: Reading): Promise<Day[]> {
  const { eventOn, catalogue } = reading
  const type = catalogue[id]?.type
  if (eventOn === undefined || !type) return []
  const nearest = async (direction: -1 | 1, holds: (order: number) => boolean): Promise<Day[]> => {
    const holdsAt = async (days: number): Promise<boolean> => {
      const value = await valueWith(id, lever, addDays(eventOn, direction * days), reading)
      return value !== undefined && holds(compareValues(type, value, bound))
    }
    if (!await holdsAt(FAR_DAYS) || await holdsAt(0)) return []
    let [not, is] = [0, FAR_DAYS]
    while (is - not > 1) {
      const middle = Math.floor((not + is) / 2)
      if (await holdsAt(middle)) is = middle
      else not = middle
    }
    return [addDays(eventOn, direction * is), addDays(eventOn, direction * not)]
  }
  const days: Day[] = []
  for (const direction of [-1, 1] as const) days.push(...await nearest(direction, (order) => order >= 0), ...await nearest(direction, (order) => order > 0))
  return days
}

/** For a sum or difference: the numbers that bring it to its bound and a unit to either side. */
async function numbersFor(id: string, bound: Value, lever: string, reading: Reading): Promise<Value[]> {
  const fact = reading.catalogue[lever]
  const now = reading.stated[lever]
  const sum = typeof now === 'number' ? await valueWith(id, lever, now, reading) : undefined
  if (!fact || typeof now !== 'number' || typeof sum !== 'number' || typeof bound !== 'number') return []
  return [now + bound - sum, now - bound + sum].filter((each) => each >= 0).flatMap((each) => [each, ...movedValues(fact.type, each, fact.scale ?? 0, [])])
}

/** What a derived fact is where another is stated otherwise; undefined where it cannot be told, or the two cannot be. */
async function valueWith(id: string, lever: string, value: Value, reading: Reading): Promise<Value | undefined> {
  try {
    const found = (await findFacts([id], sourceOf({ ...reading, stated: { ...reading.stated, [lever]: value } }, reading.eventOn ?? ''))).get(id)
    return found?.state === 'known' ? found.value : undefined
  } catch (error) {
    if (error instanceof BadInput || error instanceof PluginFailed) return undefined
    throw error
  }
}

/** What was granted before: so much of each limit that all, a unit more than enough, just enough, a unit less or nothing is left; in this span and in the one before. */
function pastOf(claim: Claim, eventOn: Day, verdict: Verdict | undefined): Variation[] {
  if (!verdict || verdict.outcome === 'incomplete') return []
  const due = 'uses' in verdict ? verdict.uses : {}
  const before = (on: Day, uses: Record<string, number>): Claim => ({ ...claim, history: [{ benefitId: claim.benefitId, eventOn: on, of: 'member', amountSatang: 0, uses }] })
  const counted = verdict.limits.filter(({ limit }) => limit.per !== 'event').flatMap((state) => usesOf(state, due[state.limit.id] ?? 0).map(({ used, on }): Variation => ({
    claim: before(on, { [state.limit.id]: used }), put: { kind: 'limit', limit: state.limit.id, of: state.limit.of, used, on }, lever: `limit ${state.limit.id} ${on}`,
  })))
  const once: Day = addDays(eventOn, -400)
  return [...counted, ...(isOnce(claim) ? [{ claim: before(once, {}), put: { kind: 'once', on: once }, lever: 'once' } satisfies Variation] : [])]
}

function usesOf({ limit, atMost, span }: LimitState, due: number): { used: number; on: Day }[] {
  const unit = limit.of === 'amount' ? 100 : 1
  const now: Day | undefined = span?.fromOn
  const used = [atMost, atMost - unit, atMost - due + unit, atMost - due, atMost - due - unit].filter((each) => each > 0)
  return now === undefined ? used.map((each) => ({ used: each, on: '2001-01-01' })) : [...used.map((each) => ({ used: each, on: now })), { used: atMost, on: addDays(now, -1) }]
}

const isOnce = ({ regulation, benefitId }: Claim): boolean => benefitsOf(regulation).some(({ benefit }) => benefit.id === benefitId && benefit.once === true)

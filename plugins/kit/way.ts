import { BadInput } from './bad-input.ts'
import { readClaim, type Claim, type Reading } from './claim.ts'
import { changeable, candidateValues } from './candidates.ts'
import type { Day } from './day.ts'
import { evaluate } from './evaluate.ts'
import { daysWorthTrying, moveEvent } from './later.ts'
import type { Found } from './known.ts'
import type { Publication, Regulation } from './regulation.ts'
import type { Reason, Verdict } from './verdict.ts'
import type { Value } from './value.ts'

/** One thing that would have to be different, as of the claim or the decision. */
export interface Change {
  fact: string
  from: Found
  to: Value
}

/**
 * The nearest way to yes. `thisClaim`: with these changes this same claim meets the rules. `laterEvent`: an event from this day on would
 * (with these changes, where there are any). `none`: nobody can change these reasons. `nearest` is false where there were more ways than
 * were looked at. `verdict` is the one that the way leads to.
 */
export type Way =
  | { kind: 'thisClaim'; changes: Change[]; nearest: boolean; verdict: Verdict }
  | { kind: 'laterEvent'; fromOn: Day; changes: Change[]; nearest: boolean; verdict: Verdict }
  | { kind: 'none'; because: Reason[] }

/** At most so many claims are tried in the search for one way. */
export const TRIES_MAX = 256

interface Search {
  triesLeft: number
  /** Whether a way may leave questions open, because the claim itself does. */
  open: boolean
}

/**
 * Finds the nearest way to yes for a claim that does not meet the rules: fewest changes, then the earliest day, then the least money,
 * then the order of ids. Only what is as of the claim or the decision can be changed for this claim; for the rest it says from which day
 * a later event would qualify. `publications` are the fund's regulations in the order of their days, so that a later day is judged by its own.
 */
export async function findWay(claim: Claim, verdict: Verdict, publications: readonly Publication[] = []): Promise<Way> {
  if (verdict.outcome !== 'ineligible') throw new Error('only a claim that does not meet the rules needs a way')
  const reading = readClaim(claim)
  const search: Search = { triesLeft: TRIES_MAX, open: Object.values(verdict.facts).some((found) => found.state === 'unknown') }
  const facts = changeable(reading, verdict)
  const hopeless = await evaluate(withoutFacts(claim, facts))
  if (hopeless.outcome !== 'ineligible') {
    for (let size = 1; size <= facts.length && search.triesLeft > 0; size++) {
      const found = await nearestOf(claim, reading, verdict, facts, size, search)
      if (found) return { kind: 'thisClaim', ...found, nearest: search.triesLeft > 0 }
    }
  }
  return (reading.benefit.once ? undefined : await laterWay(claim, reading, verdict, facts, publications, search))
    ?? { kind: 'none', because: hopeless.outcome === 'ineligible' ? hopeless.reasons : verdict.reasons }
}

/** The day of the claim moves with the event: a claim that came too late would come too late again. */
async function laterWay(claim: Claim, reading: Reading, verdict: Verdict, changeableNow: readonly string[], publications: readonly Publication[], search: Search): Promise<Way | undefined> {
  const facts = changeableNow.filter((id) => id !== 'claimedOn')
  const days = await daysWorthTrying(reading, verdict, publications)
  for (let size = 0; size <= facts.length; size++) {
    for (const fromOn of days) {
      if (search.triesLeft <= 0) return undefined
      const later = moveEvent(claim, reading, fromOn, regulationOn(claim, publications, fromOn))
      const laterReading = await unlessImpossible(async () => readClaim(later))
      if (!laterReading || (size > 0 && (await unlessImpossible(() => evaluate(withoutFacts(later, facts))))?.outcome === 'ineligible')) continue
      const found = await nearestOf(later, laterReading, verdict, facts, size, search)
      if (found) return { kind: 'laterEvent', fromOn, ...found, nearest: search.triesLeft > 0 }
    }
  }
  return undefined
}

const regulationOn = (claim: Claim, publications: readonly Publication[], day: Day): Regulation =>
  publications.findLast((each) => each.fromOn <= day)?.regulation ?? claim.regulation

/** Of all ways with so many changes, the one with the least money, then the least ids. */
async function nearestOf(claim: Claim, reading: Reading, verdict: Verdict, facts: readonly string[], size: number, search: Search): Promise<{ changes: Change[]; verdict: Verdict } | undefined> {
  let best: { changes: Change[]; verdict: Verdict } | undefined
  for (const changes of combinations(facts, size, (fact) => candidateValues(fact, reading, verdict))) {
    if (search.triesLeft-- <= 0) break
    const named = changes.map(({ fact, to }) => ({ fact, to, from: verdict.facts[fact] ?? { state: 'unknown' as const, ask: [fact] } }))
    const result = await unlessImpossible(() => evaluate(withFacts(claim, reading, named)))
    const passes = result?.outcome === 'eligible' || result?.outcome === 'judgement' || (search.open && result?.outcome === 'incomplete')
    if (result && passes && (!best || compareChanges(reading, named, best.changes) < 0)) best = { changes: named, verdict: result }
  }
  return best
}

/** What comes of a claim made up for the search; nothing where it cannot be (more used than there are, a day beyond those that can be entered). */
async function unlessImpossible<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BadInput) return undefined
    throw error
  }
}

function* combinations(facts: readonly string[], size: number, values: (fact: string) => Value[]): Generator<{ fact: string; to: Value }[]> {
  if (size === 0) return void (yield [])
  for (const [place, fact] of facts.entries()) {
    for (const rest of combinations(facts.slice(place + 1), size - 1, values)) {
      for (const to of values(fact)) yield [{ fact, to }, ...rest]
    }
  }
}

function compareChanges(reading: Reading, a: readonly Change[], b: readonly Change[]): number {
  const latest = (changes: readonly Change[]) => changes.flatMap(({ fact, to }) => (reading.catalogue[fact]?.type === 'day' ? [String(to)] : [])).toSorted().at(-1) ?? ''
  const size = (changes: readonly Change[], money: boolean) => changes.reduce((sum, { fact, from, to }) => {
    const type = reading.catalogue[fact]?.type
    return typeof to !== 'number' || (type === 'money') !== money ? sum : sum + Math.abs(to - (from.state === 'known' ? Number(from.value) : 0))
  }, 0)
  const ids = (changes: readonly Change[]) => changes.map(({ fact, to }) => `${fact}=${JSON.stringify(to)}`).join()
  return order(latest(a), latest(b)) || size(a, true) - size(b, true) || size(a, false) - size(b, false) || order(ids(a), ids(b))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The claim with the changes made, each in the place its fact comes from. */
export function withFacts(claim: Claim, reading: Reading, changes: readonly Pick<Change, 'fact' | 'to'>[]): Claim {
  const next = withoutFacts(claim, changes.map((each) => each.fact))
  const answers: Record<string, Value> = { ...next.answers }
  const recorded: Record<string, Value> = { ...next.member.facts }
  for (const { fact, to } of changes) {
    if (fact === 'claimedOn' || fact === 'decidedOn') Object.assign(next, { [fact]: to })
    else if (reading.catalogue[fact]?.from === 'asked') answers[fact] = to
    else recorded[fact] = to
  }
  return { ...next, answers, member: { ...next.member, facts: recorded } }
}

function withoutFacts(claim: Claim, facts: readonly string[]): Claim {
  const without = (values: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(values).filter(([id]) => !facts.includes(id)))
  const { claimedOn, decidedOn, ...rest } = claim
  return {
    ...rest,
    answers: without(claim.answers),
    member: { ...claim.member, facts: without(claim.member.facts) },
    fund: without(claim.fund),
    ...(claimedOn === undefined || facts.includes('claimedOn') ? {} : { claimedOn }),
    ...(decidedOn === undefined || facts.includes('decidedOn') ? {} : { decidedOn }),
  }
}

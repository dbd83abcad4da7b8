import { allLeaves, literalOf } from './candidates.ts'
import type { Claim, Reading } from './claim.ts'
import { addDays, daysBetween, type Day } from './day.ts'
import { findFacts, sourceOf } from './found.ts'
import { datedValues, type Publication, type Regulation } from './regulation.ts'
import { compareValues, type Value } from './value.ts'
import type { Verdict } from './verdict.ts'

const HORIZON_DAYS = 120 * 365

/**
 * The same claim had its event been on another day: what is asked of the event moves with it, the claim is made as long after it, and the
 * member has gone on paying as before.
 */
export function moveEvent(claim: Claim, reading: Reading, eventOn: Day, regulation: Regulation): Claim {
  if (reading.eventOn === undefined) throw new Error('a claim without its event cannot be moved')
  const days = daysBetween(reading.eventOn, eventOn)
  const moved = (id: string, value: Value): Value => {
    const fact = reading.catalogue[id]
    const moves = fact?.type === 'day' && (fact.from === 'asked' || id === 'paidUntil' || id === 'lastPaidOn')
    return moves ? addDays(String(value), days) : value
  }
  const all = (values: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(values).map(([id, value]) => [id, moved(id, value)]))
  const covered = claim.member.covered?.map((each, place, list) => (place === list.length - 1 ? { ...each, until: addDays(each.until, days) } : each))
  return {
    ...claim,
    regulation,
    answers: all(claim.answers),
    member: { facts: all(claim.member.facts), ...(covered ? { covered } : {}) },
    ...(claim.claimedOn === undefined ? {} : { claimedOn: addDays(claim.claimedOn, days) }),
    ...(claim.decidedOn === undefined ? {} : { decidedOn: addDays(claim.decidedOn, days) }),
  }
}

/** The days on which something changes: a bound is reached or passed, a year of limits begins anew, a value or a regulation takes effect. */
export async function daysWorthTrying(reading: Reading, verdict: Verdict, publications: readonly Publication[]): Promise<Day[]> {
  const { eventOn, adopted } = reading
  if (eventOn === undefined) return []
  const limits = verdict.outcome === 'incomplete' ? [] : verdict.limits
  const days = new Set<Day>(limits.flatMap(({ span }) => (span ? [addDays(span.untilOn, 1)] : [])))
  for (const [id, term] of Object.entries(adopted.pack.terms)) for (const each of datedValues(adopted, id, term)) days.add(each.from)
  for (const each of publications) days.add(each.fromOn)
  for (const leaf of allLeaves(reading)) {
    const bound = literalOf(leaf, reading)
    if (bound === undefined) continue
    if (typeof bound === 'string' && reading.catalogue[leaf.fact]?.type === 'day') for (const day of daysAround(leaf.fact, bound, reading)) days.add(day)
    for (const day of await daysReaching(leaf.fact, bound, reading)) days.add(day)
  }
  return [...days].filter((day) => day > eventOn && daysBetween(eventOn, day) <= HORIZON_DAYS).toSorted()
}

/** Days on which a day that moves with the event stands on its bound or beside it; the day of joining is itself a bound for the event. */
function daysAround(factId: string, bound: Day, { stated, eventOn = bound }: Reading): Day[] {
  const current = stated[factId]
  const offset = typeof current === 'string' ? daysBetween(current, eventOn) : 0
  const since = stated['joinedOn'] ?? stated['appliedOn'] ?? stated['approvedOn'] ?? stated['memberSince']
  return [-1, 0, 1].map((days) => addDays(bound, offset + days)).concat(typeof since === 'string' ? [since] : [])
}

/** The first days on which a fact that grows with time reaches a bound, and passes it. */
async function daysReaching(factId: string, bound: Value, reading: Reading): Promise<Day[]> {
  const type = reading.catalogue[factId]?.type
  const { eventOn } = reading
  if (!type || eventOn === undefined || reading.catalogue[factId]?.from !== 'derived') return []
  const orderAfter = async (days: number): Promise<number | undefined> => {
    const value = await valueOn(factId, addDays(eventOn, days), reading)
    return value === undefined ? undefined : compareValues(type, value, bound)
  }
  const firstWhere = async (holds: (order: number) => boolean): Promise<Day[]> => {
    const [before, after] = [await orderAfter(0), await orderAfter(HORIZON_DAYS)]
    if (before === undefined || after === undefined || holds(before) || !holds(after)) return []
    let [low, high] = [0, HORIZON_DAYS]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      const order = await orderAfter(middle)
      if (order !== undefined && holds(order)) high = middle
      else low = middle
    }
    return [addDays(eventOn, high)]
  }
  return [...await firstWhere((order) => order >= 0), ...await firstWhere((order) => order > 0)]
}

async function valueOn(factId: string, day: Day, reading: Reading): Promise<Value | undefined> {
  const moved = moveEvent(reading.claim, reading, day, reading.claim.regulation)
  const stated: Record<string, Value> = { ...moved.answers, ...moved.member.facts, ...moved.fund }
  if (stated[factId] !== undefined) return undefined
  const found = await findFacts([factId], sourceOf({ ...reading, claim: moved, stated }, day))
  const result = found.get(factId)
  return result?.state === 'known' ? result.value : undefined
}

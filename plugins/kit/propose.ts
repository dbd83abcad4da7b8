import { daysBetween, type Day } from './day.ts'
import { compareDurations, type Duration } from './duration.ts'
import { asExpected, judgeNeighbour, matches, type Neighbour, type NeighbourResult } from './neighbour.ts'
import { aboutOf, neighbourOfSituation, toldFact } from './neighbour-words.ts'
import type { Vocabulary } from './plugin.ts'
import { benefitsOf, type Regulation } from './regulation.ts'
import { situationsOf, type Situation } from './situations.ts'
import { compareValues, type Value } from './value.ts'
import type { Text } from './text.ts'

/** An example person who is missing beside a bound, as the rules judge them now. */
export interface Proposal {
  /** What the bound is a bound of: "จำนวนวันที่เป็นสมาชิก". */
  about: Text
  neighbour: Neighbour
}

/**
 * The example people who are missing beside the bounds of a benefit, on a day: one who simply gets it, and one on each side of every
 * condition's bound, ladder's step, limit, claim window and day from which a value changes. Whoever stands there already is not proposed.
 */
export async function propose(regulation: Regulation, benefitId: string, neighbours: readonly Neighbour[], on: Day, vocabulary: Vocabulary): Promise<Proposal[]> {
  const situations = await situationsOf(regulation, benefitId, on, vocabulary)
  const there = await Promise.all(neighbours.filter(({ benefit }) => benefit === benefitId).map((each) => judgeNeighbour(each, regulation, vocabulary)))
  const names = neighbours.filter(({ benefit }) => benefit === benefitId).map(({ person }) => person.name)
  const proposals: Proposal[] = []
  for (const situation of besideBounds(situations)) {
    if (there.some((result) => standsThere(result, situation))) continue
    const neighbour = neighbourOfSituation(situation, names)
    names.push(neighbour.person.name)
    proposals.push({ about: aboutOf(situation), neighbour })
  }
  return proposals
}

/** The same for every benefit of a regulation, in its order. */
export async function proposeAll(regulation: Regulation, neighbours: readonly Neighbour[], on: Day, vocabulary: Vocabulary, goOn: () => Promise<boolean>): Promise<Proposal[]> {
  const proposals: Proposal[] = []
  for (const { benefit } of benefitsOf(regulation)) {
    if (!await goOn()) break
    proposals.push(...await propose(regulation, benefit.id, neighbours, on, vocabulary))
  }
  return proposals
}

/** The ordinary situation, and the pairs between which the rules change their mind. */
export function besideBounds(situations: readonly Situation[]): Situation[] {
  const [ordinary] = situations.filter(({ put }) => put.kind === 'ordinary')
  const chosen = new Set<Situation>(ordinary ? [ordinary] : [])
  for (const row of rowsOf(situations)) {
    if (row.every(({ put }) => put.kind === 'once') || isChoice(row)) for (const each of row) { if (ordinary && differ(each, ordinary)) chosen.add(each) }
    else for (const each of pairsIn(row).flat()) chosen.add(situations.find(({ claim }) => claim === each.claim) ?? each)
  }
  return [...chosen].filter((each) => each === ordinary || each.base === 0 || !hasTwin(each, situations))
}

/** Situations that differ in one lever, in its order; the ordinary one of their base has its place among them. */
function rowsOf(situations: readonly Situation[]): Situation[][] {
  const rows = new Map<string, Situation[]>()
  for (const each of situations) {
    if (each.put.kind === 'ordinary') continue
    const key = `${each.base} ${each.lever}`
    rows.set(key, [...(rows.get(key) ?? begunBy(each, situations)), each])
  }
  return [...rows.values()].map((row) => row.toSorted((a, b) => order(measureOf(a), measureOf(b))))
}

function begunBy({ base, lever, put }: Situation, situations: readonly Situation[]): Situation[] {
  const ordinary = situations.find((each) => each.base === base && each.put.kind === 'ordinary')
  const value = ordinary && { ...ordinary.claim.member.facts, ...ordinary.claim.answers, claimedOn: ordinary.claim.claimedOn }[lever]
  return put.kind === 'fact' && ordinary && value !== undefined ? [{ ...ordinary, lever, put: { kind: 'fact', fact: lever, value } }] : []
}

/** Of two bases the first tells a bound that both have. */
function hasTwin({ lever, put }: Situation, situations: readonly Situation[]): boolean {
  return situations.some((each) => each.base === 0 && each.lever === lever && JSON.stringify(each.put) === JSON.stringify(put))
}

const measureOf = ({ put }: Situation): Value => (put.kind === 'fact' ? put.value : put.kind === 'limit' ? put.used : put.kind === 'day' ? put.on : 0)
const isChoice = ([first]: readonly Situation[]): boolean => first?.put.kind === 'fact' && (typeof first.put.value === 'boolean' || (typeof first.put.value === 'string' && !isDay(first.put.value)))
const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value)
const order = (a: Value, b: Value): number => (typeof a === 'object' && typeof b === 'object' ? compareDurations(a as Duration, b as Duration) : compareValues('number', a, b)) // two values of one lever are of one type

/** Next to each other in a row: where the outcome becomes another, where the amount takes a step, and where it no longer rises as it did. */
function pairsIn(row: readonly Situation[]): [Situation, Situation][] {
  const rises = row.map((one, at) => { const other = row[at + 1]; return other && isNext(one, other) ? riseOf(one, other) : 0 })
  const isStep = (at: number) => rises[at] !== 0 && [rises[at - 1], rises[at + 1]].every((beside) => beside === undefined || beside === 0)
  const isCap = (at: number) => rises[at] === 0 && [-1, 1].some((way) => rises[at + way] !== undefined && rises[at + way] !== 0 && rises[at + way] === rises[at + 2 * way])
  return row.slice(1).flatMap((other, at): [Situation, Situation][] => {
    const one = row[at]
    if (!one || !isNext(one, other)) return []
    if (rises[at] === undefined) return differ(one, other) ? [[one, other]] : []
    return isStep(at) || isCap(at) ? [[one, other]] : []
  })
}

/** By how much the amount rises; undefined where it is not only an amount that differs. */
function riseOf({ found: one }: Situation, { found: other }: Situation): number | undefined {
  return one.outcome === 'eligible' && other.outcome === 'eligible' ? other.satang - one.satang : undefined
}

/** The least that two values can lie apart: a day, a unit, a baht, a part of one. */
function isNext(one: Situation, other: Situation): boolean {
  const [a, b] = [measureOf(one), measureOf(other)]
  if (typeof a === 'string' && typeof b === 'string') return daysBetween(a, b) === 1
  if (typeof a === 'object' && typeof b === 'object') return true
  const apart = Number(b) - Number(a)
  return apart === 1 || apart === 100 || (apart > 0 && apart < 1)
}

const differ = (one: Situation, other: Situation): boolean => !matches(asExpected(one.found), other.found)

/** Whether an example person stands where a situation does. */
function standsThere({ found, verdict }: NeighbourResult, situation: Situation): boolean {
  const { put } = situation
  if (!verdict) return false
  switch (put.kind) {
    case 'ordinary': return found.outcome === situation.found.outcome
    case 'day': return verdict.eventOn === put.on
    case 'once': return verdict.outcome === 'ineligible' && verdict.reasons.some(({ kind }) => kind === 'once')
    case 'limit': return verdict.outcome !== 'incomplete' && verdict.limits.some(({ limit, used }) => limit.id === put.limit && used === put.used)
    case 'fact': {
      const told = toldFact(situation)
      const [theirs, its] = [verdict.facts[told], situation.verdict.facts[told]]
      return theirs?.state === 'known' && its?.state === 'known' && JSON.stringify(theirs.value) === JSON.stringify(its.value)
    }
  }
}

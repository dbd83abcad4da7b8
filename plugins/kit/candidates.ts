import { leavesOf, termOf, type Leaf } from './condition.ts'
import type { Reading } from './claim.ts'
import { addDays } from './day.ts'
import { needsOf, type Fact } from './fact.ts'
import { groundsOf } from './grounds.ts'
import { termsOn } from './claim.ts'
import type { Verdict } from './verdict.ts'
import type { Value } from './value.ts'

/** Facts about arrears: as of the claim where the fund lets them be cured until then. */
const CURED = ['instalmentsMissed', 'arrears', 'daysSincePayment']

/** The facts of this claim that can still be changed: what is as of the claim or the decision, in the order of ids. */
export function changeable({ catalogue, claim }: Reading, verdict: Verdict): string[] {
  const cured = claim.regulation.fundTerms.arrearsCured === 'untilClaim'
  return Object.keys(verdict.facts).filter((id) => {
    const fact = catalogue[id]
    if (!fact) return false
    return CURED.includes(id) ? cured : fact.from !== 'derived' && (fact.asOf ?? 'event') !== 'event'
  }).toSorted()
}

/**
 * The values worth trying for a fact: every other option of a choice; for what is counted or dated, each bound it is compared with
 * (itself or through a sum or difference), one unit to either side of it, and the least above nothing. A day already come cannot move back.
 */
export function candidateValues(id: string, reading: Reading, verdict: Verdict): Value[] {
  const fact = reading.catalogue[id]
  if (!fact || reading.eventOn === undefined) return []
  const found = verdict.facts[id]
  const current = found?.state === 'known' ? found.value : undefined
  if (CURED.includes(id)) return current === 0 ? [] : [0]
  if (fact.type === 'flag') return [true, false].filter((value) => value !== current)
  if (fact.type === 'choice') return Object.keys(fact.options ?? {}).filter((value) => value !== current)
  const bounds = boundsOf(id, reading)
  const around = fact.type === 'day'
    ? bounds.flatMap((bound) => [-1, 0, 1].map((days) => addDays(String(bound), days))).filter((day) => current === undefined || day > String(current))
    : fact.type === 'duration' ? [...bounds, { days: 0 }] : [...bounds.flatMap((bound) => [-1, 0, 1].map((units) => Number(bound) + units * unitOf(fact))), unitOf(fact)].filter((value) => value >= 0)
  return [...new Set(around)].filter((value) => value !== current)
}

const unitOf = (fact: Fact): number => ({ money: 100, number: 10 ** -(fact.scale ?? 0), count: 1, days: 1 } as Record<string, number>)[fact.type] ?? 1

/** More days than lie between any two that can be entered. */
const DAYS_MAX = 250_000

/** Every bound that a fact is compared with, moved to the fact's own measure where the comparison is with a sum or difference of it. */
function boundsOf(id: string, reading: Reading): Value[] {
  const { catalogue, stated } = reading
  return allLeaves(reading).flatMap((leaf) => {
    const wanted = literalOf(leaf, reading)
    if (wanted === undefined) return []
    if (leaf.fact === id) return [wanted]
    const fact = catalogue[leaf.fact]
    if (!fact || !('sum' in fact || 'difference' in fact) || typeof wanted !== 'number') return []
    const [a, b] = needsOf(fact)
    const other = stated[(id === a ? b : a) ?? '']
    if ((id !== a && id !== b) || other === undefined) return []
    if (typeof other === 'string') return wanted <= DAYS_MAX ? [addDays(other, id === a ? wanted : -wanted)] : []
    return ['sum' in fact ? wanted - Number(other) : id === a ? wanted + Number(other) : Number(other) - wanted]
  })
}

/** The leaves of everything that must hold, and of the questions that are only sometimes put. */
export function allLeaves(reading: Reading): Leaf[] {
  if (reading.eventOn === undefined) return []
  const grounds = leavesOf(groundsOf(reading, reading.eventOn, termsOn(reading.adopted, reading.eventOn)))
  const askedWhen = Object.values(reading.adopted.pack.facts ?? {}).flatMap((fact) => ('askedWhen' in fact ? leavesOf(fact.askedWhen) : []))
  return [...grounds, ...askedWhen]
}

/** The value a leaf compares with on the event's day; undefined for a list or a term that is not set. */
export function literalOf(leaf: Leaf, reading: Reading): Value | undefined {
  const termId = termOf(leaf)
  if (termId === undefined) return Array.isArray(leaf.value) ? undefined : (leaf.value as Value) // neither a list nor a term: a literal
  return reading.eventOn === undefined ? undefined : (termsOn(reading.adopted, reading.eventOn)(termId) as Value | undefined) // conditions compare only with scalar terms
}

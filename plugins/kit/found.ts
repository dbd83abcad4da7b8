import { termsOn, type Reading } from './claim.ts'
import { leavesOf } from './condition.ts'
import { judge } from './judge.ts'
import { asksOf, type Found, type Known } from './known.ts'
import { wordMissing } from './contained.ts'
import { contributedDays, contributedTime, type Covered } from './contributed.ts'
import { daysBetween, type Day } from './day.ts'
import { BadInput } from './bad-input.ts'
import { needsOf, type Fact } from './fact.ts'
import { judgeByEngine, type JudgeTree } from './engine.ts'
import type { Operator } from './operator.ts'
import type { FundTerms } from './fund-terms.ts'
import { compareValues, valueSchema, type Value } from './value.ts'

/** What facts are found from. */
export interface FactSource {
  stated: Readonly<Record<string, Value>>
  covered?: readonly Covered[] | undefined
  eventOn: Day
  fundTerms: FundTerms
  catalogue: Readonly<Record<string, Fact>>
  term: (termId: string) => Value | undefined
  operators: Readonly<Record<string, Operator>>
  judgeTree: JudgeTree
}

/** What the facts of a claim are found from, if its event had been on a day. */
export const sourceOf = ({ claim, adopted, catalogue, stated, vocabulary }: Reading, eventOn: Day, term = termsOn(adopted, eventOn)): FactSource => ({
  stated, covered: claim.member.covered, eventOn, fundTerms: claim.regulation.fundTerms, catalogue, operators: vocabulary.operators, judgeTree: claim.judgeTree ?? judgeByEngine,
  term: (id) => term(id) as Value | undefined, // conditions compare only with scalar terms: the checker says so
})

/** Finds the facts named and all that they rest on. */
export async function findFacts(ids: Iterable<string>, source: FactSource): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>()
  const lookUp = lookUpIn(found)
  const find = async (id: string): Promise<Found> => {
    const known = found.get(id)
    if (known) return known
    const fact = source.catalogue[id]
    if (!fact) throw wordMissing('fact', id)
    for (const need of restsOn(fact)) await find(need)
    const result = await findOne(id, fact, source, lookUp)
    found.set(id, result)
    return result
  }
  for (const id of ids) await find(id)
  return found
}

/** A fact among those that were found. */
export const lookUpIn = (found: ReadonlyMap<string, Found>) => (id: string): Found => {
  const each = found.get(id)
  if (!each) throw new Error(`the fact "${id}" was not looked up`)
  return each
}

/** The facts that must be found before this one. */
export function restsOn(fact: Fact): string[] {
  const asked = 'askedWhen' in fact && fact.askedWhen ? factsIn(fact.askedWhen) : []
  return [...needsOf(fact), ...asked]
}

async function findOne(id: string, fact: Fact, source: FactSource, lookUp: (id: string) => Found): Promise<Found> {
  if ('askedWhen' in fact && fact.askedWhen) {
    const known: Known = { ...source, found: lookUp }
    const { truth, undecided } = await judge(fact.askedWhen, known)
    if (truth === false) return { state: 'notApplicable' }
    if (truth === undefined) return { state: 'unknown', ask: [...new Set(undecided.flatMap((each) => asksOf(each.found)))] }
  }
  const derived = fact.from === 'derived' ? derive(id, fact, source, lookUp) : undefined
  const stated = source.stated[id]
  if (stated !== undefined) {
    if (derived?.state === 'known' && compareValues(fact.type, derived.value, stated) !== 0) {
      throw new BadInput(id, { th: `ค่าที่ระบุของ "${fact.label.th}" ไม่ตรงกับที่คำนวณได้`, en: `the stated "${fact.label.en}" contradicts what follows from the other facts` })
    }
    return { state: 'known', value: stated, from: fact.from === 'derived' ? 'stated' : fact.from }
  }
  return derived ?? { state: 'unknown', ask: [id] }
}

function derive(id: string, fact: Extract<Fact, { from: 'derived' }>, source: FactSource, lookUp: (id: string) => Found): Found {
  if (source.covered && id === 'contributed') return ok(contributedTime(source.covered, source.eventOn, source.fundTerms.clock))
  if (source.covered && id === 'contributedDays') return ok(contributedDays(source.covered, source.eventOn))
  const needs = needsOf(fact).map((need) => ({ need, found: lookUp(need) }))
  if (needs.some(({ found }) => found.state === 'notApplicable')) return { state: 'notApplicable' }
  const ask = needs.flatMap(({ found }) => asksOf(found))
  if (ask.length > 0) return { state: 'unknown', ask: [...new Set(ask)] }
  const values = Object.fromEntries(needs.flatMap(({ need, found }) => (found.state === 'known' ? [[need, found.value]] : [])))
  if ('derive' in fact) return ok(fact.derive(values, { eventOn: source.eventOn, fundTerms: source.fundTerms }))
  const [a, b] = needsOf(fact).map((need) => values[need])
  return ok(within(id, fact, 'sum' in fact ? total(a, b) : difference(id, fact, a, b)))
}

/** Sums of sums can leave what their type holds, and every number that a computer does. */
function within(id: string, fact: Fact, value: Value): Value {
  if (valueSchema(fact).safeParse(value).success) return value
  throw new BadInput(id, { th: `"${fact.label.th}" มากเกินกว่าที่คิดได้ โปรดตรวจจำนวนที่กรอก`, en: `"${fact.label.en}" is more than can be calculated with: check the numbers entered` })
}

const ok = (value: Value): Found => ({ state: 'known', value, from: 'derived' })

/** Sums stay exact to four decimals, the most that a number may have. */
const exact = (value: number) => Math.round(value * 10_000) / 10_000
const total = (a: Value | undefined, b: Value | undefined) => exact(Number(a) + Number(b))

function difference(id: string, fact: Fact, a: Value | undefined, b: Value | undefined): Value {
  const value = typeof a === 'string' && typeof b === 'string' ? daysBetween(b, a) : exact(Number(a) - Number(b))
  if (value < 0) {
    throw new BadInput(id, { th: `"${fact.label.th}" ติดลบ โปรดดูว่าวันหรือจำนวนที่กรอกกลับกันหรือไม่`, en: `"${fact.label.en}" would be below zero: check that the two answers are not the wrong way round` })
  }
  return value
}

function factsIn(condition: Parameters<typeof leavesOf>[0]): string[] {
  return leavesOf(condition).map((leaf) => leaf.fact)
}

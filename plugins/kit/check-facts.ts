import { factAt, kindsInWords, type Checking } from './checking.ts'
import { checkMeasure } from './check-terms.ts'
import { needsOf, type PackFact } from './fact.ts'
import { error, type Finding } from './finding.ts'
import { restsOn } from './found.ts'
import type { ValueType } from './value.ts'

/** Words that already mean something where an id of a fact or a term may stand. */
const RESERVED = ['times', 'amount']

/** Checks what a pack declares: ids of its own, and facts that can be found. */
export function* checkFacts(checking: Checking, taken: ReadonlySet<string>): Generator<Finding> {
  const { facts = {}, terms } = checking.adopted.pack
  for (const id of Object.keys(facts)) yield* checkId(`facts.${id}`, id, taken)
  for (const id of Object.keys(terms)) {
    yield* checkId(`terms.${id}`, id, taken)
    if (id in facts) yield error('taken', `terms.${id}`, `"${id}" เป็นชื่อข้อมูลอยู่แล้ว`, `"${id}" is already a fact`)
  }
  for (const [id, fact] of Object.entries(facts)) {
    yield* checkMeasure(`facts.${id}`, fact)
    if ('sum' in fact) yield* checkSum(checking, `facts.${id}.sum`, fact)
    if ('difference' in fact) yield* checkDifference(checking, `facts.${id}.difference`, fact)
  }
  yield* checkCircles(Object.keys(facts), checking.facts)
}

function* checkId(at: string, id: string, taken: ReadonlySet<string>): Generator<Finding> {
  if (taken.has(id)) yield error('taken', at, `"${id}" เป็นชื่อข้อมูลที่ระบบรู้จักอยู่แล้ว`, `"${id}" is already a fact that the kit or a plugin knows`)
  if (id.startsWith('kit-') || RESERVED.includes(id)) yield error('reserved', at, `ชื่อ "${id}" สงวนไว้`, `the name "${id}" is reserved`)
}

const SUMMED: readonly ValueType[] = ['money', 'number', 'count', 'days']

function* checkSum(checking: Checking, at: string, fact: PackFact): Generator<Finding> {
  yield* checkParts(checking, at, fact, SUMMED.includes(fact.type) ? [fact.type] : [])
}

/** Of two days the difference is the days between them. */
function* checkDifference(checking: Checking, at: string, fact: PackFact): Generator<Finding> {
  const ofDays = fact.type === 'days' && needsOf(fact).every((id) => checking.facts[id]?.type === 'day')
  yield* checkParts(checking, at, fact, ofDays ? ['day'] : SUMMED.includes(fact.type) ? [fact.type] : [])
}

function* checkParts(checking: Checking, at: string, fact: PackFact, types: readonly ValueType[]): Generator<Finding> {
  if (types.length === 0) {
    const is = kindsInWords([fact.type])
    yield error('mistyped', at, `${is.th}บวกลบกันไม่ได้`, `${is.en} cannot be added or taken off`)
  } else for (const [i, id] of needsOf(fact).entries()) yield* checkPart(checking, `${at}.${i}`, id, fact, types)
}

function* checkPart(checking: Checking, at: string, id: string, whole: PackFact, types: readonly ValueType[]): Generator<Finding> {
  const part = yield* factAt(checking, at, id, types)
  if (!part || !('scale' in part) || (part.scale ?? 0) <= (whole.scale ?? 0)) return
  yield error('mistyped', at, `"${part.label.th}" มีทศนิยม ${part.scale} ตำแหน่ง มากกว่าผลลัพธ์`, `"${part.label.en}" has ${part.scale} decimals, more than the result`)
}

/** Finds facts that rest on themselves, through what they are derived from or when they are asked. */
export function* checkCircles(ids: readonly string[], facts: Checking['facts']): Generator<Finding> {
  const done = new Set<string>()
  for (const id of ids) {
    const circle = circleFrom(id, facts, done, [])
    if (circle) yield error('cycle', `facts.${circle[0]}`, `ข้อมูลอ้างถึงกันเป็นวงกลม: ${circle.slice(0, 8).join(' → ')}`, `facts that rest on themselves: ${circle.slice(0, 8).join(' → ')}`)
  }
}

function circleFrom(id: string, facts: Checking['facts'], done: Set<string>, way: readonly string[]): string[] | undefined {
  if (way.includes(id)) return [...way.slice(way.indexOf(id)), id]
  const fact = facts[id]
  if (!fact || done.has(id)) return undefined
  done.add(id)
  for (const need of restsOn(fact)) {
    const circle = circleFrom(need, facts, done, [...way, id])
    if (circle) return circle
  }
  return undefined
}

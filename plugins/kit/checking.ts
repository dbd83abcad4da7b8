import type { Fact } from './fact.ts'
import { error, type Finding } from './finding.ts'
import { restsOn } from './found.ts'
import type { Operator } from './operator.ts'
import { catalogueOf, type Vocabulary } from './plugin.ts'
import { datedValues, type AdoptedPack } from './regulation.ts'
import type { DatedValue, Term, TermValue } from './term.ts'
import type { Text } from './text.ts'
import type { ValueType } from './value.ts'

/** A pack as one fund has it, with the words it may use. */
export interface Checking {
  adopted: AdoptedPack
  facts: Readonly<Record<string, Fact>>
  operators: Readonly<Record<string, Operator>>
  /** Facts that may not apply: questions that are only sometimes put, and what rests on them. */
  sometimes: ReadonlySet<string>
}

/** The facts and their types are the same from whichever day a fund counts a membership. */
export function checkingOf(adopted: AdoptedPack, vocabulary: Vocabulary): Checking {
  const facts = catalogueOf(adopted, { memberFrom: 'joined' }, vocabulary)
  return { adopted, facts, operators: vocabulary.operators, sometimes: sometimesAsked(facts) }
}

function sometimesAsked(facts: Checking['facts']): ReadonlySet<string> {
  const known = new Map<string, boolean>()
  const isSometimes = (id: string): boolean => {
    const fact = facts[id]
    const before = known.get(id)
    if (before !== undefined || !fact) return before ?? false
    known.set(id, false) // of a circle, which is a finding of its own
    const result = ('askedWhen' in fact && fact.askedWhen !== undefined) || restsOn(fact).some(isSometimes)
    known.set(id, result)
    return result
  }
  return new Set(Object.keys(facts).filter(isSometimes))
}

const KINDS: Record<Term['type'], Text> = {
  money: { th: 'จำนวนเงิน', en: 'money' },
  number: { th: 'ตัวเลข', en: 'a number' },
  count: { th: 'จำนวนนับ', en: 'a count' },
  days: { th: 'จำนวนวัน', en: 'days' },
  duration: { th: 'ระยะเวลา', en: 'a duration' },
  day: { th: 'วันที่', en: 'a day' },
  choice: { th: 'ตัวเลือก', en: 'a choice' },
  flag: { th: 'ใช่หรือไม่ใช่', en: 'yes or no' },
  ladder: { th: 'ขั้นบันได', en: 'a ladder' },
  schedule: { th: 'ตารางรายการ', en: 'a schedule' },
}

/** Kinds of values in words: "จำนวนนับ หรือ จำนวนวัน", "a count or days". */
export const kindsInWords = (kinds: readonly Term['type'][]): Text =>
  ({ th: kinds.map((kind) => KINDS[kind].th).join(' หรือ '), en: kinds.map((kind) => KINDS[kind].en).join(' or ') })

/** Gives the fact of an id; finds one that is not declared, or that is of none of the types that can stand there. */
export function* factAt({ facts, adopted }: Checking, at: string, id: string, types?: readonly ValueType[]): Generator<Finding, Fact | undefined> {
  const fact = facts[id]
  if (!fact) {
    yield id in adopted.pack.terms
      ? error('unknownFact', at, `"${id}" เป็นค่าที่กำหนด ที่นี่ต้องเป็นข้อมูล`, `"${id}" is a term; a fact must stand here`)
      : error('unknownFact', at, `ไม่มีข้อมูลชื่อ "${id}"`, `no fact "${id}" is declared`)
    return undefined
  }
  if ('derive' in fact) for (const need of lacking(id, facts)) yield error('unknownFact', at, `"${fact.label.th}" คิดจากข้อมูล "${need}" ซึ่งชุดกติกานี้ไม่มี`, `"${fact.label.en}" is derived from the fact "${need}", which this pack does not declare`)
  if (!types || types.includes(fact.type)) return fact
  yield mistyped(at, fact.label, [fact.type], types)
  return undefined
}

/** What a fact rests on and nobody declares: a fact of a plugin may need questions that are for the pack to put. */
function lacking(id: string, facts: Checking['facts'], seen: Set<string> = new Set()): string[] {
  const fact = facts[id]
  if (!fact) return [id]
  if (seen.has(id)) return []
  seen.add(id)
  return restsOn(fact).flatMap((need) => lacking(need, facts, seen))
}

/** Gives the term of an id; finds one that is not declared, or that is of none of the kinds that can stand there. */
export function* termAt({ facts, adopted }: Checking, at: string, id: string, kinds: readonly Term['type'][]): Generator<Finding, Term | undefined> {
  const term = adopted.pack.terms[id]
  if (!term) {
    yield id in facts
      ? error('unknownTerm', at, `"${id}" เป็นข้อมูล ที่นี่ต้องเป็นค่าที่กำหนด`, `"${id}" is a fact; a term must stand here`)
      : error('unknownTerm', at, `ไม่มีค่าที่กำหนดชื่อ "${id}"`, `no term "${id}" is declared`)
    return undefined
  }
  if (kinds.includes(term.type)) return term
  yield mistyped(at, term.label, [term.type], kinds)
  return undefined
}

function mistyped(at: string, label: Text, found: readonly Term['type'][], wanted: readonly Term['type'][]): Finding {
  const [is, must] = [kindsInWords(found), kindsInWords(wanted)]
  return error('mistyped', at, `"${label.th}" เป็น${is.th} แต่ที่นี่ต้องเป็น${must.th}`, `"${label.en}" is ${is.en}, but ${must.en} must stand here`)
}

/** A term's dated values in this fund, with those of the pack before its own. */
export function valuesOf({ adopted }: Checking, id: string): readonly DatedValue[] {
  const term = adopted.pack.terms[id]
  return term ? datedValues(adopted, id, term) : []
}

/** Every value a term is given, with its place; a fund's own stand beside the pack, in `../values`. */
export function placesOf({ adopted }: Checking, id: string): { at: string; value: TermValue }[] {
  const listed = (within: string, values: readonly DatedValue[] = []) => values.flatMap(({ value }, i) => (value === null ? [] : [{ at: `${within}.${i}.value`, value }]))
  return [...listed(`terms.${id}.values`, adopted.pack.terms[id]?.values), ...listed(`../values.${id}`, adopted.values?.[id])]
}

/** How many changes of values are looked back on: what was before them is history. */
const CHANGES_MAX = 12

/** What several terms are together, after each of the last changes of one of them. */
export function valuesTogether(checking: Checking, ids: readonly string[]): ReadonlyMap<string, TermValue>[] {
  const dated = [...new Set(ids)].map((id) => ({ id, values: valuesOf(checking, id) }))
  const days = [...new Set(dated.flatMap(({ values }) => values.map((each) => each.from)))].toSorted().slice(-CHANGES_MAX)
  return days.map((day) => new Map(dated.flatMap(({ id, values }) => {
    const value = values.findLast((each) => each.from <= day)?.value ?? null
    return value === null ? [] : [[id, value] as const]
  })))
}

/** Finds every id that stands a second time. */
export function* idsOnce(places: readonly { id: string; at: string }[]): Generator<Finding> {
  const seen = new Map<string, string>()
  for (const { id, at } of places) {
    const first = seen.get(id)
    if (first === undefined) seen.set(id, at)
    else yield error('taken', at, `รหัส "${id}" ใช้แล้วที่ ${first}`, `the id "${id}" is already taken at ${first}`)
  }
}

import { childrenOf, leavesOf, type Condition, type Leaf } from './condition.ts'
import { dayText, type Day } from './day.ts'
import type { FundTerms } from './fund-terms.ts'
import { glossaryOf, measureOf, type Glossary } from './glossary.ts'
import { valueAt } from './mutate.ts'
import type { Benefit } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import { figure, quantity, type Measure } from './quantity.ts'
import { requirement } from './requirement.ts'
import { read, spoken } from './sentence.ts'
import type { Step, Term } from './term.ts'
import { both, type Text } from './text.ts'
import type { RegulationMutant } from './unnoticed.ts'
import type { Value } from './value.ts'

type Where = Pick<RegulationMutant, 'at' | 'to' | 'pack'>

const fromTo = (about: Text, from: Text, to: Text): Text => ({ th: `${about.th} เปลี่ยนจาก ${from.th} เป็น ${to.th}`, en: `${about.en} went from ${from.en} to ${to.en}` })
const quoted = ({ th, en }: Text): Text => ({ th: `“${th}”`, en: `“${en}”` })

/** What would be another, as what follows "ถ้า" and "if": "“คืนละ” เปลี่ยนจาก 200 บาท เป็น 201 บาท". On a day, by which the values in its sentences are told. */
export function mutantWords({ at, to, pack }: Where, on: Day, fundTerms: FundTerms, vocabulary: Vocabulary): Text {
  const glossary = glossaryOf({ pack, hash: '' }, fundTerms, on, vocabulary)
  const [drawer, place, ...rest] = at
  if (drawer === 'terms') return termWords(String(place), rest, { at, to, pack }, glossary)
  if (drawer === 'standing') return conditionWords(pack.standing?.[Number(place)]?.conditions, rest.slice(1), to, EVERY, glossary)
  if (drawer === 'facts') { const fact = pack.facts?.[String(place)]; return conditionWords(fact && 'askedWhen' in fact ? fact.askedWhen : undefined, rest.slice(1), to, quoted(fact?.label ?? EVERY), glossary) }
  const benefit = pack.benefits[Number(place)]
  if (!benefit) throw new Error(`there is no benefit at ${at.join('.')}`)
  return benefitWords(benefit, rest, { at, to, pack }, glossary)
}

const EVERY: Text = { th: 'ทุกสวัสดิการ', en: 'every benefit' }

function termWords(id: string, [, dated, part, ...inside]: Where['at'], { at, to, pack }: Where, glossary: Glossary): Text {
  const term = glossary.term(id)
  const from = valueAt(pack, at)
  const about = quoted(term.label)
  if (part === 'from') return fromTo({ th: `วันที่เริ่มใช้ ${about.th}`, en: `the day from which ${about.en} holds` }, dayText(from as Day), dayText(to as Day)) // a value's `from` is a day
  if (term.type === 'ladder') return stepWords(term, (valueAt(pack, ['terms', id, 'values', dated ?? 0, 'value']) as Step[])[Number(inside[0])], inside, to) // a ladder term holds steps
  if (term.type === 'schedule') return fromTo({ th: `${about.th} (${term.items[String(inside[0])]?.th ?? ''})`, en: `${about.en} (${term.items[String(inside[0])]?.en ?? ''})` }, amount(from, measureOf(term)), amount(to, measureOf(term)))
  return fromTo(about, amount(from, measureOf(term)), amount(to, measureOf(term)))
}

const amount = (value: unknown, measure: Measure): Text => both((lang) => quantity(value as Value, measure, lang)) // what is moved is a value of its type

function stepWords(term: Extract<Term, { type: 'ladder' }>, step: Step | undefined, [, part]: Where['at'], to: unknown): Text {
  if (!step) throw new Error('a step that is moved stands in its ladder')
  const by: Measure = { type: term.by }
  const at = both((lang) => figure(step.from, by, lang))
  const about = quoted(term.label)
  if (part === 'value') return fromTo({ th: `${about.th} ขั้น ${at.th}`, en: `${about.en}, the step from ${at.en},` }, amount(step.value, measureOf(term)), amount(to, measureOf(term)))
  return fromTo({ th: `ขั้นของ ${about.th}`, en: `a step of ${about.en}` }, at, both((lang) => figure(to as Value, by, lang))) // a step begins with a value of `by`
}

function benefitWords(benefit: Benefit, [drawer, ...inside]: Where['at'], { at, to, pack }: Where, glossary: Glossary): Text {
  const title = quoted(benefit.title)
  if (drawer === undefined) return { th: `${title.th} ขอได้มากกว่าหนึ่งครั้ง`, en: `${title.en} could be had more than once` }
  if (drawer === 'exempt') return { th: `${title.th} ไม่ได้รับยกเว้นเงื่อนไขทั่วไปข้อหนึ่งอีก`, en: `${title.en} were no longer exempt from a general condition` }
  if (drawer === 'conditions') return conditionWords(benefit.conditions, inside, to, title, glossary)
  const from = valueAt(pack, at)
  if (typeof to === 'string') return fromTo({ th: `การปัดเศษของ ${title.th}`, en: `the rounding of ${title.en}` }, rounding(String(from)), rounding(to))
  const by: Measure = { type: typeof to === 'number' ? 'count' : 'duration' }
  return fromTo({ th: `ขั้นของ ${title.th}`, en: `a step of ${title.en}` }, both((lang) => figure(from as Value, by, lang)), both((lang) => figure(to as Value, by, lang))) // what else an amount writes out are bounds of steps
}

const ROUNDINGS: Readonly<Record<string, Text>> = {
  down: { th: 'ปัดลง', en: 'down' },
  up: { th: 'ปัดขึ้น', en: 'up' },
  halfUp: { th: 'ครึ่งขึ้นไปปัดขึ้น', en: 'up from a half' },
  moreThanHalf: { th: 'เกินครึ่งปัดขึ้น', en: 'up from more than a half' },
}
const rounding = (how: string): Text => ROUNDINGS[how] ?? { th: how, en: how }

/** One place in a condition: a leaf's operator or value, a group, or what is excluded. */
function conditionWords(condition: Condition | undefined, [step, ...rest]: Where['at'], to: unknown, of: Text, glossary: Glossary): Text {
  if (!condition) throw new Error('what is turned stands in a condition')
  if ('operator' in condition) return leafWords(condition, String(step), to, glossary)
  if (step === undefined) return groupWords(condition, of, glossary)
  if ('not' in condition) return conditionWords(condition.not, rest, to, of, glossary)
  const [place, ...inside] = rest
  return place === undefined ? groupWords(condition, of, glossary) : conditionWords(childrenOf(condition)[Number(place)], inside, to, of, glossary)
}

function leafWords(leaf: Leaf, part: string, to: unknown, glossary: Glossary): Text {
  const operators = glossary.vocabulary.operators
  if (part === 'operator') {
    const before = requirementText(leaf, glossary)
    const [was, is] = [operators[leaf.operator]?.label, operators[String(to)]?.label]
    return { th: `เงื่อนไข “${before.th}” เปลี่ยนจาก “${was?.th ?? leaf.operator}” เป็น “${is?.th ?? String(to)}”`, en: `the condition “${before.en}” went from “${was?.en ?? leaf.operator}” to “${is?.en ?? String(to)}”` }
  }
  const [before, after] = [requirementText(leaf, glossary), requirementText({ ...leaf, value: to as Leaf['value'] }, glossary)] // an edit keeps the shape
  if (before.th !== after.th) return fromTo({ th: 'เงื่อนไข', en: 'a condition' }, quoted(before), quoted(after))
  const fact = glossary.fact(leaf.fact)
  const options = (value: unknown) => both((lang) => [value].flat().map((each) => quantity(each as Value, fact, lang)).join(lang === 'th' ? ' หรือ ' : ' or ')) // a literal or a list of options
  return fromTo({ th: `ค่าในเงื่อนไข “${before.th}”`, en: `what the condition “${before.en}” asks for` }, options(leaf.value), options(to))
}

const requirementText = (leaf: Leaf, glossary: Glossary): Text => spoken(requirement(leaf, glossary))

function groupWords(condition: Condition, of: Text, glossary: Glossary): Text {
  const list = both((lang) => leavesOf(condition).map((leaf) => read(requirement(leaf, glossary), lang)).join(' · '))
  if ('not' in condition) return { th: `ข้อยกเว้นของ ${of.th} (${list.th}) กลายเป็นเงื่อนไข`, en: `what ${of.en} excludes (${list.en}) became what it asks for` }
  return 'all' in condition
    ? { th: `เงื่อนไขของ ${of.th} เข้าข้อเดียวก็พอ ไม่ต้องครบทุกข้อ (${list.th})`, en: `one condition of ${of.en} were enough instead of all (${list.en})` }
    : { th: `เงื่อนไขของ ${of.th} ต้องครบทุกข้อ เข้าข้อเดียวไม่พอ (${list.th})`, en: `all conditions of ${of.en} had to hold instead of one (${list.en})` }
}

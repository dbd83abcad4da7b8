import { childrenOf, termOf, type Condition, type Leaf } from './condition.ts'
import { quantityOf, type Glossary } from './glossary.ts'
import { line, type NoticeLine } from './notice-line.ts'
import { quantity } from './quantity.ts'
import { listed, phrase, plain, read, said, words, type Sentence } from './sentence.ts'
import { arabicDigits, type Text } from './text.ts'
import type { Value } from './value.ts'

/**
 * A condition in words. This is the rule for those who write packs:
 *
 * - The name of a leaf begins a sentence that its value ends: "เป็นสมาชิกครบ" reads "เป็นสมาชิกครบ 180 วัน", "a member for" reads "a member
 *   for 180 days". The name holds the sense of the operator (ครบ, เกิน, ไม่เกิน) and ends with it; the program adds the value with its unit.
 * - Where the value stands inside, `{}` marks its place: "อายุ {}ขึ้นไป", "aged {} or over".
 * - After a name that ends in no such word a number, an amount or a day stands in brackets, "เกรดถึงเกณฑ์ (2.5)", and the option of a choice
 *   is not added: "สมาชิกเป็นแม่ของเด็ก". A flag is never added: "มีใบรับรองแพทย์".
 * - A name that already holds the value stands alone. It goes stale when the fund changes the value, so better not.
 * - Names are in lower case in English and come without "เมื่อ" or "when", which the notice writes.
 */
export function requirement(leaf: Leaf, glossary: Glossary): Sentence {
  const { type } = glossary.fact(leaf.fact)
  const value = type === 'flag' ? undefined : wantedOf(leaf, glossary)
  if (!value) return said(leaf.name)
  const figure = { th: read(value, 'th'), en: read(value, 'en') }
  const isOption = type === 'choice'
  const [th, en] = [placeIn(leaf.name.th, figure.th, isOption, /^[\d−…]/.test(figure.th) ? ' ' : ''), placeIn(leaf.name.en, figure.en, isOption, ' ')]
  if (th && en) return phrase(words`${th.before}${value}${th.after}`, words`${en.before}${value}${en.after}`)
  return plain(th ? th.before + figure.th + th.after : leaf.name.th, en ? en.before + figure.en + en.after : leaf.name.en)
}

/** What a leaf compares with: a term's value, a literal, or options. */
function wantedOf(leaf: Leaf, glossary: Glossary): Sentence {
  const fact = glossary.fact(leaf.fact)
  const termId = termOf(leaf)
  if (termId !== undefined) return quantityOf(glossary, termId, fact)
  const values = Array.isArray(leaf.value) ? leaf.value : [leaf.value as Value] // neither a term nor a list: a literal
  return listed(values.map((value) => plain(quantity(value, fact, 'th'), quantity(value, fact, 'en'))), 'or', 'names')
}

/** The words after which a value may follow. */
const VALUE_FOLLOWS = /(ครบ|เกิน|กว่า|อย่างน้อย|อย่างมาก|ตั้งแต่|ถึง|ภายใน|ก่อน|หลัง|วันที่|อายุ|เป็น|คือ|เท่ากับ|จำนวน|ละ|\b(for|than|least|most|of|from|to|until|within|before|after|on|at|over|above|below|under|by|is|are|was|a|an|the|aged|exceeds?|exactly))$/

/** Where a value stands in a name; undefined where the name says enough without. Thai parts numbers from words by a space, and words by none. */
function placeIn(name: string, figure: string, isOption: boolean, space: string): { before: string; after: string } | undefined {
  const [before = '', ...after] = name.split('{}')
  if (after.length > 0) return { before, after: after.join('') }
  if (holds(name, figure)) return undefined
  if (VALUE_FOLLOWS.test(name)) return { before: name + space, after: '' }
  return isOption ? undefined : { before: `${name} (`, after: ')' }
}

/** Whether a name says every number of a figure, with commas and in Thai digits or without. */
function holds(name: string, figure: string): boolean {
  const [within, wanted] = [numbersIn(name), numbersIn(figure)]
  return wanted.length > 0 && wanted.every((number) => within.includes(number))
}

const numbersIn = (text: string): string[] => arabicDigits(text).replaceAll(',', '').match(/\d+(\.\d+)?/g) ?? []

const NOT_WHERE: Text = { th: 'ไม่ใช่กรณี', en: 'not where ' }

/** What must hold, as lines: "เมื่อเป็นสมาชิกครบ 180 วัน". All of a group stand one under the other; two that are joined stand in one line. */
export function requirementLines(condition: Condition, glossary: Glossary): NoticeLine[] {
  if ('all' in condition) return condition.all.flatMap((child) => requirementLines(child, glossary))
  if ('not' in condition && 'not' in condition.not) return requirementLines(condition.not.not, glossary)
  if ('any' in condition && condition.any.length === 1) return condition.any.flatMap((child) => requirementLines(child, glossary))
  const lead = 'not' in condition ? { th: 'ยกเว้นกรณี', en: 'except where ' } : { th: 'เมื่อ', en: 'when ' }
  return [stated('not' in condition ? condition.not : condition, lead, glossary)]
}

/** One condition as a line, its parts under it where they do not fit beside each other. */
function stated(condition: Condition, lead: Text, glossary: Glossary): NoticeLine {
  const short = shortly(condition, glossary)
  if (short) return line('condition', led(lead, short))
  const group = 'all' in condition ? { th: 'ครบทุกข้อต่อไปนี้', en: 'all of these hold' } : { th: 'เข้าข้อใดข้อหนึ่งต่อไปนี้', en: 'one of these holds' }
  const under = childrenOf(condition).map((child) => ('not' in child ? stated(child.not, NOT_WHERE, glossary) : stated(child, { th: '', en: '' }, glossary)))
  return line('condition', led(lead, said(group)), { under })
}

/** A leaf, or two beside each other; undefined for more. */
function shortly(condition: Condition, glossary: Glossary): Sentence | undefined {
  if ('operator' in condition) return requirement(condition, glossary)
  if ('not' in condition) return 'operator' in condition.not ? led(NOT_WHERE, requirement(condition.not, glossary)) : undefined
  const children = childrenOf(condition)
  return children.length <= 2 && children.every((child) => 'operator' in child) ? inline(condition, glossary) : undefined
}

/** A whole condition within a sentence, groups inside groups in brackets. */
export function inline(condition: Condition, glossary: Glossary): Sentence {
  if ('operator' in condition) return requirement(condition, glossary)
  if ('not' in condition) return led(NOT_WHERE, bracketed(condition.not, glossary))
  return listed(childrenOf(condition).map((child) => bracketed(child, glossary)), 'all' in condition ? 'and' : 'or', 'clauses')
}

function bracketed(condition: Condition, glossary: Glossary): Sentence {
  const inner = inline(condition, glossary)
  return childrenOf(condition).length > 1 ? phrase(words`(${inner})`, words`(${inner})`) : inner
}

/** The sentence after a lead, which is left out where an author wrote it already. */
function led(lead: Text, sentence: Sentence): Sentence {
  const [th, en] = [read(sentence, 'th').startsWith(lead.th) ? '' : lead.th, read(sentence, 'en').startsWith(lead.en) ? '' : lead.en]
  return phrase(words`${th}${sentence}`, words`${en}${sentence}`)
}

import type { Amount, MoneyRounding, YearRounding } from './amount.ts'
import { figureOf, quantityOf, type Glossary } from './glossary.ts'
import { singular, unitOf } from './quantity.ts'
import { listed, phrase, plain, said, words, type Sentence } from './sentence.ts'
import type { Text } from './text.ts'

/** Where an amount is spoken of: by itself ("ได้ 500 บาท"), as a part among others ("เงินรับขวัญ 500 บาท"), or at the right of a row ("500 บาท"). */
export type Place = 'alone' | 'part' | 'row'

/** What an amount is read with: the pack's words, and whether it happens once in a life, so that nothing is said of each time. */
export interface AmountReading {
  glossary: Glossary
  once: boolean
}

/** An amount that one sentence says, with the caps and cuts that follow it. `lead` opens the Thai sentence where it stands alone. */
interface AmountSentence {
  lead: 'ได้ ' | 'ได้' | ''
  gives: Sentence
  after: Sentence[]
}

type Shape<Key extends string> = Extract<Amount, Record<Key, unknown>>[Key & keyof Extract<Amount, Record<Key, unknown>>]

/** The sentence of an amount that is not made of steps, items or other amounts; undefined for one that is. */
export function amountSentence(amount: Amount, place: Place, reading: AmountReading): AmountSentence | undefined {
  const { glossary } = reading
  if ('fixed' in amount) return fixed(amount.fixed, place, glossary)
  if ('perUnit' in amount) return perUnit(amount.perUnit, place, reading)
  if ('perYear' in amount) return perYear(amount.perYear, glossary)
  if ('percent' in amount && amount.percent.by === undefined) return percent(amount.percent, place, reading)
  if ('actualCost' in amount) return actualCost(amount.actualCost, place, reading)
  if ('levy' in amount) return levy(amount.levy, glossary)
  if ('inKind' in amount) return inKind(amount.inKind, glossary)
  return 'decided' in amount ? decided(amount.decided, glossary) : undefined
}

function fixed(termId: string, place: Place, glossary: Glossary): AmountSentence {
  const value = quantityOf(glossary, termId)
  const { label } = glossary.term(termId)
  return { lead: 'ได้ ', gives: place === 'part' ? phrase(words`${label.th} ${value}`, words`${label.en}: ${value}`) : value, after: [] }
}

function perUnit({ rate, count, atMost: most, amountAtMost }: Shape<'perUnit'>, place: Place, reading: AmountReading): AmountSentence {
  const fact = reading.glossary.fact(count)
  const each = quantityOf(reading.glossary, rate)
  const unit = unitOf(fact)
  const after = [...capOf(most, place, reading, fact), ...capOf(amountAtMost, place, reading)]
  return unit
    ? { lead: 'ได้', gives: phrase(words`${unit.th}ละ ${each}`, words`${each} per ${singular(unit.en)}`), after }
    : { lead: 'ได้ ', gives: phrase(words`${each} คูณด้วย${fact.label.th}`, words`${each} times ${fact.label.en}`), after }
}

/** An amount's own cap; of each time, where there can be several. */
function capOf(termId: string | undefined, place: Place, { glossary, once }: AmountReading, beside?: Parameters<typeof quantityOf>[2]): Sentence[] {
  return termId === undefined ? [] : [atMost(quantityOf(glossary, termId, beside), place === 'alone' && !once)]
}

/** "ครั้งละไม่เกิน 3 คืน", "ไม่เกิน 3 คืน". */
export function atMost(quantity: Sentence, each: boolean): Sentence {
  return each ? phrase(words`ครั้งละไม่เกิน ${quantity}`, words`at most ${quantity} each time`) : phrase(words`ไม่เกิน ${quantity}`, words`at most ${quantity}`)
}

/** What becomes of a part of a year. */
export const PART_OF_YEAR: Record<YearRounding, Text> = {
  down: { th: 'เศษที่ไม่ครบปีไม่นับ', en: 'part of a year does not count' },
  up: { th: 'เศษของปีนับเป็น 1 ปี', en: 'part of a year counts as a year' },
  halfUp: { th: 'เศษตั้งแต่ 6 เดือนขึ้นไปนับเป็น 1 ปี', en: '6 months or more count as a year' },
  moreThanHalf: { th: 'เศษเกิน 6 เดือนนับเป็น 1 ปี', en: 'more than 6 months count as a year' },
}

/** How completed years are said. */
export const YEARS = { type: 'count', unit: { th: 'ปี', en: 'years' } } as const

function perYear({ rate, of, rounding, base, yearsAtMost, amountAtMost }: Shape<'perYear'>, glossary: Glossary): AmountSentence {
  const { label } = glossary.fact(of)
  const each = quantityOf(glossary, rate)
  const yearly = phrase(words`${each} ต่อ${label.th} 1 ปี`, words`${each} for each year of ${label.en}`)
  const start = base === undefined ? undefined : quantityOf(glossary, base)
  const after = [said(PART_OF_YEAR[rounding])]
  if (yearsAtMost !== undefined) {
    const years = quantityOf(glossary, yearsAtMost, YEARS)
    after.push(phrase(words`นับให้ไม่เกิน ${years}`, words`at most ${years} count`))
  }
  if (amountAtMost !== undefined) {
    const most = quantityOf(glossary, amountAtMost)
    after.push(phrase(words`รวมแล้วไม่เกิน ${most}`, words`at most ${most} in all`))
  }
  return { lead: 'ได้ ', gives: start ? phrase(words`${start} บวกอีก ${yearly}`, words`${start}, plus ${yearly}`) : yearly, after }
}

function percent({ rate, of, deemed, atLeast, amountAtMost, rounding }: Shape<'percent'>, place: Place, reading: AmountReading): AmountSentence {
  const { label } = reading.glossary.fact(of)
  const share = figureOf(reading.glossary, rate)
  const gives = phrase(words`ร้อยละ ${share} ของ${label.th}`, words`${share}% of ${label.en}`)
  return { lead: 'ได้', gives, after: percentBounds({ deemed, atLeast, amountAtMost, rounding }, place, reading) }
}

/** What bounds a percentage: its deemed base, its floor, its cap, its rounding. */
export function percentBounds({ deemed, atLeast, amountAtMost, rounding }: Pick<Shape<'percent'>, 'deemed' | 'atLeast' | 'amountAtMost' | 'rounding'>, place: Place, reading: AmountReading): Sentence[] {
  const bounds: Sentence[] = []
  if (deemed !== undefined) {
    const base = quantityOf(reading.glossary, deemed)
    bounds.push(phrase(words`คิดจากยอดอย่างน้อย ${base}`, words`reckoned on at least ${base}`))
  }
  if (atLeast !== undefined) {
    const least = quantityOf(reading.glossary, atLeast)
    bounds.push(phrase(words`ได้ไม่น้อยกว่า ${least}`, words`at least ${least}`))
  }
  return [...bounds, ...capOf(amountAtMost, place, reading), ...roundingOf(rounding)]
}

/** What becomes of a part of a baht; parts of a satang are nobody's concern. */
export function roundingOf({ to, how }: MoneyRounding): Sentence[] {
  if (to === 'satang') return []
  return [{ down: plain('เศษของบาทปัดทิ้ง', 'part of a baht is dropped'), up: plain('เศษของบาทปัดขึ้น', 'part of a baht counts as a baht'), halfUp: plain('เศษตั้งแต่ 50 สตางค์ปัดขึ้น', '50 satang or more count as a baht') }[how]]
}

function actualCost({ of, amountAtMost }: Shape<'actualCost'>, place: Place, reading: AmountReading): AmountSentence {
  const { label } = reading.glossary.fact(of)
  return { lead: 'ได้', gives: plain(`เท่าที่จ่ายจริง (${label.th})`, `the actual cost (${label.en})`), after: capOf(amountAtMost, place, reading) }
}

function levy({ rate, payers, less }: Shape<'levy'>, glossary: Glossary): AmountSentence {
  const each = quantityOf(glossary, rate)
  const unit = unitOf(glossary.fact(payers)) ?? { th: 'คน', en: 'members' }
  return { lead: 'ได้', gives: phrase(words`เงินที่ร่วมกันจ่าย${unit.th}ละ ${each}`, words`${each} from each ${singular(unit.en)}`), after: lessOf(less, glossary) }
}

/** "หักค่าดำเนินการ 100 บาท". */
export function lessOf(termId: string | undefined, glossary: Glossary): Sentence[] {
  if (termId === undefined) return []
  const { label } = glossary.term(termId)
  const off = quantityOf(glossary, termId)
  return [phrase(words`${withoutLead(label.th, 'หัก')} ${off}`, words`less ${label.en}: ${off}`)]
}

/** A label after a word that it may begin with itself. */
export const withoutLead = (label: string, lead: string): string => (label.startsWith(lead) ? label : lead + label)

function inKind({ items, worth }: Shape<'inKind'>, glossary: Glossary): AmountSentence {
  const value = worth === undefined ? undefined : quantityOf(glossary, worth)
  return { lead: 'ได้', gives: listed(items.map((item) => said(item.name)), 'and', 'names'), after: value ? [phrase(words`คิดเป็นมูลค่า ${value}`, words`worth ${value}`)] : [] }
}

function decided({ atLeast, amountAtMost }: Shape<'decided'>, glossary: Glossary): AmountSentence {
  const [low, high] = [figureOf(glossary, atLeast), quantityOf(glossary, amountAtMost)]
  return { lead: '', gives: phrase(words`กรรมการกำหนดจำนวน ตั้งแต่ ${low} ถึง ${high}`, words`the committee sets the amount, from ${low} to ${high}`), after: [] }
}

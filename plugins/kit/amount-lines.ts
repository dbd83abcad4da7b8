import type { Amount } from './amount.ts'
import { reach, termRows } from './amount-rows.ts'
import { amountSentence, lessOf, PART_OF_YEAR, percentBounds, roundingOf, type AmountReading } from './amount-sentence.ts'
import { figureOf, notSet, quantityOf, type Glossary } from './glossary.ts'
import { line, type NoticeLine } from './notice-line.ts'
import { quantity, type Measure } from './quantity.ts'
import { joined, phrase, plain, said, words, type Sentence } from './sentence.ts'
import type { Text } from './text.ts'

type Shape<Key extends string> = Extract<Amount, Record<Key, unknown>>
type Place = 'alone' | 'part'

/** How much, in lines: a sentence for what is simple; rows for steps, items and choices; under a line, what it is made of. */
export function amountLines(amount: Amount, reading: AmountReading, place: Place = 'alone'): NoticeLine[] {
  const simple = amountSentence(amount, place, reading)
  if (simple && place === 'alone') return [line('amount', phrase(words`${simple.lead}${simple.gives}`, words`${simple.gives}`)), ...simple.after.map(amountLine)]
  return simple ? [amountLine(joined([simple.gives, ...simple.after]))] : composed(amount, place, reading)
}

function composed(amount: Amount, place: Place, reading: AmountReading): NoticeLine[] {
  if ('ladder' in amount) return [ladder(amount, place, reading)]
  if ('steps' in amount) return [steps(amount, place, reading)]
  if ('schedule' in amount) return [byFact(amount.by, amount.schedule, place, reading, { gives: 'baht' })]
  if ('choice' in amount) return [choice(amount, place, reading)]
  if ('sum' in amount) return sum(amount, place, reading)
  if ('share' in amount) return share(amount.share, place, reading)
  if ('percent' in amount) return percentBy(amount.percent, place, reading)
  if ('least' in amount) return [chosen('least', amount.least, place, reading)]
  if ('greatest' in amount) return [chosen('greatest', amount.greatest, place, reading)]
  throw new Error('an amount is one sentence or made of others')
}

const amountLine = (sentence: Sentence): NoticeLine => line('amount', sentence)

/** A line over what belongs to it; by itself it begins with "ได้". */
function heading(place: Place, sentence: Sentence, rest: Pick<NoticeLine, 'gives' | 'under'> = {}): NoticeLine {
  return line('amount', place === 'alone' ? phrase(words`ได้${sentence}`, words`${sentence}`) : sentence, rest)
}

interface Rows {
  gives: 'baht' | 'percent'
  /** What the rows give, before what they go by. */
  what?: Text
  goesOn?: boolean
}

/** "ได้ตามเวลาที่เป็นสมาชิก" over the rows of a term, or beside "ยังไม่กำหนด". */
function byFact(factId: string, termId: string, place: Place, { glossary }: AmountReading, { gives, what = { th: '', en: '' }, goesOn = false }: Rows): NoticeLine {
  const { label } = glossary.fact(factId)
  const rows = termRows(glossary, termId, factId, gives, goesOn)
  return heading(place, plain(`${what.th}ตาม${label.th}`, `${what.en}by ${label.en}`), rows ? { under: rows } : { gives: [notSet(termId)] })
}

function ladder({ ladder: termId, by, beyond }: Shape<'ladder'>, place: Place, reading: AmountReading): NoticeLine {
  const rows = byFact(by, termId, place, reading, { gives: 'baht', goesOn: beyond !== undefined })
  return beyond && rows.under ? { ...rows, under: [...rows.under, ...beyondLines(termId, by, beyond, reading.glossary)] } : rows
}

type Beyond = NonNullable<Shape<'ladder'>['beyond']>

/** "เกิน 15 ปี เพิ่มปีละ 500 บาท เศษที่ไม่ครบปีไม่นับ". */
function beyondLines(termId: string, by: string, { add, every, rounding }: Beyond, glossary: Glossary): NoticeLine[] {
  const steps = glossary.value(termId)
  const last = Array.isArray(steps) ? steps.at(-1)?.from : undefined
  if (last === undefined) return []
  const fact = glossary.fact(by)
  const [more, stride] = [quantityOf(glossary, add), strideOf(every, glossary, fact)]
  const adds = phrase(words`เกิน ${quantity(last, fact, 'th')} เพิ่ม${stride.parts} ${more}`, words`over ${quantity(last, fact, 'en')}, each further ${stride.parts} adds ${more}`)
  return [amountLine(joined([adds, said(stride.isYear ? PART_OF_YEAR[rounding] : PART_OF_STRIDE[rounding])]))]
}

/** What becomes of a stride that is not full. */
const PART_OF_STRIDE: Record<Beyond['rounding'], Text> = {
  down: { th: 'เศษที่ไม่ครบไม่นับ', en: 'a part of it does not count' },
  up: { th: 'เศษนับเต็ม', en: 'a part of it counts in full' },
  halfUp: { th: 'เศษตั้งแต่ครึ่งหนึ่งขึ้นไปนับเต็ม', en: 'half or more of it counts in full' },
  moreThanHalf: { th: 'เศษเกินครึ่งหนึ่งนับเต็ม', en: 'more than half of it counts in full' },
}

const SINGLE_STRIDES: Readonly<Record<string, Text>> = {
  '{"years":1}': { th: 'ปีละ', en: 'year' },
  '{"months":12}': { th: 'ปีละ', en: 'year' },
  '{"months":1}': { th: 'เดือนละ', en: 'month' },
}

/** "ปีละ" for one year, "เดือนละ" for one month, else "ทุก 6 เดือน". */
function strideOf(every: string, glossary: Glossary, measure: Measure): { parts: Sentence; isYear: boolean } {
  const raw = glossary.value(every)
  const single = SINGLE_STRIDES[JSON.stringify(raw)]
  if (raw !== undefined && single) return { parts: [{ value: single, term: every, raw }], isYear: single.en === 'year' }
  const stride = quantityOf(glossary, every, measure)
  return { parts: phrase(words`ทุก ${stride}`, words`${stride}`), isYear: false }
}

/** A row for an amount that depends on something: at its right where one sentence says it, else under it. */
function row(begins: Pick<NoticeLine, 'parts' | 'until'>, amount: Amount, reading: AmountReading): NoticeLine {
  const { parts, ...until } = begins
  const simple = amountSentence(amount, 'row', reading)
  if (simple) return line('amount', parts, { ...until, gives: joined([simple.gives, ...simple.after]) })
  const under = amountLines(amount, reading, 'part')
  const [only] = under
  return only?.under && under.length === 1 ? line('amount', parts, { ...until, gives: only.parts, under: only.under }) : line('amount', parts, { ...until, under })
}

function steps({ steps: rungs, by }: Shape<'steps'>, place: Place, reading: AmountReading): NoticeLine {
  const fact = reading.glossary.fact(by)
  const under = rungs.map(({ from, amount }, at) => row(reach(plain(quantity(from, fact, 'th'), quantity(from, fact, 'en')), from, rungs[at + 1]?.from, fact, false), amount, reading))
  return heading(place, plain(`ตาม${fact.label.th}`, `by ${fact.label.en}`), { under })
}

function choice({ choice: by, branches }: Shape<'choice'>, place: Place, reading: AmountReading): NoticeLine {
  const fact = reading.glossary.fact(by)
  const { options = {} }: Measure = fact
  const under = Object.entries(branches).map(([option, amount]) => row({ parts: said(options[option] ?? { th: option, en: option }) }, amount, reading))
  return heading(place, plain(`ตาม${fact.label.th}`, `by ${fact.label.en}`), { under })
}

/** Parts together. One sum of money with things beside it reads as that sum, "พร้อม…". */
function sum({ sum: parts, less }: Shape<'sum'>, place: Place, reading: AmountReading): NoticeLine[] {
  const off = lessOf(less, reading.glossary).map(amountLine)
  const [money, ...others] = parts.filter((part) => !('inKind' in part))
  if (money && others.length === 0) return [...amountLines(money, reading, place), ...parts.flatMap((part) => ('inKind' in part ? [withThings(part, reading)] : [])), ...off]
  return [heading(place, plain('รวมกันดังนี้', 'all of these together'), { under: [...parts.flatMap((part) => amountLines(part, reading, 'part')), ...off] })]
}

function withThings(things: Amount, reading: AmountReading): NoticeLine {
  const simple = amountSentence(things, 'part', reading)
  if (!simple) throw new Error('things are told in one sentence')
  const list = joined([simple.gives, ...simple.after])
  return amountLine(phrase(words`พร้อม${list}`, words`with ${list}`))
}

const CHOSEN: Record<'least' | 'greatest', { ofTwo: Text; ofMore: Text }> = {
  least: { ofTwo: { th: 'จำนวนที่น้อยกว่าระหว่าง', en: 'the smaller of' }, ofMore: { th: 'จำนวนที่น้อยที่สุดใน', en: 'the smallest of' } },
  greatest: { ofTwo: { th: 'จำนวนที่มากกว่าระหว่าง', en: 'the larger of' }, ofMore: { th: 'จำนวนที่มากที่สุดใน', en: 'the largest of' } },
}

function chosen(which: keyof typeof CHOSEN, amounts: readonly Amount[], place: Place, reading: AmountReading): NoticeLine {
  const { ofTwo, ofMore } = CHOSEN[which]
  return heading(place, said(amounts.length === 2 ? ofTwo : ofMore), { under: amounts.flatMap((amount) => amountLines(amount, reading, 'part')) })
}

/** A share of a full amount, the same for all or by something, such as the relation. */
function share({ of, rate, by, rounding }: Shape<'share'>['share'], place: Place, reading: AmountReading): NoticeLine[] {
  const after = [row({ parts: plain('ยอดเต็ม', 'the full amount') }, of, reading), ...roundingOf(rounding).map(amountLine)]
  if (by !== undefined) return [byFact(by, rate, place, reading, { gives: 'percent', what: { th: 'เป็นส่วนของยอดเต็ม ', en: 'a share of the full amount, ' } }), ...after]
  const percent = figureOf(reading.glossary, rate)
  return [heading(place, phrase(words`ร้อยละ ${percent} ของยอดเต็ม`, words`${percent}% of the full amount`)), ...after]
}

function percentBy({ rate, of, by, ...bounds }: Shape<'percent'>['percent'], place: Place, reading: AmountReading): NoticeLine[] {
  if (by === undefined) throw new Error('a single percentage is told in one sentence')
  const { label } = reading.glossary.fact(of)
  const rows = byFact(by, rate, place, reading, { gives: 'percent', what: { th: `ร้อยละของ${label.th} `, en: `a percentage of ${label.en}, ` } })
  return [rows, ...percentBounds(bounds, place, reading).map(amountLine)]
}

import { amountsIn } from './amount.ts'
import { reach } from './amount-rows.ts'
import { atMost, withoutLead, YEARS } from './amount-sentence.ts'
import { formatDay } from './day.ts'
import type { Duration } from './duration.ts'
import { limitSentence, spanWord } from './limit-sentence.ts'
import { quantity, unitOf, type Measure } from './quantity.ts'
import { isOpen, rangeText } from './range-text.ts'
import { limitMeasure } from './reason-words.ts'
import { capital, plain, read, type Sentence } from './sentence.ts'
import { factPhrase, type Speech } from './speech.ts'
import type { Line, Range, Verdict } from './verdict.ts'

/** A row of the till slip; what it adds or takes off stands at its right, in baht. The last row is what the others come to. */
export interface SlipRow {
  label: string
  amount: string
  note?: string
  isTotal?: true
}

interface Label {
  label: string
  note?: string
}

/** The till slip of a verdict. Where nothing was calculated there is none. */
export function slipRows(verdict: Verdict, speech: Speech): SlipRow[] {
  if (verdict.outcome === 'incomplete' || verdict.lines.length === 0) return []
  const rows = verdict.lines.map((line, at): SlipRow => ({ ...labelOf(line, verdict.lines[at - 1], speech), amount: rangeText(line, speech) }))
  const label = speech.benefit.once ? speech.say('รวมได้', 'In all') : speech.say('ได้ครั้งนี้', 'This time')
  return [...rows.map((row) => ({ ...row, label: capital(row.label) })), { label, amount: rangeText(totalOf(verdict), speech), isTotal: true }]
}

function totalOf(verdict: Exclude<Verdict, { outcome: 'incomplete' }>): Range {
  if (verdict.outcome === 'judgement') return verdict.range
  const satang = verdict.outcome === 'eligible' ? verdict.amountSatang : 0
  return { low: satang, high: satang }
}

function labelOf(line: Line, previous: Line | undefined, speech: Speech): Label {
  const { glossary, say, of, baht } = speech
  const termLabel = (id: string) => of(glossary.term(id).label)
  switch (line.kind) {
    case 'fixed':
    case 'base': return { label: termLabel(line.term) }
    case 'units': return { label: units(line, speech) }
    case 'step': return step(line, speech)
    case 'beyond': return { label: beyond(line, previous, speech) }
    case 'years': return { label: rated(line, say(`${line.years} ปี ปีละ`, `${quantity(line.years, YEARS, 'en')} at`), line.rateSatang, speech), ...factNote(line.fact, speech) }
    case 'percent': return percent(line, speech)
    case 'item': return { label: itemName(line.term, line.item, speech) }
    case 'cost': return { label: of(glossary.fact(line.fact).label) }
    case 'levy': return { label: levy(line, speech) }
    case 'decided': return { label: say('กรรมการกำหนดจำนวน', 'set by the committee') }
    case 'notSet': return { label: say(`${termLabel(line.term)} (กองทุนยังไม่กำหนด)`, `${termLabel(line.term)} (not set by the fund)`) }
    case 'unitsMax': return { label: bounded(line.atMost, glossary.fact(line.fact), speech) }
    case 'yearsMax': return { label: say(`นับให้ไม่เกิน ${line.atMost} ปี`, `at most ${quantity(line.atMost, YEARS, 'en')} count`) }
    case 'amountMax': return { label: say(`ไม่เกิน ${baht(line.atMostSatang)}`, `at most ${baht(line.atMostSatang)}`) }
    case 'raised': return { label: isOpen(line) ? say('ส่วนที่อาจมากกว่า (กองทุนยังไม่กำหนด)', 'what may be more (not set by the fund)') : say(`ไม่น้อยกว่า ${baht(line.atLeastSatang)}`, `at least ${baht(line.atLeastSatang)}`) }
    case 'less': return { label: say(withoutLead(termLabel(line.term), 'หัก'), `less ${termLabel(line.term)}`) }
    case 'share': return { label: say(`คิดให้ร้อยละ ${line.percent}`, `${line.percent}% of it`) }
    case 'limit': return limit(line, speech)
  }
}

type LineOf<Kind extends Line['kind']> = Extract<Line, { kind: Kind }>

/** A rate after its words, or that the fund has not set it. */
function rated(line: Range, before: string, rateSatang: number, { say, baht }: Speech): string {
  return `${before} ${isOpen(line) ? say('(กองทุนยังไม่กำหนด)', '(not set by the fund)') : baht(rateSatang)}`
}

function units(line: LineOf<'units'>, speech: Speech): string {
  const fact = speech.glossary.fact(line.fact)
  const unit = unitOf(fact)
  const count = speech.quantity(line.units, fact)
  return unit ? rated(line, speech.say(`${count} ${unit.th}ละ`, `${count} at`), line.rateSatang, speech) : rated(line, `${speech.of(fact.label)} ${count} ×`, line.rateSatang, speech)
}

function levy(line: LineOf<'levy'>, speech: Speech): string {
  const amount = amountsIn(speech.benefit.amount).find((each) => 'levy' in each)
  const fact = speech.glossary.fact(amount && 'levy' in amount ? amount.levy.payers : 'payers')
  const payers = speech.quantity(line.payers, fact)
  return rated(line, speech.say(`ร่วมกันจ่าย ${payers} ${unitOf(fact)?.th ?? ''}ละ`, `${payers} at`), line.rateSatang, speech)
}

/** "เป็นสมาชิก 3 ปี 2 เดือน", and below it the step that this reaches. */
function step({ by, reached, from }: LineOf<'step'>, speech: Speech): Label {
  const fact = speech.glossary.fact(by)
  const bound = boundOf(from, fact)
  const begins = read(reach(bound, from, undefined, fact, true).parts, speech.lang)
  return { label: factPhrase(fact, reached, speech), note: speech.say(`ขั้น${begins}`, `Step: ${begins}`) }
}

const boundOf = (from: number | Duration, measure: Measure): Sentence => plain(quantity(from, measure, 'th'), quantity(from, measure, 'en'))

/** "อีก 3 ปีที่เกิน 15 ปี ปีละ 500 บาท"; its ladder is that of the step before it. */
function beyond(line: LineOf<'beyond'>, previous: Line | undefined, speech: Speech): string {
  const { glossary, say, benefit } = speech
  const ladder = amountsIn(benefit.amount).find((each) => 'ladder' in each && each.beyond !== undefined && previous?.kind === 'step' && each.ladder === previous.term)
  if (!ladder || !('ladder' in ladder) || !ladder.beyond || previous?.kind !== 'step') throw new Error('what goes beyond a ladder follows its last step')
  const fact = glossary.fact(ladder.by)
  const every = glossary.value(ladder.beyond.every)
  const last = speech.quantity(previous.from, fact)
  if (JSON.stringify(every) === '{"years":1}') return rated(line, say(`อีก ${line.times} ปีที่เกิน ${last} ปีละ`, `${quantity(line.times, YEARS, 'en')} over ${last} at`), line.addSatang, speech)
  const stride = speech.quantity(every as number | Duration, fact) // the checker holds `every` to the type of the bounds
  return rated(line, say(`อีก ${line.times} ช่วง ช่วงละ ${stride} ที่เกิน ${last} ช่วงละ`, `${line.times} times ${stride} over ${last} at`), line.addSatang, speech)
}

/** The fact beside a row that is calculated from it. */
function factNote(factId: string, speech: Speech): { note?: string } {
  const found = speech.verdict.facts[factId]
  return found?.state === 'known' ? { note: capital(factPhrase(speech.glossary.fact(factId), found.value, speech)) } : {}
}

function percent({ fact: factId, percent: share, baseSatang }: LineOf<'percent'>, speech: Speech): Label {
  const { say, of, baht, glossary, verdict } = speech
  const label = of(glossary.fact(factId).label)
  const found = verdict.facts[factId]
  if (found?.state !== 'known' || found.value === baseSatang) return { label: say(`ร้อยละ ${share} ของ${label} ${baht(baseSatang)}`, `${share}% of ${label}, ${baht(baseSatang)}`) }
  return { label: say(`ร้อยละ ${share} ของ ${baht(baseSatang)}`, `${share}% of ${baht(baseSatang)}`), note: capital(say(`${label} ${baht(Number(found.value))} คิดจากยอดอย่างน้อย ${baht(baseSatang)}`, `${label}: ${baht(Number(found.value))}, reckoned on at least ${baht(baseSatang)}`)) }
}

function itemName(termId: string, item: string, { glossary, of }: Speech): string {
  const term = glossary.term(termId)
  const name = 'items' in term ? term.items[item] : undefined
  return of(name ?? term.label)
}

function bounded(most: number, measure: Measure, { lang, benefit }: Speech): string {
  return read(atMost(plain(quantity(most, measure, 'th'), quantity(most, measure, 'en')), benefit.once !== true), lang)
}

/** A limit, and what was used of it before: "ปีนี้ใช้สิทธิแล้ว 600 บาท (3 มีนาคม 2569)". */
function limit({ per, of: counted, atMost: most, used, usedOn }: LineOf<'limit'>, speech: Speech): Label {
  const { lang, say, of, fundTerms } = speech
  const measure = limitMeasure(counted, speech)
  const label = read(limitSentence(per, plain(quantity(most, measure, 'th'), quantity(most, measure, 'en'))), lang)
  if (used === 0) return { label }
  const span = of(spanWord(per, fundTerms))
  const days = usedOn.length > DAYS_SAID ? say(`${usedOn.length} ครั้ง`, `${usedOn.length} times`) : usedOn.map((day) => formatDay(day, lang, 'long')).join(say(' และ ', ' and '))
  return { label, note: say(`${span}ใช้สิทธิแล้ว ${speech.quantity(used, measure)} (${days})`, `${capital(span)} ${speech.quantity(used, measure)} used: ${days}`) }
}

/** More days than these are only counted. */
const DAYS_SAID = 3

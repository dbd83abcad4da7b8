import { amountLines } from './amount-lines.ts'
import type { Amount } from './amount.ts'
import { clauseName } from './clause.ts'
import type { Condition, Leaf } from './condition.ts'
import { formatDay, type Day } from './day.ts'
import type { FundTerms } from './fund-terms.ts'
import { glossaryOf, measureOf, quantityOf, type Glossary } from './glossary.ts'
import { limitSentence, TIMES, togetherSentence } from './limit-sentence.ts'
import type { Conflict } from './merge.ts'
import { sentencesIn } from './notice-line.ts'
import type { Benefit, Limit, Pack } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import { quantity } from './quantity.ts'
import type { AdoptedPack } from './regulation.ts'
import { inline, requirement } from './requirement.ts'
import { spoken } from './sentence.ts'
import type { DatedValue, Step, Term } from './term.ts'
import { both, Text } from './text.ts'
import type { Value } from './value.ts'

/** A conflict as people choose in it: what it is about, what stood there, what the fund has, what the model says now, and all of it in one sentence. */
export interface ConflictWords {
  about: Text
  base: Text
  mine: Text
  theirs: Text
  sentence: Text
}

/** The three that were merged, and how the fund reads them. */
export interface MergeReading {
  base: Pack
  mine: AdoptedPack
  theirs: Pack
  fundTerms: FundTerms
  on: Day
  vocabulary: Vocabulary
}

const NOTHING: Text = { th: 'ไม่มี', en: 'nothing' }

/** Says a conflict in Thai and English. Each value is read in the words of the side that has it. */
export function wordsOf(conflict: Conflict, { base, mine, theirs, fundTerms, on, vocabulary }: MergeReading): ConflictWords {
  const read = (value: unknown, adopted: AdoptedPack) => (value === undefined ? NOTHING : valueWords(conflict.at, value, glossaryOf(adopted, fundTerms, on, vocabulary)))
  const about = placeWords(conflict.at, [mine.pack, theirs, base])
  const [was, own, now] = [read(conflict.base, asIs(base)), read(conflict.mine, mine), read(conflict.theirs, asIs(theirs))]
  return {
    about, base: was, mine: own, theirs: now,
    sentence: {
      th: `${about.th}: ต้นแบบเปลี่ยนจาก “${was.th}” เป็น “${now.th}” · ของกองทุนคือ “${own.th}”`,
      en: `${about.en}: the model changed it from “${was.en}” to “${now.en}” · the fund has “${own.en}”`,
    },
  }
}

/** Read for its words, in which no hash stands. */
const asIs = (pack: Pack): AdoptedPack => ({ pack, hash: '' })

const FIELDS: Readonly<Record<string, Text>> = {
  title: { th: 'ชื่อ', en: 'name' }, label: { th: 'ชื่อ', en: 'name' }, name: { th: 'ชื่อ', en: 'name' }, clause: { th: 'ข้อในระเบียบ', en: 'clause' }, category: { th: 'ประเภท', en: 'kind' },
  happensTo: { th: 'เกิดกับใคร', en: 'to whom it happens' }, payee: { th: 'ผู้รับเงิน', en: 'who is paid' }, once: { th: 'จ่ายครั้งเดียว', en: 'paid once' }, startedBy: { th: 'ใครเป็นผู้เริ่ม', en: 'who starts it' },
  eventOn: { th: 'วันเกิดเหตุ', en: 'day of the event' }, claimWithin: { th: 'เวลายื่นคำขอ', en: 'time to claim' }, judgement: { th: 'ข้อที่กรรมการวินิจฉัย', en: 'what the committee judges' },
  amount: { th: 'จำนวนที่ได้', en: 'what it gives' }, conditions: { th: 'เงื่อนไข', en: 'conditions' }, demand: { th: 'เงื่อนไข', en: 'condition' }, limits: { th: 'เพดาน', en: 'limit' },
  documents: { th: 'เอกสาร', en: 'document' }, when: { th: 'ใช้เมื่อ', en: 'when it is needed' }, askedWhen: { th: 'ถามเมื่อ', en: 'when it is asked' }, options: { th: 'ตัวเลือก', en: 'option' }, items: { th: 'รายการ', en: 'item' },
}

/** Of which benefit, value or question it is, and which part of that. */
function placeWords(at: readonly string[], packs: readonly Pack[]): Text {
  const [drawer = '', id = ''] = at
  const owner = packs.map((pack) => ownerOf(pack, drawer, id)).find((each) => each !== undefined)
  const field = (owner ? at.slice(2) : at).map((key) => FIELDS[key]).find((each) => each !== undefined)
  if (!owner) return field ?? { th: drawer, en: drawer }
  return field ? { th: `${owner.th} · ${field.th}`, en: `${owner.en} · ${field.en}` } : owner
}

function ownerOf(pack: Pack, drawer: string, id: string): Text | undefined {
  if (drawer === 'benefits') return pack.benefits.find((benefit) => benefit.id === id)?.title
  if (drawer === 'terms') return pack.terms[id]?.label
  if (drawer === 'facts') return pack.facts?.[id]?.label
  return drawer === 'standing' ? { th: 'เงื่อนไขของทุกสวัสดิการ', en: 'conditions of every benefit' } : undefined
}

function valueWords(at: readonly string[], value: unknown, glossary: Glossary): Text {
  const [drawer, id = '', part] = at
  const last = at.at(-1)
  if (drawer === 'terms') return termWords(at, id, value, glossary)
  if (last === 'conditions' || last === 'when' || last === 'askedWhen') return spoken(inline(value as Condition, glossary)) // the place says what it is, here and below
  if (last === 'demand') return demandWords(value as Leaf, glossary)
  if (last === 'amount') return amountWords(value as Amount, glossary)
  if (drawer === 'benefits' && at.length === 2) return amountWords((value as Benefit).amount, glossary)
  if (part === 'limits') return limitWords(value as Limit, glossary)
  if (last === 'claimWithin') return spoken(quantityOf(glossary, String(value)))
  if (last === 'eventOn') return glossary.fact(String(value)).label
  if (last === 'clause') return { th: clauseName((value as { number: string }).number, 'th'), en: clauseName((value as { number: string }).number, 'en') }
  return plainWords(value)
}

/** What a leaf asks for, without its name: "จำนวนคืนที่นอน ตั้งแต่ (2 วัน)". */
function demandWords(demand: Pick<Leaf, 'fact' | 'operator' | 'value'>, glossary: Glossary): Text {
  const { label } = glossary.fact(demand.fact)
  const operator = glossary.vocabulary.operators[demand.operator]?.label ?? { th: demand.operator, en: demand.operator }
  return spoken(requirement({ id: 'demand', name: { th: `${label.th} ${operator.th}`, en: `${label.en} ${operator.en}` }, ...demand }, glossary))
}

function amountWords(amount: Amount, glossary: Glossary): Text {
  const sentences = amountLines(amount, { glossary, once: false }).flatMap(sentencesIn)
  return both((lang) => sentences.map((sentence) => sentence[lang]).join(' · '))
}

function limitWords({ per, of, atMost }: Limit, glossary: Glossary): Text {
  const most = quantityOf(glossary, atMost, of === 'times' ? TIMES : of === 'amount' ? undefined : glossary.fact(of))
  return spoken(of === 'amount' && per !== 'event' ? togetherSentence(per, most) : limitSentence(per, most))
}

/** A term, one of its dated values, or a step or item of one. */
function termWords(at: readonly string[], id: string, value: unknown, glossary: Glossary): Text {
  const term = glossary.adopted.pack.terms[id]
  if (!term) return plainWords(value)
  const last = at.at(-1)
  if (last === 'own' || at.length === 2) return datedWords((at.length === 2 ? (value as Term).values : value as DatedValue[]).at(-1), term)
  if (at[2] !== 'values' || last === 'source') return plainWords(value)
  if (at.length === 4) return datedWords(value as DatedValue, term)
  if (at.length > 5) return typeof value === 'number' ? measured(value, term) : stepWords([value as Step], term)
  return Array.isArray(value) ? stepWords(value as Step[], term) : value === null ? ENDED : plainWords(value)
}

const ENDED: Text = { th: 'เลิกใช้', en: 'ended' }

function datedWords(dated: DatedValue | undefined, term: Term): Text {
  if (!dated) return { th: 'ยังไม่กำหนด', en: 'not set yet' }
  const { from, value } = dated
  const what = value === null ? ENDED : Array.isArray(value) ? stepWords(value, term) : typeof value === 'object' && term.type === 'schedule' ? itemWords(value as Record<string, number>, term) : measured(value as Value, term)
  const since: Text = { th: `ตั้งแต่ ${formatDay(from, 'th', 'short')}`, en: `from ${formatDay(from, 'en', 'short')}` }
  return typeof value === 'object' && value !== null && isListed(term) ? { th: `${since.th} · ${what.th}`, en: `${since.en} · ${what.en}` } : { th: `${what.th} ${since.th}`, en: `${what.en} ${since.en}` }
}

/** Whether a value of it takes several parts to say, of which the day is then the first. */
const isListed = ({ type }: Term) => type === 'ladder' || type === 'schedule'

const measured = (value: Value, term: Term): Text => both((lang) => quantity(value, measureOf(term), lang))

function stepWords(steps: readonly Step[], term: Term): Text {
  const bound = { type: term.type === 'ladder' && term.by === 'duration' ? 'duration' as const : 'count' as const }
  return both((lang) => steps.map(({ from, value }) => `${quantity(from, bound, lang)} → ${measured(value, term)[lang]}`).join(' · '))
}

function itemWords(items: Readonly<Record<string, number>>, term: Extract<Term, { type: 'schedule' }>): Text {
  return both((lang) => Object.entries(items).map(([item, value]) => `${term.items[item]?.[lang] ?? item} ${measured(value, term)[lang]}`).join(' · '))
}

/** What is a text in both languages, a word, or a thing that has a name. */
function plainWords(value: unknown): Text {
  const named = typeof value === 'object' && value !== null ? Object.values(value).find((each) => Text.safeParse(each).success) : undefined
  const text = Text.safeParse(named ?? value)
  if (text.success) return text.data
  if (typeof value === 'boolean') return value ? { th: 'ใช่', en: 'yes' } : { th: 'ไม่ใช่', en: 'no' }
  const said = typeof value === 'string' ? value : JSON.stringify(value)
  return { th: said, en: said }
}

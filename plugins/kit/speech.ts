import { clauseName } from './clause.ts'
import type { Fact } from './fact.ts'
import type { FundTerms } from './fund-terms.ts'
import type { Glossary } from './glossary.ts'
import { formatBaht } from './money.ts'
import type { Benefit } from './pack.ts'
import { quantity, unitOf, type Measure } from './quantity.ts'
import type { Lang, Text } from './text.ts'
import type { Value } from './value.ts'
import type { Verdict } from './verdict.ts'

/** What a verdict is told with: the language, the words of its pack, the benefit it is about. */
export interface Speech {
  lang: Lang
  verdict: Verdict
  benefit: Benefit
  fundTerms: FundTerms
  glossary: Glossary
  /** Whether time or an act can still make it a yes, so that "ยัง" may be said. */
  isYet: boolean
  say: (th: string, en: string) => string
  of: (text: Text) => string
  baht: (satang: number) => string
  quantity: (value: Value, measure: Measure) => string
}

/** The voice of one language. */
export function speechOf(lang: Lang, about: Pick<Speech, 'verdict' | 'benefit' | 'fundTerms' | 'glossary' | 'isYet'>): Speech {
  return {
    ...about,
    lang,
    say: (th, en) => (lang === 'th' ? th : en),
    of: (text) => text[lang],
    baht: (satang) => formatBaht(satang, lang),
    quantity: (value, measure) => quantity(value, measure, lang),
  }
}

/**
 * A fact with its value as people say it: "เป็นสมาชิก 157 วัน", "ค้างส่ง 3 งวด", "ยื่นคำขอวันที่ 5 ธันวาคม 2569"; "157 days as a member". A label
 * that begins with its own measure ("จำนวนวันที่…", "เวลาที่…", "งวดที่…", "วันที่…"; "days …", "time …") gives that place to the value.
 */
export function factPhrase(fact: Fact, value: Value, speech: Speech): string {
  const { label, value: said } = factPair(fact, value, speech)
  const measure = measureWord(fact)
  if (fact.type === 'flag' || fact.type === 'choice') return `${label}: ${said}`
  if (!measure) return speech.say(`${label} ${said}`, `${label}: ${said}`)
  if (speech.lang === 'en') return fact.type !== 'day' && label.startsWith(`${measure.en} `) ? `${said} ${label.slice(measure.en.length + 1)}` : `${label}: ${said}`
  const lead = [`จำนวน${measure.th}ที่`, `${measure.th}ที่`].find((each) => label.startsWith(each))
  if (lead === undefined) return `${label} ${said}`
  return label.slice(lead.length) + (fact.type === 'day' ? `วันที่ ${said}` : ` ${said}`)
}

/** Two sides of a line on the slip. */
export interface Pair {
  label: string
  value: string
}

/** A fact's name and its value: "ใบรับรองแพทย์" and "ไม่มี" where its label is "มีใบรับรองแพทย์". */
export function factPair(fact: Fact, value: Value, { lang, of, quantity }: Speech): Pair {
  const label = of(fact.label)
  if (fact.type !== 'flag' || lang !== 'th' || !label.startsWith('มี')) return { label, value: quantity(value, fact) }
  return { label: label.slice('มี'.length), value: value === true ? 'มี' : 'ไม่มี' }
}

/** The word for the measure of a fact, with which its label may begin. */
function measureWord(fact: Fact): Text | undefined {
  if (fact.type === 'duration') return { th: 'เวลา', en: 'time' }
  return fact.type === 'day' ? { th: 'วัน', en: 'day' } : unitOf(fact)
}

/** "ระเบียบข้อ 12", "clause 12"; where there is no number, the regulation. */
export function ruleName(number: string | undefined, { lang, say }: Speech): string {
  if (number === undefined) return say('ระเบียบ', 'the regulation')
  const name = clauseName(number, lang)
  return say(`ระเบียบ${/^[A-Za-z]/.test(name) ? ' ' : ''}${name} `, name)
}

import { formatDay, type Day } from './day.ts'
import { formatDuration, type Duration } from './duration.ts'
import { formatAmount } from './money.ts'
import type { Lang, Text } from './text.ts'
import type { Value, ValueType } from './value.ts'

/** How a value is measured: what a fact or a term says of its values. */
export interface Measure {
  type: ValueType
  unit?: Text | undefined
  options?: Readonly<Record<string, Text>> | undefined
}

/** The value without its unit: "1,000", "180", "2 ปี 1 วัน", "17 กุมภาพันธ์ 2569", "หญิง". */
export function figure(value: Value, { type, options }: Measure, lang: Lang): string {
  switch (type) {
    case 'money': return formatAmount(Number(value))
    case 'number':
    case 'count':
    case 'days': return Number(value).toLocaleString('en-US', { maximumFractionDigits: 4 }).replace('-', '−')
    case 'duration': return formatDuration(value as Duration, lang) // the type says so
    case 'day': return formatDay(value as Day, lang, 'long') // the type says so
    case 'choice': return options?.[String(value)]?.[lang] ?? String(value)
    case 'flag': return value === true ? { th: 'ใช่', en: 'yes' }[lang] : { th: 'ไม่ใช่', en: 'no' }[lang]
  }
}

/** What stands after a figure: "บาท", "วัน", the unit that is declared, or nothing. */
export function unitOf({ type, unit }: Measure): Text | undefined {
  if (type === 'money') return { th: 'บาท', en: 'baht' }
  if (type === 'days') return unit ?? { th: 'วัน', en: 'days' }
  return type === 'number' || type === 'count' ? unit : undefined
}

/** The unit as it stands after a figure, with the space before it: " บาท", "%", or nothing. */
export function unitAfter(value: Value | undefined, measure: Measure): Text {
  const unit = unitOf(measure)
  if (!unit) return { th: '', en: '' }
  const spaced = (word: string) => (word.startsWith('%') ? word : ` ${word}`)
  return { th: spaced(unit.th), en: spaced(value === 1 ? singular(unit.en) : unit.en) }
}

/** "1,000 บาท", "3 คืน", "1 night". */
export function quantity(value: Value, measure: Measure, lang: Lang): string {
  return figure(value, measure, lang) + unitAfter(value, measure)[lang]
}

const IRREGULAR: Readonly<Record<string, string>> = { children: 'child', people: 'person', baht: 'baht' }

/** "nights" → "night". Units are declared in the plural in English. */
export function singular(plural: string): string {
  const [, first = '', last = ''] = /^(.*?)(\w+)$/.exec(plural) ?? []
  return first + (IRREGULAR[last] ?? last.replace(/ies$/, 'y').replace(/(ss|x|ch|sh)es$/, '$1').replace(/(?<!s)s$/, ''))
}

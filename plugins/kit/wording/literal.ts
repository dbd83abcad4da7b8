import { BUDDHIST_ERA, formatDay, readDay, type Day } from '../day.ts'
import type { Duration } from '../duration.ts'
import { formatAmount } from '../money.ts'
import { arabicDigits, type Lang, type Text } from '../text.ts'
import { afterWords, keyOf, skipSpace, type Json } from './form.ts'

/** What was found at a place of a line and where it ends, or why it cannot be. */
export type Found = { value: Json; at: number } | { problem: Text; at: number }

/** “…” as a text stands in a line: a line break is ¶, and \ stands before what would end the text or be taken for something else. */
export function quoted(text: string): string {
  return `“${text.replace(/[\\”¶]|[^\S ]|\p{Cc}/gu, (char) => (char === '\n' ? '¶' : /[\\”¶]/.test(char) ? `\\${char}` : `\\u{${char.codePointAt(0)?.toString(16)}}`))}”`
}

const CLOSES: Readonly<Record<string, string>> = { '“': '”', '"': '"' }
const ESCAPE = /\\(?:u\{([0-9a-f]{1,6})\}|(.))/giu

/** A text in quotes, curved or straight. */
export function readQuoted(line: string, from: number): { value: string; at: number } | undefined {
  const start = skipSpace(line, from)
  const close = CLOSES[line[start] ?? '']
  if (close === undefined) return undefined
  let end = start + 1
  while (end < line.length && line[end] !== close) end += line[end] === '\\' ? 2 : 1
  if (end >= line.length) return undefined
  const raw = line.slice(start + 1, end)
  return { value: /[\\¶]/.test(raw) ? unescaped(raw) : raw, at: end + 1 }
}

function unescaped(raw: string): string {
  const parts: string[] = []
  let at = 0
  for (const match of raw.matchAll(ESCAPE)) {
    parts.push(plain(raw.slice(at, match.index)), match[1] === undefined ? match[2] ?? '' : character(match[1]))
    at = match.index + match[0].length
  }
  return [...parts, plain(raw.slice(at))].join('')
}

const plain = (text: string): string => text.replaceAll('¶', '\n')
const character = (hex: string): string => (Number.parseInt(hex, 16) > 0x10ffff ? '\0' : String.fromCodePoint(Number.parseInt(hex, 16)))

const NUMBER = /[-−]?[0-9๐-๙]+(?:,[0-9๐-๙]{3})*(?:\.[0-9๐-๙]+)?/y

/** A number in digits of either script, thousands parted by commas or not: "1,000", "๓.๕", and the text it was written as. */
function readFigure(line: string, from: number): { text: string; at: number } | undefined {
  NUMBER.lastIndex = skipSpace(line, from)
  const [found] = NUMBER.exec(line) ?? []
  return found === undefined ? undefined : { text: arabicDigits(found).replaceAll(',', '').replace('−', '-'), at: NUMBER.lastIndex }
}

/** "1,000" */
export function grouped(number: number): string {
  const [whole = '', decimals] = String(Math.abs(number)).split('.')
  return `${number < 0 ? '−' : ''}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${decimals === undefined ? '' : `.${decimals}`}`
}

export function readNumber(line: string, from: number): Found | undefined {
  const found = readFigure(line, from)
  return found && { value: Number(found.text) + 0, at: found.at }
}

const BAHT = { th: 'บาท', en: 'baht' }
export const writeMoney = (satang: number, lang: Lang): string => `${formatAmount(satang)} ${BAHT[lang]}`

export function readMoney(line: string, from: number, lang: Lang): Found | undefined {
  const found = readFigure(line, from)
  if (!found) return undefined
  const [baht = '', satang = ''] = found.text.split('.')
  if (satang.length > 2 || baht.startsWith('-')) return { problem: { th: 'จำนวนเงินเป็นบาท มีสตางค์ได้ไม่เกินสองหลัก', en: 'an amount is baht, with two digits of satang at most' }, at: from }
  const unit = afterWords(line, found.at, BAHT[lang])
  return { value: Number(baht) * 100 + Number(satang.padEnd(2, '0')), at: unit < 0 ? found.at : unit }
}

/** The years before 2400 need to say that they are Buddhist. */
export const writeDay = (day: Day, lang: Lang): string => {
  const said = formatDay(day, lang, 'long')
  return lang === 'th' && day < '1857' ? said.replace(/ (\d+)$/, ' พ.ศ. $1') : said
}

const DAY = /(?:[0-9๐-๙]{1,2} ?(?:[ก-์.]+?|[a-z]+\.?) ?(?:พ\.?ศ\.? ?|ค\.?ศ\.? ?)?[0-9๐-๙]{4}(?![0-9๐-๙])|[0-9๐-๙]{1,4}[/.-][0-9๐-๙]{1,2}[/.-][0-9๐-๙]{1,4})(?: ?\(([0-9๐-๙]{4}) ?BE\))?/iy

export function readDayIn(line: string, from: number): Found | undefined {
  DAY.lastIndex = skipSpace(line, from)
  const [found, be] = DAY.exec(line) ?? []
  if (found === undefined) return undefined
  const end = DAY.lastIndex
  const typed = found.replace(/ ?\([^)]*\)$/, '')
  const year = /[0-9๐-๙]{4}$/.exec(typed)?.[0]
  const common = be === undefined || year === undefined ? undefined : Number(arabicDigits(be)) - BUDDHIST_ERA
  if (common !== undefined && common !== Number(arabicDigits(year ?? ''))) return { problem: { th: `ปีสองแบบไม่ตรงกัน ${found}`, en: `the two years are not the same: ${found}` }, at: from }
  const read = readDay(common === undefined ? typed : typed.replace(/[0-9๐-๙]{4}$/, `พ.ศ. ${common + BUDDHIST_ERA}`))
  return read.ok ? { value: read.day, at: end } : { problem: read.problem, at: from }
}

const UNITS = [['years', 'ปี', 'year'], ['months', 'เดือน', 'month'], ['days', 'วัน', 'day']] as const

/** "2 ปี 0 เดือน", each part that is said, also where it is nothing. */
export function writeDuration(duration: Duration, lang: Lang): string {
  return UNITS.flatMap(([part, th, en]) => {
    const count = duration[part]
    return count === undefined ? [] : [`${grouped(count)} ${lang === 'th' ? th : count === 1 ? en : `${en}s`}`]
  }).join(' ')
}

export function readDuration(line: string, from: number, lang: Lang): Found | undefined {
  const duration: Record<string, number> = {}
  let at = from
  for (const [part, th, en] of UNITS) {
    const figure = readFigure(line, at)
    const unit = lang === 'th' ? th : en
    const end = figure ? afterWords(line, figure.at, unit) : -1
    if (!figure || end < 0) continue
    duration[part] = Number(figure.text)
    at = lang === 'en' && /s/i.test(line[end] ?? '') ? end + 1 : end
  }
  return Object.keys(duration).length === 0 ? undefined : { value: duration, at }
}

const RAW = /‹[^›]*›/y

/** What has no words of its own, as JSON: a value that is not of the type it should be. */
export const writeRaw = (value: Json): string =>
  `‹${JSON.stringify(value).replace(/[›\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}›`

export function readRaw(line: string, from: number): Found | undefined {
  RAW.lastIndex = skipSpace(line, from)
  const [found] = RAW.exec(line) ?? []
  if (found === undefined) return undefined
  try {
    return { value: JSON.parse(found.slice(1, -1)) as Json, at: RAW.lastIndex } // JSON is parsed to JSON
  } catch {
    return { problem: { th: 'ข้อความใน ‹ › อ่านไม่ออก', en: 'what stands in ‹ › cannot be read' }, at: from }
  }
}

/** A unit as it may stand in a line; one with line breaks or marks of the language itself is left unsaid. */
export const isPlain = (unit: string): boolean => /^[^\s“”"‹›\\()¶,—–-]+(?: [^\s“”"‹›\\()¶,—–-]+)*$/.test(unit)

/** Where a unit ends, if one of these stands at the place. */
export function afterUnit(line: string, at: number, units: readonly string[]): number {
  for (const unit of units) {
    const end = isPlain(unit) ? afterWords(line, at, keyOf(unit)) : -1
    if (end >= 0) return end
  }
  return at
}

import { z } from 'zod'
import { arabicDigits, both, cleanText, type Lang, type Text } from './text.ts'

const YEAR_MIN = 1800
const YEAR_MAX = 2400
/** The Buddhist era of the Thai calendar is ahead of the common era by this many years. */
export const BUDDHIST_ERA = 543

/** A day as it is kept and sent: ISO 'YYYY-MM-DD' in the common era, 1800 to 2400. Days order as strings do. */
export const Day = z.iso.date('a day is YYYY-MM-DD and one that the calendar has')
  .refine((day) => yearIn(Number(day.slice(0, 4))), `a day lies between ${YEAR_MIN} and ${YEAR_MAX}`)
export type Day = z.infer<typeof Day>

interface Civil {
  year: number
  month: number
  day: number
}

const yearIn = (year: number) => year >= YEAR_MIN && year <= YEAR_MAX
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function civilOf(day: Day): Civil {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

function dayOf({ year, month, day }: Civil): Day {
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`no day in the year ${year}`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days since 0000-03-01, counted in years that begin in March, so that the leap day comes last (Howard Hinnant, days_from_civil). */
function serialOf(day: Day): number {
  const { year, month, day: dayOfMonth } = civilOf(day)
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const serial = 365 * marchYear + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400) + Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1
  if (!Number.isInteger(serial)) throw new RangeError(`not a day: ${day}`)
  return serial
}

function dayOfSerial(serial: number): Day {
  const era = Math.floor(serial / 146_097)
  const dayOfEra = serial - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return dayOf({ year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 })
}

/** The day `n` days later, or earlier where n is negative. May leave 1800 to 2400; throws RangeError beyond the years 0 to 9999. */
export function addDays(day: Day, n: number): Day {
  return dayOfSerial(serialOf(day) + n)
}

/** The same day of the month `n` months later; where that month has no such day, its last. Throws as addDays does. */
export function addMonths(day: Day, n: number): Day {
  const from = civilOf(day)
  const months = from.year * 12 + from.month - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return dayOf({ year, month, day: Math.min(from.day, daysOfMonth(year, month)) })
}

/** The same day `n` years later; 28 February where the year has no 29th. Throws as addDays does. */
export function addYears(day: Day, n: number): Day {
  return addMonths(day, n * 12)
}

/** How many days `to` comes after `from`; negative where it comes before. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from)
}

/** Below 0, 0 or above 0, as `a` comes before `b`, is the same day, or comes after. */
export function compareDays(a: Day, b: Day): number {
  return a === b ? 0 : a < b ? -1 : 1
}

const MONTHS: Record<Lang, { long: readonly string[]; short: readonly string[] }> = {
  th: {
    long: ['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน', 'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'],
    short: ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'],
  },
  en: {
    long: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
}

/** "23 พฤศจิกายน 2569", "23 พ.ย. 2569"; "23 November 2026 (2569 BE)", "23 Nov 2026". */
export function formatDay(day: Day, lang: Lang, style: 'long' | 'short'): string {
  const { year, month, day: dayOfMonth } = civilOf(day)
  const name = MONTHS[lang][style][month - 1]
  if (name === undefined) throw new RangeError(`not a day: ${day}`)
  if (lang === 'th') return `${dayOfMonth} ${name} ${year + BUDDHIST_ERA}`
  return style === 'long' ? `${dayOfMonth} ${name} ${year} (${year + BUDDHIST_ERA} BE)` : `${dayOfMonth} ${name} ${year}`
}

/** A day as it stands in both languages, in full. */
export const dayText = (day: Day): Text => both((lang) => formatDay(day, lang, 'long'))

/** The Buddhist year of a day: 2569. */
export const buddhistYearOf = (day: Day): number => civilOf(day).year + BUDDHIST_ERA

type DayRead = { ok: true; day: Day } | { ok: false; problem: Text }

/** Longer than any way to write a day. */
const TYPED_MAX = 60
const NUMBERS = /^(?<day>\d{1,2}) ?(?<separator>[/. -]) ?(?<month>\d{1,2}) ?\k<separator> ?(?<year>\d+)$/
const YEAR_FIRST = /^(?<year>\d{4}) ?(?<separator>[/.-]) ?(?<month>\d{1,2}) ?\k<separator> ?(?<day>\d{1,2})$/
const NAMED = /^(?:วันที่ ?)?(?<day>\d{1,2}) ?(?:เดือน ?)?(?<name>[ก-์.]+?|[a-z]+\.?) ?(?<era>พ\.?ศ\.?|ค\.?ศ\.?)? ?(?<year>\d+)$/

/**
 * A day as a volunteer types it: 12/11/69, ๑๒/๑๑/๒๕๖๙, 12 พ.ย. 69, 2569-11-12, 12 November 2026. The day comes first, or a year of four
 * digits does. A year of four digits is of the Buddhist era from 2400 on and of the common era below; two digits are the end of a
 * Buddhist year 25xx. What could be meant in two ways is refused, never guessed.
 */
export function readDay(text: string): DayRead {
  const typed = arabicDigits(cleanText(text.slice(0, TYPED_MAX + 1))).trim().replace(/\s+/g, ' ').toLowerCase()
  if (typed === '') return refused('ยังไม่ได้กรอกวันที่', 'No day has been entered')
  const parts = text.length > TYPED_MAX ? undefined : (NUMBERS.exec(typed) ?? YEAR_FIRST.exec(typed) ?? NAMED.exec(typed))?.groups
  const month = parts && readMonth(parts)
  if (!month) return refused('อ่านวันที่นี้ไม่ออก โปรดพิมพ์ วัน/เดือน/ปี เช่น 12/11/2569 หรือ 12 พ.ย. 2569', 'This cannot be read as a day. Type day/month/year, such as 12/11/2569 or 12 Nov 2026')
  const year = readYear(parts['year'] ?? '', parts['era'], month.lang)
  return year.ok ? dayIfReal({ year: year.year, month: month.number, day: Number(parts['day']) }) : year
}

const stem = (name: string) => name.toLowerCase().replaceAll('.', '').replace(/(คม|ยน|พันธ์)$/u, '')
const STEMS = { th: [MONTHS.th.long.map(stem), MONTHS.th.short.map(stem)], en: [MONTHS.en.long.map(stem), MONTHS.en.short.map(stem)] }

/** A month by its number or its name: whole, clipped as in speech (พฤศจิกา), or short, with or without dots. */
function readMonth({ month, name = '' }: Record<string, string | undefined>): { number: number; lang?: Lang } | undefined {
  if (month !== undefined) return { number: Number(month) }
  const named = stem(name)
  for (const lang of ['th', 'en'] as const) {
    const at = Math.max(...STEMS[lang].map((stems) => stems.indexOf(named)))
    if (at >= 0) return { number: at + 1, lang }
  }
  return undefined
}

function readYear(typed: string, era: string | undefined, monthLang: Lang | undefined): { ok: true; year: number } | Extract<DayRead, { ok: false }> {
  const isCommon = era?.startsWith('ค') ?? false
  if (typed.length === 2) {
    if (isCommon || monthLang === 'en') return refused('ปีสองหลักแบบนี้ไม่รู้ว่าเป็น พ.ศ. หรือ ค.ศ. โปรดพิมพ์ปีให้ครบสี่หลัก', 'Two digits could be a Buddhist or a common year. Type the year in four digits')
    return { ok: true, year: 2500 + Number(typed) - BUDDHIST_ERA }
  }
  if (typed.length !== 4) return refused('ปีต้องมีสี่หลัก เช่น 2569', 'The year needs four digits, such as 2569 or 2026')
  const isBuddhist = era === undefined ? Number(typed) >= 2400 : !isCommon
  return { ok: true, year: isBuddhist ? Number(typed) - BUDDHIST_ERA : Number(typed) }
}

function dayIfReal({ year, month, day }: Civil): DayRead {
  if (!yearIn(year)) return refused(`ปีต้องอยู่ระหว่าง พ.ศ. ${YEAR_MIN + BUDDHIST_ERA} ถึง ${YEAR_MAX + BUDDHIST_ERA}`, `The year must lie between ${YEAR_MIN} and ${YEAR_MAX} (${YEAR_MIN + BUDDHIST_ERA} and ${YEAR_MAX + BUDDHIST_ERA} BE)`)
  if (month < 1 || month > 12) return refused(`ไม่มีเดือนที่ ${month} โปรดพิมพ์ วัน/เดือน/ปี`, `There is no month ${month}. Type day/month/year`)
  const days = daysOfMonth(year, month)
  if (day < 1) return refused('ไม่มีวันที่ 0', 'There is no day 0')
  if (day > days) return refused(`${MONTHS.th.long[month - 1]} ${year + BUDDHIST_ERA} มี ${days} วัน`, `${MONTHS.en.long[month - 1]} ${year} (${year + BUDDHIST_ERA} BE) has ${days} days`)
  return { ok: true, day: dayOf({ year, month, day }) }
}

const refused = (th: string, en: string) => ({ ok: false as const, problem: { th, en } })

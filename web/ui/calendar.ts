import { formatDay, type Day } from '../../plugins/kit/day.ts'
import type { Language } from '../device.ts'

const YEARS_AHEAD = 543
const noon = (day: Day) => new Date(`${day}T12:00:00Z`)
const part = (language: Language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })

export function monthNames(language: Language): string[] {
  const name = part(language, { month: 'long' })
  return Array.from({ length: 12 }, (_, at) => name.format(noon(`2026-${String(at + 1).padStart(2, '0')}-01`)))
}

/** วันพฤหัสบดีที่ 12 พฤศจิกายน 2569; Thursday 12 November 2026 (2569 BE). The weekday is what tells a slip of the finger. */
export function weekdayAndDay(day: Day, language: Language): string {
  const weekday = part(language, { weekday: 'long' }).format(noon(day))
  return language === 'th' ? `${weekday}ที่ ${formatDay(day, language, 'long')}` : `${weekday} ${formatDay(day, language, 'long')}`
}

/** A year as it is typed: of the Buddhist era in Thai, of the common era in English. */
export function typedYear(year: number, language: Language): string {
  return String(language === 'th' ? year + YEARS_AHEAD : year)
}

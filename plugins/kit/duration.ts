import { z } from 'zod'
import { addDays, addMonths, compareDays, daysBetween, type Day } from './day.ts'
import type { Lang } from './text.ts'

/** A length of time as a regulation words it; what is left out is 0. */
export const Duration = z.strictObject({
  years: z.int().min(0).max(150).optional(),
  months: z.int().min(0).max(1200).optional(),
  days: z.int().min(0).max(40_000).optional(),
}).refine((duration) => Object.values(duration).some((part) => part !== undefined), 'a duration has years, months or days')
export type Duration = z.infer<typeof Duration>

/** How time is counted: by whole months of the calendar, or by the number of days divided into years of 360 or 365 days. */
export type Clock = 'calendar' | '360' | '365'

/** A duration with each part said. */
interface Parts {
  years: number
  months: number
  days: number
}

const monthsOf = ({ years = 0, months = 0 }: Duration) => years * 12 + months
const partsOf = (months: number, days: number): Parts => ({ years: Math.floor(months / 12), months: months % 12, days })

/** The same duration with twelve months as a year. Days stay days: how many make a month depends on the clock. */
export function normalDuration(duration: Duration): Parts {
  return partsOf(monthsOf(duration), duration.days ?? 0)
}

/** Orders two durations by years, then months, then days, after twelve months became a year: below 0, 0, above 0. */
export function compareDurations(a: Duration, b: Duration): number {
  return monthsOf(a) - monthsOf(b) || (a.days ?? 0) - (b.days ?? 0)
}

/** All durations together, thirty days becoming a month and twelve months a year. */
export function sumDurations(durations: readonly Duration[]): Parts {
  const months = durations.reduce((sum, each) => sum + monthsOf(each), 0)
  const days = durations.reduce((sum, each) => sum + (each.days ?? 0), 0)
  return partsOf(months + Math.floor(days / 30), days % 30)
}

/**
 * The time from one day to another, the first not counted. `calendar`: whole years, whole months, then days, a missing day of the month
 * clipped to its last (31 January to 28 February is one month). `360`: the days in years of 360 and months of 30. `365`: the days in years
 * of 365 and months of 30, the twelfth month lasting until the year is full. Throws RangeError where `to` comes before `from`.
 */
export function durationBetween(from: Day, to: Day, clock: Clock): Parts {
  if (compareDays(to, from) < 0) throw new RangeError(`${to} comes before ${from}`)
  const months = wholeMonths(from, to, clock)
  return partsOf(months, daysBetween(monthBegins(from, months, clock), to))
}

/**
 * The first day on which durationBetween from `from` is at least the duration. Days beyond the length of a month are reached, at the
 * latest, when the next month is: one month is more than 40 days, as compareDurations has it.
 */
export function firstDayReaching(from: Day, duration: Duration, clock: Clock): Day {
  const months = monthsOf(duration)
  const byDays = addDays(monthBegins(from, months, clock), duration.days ?? 0)
  const byMonth = monthBegins(from, months + 1, clock)
  return compareDays(byDays, byMonth) < 0 ? byDays : byMonth
}

/** The first day of the month that begins `months` whole months after `from`, as the clock counts them. */
function monthBegins(from: Day, months: number, clock: Clock): Day {
  switch (clock) {
    case 'calendar': return addMonths(from, months)
    case '360': return addDays(from, months * 30)
    case '365': return addDays(from, Math.floor(months / 12) * 365 + (months % 12) * 30)
  }
}

function wholeMonths(from: Day, to: Day, clock: Clock): number {
  const days = daysBetween(from, to)
  switch (clock) {
    case 'calendar': return calendarMonths(from, to)
    case '360': return Math.floor(days / 30)
    case '365': return Math.floor(days / 365) * 12 + Math.min(11, Math.floor((days % 365) / 30))
  }
}

const monthNumber = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

function calendarMonths(from: Day, to: Day): number {
  const begun = monthNumber(to) - monthNumber(from)
  return compareDays(addMonths(from, begun), to) <= 0 ? begun : begun - 1
}

/** The day that lies a duration of the calendar later: years and months first, clipped to the last of the month, then days. */
export function addDuration(day: Day, duration: Duration): Day {
  return addDays(addMonths(day, monthsOf(duration)), duration.days ?? 0)
}

/**
 * Completed years of a duration. `up`: any remainder counts as a year; `halfUp`: six months or more do; `moreThanHalf`: more than six
 * months do, six months and one day being enough.
 */
export function wholeYears(duration: Duration, rounding: 'down' | 'up' | 'halfUp' | 'moreThanHalf'): number {
  const { years, months, days } = normalDuration(duration)
  const overHalf = compareDurations({ months, days }, { months: 6 })
  const counts = { down: false, up: months + days > 0, halfUp: overHalf >= 0, moreThanHalf: overHalf > 0 }[rounding]
  return counts ? years + 1 : years
}

/** "2 ปี 3 เดือน 1 วัน", "2 years 3 months 1 day", as the duration words it, parts of 0 left out; "0 วัน", "0 days". */
export function formatDuration(duration: Duration, lang: Lang): string {
  const units = { years: { th: 'ปี', en: 'year' }, months: { th: 'เดือน', en: 'month' }, days: { th: 'วัน', en: 'day' } }
  const said = (['years', 'months', 'days'] as const).flatMap((unit) => {
    const count = duration[unit] ?? 0
    const plural = lang === 'en' && count !== 1 ? 's' : ''
    return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${units[unit][lang]}${plural}`]
  })
  return said.length > 0 ? said.join(' ') : { th: '0 วัน', en: '0 days' }[lang]
}

import { addDays, compareDays, daysBetween, type Day } from './day.ts'
import { durationBetween, sumDurations, type Clock, type Duration } from './duration.ts'

/** A stretch of days that contributions cover: `until` is the first day no longer covered. */
export interface Covered {
  from: Day
  until: Day
}

/**
 * Time actually contributed up to a day: covered periods one after another are one stretch, what is paid in advance counts only as
 * time runs, gaps count nothing. By the calendar each stretch has its own length, and where there are several the lengths are added,
 * thirty days becoming a month; by 360 or 365 the days of all stretches are divided.
 */
export function contributedTime(covered: readonly Covered[], on: Day, clock: Clock): Duration {
  const stretches = stretchesUntil(covered, on)
  if (clock === 'calendar') {
    const lengths = stretches.map(({ from, until }) => durationBetween(from, until, clock))
    const [only, second] = lengths
    return only && !second ? only : sumDurations(lengths)
  }
  return durationBetween(on, addDays(on, contributedDays(covered, on)), clock)
}

/** Days covered up to a day. */
export function contributedDays(covered: readonly Covered[], on: Day): number {
  return stretchesUntil(covered, on).reduce((days, { from, until }) => days + daysBetween(from, until), 0)
}

function stretchesUntil(covered: readonly Covered[], on: Day): Covered[] {
  const begun = covered
    .map(({ from, until }) => ({ from, until: until < on ? until : on }))
    .filter(({ from, until }) => from < until)
    .toSorted((a, b) => compareDays(a.from, b.from))
  const stretches: Covered[] = []
  for (const each of begun) {
    const last = stretches.at(-1)
    if (last && each.from <= last.until) last.until = each.until > last.until ? each.until : last.until
    else stretches.push({ ...each })
  }
  return stretches
}

import { addDays, addYears, type Day } from './day.ts'
import type { FundTerms } from './fund-terms.ts'

/** A stretch of days, both ends in it. */
export interface Span {
  fromOn: Day
  untilOn: Day
}

/** The fund's year that holds a day. `memberSince` matters only where a year is a year of membership. */
export function yearOf(day: Day, year: NonNullable<FundTerms['year']>, memberSince: Day | undefined): Span {
  const fromOn = startOfYear(day, year, memberSince)
  return { fromOn, untilOn: addDays(nextStart(fromOn, year, memberSince), -1) }
}

function startOfYear(day: Day, year: NonNullable<FundTerms['year']>, memberSince: Day | undefined): Day {
  const calendar = `${day.slice(0, 4)}-01-01`
  if (year === 'calendar') return calendar
  if (year === 'fiscal') {
    const october = `${day.slice(0, 4)}-10-01`
    return october <= day ? october : addYears(october, -1)
  }
  if (memberSince === undefined) throw new Error('a year of membership needs the day it began')
  const whole = Number(day.slice(0, 4)) - Number(memberSince.slice(0, 4))
  const anniversary = addYears(memberSince, whole)
  return anniversary <= day ? anniversary : addYears(memberSince, whole - 1)
}

function nextStart(fromOn: Day, year: NonNullable<FundTerms['year']>, memberSince: Day | undefined): Day {
  if (year !== 'membership' || memberSince === undefined) return addYears(fromOn, 1)
  return addYears(memberSince, Number(fromOn.slice(0, 4)) - Number(memberSince.slice(0, 4)) + 1)
}

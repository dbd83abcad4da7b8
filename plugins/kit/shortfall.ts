import { daysBetween, type Day } from './day.ts'
import { durationBetween, firstDayReaching, formatDuration, normalDuration, type Duration } from './duration.ts'
import type { Fact } from './fact.ts'
import type { Speech } from './speech.ts'
import type { Value } from './value.ts'

/** By how much a fact misses its bound, and on which side. */
export interface Shortfall {
  kind: 'short' | 'over' | 'late' | 'early'
  value: string
}

/** The distance from a fact to its bound; undefined where no plain number says it. */
export function shortfallOf(factId: string, fact: Fact, operator: string, found: Value, wanted: Value, speech: Speech): Shortfall | undefined {
  if (typeof found === 'number' && typeof wanted === 'number') return numbers(fact, operator, found, wanted, speech)
  if (fact.type === 'day') return days(operator, String(found), String(wanted), speech)
  if (fact.type === 'duration' && operator === 'atLeast') return { kind: 'short', value: time(factId, found as Duration, wanted as Duration, speech) } // the type says so
  return undefined
}

/** A bound that is itself not in needs one unit more, which only whole numbers have. */
function numbers(fact: Fact, operator: string, found: number, wanted: number, speech: Speech): Shortfall | undefined {
  const more = { greaterThanInclusive: 0, lessThanInclusive: 0, greaterThan: 1, lessThan: 1 }[operator]
  if (more === undefined || (more === 1 && fact.type !== 'count' && fact.type !== 'days')) return undefined
  const by = Math.round((Math.abs(wanted - found) + more) * 10_000) / 10_000
  return { kind: operator.startsWith('greater') ? 'short' : 'over', value: speech.quantity(by, fact) }
}

function days(operator: string, found: Day, wanted: Day, { lang }: Speech): Shortfall | undefined {
  const more = { onOrBefore: 0, onOrAfter: 0, before: 1, after: 1 }[operator]
  if (more === undefined) return undefined
  return { kind: operator.endsWith('fore') ? 'late' : 'early', value: formatDuration({ days: Math.abs(daysBetween(wanted, found)) + more }, lang) }
}

/** The facts from whose day a clock runs, where that is one day. */
const BEGINS: Readonly<Record<string, string>> = { membership: 'memberSince', memberAge: 'memberBornOn' }

/** To the day where the clock's first day is known; else by months of thirty days, "ราว" where that may be a day or two off. */
function time(factId: string, found: Duration, wanted: Duration, { lang, verdict, fundTerms, say }: Speech): string {
  const since = verdict.facts[BEGINS[factId] ?? '']
  if (since?.state === 'known' && verdict.eventOn !== undefined) {
    const reached = firstDayReaching(String(since.value), wanted, factId === 'membership' ? fundTerms.clock : 'calendar')
    const left = daysBetween(verdict.eventOn, reached)
    return formatDuration(left < DAYS_SAID ? { days: left } : durationBetween(verdict.eventOn, reached, 'calendar'), lang)
  }
  const [is, must] = [normalDuration(found), normalDuration(wanted)]
  const short = Math.max(1, ((must.years - is.years) * 12 + must.months - is.months) * 30 + must.days - is.days)
  const months = Math.floor(short / 30)
  const said = formatDuration(short < DAYS_SAID ? { days: short } : { years: Math.floor(months / 12), months: months % 12 }, lang)
  return is.days === must.days ? said : say(`ราว ${said}`, `about ${said}`)
}

/** Fewer days than these are counted as days. */
const DAYS_SAID = 60

import type { Amount } from './amount.ts'
import { leavesOf, type Condition } from './condition.ts'
import type { Reading } from './claim.ts'
import { addDays, type Day } from './day.ts'
import { addDuration, type Duration } from './duration.ts'
import { standingOf } from './pack.ts'
import type { TermValue } from './term.ts'
import type { Name, Value } from './value.ts'

const says = (th: string, en: string): Name => ({ th, en })

/** Everything that must hold for a benefit: what every fund asks, the pack's standing conditions, the benefit's own, and the lowest step of its ladder. */
export function groundsOf(reading: Reading, eventOn: Day, term: (id: string) => TermValue | undefined): Condition {
  const { benefit, adopted } = reading
  const reach = lowestStep(benefit.amount, reading, term)
  return { all: [...membershipOn(reading, eventOn), ...window(reading, eventOn, term), ...standingOf(benefit, adopted.pack), ...(benefit.conditions ? [benefit.conditions] : []), ...(reach ? [reach] : [])] }
}

/** The standing condition nobody writes: a member on the event's day, not lapsed. */
function membershipOn({ claim, stated }: Reading, eventOn: Day): Condition[] {
  const leaves: Condition[] = [{ id: 'kit-member', name: says('เป็นสมาชิกในวันเกิดเหตุ', 'a member on the day of the event'), fact: 'memberSince', operator: 'onOrBefore', value: eventOn }]
  if (stated['endedOn'] !== undefined) leaves.push({ id: 'kit-ended', name: says('ยังไม่พ้นสมาชิกภาพ', 'membership not ended'), fact: 'endedOn', operator: 'after', value: eventOn })
  if (stated['memberDiedOn'] !== undefined) leaves.push({ id: 'kit-died', name: says('สมาชิกยังมีชีวิตอยู่ในวันเกิดเหตุ', 'the member was living on the day of the event'), fact: 'memberDiedOn', operator: 'onOrAfter', value: eventOn })
  const lapse = claim.regulation.fundTerms.lapse
  if (lapse) leaves.push({ id: 'kit-lapsed', name: says('ไม่พ้นสมาชิกภาพเพราะขาดส่ง', 'membership not ended by arrears'), fact: lapse.by, operator: 'lessThanInclusive', value: lapse.moreThan })
  return leaves
}

/** The last day for the claim. */
export function claimDeadline(eventOn: Day, within: TermValue): Day {
  return typeof within === 'number' ? addDays(eventOn, within) : addDuration(eventOn, within as Duration) // the checker holds the term to days or a duration
}

function window({ benefit }: Reading, eventOn: Day, term: (id: string) => TermValue | undefined): Condition[] {
  if (benefit.claimWithin === undefined) return []
  const within = term(benefit.claimWithin)
  const value = within === undefined ? { fact: benefit.claimWithin } : claimDeadline(eventOn, within)
  return [{ id: 'kit-window', name: says('ยื่นคำขอภายในกำหนด', 'claimed in time'), fact: 'claimedOn', operator: 'onOrBefore', value }]
}

/** A ladder whose lowest step is not reached is an unmet condition with that step as its bound: nobody writes it twice. */
function lowestStep(amount: Amount, reading: Reading, term: (id: string) => TermValue | undefined): Condition | undefined {
  if ('ladder' in amount || 'steps' in amount) {
    const steps = 'ladder' in amount ? term(amount.ladder) : amount.steps
    const first = Array.isArray(steps) ? steps[0] : undefined
    return first && atLeast(amount.by, first.from, reading)
  }
  if ('percent' in amount) return lowestRate(amount.percent, reading, term)
  if ('share' in amount) return one([lowestRate(amount.share, reading, term), lowestStep(amount.share.of, reading, term)].filter((part) => part !== undefined), 'all')
  if ('choice' in amount) {
    const branch = amount.branches[String(reading.stated[amount.choice])]
    return branch && lowestStep(branch, reading, term)
  }
  if ('sum' in amount || 'greatest' in amount) {
    const parts = ('sum' in amount ? amount.sum : amount.greatest).map((part) => lowestStep(part, reading, term))
    const known = parts.filter((part) => part !== undefined)
    return known.length === parts.length ? one(known, 'any') : undefined
  }
  return 'least' in amount ? one(amount.least.map((part) => lowestStep(part, reading, term)).filter((part) => part !== undefined), 'all') : undefined
}

/** A percentage may go by a ladder too; below its first step it would be a percentage of nothing. */
function lowestRate({ rate, by }: { rate: string; by?: string | undefined }, reading: Reading, term: (id: string) => TermValue | undefined): Condition | undefined {
  const steps = term(rate)
  const first = Array.isArray(steps) ? steps[0] : undefined
  return first && by !== undefined ? atLeast(by, first.from, reading) : undefined
}

function one(parts: Condition[], group: 'all' | 'any'): Condition | undefined {
  return parts.length > 1 ? (group === 'all' ? { all: parts } : { any: parts }) : parts[0]
}

function atLeast(fact: string, from: number | Duration, { catalogue }: Reading): Condition | undefined {
  if (from === 0) return undefined
  const label = catalogue[fact]?.label ?? says(fact, fact)
  const operator = typeof from === 'number' ? 'greaterThanInclusive' : 'atLeast'
  return { id: `kit-reach-${fact}-${JSON.stringify(from).replaceAll(/[^0-9a-z]/g, '')}`, name: says(`${label.th}ถึงขั้นแรก`, `${label.en} up to the first step`), fact, operator, value: from satisfies Value }
}

/** The facts a condition names. */
export const factsOf = (condition: Condition | undefined): string[] => leavesOf(condition).map((leaf) => leaf.fact)

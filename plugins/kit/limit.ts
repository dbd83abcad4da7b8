import type { Day } from './day.ts'
import type { Benefit, Limit } from './pack.ts'
import type { Span } from './span.ts'

/**
 * A benefit that was granted before, to the member or to another of the same family, under whatever regulation. `uses` says how much
 * of each limit it took, by limit id: times, units or satang.
 */
export interface Grant {
  benefitId: string
  eventOn: Day
  of: 'member' | 'family'
  amountSatang: number
  uses: Readonly<Record<string, number>>
}

/** One limit as it stands before this claim. `left` is never below 0. */
export interface LimitState {
  limit: Limit
  atMost: number
  used: number
  left: number
  /** The year it is counted in, where it is yearly. */
  span?: Span
  /** The event days of the grants that used it. */
  usedOn: Day[]
}

const ORDER: readonly Limit['per'][] = ['event', 'year', 'lifetime', 'family']
const measure = (limit: Limit): number => (limit.of === 'times' ? 0 : limit.of === 'amount' ? 2 : 1)

/** A benefit's limits in the order they are checked: times, then units, then baht; the narrower span first. */
export function limitsInOrder(benefit: Benefit): Limit[] {
  return (benefit.limits ?? []).toSorted((a, b) => measure(a) - measure(b) || ORDER.indexOf(a.per) - ORDER.indexOf(b.per))
}

/** What past grants leave of a limit. A grant counts in the span that holds its own event's day. */
export function limitState(limit: Limit, atMost: number, span: Span | undefined, history: readonly Grant[]): LimitState {
  const counted = history.filter((grant) =>
    Object.hasOwn(grant.uses, limit.id)
    && limit.per !== 'event'
    && (limit.per === 'family' || grant.of === 'member')
    && (!span || (grant.eventOn >= span.fromOn && grant.eventOn <= span.untilOn)))
  const used = counted.reduce((sum, grant) => sum + (grant.uses[limit.id] ?? 0), 0)
  return { limit, atMost, used, left: Math.max(0, atMost - used), usedOn: counted.map((grant) => grant.eventOn), ...(span ? { span } : {}) }
}

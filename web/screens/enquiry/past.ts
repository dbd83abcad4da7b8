import type { Day } from '../../../plugins/kit/day.ts'
import type { Grant, LimitState } from '../../../plugins/kit/limit.ts'

/** What a person says of what was granted before: how much of each limit, and when last. Money is satang. */
export interface Past {
  uses: Partial<Record<string, number>>
  /** For what happens once: whether it has. */
  before?: boolean
  lastOn?: Day | undefined
}

export const nothingBefore: Past = { uses: {} }

export const hasBefore = (past: Past): boolean => past.before === true || Object.values(past.uses).some((count) => count !== undefined && count > 0)

/** The limits in use whose year does not hold the day that was said. */
export function outsideYear(past: Past, limits: readonly LimitState[]): LimitState | undefined {
  const { lastOn } = past
  return lastOn === undefined ? undefined : limits.find(({ limit, span }) => span && (past.uses[limit.id] ?? 0) > 0 && (lastOn < span.fromOn || lastOn > span.untilOn))
}

/** As the rules read it: one grant; none where there was none; undefined while its day is not said. */
export function grantsOf(past: Past | undefined, benefitId: string): Grant[] | undefined {
  if (!past) return undefined
  if (!hasBefore(past)) return []
  if (past.lastOn === undefined) return undefined
  const uses = Object.fromEntries(Object.entries(past.uses).filter((entry): entry is [string, number] => (entry[1] ?? 0) > 0))
  return [{ benefitId, eventOn: past.lastOn, of: 'member', amountSatang: 0, uses }]
}

import type { YearRounding } from './amount.ts'
import { compareDurations, normalDuration, type Duration } from './duration.ts'
import type { Value } from './value.ts'

type Bound = number | Duration

/** Orders two bounds of one ladder, both numbers or both durations. */
export function compareBounds(a: Bound, b: Bound): number {
  return typeof a === 'number' || typeof b === 'number' ? Number(a) - Number(b) : compareDurations(a, b)
}

/** The highest step whose lower bound is reached; the bound itself is in. */
export function reached<T extends { from: Bound }>(steps: readonly T[], value: Value): T | undefined {
  return steps.findLast((step) => compareBounds(value as Bound, step.from) >= 0) // the checker holds `by` to the type of the bounds
}

/** How many times `every` fits between a bound and a value, a month counted as 30 days. */
export function stepsBeyond(bound: Bound, value: Value, every: Bound, rounding: YearRounding): number {
  const times = (days(value as Bound) - days(bound)) / days(every)
  const whole = Math.floor(times)
  const rest = times - whole
  const more = { down: false, up: rest > 0, halfUp: rest >= 0.5, moreThanHalf: rest > 0.5 }[rounding]
  return Math.max(0, more ? whole + 1 : whole)
}

function days(bound: Bound): number {
  if (typeof bound === 'number') return bound
  const { years, months, days: rest } = normalDuration(bound)
  return years * 360 + months * 30 + rest
}

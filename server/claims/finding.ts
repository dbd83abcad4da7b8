import { z } from '@hono/zod-openapi'
import { Satang } from '../../plugins/kit/money.ts'
import { ENDLESS, type Verdict } from '../../plugins/kit/verdict.ts'

/** What a verdict comes to: whether, and how much. It is what a decider has seen, and what must still hold when they decide. */
export const Finding = z.strictObject({
  outcome: z.enum(['eligible', 'ineligible', 'incomplete', 'judgement']),
  /** Nothing, unless the rules give something. */
  lowSatang: Satang,
  /** The same as `lowSatang` where nothing is left to people; 100000000001 where it has no upper end. */
  highSatang: z.int().min(0).max(ENDLESS),
}).openapi('Finding')
export type Finding = z.infer<typeof Finding>

export function findingOf(verdict: Verdict): Finding {
  const { low, high } = dueBy(verdict)
  return { outcome: verdict.outcome, lowSatang: low, highSatang: high }
}

function dueBy(verdict: Verdict): { low: number; high: number } {
  if (verdict.outcome === 'eligible') return { low: verdict.amountSatang, high: verdict.amountSatang }
  return verdict.outcome === 'judgement' ? verdict.range : { low: 0, high: 0 }
}

export const isSameFinding = (one: Finding, other: Finding) =>
  one.outcome === other.outcome && one.lowSatang === other.lowSatang && one.highSatang === other.highSatang

/** Whether the rules give this: refused where they refuse, or an amount within what they give. */
export function agreesWith({ outcome, lowSatang, highSatang }: Finding, decided: { outcome: 'approved' | 'refused'; amountSatang: number }): boolean {
  const gives = outcome === 'eligible' || outcome === 'judgement'
  if (decided.outcome === 'refused') return !gives || outcome === 'judgement'
  return gives && decided.amountSatang >= lowSatang && decided.amountSatang <= highSatang
}

import { z } from '@hono/zod-openapi'
import type { Claim as AskedOfRules } from '../../plugins/kit/claim.ts'
import { Day } from '../../plugins/kit/day.ts'
import { evaluate, limitsOf } from '../../plugins/kit/evaluate.ts'
import { explain } from '../../plugins/kit/explain.ts'
import type { LimitState } from '../../plugins/kit/limit.ts'
import { Category } from '../../plugins/kit/pack.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf, inForceOn } from '../../plugins/kit/regulation.ts'
import { Text, type Lang } from '../../plugins/kit/text.ts'
import { Id, Name } from '../../plugins/kit/value.ts'
import { findWay } from '../../plugins/kit/way.ts'
import { findBooks, findClaimant, type Books } from '../claims/books.ts'
import { InWords } from '../claims/claim.ts'
import { Finding, findingOf } from '../claims/finding.ts'
import { recordOf } from '../claims/record.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import { declared } from '../http/room.ts'
import { judgedOrWhy } from '../regulations/verdict.ts'

const benefit = z.strictObject({ id: Id, category: Category, title: Name })

/** What a member could ask for, if the event were today and nothing else were known of it. `incomplete`: it hangs on what will have happened. */
const Judged = z.strictObject({
  benefit,
  finding: Finding,
  /** From which day on an event would meet the rules, where today's would not. */
  fromOn: Day.optional(),
  limits: z.array(declared<LimitState>('LimitState', 'A limit of the benefit: `atMost`, what was `used` of it in its `span`, and what is `left`.')),
  explanation: z.strictObject({ th: InWords, en: InWords }),
}).openapi('JudgedEntitlement')

/** A benefit that cannot be judged for now, and why. */
const NotJudged = z.strictObject({ benefit, notJudged: Text }).openapi('EntitlementNotJudged')

export const Entitlement = z.union([Judged, NotJudged]).openapi('Entitlement')
export type Entitlement = z.infer<typeof Entitlement>

/** What each benefit in force today holds for a member. */
export async function listEntitlements(rows: FundRows, memberId: string, today: Day, vocabulary: Vocabulary): Promise<Entitlement[]> {
  const { householdId } = await findClaimant(rows, memberId)
  const books = await findBooks(rows, { memberId, householdId })
  const regulation = inForceOn(books.publications, today)?.regulation
  if (!regulation) throw new Problem('no-regulation')

  const entitlements: Entitlement[] = []
  for (const { benefit } of benefitsOf(regulation)) {
    const answers = { [benefit.eventOn]: today }
    const claim: AskedOfRules = { regulation, benefitId: benefit.id, answers, fund: {}, ...recordOf(books, regulation, today, today), claimedOn: today, vocabulary }
    const told = await judgedOrWhy(() => entitlementOf(claim, books))
    const { id, category, title } = benefit
    entitlements.push({ benefit: { id, category, title }, ...('why' in told ? { notJudged: told.why } : told.judged) })
  }
  return entitlements
}

async function entitlementOf(claim: AskedOfRules, { publications }: Books): Promise<Omit<z.infer<typeof Judged>, 'benefit'>> {
  const verdict = await evaluate(claim)
  const way = verdict.outcome === 'ineligible' ? await findWay(claim, verdict, publications) : undefined
  const say = (lang: Lang) => explain(verdict, claim.regulation, lang, { ...(way && { way }), ...(claim.vocabulary && { vocabulary: claim.vocabulary }) })
  return {
    finding: findingOf(verdict),
    ...(way?.kind === 'laterEvent' && { fromOn: way.fromOn }),
    limits: await limitsOf(claim),
    explanation: { th: say('th'), en: say('en') },
  }
}

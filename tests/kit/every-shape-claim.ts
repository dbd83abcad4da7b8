import type { Claim } from '../../plugins/kit/claim.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { explain, type Explanation } from '../../plugins/kit/explain.ts'
import type { Grant } from '../../plugins/kit/limit.ts'
import type { Benefit } from '../../plugins/kit/pack.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import type { Lang } from '../../plugins/kit/text.ts'
import type { Value } from '../../plugins/kit/value.ts'
import { findWay } from '../../plugins/kit/way.ts'
import { everyShapeRegulation } from './every-shape-pack.ts'

type Values = Record<string, Value>

export const EVENT_ON = '2026-06-15'

/** A stay in hospital in which all is well. */
export const STAY: Values = { dischargedOn: EVENT_ON, nights: 5, certified: true, byProxy: false, brawl: false }

const MEMBER: Values = { approvedOn: '2020-01-01', memberBornOn: '1950-01-01', paidFrom: '2020-01-01', paidUntil: '2026-12-31', instalmentsMissed: 0, contributionsPaid: 1_200_000, plan: 'small' }

interface Told {
  answers?: Values
  member?: Values
  history?: Grant[]
  claimedOn?: string
  regulation?: Regulation
}

/** A claim by an old member of the fund of every shape, who has paid everything. */
export function claimOf(benefitId: string, { answers = {}, member = {}, history = [], claimedOn = '2026-06-20', regulation = everyShapeRegulation }: Told = {}): Claim {
  const event: Values = benefitId === 'stay' ? {} : { happenedOn: EVENT_ON }
  return { regulation, benefitId, answers: { ...event, ...answers }, member: { facts: { ...MEMBER, ...member } }, fund: { payers: 480 }, history, claimedOn }
}

/** What such a claim is told. */
export async function tell(benefitId: string, lang: Lang, told: Told = {}): Promise<Explanation> {
  const claim = claimOf(benefitId, told)
  const verdict = await evaluate(claim)
  return explain(verdict, claim.regulation, lang, verdict.outcome === 'ineligible' ? { way: await findWay(claim, verdict) } : {})
}

/** The fund's regulation with something about one benefit changed. */
export function withBenefit(id: string, change: Partial<Benefit>): Regulation {
  const packs = everyShapeRegulation.packs.map((adopted) => ({ ...adopted, pack: { ...adopted.pack, benefits: adopted.pack.benefits.map((benefit) => (benefit.id === id ? { ...benefit, ...change } : benefit)) } }))
  return { ...everyShapeRegulation, packs }
}

/** A grant of the past. */
export function granted(benefitId: string, eventOn: string, uses: Record<string, number>, of: Grant['of'] = 'member'): Grant {
  return { benefitId, eventOn, of, amountSatang: 0, uses }
}

import { setImmediate } from 'node:timers/promises'
import type { Day } from '../../plugins/kit/day.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import type { Grant } from '../../plugins/kit/limit.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf, type Regulation } from '../../plugins/kit/regulation.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { findingOf, isSameFinding, type Finding } from '../claims/finding.ts'
import type { JudgedFrom } from '../claims/judging.ts'
import { usesOf } from '../claims/limit-counter.ts'
import { groupedBy } from '../db/grouped.ts'
import { judgedOrWhy } from '../regulations/verdict.ts'

/** A claim that was made, with what it was judged from. */
export interface PastClaim {
  id: string
  member: { id: string; number: string; name: string }
  householdId: string
  benefitId: string
  eventOn: Day
  judgedFrom: JudgedFrom
  /** What people decided; absent while it waits. */
  decided?: { outcome: 'approved' | 'refused'; amountSatang: number }
}

/** A claim judged again, and what it comes to in satang. */
export interface Replayed {
  claim: PastClaim
  finding: Finding
  satang: number
}

interface Granted extends Grant {
  memberId: string
}

/** A benefit that cannot be judged, and why. */
export interface NotJudged {
  benefitId: string
  why: Text
}

/** How many claims are judged before others get their turn. */
const CLAIMS_AT_A_TIME = 100

const NOTHING: Finding = { outcome: 'ineligible', lowSatang: 0, highSatang: 0 }

/**
 * Judges claims again by one regulation, in the order of their events from a day on. What is granted on the way is the history of what
 * follows, in place of what was granted then, so that limits bite as they would have. Where the rules leave it to people, people decide
 * as they did, within what the rules give; where they have not yet, it is the least. A benefit that the regulation has not gives nothing.
 * Gives the first benefit that cannot be judged instead, if there is one.
 */
export async function replay(claims: readonly PastClaim[], { fromOn, vocabulary }: Replaying, regulation: Regulation): Promise<Replayed[] | NotJudged> {
  const offered = new Set(benefitsOf(regulation).map(({ benefit }) => benefit.id))
  const ofMembers = new Map<string, Granted[]>()
  const ofHouseholds = new Map<string, Granted[]>()
  const replayed: Replayed[] = []
  for (const [at, claim] of claims.entries()) {
    if (at % CLAIMS_AT_A_TIME === CLAIMS_AT_A_TIME - 1) await setImmediate()
    if (!offered.has(claim.benefitId)) {
      replayed.push({ claim, finding: NOTHING, satang: 0 })
      continue
    }
    const history = [...claim.judgedFrom.history.filter((grant) => grant.eventOn < fromOn), ...historyOf(claim, ofMembers, ofHouseholds)]
    const told = await judgedOrWhy(() => evaluate({ ...claim.judgedFrom, history, regulation, vocabulary }))
    if ('why' in told) return { benefitId: claim.benefitId, why: told.why }
    const finding = findingOf(told.judged)
    const satang = dueFor(finding, claim)
    replayed.push({ claim, finding, satang })
    if (!isGranted(finding, claim)) continue
    const grant: Granted = { benefitId: claim.benefitId, eventOn: claim.eventOn, of: 'member', amountSatang: satang, uses: usesOf(told.judged, satang), memberId: claim.member.id }
    add(ofMembers, claim.member.id, grant)
    add(ofHouseholds, claim.householdId, grant)
  }
  return replayed
}

function historyOf({ member, householdId }: PastClaim, ofMembers: ReadonlyMap<string, Granted[]>, ofHouseholds: ReadonlyMap<string, Granted[]>): Grant[] {
  const others = (ofHouseholds.get(householdId) ?? []).filter(({ memberId }) => memberId !== member.id)
  return [...(ofMembers.get(member.id) ?? []), ...others.map((grant) => ({ ...grant, of: 'family' as const }))]
}

function add(grants: Map<string, Granted[]>, holder: string, grant: Granted) {
  const before = grants.get(holder)
  if (before) before.push(grant)
  else grants.set(holder, [grant])
}

function isGranted({ outcome }: Finding, { decided }: PastClaim): boolean {
  return outcome === 'eligible' || (outcome === 'judgement' && decided?.outcome !== 'refused')
}

function dueFor(finding: Finding, claim: PastClaim): number {
  if (!isGranted(finding, claim)) return 0
  const { lowSatang, highSatang } = finding
  return Math.min(Math.max(claim.decided?.amountSatang ?? 0, lowSatang), highSatang)
}

interface Cost {
  beforeSatang: number
  afterSatang: number
}

/** What another regulation would have made of the same claims. */
export interface Comparison extends Cost {
  byBenefit: (Cost & { benefitId: string })[]
  /** How many of those who asked would have had more, less, or the same in all. */
  members: { more: number; less: number; same: number }
  changed: { claim: PastClaim; before: Finding; after: Finding; beforeSatang: number; afterSatang: number }[]
}

interface Replaying {
  fromOn: Day
  vocabulary: Vocabulary
}

/** Replays the same claims by two regulations. A benefit that one of them cannot judge is left out of both, as if nobody had asked for it. */
export async function replayBoth(claims: readonly PastClaim[], replaying: Replaying, before: Regulation, after: Regulation): Promise<Comparison & { count: number; notJudged: NotJudged[] }> {
  const was = await replay(claims, replaying, before)
  if ('why' in was) return replayWithout(was)
  const is = await replay(claims, replaying, after)
  return 'why' in is ? replayWithout(is) : { ...compare(was, is), count: claims.length, notJudged: [] }

  async function replayWithout(failed: NotJudged) {
    const rest = await replayBoth(claims.filter(({ benefitId }) => benefitId !== failed.benefitId), replaying, before, after)
    return { ...rest, notJudged: [failed, ...rest.notJudged] }
  }
}

/** Holds two replays of the same claims beside each other. */
function compare(before: readonly Replayed[], after: readonly Replayed[]): Comparison {
  const both = before.map((was, at) => {
    const is = after[at]
    if (is?.claim !== was.claim) throw new Error('two replays of the same claims are compared')
    return { claim: was.claim, before: was.finding, after: is.finding, beforeSatang: was.satang, afterSatang: is.satang }
  })
  const ofMembers = costsBy(both, ({ claim }) => claim.member.id)
  const count = (holds: (cost: Cost) => boolean) => [...ofMembers.values()].filter(holds).length
  return {
    ...sumOf(both),
    byBenefit: [...costsBy(both, ({ claim }) => claim.benefitId)].map(([benefitId, cost]) => ({ benefitId, ...cost })),
    members: {
      more: count((cost) => cost.afterSatang > cost.beforeSatang),
      less: count((cost) => cost.afterSatang < cost.beforeSatang),
      same: count((cost) => cost.afterSatang === cost.beforeSatang),
    },
    changed: both.filter((each) => each.beforeSatang !== each.afterSatang || !isSameFinding(each.before, each.after)),
  }
}

const sumOf = (costs: readonly Cost[]): Cost => ({
  beforeSatang: costs.reduce((sum, { beforeSatang }) => sum + beforeSatang, 0),
  afterSatang: costs.reduce((sum, { afterSatang }) => sum + afterSatang, 0),
})

function costsBy<T extends Cost>(costs: readonly T[], ownerOf: (cost: T) => string): Map<string, Cost> {
  return new Map([...groupedBy(costs, ownerOf)].map(([owner, theirs]) => [owner, sumOf(theirs)]))
}

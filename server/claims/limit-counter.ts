import type { LimitState } from '../../plugins/kit/limit.ts'
import type { Day } from '../../plugins/kit/day.ts'
import type { Verdict } from '../../plugins/kit/verdict.ts'
import type { FundRows } from '../db/scope.ts'

/** What one claim takes of a limit that is counted: of whose, in the span that begins on a day, and how much the rules allow there. */
export interface Charge {
  limitId: string
  holderId: string
  spanFromOn: Day
  used: number
  allowed: number
}

/** Whose limits a claim is counted on. */
export interface Holders {
  memberId: string
  householdId: string
}

/** Where a span begins that is a whole life. */
const WHOLE_LIFE_FROM_ON: Day = '1800-01-01'

const limitsOf = (verdict: Verdict): readonly LimitState[] => (verdict.outcome === 'incomplete' ? [] : verdict.limits)

/** What a claim takes of each limit when so much is paid: times, units or satang, by limit id. */
export function usesOf(verdict: Verdict, amountSatang: number): Record<string, number> {
  return Object.fromEntries(limitsOf(verdict).map(({ limit }) => {
    if (limit.of === 'times') return [limit.id, 1]
    return [limit.id, limit.of === 'amount' ? amountSatang : unitsOf(verdict, limit.id, limit.of)]
  }))
}

/** Where the rules give nothing, people who pay all the same pay for every unit that was claimed. */
function unitsOf(verdict: Verdict, limitId: string, factId: string): number {
  if ('uses' in verdict) return verdict.uses[limitId] ?? 0
  const fact = verdict.facts[factId]
  return fact?.state === 'known' ? Number(fact.value) : 0
}

/** The charges of a claim in the order in which their counters are locked. What is limited for one event alone is not counted. */
export function chargesOf(verdict: Verdict, uses: Readonly<Record<string, number>>, { memberId, householdId }: Holders): Charge[] {
  return limitsOf(verdict)
    .filter(({ limit }) => limit.per !== 'event')
    .map(({ limit, span, atMost }) => ({ limitId: limit.id, holderId: limit.per === 'family' ? householdId : memberId, spanFromOn: span?.fromOn ?? WHOLE_LIFE_FROM_ON, used: uses[limit.id] ?? 0, allowed: atMost }))
    .toSorted((a, b) => (a.limitId < b.limitId ? -1 : 1))
}

type CounterKey = Pick<Charge, 'limitId' | 'holderId' | 'spanFromOn'>

/** Locks one counter, made where it is missing. Several are locked in the order of their ids, so that nobody waits in a circle. */
export async function lockCounter(rows: FundRows, { limitId, holderId, spanFromOn }: CounterKey) {
  const key = { limit_id: limitId, holder_id: holderId, span_from_on: spanFromOn }
  await rows.insertInto('limit_counters').values({ ...key, used: 0, allowed: 0, by_resolution: 0 }).onConflict((taken) => taken.doNothing()).execute()
  return rows
    .selectFrom('limit_counters')
    .where('limit_id', '=', limitId)
    .where('holder_id', '=', holderId)
    .where('span_from_on', '=', spanFromOn)
    .select(['used', 'allowed', 'by_resolution'])
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Adds what a claim takes of each limit. Only a resolution against the rules may take more than they allow; otherwise the database refuses. */
export async function addCharges(rows: FundRows, claimId: string, charges: readonly Charge[], { mayExceed }: { mayExceed: boolean }) {
  for (const charge of charges) {
    const { beyond, counted } = afterCharge(await lockCounter(rows, charge), charge, { mayExceed })
    await setCounter(rows, charge, counted)
    await rows.insertInto('claim_charges').values({ claim_id: claimId, limit_id: charge.limitId, holder_id: charge.holderId, span_from_on: charge.spanFromOn, used: charge.used, beyond }).execute()
  }
}

/** What a counter shows. */
export interface Counted {
  used: number
  allowed: number
  by_resolution: number
}

/** A counter after a charge, and how much of that was beyond what the rules allow. */
export function afterCharge(before: Counted, charge: Pick<Charge, 'used' | 'allowed'>, { mayExceed }: { mayExceed: boolean }): { beyond: number; counted: Counted } {
  const used = before.used + charge.used
  const allowed = Math.max(before.allowed, charge.allowed)
  const beyond = mayExceed ? Math.max(0, used - allowed - before.by_resolution) : 0
  return { beyond, counted: { used, allowed, by_resolution: before.by_resolution + beyond } }
}

/** Takes away again what a claim had taken. */
export async function returnCharges(rows: FundRows, claimId: string) {
  const charges = await rows.selectFrom('claim_charges').where('claim_id', '=', claimId).orderBy('limit_id').selectAll().execute()
  for (const { limit_id, holder_id, span_from_on, used, beyond } of charges) {
    const key = { limitId: limit_id, holderId: holder_id, spanFromOn: span_from_on }
    const before = await lockCounter(rows, key)
    await setCounter(rows, key, { used: before.used - used, allowed: before.allowed, by_resolution: before.by_resolution - beyond })
  }
}

async function setCounter(rows: FundRows, { limitId, holderId, spanFromOn }: CounterKey, counted: Counted) {
  await rows.updateTable('limit_counters').set(counted)
    .where('limit_id', '=', limitId).where('holder_id', '=', holderId).where('span_from_on', '=', spanFromOn)
    .execute()
}

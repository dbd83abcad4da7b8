import type { Day } from '../../plugins/kit/day.ts'
import { Outcome } from '../claims/claim.ts'
import { JudgedFrom } from '../claims/judging.ts'
import type { FundRows } from '../db/scope.ts'
import { fullName } from '../members/member.ts'
import type { PastClaim } from './replay.ts'

/**
 * The claims for events between two days, the last included, in the order of their events. What was taken back counts no more, and of
 * several claims for one event the one that was not refused, else the last.
 */
export async function listPastClaims(rows: FundRows, fromOn: Day, untilOn: Day): Promise<PastClaim[]> {
  const found = await rows
    .selectFrom('claims')
    .innerJoin('members', (join) => join.onRef('members.fund_id', '=', 'claims.fund_id').onRef('members.id', '=', 'claims.member_id'))
    .leftJoin('claim_decisions as decision', (join) => join.onRef('decision.fund_id', '=', 'claims.fund_id').onRef('decision.claim_id', '=', 'claims.id'))
    .where('claims.state', '<>', 'reversed')
    .where('claims.event_on', '>=', fromOn)
    .where('claims.event_on', '<=', untilOn)
    .distinctOn(['claims.event_on', 'claims.member_id', 'claims.benefit_id', 'claims.subject_key'])
    .orderBy('claims.event_on')
    .orderBy('claims.member_id')
    .orderBy('claims.benefit_id')
    .orderBy('claims.subject_key')
    .orderBy((is) => is('claims.state', '=', 'refused'))
    .orderBy('claims.id', 'desc')
    .select(['claims.id', 'claims.benefit_id', 'claims.event_on', 'claims.judged_from', 'members.id as member_id', 'members.number', 'members.title', 'members.first_name', 'members.last_name', 'members.household_id'])
    .select(['decision.judged_from as judged_from_then', 'decision.household_id as household_then', 'decision.outcome', 'decision.amount_satang'])
    .execute()
  return found.map((row): PastClaim => ({
    id: row.id,
    member: { id: row.member_id, number: row.number, name: fullName(row) },
    householdId: row.household_then ?? row.household_id,
    benefitId: row.benefit_id,
    eventOn: row.event_on,
    judgedFrom: JudgedFrom.parse(row.judged_from_then ?? row.judged_from),
    ...(row.outcome !== null && row.amount_satang !== null && { decided: { outcome: Outcome.parse(row.outcome), amountSatang: row.amount_satang } }),
  }))
}

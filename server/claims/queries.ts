import { buddhistYearOf } from '../../plugins/kit/day.ts'
import type { Verdict } from '../../plugins/kit/verdict.ts'
import type { FundRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { fullName } from '../members/member.ts'
import { meantBy } from '../members/search.ts'
import { personKey } from '../members/search-key.ts'
import { MemberResolution } from '../members/status.ts'
import { ClaimState, KeptVerdict, Outcome, Party, type Decision, type KeptEvent, type NewClaim, type Payment } from './claim.ts'
import { Finding, findingOf } from './finding.ts'
import { JudgedFrom, type Heard } from './judging.ts'
import { readNumber, takeNumber, writeNumber } from './numbering.ts'

/** Locks a claim, so that nobody else moves it on meanwhile. */
export async function lockClaim(rows: FundRows, id: string) {
  return readClaim(await selectClaims(rows).where('id', '=', id).forUpdate().executeTakeFirstOrThrow(() => new Problem('unknown-claim')))
}

export async function findClaim(rows: FundRows, id: string) {
  return readClaim(await selectClaims(rows).where('id', '=', id).executeTakeFirstOrThrow(() => new Problem('unknown-claim')))
}

type Row = Awaited<ReturnType<ReturnType<typeof selectClaims>['executeTakeFirstOrThrow']>>
const selectClaims = (rows: FundRows) => rows.selectFrom('claims').selectAll()

function readClaim({ id, year_be, number, member_id, benefit_id, event_on, claimed_on, subject, applicant, payee, regulation_hash, judged_from, verdict, state, entered_by }: Row) {
  return {
    id,
    number: writeNumber({ year_be, number }),
    memberId: member_id,
    benefitId: benefit_id,
    eventOn: event_on,
    claimedOn: claimed_on,
    ...(subject !== null && { subject: Party.parse(subject) }),
    ...(applicant !== null && { applicant: Party.parse(applicant) }),
    ...(payee !== null && { payee: Party.parse(payee) }),
    regulationHash: regulation_hash,
    judgedFrom: JudgedFrom.parse(judged_from),
    verdict: KeptVerdict.parse(verdict),
    state: ClaimState.parse(state),
    enteredBy: entered_by,
  }
}

export interface ClaimSearch {
  state?: ClaimState | undefined
  memberId?: string | undefined
  /** A claim's number, or whom it is for: as the register finds members. */
  typed?: string | undefined
  /** The claim before which the page ends. */
  before?: string | undefined
}

/** Claims, the newest first, at most `limit`: what a list says of each. */
export async function listClaims(rows: FundRows, { state, memberId, typed, before }: ClaimSearch, limit: number, hashOf: (citizenId: string) => string) {
  const numbered = readNumber(typed ?? '')
  const found = await rows
    .selectFrom('claims')
    .innerJoin('members', (join) => join.onRef('members.fund_id', '=', 'claims.fund_id').onRef('members.id', '=', 'claims.member_id'))
    .leftJoin('claim_decisions as decision', (join) => join.onRef('decision.fund_id', '=', 'claims.fund_id').onRef('decision.claim_id', '=', 'claims.id'))
    .where((is) => is.and([
      ...(state === undefined ? [] : [is('claims.state', '=', state)]),
      ...(memberId === undefined ? [] : [is('claims.member_id', '=', memberId)]),
      ...(typed === undefined ? [] : [is.or([
        is('claims.member_id', 'in', meantBy(rows, typed, hashOf)),
        ...(numbered ? [is.and({ 'claims.number': numbered.number, ...(numbered.year_be !== undefined && { 'claims.year_be': numbered.year_be }) })] : []),
      ])]),
      ...(before === undefined ? [] : [is('claims.id', '<', before)]),
    ]))
    .select(['claims.id', 'claims.year_be', 'claims.number as claim_number', 'claims.member_id', 'claims.benefit_id', 'claims.event_on', 'claims.claimed_on', 'claims.subject', 'claims.regulation_hash', 'claims.finding', 'claims.state'])
    .select(['members.number', 'members.title', 'members.first_name', 'members.last_name', 'decision.outcome', 'decision.amount_satang', 'decision.resolution'])
    .orderBy('claims.id', 'desc')
    .limit(limit)
    .execute()
  return found.map((row) => ({
    id: row.id,
    number: writeNumber({ year_be: row.year_be, number: row.claim_number }),
    member: { id: row.member_id, number: row.number, name: fullName(row) },
    benefitId: row.benefit_id,
    regulationHash: row.regulation_hash,
    eventOn: row.event_on,
    claimedOn: row.claimed_on,
    ...(row.subject !== null && { subject: Party.parse(row.subject) }),
    state: ClaimState.parse(row.state),
    finding: Finding.parse(row.finding),
    ...(row.outcome !== null && row.amount_satang !== null && { resolved: { outcome: Outcome.parse(row.outcome), amountSatang: row.amount_satang, resolution: MemberResolution.parse(row.resolution) } }),
  }))
}

/** How many claims wait for the committee. */
export async function countWaiting(rows: FundRows): Promise<number> {
  const { count } = await rows.selectFrom('claims').where('state', '=', 'submitted').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

/** Keeps a claim under the next number of its year. */
export async function saveClaim(rows: FundRows, id: string, { memberId, benefitId, subject, applicant, payee }: NewClaim, { eventOn, judgedFrom, verdict, publication }: Heard, recording: Recording) {
  const numbered = await takeNumber(rows, buddhistYearOf(judgedFrom.claimedOn))
  await rows
    .insertInto('claims')
    .values({
      id, ...numbered, member_id: memberId, benefit_id: benefitId, event_on: eventOn, claimed_on: judgedFrom.claimedOn,
      subject: subject ?? null, subject_key: subject ? personKey(subject.name) : '', applicant: applicant ?? null, payee: payee ?? null,
      regulation_hash: publication.hash, judged_from: judgedFrom, verdict, finding: findingOf(verdict), state: 'submitted', entered_at: recording.at, entered_by: recording.by,
    })
    .execute()
    .catch((error: unknown) => { throw isTaken(error, 'claims_once_an_event') ? new Problem('claim-exists') : error })
  await saveEvent(rows, id, 'submitted', undefined, recording)
}

/** Moves a claim on, and records who did; the claim is locked. */
export async function saveStep(rows: FundRows, id: string, state: ClaimState, reason: string | undefined, recording: Recording) {
  await rows.updateTable('claims').set({ state }).where('id', '=', id).execute()
  await saveEvent(rows, id, state, reason, recording)
}

async function saveEvent(rows: FundRows, id: string, act: ClaimState, reason: string | undefined, { by, at }: Recording) {
  await rows
    .insertInto('claim_events')
    .values(({ selectFrom, fn, lit }) => ({
      claim_id: id,
      position: selectFrom('claim_events').where('claim_id', '=', id).select((of) => of(fn.coalesce(fn.max('position'), lit(0)), '+', 1).as('position')),
      act, reason: reason ?? null, at, by_id: by,
    }))
    .execute()
}

interface NewDecisionRow extends Pick<Decision, 'outcome' | 'amountSatang' | 'resolution'> {
  reason: string | undefined
  uses: Record<string, number>
  heard: Heard
  householdId: string
}

export async function saveDecision(rows: FundRows, claimId: string, { outcome, amountSatang, reason, resolution, uses, heard, householdId }: NewDecisionRow, recording: Recording) {
  await rows
    .insertInto('claim_decisions')
    .values({ claim_id: claimId, household_id: householdId, outcome, amount_satang: amountSatang, reason: reason ?? null, resolution, judged_from: heard.judgedFrom, verdict: heard.verdict, uses, decided_at: recording.at, decided_by: recording.by })
    .execute()
  await saveStep(rows, claimId, outcome, reason, recording)
}

/** A decision with the verdict that it was taken by. */
type KeptDecision = Omit<Decision, 'finding'> & { verdict: Verdict }

/** What was resolved of a claim that has been decided. */
export async function findDecision(rows: FundRows, claimId: string): Promise<KeptDecision> {
  const decision = await findDecisionIfAny(rows, claimId)
  if (!decision) throw new Error('a claim that was approved has its decision')
  return decision
}

export async function findDecisionIfAny(rows: FundRows, claimId: string): Promise<KeptDecision | undefined> {
  const found = await rows.selectFrom('claim_decisions').where('claim_id', '=', claimId).selectAll().executeTakeFirst()
  return found && {
    outcome: Outcome.parse(found.outcome),
    amountSatang: found.amount_satang,
    ...(found.reason !== null && { reason: found.reason }),
    resolution: MemberResolution.parse(found.resolution),
    verdict: KeptVerdict.parse(found.verdict),
    decidedAt: found.decided_at.toISOString(),
    decidedBy: found.decided_by,
  }
}

export async function savePayment(rows: FundRows, claimId: string, { voucherNumber, payee, amountSatang, paidOn }: Payment, recording: Recording) {
  await rows
    .insertInto('claim_payments')
    .values({ claim_id: claimId, voucher_number: voucherNumber, payee, amount_satang: amountSatang, paid_on: paidOn, recorded_at: recording.at, recorded_by: recording.by })
    .execute()
    .catch((error: unknown) => { throw isTaken(error, 'claim_payments_fund_id_voucher_number_key') ? new Problem('voucher-number-taken') : error })
  await saveStep(rows, claimId, 'paid', undefined, recording)
}

export async function findPaymentIfAny(rows: FundRows, claimId: string): Promise<Payment | undefined> {
  const found = await rows.selectFrom('claim_payments').where('claim_id', '=', claimId).selectAll().executeTakeFirst()
  return found && { voucherNumber: found.voucher_number, payee: found.payee, amountSatang: found.amount_satang, paidOn: found.paid_on }
}

/** The reason of a reversal; there must be one. */
export async function findWhyTakenBack(rows: FundRows, claimId: string): Promise<string> {
  const { reason } = await rows.selectFrom('claim_events').where('claim_id', '=', claimId).where('act', '=', 'reversed').select('reason').$narrowType<{ reason: string }>().executeTakeFirstOrThrow()
  return reason
}

/** What was done to a claim, the first first: every claim was handed in. */
export async function listEvents(rows: FundRows, claimId: string): Promise<KeptEvent[]> {
  const found = await rows.selectFrom('claim_events').where('claim_id', '=', claimId).orderBy('position').select(['act', 'reason', 'at', 'by_id']).execute()
  if (found.length === 0) throw new Problem('unknown-claim')
  return found.map(({ act, reason, at, by_id }) => ({ act: ClaimState.parse(act), ...(reason !== null && { reason }), at: at.toISOString(), byId: by_id }))
}

import { buddhistYearOf } from '../../plugins/kit/day.ts'
import type { Insertable } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { findingOf } from '../claims/finding.ts'
import type { ClaimNumber } from '../claims/numbering.ts'
import { personKey } from '../members/search-key.ts'
import type { SampleClaim } from './claiming.ts'
import type { Officers, RowsOf } from './register-rows.ts'
import { nameOf, type SampleBooks, type SampleHousehold } from './sample-books.ts'
import { yearOnPaper } from './sample-time.ts'
import { todayInThailand } from '../http/today.ts'

type ClaimTables = 'claim_years' | 'claims' | 'claim_decisions' | 'limit_counters' | 'claim_charges' | 'claim_payments' | 'claim_events'

/** The rows of what was asked for, decided and paid. */
export function claimRows({ households }: SampleBooks, officers: Officers): RowsOf<ClaimTables> {
  const { numberOf, years } = numberThrough(households.flatMap(({ claims }) => claims))
  const rows: RowsOf<ClaimTables> = { claim_years: years, claims: [], claim_decisions: [], limit_counters: [], claim_charges: [], claim_payments: [], claim_events: [] }
  for (const household of households) {
    rows.limit_counters.push(...household.counters.map(({ charge: { limitId, holderId, spanFromOn }, used, allowed, by_resolution }) => ({ limit_id: limitId, holder_id: holderId, span_from_on: spanFromOn, used, allowed, by_resolution })))
    for (const claim of household.claims) {
      rows.claims.push(claimRow(claim, numberOf(claim), officers))
      rows.claim_events.push(...eventRows(claim, officers))
      if (!claim.decision) continue
      rows.claim_decisions.push(decisionRow(claim, claim.decision, household, officers))
      rows.claim_charges.push(...claim.decision.charges.map(({ limitId, holderId, spanFromOn, used, beyond }) => ({ claim_id: claim.id, limit_id: limitId, holder_id: holderId, span_from_on: spanFromOn, used, beyond })))
    }
  }
  rows.claim_payments = paymentRows(households, officers)
  return rows
}

/** Numbers claims through the year of each, in the order in which they were entered; and how many that were of each year. */
function numberThrough(claims: readonly SampleClaim[]): { numberOf: (claim: SampleClaim) => ClaimNumber; years: Insertable<Schema['claim_years']>[] } {
  const numbered = new Map<number, number>()
  const numbers = new Map(claims.toSorted((a, b) => a.enteredAt.getTime() - b.enteredAt.getTime()).map((claim) => {
    const year_be = buddhistYearOf(claim.judgedFrom.claimedOn)
    const number = (numbered.get(year_be) ?? 0) + 1
    numbered.set(year_be, number)
    return [claim, { year_be, number }]
  }))
  const numberOf = (claim: SampleClaim) => {
    const number = numbers.get(claim)
    if (!number) throw new Error('each claim was numbered')
    return number
  }
  return { numberOf, years: [...numbered].map(([year_be, count]) => ({ year_be, numbered: count })) }
}

function claimRow({ id, memberId, happening: { subject, applicant, payee }, eventOn, judgedFrom, verdict, publication, enteredAt, ...claim }: SampleClaim, numbered: ClaimNumber, { clerk }: Officers): Insertable<Schema['claims']> {
  return {
    id, ...numbered, member_id: memberId, benefit_id: judgedFrom.benefitId, event_on: eventOn, claimed_on: judgedFrom.claimedOn,
    subject: subject ?? null, subject_key: subject ? personKey(subject.name) : '', applicant: applicant ?? null, payee: payee ?? null,
    regulation_hash: publication.hash, judged_from: judgedFrom, verdict, finding: findingOf(verdict),
    state: claim.paidAt ? 'paid' : claim.decision?.outcome ?? 'submitted', entered_at: enteredAt, entered_by: clerk,
  }
}

function decisionRow({ id }: SampleClaim, { judged, outcome, amountSatang, reason, meeting, decidedAt, uses }: NonNullable<SampleClaim['decision']>, household: SampleHousehold, { approver }: Officers): Insertable<Schema['claim_decisions']> {
  return {
    claim_id: id, household_id: household.id, outcome, amount_satang: amountSatang, reason: reason ?? null, resolution: meeting,
    judged_from: judged.judgedFrom, verdict: judged.verdict, uses, decided_at: decidedAt, decided_by: approver,
  }
}

function eventRows({ id, enteredAt, decision, paidAt }: SampleClaim, { clerk, approver, treasurer }: Officers): Insertable<Schema['claim_events']>[] {
  const steps = [
    { act: 'submitted', reason: null, at: enteredAt, by_id: clerk },
    ...(decision ? [{ act: decision.outcome, reason: decision.reason ?? null, at: decision.decidedAt, by_id: approver }] : []),
    ...(paidAt ? [{ act: 'paid', reason: null, at: paidAt, by_id: treasurer }] : []),
  ]
  return steps.map((step, at) => ({ claim_id: id, position: at + 1, ...step }))
}

/** Vouchers are numbered through a year in the order in which they were paid: "69/0123". */
function paymentRows(households: readonly SampleHousehold[], { treasurer }: Officers): Insertable<Schema['claim_payments']>[] {
  const written = new Map<string, number>()
  const paid = households.flatMap(({ claims, members }) => claims.flatMap((claim) => {
    const { paidAt, decision, happening, memberId } = claim
    const member = members.find((each) => each.memberId === memberId)
    return paidAt && decision && member ? [{ id: claim.id, paidAt, decision, payee: happening.payee?.name ?? nameOf(member.person) }] : []
  }))
  return paid.toSorted((a, b) => a.paidAt.getTime() - b.paidAt.getTime()).map(({ id, paidAt, decision, payee }) => {
    const paidOn = todayInThailand(paidAt)
    const year = yearOnPaper(paidOn)
    const number = (written.get(year) ?? 0) + 1
    written.set(year, number)
    return { claim_id: id, voucher_number: `${year}/${String(number).padStart(4, '0')}`, payee, amount_satang: decision.amountSatang, paid_on: paidOn, recorded_at: paidAt, recorded_by: treasurer }
  })
}

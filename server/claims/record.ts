import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { inForceOn, type Regulation } from '../../plugins/kit/regulation.ts'
import { Id, Value } from '../../plugins/kit/value.ts'
import { factsOf } from '../contributions/facts.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import { findBooks, findClaimant, type Books } from './books.ts'

/** What the rules are told of a member for an event on a day. */
export const MemberRecord = z.strictObject({
  member: z.strictObject({
    facts: z.record(Id, Value),
    covered: z.array(z.strictObject({ from: Day, until: Day.describe('The first day no longer covered.') })),
  }),
  history: z.array(z.strictObject({ benefitId: Id, eventOn: Day, of: z.enum(['member', 'family']), amountSatang: z.int().min(0), uses: z.record(Id, z.int().min(0)) })),
}).openapi('MemberRecord')
export type MemberRecord = z.infer<typeof MemberRecord>

/** The record of a member, as a claim made on a day for an event on another would be judged by it. */
export async function findRecord(rows: FundRows, memberId: string, { on, claimedOn }: { on: Day; claimedOn: Day }): Promise<MemberRecord> {
  const { householdId } = await findClaimant(rows, memberId)
  const books = await findBooks(rows, { memberId, householdId })
  const regulation = inForceOn(books.publications, on)?.regulation
  if (!regulation) throw new Problem('no-regulation')
  return recordOf(books, regulation, on, claimedOn)
}

/** Where the fund lets arrears be paid up until the claim, what was paid by then counts. */
export function recordOf({ member, contributions, history }: Books, { fundTerms: { arrearsCured } }: Pick<Regulation, 'fundTerms'>, on: Day, claimedOn: Day): MemberRecord {
  const { facts, covered } = factsOf(member, contributions, { on, paidBy: arrearsCured === 'untilClaim' ? claimedOn : on })
  return { member: { facts: { ...facts }, covered: [...covered] }, history: history.map((grant) => ({ ...grant, uses: { ...grant.uses } })) }
}

import { z } from 'zod'
import type { Grant } from '../../plugins/kit/limit.ts'
import type { Contributions, MemberOfRecord } from '../contributions/facts.ts'
import { findContributions } from '../contributions/queries.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import { fullName, Sex } from '../members/member.ts'
import { listStatuses } from '../members/status-queries.ts'
import type { Publication } from '../regulations/publication.ts'
import { listPublications } from '../regulations/queries.ts'
import type { Holders } from './limit-counter.ts'

/** What the books of a fund say of a member and their family. */
export interface Books {
  member: MemberOfRecord
  contributions: Contributions
  history: readonly Grant[]
  publications: readonly Publication[]
}

/** All that the books of the fund say for a claim of this member. */
export async function findBooks(rows: FundRows, holders: Holders): Promise<Books> {
  return {
    member: await findClaimant(rows, holders.memberId),
    contributions: await findContributions(rows, holders.memberId),
    history: await listGrants(rows, holders),
    publications: await listPublications(rows),
  }
}

/** The member for whom something is asked, as the register tells of them. */
export async function findClaimant(rows: FundRows, id: string) {
  const found = await rows.selectFrom('members').where('id', '=', id)
    .select(['number', 'title', 'first_name', 'last_name', 'household_id', 'sex', 'born_on'])
    .executeTakeFirstOrThrow(() => new Problem('unknown-member'))
  return {
    id,
    number: found.number,
    name: fullName(found),
    householdId: found.household_id,
    ...(found.sex !== null && { sex: Sex.parse(found.sex) }),
    ...(found.born_on !== null && { bornOn: found.born_on }),
    statuses: await listStatuses(rows, id),
  }
}

/** What was granted to the member, and to whoever lived in the household then, as far as it stands; by the days of the events. */
async function listGrants(rows: FundRows, { memberId, householdId }: Holders): Promise<Grant[]> {
  const found = await rows
    .selectFrom('claims')
    .innerJoin('claim_decisions as decision', (join) => join.onRef('decision.fund_id', '=', 'claims.fund_id').onRef('decision.claim_id', '=', 'claims.id'))
    .where((is) => is.or([is('claims.member_id', '=', memberId), is('decision.household_id', '=', householdId)]))
    .where('claims.state', 'in', ['approved', 'paid'])
    .orderBy('claims.event_on')
    .orderBy('claims.id')
    .select(['claims.member_id', 'claims.benefit_id', 'claims.event_on', 'decision.amount_satang', 'decision.uses'])
    .execute()
  return found.map(({ member_id, benefit_id, event_on, amount_satang, uses }) =>
    ({ benefitId: benefit_id, eventOn: event_on, of: member_id === memberId ? 'member' : 'family', amountSatang: amount_satang, uses: z.record(z.string(), z.int()).parse(uses) }))
}

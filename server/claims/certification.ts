import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { CleanString } from '../../plugins/kit/text.ts'
import type { FundRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { fullName } from '../members/member.ts'
import { lockMember } from '../members/queries.ts'
import { personKey } from '../members/search-key.ts'
import { isParty, mayFollow, type Certification } from './claim.ts'
import { lockClaim } from './queries.ts'

/** Somebody of the village centre has signed for the claim, by the name under the signature. */
export const NewCertification = z.strictObject({ name: CleanString.trim().min(1).max(160) }).openapi('NewCertification')

/** Records who has certified a claim: nobody who asks or is paid, and each once. */
export async function certify(rows: FundRows, claimId: string, name: string, { by, at }: Recording) {
  const claim = await lockClaim(rows, claimId)
  if (!mayFollow('certify', claim.state)) throw new Problem('claim-elsewhere')
  const member = await lockMember(rows, claim.memberId)
  if (isParty({ ...claim, member: { name: fullName(member) } }, name)) throw new BadInput('name', { th: 'ผู้ขอและผู้รับเงินรับรองคำขอของตัวเองไม่ได้', en: 'who asks or is paid does not certify' })
  await rows
    .insertInto('claim_certifications')
    .values({ claim_id: claimId, name_key: personKey(name), name, recorded_at: at, recorded_by: by })
    .execute()
    .catch((error: unknown) => { throw isTaken(error, 'claim_certifications_pkey') ? new BadInput('name', { th: 'คนนี้รับรองไปแล้ว', en: 'this person has certified it already' }) : error })
}

/** Who has certified a claim, and how many the fund asks for. */
export async function findCertified(rows: FundRows, claimId: string): Promise<{ certifications: Certification[]; certifiersNeeded: number }> {
  const found = await rows.selectFrom('claim_certifications').where('claim_id', '=', claimId).orderBy('recorded_at').orderBy('name_key').select(['name', 'recorded_at', 'recorded_by']).execute()
  const settings = await rows.selectFrom('fund_settings').select('certifiers_needed').executeTakeFirst()
  return {
    certifications: found.map(({ name, recorded_at, recorded_by }) => ({ name, at: recorded_at.toISOString(), byId: recorded_by })),
    certifiersNeeded: settings?.certifiers_needed ?? 0,
  }
}

import type { InFund, Me } from './room.ts'

/**
 * Whether somebody is an officer of the fund's network, and the fund has invited it into the draft that is open. Where the address names a
 * draft, it is that one.
 */
export async function isGuest({ doors, fund, inFund }: InFund, { id }: Me, draftId: string | undefined): Promise<boolean> {
  const office = await doors.glance((rows) => rows.selectFrom('network_roles').where('network_id', '=', fund.networkId).where('person_id', '=', id).select('role').executeTakeFirst())
  if (!office || fund.isSuspended) return false
  const invitation = await inFund((rows) => rows
    .selectFrom('draft_guests')
    .innerJoin('drafts', 'drafts.id', 'draft_guests.draft_id')
    .where('drafts.state', 'in', ['drafting', 'at-meeting'])
    .where('ended_at', 'is', null)
    .select('draft_id')
    .executeTakeFirst())
  return invitation !== undefined && (draftId === undefined || draftId === invitation.draft_id)
}

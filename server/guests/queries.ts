import type { Day } from '../../plugins/kit/day.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { newId } from '../db/id.ts'
import type { FundRows, NetworkRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { FundProfiles, profileOn } from '../funds/fund.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'

export async function saveGuests(rows: FundRows, networkId: string, draftId: string, { by, at }: Recording) {
  await rows.insertInto('draft_guests').values({ network_id: networkId, id: newId(at.getTime()), draft_id: draftId, invited_at: at, invited_by: by }).execute()
    .catch((error: unknown) => { throw isTaken(error, 'draft_guests_invited_once') ? new Problem('guests-already') : error })
}

/** Ends the invitation into a draft, and says whether one stood. */
export async function endGuests(rows: FundRows, draftId: string, { by, at }: Recording): Promise<boolean> {
  return await rows.updateTable('draft_guests').set({ ended_at: at, ended_by: by }).where('draft_id', '=', draftId).where('ended_at', 'is', null).returning('draft_id').executeTakeFirst() !== undefined
}

/** Since when the network is invited into a draft, if it is. */
export async function guestsSince(rows: FundRows, draftId: string): Promise<Date | undefined> {
  return (await rows.selectFrom('draft_guests').where('draft_id', '=', draftId).where('ended_at', 'is', null).select('invited_at').executeTakeFirst())?.invited_at
}

interface Invited {
  fund: { slug: string; name: Text }
  draft: string
  invitedAt: Date
  invitedBy: string
}

/** The drafts into which funds have invited the network, the latest invitation first. */
export async function listInvited(rows: NetworkRows, today: Day): Promise<Invited[]> {
  const found = await rows
    .selectFrom('draft_guests')
    .innerJoin('funds', 'funds.id', 'issuer_id')
    .where('ended_at', 'is', null)
    .where('suspended_at', 'is', null)
    .select(['slug', 'profiles', 'draft_id', 'invited_at', 'invited_by'])
    .orderBy('invited_at', 'desc')
    .execute()
  return found.map(({ slug, profiles, draft_id, invited_at, invited_by }) =>
    ({ fund: { slug, name: profileOn(FundProfiles.parse(profiles), today).name }, draft: draft_id, invitedAt: invited_at, invitedBy: invited_by }))
}

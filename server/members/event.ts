import { z } from '@hono/zod-openapi'
import type { FundRows } from '../db/scope.ts'
import type { Recording } from '../http/recording.ts'

/** What can be done to a member's record. */
export const MemberAct = z.enum(['added', 'carried-over', 'edited', 'status-recorded', 'status-withdrawn', 'citizen-id-seen', 'plan-set'])
export type MemberAct = z.infer<typeof MemberAct>

/** Who did what to a member's record, and when. `changes` names what changed, before and after; never a citizen ID. */
export const MemberEvent = z.strictObject({
  position: z.int().min(1),
  act: MemberAct,
  changes: z.record(z.string(), z.unknown()),
  at: z.iso.datetime(),
  by: z.string().describe('What they are called.'),
}).openapi('MemberEvent')
type KeptEvent = Omit<z.infer<typeof MemberEvent>, 'by'> & { byId: string }

/** Records an act after all others; the member is locked. */
export async function saveEvent(rows: FundRows, memberId: string, act: MemberAct, changes: Record<string, unknown>, { by, at }: Recording) {
  await rows
    .insertInto('member_events')
    .values(({ selectFrom, fn, lit }) => ({
      member_id: memberId,
      position: selectFrom('member_events').where('member_id', '=', memberId).select((of) => of(fn.coalesce(fn.max('position'), lit(0)), '+', 1).as('position')),
      act, changes, at, by_id: by,
    }))
    .execute()
}

/** What was done to a member's record, newest first, at most `limit`, before a position. */
export async function listEvents(rows: FundRows, memberId: string, limit: number, before: number | undefined): Promise<KeptEvent[]> {
  const found = await rows
    .selectFrom('member_events')
    .where('member_id', '=', memberId)
    .where((is) => is.and(before === undefined ? [] : [is('position', '<', before)]))
    .orderBy('position', 'desc')
    .limit(limit)
    .select(['position', 'act', 'changes', 'at', 'by_id'])
    .execute()
  return found.map(({ position, act, changes, at, by_id }) => ({ position, act: MemberAct.parse(act), changes: z.record(z.string(), z.unknown()).parse(changes), at: at.toISOString(), byId: by_id }))
}

import type { ExpressionBuilder } from 'kysely'
import { groupedBy } from '../db/grouped.ts'
import type { Schema } from '../db/schema.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { lastOf, MemberResolution, StatusKind, type NewStatus, type Status } from './status.ts'

/** For a lateral join: what was recorded last of a member and not withdrawn. */
export const latestStatus = (members: ExpressionBuilder<Schema, 'members'>) => members
  .selectFrom('member_statuses')
  .whereRef('member_statuses.fund_id', '=', 'members.fund_id')
  .whereRef('member_statuses.member_id', '=', 'members.id')
  .where(({ not, exists, selectFrom }) => not(exists(selectFrom('status_withdrawals')
    .whereRef('status_withdrawals.fund_id', '=', 'member_statuses.fund_id')
    .whereRef('status_withdrawals.member_id', '=', 'member_statuses.member_id')
    .whereRef('status_withdrawals.position', '=', 'member_statuses.position')
    .select('status_withdrawals.position'))))
  .orderBy('member_statuses.position', 'desc')
  .limit(1)
  .select('member_statuses.kind')
  .as('status')

/** What became of a member, in the order in which it was recorded, without what was withdrawn. */
export async function listStatuses(rows: FundRows, memberId: string): Promise<Status[]> {
  return (await listStatusesOf(rows, [memberId]))(memberId)
}

/** The same of many members at once. */
export async function listStatusesOf(rows: FundRows, memberIds: string[]): Promise<(memberId: string) => Status[]> {
  const found = await rows
    .selectFrom('member_statuses')
    .leftJoin('status_withdrawals as withdrawn', (join) => join
      .onRef('withdrawn.fund_id', '=', 'member_statuses.fund_id')
      .onRef('withdrawn.member_id', '=', 'member_statuses.member_id')
      .onRef('withdrawn.position', '=', 'member_statuses.position'))
    .where('member_statuses.member_id', 'in', memberIds)
    .where('withdrawn.position', 'is', null)
    .orderBy('member_statuses.position')
    .select(['member_statuses.member_id', 'member_statuses.position', 'kind', 'happened_on', 'member_from_on', 'resolution', 'note'])
    .execute()
  const statuses = groupedBy(found, ({ member_id }) => member_id)
  return (memberId) => (statuses.get(memberId) ?? []).map(({ position, kind, happened_on, member_from_on, resolution, note }) => ({
    position,
    kind: StatusKind.parse(kind),
    happenedOn: happened_on,
    ...(member_from_on !== null && { memberFromOn: member_from_on }),
    ...(resolution !== null && { resolution: MemberResolution.parse(resolution) }),
    ...(note !== null && { note }),
  }))
}

/** Records a status after all others; the member is locked. */
export async function saveStatus(rows: FundRows, memberId: string, { kind, happenedOn, memberFromOn, resolution, note }: NewStatus, { by, at }: Recording) {
  await rows
    .insertInto('member_statuses')
    .values(({ selectFrom, fn, lit }) => ({
      member_id: memberId,
      position: selectFrom('member_statuses').where('member_id', '=', memberId).select((of) => of(fn.coalesce(fn.max('position'), lit(0)), '+', 1).as('position')),
      kind, happened_on: happenedOn, member_from_on: memberFromOn ?? null, resolution: resolution ?? null, note: note ?? null, recorded_at: at, recorded_by: by,
    }))
    .execute()
}

/** Withdraws the last status, of which this must be the position, with a reason; the member is locked. */
export async function saveStatusWithdrawal(rows: FundRows, memberId: string, position: number, reason: string, { by, at }: Recording) {
  const statuses = await listStatuses(rows, memberId)
  if (statuses.length < 2 || lastOf(statuses).position !== position) throw new Problem('not-the-last-status')
  await rows.insertInto('status_withdrawals').values({ member_id: memberId, position, reason, recorded_at: at, recorded_by: by }).execute()
}

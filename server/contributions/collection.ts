import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { addMonths, Day } from '../../plugins/kit/day.ts'
import type { FundRows } from '../db/scope.ts'
import { kindsOf } from '../members/status.ts'
import { latestStatus } from '../members/status-queries.ts'

/** What has been taken in this month, and of how many members today is paid for. */
export const Collection = z.strictObject({
  fromOn: Day.describe('The first of the month.'),
  members: z.int().min(0),
  paidUp: z.int().min(0),
  receipts: z.int().min(0),
  receivedSatang: z.int().min(0),
}).openapi('Collection')
export type Collection = z.infer<typeof Collection>

export async function findCollection(rows: FundRows, today: Day): Promise<Collection> {
  const fromOn: Day = `${today.slice(0, 8)}01`
  const { members, paid_up } = await rows
    .selectFrom('members')
    .innerJoinLateral(latestStatus, (join) => join.onTrue())
    .where('status.kind', 'in', kindsOf('member'))
    .select(({ fn, exists, selectFrom }) => [
      fn.countAll<number>().as('members'),
      fn.countAll<number>().filterWhere(exists(selectFrom('receipts')
        .innerJoin('receipt_lines as line', (join) => join.onRef('line.fund_id', '=', 'receipts.fund_id').onRef('line.receipt_id', '=', 'receipts.id'))
        .leftJoin('receipt_voids as void', (join) => join.onRef('void.fund_id', '=', 'receipts.fund_id').onRef('void.receipt_id', '=', 'receipts.id'))
        .whereRef('receipts.fund_id', '=', 'members.fund_id')
        .whereRef('receipts.member_id', '=', 'members.id')
        .where('line.covers_from', '<=', today)
        .where('line.covers_until', '>', today)
        .where('void.receipt_id', 'is', null)
        .select('receipts.id'))).as('paid_up'),
    ])
    .executeTakeFirstOrThrow()
  const { receipts, received } = await rows
    .selectFrom('receipts')
    .leftJoin('receipt_voids as void', (join) => join.onRef('void.fund_id', '=', 'receipts.fund_id').onRef('void.receipt_id', '=', 'receipts.id'))
    .where('received_on', '>=', fromOn)
    .where('received_on', '<', addMonths(fromOn, 1))
    .where('void.receipt_id', 'is', null)
    .select(({ fn }) => [fn.countAll<number>().as('receipts'), sql<number>`coalesce(sum(total_satang), 0)::bigint`.as('received')])
    .executeTakeFirstOrThrow()
  return { fromOn, members, paidUp: paid_up, receipts, receivedSatang: received }
}

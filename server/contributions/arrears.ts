import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import type { FundTerms } from '../../plugins/kit/fund-terms.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import type { FundRows } from '../db/scope.ts'
import { fullName } from '../members/member.ts'
import { kindsOf, membershipsOf, type Status } from '../members/status.ts'
import { latestStatus, listStatusesOf } from '../members/status-queries.ts'
import { listPublications } from '../regulations/queries.ts'
import { accountOf, duesOn, lapsesOn } from './account.ts'
import type { Contributions } from './facts.ts'
import { listContributions } from './queries.ts'

/** A member who is behind, to be called before arrears end the membership. */
export const InArrears = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  phone: z.string().optional(),
  instalmentsMissed: z.int().min(1),
  arrearsSatang: z.int().min(1),
  /** The day on which arrears end the membership; absent where the fund's terms name none. */
  lapsesOn: Day.optional(),
}).openapi('InArrears')
type InArrears = z.infer<typeof InArrears>

/** Every member who has missed an instalment, the first to lapse first. */
export async function listInArrears(rows: FundRows, today: Day): Promise<InArrears[]> {
  const behind = await listUncovered(rows, today)
  if (behind.length === 0) return []
  const lapse = inForceOn(await listPublications(rows), today)?.regulation.fundTerms.lapse
  const ids = behind.map(({ id }) => id)
  const statuses = await listStatusesOf(rows, ids)
  const contributions = await listContributions(rows, ids)
  return behind
    .flatMap(({ id, number, phone, ...name }) => {
      const dues = arrearsOf(statuses(id), contributions(id), lapse, today)
      return dues ? [{ id, number, name: fullName(name), ...(phone !== null && { phone }), ...dues }] : []
    })
    .toSorted((a, b) => ((a.lapsesOn ?? LAST) < (b.lapsesOn ?? LAST) ? -1 : 1))
}

const LAST: Day = '9999-12-31'

function arrearsOf(statuses: readonly Status[], { plans, payments }: Contributions, lapse: FundTerms['lapse'], today: Day) {
  const membership = membershipsOf(statuses).at(-1)
  if (!membership) return undefined
  const account = accountOf(membership, plans, payments)
  const { instalmentsMissed, arrearsSatang } = duesOn(account, today, today)
  if (instalmentsMissed === 0) return undefined
  const lapses = lapse && lapsesOn(account, lapse)
  return { instalmentsMissed, arrearsSatang, ...(lapses !== undefined && { lapsesOn: lapses }) }
}

/**
 * The members who may be behind: today is not paid for, or a receipt was voided, which may have left a gap before it. All others have
 * paid up to today, since a payment pays the oldest instalments first.
 */
function listUncovered(rows: FundRows, today: Day) {
  return rows
    .selectFrom('members')
    .innerJoinLateral(latestStatus, (join) => join.onTrue())
    .where('status.kind', 'in', kindsOf('member'))
    .where(({ or, not, exists, selectFrom }) => {
      const receipts = selectFrom('receipts')
        .leftJoin('receipt_voids as void', (join) => join.onRef('void.fund_id', '=', 'receipts.fund_id').onRef('void.receipt_id', '=', 'receipts.id'))
        .whereRef('receipts.fund_id', '=', 'members.fund_id')
        .whereRef('receipts.member_id', '=', 'members.id')
        .select('receipts.id')
      const forToday = receipts
        .innerJoin('receipt_lines as line', (join) => join.onRef('line.fund_id', '=', 'receipts.fund_id').onRef('line.receipt_id', '=', 'receipts.id'))
        .where('line.covers_from', '<=', today)
        .where('line.covers_until', '>', today)
      return or([not(exists(forToday)), exists(receipts.where('void.receipt_id', 'is not', null))])
    })
    .select(['members.id', 'members.number', 'members.title', 'members.first_name', 'members.last_name', 'members.phone'])
    .execute()
}

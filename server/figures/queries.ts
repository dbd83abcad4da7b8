import { sql } from 'kysely'
import type { Day } from '../../plugins/kit/day.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import type { Span } from '../../plugins/kit/span.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { benefitIn, regulationOf } from '../claims/shown.ts'
import { groupedBy } from '../db/grouped.ts'
import type { FundRows, NetworkRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { byThaiName, FundProfiles, profileOn } from '../funds/fund.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { membershipsOf } from '../members/status.ts'
import { listStatusesOf } from '../members/status-queries.ts'
import { listPublications } from '../regulations/queries.ts'
import { FigureAct, YearFigures, type Reckoned } from './figure.ts'

/** What a year came to, by the fund's own books as they stand now. */
export async function reckonYear(rows: FundRows, { fromOn, untilOn }: Span): Promise<Reckoned> {
  const { payers, taken } = await rows
    .selectFrom('receipts')
    .innerJoin('receipt_lines as line', (join) => join.onRef('line.fund_id', '=', 'receipts.fund_id').onRef('line.receipt_id', '=', 'receipts.id'))
    .leftJoin('receipt_voids as void', (join) => join.onRef('void.fund_id', '=', 'receipts.fund_id').onRef('void.receipt_id', '=', 'receipts.id'))
    .where('received_on', '>=', fromOn)
    .where('received_on', '<=', untilOn)
    .where('line.kind', '=', 'contribution')
    .where('void.receipt_id', 'is', null)
    .select(({ fn }) => [fn.count<number>('receipts.member_id').distinct().as('payers'), sql<number>`coalesce(sum(line.amount_satang), 0)::bigint`.as('taken')])
    .executeTakeFirstOrThrow()
  const paid = await rows
    .selectFrom('claim_payments as payment')
    .innerJoin('claims', (join) => join.onRef('claims.fund_id', '=', 'payment.fund_id').onRef('claims.id', '=', 'payment.claim_id'))
    .where('payment.paid_on', '>=', fromOn)
    .where('payment.paid_on', '<=', untilOn)
    .where('claims.state', '=', 'paid')
    .select(['claims.member_id', 'claims.benefit_id', 'claims.regulation_hash', 'payment.amount_satang'])
    .execute()
  const publications = await listPublications(rows)
  return {
    members: await countMembersOn(rows, untilOn),
    payers,
    contributionsSatang: taken,
    given: paid.map(({ member_id, benefit_id, regulation_hash, amount_satang }) =>
      ({ category: benefitIn(regulationOf(regulation_hash, publications), benefit_id).category, memberId: member_id, satang: amount_satang })),
  }
}

async function countMembersOn(rows: FundRows, day: Day): Promise<number> {
  const ids = (await rows.selectFrom('members').select('id').execute()).map(({ id }) => id)
  if (ids.length === 0) return 0
  const statusesOf = await listStatusesOf(rows, ids)
  return ids.filter((id) => membershipsOf(statusesOf(id)).some(({ joinedOn, endedOn }) => joinedOn <= day && (endedOn === undefined || endedOn > day))).length
}

/** Everything that was done about telling of a year, by the year’s first day. */
export async function listActs(rows: FundRows) {
  const found = await rows.selectFrom('figure_events').orderBy('from_on').orderBy('position').selectAll().execute()
  const acts = found.map(({ from_on, position, act, figures, at, by_id }) => ({
    fromOn: from_on, position, act: FigureAct.parse(act), at: at.toISOString(), byId: by_id, ...(figures !== null && { figures: YearFigures.parse(figures) }),
  }))
  return groupedBy(acts, ({ fromOn }) => fromOn)
}

/** What a year is to the fund's accounts: as it was when a year was first published, else as its regulation says. Years never overlap. */
export async function findAccountingYear(rows: FundRows, today: Day): Promise<'calendar' | 'fiscal'> {
  const first = await rows.selectFrom('figure_events').orderBy('from_on').select('from_on').executeTakeFirst()
  if (first) return first.from_on.endsWith('-10-01') ? 'fiscal' : 'calendar'
  return inForceOn(await listPublications(rows), today)?.regulation.fundTerms.year === 'fiscal' ? 'fiscal' : 'calendar'
}

interface NewAct {
  fromOn: Day
  position: number
  act: FigureAct
  /** With the first of a year. */
  figures?: YearFigures
}

/** Records an act; of two at once, one comes too late. */
export async function saveAct(rows: FundRows, { fromOn, position, act, figures }: NewAct, { by, at }: Recording) {
  await rows.insertInto('figure_events').values({ from_on: fromOn, position, act, figures: figures ?? null, at, by_id: by }).execute()
    .catch((error: unknown) => { throw isTaken(error, 'figure_events_pkey') ? new Problem('changed-meanwhile') : error })
}

export async function hangOut(rows: FundRows, networkId: string, figures: YearFigures) {
  await rows.insertInto('figures').values({ network_id: networkId, from_on: figures.fromOn, figures }).execute()
}

export async function takeDown(rows: FundRows, fromOn: Day) {
  await rows.deleteFrom('figures').where('from_on', '=', fromOn).execute()
}

/** Every fund of the network with the years it tells of, the latest first. */
export async function listPublished(rows: NetworkRows, networkId: string, today: Day): Promise<{ slug: string; name: Text; years: YearFigures[] }[]> {
  const found = await rows
    .selectFrom('funds')
    .leftJoin('figures', (join) => join.onRef('figures.network_id', '=', 'funds.network_id').onRef('figures.issuer_id', '=', 'funds.id'))
    .where('funds.network_id', '=', networkId)
    .orderBy('figures.from_on', 'desc')
    .select(['funds.slug', 'funds.profiles', 'figures.figures'])
    .execute()
  return [...groupedBy(found, ({ slug }) => slug)]
    .map(([slug, years]) => ({
      slug,
      name: years.map(({ profiles }) => profileOn(FundProfiles.parse(profiles), today).name)[0] as Text, // a group holds at least one row
      years: years.flatMap(({ figures }) => (figures === null ? [] : [YearFigures.parse(figures)])),
    }))
    .toSorted(byThaiName)
}

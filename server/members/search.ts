import type { ExpressionBuilder } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { FundRows } from '../db/scope.ts'
import { CitizenId } from './citizen-id.ts'
import { fullName, type ListedMember } from './member.ts'
import { afterBeginning, nameBeginnings, numberKey } from './search-key.ts'
import { kindsOf, standingAfter, StatusKind, type Standing } from './status.ts'
import { latestStatus } from './status-queries.ts'

/** What a list of members is narrowed to. `typed` is the beginning of a name or surname, a member number or a citizen ID. */
export interface MemberSearch {
  typed?: string | undefined
  centreId?: string | undefined
  standing?: Standing | undefined
  /** The member number after which the list goes on. */
  after?: string | undefined
}

/** The members found, in the order of their numbers, at most `limit`. */
export async function listMembers(rows: FundRows, search: MemberSearch, limit: number, hashOf: (citizenId: string) => string): Promise<ListedMember[]> {
  const { typed, centreId, standing, after } = search
  const found = await rows
    .selectFrom('members')
    .innerJoinLateral(latestStatus, (join) => join.onTrue())
    .leftJoin('centres', (join) => join.onRef('centres.fund_id', '=', 'members.fund_id').onRef('centres.id', '=', 'members.centre_id'))
    .where((is) => is.and([
      ...(typed === undefined ? [] : [isMeantBy(is, typed, hashOf)]),
      ...(centreId === undefined ? [] : [is('members.centre_id', '=', centreId)]),
      ...(standing === undefined ? [] : [is('status.kind', 'in', kindsOf(standing))]),
      ...(after === undefined ? [] : [is('members.number_key', '>', numberKey(after))]),
    ]))
    .select(['members.id', 'members.number', 'members.title', 'members.first_name', 'members.last_name', 'status.kind', 'centres.id as centre_id', 'centres.name as centre_name'])
    .orderBy('members.number_key')
    .limit(limit)
    .execute()
  return found.map(({ id, number, kind, centre_id, centre_name, ...name }) =>
    ({ id, number, name: fullName(name), standing: standingAfter(StatusKind.parse(kind)), ...(centre_id !== null && centre_name !== null && { centre: { id: centre_id, name: centre_name } }) }))
}

/** The ids of those whom somebody means by what was typed. */
export const meantBy = (rows: FundRows, typed: string, hashOf: (citizenId: string) => string) =>
  rows.selectFrom('members').where((is) => isMeantBy(is, typed, hashOf)).select('members.id')

/** Each arm is a range or an equality of plain text, which an index answers under row-level security too. */
function isMeantBy(is: ExpressionBuilder<Schema, 'members'>, typed: string, hashOf: (citizenId: string) => string) {
  const citizenId = CitizenId.safeParse(typed)
  return is.or([
    is('members.number_key', '=', numberKey(typed)),
    ...(citizenId.success ? [is('members.citizen_id_hash', '=', hashOf(citizenId.data))] : []),
    ...nameBeginnings(typed).flatMap((key) => (['members.name_key', 'members.last_name_key'] as const)
      .map((column) => is.and([is(column, '>=', key), is(column, '<', afterBeginning(key))]))),
  ])
}

import { sql, type ExpressionBuilder } from 'kysely'
import type { Day } from '../../plugins/kit/day.ts'
import type { Schema } from '../db/schema.ts'
import type { GateRows, NetworkRows, OperatorRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import { hangsOut } from '../network/queries.ts'

/** What the list of funds is narrowed to. `typed` is a part of a slug or of a name; `after` the slug after which the list goes on. */
export interface FundSearch {
  typed?: string | undefined
  after?: string | undefined
}

/** The funds found, in the order of their slugs, each with its suspension if it is suspended. */
export async function listOperated(rows: OperatorRows, { typed, after }: FundSearch, limit: number) {
  return operated(rows)
    .where((is) => is.and([
      ...(typed === undefined ? [] : [isCalled(is, typed)]),
      ...(after === undefined ? [] : [is('funds.slug', '>', after)]),
    ]))
    .orderBy('funds.slug')
    .limit(limit)
    .execute()
}

export type FoundOperated = Awaited<ReturnType<typeof listOperated>>[number]

/** One fund, as the list tells of it. */
export async function findOperated(rows: OperatorRows, slug: string): Promise<FoundOperated> {
  return operated(rows).where('funds.slug', '=', slug).executeTakeFirstOrThrow(() => new Problem('unknown-fund'))
}

const operated = (rows: OperatorRows) => rows
  .selectFrom('funds')
  .innerJoin('networks', 'networks.id', 'funds.network_id')
  .leftJoin('fund_suspensions as suspension', (join) => join.onRef('suspension.fund_id', '=', 'funds.id').on('suspension.reopened_at', 'is', null))
  .select(['funds.id', 'funds.slug', 'funds.profiles', 'funds.network_id', 'networks.slug as network', 'name_th as th', 'name_en as en'])
  .select(['suspension.suspended_at', 'suspension.suspended_by', 'suspension.reason'])

/** A part of the slug, or of what the fund or its local government was ever called, in either language. */
function isCalled(is: ExpressionBuilder<Schema, 'funds'>, typed: string) {
  const part = `%${typed.replaceAll(/[\\%_]/g, '\\$&')}%`
  return is.or([is('funds.slug', 'ilike', part), sql<boolean>`jsonb_path_query_array(funds.profiles, '$[*].*.*')::text ilike ${part}`])
}

/** Since when each fund of a network has a regulation in force, and from when the next: what its notices tell everyone. */
export async function listDaysInForce(rows: NetworkRows, networkId: string, today: Day) {
  const found = await rows
    .selectFrom('notices')
    .where('network_id', '=', networkId)
    .where(hangsOut)
    .groupBy('issuer_id')
    .select(({ fn }) => [
      'issuer_id',
      fn.max('from_on').filterWhere('from_on', '<=', today).as('inForceFrom'),
      fn.min('from_on').filterWhere('from_on', '>', today).as('nextFrom'),
    ])
    .execute()
  return new Map(found.map(({ issuer_id, inForceFrom, nextFrom }) => [issuer_id, { ...(inForceFrom !== null && { inForceFrom }), ...(nextFrom !== null && { nextFrom }) }]))
}

/** How many administrators each of these funds has that can sign in. Funds with none are left out. */
export async function countAdministrators(rows: GateRows, fundIds: readonly string[]): Promise<Map<string, number>> {
  if (fundIds.length === 0) return new Map()
  const found = await rows
    .selectFrom('fund_roles')
    .innerJoin('people', 'people.id', 'fund_roles.person_id')
    .where('fund_id', 'in', fundIds).where('role', '=', 'fund-admin')
    .where((is) => is.or([
      is('password_hash', 'is not', null),
      is.exists(is.selectFrom('passkeys').whereRef('passkeys.person_id', '=', 'people.id').select('passkeys.id')),
    ]))
    .groupBy('fund_id')
    .select(({ fn }) => ['fund_id', fn.countAll<number>().as('administrators')])
    .execute()
  return new Map(found.map(({ fund_id, administrators }) => [fund_id, Number(administrators)]))
}

/** When a fund's door was closed and opened again, the latest first. */
export async function listSuspensions(rows: OperatorRows, fundId: string) {
  return rows.selectFrom('fund_suspensions').where('fund_id', '=', fundId).orderBy('suspended_at', 'desc').select(['suspended_at', 'suspended_by', 'reason', 'reopened_at', 'reopened_by']).execute()
}

interface Act {
  fundId: string
  by: string
  at: Date
}

/** Closes a fund's door. Of two who close it at once, one does. */
export async function saveSuspension(rows: OperatorRows, { fundId, by, at }: Act, reason: string) {
  const closed = await rows.updateTable('funds').set({ suspended_at: at }).where('id', '=', fundId).where('suspended_at', 'is', null).returning('id').executeTakeFirst()
  if (!closed) throw new Problem('suspended-already')
  await rows.insertInto('fund_suspensions').values({ fund_id: fundId, suspended_at: at, suspended_by: by, reason }).execute()
}

/** Opens it again. */
export async function endSuspension(rows: OperatorRows, { fundId, by, at }: Act) {
  const opened = await rows.updateTable('funds').set({ suspended_at: null }).where('id', '=', fundId).where('suspended_at', 'is not', null).returning('id').executeTakeFirst()
  if (!opened) throw new Problem('not-suspended')
  await rows.updateTable('fund_suspensions').set({ reopened_at: at, reopened_by: by }).where('fund_id', '=', fundId).where('reopened_at', 'is', null).execute()
}

/** Takes back what the host has offered a fund that nobody administers yet, so that one offer lies open at a time. */
export async function deleteOffers(rows: GateRows, fundId: string) {
  await rows.deleteFrom('invitations').where('fund_id', '=', fundId).where('role', '=', 'fund-admin').where('accepted_at', 'is', null).execute()
}

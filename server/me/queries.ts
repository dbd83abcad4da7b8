import { sql } from 'kysely'
import type { Day } from '../../plugins/kit/day.ts'
import type { GateRows } from '../db/scope.ts'
import { FundProfiles, profileOn } from '../funds/fund.ts'
import { FundRoleName } from '../people/colleague.ts'
import type { Offices } from './account.ts'

/** Where a person serves, and as what. */
export async function listOffices(rows: GateRows, personId: string, today: Day): Promise<Offices> {
  const funds = await rows
    .selectFrom('fund_roles')
    .innerJoin('funds', 'funds.id', 'fund_roles.fund_id')
    .where('person_id', '=', personId)
    .groupBy(['funds.id', 'funds.slug'])
    .select(({ fn }) => ['funds.slug', 'funds.profiles', fn.agg<unknown>('jsonb_agg', ['role']).as('roles')])
    .orderBy('funds.slug')
    .execute()
  const networks = await rows
    .selectFrom('network_roles')
    .innerJoin('networks', 'networks.id', 'network_roles.network_id')
    .where('person_id', '=', personId)
    .select(['slug', 'name_th as th', 'name_en as en'])
    .orderBy(sql`name_th collate "th-x-icu"`)
    .execute()
  const operator = await rows.selectFrom('operators').where('person_id', '=', personId).select('person_id').executeTakeFirst()
  return {
    funds: funds.map(({ slug, profiles, roles }) => ({ slug, name: profileOn(FundProfiles.parse(profiles), today).name, roles: FundRoleName.array().parse(roles) })),
    networks: networks.map(({ slug, th, en }) => ({ slug, name: { th, en } })),
    isOperator: operator !== undefined,
  }
}

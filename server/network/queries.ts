import { sql, type ExpressionBuilder } from 'kysely'
import type { Day } from '../../plugins/kit/day.ts'
import type { Text } from '../../plugins/kit/text.ts'
import type { GateRows, NetworkRows, OperatorRows } from '../db/scope.ts'
import { newId } from '../db/id.ts'
import type { Schema } from '../db/schema.ts'
import type { Network } from './network.ts'

/** Every network, in the order of their Thai names. */
export async function listNetworks(rows: GateRows): Promise<{ slug: string; name: Text }[]> {
  const found = await rows.selectFrom('networks').select(['slug', 'name_th as th', 'name_en as en']).orderBy(sql`name_th collate "th-x-icu"`).execute()
  return found.map(({ slug, th, en }) => ({ slug, name: { th, en } }))
}

/** Whether a sheet still counts: its regulation was not recalled before its day. For queries over `notices`. */
export const hangsOut = sql<boolean>`not exists (select from notice_recalls as recall where recall.network_id = notices.network_id and recall.issuer_id = notices.issuer_id and recall.regulation_id = notices.regulation_id)`

/** The sheet that a fund has hanging out on a day, to be joined to the funds of a query. */
export const noticeOn = (of: ExpressionBuilder<Pick<Schema, 'funds' | 'notices'>, 'funds'>, day: Day) => of
  .selectFrom('notices')
  .whereRef('notices.network_id', '=', 'funds.network_id')
  .whereRef('notices.issuer_id', '=', 'funds.id')
  .where('notices.from_on', '<=', day)
  .where(hangsOut)
  .orderBy('notices.from_on', 'desc')
  .limit(1)
  .select(['notices.hash', 'notices.benefits', 'notices.definition', 'notices.from_on'])
  .as('notice')

/** Every fund of the network, with the notice that hangs out on a day, if one does. */
export async function listFundsWithNotice(rows: NetworkRows, networkId: string, day: Day) {
  return rows
    .selectFrom('funds')
    .leftJoinLateral((funds) => noticeOn(funds, day), (join) => join.onTrue())
    .where('funds.network_id', '=', networkId)
    .select(['funds.slug', 'funds.profiles', 'notice.benefits', 'notice.from_on as fromOn'])
    .execute()
}

export async function saveNewNetwork(rows: OperatorRows, network: Network, now: number) {
  await rows.insertInto('networks')
    .values({ id: newId(now), slug: network.slug, name_th: network.name.th, name_en: network.name.en, province_code: network.provinceCode })
    .execute()
}

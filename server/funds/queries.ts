import type { Text } from '../../plugins/kit/text.ts'
import { newId } from '../db/id.ts'
import type { FundRows, GateRows, OperatorRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import { FundProfiles, type FundProfile, type FundSettings } from './fund.ts'

/** A fund as its row tells of it. */
export interface FoundFund {
  id: string
  networkId: string
  slug: string
  profiles: FundProfile[]
}

export async function findFundBySlug(rows: GateRows, slug: string): Promise<FoundFund | undefined> {
  const found = await rows.selectFrom('funds').where('slug', '=', slug).selectAll().executeTakeFirst()
  return found && { id: found.id, networkId: found.network_id, slug: found.slug, profiles: FundProfiles.parse(found.profiles) }
}

export async function findNetworkBySlug(rows: GateRows, slug: string): Promise<{ id: string } | undefined> {
  return rows.selectFrom('networks').where('slug', '=', slug).select('id').executeTakeFirst()
}

/** The slug of the network that a fund belongs to. */
export async function findNetworkOf(rows: GateRows, fundId: string): Promise<string> {
  const { slug } = await rows.selectFrom('networks').innerJoin('funds', 'funds.network_id', 'networks.id').where('funds.id', '=', fundId).select('networks.slug').executeTakeFirstOrThrow()
  return slug
}

export async function saveNewFund(rows: OperatorRows, fund: Omit<FoundFund, 'id'>, now: number): Promise<string> {
  const id = newId(now)
  await rows.insertInto('funds').values({ id, network_id: fund.networkId, slug: fund.slug, profiles: fund.profiles }).execute()
  return id
}

export async function saveProfiles(rows: OperatorRows, id: string, profiles: FundProfile[]) {
  await rows.updateTable('funds').set({ profiles: profiles }).where('id', '=', id).execute()
}

/** Where members ask, or undefined where the fund has not said. */
export async function findContact(rows: FundRows): Promise<Text | undefined> {
  return rows.selectFrom('fund_settings').select(['contact_th as th', 'contact_en as en']).executeTakeFirst()
}

/** What a fund has set for itself outside its regulation. */
export async function findSettings(rows: FundRows): Promise<FundSettings> {
  const settings = await findSettingsIfAny(rows)
  if (!settings) throw new Problem('no-settings')
  return settings
}

export async function findSettingsIfAny(rows: FundRows): Promise<FundSettings | undefined> {
  const found = await rows.selectFrom('fund_settings').select(['contact_th as th', 'contact_en as en', 'certifiers_needed as certifiersNeeded']).executeTakeFirst()
  if (!found) return undefined
  const { certifiersNeeded, ...contact } = found
  return { contact, certifiersNeeded }
}

/** What a fund sets that has set nothing before. Of two who make one fund at once, one comes too late here. */
export async function saveFirstSettings(rows: FundRows, settings: FundSettings) {
  await rows.insertInto('fund_settings').values(columnsOf(settings)).execute()
}

export async function saveSettings(rows: FundRows, settings: FundSettings) {
  const columns = columnsOf(settings)
  await rows.insertInto('fund_settings').values(columns).onConflict((existing) => existing.column('fund_id').doUpdateSet(columns)).execute()
}

const columnsOf = ({ contact, certifiersNeeded }: FundSettings) => ({ contact_th: contact.th, contact_en: contact.en, certifiers_needed: certifiersNeeded })

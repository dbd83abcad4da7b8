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
  const found = await rows.selectFrom('fund_settings').select(['contact_th as th', 'contact_en as en', 'certifiers_needed as certifiersNeeded']).executeTakeFirstOrThrow(() => new Problem('no-settings'))
  const { certifiersNeeded, ...contact } = found
  return { contact, certifiersNeeded }
}

export async function saveSettings(rows: FundRows, { contact, certifiersNeeded }: FundSettings) {
  await saveContact(rows, contact)
  await rows.updateTable('fund_settings').set({ certifiers_needed: certifiersNeeded }).execute()
}

/** Where members of a fund ask that has not said so before. Of two who make one fund at once, one comes too late here. */
export async function saveFirstContact(rows: FundRows, { th, en }: Text) {
  await rows.insertInto('fund_settings').values({ contact_th: th, contact_en: en }).execute()
}

export async function saveContact(rows: FundRows, contact: Text) {
  const columns = { contact_th: contact.th, contact_en: contact.en }
  await rows.insertInto('fund_settings').values(columns).onConflict((existing) => existing.column('fund_id').doUpdateSet(columns)).execute()
}

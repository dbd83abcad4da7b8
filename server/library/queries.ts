import { sql } from 'kysely'
import postgres from 'postgres'
import { Cases } from '../../plugins/kit/cases.ts'
import type { Day } from '../../plugins/kit/day.ts'
import { fingerprintOf } from '../../plugins/kit/fingerprint.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { packHash, type Regulation } from '../../plugins/kit/regulation.ts'
import { isLater } from '../../plugins/kit/structure.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { newId } from '../db/id.ts'
import type { FundRows, NetworkRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { FundProfiles, profileOn } from '../funds/fund.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { hangsOut, noticeOn } from '../network/queries.ts'
import { offeredOf } from '../regulations/publication.ts'
import { readRegulation } from '../regulations/queries.ts'
import type { Note, Reach } from './library.ts'

/** Every version that a door shows, without what it says: of a network its own and what reaches all, of a fund what is its own. In the order in which they were shared. */
export async function listShared(rows: NetworkRows | FundRows) {
  return (rows as NetworkRows).selectFrom('shared_packs as shared') // both show it
    .innerJoin('networks', 'networks.id', 'shared.network_id')
    .leftJoin('funds', 'funds.id', 'shared.issuer_id')
    .select(['shared.id', 'shared.network_id', 'issuer_id', 'pack_id', 'version', 'title', 'benefits', 'note_th', 'note_en', 'reach', 'signer', 'shared_at', 'withdrawn_at', 'withdrawn_reason'])
    .select(['networks.slug as network', 'name_th', 'name_en', 'funds.slug as fund', 'funds.profiles'])
    .orderBy('shared_at').orderBy('shared.id')
    .execute()
}
export type SharedRow = Awaited<ReturnType<typeof listShared>>[number]

/** What versions of these packs say, as far as a door shows them. */
export async function listDefinitions(rows: NetworkRows | FundRows, packIds: readonly string[]): Promise<{ id: string; pack: Pack; withdrawn: string | undefined }[]> {
  const found = await (rows as NetworkRows).selectFrom('shared_packs').where('pack_id', 'in', packIds) // both show it
    .select(['id', 'definition', 'withdrawn_reason']).orderBy('shared_at').orderBy('id').execute()
  return found.map(({ id, definition, withdrawn_reason }) => ({ id, pack: Pack.parse(definition), withdrawn: withdrawn_reason ?? undefined }))
}

/** One version as it was shared, with the example people beside it; nothing where a door does not show it. */
export async function listContents(rows: NetworkRows | FundRows, id: string): Promise<{ id: string; definition: Pack; cases: Cases | undefined }[]> {
  const found = await (rows as NetworkRows).selectFrom('shared_packs').where('id', '=', id).select(['definition', 'cases']).execute() // both show it
  return found.map(({ definition, cases }) => ({ id, definition: Pack.parse(definition), cases: cases === null ? undefined : Cases.parse(cases) }))
}

/** The example people beside each that was shared as a version of a pack, as far as a door shows it, in the order in which they were shared. */
export async function listCases(rows: NetworkRows | FundRows, packId: string, version: string): Promise<{ id: string; cases: Cases | undefined }[]> {
  const found = await (rows as NetworkRows).selectFrom('shared_packs').where('pack_id', '=', packId).where('version', '=', version).select(['id', 'cases']).orderBy('shared_at').orderBy('id').execute() // both show it
  return found.map(({ id, cases }) => ({ id, cases: cases === null ? undefined : Cases.parse(cases) }))
}

/** Who shares: a fund, or, where none is named, the network. */
export interface Issuer {
  networkId: string
  fundId: string | null
}

/** A version on its way into the library. */
export interface Shared {
  pack: Pack
  cases?: Cases | undefined
  note?: Note
  reach: Reach
  /** The key that signed the file it came in. */
  key?: string
}

/**
 * Keeps a version that somebody shares. Refused where the id is another's, which is also whoever signs with another key, or the version does not
 * rise above those that the same has shared.
 */
export async function saveShared(rows: NetworkRows | FundRows, { networkId, fundId }: Issuer, { pack, cases, note, reach, key }: Shared, { by, at }: Recording) {
  const library = rows as NetworkRows // both write it
  const owner = key === undefined ? fundId ?? networkId : `signed by ${key}`
  await library.insertInto('pack_owners').values({ pack_id: pack.id, owner }).onConflict((of) => of.doNothing()).execute()
  const last = await library.selectFrom('shared_packs').where('network_id', '=', networkId).where('issuer_id', 'is not distinct from', fundId).where('pack_id', '=', pack.id)
    .orderBy('position', 'desc').select(['position', 'version']).executeTakeFirst()
  if (last && !isLater(pack.version, last.version)) throw new Problem('pack-version-taken', [{ at: key === undefined ? 'version' : 'file.content.version', text: { th: `รุ่นล่าสุดคือ ${last.version}`, en: `the last one is ${last.version}` } }])
  await library.insertInto('shared_packs').values({
    network_id: networkId, issuer_id: fundId, id: newId(at.getTime()), pack_id: pack.id, owner, version: pack.version, position: (last?.position ?? 0) + 1, hash: packHash(pack),
    title: pack.title, benefits: pack.benefits.map(offeredOf), definition: pack, cases: cases ?? null,
    note_th: note?.th ?? null, note_en: note?.en ?? null, reach, signer: key === undefined ? null : fingerprintOf(key), shared_at: at, shared_by: by,
  }).execute().catch((error: unknown) => { throw refusalOf(error, key) })
}

function refusalOf(error: unknown, key: string | undefined): unknown {
  if (isTaken(error, 'shared_packs_position') || isTaken(error, 'shared_packs_version')) return new Problem('pack-version-taken')
  return error instanceof postgres.PostgresError && error.constraint_name === 'shared_packs_owner' ? idTaken(key) : error
}

/** The id is somebody else's: a fund chooses another word, and of a file its sender is asked. */
export const idTaken = (key: string | undefined) => new Problem('pack-id-taken', [key === undefined
  ? { at: 'word', text: { th: 'ใช้คำอื่น', en: 'use another word' } }
  : { at: 'file.content.id', text: { th: 'ไฟล์นี้ไม่ได้มาจากเจ้าของเดิม โทรถามผู้ส่งก่อน', en: 'this file is not from whom the pack was first: ask its sender' } }])

/** Withdraws a version, for whoever has shared it. */
export async function saveWithdrawal(rows: NetworkRows | FundRows, { networkId, fundId }: Issuer, packId: string, { version, reason }: { version: string; reason: string }, { by, at }: Recording) {
  const library = rows as NetworkRows // both write it
  const shared = await library.selectFrom('shared_packs').where('network_id', '=', networkId).where('issuer_id', 'is not distinct from', fundId).where('pack_id', '=', packId).where('version', '=', version)
    .select(['id', 'withdrawn_at']).forUpdate().executeTakeFirstOrThrow(() => new Problem('unknown-pack'))
  if (shared.withdrawn_at !== null) throw new Problem('pack-withdrawn')
  await library.updateTable('shared_packs').set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason }).where('network_id', '=', networkId).where('id', '=', shared.id).execute()
}

/** What networks say of packs: the own network, and of what reaches all every network. */
export async function listEndorsements(rows: NetworkRows): Promise<{ packId: string; networkId: string; by: Text; note: string; version: string }[]> {
  const found = await rows.selectFrom('endorsements').innerJoin('networks', 'networks.id', 'endorsements.network_id').where('ended_at', 'is', null).orderBy('endorsed_at')
    .select(['pack_id', 'network_id', 'note', 'version', 'name_th as th', 'name_en as en']).execute()
  return found.map(({ pack_id, network_id, note, version, th, en }) => ({ packId: pack_id, networkId: network_id, by: { th, en }, note, version }))
}

export async function saveEndorsement(rows: NetworkRows, networkId: string, { packId, version, reach, note }: { packId: string; version: string; reach: Reach; note: string }, { by, at }: Recording) {
  await rows.insertInto('endorsements').values({ network_id: networkId, id: newId(at.getTime()), pack_id: packId, version, reach, note, endorsed_at: at, endorsed_by: by }).execute()
    .catch((error: unknown) => { throw isTaken(error, 'one_endorsement_of_a_pack') ? new Problem('endorsed-already') : error })
}

export async function endEndorsement(rows: NetworkRows, networkId: string, packId: string, { by, at }: Recording) {
  await rows.updateTable('endorsements').set({ ended_at: at, ended_by: by }).where('network_id', '=', networkId).where('pack_id', '=', packId).where('ended_at', 'is', null).returning('id')
    .executeTakeFirstOrThrow(() => new Problem('not-endorsed'))
}

/** How many funds of a network have each pack in force on a day, by its id; counted where they hang, since reading each fund's rules for it takes longer. */
export async function countUsers(rows: NetworkRows, networkId: string, day: Day): Promise<Map<string, number>> {
  const found = await rows.selectFrom('funds')
    .innerJoinLateral((funds) => noticeOn(funds, day), (join) => join.onTrue())
    .innerJoinLateral(sql<{ id: string }>`(select adopted -> 'pack' ->> 'id' as id from json_array_elements(notice.definition -> 'packs') as adopted)`.as('held'), (join) => join.onTrue())
    .where('funds.network_id', '=', networkId)
    .groupBy('held.id')
    .select(({ fn }) => ['held.id', fn.countAll<number>().as('users')])
    .execute()
  return new Map(found.map(({ id, users }) => [id, users]))
}

/** A fund that has a pack in force, and what it has hung out with that pack until then. */
export interface Using {
  slug: string
  name: Text
  inForce: Regulation
  published: Regulation[]
}

/** Every fund of a network that has a pack in force on a day. */
export async function listUsing(rows: NetworkRows, networkId: string, packId: string, day: Day): Promise<Using[]> {
  const holds = (definition: string) => sql<boolean>`exists (select from json_array_elements(${sql.ref(definition)} -> 'packs') as adopted where adopted -> 'pack' ->> 'id' = ${packId})`
  const found = await rows.selectFrom('funds')
    .innerJoinLateral((funds) => noticeOn(funds, day), (join) => join.onTrue())
    .where('funds.network_id', '=', networkId).where(holds('notice.definition'))
    .select(['funds.id', 'funds.slug', 'funds.profiles', 'notice.hash', 'notice.definition'])
    .execute()
  if (found.length === 0) return []
  const before = await rows.selectFrom('notices').where('network_id', '=', networkId).where('issuer_id', 'in', found.map(({ id }) => id)).where('from_on', '<=', day).where(hangsOut).where(holds('notices.definition'))
    .select(['issuer_id', 'hash', 'definition']).execute()
  return found.map(({ id, slug, profiles, hash, definition }) => ({
    slug, name: profileOn(FundProfiles.parse(profiles), day).name, inForce: readRegulation(hash, definition),
    published: before.filter(({ issuer_id }) => issuer_id === id).map((each) => readRegulation(each.hash, each.definition)),
  }))
}

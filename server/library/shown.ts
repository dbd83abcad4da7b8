import { z } from '@hono/zod-openapi'
import { Cases } from '../../plugins/kit/cases.ts'
import type { Day } from '../../plugins/kit/day.ts'
import { fingerprintOf } from '../../plugins/kit/fingerprint.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { openTermsOf } from '../../plugins/kit/share.ts'
import { isLater } from '../../plugins/kit/structure.ts'
import { Name } from '../../plugins/kit/value.ts'
import { groupedBy } from '../db/grouped.ts'
import { FundProfiles, inThaiOrder, profileOn } from '../funds/fund.ts'
import { Problem } from '../http/problem.ts'
import { OfferedBenefit, offeredOf } from '../regulations/publication.ts'
import { Reach, type LibraryEntry, type LibraryPack } from './library.ts'
import { countUsers, listContents, listEndorsements, listShared, listUsing, type Issuer, type SharedRow } from './queries.ts'
import type { HostKey } from './signed-file.ts'
import { tellUsing } from './using.ts'
import { listVersions, seenBy, type Looking } from './versions.ts'

/** A version as it stands in the library. */
interface Standing extends Omit<LibraryEntry, 'endorsed' | 'users'> {
  /** Its row; a plugin's has none. */
  id?: string
  /** Who shared it: a fund, or the network itself. */
  issuer?: Issuer
}

/** Everything that somebody sees in the library, in the order of the Thai titles. */
export async function listLibrary(looking: Looking, plugins: readonly Plugin[], today: Day): Promise<LibraryEntry[]> {
  const versions = await listStanding(looking, plugins, today)
  const { users, endorsements } = await looking.inNetwork(async (rows) => ({ users: await countUsers(rows, looking.networkId, today), endorsements: await listEndorsements(rows) }))
  return [...groupedBy(versions, ({ pack }) => pack).values()]
    .map((all) => entryOf(latestOf(all), { users, endorsements }))
    .toSorted((a, b) => inThaiOrder(a.title.th, b.title.th))
}

type Told = { users: ReadonlyMap<string, number>; endorsements: Awaited<ReturnType<typeof listEndorsements>> }

const entryOf = ({ id: _id, issuer: _issuer, ...standing }: Standing, { users, endorsements }: Told): LibraryEntry => ({
  ...standing,
  endorsed: endorsements.filter(({ packId }) => packId === standing.pack).map(({ by, note, version }) => ({ by, note, version })),
  users: users.get(standing.pack) ?? 0,
})

/** The latest version that was not withdrawn, else the latest. */
function latestOf(versions: readonly Standing[]): Standing {
  const latest = versions.findLast(({ withdrawn }) => !withdrawn) ?? versions.at(-1)
  if (!latest) throw new Problem('unknown-pack')
  return latest
}

/** Every version that somebody sees, the earliest first. */
async function listStanding(looking: Looking, plugins: readonly Plugin[], today: Day): Promise<Standing[]> {
  const installed = plugins.flatMap(({ meta, packs = [] }) => packs.map((pack): Standing => ({
    pack: pack.id, version: pack.version, title: pack.title, benefits: pack.benefits.map(offeredOf), by: { kind: 'plugin', slug: meta.id, name: meta.title }, reach: 'all',
  })))
  const shared = await seenBy(looking, listShared)
  return [...installed, ...shared.map((row) => standingOf(row, today))].toSorted((a, b) => (isLater(a.version, b.version) ? 1 : -1))
}

function standingOf(row: SharedRow, today: Day): Standing {
  const by = row.fund === null || row.profiles === null
    ? { kind: 'network' as const, slug: row.network, name: { th: row.name_th, en: row.name_en } }
    : { kind: 'fund' as const, slug: row.fund, name: profileOn(FundProfiles.parse(row.profiles), today).name }
  return {
    id: row.id,
    issuer: { networkId: row.network_id, fundId: row.issuer_id },
    pack: row.pack_id,
    version: row.version,
    title: Name.parse(row.title),
    benefits: z.array(OfferedBenefit).parse(row.benefits),
    by,
    ...(row.signer !== null && { signer: row.signer }),
    reach: Reach.parse(row.reach),
    ...((row.note_th !== null || row.note_en !== null) && { note: { ...(row.note_th !== null && { th: row.note_th }), ...(row.note_en !== null && { en: row.note_en }) } }),
    sharedAt: row.shared_at.toISOString(),
    ...(row.withdrawn_at !== null && row.withdrawn_reason !== null && { withdrawn: { reason: row.withdrawn_reason, at: row.withdrawn_at.toISOString() } }),
  }
}

/** What a version says: as it was shared, or as its plugin brings it, whose example people are of the last version. */
async function readStanding({ id, pack, version }: Standing, looking: Looking, plugins: readonly Plugin[]): Promise<{ definition: Pack; cases?: Cases }> {
  if (id !== undefined) {
    const [shared] = await seenBy(looking, (rows) => listContents(rows, id))
    if (!shared) throw new Problem('unknown-pack')
    return { definition: shared.definition, ...(shared.cases !== undefined && { cases: shared.cases }) }
  }
  const plugin = plugins.find(({ packs = [] }) => packs.some((each) => each.id === pack))
  const versions = plugin?.packs?.filter((each) => each.id === pack) ?? []
  const definition = versions.find((each) => each.version === version)
  if (!definition) throw new Problem('unknown-pack')
  const cases = plugin?.cases?.find((each) => each.pack === pack)
  return { definition, ...(cases && versions.every((each) => !isLater(each.version, version)) && { cases }) }
}

/** One version of a pack as it is handed out: whose it is, and what it says. One that came in as a file is handed on as that file, and one that was withdrawn not at all. */
export async function findVersion(looking: Looking, packId: string, version: string, plugins: readonly Plugin[], today: Day): Promise<Pick<Standing, 'by'> & { definition: Pack; cases?: Cases }> {
  const all = (await listStanding(looking, plugins, today)).filter((each) => each.pack === packId && each.version === version)
  const own = all.find(({ signer }) => signer === undefined)
  if (!own) throw new Problem(all.length === 0 ? 'unknown-pack' : 'signed-elsewhere')
  if (own.withdrawn) throw new Problem('pack-withdrawn')
  return { by: own.by, ...await readStanding(own, looking, plugins) }
}

/** Who reads, and what they may do. */
export interface Reader {
  /** As whom they write: a fund, or the network itself; absent where they may not. */
  writesFor?: Issuer | undefined
}

/** What stands for a pack: its latest version that was not withdrawn, else the latest. */
export const findLatest = async (looking: Looking, packId: string, plugins: readonly Plugin[], today: Day): Promise<Standing> =>
  latestOf((await listStanding(looking, plugins, today)).filter(({ pack }) => pack === packId))

/** One pack of the library, with who uses which version and what they have changed. */
export async function showLibraryPack(looking: Looking, packId: string, { writesFor }: Reader, { plugins, vocabulary, today, hostKey }: { plugins: readonly Plugin[]; vocabulary: Vocabulary; today: Day; hostKey: HostKey }): Promise<LibraryPack> {
  const versions = (await listStanding(looking, plugins, today)).filter(({ pack }) => pack === packId)
  const latest = latestOf(versions)
  const { endorsements, using } = await looking.inNetwork(async (rows) => ({ endorsements: await listEndorsements(rows), using: await listUsing(rows, looking.networkId, packId, today) }))
  const contents = await readStanding(latest, looking, plugins)
  const models = await listVersions(looking, [packId], plugins)
  const isEndorsed = endorsements.some((each) => each.packId === packId && each.networkId === looking.networkId)
  return {
    ...entryOf(latest, { endorsements, users: new Map([[packId, using.length]]) }),
    ...contents,
    versions: versions.map(({ version, sharedAt, note, withdrawn }) => ({ version, ...(sharedAt !== undefined && { sharedAt }), ...(note && { note }), ...(withdrawn && { withdrawn }) })),
    usedBy: using.map((each) => tellUsing(each, packId, models, today, vocabulary)),
    openTerms: openTermsOf(contents.definition),
    ...(latest.signer === undefined && { signedHere: fingerprintOf(hostKey.key) }),
    can: writesFor ? nextActs(latest, writesFor, isEndorsed) : [],
  }
}

function nextActs({ issuer, withdrawn, reach }: Standing, writer: NonNullable<Reader['writesFor']>, isEndorsed: boolean): LibraryPack['can'] {
  const isOwn = issuer?.networkId === writer.networkId && issuer.fundId === writer.fundId
  const endorsing = isEndorsed ? 'end-endorsement' as const : 'endorse' as const
  const mayEndorse = writer.fundId === null && reach !== 'fund' && (isEndorsed || !withdrawn)
  return [...(isOwn && !withdrawn ? ['withdraw' as const] : []), ...(mayEndorse ? [endorsing] : [])]
}

import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Cases } from '../../plugins/kit/cases.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import type { Plugin } from '../../plugins/kit/plugin.ts'
import { packHash, type AdoptedPack, type Regulation } from '../../plugins/kit/regulation.ts'
import { isLater, isOwnPack, modelOf } from '../../plugins/kit/structure.ts'
import type { FundRows, NetworkRows } from '../db/scope.ts'
import type { InFund, InNetwork } from '../http/room.ts'
import { listCases, listDefinitions } from './queries.ts'

/** Who looks into the library: a network, or one of its funds, which sees besides what is its own. */
export interface Looking {
  networkId: string
  inNetwork: <T>(work: (rows: NetworkRows) => Promise<T>) => Promise<T>
  inFund?: <T>(work: (rows: FundRows) => Promise<T>) => Promise<T>
}

export const lookingFromFund = ({ doors, fund: { networkId }, inFund }: Pick<InFund, 'doors' | 'fund' | 'inFund'>): Looking => ({ networkId, inNetwork: doors.inNetwork(networkId), inFund })
export const lookingFromNetwork = ({ network, inNetwork }: Pick<InNetwork, 'network' | 'inNetwork'>): Looking => ({ networkId: network.id, inNetwork })

/** What both doors show, each row once. */
export async function seenBy<Row extends { id: string }>({ inNetwork, inFund }: Looking, list: (rows: NetworkRows | FundRows) => Promise<Row[]>): Promise<Row[]> {
  const found = [...await inNetwork(list), ...inFund ? await inFund(list) : []]
  return [...new Map(found.map((row) => [row.id, row])).values()]
}

/** Whether a plugin brings a pack of this id. */
export const isInstalled = (id: string, plugins: readonly Plugin[]): boolean => plugins.some(({ packs = [] }) => packs.some((pack) => pack.id === id))

/** A version of a model. One that was withdrawn, with its reason, is a base for upgrades and never what is taken. */
export interface ModelVersion {
  pack: Pack
  withdrawn: string | undefined
}

/** Every version of these packs, by installed plugins and in the library, the earliest first. A version that came in twice is the one that came first. */
export async function listVersions(looking: Looking, packIds: readonly string[], plugins: readonly Plugin[]): Promise<ModelVersion[]> {
  const installed = plugins.flatMap(({ packs = [] }) => packs).filter(({ id }) => packIds.includes(id)).map((pack) => ({ pack, withdrawn: undefined }))
  const shared = await seenBy(looking, (rows) => listDefinitions(rows, packIds))
  const all = new Map<string, ModelVersion>([...shared.toReversed(), ...installed].map(({ pack, withdrawn }) => [`${pack.id} ${pack.version}`, { pack, withdrawn }]))
  return [...all.values()].toSorted((a, b) => (isLater(a.pack.version, b.pack.version) ? 1 : -1))
}

/** A pack as it is taken, wholly or some of its benefits. Throws BadInput at `benefits` for one that it has not. */
export function takenFrom(pack: Pack, benefits: readonly string[]): AdoptedPack {
  const strange = benefits.find((each) => pack.benefits.every(({ id }) => id !== each))
  if (strange !== undefined) throw new BadInput('benefits', { th: `ชุดกติกานี้ไม่มีสวัสดิการ "${strange}"`, en: `the pack has no benefit "${strange}"` })
  const without = pack.benefits.map(({ id }) => id).filter((id) => !benefits.includes(id))
  return { pack, hash: packHash(pack), ...(without.length > 0 && { without }) }
}

/** The example people beside the models of a regulation: those of installed plugins, and those shared with the version that each of its packs goes back to. */
export async function listCasesBeside(looking: Looking, { packs }: Regulation, published: readonly Regulation[], plugins: readonly Plugin[]): Promise<Cases[]> {
  const models = packs.filter(({ pack }) => !isInstalled(pack.id, plugins) && !isOwnPack(pack.id)).map((adopted) => modelOf(adopted, published))
  const shared = await Promise.all(models.map(({ pack, version }) => casesSharedWith(looking, pack, version)))
  return [...plugins.flatMap((plugin) => plugin.cases ?? []), ...shared.flat()]
}

/** With a version that came in twice, the people of the one that came first. */
async function casesSharedWith(looking: Looking, packId: string, version: string): Promise<Cases[]> {
  const [first] = await seenBy(looking, (rows) => listCases(rows, packId, version))
  return first?.cases ? [first.cases] : []
}

import { query } from '@solidjs/router'
import { hc, type InferRequestType } from 'hono/client'
import type { Cases } from '../plugins/kit/cases.ts'
import type { Pack } from '../plugins/kit/pack.ts'
import type { networkLibraryRoutes } from '../server/library/network-routes.ts'
import type { libraryRoutes } from '../server/library/routes.ts'
import type { upgradesRoutes } from '../server/upgrades/routes.ts'
import { acting, beginDraft, type Draft, type NewDraft } from './api-rules.ts'
import { body, readAnew, type Told } from './api.ts'

const fund = hc<ReturnType<typeof libraryRoutes>>('/api/funds/:fund/library')
const network = hc<ReturnType<typeof networkLibraryRoutes>>('/api/networks/:network/library')
const draft = hc<ReturnType<typeof upgradesRoutes>>('/api/funds/:fund').drafts[':draft']

export type Library = Told<Awaited<ReturnType<typeof fund.index.$get>>>
export type LibraryEntry = Library['packs'][number]
type PackAsTold = Told<Awaited<ReturnType<(typeof fund)[':pack']['$get']>>>
export type LibraryPack = Omit<PackAsTold, 'definition' | 'cases'> & { definition: Pack; cases?: Cases }
type NewFirstDraft = InferRequestType<(typeof fund)[':pack']['drafts']['$post']>['json']
type NewSharedPack = InferRequestType<typeof fund.index.$post>['json']
export type NewAdoption = InferRequestType<typeof draft.adoptions.$post>['json']

/** The packs that a fund may take up, and those that were withdrawn. */
export const getLibrary = query((slug: string): Promise<Library> => body(fund.index.$get({ param: { fund: slug } })), 'library')

/** One of them, with who uses which version. */
export const getLibraryPack = query(async (slug: string, pack: string): Promise<LibraryPack> => {
  const told = await body(fund[':pack'].$get({ param: { fund: slug, pack } }))
  return told as unknown as LibraryPack // the client's mapping of JSON types does not follow a pack's recursion
}, 'library-pack')

/** The same for a network's officers, and whoever serves in one of its funds. */
export const getNetworkLibrary = query((slug: string): Promise<Library> => body(network.index.$get({ param: { network: slug } })), 'network-library')

export const getNetworkPack = query(async (slug: string, pack: string): Promise<LibraryPack> => {
  const told = await body(network[':pack'].$get({ param: { network: slug, pack } }))
  return told as unknown as LibraryPack // as above
}, 'network-library-pack')

const changing = <T>(act: Promise<T>): Promise<T> => readAnew(act, [getLibrary.key, getLibraryPack.key, getNetworkLibrary.key, getNetworkPack.key])

export const share = (slug: string, json: NewSharedPack) => changing(body(fund.index.$post({ param: { fund: slug }, json })))

/** The pack in a signed file comes into the library: a fund's, for itself, or the network's. */
export const bringIn = (slug: string, file: string) => changing(body(fund.files.$post({ param: { fund: slug }, json: { file } })))
export const bringInToNetwork = (slug: string, file: string) => changing(body(network.files.$post({ param: { network: slug }, json: { file } })))

/** Where a version of a pack is as a file. */
export const packFileAddress = (slug: string, pack: string, version: string) => `/api/funds/${slug}/library/${pack}/versions/${version}/file`
export const networkPackFileAddress = (slug: string, pack: string, version: string) => `/api/networks/${slug}/library/${pack}/versions/${version}/file`

/** Withdrawn by who shared it: a fund, or the network itself. */
export const withdrawOwn = (slug: string, pack: string, json: { version: string; reason: string }) => changing(body(fund[':pack'].withdrawals.$post({ param: { fund: slug, pack }, json })))
export const withdrawOfNetwork = (slug: string, pack: string, json: { version: string; reason: string }) => changing(body(network[':pack'].withdrawals.$post({ param: { network: slug, pack }, json })))

export const endorse = (slug: string, pack: string, note: string) => changing(body(network[':pack'].endorsement.$post({ param: { network: slug, pack }, json: { note } })))
export const endEndorsement = (slug: string, pack: string) => changing(body(network[':pack'].endorsement.$delete({ param: { network: slug, pack } })))

/** Begins a first regulation from a version of a pack. */
export const beginFrom = (slug: string, pack: string, json: NewFirstDraft): Promise<unknown> => acting(body(fund[':pack'].drafts.$post({ param: { fund: slug, pack }, json })))

/** Takes benefits of a pack into the draft that is open; where none is, one is begun. */
export async function adopt(slug: string, open: Pick<Draft, 'id' | 'version'> | undefined, beginning: NewDraft, asked: Omit<NewAdoption, 'version'>): Promise<void> {
  const { id, version } = open ?? await beginDraft(slug, beginning)
  await acting(body(draft.adoptions.$post({ param: { fund: slug, draft: id }, json: { ...asked, version } })))
}

import { query, revalidate } from '@solidjs/router'
import { hc, type InferRequestType } from 'hono/client'
import type { TermOfPack } from '../plugins/kit/draft.ts'
import type { Regulation } from '../plugins/kit/regulation.ts'
import type { TermValue } from '../plugins/kit/term.ts'
import type { changesRoutes } from '../server/changes/routes.ts'
import type { draftsRoutes } from '../server/drafts/routes.ts'
import type { regulationsRoutes } from '../server/regulations/routes.ts'
import type { resolutionsRoutes } from '../server/resolutions/routes.ts'
import type { simulationsRoutes } from '../server/simulations/routes.ts'
import { body, type Told } from './api.ts'

const rules = hc<ReturnType<typeof regulationsRoutes>>('/api/funds/:fund').regulations
const room = hc<ReturnType<typeof draftsRoutes>>('/api/funds/:fund')
const draft = room.drafts[':draft']
const changes = hc<ReturnType<typeof changesRoutes>>('/api/funds/:fund').drafts[':draft']
const resolved = hc<ReturnType<typeof resolutionsRoutes>>('/api/funds/:fund').drafts[':draft']
const simulated = hc<ReturnType<typeof simulationsRoutes>>('/api/funds/:fund').drafts[':draft']

export type PastRegulation = Told<Awaited<ReturnType<typeof rules.$get>>>['regulations'][number]
export type NewDraft = InferRequestType<typeof room.drafts.$post>['json']
export type Effect = Told<Awaited<ReturnType<typeof simulated.effect.$get>>>
type DraftsAsTold = Told<Awaited<ReturnType<typeof room.drafts.$get>>>
type DraftAsTold = NonNullable<DraftsAsTold['current']>
export type Draft = Omit<DraftAsTold, 'origin' | 'regulation'> & { origin: Regulation; regulation: Regulation }
export type Drafts = Omit<DraftsAsTold, 'current'> & { current?: Draft }

/** What a fund has put in force, in the order of their days. */
export const getHistory = query(async (fund: string) => (await body(rules.$get({ param: { fund } }))).regulations, 'history')

export const getModels = query(async (fund: string) => (await body(room.models.$get({ param: { fund } }))).models, 'models')

/** The draft that is open, if one is, and those that were. */
export const getDrafts = query(async (fund: string): Promise<Drafts> => {
  const told = await body(room.drafts.$get({ param: { fund } }))
  return told as unknown as Drafts // the client's mapping of JSON types does not follow a regulation's recursion
}, 'drafts')

/** One draft, whatever became of it. */
export const getDraft = query(async (fund: string, id: string): Promise<Draft> => {
  const told = await body(draft.$get({ param: { fund, draft: id } }))
  return told as unknown as Draft // as above
}, 'draft')

export type DraftEvent = Told<Awaited<ReturnType<typeof draft.events.$get>>>['events'][number]

/** Who did what to a draft, in order. */
export const getDraftEvents = query(async (fund: string, id: string) => (await body(draft.events.$get({ param: { fund, draft: id } }))).events, 'draft-events')

/** What an act leads to, or what somebody else has done meanwhile: either way what stands now is fetched. */
async function acting(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } finally {
    void revalidate([getDrafts.key, getDraft.key, getDraftEvents.key])
  }
}

export const beginDraft = (fund: string, json: NewDraft) => acting(body(room.drafts.$post({ param: { fund }, json })))

type SentValue = InferRequestType<(typeof changes.values)[':term']['$put']>['json']['value']

export const setValue = (fund: string, { id, version }: Draft, { pack, term }: TermOfPack, value: TermValue) =>
  acting(body(changes.values[':term'].$put({ param: { fund, draft: id, term }, json: { pack, value: value as SentValue, version } }))) // as above

export const restoreValue = (fund: string, { id, version }: Draft, { pack, term }: TermOfPack) =>
  acting(body(changes.values[':term'].$delete({ param: { fund, draft: id, term }, query: { pack, version: String(version) } })))

export const moveDraft = (fund: string, { id, version }: Draft, fromOn: string) => acting(body(changes.day.$put({ param: { fund, draft: id }, json: { fromOn, version } })))

export const putToMeeting = (fund: string, { id, version }: Draft, number: string, heldOn: string) =>
  acting(body(resolved.meeting.$post({ param: { fund, draft: id }, json: { resolution: { number, heldOn }, version } })))

export const takeBack = (fund: string, { id }: Draft) => acting(body(resolved.meeting.$delete({ param: { fund, draft: id } })))

/** Puts a draft in force from a day. */
export const publish = (fund: string, { id }: Draft, fromOn: string) => acting(body(resolved.publication.$post({ param: { fund, draft: id }, json: { fromOn } })))

export const withdraw = (fund: string, { id }: Draft) => acting(body(resolved.withdrawal.$post({ param: { fund, draft: id } })))

export const askEffect = (fund: string, id: string): Promise<Effect> => body(simulated.effect.$get({ param: { fund, draft: id } }))

/** The effect with one value tried. */
export const tryValue = (fund: string, id: string, { pack, term }: TermOfPack, value: TermValue): Promise<Effect> =>
  body(simulated.trials.$post({ param: { fund, draft: id }, json: { pack, term, value: value as SentValue } }))

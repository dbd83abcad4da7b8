import { query, revalidate } from '@solidjs/router'
import { hc, type InferRequestType } from 'hono/client'
import type { TermOfPack } from '../plugins/kit/draft.ts'
import type { Regulation } from '../plugins/kit/regulation.ts'
import type { TermValue } from '../plugins/kit/term.ts'
import type { changesRoutes } from '../server/changes/routes.ts'
import type { draftsRoutes } from '../server/drafts/routes.ts'
import type { guestsRoutes } from '../server/guests/routes.ts'
import type { regulationFilesRoutes } from '../server/library/file-routes.ts'
import type { rangesRoutes } from '../server/ranges/routes.ts'
import type { regulationsRoutes } from '../server/regulations/routes.ts'
import type { resolutionsRoutes } from '../server/resolutions/routes.ts'
import type { simulationsRoutes } from '../server/simulations/routes.ts'
import { invitedInto } from './api-guests.ts'
import { ApiTrouble, body, readAnew, getFund, type Told } from './api.ts'

const rules = hc<ReturnType<typeof regulationsRoutes>>('/api/funds/:fund').regulations
const room = hc<ReturnType<typeof draftsRoutes>>('/api/funds/:fund')
const draft = room.drafts[':draft']
const changes = hc<ReturnType<typeof changesRoutes>>('/api/funds/:fund').drafts[':draft']
const files = hc<ReturnType<typeof regulationFilesRoutes>>('/api/funds/:fund').drafts[':draft'].files
const guests = hc<ReturnType<typeof guestsRoutes>>('/api/funds/:fund').drafts[':draft'].guests
const resolutions = hc<ReturnType<typeof resolutionsRoutes>>('/api/funds/:fund')
const resolved = resolutions.drafts[':draft']
const published = resolutions.regulations
const others = hc<typeof rangesRoutes>('/api/funds/:fund').ranges
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

/** The draft that is open, if one is, and those that were; for a guest of the network the one into which the fund has invited it, and nothing else. */
export const getDrafts = query(async (fund: string, network?: string): Promise<Drafts> => {
  if (network !== undefined) {
    const id = await invitedInto(network, fund)
    return { ...(id !== undefined && { current: await askDraft(fund, id) }), past: [], mayBegin: false, mayRecall: false }
  }
  const told = await body(room.drafts.$get({ param: { fund } }))
  return told as unknown as Drafts // the client's mapping of JSON types does not follow a regulation's recursion
}, 'drafts')

async function askDraft(fund: string, id: string): Promise<Draft> {
  const told = await body(draft.$get({ param: { fund, draft: id } }))
  return told as unknown as Draft // as above
}

/** One draft, whatever became of it. */
export const getDraft = query(askDraft, 'draft')

export type DraftEvent = Told<Awaited<ReturnType<typeof draft.events.$get>>>['events'][number]

/** Who did what to a draft, in order. */
export const getDraftEvents = query(async (fund: string, id: string) => (await body(draft.events.$get({ param: { fund, draft: id } }))).events, 'draft-events')

/** What the other funds of the network have set each value to. */
export const getRanges = query(async (fund: string) => (await body(others.$get({ param: { fund } }))).ranges, 'ranges')

export const acting = <T>(act: Promise<T>): Promise<T> => readAnew(act, [getDrafts.key, getDraft.key, getDraftEvents.key])

/** Begins a draft, and gives its id and version. */
export const beginDraft = (fund: string, json: NewDraft): Promise<Pick<Draft, 'id' | 'version'>> => acting(body(room.drafts.$post({ param: { fund }, json })))

type SentValue = InferRequestType<(typeof changes.values)[':term']['$put']>['json']['value']

export const setValue = (fund: string, { id, version }: Pick<Draft, 'id' | 'version'>, { pack, term }: TermOfPack, value: TermValue) =>
  acting(body(changes.values[':term'].$put({ param: { fund, draft: id, term }, json: { pack, value: value as SentValue, version } }))) // as above

export const restoreValue = (fund: string, { id, version }: Draft, { pack, term }: TermOfPack) =>
  acting(body(changes.values[':term'].$delete({ param: { fund, draft: id, term }, query: { pack, version: String(version) } })))

type SentRules = InferRequestType<typeof changes.regulation.$put>['json']['regulation']

/** The whole of a draft's rules, as they are now on the screen. */
export const rewriteDraft = (fund: string, { id, version }: Draft, regulation: Regulation) =>
  acting(body(changes.regulation.$put({ param: { fund, draft: id }, json: { regulation: regulation as unknown as SentRules, version } }))) // as above

/** The regulation in a signed file becomes what a draft says. */
export const bringRegulation = (fund: string, { id, version }: Pick<Draft, 'id' | 'version'>, file: string) => acting(body(files.$post({ param: { fund, draft: id }, json: { file, version } })))

export const moveDraft = (fund: string, { id, version }: Draft, fromOn: string) => acting(body(changes.day.$put({ param: { fund, draft: id }, json: { fromOn, version } })))

export const putToMeeting = (fund: string, { id, version }: Draft, resolution: InferRequestType<typeof resolved.meeting.$post>['json']['resolution']) =>
  acting(body(resolved.meeting.$post({ param: { fund, draft: id }, json: { resolution, version } })))

export const undo = (fund: string, { id, version }: Draft) => acting(body(changes.undoing.$post({ param: { fund, draft: id }, json: { version } })))

export const redo = (fund: string, { id, version }: Draft) => acting(body(changes.undoing.$delete({ param: { fund, draft: id }, query: { version: String(version) } })))

/** Begins a draft again on what is in force by now, with its own changes. */
export const rebase = (fund: string, { id, version }: Draft) => acting(body(changes.base.$put({ param: { fund, draft: id }, json: { version } })))

export type DraftStep = NonNullable<DraftAsTold['undo']>

/** What others did to a draft since the version that an act was made from, where that is why it was refused, and the version it led to. */
export function meanwhileIn(error: unknown): { since: readonly DraftStep[]; version: number } | undefined {
  if (!(error instanceof ApiTrouble) || error.code !== 'changed-meanwhile') return undefined
  const { since, draft: { version } } = error.answer as { since: DraftStep[]; draft: { version: number } } // as the route declares
  return { since, version }
}

export const takeBack = (fund: string, { id }: Draft) => acting(body(resolved.meeting.$delete({ param: { fund, draft: id } })))

/** Puts a draft in force from a day. */
export const publish = (fund: string, { id }: Draft, json: InferRequestType<typeof resolved.publication.$post>['json']) => acting(body(resolved.publication.$post({ param: { fund, draft: id }, json })))

/** Recalls a regulation whose day is still to come. */
export async function recall(fund: string, number: number, reason: string): Promise<void> {
  await body(published[':number'].recall.$post({ param: { fund, number: String(number) }, json: { reason } }))
  await revalidate([getHistory.key, getFund.key, getDrafts.key])
}

export type Comparison = Pick<Told<Awaited<ReturnType<(typeof rules)[':number']['differences'][':other']['$get']>>>, 'difference' | 'on'>

/** By what one regulation differs from another, or the draft from a regulation. */
export const getComparison = query(async (fund: string, from: string, to: string, draft: Pick<Draft, 'id' | 'fromOn'> | undefined): Promise<Comparison> => {
  if (to !== 'draft') return body(rules[':number'].differences[':other'].$get({ param: { fund, number: from, other: to } }))
  if (!draft) return { difference: [], on: '' }
  const { difference } = await body(room.drafts[':draft'].differences[':number'].$get({ param: { fund, draft: draft.id, number: from } }))
  return { difference, on: draft.fromOn }
}, 'comparison')

export const withdraw = (fund: string, { id }: Draft) => acting(body(resolved.withdrawal.$post({ param: { fund, draft: id } })))

/** Invites the officers of the network into a draft, or ends that. */
export const inviteGuests = (fund: string, { id }: Draft) => acting(body(guests.$post({ param: { fund, draft: id } })))
export const endGuests = (fund: string, { id }: Draft) => acting(body(guests.$delete({ param: { fund, draft: id } })))

export const askEffect = (fund: string, id: string): Promise<Effect> => body(simulated.effect.$get({ param: { fund, draft: id } }))

/** The effect with one value tried. */
export const tryValue = (fund: string, id: string, { pack, term }: TermOfPack, value: TermValue): Promise<Effect> =>
  body(simulated.trials.$post({ param: { fund, draft: id }, json: { pack, term, value: value as SentValue } }))

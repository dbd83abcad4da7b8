import { createRoute, z } from '@hono/zod-openapi'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { FundProfiles, profileOn, Slug } from '../funds/fund.ts'
import { GUARDED, may, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { named } from '../people/queries.ts'
import { Difference } from '../regulations/difference.ts'
import { findPublished } from '../regulations/queries.ts'
import { Draft, ListedDraft, NamedDraftEvent } from './draft.ts'
import { begin, firstFromModel, NewDraft } from './drafting.ts'
import { Model, modelsOf } from './model.ts'
import { findDraft, listDraftEvents, listDrafts } from './queries.ts'
import { showDraft } from './shown.ts'
import { toldDifference } from './steps.ts'

const InAFund = z.strictObject({ fund: Slug })
const OfADraft = z.strictObject({ fund: Slug, draft: z.uuid() })
const BODY = [...SENT, 'impossible'] as const
const draft = ok(Draft, 'The draft.')

const getModels = createRoute({
  method: 'get',
  path: '/models',
  summary: 'The rule packs from which a first regulation may begin',
  ...permission('public'),
  request: { params: InAFund },
  responses: { 200: ok(z.strictObject({ models: z.array(Model) }), 'Packs of installed plugins.'), ...problems('unknown-fund') },
})

const getDrafts = createRoute({
  method: 'get',
  path: '/drafts',
  summary: 'The draft that is open, and those that were',
  ...permission('regulations:read'),
  request: { params: InAFund },
  responses: { 200: ok(z.strictObject({ current: Draft.optional(), past: z.array(ListedDraft), mayBegin: z.boolean(), mayRecall: z.boolean() }), 'One draft is open at a time.'), ...problems(...GUARDED) },
})

const createDraft = createRoute({
  method: 'post',
  path: '/drafts',
  summary: 'A draft is begun, from the regulation in force on its day or from a model',
  ...permission('regulations:draft'),
  request: { params: InAFund, body: json(NewDraft) },
  responses: { 201: draft, ...problems(...GUARDED, ...BODY, 'draft-open', 'draft-unsound') },
})

const getDraft = createRoute({
  method: 'get',
  path: '/drafts/{draft}',
  summary: 'One draft, with what it changes and what the reader may do next',
  ...permission('regulations:read', 'guests'),
  request: { params: OfADraft },
  responses: { 200: draft, ...problems(...GUARDED, 'unknown-draft') },
})

const getDraftEvents = createRoute({
  method: 'get',
  path: '/drafts/{draft}/events',
  summary: 'Who did what to a draft, by name, in order',
  ...permission('regulations:read', 'guests'),
  request: { params: OfADraft },
  responses: { 200: ok(z.strictObject({ events: z.array(NamedDraftEvent) }), 'From its beginning on.'), ...problems(...GUARDED, 'unknown-draft') },
})

const getDifference = createRoute({
  method: 'get',
  path: '/drafts/{draft}/differences/{number}',
  summary: 'By what a draft differs from one of the fund’s regulations, in sentences',
  description: 'With the values of the draft’s day.',
  ...permission('regulations:read', 'guests'),
  request: { params: OfADraft.extend({ number: z.coerce.number().pipe(z.int().min(1)) }) },
  responses: { 200: ok(z.strictObject({ difference: z.array(Difference) }), 'The sentences.'), ...problems(...GUARDED, 'no-such-address', 'unknown-draft', 'unknown-regulation') },
})

export const draftsRoutes = (plugins: readonly Plugin[], vocabulary: Vocabulary) => {

  return newRoom<InFund>()
    .openapi(getModels, async (c) => c.json({ models: modelsOf(plugins).map(({ pack: _pack, ...model }) => model) }, 200))
    .openapi(getDrafts, async (c) => {
      const { inFund, me, today } = c.var
      const found = await inFund(async (rows) => {
        const all = await listDrafts(rows)
        const open = all.find(({ state }) => state === 'drafting' || state === 'at-meeting')
        return { past: all.filter((each) => each !== open), ...(open && { current: await showDraft(rows, open.id, me, today, vocabulary) }) }
      })
      return c.json({ ...found, mayBegin: found.current === undefined && may(me, 'regulations:draft'), mayRecall: may(me, 'regulations:publish') }, 200)
    })
    .openapi(createDraft, async (c) => {
      const { inFund, fund: { profiles }, me, today } = c.var
      const { name } = profileOn(FundProfiles.parse(profiles), today)
      const asked = c.req.valid('json')
      const begun = await inFund(async (rows) => showDraft(rows, await begin(rows, asked.fromOn, (inForce) => inForce ?? firstFromModel(asked, plugins, { fundName: name, vocabulary }), recordingIn(c.var)), me, today, vocabulary))
      return c.json(begun, 201)
    })
    .openapi(getDraft, async (c) => {
      const { draft: id } = c.req.valid('param')
      const { inFund, me, today } = c.var
      return c.json(await inFund((rows) => showDraft(rows, id, me, today, vocabulary)), 200)
    })
    .openapi(getDraftEvents, async (c) => {
      const { draft: id } = c.req.valid('param')
      const { inFund, doors } = c.var
      const events = await inFund(async (rows) => listDraftEvents(rows, (await findDraft(rows, id)).id))
      return c.json({ events: (await named(doors, events)).map(({ isKept: _isKept, ...event }) => event) }, 200)
    })
    .openapi(getDifference, async (c) => {
      const { draft: id, number } = c.req.valid('param')
      const difference = await c.get('inFund')(async (rows) => {
        const [{ regulation, fromOn }, published] = [await findDraft(rows, id), await findPublished(rows, number)]
        return toldDifference(published.regulation, regulation, fromOn, vocabulary)
      })
      return c.json({ difference }, 200)
    })
}

import { createRoute, z } from '@hono/zod-openapi'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { Id } from '../../plugins/kit/value.ts'
import { NewValue, valued } from '../changes/changing.ts'
import type { DraftRow } from '../drafts/draft.ts'
import { findDraft } from '../drafts/queries.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { listCasesBeside, lookingFromFund } from '../library/versions.ts'
import { Gaps, gapsOf } from '../neighbours/gaps.ts'
import { NeighbourResult, resultsOf } from '../neighbours/neighbour.ts'
import { listNeighbours } from '../neighbours/queries.ts'
import { listPublications } from '../regulations/queries.ts'
import { Effect, effectOf, lastYear } from './effect.ts'
import { listPastClaims } from './past-claims.ts'

const OfADraft = z.strictObject({ fund: Slug, draft: z.uuid() })
const NewTrial = NewValue.omit({ version: true }).extend({ term: Id }).openapi('NewTrial')

const getEffect = createRoute({
  method: 'get',
  path: '/drafts/{draft}/effect',
  summary: 'What a draft would have made of last year’s claims, and makes of the example people',
  description: 'Claims of the last twelve months are judged again from what each keeps, by what the draft began as and by the draft, in the order of their events, what is granted on the way counting under the limits.',
  ...permission('regulations:read'),
  request: { params: OfADraft },
  responses: { 200: ok(Effect, 'Before and after. Satang throughout.'), ...problems(...GUARDED, 'impossible', 'unknown-draft') },
})

const createTrial = createRoute({
  method: 'post',
  path: '/drafts/{draft}/trials',
  summary: 'The same with one value tried, before it is set in the draft',
  description: 'Nothing is stored.',
  ...permission('regulations:read'),
  request: { params: OfADraft, body: json(NewTrial) },
  responses: { 200: ok(Effect, 'Before and after. Satang throughout.'), ...problems(...GUARDED, ...SENT, 'impossible', 'unknown-draft') },
})

const getNeighbours = createRoute({
  method: 'get',
  path: '/drafts/{draft}/neighbours',
  summary: 'How the fund’s example people come out under a draft, and did under what it began as',
  ...permission('regulations:read', 'guests'),
  request: { params: OfADraft },
  responses: { 200: ok(z.strictObject({ results: z.array(NeighbourResult) }), 'In the order in which they were added.'), ...problems(...GUARDED, 'unknown-draft') },
})

const getGaps = createRoute({
  method: 'get',
  path: '/drafts/{draft}/gaps',
  summary: 'What the example people would let pass in a draft, and who would notice it',
  description: 'Tries every change of one unit on the draft. It takes seconds, and ends after some: `tried` says how far it came.',
  ...permission('regulations:read', 'guests'),
  request: { params: OfADraft },
  responses: { 200: ok(Gaps, 'Unwatched changes, and proposals.'), ...problems(...GUARDED, 'unknown-draft') },
})

export const simulationsRoutes = (plugins: readonly Plugin[], vocabulary: Vocabulary) => {
  async function effectIn(entered: InFund, id: string, regulationOf: (draft: DraftRow) => Regulation = ({ regulation }) => regulation) {
    const { inFund, today } = entered
    const { fromOn, untilOn } = lastYear(today)
    const [draft, claims, publications] = await inFund(async (rows) => [await findDraft(rows, id), await listPastClaims(rows, fromOn, untilOn), await listPublications(rows)] as const)
    const cases = await listCasesBeside(lookingFromFund(entered), draft.regulation, publications.map(({ regulation }) => regulation), plugins)
    return effectOf({ ...draft, regulation: regulationOf(draft) }, claims, { cases, vocabulary, today })
  }

  const meet = ({ inFund }: InFund, id: string) => inFund(async (rows) => ({ draft: await findDraft(rows, id), kept: await listNeighbours(rows) }))

  return newRoom<InFund>()
    .openapi(getEffect, async (c) => c.json(await effectIn(c.var, c.req.valid('param').draft), 200))
    .openapi(createTrial, async (c) => {
      const { value, ...place } = c.req.valid('json')
      return c.json(await effectIn(c.var, c.req.valid('param').draft, (draft) => valued(draft, place, value, vocabulary)), 200)
    })
    .openapi(getNeighbours, async (c) => {
      const { draft, kept } = await meet(c.var, c.req.valid('param').draft)
      return c.json({ results: await resultsOf(kept, draft, vocabulary) }, 200)
    })
    .openapi(getGaps, async (c) => {
      const { draft, kept } = await meet(c.var, c.req.valid('param').draft)
      return c.json(await gapsOf(kept, draft, vocabulary), 200)
    })
}

import { createRoute, z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, may, permission } from '../http/permission.ts'
import { Problem, problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { listPublications } from '../regulations/queries.ts'
import { Gaps, gapsOf } from './gaps.ts'
import { ChangedNeighbour, checkInvented, KeptNeighbour, NewNeighbour } from './neighbour.ts'
import { neighbourOfClaim } from './of-claim.ts'
import { deleteNeighbour, listNeighbours, saveNeighbour, saveNewNeighbour } from './queries.ts'

const InAFund = z.strictObject({ fund: Slug })
const OfANeighbour = z.strictObject({ fund: Slug, neighbour: z.uuid() })
const OfAClaim = z.strictObject({ fund: Slug, claim: z.uuid() })
const BODY = [...SENT, 'impossible'] as const
const neighbour = ok(KeptNeighbour, 'The example person.')

const getNeighbours = createRoute({
  method: 'get',
  path: '/neighbours',
  summary: 'The fund’s own example people',
  ...permission('regulations:read', 'guests'),
  request: { params: InAFund },
  responses: { 200: ok(z.strictObject({ neighbours: z.array(KeptNeighbour), mayAdd: z.boolean(), mayChange: z.boolean() }), 'In the order in which they were added.'), ...problems(...GUARDED) },
})

const getGaps = createRoute({
  method: 'get',
  path: '/neighbours/gaps',
  summary: 'What the example people would let pass in the regulation in force, and who would notice it',
  description: 'Tries every change of one unit on the regulation. It takes seconds, and ends after some: `tried` says how far it came.',
  ...permission('regulations:read'),
  request: { params: InAFund },
  responses: { 200: ok(Gaps, 'Unwatched changes, and proposals.'), ...problems(...GUARDED, 'no-regulation') },
})

const createNeighbour = createRoute({
  method: 'post',
  path: '/neighbours',
  summary: 'An example person is added',
  ...permission('regulations:draft', 'guests'),
  request: { params: InAFund, body: json(NewNeighbour) },
  responses: { 201: neighbour, ...problems(...GUARDED, ...BODY, 'too-many-neighbours') },
})

const createNeighbourOfClaim = createRoute({
  method: 'post',
  path: '/claims/{claim}/neighbour',
  summary: 'An example person is made of a past claim, in whom nobody can be recognised',
  description: 'The name is invented, what the rules did not look at is left out, and all days are moved and made coarse as far as the verdict stays the same.',
  ...permission('regulations:draft'),
  request: { params: OfAClaim },
  responses: { 201: neighbour, ...problems(...GUARDED, 'unknown-claim', 'claim-not-anonymous', 'too-many-neighbours') },
})

const putNeighbour = createRoute({
  method: 'put',
  path: '/neighbours/{neighbour}',
  summary: 'An example person is changed: who they are, or what is expected',
  ...permission('regulations:draft'),
  request: { params: OfANeighbour, body: json(ChangedNeighbour) },
  responses: { 200: neighbour, ...problems(...GUARDED, ...BODY, 'unknown-neighbour', 'changed-meanwhile') },
})

const removeNeighbour = createRoute({
  method: 'delete',
  path: '/neighbours/{neighbour}',
  summary: 'An example person is removed',
  ...permission('regulations:draft'),
  request: { params: OfANeighbour },
  responses: { 200: ok(z.strictObject({ neighbours: z.array(KeptNeighbour) }), 'Those who are left.'), ...problems(...GUARDED, 'unknown-neighbour') },
})

export const neighboursRoutes = (vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(getNeighbours, async (c) => c.json({ neighbours: await c.get('inFund')(listNeighbours), mayAdd: may(c.get('me'), 'regulations:draft') || c.get('me').isGuest, mayChange: may(c.get('me'), 'regulations:draft') }, 200))
  .openapi(getGaps, async (c) => {
    const { inFund, today } = c.var
    const { kept, publications } = await inFund(async (rows) => ({ kept: await listNeighbours(rows), publications: await listPublications(rows) }))
    const regulation = inForceOn(publications, today)?.regulation
    if (!regulation) throw new Problem('no-regulation')
    return c.json(await gapsOf(kept, { regulation, fromOn: today }, vocabulary), 200)
  })
  .openapi(createNeighbour, async (c) => {
    const { neighbour } = c.req.valid('json')
    checkInvented(neighbour)
    return c.json(await c.get('inFund')((rows) => saveNewNeighbour(rows, neighbour, recordingIn(c.var))), 201)
  })
  .openapi(createNeighbourOfClaim, async (c) => {
    const { claim } = c.req.valid('param')
    return c.json(await c.get('inFund')(async (rows) => saveNewNeighbour(rows, await neighbourOfClaim(rows, claim, vocabulary), recordingIn(c.var))), 201)
  })
  .openapi(putNeighbour, async (c) => {
    const { neighbour: id } = c.req.valid('param')
    const { neighbour, version } = c.req.valid('json')
    checkInvented(neighbour)
    return c.json(await c.get('inFund')((rows) => saveNeighbour(rows, id, version, neighbour, recordingIn(c.var))), 200)
  })
  .openapi(removeNeighbour, async (c) => {
    const { neighbour: id } = c.req.valid('param')
    const neighbours = await c.get('inFund')(async (rows) => {
      await deleteNeighbour(rows, id)
      return listNeighbours(rows)
    })
    return c.json({ neighbours }, 200)
  })

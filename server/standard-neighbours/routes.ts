import { createRoute, z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { StandardNeighbour } from '../../plugins/kit/standard-neighbour.ts'
import { Id } from '../../plugins/kit/value.ts'
import { Slug } from '../funds/fund.ts'
import { NETWORK_GUARDED, permission } from '../http/permission.ts'
import { Problem, problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InNetwork } from '../http/room.ts'
import { checkInvented } from '../neighbours/neighbour.ts'
import { listNames } from '../people/queries.ts'
import { findNetworkNeighbour, saveNetworkNeighbour } from './queries.ts'
import { ChangedNeighbour, EditedNeighbour, questionsIn, SeenVersion } from './neighbour.ts'
import { listFundsWithRules } from '../comparisons/queries.ts'

const OfANeighbour = z.strictObject({ network: Slug, neighbour: Id })
const neighbour = ok(EditedNeighbour, 'The person, and what can be told of them.')

const getNeighbour = createRoute({
  method: 'get',
  path: '/{neighbour}',
  summary: 'One of the ten invented people by whom a network compares its funds, and what can be told of them',
  ...permission('network:write'),
  request: { params: OfANeighbour },
  responses: { 200: neighbour, ...problems(...NETWORK_GUARDED, 'unknown-neighbour') },
})

const putNeighbour = createRoute({
  method: 'put',
  path: '/{neighbour}',
  summary: 'The network changes one of the ten: who they are, or what happens to them',
  description: 'Everyone who compares the network’s funds sees the change, and that there was one. The people are invented: what tells of a real one is refused.',
  ...permission('network:write'),
  request: { params: OfANeighbour, body: json(ChangedNeighbour) },
  responses: { 200: neighbour, ...problems(...NETWORK_GUARDED, ...SENT, 'impossible', 'unknown-neighbour', 'changed-meanwhile') },
})

const deleteNeighbour = createRoute({
  method: 'delete',
  path: '/{neighbour}',
  summary: 'The network puts the standard person back',
  ...permission('network:write'),
  request: { params: OfANeighbour, query: SeenVersion },
  responses: { 200: neighbour, ...problems(...NETWORK_GUARDED, 'invalid', 'unknown-neighbour', 'changed-meanwhile') },
})

/** Throws where somebody bears what tells of a real person, or where nothing happens to them: there would be nothing to compare. */
function checkTold(told: Omit<StandardNeighbour, 'id'>) {
  checkInvented(told)
  if (Object.keys(told.events).length === 0) throw new Problem('impossible', [{ at: 'neighbour.events', text: { th: 'ต้องมีเหตุการณ์อย่างน้อยหนึ่งอย่าง', en: 'something must happen to them' } }])
}

export const standardNeighboursRoutes = (vocabulary: Vocabulary) => {
  const show = async ({ inNetwork, doors, network, today }: InNetwork, id: string): Promise<EditedNeighbour> => {
    const { found, funds } = await inNetwork(async (rows) => ({ found: await findNetworkNeighbour(rows, network.id, id), funds: await listFundsWithRules(rows, network.id, today) }))
    const { changed, version, isOwn, neighbour: { id: _id, ...neighbour } } = found
    const names = changed && await doors.atGate((rows) => listNames(rows, [changed.byId]))
    return {
      network: { slug: network.slug, name: network.name },
      id, neighbour, version, isOwn,
      ...(changed && { changed: { at: changed.at.toISOString(), by: names?.get(changed.byId) ?? '' } }),
      ...questionsIn(funds.flatMap(({ inForce }) => (inForce ? [inForce.regulation] : [])), vocabulary),
    }
  }
  return newRoom<InNetwork>()
    .openapi(getNeighbour, async (c) => c.json(await show(c.var, c.req.valid('param').neighbour), 200))
    .openapi(putNeighbour, async (c) => {
      const { neighbour: id } = c.req.valid('param')
      const { version: seen, neighbour } = c.req.valid('json')
      checkTold(neighbour)
      const { doors, network } = c.var
      await doors.actInNetwork(network.id)((rows) => saveNetworkNeighbour(rows, network.id, { id, seen, neighbour: { id, ...neighbour } }, recordingIn(c.var)))
      return c.json(await show(c.var, id), 200)
    })
    .openapi(deleteNeighbour, async (c) => {
      const { neighbour: id } = c.req.valid('param')
      const { version: seen } = c.req.valid('query')
      const { doors, network } = c.var
      await doors.actInNetwork(network.id)((rows) => saveNetworkNeighbour(rows, network.id, { id, seen }, recordingIn(c.var)))
      return c.json(await show(c.var, id), 200)
    })
}

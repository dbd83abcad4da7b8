import { createRoute, z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { Name } from '../../plugins/kit/value.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, may, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund, type InNetwork, type Me } from '../http/room.ts'
import { listNames } from '../people/queries.ts'
import { PublishedYear, YearFigures } from './figure.ts'
import { findYears, publishYear, withdrawYear } from './publishing.ts'
import { listPublished } from './queries.ts'

const Years = z.strictObject({ mayPublish: z.boolean(), years: z.array(PublishedYear) }).openapi('PublishedYears')
const years = ok(Years, 'The years, the latest first.')

const listYears = createRoute({
  method: 'get',
  path: '/figures',
  summary: 'What a fund tells its network of its years, or would tell',
  description: 'Totals of each year that has ended, exactly as they would hang out. Nothing of it leaves the fund until it is published.',
  ...permission('settings:read'),
  request: { params: z.strictObject({ fund: Slug }) },
  responses: { 200: years, ...problems(...GUARDED) },
})

const createPublication = createRoute({
  method: 'post',
  path: '/figures/{fromOn}/publication',
  summary: 'A year is told to the network and everyone',
  description: 'In exactly the figures that were seen. They are reckoned when a year is first published, and never again.',
  ...permission('figures:publish'),
  request: { params: z.strictObject({ fund: Slug, fromOn: Day }), body: json(z.strictObject({ seen: YearFigures })) },
  responses: { 201: years, ...problems(...GUARDED, ...SENT, 'no-such-address', 'unknown-year', 'published-already', 'changed-meanwhile') },
})

const deletePublication = createRoute({
  method: 'delete',
  path: '/figures/{fromOn}/publication',
  summary: 'What was told of a year is taken down',
  ...permission('figures:publish'),
  request: { params: z.strictObject({ fund: Slug, fromOn: Day }) },
  responses: { 200: years, ...problems(...GUARDED, 'no-such-address', 'unknown-year', 'not-published', 'changed-meanwhile') },
})

async function show({ inFund, doors, today, me }: InFund & { me: Me }): Promise<z.infer<typeof Years>> {
  const found = await inFund((rows) => findYears(rows, today))
  const names = await doors.atGate((rows) => listNames(rows, found.flatMap(({ acts }) => acts.map(({ byId }) => byId))))
  return { mayPublish: may(me, 'figures:publish'), years: found.map(({ acts, ...year }) => ({ ...year, acts: acts.map(({ byId, ...act }) => ({ ...act, by: names.get(byId) ?? '' })) })) }
}

export const figuresRoutes = newRoom<InFund>()
  .openapi(listYears, async (c) => c.json(await show(c.var), 200))
  .openapi(createPublication, async (c) => {
    await c.get('inFund')((rows) => publishYear(rows, c.get('fund').networkId, { ...c.req.valid('json').seen, fromOn: c.req.valid('param').fromOn }, recordingIn(c.var)))
    return c.json(await show(c.var), 201)
  })
  .openapi(deletePublication, async (c) => {
    await c.get('inFund')((rows) => withdrawYear(rows, c.req.valid('param').fromOn, recordingIn(c.var)))
    return c.json(await show(c.var), 200)
  })

const listFigures = createRoute({
  method: 'get',
  path: '/figures',
  summary: 'What the funds of a province tell of their years',
  description: 'A fund that tells nothing has no years: each committee chooses. Groups of fewer than ten people are withheld, and what would give them back.',
  ...permission('public'),
  request: { params: z.strictObject({ network: Slug }) },
  responses: {
    200: ok(z.strictObject({ funds: z.array(z.strictObject({ slug: Slug, name: Name, years: z.array(YearFigures) })) }).openapi('FiguresOfNetwork'), 'The funds, in the order of their Thai names, each with its years, the latest first.'),
    ...problems('unknown-network'),
  },
})

export const networkFiguresRoutes = newRoom<InNetwork>()
  .openapi(listFigures, async (c) => c.json({ funds: await c.get('inNetwork')((rows) => listPublished(rows, c.get('network').id, c.get('today'))) }, 200))

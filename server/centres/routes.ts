import { createRoute, z } from '@hono/zod-openapi'
import { newId } from '../db/id.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, may, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { Centre, NewCentre } from './centre.ts'
import { listCentres, saveCentreName, saveNewCentre } from './queries.ts'

const Centres = z.strictObject({
  centres: z.array(Centre),
  /** Whether the one who asks may open and rename them. */
  mayChange: z.boolean(),
}).openapi('Centres')

const getCentres = createRoute({
  method: 'get',
  path: '/centres',
  summary: 'The centres of a fund',
  ...permission('members:read'),
  request: { params: z.strictObject({ fund: Slug }) },
  responses: { 200: ok(Centres, 'The centres, in the order of their Thai names.'), ...problems(...GUARDED) },
})

const createCentre = createRoute({
  method: 'post',
  path: '/centres',
  summary: 'A fund opens a centre',
  ...permission('members:write'),
  request: { params: z.strictObject({ fund: Slug }), body: json(NewCentre) },
  responses: { 201: ok(Centre, 'The new centre.'), ...problems(...GUARDED, ...SENT, 'centre-name-taken') },
})

const renameCentre = createRoute({
  method: 'put',
  path: '/centres/{centre}',
  summary: 'A centre gets another name',
  ...permission('members:write'),
  request: { params: z.strictObject({ fund: Slug, centre: z.uuid() }), body: json(NewCentre) },
  responses: { 200: ok(Centres, 'The centres.'), ...problems(...GUARDED, ...SENT, 'unknown-centre', 'centre-name-taken') },
})

export const centresRoutes = newRoom<InFund>()
  .openapi(getCentres, async (c) => c.json({ centres: await c.get('inFund')(listCentres), mayChange: may(c.get('me'), 'members:write') }, 200))
  .openapi(createCentre, async (c) => {
    const centre = { id: newId(c.get('now').getTime()), ...c.req.valid('json') }

    await c.get('inFund')((rows) => saveNewCentre(rows, centre))
    return c.json({ ...centre, members: 0 }, 201)
  })
  .openapi(renameCentre, async (c) => {
    const { centre } = c.req.valid('param')
    const { name } = c.req.valid('json')

    const centres = await c.get('inFund')(async (rows) => {
      await saveCentreName(rows, centre, name)
      return listCentres(rows)
    })
    return c.json({ centres, mayChange: true }, 200)
  })

import { createRoute, z } from '@hono/zod-openapi'
import { listFundsWithRules } from '../comparisons/queries.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { newRoom, ok, type InFund } from '../http/room.ts'
import { rangesOf, ValueRange } from './range.ts'

const getRanges = createRoute({
  method: 'get',
  path: '/ranges',
  summary: 'What the other funds of the network have set each value to',
  description: 'From what they have in force today and hung out for everyone. A fund alone in its network is told nothing.',
  ...permission('regulations:read'),
  request: { params: z.strictObject({ fund: Slug }) },
  responses: { 200: ok(z.strictObject({ ranges: z.array(ValueRange) }), 'By lineage and term.'), ...problems(...GUARDED) },
})

export const rangesRoutes = newRoom<InFund>()
  .openapi(getRanges, async (c) => {
    const { fund, doors, today } = c.var
    const funds = await doors.inNetwork(fund.networkId)((rows) => listFundsWithRules(rows, fund.networkId, today))
    return c.json({ ranges: rangesOf(funds, fund.slug, today) }, 200)
  })

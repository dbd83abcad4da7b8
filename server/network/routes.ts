import { createRoute, z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { byThaiName, FundProfile, FundProfiles, profileOn, Slug } from '../funds/fund.ts'
import { permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { newRoom, ok, type Entered, type InNetwork } from '../http/room.ts'
import { OfferedBenefit } from '../regulations/publication.ts'
import { NamedNetwork } from './network.ts'
import { listFundsWithNotice, listNetworks } from './queries.ts'

const listNetworksRoute = createRoute({
  method: 'get',
  path: '/',
  summary: 'The networks of this installation',
  ...permission('public'),
  responses: { 200: ok(z.strictObject({ networks: z.array(NamedNetwork) }), 'The networks, in the order of their Thai names.'), ...problems() },
})

export const networksRoutes = newRoom<Entered>()
  .openapi(listNetworksRoute, async (c) => {
    const networks = await c.get('doors').atGate(listNetworks)
    return c.json({ networks }, 200)
  })

const ListedFund = FundProfile.omit({ from: true }).extend({
  slug: Slug,
  /** Absent where no regulation is in force on the day. */
  notice: z.strictObject({ fromOn: Day, benefits: z.array(OfferedBenefit) }).optional(),
  /** In a trial, until its invented people and books are there. */
  beingFilled: z.literal(true).optional(),
}).openapi('ListedFund')

const ListedFunds = z.strictObject({
  network: NamedNetwork,
  /** The day it is told for. */
  on: Day,
  funds: z.array(ListedFund),
}).openapi('ListedFunds')

const listFundsRoute = createRoute({
  method: 'get',
  path: '/funds',
  summary: 'The funds of a province, and the kinds of welfare each offers',
  description: 'In the order of their Thai names. `notice` is what the fund’s regulation in force on the day offers.',
  ...permission('public'),
  request: {
    params: z.strictObject({ network: Slug }),
    query: z.strictObject({ on: Day.optional().describe('The day it is told for; today in Thailand unless said.') }),
  },
  responses: { 200: ok(ListedFunds, 'The funds.'), ...problems('invalid', 'unknown-network') },
})

export const networkRoutes = newRoom<InNetwork>()
  .openapi(listFundsRoute, async (c) => {
    const { on = c.get('today') } = c.req.valid('query')
    const { id, slug, name } = c.get('network')

    const found = await c.get('inNetwork')((rows) => listFundsWithNotice(rows, id, on))
    const funds = found.map((fund) => {
      const { from: _from, ...profile } = profileOn(FundProfiles.parse(fund.profiles), on)
      const notice = fund.fromOn === null ? {} : { notice: { fromOn: fund.fromOn, benefits: z.array(OfferedBenefit).parse(fund.benefits) } }
      return { slug: fund.slug, ...profile, ...notice, ...(c.get('beingFilled').has(fund.slug) && { beingFilled: true as const }) }
    })
    return c.json({ network: { slug, name }, on, funds: funds.toSorted(byThaiName) }, 200)
  })

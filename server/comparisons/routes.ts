import { createRoute, z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { changesBetween } from '../../plugins/kit/compare-time.ts'
import { Day } from '../../plugins/kit/day.ts'
import { Category } from '../../plugins/kit/pack.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { tenNeighbours } from '../../plugins/kit/ten-neighbours.ts'
import { Id } from '../../plugins/kit/value.ts'
import { Slug } from '../funds/fund.ts'
import { permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { newRoom, ok, type InNetwork } from '../http/room.ts'
import { ComparedClauses, compareClauses } from './clauses.ts'
import { ComparedPeople, comparePeople } from './people.ts'
import { listFundsWithRules, listPublicationsIn, type Province } from './queries.ts'

const InANetwork = z.strictObject({ network: Slug })
const on = Day.optional().describe('The day it is told for; today in Thailand unless said.')

const getPeople = createRoute({
  method: 'get',
  path: '/people',
  summary: 'What the same invented person would get in every fund of a province, and why',
  description: 'Each fund by its regulation in force on the day. The people are invented, and nothing of a member is read.',
  ...permission('public'),
  request: { params: InANetwork, query: z.strictObject({ on, neighbour: Id.optional().describe('Whom to compare; the first of them unless said.') }) },
  responses: { 200: ok(ComparedPeople, 'The funds, in the order of their Thai names.'), ...problems('invalid', 'unknown-network', 'impossible') },
})

const getClauses = createRoute({
  method: 'get',
  path: '/clauses',
  summary: 'One kind of welfare in the funds of a province, clause by clause',
  ...permission('public'),
  request: { params: InANetwork, query: z.strictObject({ on, category: Category, beside: Slug.optional().describe('The fund from which the others are told to differ; the first that has the benefit unless said.') }) },
  responses: { 200: ok(ComparedClauses, 'Every benefit of the kind, side by side.'), ...problems('invalid', 'unknown-network') },
})

const Funds = z.array(Slug)
const Changes = z.strictObject({
  since: Day,
  on: Day,
  changes: z.array(z.strictObject({ category: Category, raised: Funds, lowered: Funds, shifted: Funds, begun: Funds, ended: Funds })),
}).openapi('ComparedChanges')

const getChanges = createRoute({
  method: 'get',
  path: '/changes',
  summary: 'Which funds of a province give the same people more than on an earlier day, or less',
  description: 'Told by what the invented people would get then and now; `shifted`: more for some, less for others. A fund without a regulation on the earlier day is left out.',
  ...permission('public'),
  request: { params: InANetwork, query: z.strictObject({ on, since: Day }) },
  responses: { 200: ok(Changes, 'By kind of welfare.'), ...problems('invalid', 'unknown-network', 'impossible') },
})

const provinceOn = async ({ inNetwork, network: { id, slug, name } }: InNetwork, on: Day): Promise<Province> =>
  ({ network: { slug, name }, on, funds: await inNetwork((rows) => listFundsWithRules(rows, id, on)) })

export const comparisonsRoutes = (plugins: readonly Plugin[], vocabulary: Vocabulary) => newRoom<InNetwork>()
  .openapi(getPeople, async (c) => {
    const { on: day = c.var.today, neighbour: id } = c.req.valid('query')
    const neighbour = tenNeighbours.find((each) => id === undefined || each.id === id)
    if (!neighbour) throw new BadInput('neighbour', { th: 'ไม่มีคนตัวอย่างคนนี้', en: 'there is no such example person' })
    return c.json(await comparePeople(await provinceOn(c.var, day), neighbour, plugins, vocabulary), 200)
  })
  .openapi(getClauses, async (c) => {
    const { on: day = c.var.today, category, beside } = c.req.valid('query')
    const province = await provinceOn(c.var, day)
    const besideFirst = province.funds.toSorted((a, b) => Number(b.slug === beside) - Number(a.slug === beside))
    return c.json(compareClauses({ ...province, funds: besideFirst }, category, vocabulary), 200)
  })
  .openapi(getChanges, async (c) => {
    const { on: day = c.var.today, since } = c.req.valid('query')
    if (since > day) throw new BadInput('since', { th: 'วันแรกต้องมาก่อนวันหลัง', en: 'the earlier day comes first' })
    const funds = await c.var.inNetwork((rows) => listPublicationsIn(rows, c.var.network.id))
    const changes = await changesBetween(funds, tenNeighbours, { from: since, to: day, vocabulary })
    return c.json({ since, on: day, changes }, 200)
  })

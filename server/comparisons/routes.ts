import { createRoute, z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { changesBetween } from '../../plugins/kit/compare-time.ts'
import { Day } from '../../plugins/kit/day.ts'
import { Category } from '../../plugins/kit/pack.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { Id } from '../../plugins/kit/value.ts'
import { Slug } from '../funds/fund.ts'
import { permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { newRoom, ok, type InNetwork } from '../http/room.ts'
import { listPublished } from '../figures/queries.ts'
import { asWorkbook, workbook, xlsx } from '../paper/workbook.ts'
import { ComparedClauses, compareClauses } from './clauses.ts'
import { listNetworkNeighbours } from '../standard-neighbours/queries.ts'
import { ComparedPeople, comparePeople } from './people.ts'
import { listFundsWithRules, listPublicationsIn, type Province } from './queries.ts'
import { clauseSheets, peopleSheets } from './sheets.ts'

const InANetwork = z.strictObject({ network: Slug })
const language = z.enum(['th', 'en'])
const on = Day.optional().describe('The day it is told for; today in Thailand unless said.')

const AskedPeople = z.strictObject({ on, neighbour: Id.optional().describe('Whom to compare; the first of them unless said.') })
const AskedClauses = z.strictObject({ on, category: Category, beside: Slug.optional().describe('The fund from which the others are told to differ; the first that has the benefit unless said.') })

const getPeople = createRoute({
  method: 'get',
  path: '/people',
  summary: 'What the same invented person would get in every fund of a province, and why',
  description: 'Each fund by its regulation in force on the day. The people are invented, and nothing of a member is read.',
  ...permission('public'),
  request: { params: InANetwork, query: AskedPeople },
  responses: { 200: ok(ComparedPeople, 'The funds, in the order of their Thai names.'), ...problems('invalid', 'unknown-network', 'impossible') },
})

const getPeopleWorkbook = createRoute({
  method: 'get',
  path: '/people/workbook',
  summary: 'The same as a workbook: a sheet of the sums, a sheet of the reasons',
  description: 'In the language of its reader. Sums are numbers of baht; beside them stands how much of its income each fund tells that it pays out.',
  ...permission('public'),
  request: { params: InANetwork, query: AskedPeople.extend({ language }) },
  responses: { 200: xlsx('The workbook.'), ...problems('invalid', 'unknown-network', 'impossible') },
})

const getClauses = createRoute({
  method: 'get',
  path: '/clauses',
  summary: 'One kind of welfare in the funds of a province, clause by clause',
  ...permission('public'),
  request: { params: InANetwork, query: AskedClauses },
  responses: { 200: ok(ComparedClauses, 'Every benefit of the kind, side by side.'), ...problems('invalid', 'unknown-network') },
})

const getClausesWorkbook = createRoute({
  method: 'get',
  path: '/clauses/workbook',
  summary: 'The same as a workbook: a sheet of what each says, a sheet of where they differ',
  ...permission('public'),
  request: { params: InANetwork, query: AskedClauses.extend({ language }) },
  responses: { 200: xlsx('The workbook.'), ...problems('invalid', 'unknown-network') },
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

const provinceOn = ({ inNetwork, network: { id, slug, name } }: InNetwork, on: Day): Promise<Province> =>
  inNetwork(async (rows) => ({ network: { slug, name }, on, funds: await listFundsWithRules(rows, id, on), neighbours: await listNetworkNeighbours(rows, id) }))

export const comparisonsRoutes = (plugins: readonly Plugin[], vocabulary: Vocabulary) => {
  const people = async (entered: InNetwork, { on = entered.today, neighbour: id }: z.infer<typeof AskedPeople>) => {
    const province = await provinceOn(entered, on)
    const found = province.neighbours.find(({ neighbour }) => id === undefined || neighbour.id === id)
    if (!found) throw new BadInput('neighbour', { th: 'ไม่มีคนตัวอย่างคนนี้', en: 'there is no such example person' })
    return comparePeople(province, found.neighbour, plugins, vocabulary)
  }
  const clauses = async (entered: InNetwork, { on = entered.today, category, beside }: z.infer<typeof AskedClauses>) => {
    const { inNetwork, network: { id, slug, name } } = entered
    const funds = await inNetwork((rows) => listFundsWithRules(rows, id, on))
    const besideFirst = funds.toSorted((a, b) => Number(b.slug === beside) - Number(a.slug === beside))
    return compareClauses({ network: { slug, name }, on, funds: besideFirst }, category, vocabulary)
  }
  return newRoom<InNetwork>()
    .openapi(getPeople, async (c) => c.json({ ...await people(c.var, c.req.valid('query')), mayChange: c.get('standing')?.isOfficer ?? false }, 200))
    .openapi(getPeopleWorkbook, async (c) => {
      const { language, ...asked } = c.req.valid('query')
      const { network, inNetwork, today } = c.var
      const compared = await people(c.var, asked)
      const told = await inNetwork((rows) => listPublished(rows, network.id, today))
      return c.body(await workbook(peopleSheets(compared, told, language)), 200, asWorkbook(`${network.slug}-${compared.neighbour}-${compared.on}.xlsx`))
    })
    .openapi(getClauses, async (c) => c.json(await clauses(c.var, c.req.valid('query')), 200))
    .openapi(getClausesWorkbook, async (c) => {
      const { language, ...asked } = c.req.valid('query')
      const compared = await clauses(c.var, asked)
      return c.body(await workbook(clauseSheets(compared, language)), 200, asWorkbook(`${c.get('network').slug}-${compared.category}-${compared.on}.xlsx`))
    })
    .openapi(getChanges, async (c) => {
      const { on: day = c.get('today'), since } = c.req.valid('query')
      if (since > day) throw new BadInput('since', { th: 'วันแรกต้องมาก่อนวันหลัง', en: 'the earlier day comes first' })
      const { id } = c.get('network')
      const { funds, kept } = await c.get('inNetwork')(async (rows) => ({ funds: await listPublicationsIn(rows, id), kept: await listNetworkNeighbours(rows, id) }))
      const changes = await changesBetween(funds, kept.map(({ neighbour }) => neighbour), { from: since, to: day, vocabulary })
      return c.json({ since, on: day, changes }, 200)
    })
}

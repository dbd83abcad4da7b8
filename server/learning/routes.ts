import { createRoute, z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Day } from '../../plugins/kit/day.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, NETWORK_GUARDED, permission } from '../http/permission.ts'
import { Problem, problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund, type InNetwork } from '../http/room.ts'
import { findPublished } from '../regulations/queries.ts'
import { Learning, NewAnswer, NewGathering, NewModelArea, NewQuestion, TakenHome } from './learning.ts'
import { agreeToModelArea, endModelArea, findAsked, findFundIn, isModelArea, removeGathering, saveAnswer, saveFundAnswer, saveGathering, saveModelArea, saveQuestion, saveTakenHome } from './queries.ts'
import { showLearning } from './shown.ts'

const learning = ok(Learning, 'All of it, the latest first.')
const InANetwork = z.strictObject({ network: Slug })

const getLearning = createRoute({
  method: 'get',
  path: '/',
  summary: 'What the funds of a province learn from each other',
  description: 'Model areas, study visits and assemblies, questions and answers: for the network’s officers and whoever serves in one of its funds. Nobody’s membership stands in it.',
  ...permission('network:read'),
  request: { params: InANetwork },
  responses: { 200: learning, ...problems(...NETWORK_GUARDED) },
})

const createArea = createRoute({
  method: 'post',
  path: '/areas',
  summary: 'The network chooses a fund as a model area, if the fund agrees',
  ...permission('network:write'),
  request: { params: InANetwork, body: json(NewModelArea) },
  responses: { 201: learning, ...problems(...NETWORK_GUARDED, ...SENT, 'unknown-fund', 'model-area-already') },
})

const deleteArea = createRoute({
  method: 'delete',
  path: '/areas/{area}',
  summary: 'The network ends a model area',
  ...permission('network:write'),
  request: { params: InANetwork.extend({ area: z.uuid() }) },
  responses: { 200: learning, ...problems(...NETWORK_GUARDED, 'no-such-address', 'unknown-model-area') },
})

const createGathering = createRoute({
  method: 'post',
  path: '/gatherings',
  summary: 'The network records a study visit or an assembly, and how many of which funds came',
  ...permission('network:write'),
  request: { params: InANetwork, body: json(NewGathering) },
  responses: { 201: learning, ...problems(...NETWORK_GUARDED, ...SENT, 'unknown-fund', 'impossible') },
})

const deleteGathering = createRoute({
  method: 'delete',
  path: '/gatherings/{gathering}',
  summary: 'The network takes back what it recorded of a visit or assembly',
  ...permission('network:write'),
  request: { params: InANetwork.extend({ gathering: z.uuid() }) },
  responses: { 200: learning, ...problems(...NETWORK_GUARDED, 'unknown-gathering') },
})

const createAnswer = createRoute({
  method: 'post',
  path: '/questions/{question}/answers',
  summary: 'The network answers a question',
  ...permission('network:write'),
  request: { params: InANetwork.extend({ question: z.uuid() }), body: json(NewAnswer) },
  responses: { 201: learning, ...problems(...NETWORK_GUARDED, ...SENT, 'unknown-question') },
})

export const learningRoutes = newRoom<InNetwork>()
  .openapi(getLearning, async (c) => c.json(await showLearning(c.var), 200))
  .openapi(createArea, async (c) => {
    const { fund, special } = c.req.valid('json')
    const { doors, network: { id } } = c.var
    await doors.actInNetwork(id)(async (rows) => saveModelArea(rows, id, await findFundIn(rows, id, fund), special, recordingIn(c.var)))
    return c.json(await showLearning(c.var), 201)
  })
  .openapi(deleteArea, async (c) => {
    await c.get('doors').actInNetwork(c.get('network').id)((rows) => endModelArea(rows, c.req.valid('param').area, recordingIn(c.var)))
    return c.json(await showLearning(c.var), 200)
  })
  .openapi(createGathering, async (c) => {
    const gathering = c.req.valid('json')
    const { doors, network: { id }, today } = c.var
    checkGathering(gathering, today)
    await doors.actInNetwork(id)((rows) => saveGathering(rows, id, gathering, recordingIn(c.var)))
    return c.json(await showLearning(c.var), 201)
  })
  .openapi(deleteGathering, async (c) => {
    await c.get('doors').actInNetwork(c.get('network').id)((rows) => removeGathering(rows, c.req.valid('param').gathering, recordingIn(c.var)))
    return c.json(await showLearning(c.var), 200)
  })
  .openapi(createAnswer, async (c) => {
    const { doors, network: { id } } = c.var
    const { question } = c.req.valid('param')
    await doors.actInNetwork(id)(async (rows) => {
      await findAsked(rows, question)
      await saveAnswer(rows, id, question, c.req.valid('json').text, recordingIn(c.var))
    })
    return c.json(await showLearning(c.var), 201)
  })

/** A visit is to a fund, an assembly is not; each fund came once, and the day has come. */
function checkGathering({ kind, heldOn, host, attendances }: NewGathering, today: Day) {
  if (heldOn > today) throw new BadInput('heldOn', { th: 'วันที่ยังมาไม่ถึง', en: 'this day is still to come' })
  if ((kind === 'visit') !== (host !== undefined)) throw new BadInput('host', { th: 'การดูงานต้องบอกว่าไปดูงานที่กองทุนใด สมัชชาไม่ต้อง', en: 'a study visit names the fund that was visited, an assembly names none' })
  if (new Set(attendances.map(({ fund }) => fund)).size < attendances.length) throw new BadInput('attendances', { th: 'มีกองทุนซ้ำกัน', en: 'a fund is named twice' })
}

const kept = ok(z.strictObject({ isKept: z.literal(true) }), 'It is kept, and stands in the network’s room.')
const KEPT = { isKept: true } as const
const InAFund = z.strictObject({ fund: Slug })

const createAgreement = createRoute({
  method: 'post',
  path: '/areas/{area}/agreement',
  summary: 'A fund agrees to be a model area',
  ...permission('learning:write'),
  request: { params: InAFund.extend({ area: z.uuid() }) },
  responses: { 201: kept, ...problems(...GUARDED, 'no-such-address', 'unknown-model-area', 'agreed-already') },
})

const deleteAgreement = createRoute({
  method: 'delete',
  path: '/areas/{area}/agreement',
  summary: 'A fund does not want to be a model area, or no longer',
  ...permission('learning:write'),
  request: { params: InAFund.extend({ area: z.uuid() }) },
  responses: { 200: kept, ...problems(...GUARDED, 'no-such-address', 'unknown-model-area') },
})

const putTakenHome = createRoute({
  method: 'put',
  path: '/gatherings/{gathering}',
  summary: 'A fund says what it took home from a visit or assembly, and which of its regulations followed',
  ...permission('learning:write'),
  request: { params: InAFund.extend({ gathering: z.uuid() }), body: json(TakenHome) },
  responses: { 200: kept, ...problems(...GUARDED, ...SENT, 'unknown-gathering', 'unknown-regulation') },
})

const createQuestion = createRoute({
  method: 'post',
  path: '/questions',
  summary: 'A committee asks about a model area or a rule pack',
  ...permission('learning:write'),
  request: { params: InAFund, body: json(NewQuestion) },
  responses: { 201: kept, ...problems(...GUARDED, ...SENT, 'unknown-model-area') },
})

const createFundAnswer = createRoute({
  method: 'post',
  path: '/questions/{question}/answers',
  summary: 'A fund answers what it was asked',
  ...permission('learning:write'),
  request: { params: InAFund.extend({ question: z.uuid() }), body: json(NewAnswer) },
  responses: { 201: kept, ...problems(...GUARDED, ...SENT, 'unknown-question') },
})

export const committeeLearningRoutes = newRoom<InFund>()
  .openapi(createAgreement, async (c) => {
    await c.get('inFund')((rows) => agreeToModelArea(rows, c.req.valid('param').area, recordingIn(c.var)))
    return c.json(KEPT, 201)
  })
  .openapi(deleteAgreement, async (c) => {
    await c.get('inFund')((rows) => endModelArea(rows, c.req.valid('param').area, recordingIn(c.var)))
    return c.json(KEPT, 200)
  })
  .openapi(putTakenHome, async (c) => {
    const told = c.req.valid('json')
    await c.get('inFund')(async (rows) => {
      await saveTakenHome(rows, c.req.valid('param').gathering, told, recordingIn(c.var))
      if (told.regulationNumber !== undefined) await findPublished(rows, told.regulationNumber)
    })
    return c.json(KEPT, 200)
  })
  .openapi(createQuestion, async (c) => {
    const { about, text } = c.req.valid('json')
    const { networkId } = c.get('fund')
    const put = 'pack' in about ? { packId: about.pack } : { hostId: await findHost(c.var, networkId, about.fund) }
    await c.get('inFund')((rows) => saveQuestion(rows, networkId, { ...put, text }, recordingIn(c.var)))
    return c.json(KEPT, 201)
  })
  .openapi(createFundAnswer, async (c) => {
    const { question } = c.req.valid('param')
    const { networkId } = c.get('fund')
    const asked = await c.get('doors').inNetwork(networkId)((rows) => findAsked(rows, question))
    if (asked !== c.get('fund').id) throw new Problem('unknown-question')
    await c.get('inFund')((rows) => saveFundAnswer(rows, networkId, c.get('fund').id, question, c.req.valid('json').text, recordingIn(c.var)))
    return c.json(KEPT, 201)
  })

/** Another fund, which has agreed to be a model area. */
async function findHost({ doors, fund }: InFund, networkId: string, slug: string): Promise<string> {
  return doors.inNetwork(networkId)(async (rows) => {
    const hostId = await findFundIn(rows, networkId, slug)
    if (hostId === fund.id || !await isModelArea(rows, hostId)) throw new Problem('unknown-model-area')
    return hostId
  })
}

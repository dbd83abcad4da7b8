import { createRoute, z } from '@hono/zod-openapi'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { Problem, problems } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { findNetworkOf, findPublished } from '../regulations/queries.ts'
import { NewAnswer, NewQuestion, TakenHome } from './learning.ts'
import { agreeToModelArea, endModelArea, findAsked, findFundIn, isModelArea, saveFundAnswer, saveQuestion, saveTakenHome } from './queries.ts'

const kept = ok(z.strictObject({ isKept: z.literal(true) }), 'It is kept, and stands in the network’s room.')
const KEPT = { isKept: true } as const
const BODY = ['invalid', 'malformed-json', 'unstorable-text', 'too-large', 'not-json'] as const
const InAFund = z.strictObject({ fund: Slug })

const createAgreement = createRoute({
  method: 'post',
  path: '/areas/{area}/agreement',
  summary: 'A fund agrees to be a model area',
  ...permission('learning:write'),
  request: { params: InAFund.extend({ area: z.uuid() }) },
  responses: { 201: kept, ...problems(...GUARDED, 'invalid', 'unknown-model-area', 'agreed-already') },
})

const deleteAgreement = createRoute({
  method: 'delete',
  path: '/areas/{area}/agreement',
  summary: 'A fund does not want to be a model area, or no longer',
  ...permission('learning:write'),
  request: { params: InAFund.extend({ area: z.uuid() }) },
  responses: { 200: kept, ...problems(...GUARDED, 'invalid', 'unknown-model-area') },
})

const putTakenHome = createRoute({
  method: 'put',
  path: '/gatherings/{gathering}',
  summary: 'A fund says what it took home from a visit or assembly, and which of its regulations followed',
  ...permission('learning:write'),
  request: { params: InAFund.extend({ gathering: z.uuid() }), body: json(TakenHome) },
  responses: { 200: kept, ...problems(...GUARDED, ...BODY, 'unknown-gathering', 'unknown-regulation') },
})

const createQuestion = createRoute({
  method: 'post',
  path: '/questions',
  summary: 'A committee asks about a model area or a rule pack',
  ...permission('learning:write'),
  request: { params: InAFund, body: json(NewQuestion) },
  responses: { 201: kept, ...problems(...GUARDED, ...BODY, 'unknown-model-area') },
})

const createAnswer = createRoute({
  method: 'post',
  path: '/questions/{question}/answers',
  summary: 'A fund answers what it was asked',
  ...permission('learning:write'),
  request: { params: InAFund.extend({ question: z.uuid() }), body: json(NewAnswer) },
  responses: { 201: kept, ...problems(...GUARDED, ...BODY, 'unknown-question') },
})

export const committeeLearningRoutes = newRoom<InFund>()
  .openapi(createAgreement, async (c) => {
    await c.var.inFund((rows) => agreeToModelArea(rows, c.req.valid('param').area, recordingIn(c.var)))
    return c.json(KEPT, 201)
  })
  .openapi(deleteAgreement, async (c) => {
    await c.var.inFund((rows) => endModelArea(rows, c.req.valid('param').area, recordingIn(c.var)))
    return c.json(KEPT, 200)
  })
  .openapi(putTakenHome, async (c) => {
    const told = c.req.valid('json')
    await c.var.inFund(async (rows) => {
      await saveTakenHome(rows, c.req.valid('param').gathering, told, recordingIn(c.var))
      if (told.regulationNumber !== undefined) await findPublished(rows, told.regulationNumber)
    })
    return c.json(KEPT, 200)
  })
  .openapi(createQuestion, async (c) => {
    const { about, text } = c.req.valid('json')
    const networkId = await c.var.inFund((rows) => findNetworkOf(rows, c.var.fund.id))
    const put = 'pack' in about ? { packId: about.pack } : { hostId: await findHost(c.var, networkId, about.fund) }
    await c.var.inFund((rows) => saveQuestion(rows, networkId, { ...put, text }, recordingIn(c.var)))
    return c.json(KEPT, 201)
  })
  .openapi(createAnswer, async (c) => {
    const { question } = c.req.valid('param')
    const networkId = await c.var.inFund((rows) => findNetworkOf(rows, c.var.fund.id))
    const asked = await c.var.doors.inNetwork(networkId)((rows) => findAsked(rows, question))
    if (asked !== c.var.fund.id) throw new Problem('unknown-question')
    await c.var.inFund((rows) => saveFundAnswer(rows, networkId, c.var.fund.id, question, c.req.valid('json').text, recordingIn(c.var)))
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

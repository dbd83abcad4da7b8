import { createRoute, z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { acting, changedMeanwhile, changing } from '../drafts/answer.ts'
import { Draft } from '../drafts/draft.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { findHistory, PastPublication } from '../regulations/history.ts'
import { meet, NewMeeting, takeBack, withdraw } from './meeting.ts'
import { NewPublication, publish } from './publishing.ts'
import { NewRecall, recall } from './recall.ts'

const OfADraft = z.strictObject({ fund: Slug, draft: z.uuid() })
const BODY = [...SENT, 'impossible'] as const
const draft = ok(Draft, 'The draft.')

const createMeeting = createRoute({
  method: 'post',
  path: '/drafts/{draft}/meeting',
  summary: 'A draft is put to a meeting',
  description: 'It stands still from then on, under the hash that the meeting votes on; what it has set bears the meeting as its source. The meeting may be still to come.',
  ...permission('regulations:draft'),
  request: { params: OfADraft, body: json(NewMeeting) },
  responses: { 201: draft, ...problems(...GUARDED, ...BODY, 'unknown-draft', 'draft-unsound', 'draft-neighbours'), ...changedMeanwhile('draft-unchanged', 'draft-superseded') },
})

const deleteMeeting = createRoute({
  method: 'delete',
  path: '/drafts/{draft}/meeting',
  summary: 'A draft is taken back from the meeting, which wants it otherwise',
  ...permission('regulations:draft'),
  request: { params: OfADraft },
  responses: { 200: draft, ...problems(...GUARDED, 'unknown-draft', 'draft-elsewhere') },
})

const createPublication = createRoute({
  method: 'post',
  path: '/drafts/{draft}/publication',
  summary: 'What a meeting has resolved is put in force, by somebody who has not written in it',
  ...permission('regulations:publish'),
  request: { params: OfADraft, body: json(NewPublication) },
  responses: { 201: draft, ...problems(...GUARDED, ...BODY, 'unknown-draft', 'draft-elsewhere', 'own-draft', 'draft-superseded', 'draft-unsound', 'meeting-to-come', 'vote-lost') },
})

const createWithdrawal = createRoute({
  method: 'post',
  path: '/drafts/{draft}/withdrawal',
  summary: 'A draft is withdrawn',
  ...permission('regulations:draft'),
  request: { params: OfADraft },
  responses: { 201: draft, ...problems(...GUARDED, 'unknown-draft', 'draft-elsewhere') },
})

const createRecall = createRoute({
  method: 'post',
  path: '/regulations/{number}/recall',
  summary: 'A publication whose day is still to come is taken back',
  description: 'With a reason, which stands in the history. What is in force already is not recalled: the next regulation corrects it.',
  ...permission('regulations:publish'),
  request: { params: z.strictObject({ fund: Slug, number: z.coerce.number().pipe(z.int().min(1)) }), body: json(NewRecall) },
  responses: { 201: ok(z.strictObject({ regulations: z.array(PastPublication) }), 'What the fund has put in force.'), ...problems(...GUARDED, ...BODY, 'no-such-address', 'unknown-regulation', 'recalled-already', 'begun-already') },
})

export const resolutionsRoutes = (vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(createMeeting, async (c) => {
    const { draft: id } = c.req.valid('param')
    const meeting = c.req.valid('json')
    const { now, meanwhile } = await changing(c.var, id, { act: 'put-to-meeting', version: meeting.version }, vocabulary, (rows, draft) => meet(rows, draft, meeting, c.get('me'), vocabulary, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 201)
  })
  .openapi(deleteMeeting, async (c) => {
    const { draft: id } = c.req.valid('param')
    return c.json(await acting(c.var, id, vocabulary, (rows) => takeBack(rows, id, recordingIn(c.var))), 200)
  })
  .openapi(createPublication, async (c) => {
    const { draft: id } = c.req.valid('param')
    return c.json(await acting(c.var, id, vocabulary, (rows) => publish(rows, id, c.get('fund').networkId, c.req.valid('json'), c.get('me'), vocabulary, recordingIn(c.var))), 201)
  })
  .openapi(createWithdrawal, async (c) => {
    const { draft: id } = c.req.valid('param')
    return c.json(await acting(c.var, id, vocabulary, (rows) => withdraw(rows, id, recordingIn(c.var))), 201)
  })
  .openapi(createRecall, async (c) => {
    const regulations = await c.get('inFund')(async (rows) => {
      await recall(rows, c.get('fund').networkId, c.req.valid('param').number, c.req.valid('json'), recordingIn(c.var))
      return findHistory(rows, c.get('today'), vocabulary)
    })
    return c.json({ regulations }, 201)
  })

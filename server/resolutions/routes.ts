import { createRoute, z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { acting, changedMeanwhile, elsewhere } from '../drafts/answer.ts'
import { Draft } from '../drafts/draft.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { findNetworkOf } from '../regulations/queries.ts'
import { meet, NewMeeting, takeBack, withdraw } from './meeting.ts'
import { NewPublication, publish } from './publishing.ts'

const OfADraft = z.strictObject({ fund: Slug, draft: z.uuid() })
const BODY = ['invalid', 'malformed-json', 'unstorable-text', 'too-large', 'not-json', 'impossible'] as const
const draft = ok(Draft, 'The draft.')

const createMeeting = createRoute({
  method: 'post',
  path: '/drafts/{draft}/meeting',
  summary: 'A draft is put to a meeting',
  description: 'It stands still from then on, under the hash that the meeting votes on; what it has set bears the meeting as its source. The meeting may be still to come.',
  ...permission('regulations:draft'),
  request: { params: OfADraft, body: json(NewMeeting) },
  responses: { 201: draft, ...problems(...GUARDED, ...BODY, 'unknown-draft', 'draft-unsound'), ...changedMeanwhile },
})

const deleteMeeting = createRoute({
  method: 'delete',
  path: '/drafts/{draft}/meeting',
  summary: 'A draft is taken back from the meeting, which wants it otherwise',
  ...permission('regulations:draft'),
  request: { params: OfADraft },
  responses: { 200: draft, ...problems(...GUARDED, 'invalid', 'unknown-draft', 'draft-elsewhere') },
})

const createPublication = createRoute({
  method: 'post',
  path: '/drafts/{draft}/publication',
  summary: 'What a meeting has resolved is put in force, by somebody who has not written in it',
  ...permission('regulations:publish'),
  request: { params: OfADraft, body: json(NewPublication) },
  responses: { 201: draft, ...problems(...GUARDED, ...BODY, 'unknown-draft', 'draft-elsewhere', 'own-draft', 'draft-superseded', 'draft-unsound', 'meeting-to-come') },
})

const createWithdrawal = createRoute({
  method: 'post',
  path: '/drafts/{draft}/withdrawal',
  summary: 'A draft is withdrawn',
  ...permission('regulations:draft'),
  request: { params: OfADraft },
  responses: { 201: draft, ...problems(...GUARDED, 'invalid', 'unknown-draft', 'draft-elsewhere') },
})

export const resolutionsRoutes = (vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(createMeeting, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { outcome, now } = await acting(c.var, id, vocabulary, (rows) => meet(rows, id, c.req.valid('json'), c.var.me, vocabulary, recordingIn(c.var)))
    return outcome === 'elsewhere' ? c.json(elsewhere(now), 409) : c.json(now, 201)
  })
  .openapi(deleteMeeting, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { now } = await acting(c.var, id, vocabulary, (rows) => takeBack(rows, id, recordingIn(c.var)))
    return c.json(now, 200)
  })
  .openapi(createPublication, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { now } = await acting(c.var, id, vocabulary, async (rows) => publish(rows, id, await findNetworkOf(rows, c.var.fund.id), c.req.valid('json'), c.var.me, vocabulary, recordingIn(c.var)))
    return c.json(now, 201)
  })
  .openapi(createWithdrawal, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { now } = await acting(c.var, id, vocabulary, (rows) => withdraw(rows, id, recordingIn(c.var)))
    return c.json(now, 201)
  })

import { createRoute, z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { Id } from '../../plugins/kit/value.ts'
import { changedMeanwhile, changing } from '../drafts/answer.ts'
import { Draft } from '../drafts/draft.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { change, move, NewDay, NewRules, NewValue, OfSeen, readRules, rebase, rewrite, SeenVersion, step, ValueOfPack } from './changing.ts'

const OfADraft = z.strictObject({ fund: Slug, draft: z.uuid() })
const OfAValue = z.strictObject({ fund: Slug, draft: z.uuid(), term: Id })
const BODY = [...SENT, 'impossible'] as const
const draft = ok(Draft, 'The draft.')

const putValue = createRoute({
  method: 'put',
  path: '/drafts/{draft}/values/{term}',
  summary: 'A term’s value in a draft, from the draft’s day on',
  description: 'A value that is the same as before is no change.',
  ...permission('regulations:draft', 'guests'),
  request: { params: OfAValue, body: json(NewValue) },
  responses: { 200: draft, ...problems(...GUARDED, ...BODY, 'no-such-address', 'unknown-draft'), ...changedMeanwhile() },
})

const deleteValue = createRoute({
  method: 'delete',
  path: '/drafts/{draft}/values/{term}',
  summary: 'A term’s value in a draft is as it was before',
  ...permission('regulations:draft', 'guests'),
  request: { params: OfAValue, query: ValueOfPack },
  responses: { 200: draft, ...problems(...GUARDED, 'no-such-address', 'invalid', 'impossible', 'unknown-draft'), ...changedMeanwhile() },
})

const putRegulation = createRoute({
  method: 'put',
  path: '/drafts/{draft}/regulation',
  summary: 'The whole of a draft’s rules: values, terms, conditions, benefits, packs',
  description: 'Up to 2 MB, each pack up to 256 KB. It needs the shape of a regulation and is otherwise refused with the place; what `check` finds in it is kept as unfinished work, and keeps it from the meeting.',
  ...permission('regulations:draft', 'guests'),
  request: { params: OfADraft, body: json(NewRules) },
  responses: { 200: draft, ...problems(...GUARDED, ...BODY, 'unknown-draft'), ...changedMeanwhile() },
})

const putDay = createRoute({
  method: 'put',
  path: '/drafts/{draft}/day',
  summary: 'The day from which a draft is meant to hold',
  ...permission('regulations:draft'),
  request: { params: OfADraft, body: json(NewDay) },
  responses: { 200: draft, ...problems(...GUARDED, ...BODY, 'unknown-draft'), ...changedMeanwhile('draft-superseded') },
})

const createUndoing = createRoute({
  method: 'post',
  path: '/drafts/{draft}/undoing',
  summary: 'The last change of a draft is taken back',
  description: '`undo` of a draft says which that is, and whose.',
  ...permission('regulations:draft', 'guests'),
  request: { params: OfADraft, body: json(OfSeen) },
  responses: { 201: draft, ...problems(...GUARDED, ...BODY, 'unknown-draft'), ...changedMeanwhile('nothing-to-undo') },
})

const deleteUndoing = createRoute({
  method: 'delete',
  path: '/drafts/{draft}/undoing',
  summary: 'The last change that was taken back is made again',
  ...permission('regulations:draft', 'guests'),
  request: { params: OfADraft, query: SeenVersion },
  responses: { 200: draft, ...problems(...GUARDED, 'invalid', 'unknown-draft'), ...changedMeanwhile('nothing-to-redo') },
})

const putBase = createRoute({
  method: 'put',
  path: '/drafts/{draft}/base',
  summary: 'A draft is begun again on what is in force on its day by now, with its own changes',
  description: '`superseded` of a draft says what has changed in between. Where both have changed a part, it is as in what is in force.',
  ...permission('regulations:draft'),
  request: { params: OfADraft, body: json(OfSeen) },
  responses: { 200: draft, ...problems(...GUARDED, ...BODY, 'unknown-draft'), ...changedMeanwhile('draft-not-superseded') },
})

export const changesRoutes = (vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(putValue, async (c) => {
    const { draft: id, term } = c.req.valid('param')
    const { pack, value, version } = c.req.valid('json')
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version }, vocabulary, (rows, draft) => change(rows, draft, { pack, term }, value, vocabulary, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 200)
  })
  .openapi(deleteValue, async (c) => {
    const { draft: id, term } = c.req.valid('param')
    const { pack, version } = c.req.valid('query')
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version }, vocabulary, (rows, draft) => change(rows, draft, { pack, term }, undefined, vocabulary, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 200)
  })
  .openapi(putRegulation, async (c) => {
    const { draft: id } = c.req.valid('param')
    const sent = c.req.valid('json')
    const rules = readRules(sent)
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version: sent.version }, vocabulary, (rows, draft) => rewrite(rows, draft, rules, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 200)
  })
  .openapi(putDay, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { fromOn, version } = c.req.valid('json')
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version }, vocabulary, (rows, draft) => move(rows, draft, fromOn, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 200)
  })
  .openapi(createUndoing, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { version } = c.req.valid('json')
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version }, vocabulary, (rows, draft) => step(rows, draft, 'back', recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 201)
  })
  .openapi(deleteUndoing, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { version } = c.req.valid('query')
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version }, vocabulary, (rows, draft) => step(rows, draft, 'forth', recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 200)
  })
  .openapi(putBase, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { version } = c.req.valid('json')
    const { now, meanwhile } = await changing(c.var, id, { act: 'rebase', version }, vocabulary, (rows, draft) => rebase(rows, draft, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 200)
  })

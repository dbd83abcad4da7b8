import { createRoute, z } from '@hono/zod-openapi'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { changedMeanwhile, changing } from '../drafts/answer.ts'
import { Draft } from '../drafts/draft.ts'
import { findDraft } from '../drafts/queries.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { adoptIntoDraft, NewAdoption, NewUpgrade, PossibleUpgrade, upgradeDraft, upgradesOf } from './upgrade.ts'

const OfADraft = z.strictObject({ fund: Slug, draft: z.uuid() })
const BODY = ['invalid', 'malformed-json', 'unstorable-text', 'too-large', 'not-json', 'impossible', 'unknown-draft', 'draft-unsound'] as const

const getUpgrades = createRoute({
  method: 'get',
  path: '/drafts/{draft}/upgrades',
  summary: 'To what later versions of their models a draft’s packs can be brought, and what there is to choose',
  ...permission('regulations:read'),
  request: { params: OfADraft },
  responses: { 200: ok(z.strictObject({ upgrades: z.array(PossibleUpgrade) }), 'The upgrades.'), ...problems(...GUARDED, 'invalid', 'unknown-draft') },
})

const createUpgrade = createRoute({
  method: 'post',
  path: '/drafts/{draft}/upgrades',
  summary: 'A draft’s copy of a model is brought up to a later version, all or nothing',
  description: 'What only one side changed is taken from that side. Each conflict takes a choice; without it nothing is done.',
  ...permission('regulations:draft'),
  request: { params: OfADraft, body: json(NewUpgrade) },
  responses: { 201: ok(Draft, 'The draft.'), ...problems(...GUARDED, ...BODY, 'upgrade-undecided'), ...changedMeanwhile },
})

const createAdoption = createRoute({
  method: 'post',
  path: '/drafts/{draft}/adoptions',
  summary: 'A model is taken into a draft, wholly or some of its benefits',
  description: 'What is taken is a snapshot: nothing changes in the fund when the model does.',
  ...permission('regulations:draft'),
  request: { params: OfADraft, body: json(NewAdoption) },
  responses: { 201: ok(Draft, 'The draft.'), ...problems(...GUARDED, ...BODY), ...changedMeanwhile },
})

export const upgradesRoutes = (plugins: readonly Plugin[], vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(getUpgrades, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { regulation, fromOn } = await c.var.inFund((rows) => findDraft(rows, id))
    return c.json({ upgrades: upgradesOf(regulation, fromOn, plugins, vocabulary) }, 200)
  })
  .openapi(createUpgrade, async (c) => {
    const { draft: id } = c.req.valid('param')
    const asked = c.req.valid('json')
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version: asked.version }, vocabulary, (rows, draft) => upgradeDraft(rows, draft, asked, plugins, vocabulary, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 201)
  })
  .openapi(createAdoption, async (c) => {
    const { draft: id } = c.req.valid('param')
    const asked = c.req.valid('json')
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version: asked.version }, vocabulary, (rows, draft) => adoptIntoDraft(rows, draft, asked, plugins, vocabulary, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 201)
  })

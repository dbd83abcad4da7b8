import { createRoute, z } from '@hono/zod-openapi'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { changedMeanwhile, changing } from '../drafts/answer.ts'
import { Draft } from '../drafts/draft.ts'
import { findDraft } from '../drafts/queries.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { NeighbourResult, resultsOf } from '../neighbours/neighbour.ts'
import { listNeighbours } from '../neighbours/queries.ts'
import { listCasesBeside, listVersions, lookingFromFund } from '../library/versions.ts'
import { listPublications } from '../regulations/queries.ts'
import { Effect, effectOf, lastYear } from '../simulations/effect.ts'
import { listPastClaims } from '../simulations/past-claims.ts'
import { adoptIntoDraft, NewAdoption } from './adoption.ts'
import { eitherWay, NewUpgrade, NewUpgradeTrial, PossibleUpgrade, upgradeDraft, upgradesOf, type Models } from './upgrade.ts'

const InAFund = z.strictObject({ fund: Slug })
const OfADraft = z.strictObject({ fund: Slug, draft: z.uuid() })
const ASKED = [...SENT, 'impossible', 'unknown-draft'] as const
const BODY = [...ASKED, 'draft-unsound'] as const

const upgrades = ok(z.strictObject({ upgrades: z.array(PossibleUpgrade) }), 'The upgrades.')

const getUpgradesInForce = createRoute({
  method: 'get',
  path: '/upgrades',
  summary: 'Of which models that the fund’s latest regulation has copied there is a later version',
  ...permission('regulations:read'),
  request: { params: InAFund },
  responses: { 200: upgrades, ...problems(...GUARDED) },
})

const getUpgrades = createRoute({
  method: 'get',
  path: '/drafts/{draft}/upgrades',
  summary: 'To what later versions of their models a draft’s packs can be brought, and what there is to choose',
  ...permission('regulations:read', 'guests'),
  request: { params: OfADraft },
  responses: { 200: upgrades, ...problems(...GUARDED, 'unknown-draft') },
})

/** By what the one choice differs from the other, for the fund’s own claims and people, and those that stand beside models. A guest is not told of claims. */
const UpgradeTrial = z.strictObject({ claims: Effect.shape.claims.optional(), examples: Effect.shape.examples, neighbours: z.array(NeighbourResult) }).openapi('UpgradeTrial')

const createUpgradeTrial = createRoute({
  method: 'post',
  path: '/drafts/{draft}/upgrades/trials',
  summary: 'What one choice of an upgrade does for the fund’s own people: before, where its own is kept; after, where the model’s is taken',
  description: 'What is chosen of the others holds on both sides; what is not chosen yet stays the fund’s. Nothing is stored. A guest is told of the example people only.',
  ...permission('regulations:read', 'guests'),
  request: { params: OfADraft, body: json(NewUpgradeTrial) },
  responses: { 200: ok(UpgradeTrial, 'Before and after. Satang throughout.'), ...problems(...GUARDED, ...ASKED) },
})

const createUpgrade = createRoute({
  method: 'post',
  path: '/drafts/{draft}/upgrades',
  summary: 'A draft’s copy of a model is brought up to a later version, all or nothing',
  description: 'What only one side changed is taken from that side. Each conflict takes a choice; without it nothing is done.',
  ...permission('regulations:draft', 'guests'),
  request: { params: OfADraft, body: json(NewUpgrade) },
  responses: { 201: ok(Draft, 'The draft.'), ...problems(...GUARDED, ...BODY), ...changedMeanwhile('upgrade-undecided') },
})

const createAdoption = createRoute({
  method: 'post',
  path: '/drafts/{draft}/adoptions',
  summary: 'A model is taken into a draft, wholly or some of its benefits',
  description: 'What is taken is a snapshot: nothing changes in the fund when the model does.',
  ...permission('regulations:draft'),
  request: { params: OfADraft, body: json(NewAdoption) },
  responses: { 201: ok(Draft, 'The draft.'), ...problems(...GUARDED, ...BODY), ...changedMeanwhile() },
})

export const upgradesRoutes = (plugins: readonly Plugin[], vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(getUpgradesInForce, async (c) => {
    const latest = await c.get('inFund')(async (rows) => (await listPublications(rows)).at(-1))
    if (!latest) return c.json({ upgrades: [] }, 200)
    const models = await findModels(c.var, packsIn(latest.regulation), plugins)
    return c.json({ upgrades: upgradesOf(latest.regulation, latest.fromOn > c.get('today') ? latest.fromOn : c.get('today'), models, vocabulary) }, 200)
  })
  .openapi(getUpgrades, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { regulation, fromOn } = await c.get('inFund')((rows) => findDraft(rows, id))
    return c.json({ upgrades: upgradesOf(regulation, fromOn, await findModels(c.var, packsIn(regulation), plugins), vocabulary) }, 200)
  })
  .openapi(createUpgradeTrial, async (c) => {
    const { draft: id } = c.req.valid('param')
    const asked = c.req.valid('json')
    const { inFund, me, today } = c.var
    const { fromOn, untilOn } = lastYear(today)
    const models = await findModels(c.var, [asked.pack], plugins)
    const [draft, claims, kept] = await inFund(async (rows) => [await findDraft(rows, id), me.isGuest ? [] : await listPastClaims(rows, fromOn, untilOn), await listNeighbours(rows)] as const)
    const { mine, theirs } = eitherWay(draft.regulation, asked, models)
    const judging = { origin: mine, regulation: theirs, fromOn: draft.fromOn }
    const cases = await listCasesBeside(lookingFromFund(c.var), theirs, models.published, plugins)
    const effect = await effectOf(judging, claims, { cases, vocabulary, today })
    return c.json({ ...(!me.isGuest && { claims: effect.claims }), examples: effect.examples, neighbours: await resultsOf(kept, judging, vocabulary) }, 200)
  })
  .openapi(createUpgrade, async (c) => {
    const { draft: id } = c.req.valid('param')
    const asked = c.req.valid('json')
    const models = await findModels(c.var, [asked.pack], plugins)
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version: asked.version }, vocabulary, (rows, draft) => upgradeDraft(rows, draft, asked, models, vocabulary, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 201)
  })
  .openapi(createAdoption, async (c) => {
    const { draft: id } = c.req.valid('param')
    const asked = c.req.valid('json')
    const versions = await listVersions(lookingFromFund(c.var), [asked.pack], plugins)
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version: asked.version }, vocabulary, (rows, draft) => adoptIntoDraft(rows, draft, asked, versions, vocabulary, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 201)
  })

const packsIn = ({ packs }: Regulation) => packs.map(({ pack }) => pack.id)

/** A version that is withdrawn in the moment between this and the act is taken as it was seen. */
async function findModels(entered: InFund, packIds: readonly string[], plugins: readonly Plugin[]): Promise<Models> {
  const versions = await listVersions(lookingFromFund(entered), packIds, plugins)
  const publications = await entered.inFund(listPublications)
  return { versions, published: publications.map(({ regulation }) => regulation) }
}

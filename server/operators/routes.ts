import { createRoute, z } from '@hono/zod-openapi'
import { renderSVG } from 'uqr'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { CleanString, Text } from '../../plugins/kit/text.ts'
import { isTaken } from '../db/taken.ts'
import { applyPlan, planFund, type Plan } from '../funds/apply.ts'
import { FUND_FORMAT, FundDefinition } from '../funds/definition.ts'
import { Slug } from '../funds/fund.ts'
import { findContact, findFundBySlug, findNetworkBySlug } from '../funds/queries.ts'
import { sentencesOf } from '../funds/sentences.ts'
import { checkFresh, permission } from '../http/permission.ts'
import { Problem, problems, SENT } from '../http/problem.ts'
import { json, newRoom, ok, type Entered } from '../http/room.ts'
import { linkOf, MadeInvitation, NewInvitation } from '../invitations/invitation.ts'
import { saveNewInvitation } from '../invitations/queries.ts'
import { Model, modelsOf, modelsShared } from './model.ts'
import { NewSuspension, OperatedFund, Suspension } from './operated-fund.ts'
import { tellOfFunds, tellOfSuspensions } from './operated.ts'
import { countAdministrators, deleteOffers, endSuspension, findOperated, listOperated, saveSuspension } from './queries.ts'

const GUARDED = ['signed-out', 'no-such-address', 'foreign-origin'] as const
const ACTS = [...GUARDED, 'sign-in-again'] as const
const OfAFund = z.strictObject({ fund: Slug })
const fund = ok(OperatedFund, 'The fund, as it stands now.')

const Definition = FundDefinition.openapi('FundDefinition', {
  type: 'object',
  description: 'A fund of the format sajja/fund@1, as `fund apply` reads it: its network and slug, its dated profiles, where members ask, how many of a centre certify a claim, and the regulations it has published.',
  required: ['format', 'network', 'slug', 'profiles', 'contact', 'certifiersNeeded', 'publications'],
  properties: { format: { type: 'string', enum: [FUND_FORMAT] }, network: { type: 'string' }, slug: { type: 'string' }, profiles: { type: 'array' }, contact: { type: 'object' }, certifiersNeeded: { type: 'integer' }, publications: { type: 'array' } },
})

const getFunds = createRoute({
  method: 'get',
  path: '/funds',
  summary: 'The funds of this installation and how they are, a page at a time',
  description: 'In the order of their slugs. `q` is a part of a slug or of a name. Nobody who is a member, and no money.',
  ...permission('operator'),
  request: {
    query: z.strictObject({
      q: CleanString.trim().max(100).optional(),
      after: Slug.optional().describe('The slug after which the page begins: `next` of the one before.'),
      limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(100),
    }),
  },
  responses: { 200: ok(z.strictObject({ funds: z.array(OperatedFund), next: Slug.optional() }).openapi('OperatedFunds'), 'A page of funds; `next` is there where more follow.'), ...problems(...GUARDED, 'invalid') },
})

const getFund = createRoute({
  method: 'get',
  path: '/funds/{fund}',
  summary: 'One fund, as the list tells of it',
  ...permission('operator'),
  request: { params: OfAFund },
  responses: { 200: fund, ...problems(...GUARDED, 'unknown-fund') },
})

const getSuspensions = createRoute({
  method: 'get',
  path: '/funds/{fund}/suspensions',
  summary: 'When a fund’s door was closed and opened again, why and by whom; the latest first',
  ...permission('operator'),
  request: { params: OfAFund },
  responses: { 200: ok(z.strictObject({ suspensions: z.array(Suspension) }), 'The host’s own record, which no fund sees.'), ...problems(...GUARDED, 'unknown-fund') },
})

const getModels = createRoute({
  method: 'get',
  path: '/models',
  summary: 'The rule packs that a new fund may start from',
  ...permission('operator'),
  request: { query: z.strictObject({ network: Slug.optional().describe('Whose library is told of beside what is installed.') }) },
  responses: { 200: ok(z.strictObject({ models: z.array(Model) }), 'Every pack that is installed, the fullest first; then what the network’s library holds.'), ...problems(...GUARDED, 'invalid', 'unknown-network') },
})

const createPlan = createRoute({
  method: 'post',
  path: '/fund-plans',
  summary: 'What adding a fund would make, in sentences; nothing is kept',
  ...permission('operator'),
  request: { body: json(Definition) },
  responses: { 200: ok(z.strictObject({ changes: z.array(z.array(Text)) }).openapi('FundPlan'), 'Each thing that would be made, in its sentences.'), ...problems(...GUARDED, ...SENT, 'impossible', 'fund-slug-taken') },
})

const createFund = createRoute({
  method: 'post',
  path: '/funds',
  summary: 'A fund is added',
  description: 'With the checks of `fund apply`, each refusal at its place. A fund that was cut short while it was added is finished.',
  ...permission('operator'),
  request: { body: json(Definition) },
  responses: { 201: fund, ...problems(...ACTS, ...SENT, 'impossible', 'fund-slug-taken') },
})

const createSuspension = createRoute({
  method: 'post',
  path: '/funds/{fund}/suspension',
  summary: 'A fund’s door is closed for a while, with a reason',
  description: 'Its committee is refused everywhere; its public notice stays.',
  ...permission('operator'),
  request: { params: OfAFund, body: json(NewSuspension) },
  responses: { 201: fund, ...problems(...ACTS, ...SENT, 'unknown-fund', 'suspended-already') },
})

const removeSuspension = createRoute({
  method: 'delete',
  path: '/funds/{fund}/suspension',
  summary: 'A suspended fund is opened again',
  ...permission('operator'),
  request: { params: OfAFund },
  responses: { 200: fund, ...problems(...ACTS, 'unknown-fund', 'not-suspended') },
})

const createInvitation = createRoute({
  method: 'post',
  path: '/funds/{fund}/invitations',
  summary: 'The first administrator of a fund is invited',
  description: 'Only while the fund has none who can sign in: from then on it invites its own people. The link can be used once, within 72 hours, and takes the place of one that still lies open.',
  ...permission('operator'),
  request: { params: OfAFund, body: json(NewInvitation.omit({ role: true }).openapi('NewAdministrator')) },
  responses: { 201: ok(MadeInvitation, 'The link and its QR code, to be handed over.'), ...problems(...ACTS, ...SENT, 'unknown-fund', 'has-administrator') },
})

/** The host's rooms. `plugins` are those that are installed. */
export const operatorsRoutes = (plugins: readonly Plugin[], vocabulary: Vocabulary) => {
  /** What adding the fund would make, or the places that speak against it. */
  async function planNew(definition: FundDefinition, { doors, today }: Pick<Entered, 'doors' | 'today'>): Promise<Plan> {
    const read = await planFund(definition, { doors, plugins, vocabulary, today })
    // Looked for after planning: what is made meanwhile is met by its keys. A fund without a contact was cut short.
    const found = await doors.atGate((rows) => findFundBySlug(rows, definition.slug))
    if (found && await doors.inFund(found.id)(findContact)) throw slugTaken()
    if (!read.ok) throw new Problem('impossible', read.findings.map(({ at, text }) => ({ at, text })))
    return read.value
  }

  return newRoom<Entered>()
    .openapi(getFunds, async (c) => {
      const { q, after, limit } = c.req.valid('query')
      const { doors, today } = c.var

      const found = await doors.asOperator((rows) => listOperated(rows, { typed: q, after }, limit + 1))
      const funds = await tellOfFunds(doors, found.slice(0, limit), today)
      const last = funds.at(-1)
      return c.json({ funds, ...(found.length > limit && last && { next: last.slug }) }, 200)
    })
    .openapi(getFund, async (c) => c.json(await tellOfFund(c.var, c.req.valid('param').fund), 200))
    .openapi(getSuspensions, async (c) => c.json({ suspensions: await tellOfSuspensions(c.get('doors'), c.req.valid('param').fund) }, 200))
    .openapi(getModels, async (c) => {
      const { network: slug } = c.req.valid('query')
      if (slug === undefined) return c.json({ models: modelsOf(plugins) }, 200)
      const { doors, today } = c.var
      const network = await doors.atGate((rows) => findNetworkBySlug(rows, slug))
      if (!network) throw new Problem('unknown-network')
      return c.json({ models: [...modelsOf(plugins), ...await modelsShared({ networkId: network.id, inNetwork: doors.inNetwork(network.id) }, today)] }, 200)
    })
    .openapi(createPlan, async (c) => {
      const plan = await planNew(c.req.valid('json'), c.var)
      return c.json({ changes: plan.changes.map((change) => sentencesOf(change, vocabulary)) }, 200)
    })
    .openapi(createFund, async (c) => {
      const { doors, me, now } = c.var
      checkFresh(me, now)

      const plan = await planNew(c.req.valid('json'), c.var)
      await applyPlan(doors, plan, now).catch((error: unknown) => { throw isTaken(error, 'funds_slug_key') || isTaken(error, 'fund_settings_pkey') ? slugTaken() : error })
      return c.json(await tellOfFund(c.var, plan.slug), 201)
    })
    .openapi(createSuspension, async (c) => {
      const { fund: slug } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      const { doors, me, now } = c.var
      checkFresh(me, now)

      await doors.asOperator(async (rows) => saveSuspension(rows, { fundId: (await findOperated(rows, slug)).id, by: me.id, at: now }, reason))
      return c.json(await tellOfFund(c.var, slug), 201)
    })
    .openapi(removeSuspension, async (c) => {
      const { fund: slug } = c.req.valid('param')
      const { doors, me, now } = c.var
      checkFresh(me, now)

      await doors.asOperator(async (rows) => endSuspension(rows, { fundId: (await findOperated(rows, slug)).id, by: me.id, at: now }))
      return c.json(await tellOfFund(c.var, slug), 200)
    })
    .openapi(createInvitation, async (c) => {
      const invited = { ...c.req.valid('json'), role: 'fund-admin' as const }
      const { doors, me, now, origin } = c.var
      checkFresh(me, now)

      const { id } = await doors.asOperator((rows) => findOperated(rows, c.req.valid('param').fund))
      const { token, ...made } = await doors.atGate(async (rows) => {
        if ((await countAdministrators(rows, [id])).size > 0) throw new Problem('has-administrator')
        await deleteOffers(rows, id)
        return saveNewInvitation(rows, { ...invited, fundId: id }, me.id, now)
      })
      const link = linkOf(origin, token)
      return c.json({ ...invited, ...made, link, qr: renderSVG(link, { border: 2 }) }, 201)
    })
}

const slugTaken = () => new Problem('fund-slug-taken', [{ at: 'slug', text: { th: 'มีกองทุนใช้ชื่อนี้แล้ว ใช้ชื่ออื่น', en: 'another fund has this address: choose another' } }])

async function tellOfFund({ doors, today }: Pick<Entered, 'doors' | 'today'>, slug: string): Promise<OperatedFund> {
  const found = await doors.asOperator((rows) => findOperated(rows, slug))
  const [told] = await tellOfFunds(doors, [found], today)
  if (!told) throw new Error('what was found is told')
  return told
}

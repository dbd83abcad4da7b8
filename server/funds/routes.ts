import { createRoute, z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { Text } from '../../plugins/kit/text.ts'
import { Name } from '../../plugins/kit/value.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { declared, json, newRoom, ok, type InFund } from '../http/room.ts'
import { Publication } from '../regulations/publication.ts'
import { findPublicationOn, listPublications } from '../regulations/queries.ts'
import { FundProfile, FundProfiles, FundSettings, profileOn, Slug } from './fund.ts'
import { findContact, findSettings, saveSettings } from './queries.ts'

const FullPublication = Publication.extend({
  regulation: declared<Regulation>(
    'Regulation',
    'The rules of one fund, of the format sajja/regulation@1: its terms, and the rule packs it adopted with its own values. What a pack is stands in docs/packs.md.',
    { format: { type: 'string', enum: ['sajja/regulation@1'] } },
  ),
}).openapi('Publication')

const Fund = FundProfile.omit({ from: true }).extend({
  slug: Slug,
  network: z.strictObject({ slug: Slug, name: Name }),
  /** The day it is in Thailand. */
  today: Day,
  /** Where members ask. */
  contact: Text.optional(),
  /** The fingerprint of the key with which this host signs a regulation’s file, for people to compare. */
  signedHere: z.string(),
  publications: z.array(FullPublication),
}).openapi('Fund')

const getFund = createRoute({
  method: 'get',
  path: '/',
  summary: 'A fund and its regulations',
  description: 'Without `on`, every regulation the fund has published, in the order of their days: a claim is judged by the one in force on the day of its event. With `on`, the one in force on that day.',
  ...permission('public'),
  request: {
    params: z.strictObject({ fund: Slug }),
    query: z.strictObject({ on: Day.optional() }),
  },
  responses: { 200: ok(Fund, 'The fund.'), ...problems('invalid', 'unknown-fund', 'no-regulation') },
})

const getSettings = createRoute({
  method: 'get',
  path: '/settings',
  summary: 'What a fund has set for itself outside its regulation',
  ...permission('settings:read'),
  request: { params: z.strictObject({ fund: Slug }) },
  responses: { 200: ok(FundSettings, 'The settings.'), ...problems(...GUARDED, 'no-settings') },
})

const putSettings = createRoute({
  method: 'put',
  path: '/settings',
  summary: 'A fund sets where members ask, and how many certify a claim',
  ...permission('settings:write'),
  request: { params: z.strictObject({ fund: Slug }), body: json(FundSettings) },
  responses: { 200: ok(FundSettings, 'The settings.'), ...problems(...GUARDED, ...SENT) },
})

/** `signedHere` is the fingerprint of the host’s key. */
export const fundsRoutes = (signedHere: string) => newRoom<InFund>()
  .openapi(getFund, async (c) => {
    const { on } = c.req.valid('query')
    const { fund: { slug, network, profiles }, today } = c.var
    const { from: _from, ...profile } = profileOn(FundProfiles.parse(profiles), on ?? today)

    const { contact, publications } = await c.get('inFund')(async (rows) => ({
      contact: await findContact(rows),
      publications: on === undefined ? await listPublications(rows) : [await findPublicationOn(rows, on)],
    }))
    return c.json({ slug, network, today, ...profile, ...(contact && { contact }), signedHere, publications }, 200)
  })
  .openapi(getSettings, async (c) => c.json(await c.get('inFund')(findSettings), 200))
  .openapi(putSettings, async (c) => {
    const settings = c.req.valid('json')
    await c.get('inFund')((rows) => saveSettings(rows, settings))
    return c.json(settings, 200)
  })

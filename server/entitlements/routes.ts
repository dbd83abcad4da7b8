import { createRoute, z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { findRecord, MemberRecord } from '../claims/record.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { newRoom, ok, type InFund } from '../http/room.ts'
import { Entitlement, listEntitlements } from './entitlement.ts'

const OfAMember = z.strictObject({ fund: Slug, member: z.uuid() })

const getRecord = createRoute({
  method: 'get',
  path: '/members/{member}/record',
  summary: 'What the books tell the rules of a member, for an event on a day',
  description: 'Facts by their names in the kit, the stretches of days that contributions cover, and what was granted before: with the answers to the form, all that a claim is judged by.',
  ...permission('claims:read'),
  request: { params: OfAMember, query: z.strictObject({ on: Day, claimedOn: Day }) },
  responses: { 200: ok(MemberRecord, 'The record.'), ...problems(...GUARDED, 'invalid', 'unknown-member', 'no-regulation') },
})

const getEntitlements = createRoute({
  method: 'get',
  path: '/members/{member}/entitlements',
  summary: 'What a member could ask for today, and from when',
  description: 'For each benefit in force: what the rules say of an event today before any other question is answered, and what is left under its limits.',
  ...permission('claims:read'),
  request: { params: OfAMember },
  responses: { 200: ok(z.strictObject({ today: Day, entitlements: z.array(Entitlement) }), 'In the order of the notice.'), ...problems(...GUARDED, 'unknown-member', 'no-regulation') },
})

export const entitlementsRoutes = (vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(getRecord, async (c) => {
    const { member } = c.req.valid('param')
    const record = await c.get('inFund')((rows) => findRecord(rows, member, c.req.valid('query')))
    return c.json(record, 200)
  })
  .openapi(getEntitlements, async (c) => {
    const { member } = c.req.valid('param')
    const today = c.get('today')
    const entitlements = await c.get('inFund')((rows) => listEntitlements(rows, member, today, vocabulary))
    return c.json({ today, entitlements }, 200)
  })

import { createRoute, z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { untilSettled } from '../db/contention.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { ProblemAnswer, problems } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { once, repeatableIn, RepeatableHeaders } from '../http/repeatable.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { certify, NewCertification } from './certification.ts'
import { Claim, ClaimState, ListedClaim, NewClaim } from './claim.ts'
import { decide, NewDecision } from './decision.ts'
import { Entitlement, listEntitlements } from './entitlement.ts'
import { NewPayment, NewReversal, pay, reverse } from './payment.ts'
import { findRecord, MemberRecord } from './record.ts'
import { submit } from './request.ts'
import { showClaim, showClaims } from './shown.ts'

const InAFund = z.strictObject({ fund: Slug })
const OfAMember = z.strictObject({ fund: Slug, member: z.uuid() })
const OfAClaim = z.strictObject({ fund: Slug, claim: z.uuid() })
const BODY = ['invalid', 'malformed-json', 'unstorable-text', 'too-large', 'not-json', 'impossible'] as const
const claim = ok(Claim, 'The claim.')

const getClaims = createRoute({
  method: 'get',
  path: '/claims',
  summary: 'The claims of a fund, newest first, a page at a time',
  ...permission('claims:read'),
  request: {
    params: InAFund,
    query: z.strictObject({
      state: ClaimState.optional(),
      member: z.uuid().optional(),
      before: z.uuid().optional().describe('The claim before which the page ends: `next` of the one before.'),
      limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(50),
    }),
  },
  responses: { 200: ok(z.strictObject({ claims: z.array(ListedClaim), next: z.uuid().optional() }), 'A page of claims; `next` is there where more follow.'), ...problems(...GUARDED, 'invalid') },
})

const createClaim = createRoute({
  method: 'post',
  path: '/claims',
  summary: 'A benefit is asked for, and the verdict is given at once',
  description: 'Judged by the register, the receipts and the answers. A claim that does not meet the rules is taken in too: people decide.',
  ...permission('claims:enter'),
  request: { params: InAFund, headers: RepeatableHeaders, body: json(NewClaim) },
  responses: { 201: claim, ...problems(...GUARDED, ...BODY, 'unknown-member', 'not-a-member', 'no-regulation', 'claim-exists', 'claim-incomplete', 'key-reused') },
})

const getClaim = createRoute({
  method: 'get',
  path: '/claims/{claim}',
  summary: 'One claim, with what became of it and what the reader may do next',
  ...permission('claims:read'),
  request: { params: OfAClaim },
  responses: { 200: claim, ...problems(...GUARDED, 'invalid', 'impossible', 'unknown-claim') },
})

const createCertification = createRoute({
  method: 'post',
  path: '/claims/{claim}/certifications',
  summary: 'Somebody of the village centre has certified a claim',
  description: 'By the name under the signature on the form. Who asks or is paid does not certify, and everybody once.',
  ...permission('claims:certify'),
  request: { params: OfAClaim, body: json(NewCertification) },
  responses: { 201: claim, ...problems(...GUARDED, ...BODY, 'unknown-claim', 'claim-elsewhere') },
})

const Changed = z.strictObject({ code: z.literal('verdict-changed'), claim: Claim }).openapi('VerdictChanged')

const createDecision = createRoute({
  method: 'post',
  path: '/claims/{claim}/decision',
  summary: 'The committee decides a claim',
  description: 'Judged again with every limit locked. `seen` is the finding that the decider saw: where the rules give something else by now, nothing is decided and the claim is answered as it stands.',
  ...permission('claims:decide'),
  request: { params: OfAClaim, body: json(NewDecision) },
  responses: {
    201: claim,
    ...problems(...GUARDED, ...BODY, 'unknown-claim', 'own-claim', 'claim-incomplete'),
    409: {
      description: '`verdict-changed`: the rules give something else than was seen, and `claim.current` says what. `claim-elsewhere`: the claim was decided already. `not-certified`: fewer of the centre have signed than the fund asks for.',
      content: { 'application/json': { schema: Changed }, 'application/problem+json': { schema: ProblemAnswer } },
    },
  },
})

const createPayment = createRoute({
  method: 'post',
  path: '/claims/{claim}/payment',
  summary: 'What was resolved is paid out on a voucher',
  ...permission('claims:pay'),
  request: { params: OfAClaim, headers: RepeatableHeaders, body: json(NewPayment) },
  responses: { 201: claim, ...problems(...GUARDED, ...BODY, 'unknown-claim', 'claim-elsewhere', 'voucher-number-taken', 'key-reused') },
})

const createReversal = createRoute({
  method: 'post',
  path: '/claims/{claim}/reversal',
  summary: 'An approval is taken back with a reason, and what it took of the limits is free again',
  ...permission('claims:reverse'),
  request: { params: OfAClaim, body: json(NewReversal) },
  responses: { 201: claim, ...problems(...GUARDED, ...BODY, 'unknown-claim', 'claim-elsewhere') },
})

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
  responses: { 200: ok(z.strictObject({ today: Day, entitlements: z.array(Entitlement) }), 'In the order of the notice.'), ...problems(...GUARDED, 'invalid', 'unknown-member', 'no-regulation') },
})

export const claimsRoutes = (vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(getClaims, async (c) => {
    const { state, member, before, limit } = c.req.valid('query')

    const found = await c.var.inFund((rows) => showClaims(rows, { state, memberId: member, before }, limit + 1))
    const claims = found.slice(0, limit)
    const last = claims.at(-1)
    return c.json({ claims, ...(found.length > limit && last && { next: last.id }) }, 200)
  })
  .openapi(createClaim, async (c) => {
    const asked = c.req.valid('json')
    const request = repeatableIn(c.var, c.req, c.req.valid('header')['idempotency-key'], asked)

    const entered = await c.var.inFund((rows) => once(rows, request, Claim, async () => {
      const id = await submit(rows, asked, recordingIn(c.var), vocabulary)
      return showClaim(rows, id, c.var.me, c.var.today, vocabulary)
    }))
    return c.json(entered, 201)
  })
  .openapi(getClaim, async (c) => {
    const { claim: id } = c.req.valid('param')
    const found = await c.var.inFund((rows) => showClaim(rows, id, c.var.me, c.var.today, vocabulary))
    return c.json(found, 200)
  })
  .openapi(createCertification, async (c) => {
    const { claim: id } = c.req.valid('param')
    const { name } = c.req.valid('json')

    const certified = await c.var.inFund(async (rows) => {
      await certify(rows, id, name, recordingIn(c.var))
      return showClaim(rows, id, c.var.me, c.var.today, vocabulary)
    })
    return c.json(certified, 201)
  })
  .openapi(createDecision, async (c) => {
    const { claim: id } = c.req.valid('param')
    const input = c.req.valid('json')

    const { outcome, claim } = await untilSettled(() => c.var.inFund(async (rows) => ({
      outcome: await decide(rows, id, input, c.var.me, recordingIn(c.var), vocabulary),
      claim: await showClaim(rows, id, c.var.me, input.resolution.heldOn, vocabulary),
    })))
    return outcome === 'changed' ? c.json({ code: 'verdict-changed' as const, claim }, 409) : c.json(claim, 201)
  })
  .openapi(createPayment, async (c) => {
    const { claim: id } = c.req.valid('param')
    const paid = c.req.valid('json')
    const request = repeatableIn(c.var, c.req, c.req.valid('header')['idempotency-key'], paid)

    const afterwards = await c.var.inFund((rows) => once(rows, request, Claim, async () => {
      await pay(rows, id, paid, recordingIn(c.var))
      return showClaim(rows, id, c.var.me, c.var.today, vocabulary)
    }))
    return c.json(afterwards, 201)
  })
  .openapi(createReversal, async (c) => {
    const { claim: id } = c.req.valid('param')
    const { reason } = c.req.valid('json')

    const afterwards = await untilSettled(() => c.var.inFund(async (rows) => {
      await reverse(rows, id, reason, recordingIn(c.var))
      return showClaim(rows, id, c.var.me, c.var.today, vocabulary)
    }))
    return c.json(afterwards, 201)
  })
  .openapi(getRecord, async (c) => {
    const { member } = c.req.valid('param')
    const record = await c.var.inFund((rows) => findRecord(rows, member, c.req.valid('query')))
    return c.json(record, 200)
  })
  .openapi(getEntitlements, async (c) => {
    const { member } = c.req.valid('param')
    const { today } = c.var
    const entitlements = await c.var.inFund((rows) => listEntitlements(rows, member, today, vocabulary))
    return c.json({ today, entitlements }, 200)
  })

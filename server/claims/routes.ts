import { createRoute, z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { CleanString, Text } from '../../plugins/kit/text.ts'
import { untilSettled } from '../db/contention.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { ProblemAnswer, problems, PROBLEMS, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { once, repeatableIn, RepeatableHeaders } from '../http/repeatable.ts'
import { json, newRoom, ok } from '../http/room.ts'
import type { WithRegister } from '../members/register.ts'
import { named } from '../people/queries.ts'
import { certify, NewCertification } from './certification.ts'
import { Claim, ClaimEvent, ClaimState, ListedClaim, NewClaim } from './claim.ts'
import { decide, NewDecision } from './decision.ts'
import { NewPayment, NewReversal, pay, reverse } from './payment.ts'
import { countWaiting, listEvents } from './queries.ts'
import { submit } from './request.ts'
import { showClaim, showClaims } from './shown.ts'

const InAFund = z.strictObject({ fund: Slug })
const OfAClaim = z.strictObject({ fund: Slug, claim: z.uuid() })
const BODY = [...SENT, 'impossible'] as const
const claim = ok(Claim, 'The claim.')

const ClaimsPage = z.strictObject({
  claims: z.array(ListedClaim),
  next: z.uuid().optional(),
  /** How many of the fund's claims wait for the committee. */
  waiting: z.int().min(0),
}).openapi('ClaimsPage')

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
      q: CleanString.max(100).optional().describe('A claim’s number, with or without its year, or the beginning of a name or surname, a member number or a citizen ID.'),
      before: z.uuid().optional().describe('The claim before which the page ends: `next` of the one before.'),
      limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(50),
    }),
  },
  responses: { 200: ok(ClaimsPage, 'A page of claims; `next` is there where more follow.'), ...problems(...GUARDED, 'invalid') },
})

const createClaim = createRoute({
  method: 'post',
  path: '/claims',
  summary: 'A benefit is asked for, and the verdict is given at once',
  description: 'Judged by the register, the receipts and the answers. A claim that does not meet the rules is taken in too: people decide.',
  ...permission('claims:enter'),
  request: { params: InAFund, headers: RepeatableHeaders, body: json(NewClaim) },
  responses: { 201: claim, ...problems(...GUARDED, ...BODY, 'unknown-member', 'not-a-member', 'no-regulation', 'claim-exists', 'claim-incomplete', 'plugin-failed', 'key-reused') },
})

const getClaim = createRoute({
  method: 'get',
  path: '/claims/{claim}',
  summary: 'One claim, with what became of it and what the reader may do next',
  ...permission('claims:read'),
  request: { params: OfAClaim },
  responses: { 200: claim, ...problems(...GUARDED, 'impossible', 'unknown-claim') },
})

const getClaimEvents = createRoute({
  method: 'get',
  path: '/claims/{claim}/events',
  summary: 'Who did what to a claim, and when',
  ...permission('claims:read'),
  request: { params: OfAClaim },
  responses: { 200: ok(z.strictObject({ events: z.array(ClaimEvent) }), 'The first first.'), ...problems(...GUARDED, 'unknown-claim') },
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

const Changed = z.strictObject({ code: z.literal('verdict-changed'), text: Text, claim: Claim }).openapi('VerdictChanged')

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
      description: '`verdict-changed`: the rules give something else than was seen, and `claim.current` says what. `claim-elsewhere`: the claim was decided already. `not-certified`: fewer of the centre have signed than the fund asks for. `plugin-failed`: the rules cannot be asked for now.',
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

export const claimsRoutes = (vocabulary: Vocabulary) => newRoom<WithRegister>()
  .openapi(getClaims, async (c) => {
    const { state, member, q, before, limit } = c.req.valid('query')
    const { inFund, fund, citizenIds } = c.var
    const search = { state, memberId: member, typed: q, before }

    const { found, waiting } = await inFund(async (rows) => ({ found: await showClaims(rows, search, limit + 1, (id) => citizenIds.hash(id, fund.id)), waiting: await countWaiting(rows) }))
    const claims = found.slice(0, limit)
    const last = claims.at(-1)
    return c.json({ claims, ...(found.length > limit && last && { next: last.id }), waiting }, 200)
  })
  .openapi(createClaim, async (c) => {
    const asked = c.req.valid('json')
    const request = repeatableIn(c.var, c.req, c.req.valid('header')['idempotency-key'], asked)

    const entered = await c.get('inFund')(async (rows) => {
      const id = await once(rows, request, () => submit(rows, asked, recordingIn(c.var), vocabulary))
      return showClaim(rows, id, c.get('me'), c.get('today'), vocabulary)
    })
    return c.json(entered, 201)
  })
  .openapi(getClaim, async (c) => {
    const { claim: id } = c.req.valid('param')
    const found = await c.get('inFund')((rows) => showClaim(rows, id, c.get('me'), c.get('today'), vocabulary))
    return c.json(found, 200)
  })
  .openapi(getClaimEvents, async (c) => {
    const { claim: id } = c.req.valid('param')
    const { inFund, doors } = c.var
    return c.json({ events: await named(doors, await inFund((rows) => listEvents(rows, id))) }, 200)
  })
  .openapi(createCertification, async (c) => {
    const { claim: id } = c.req.valid('param')
    const { name } = c.req.valid('json')

    const certified = await c.get('inFund')(async (rows) => {
      await certify(rows, id, name, recordingIn(c.var))
      return showClaim(rows, id, c.get('me'), c.get('today'), vocabulary)
    })
    return c.json(certified, 201)
  })
  .openapi(createDecision, async (c) => {
    const { claim: id } = c.req.valid('param')
    const input = c.req.valid('json')

    const { outcome, claim } = await untilSettled(() => c.get('inFund')(async (rows) => ({
      outcome: await decide(rows, id, input, c.get('me'), recordingIn(c.var), vocabulary),
      claim: await showClaim(rows, id, c.get('me'), input.resolution.heldOn, vocabulary),
    })))
    if (outcome === 'decided') return c.json(claim, 201)
    const { th, en } = PROBLEMS['verdict-changed']
    return c.json({ code: 'verdict-changed' as const, text: { th, en }, claim }, 409)
  })
  .openapi(createPayment, async (c) => {
    const { claim: id } = c.req.valid('param')
    const paid = c.req.valid('json')
    const request = repeatableIn(c.var, c.req, c.req.valid('header')['idempotency-key'], paid)

    const afterwards = await c.get('inFund')(async (rows) => {
      await once(rows, request, async () => { await pay(rows, id, paid, recordingIn(c.var)); return id })
      return showClaim(rows, id, c.get('me'), c.get('today'), vocabulary)
    })
    return c.json(afterwards, 201)
  })
  .openapi(createReversal, async (c) => {
    const { claim: id } = c.req.valid('param')
    const { reason } = c.req.valid('json')

    const afterwards = await untilSettled(() => c.get('inFund')(async (rows) => {
      await reverse(rows, id, reason, recordingIn(c.var))
      return showClaim(rows, id, c.get('me'), c.get('today'), vocabulary)
    }))
    return c.json(afterwards, 201)
  })

import { createRoute, z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import type { FundRows } from '../db/scope.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, may, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { once, repeatableIn, RepeatableHeaders } from '../http/repeatable.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { checkMember } from '../members/queries.ts'
import { listStatuses } from '../members/status-queries.ts'
import { listPublications } from '../regulations/queries.ts'
import { Allotment } from './allot.ts'
import { InArrears, listInArrears } from './arrears.ts'
import { Collection, findCollection } from './collection.ts'
import { Passbook, passbookOf } from './passbook.ts'
import { Plan } from './plan.ts'
import { findContributions, findReceipt, listReceipts } from './queries.ts'
import { NewReceipt, NewVoid, Receipt, ShownReceipt } from './receipt.ts'
import { allotTo, receivePayment, setPlan, voidReceipt } from './receiving.ts'

const OfAMember = z.strictObject({ fund: Slug, member: z.uuid() })
const OfAReceipt = z.strictObject({ fund: Slug, receipt: z.uuid() })
const BODY = [...SENT, 'impossible'] as const
const RECEIPTS_MAX = 50
const ARREARS_MAX = 100

const getReceipts = createRoute({
  method: 'get',
  path: '/members/{member}/contributions',
  summary: 'The receipts of a member, newest first',
  ...permission('contributions:read'),
  request: { params: OfAMember, query: z.strictObject({ before: z.uuid().optional().describe('The receipt before which the page ends: `next` of the one before.') }) },
  responses: { 200: ok(z.strictObject({ receipts: z.array(Receipt), next: z.uuid().optional() }), 'At most fifty; voided ones among them.'), ...problems(...GUARDED, 'invalid', 'unknown-member', 'unknown-receipt') },
})

const createReceipt = createRoute({
  method: 'post',
  path: '/members/{member}/contributions',
  summary: 'A payment is taken in',
  description: 'It pays the oldest instalments that are not paid yet; `totalSatang` is what was counted, and is refused where the lines come to anything else.',
  ...permission('contributions:record'),
  request: { params: OfAMember, headers: RepeatableHeaders, body: json(NewReceipt) },
  responses: { 201: ok(Receipt, 'The receipt, with what it covers.'), ...problems(...GUARDED, ...BODY, 'unknown-member', 'not-a-member', 'no-plan', 'receipt-number-taken', 'key-reused') },
})

const getAllotment = createRoute({
  method: 'get',
  path: '/members/{member}/allotment',
  summary: 'What a payment of so many instalments would pay for today',
  description: 'The oldest instalments that are not paid yet; by a daily plan, days.',
  ...permission('contributions:read'),
  request: { params: OfAMember, query: z.strictObject({ instalments: z.coerce.number().pipe(z.int().min(1).max(1000)).default(1) }) },
  responses: {
    200: ok(z.strictObject({ instalments: z.int(), allotments: z.array(Allotment), totalSatang: z.int() }), 'The days it would cover, and what it comes to.'),
    ...problems(...GUARDED, 'invalid', 'impossible', 'unknown-member', 'not-a-member', 'no-plan'),
  },
})

const getReceipt = createRoute({
  method: 'get',
  path: '/receipts/{receipt}',
  summary: 'One receipt',
  ...permission('contributions:read'),
  request: { params: OfAReceipt },
  responses: { 200: ok(ShownReceipt, 'The receipt.'), ...problems(...GUARDED, 'unknown-receipt') },
})

const createVoid = createRoute({
  method: 'post',
  path: '/receipts/{receipt}/void',
  summary: 'A receipt is voided, with a reason; its number is kept',
  ...permission('contributions:void'),
  request: { params: OfAReceipt, body: json(NewVoid) },
  responses: { 201: ok(Receipt, 'The receipt, voided.'), ...problems(...GUARDED, ...BODY, 'unknown-receipt', 'receipt-voided') },
})

const getPassbook = createRoute({
  method: 'get',
  path: '/members/{member}/passbook',
  summary: 'The passbook of a member, instalment by instalment',
  description: 'Newest first. Arrears and the day on which they would end the membership are those of today, by the regulation in force.',
  ...permission('contributions:read'),
  request: { params: OfAMember, query: z.strictObject({ before: Day.optional().describe('The page ends before the instalment that begins on this day: `next` of the one before.') }) },
  responses: { 200: ok(Passbook, 'A page of the passbook.'), ...problems(...GUARDED, 'invalid', 'unknown-member') },
})

const createPlan = createRoute({
  method: 'post',
  path: '/members/{member}/plans',
  summary: 'It is set how a member pays, from a day on',
  ...permission('contributions:record'),
  request: { params: OfAMember, body: json(Plan) },
  responses: { 201: ok(Passbook, 'The passbook, by the plan.'), ...problems(...GUARDED, ...BODY, 'unknown-member', 'not-a-member') },
})

const getArrears = createRoute({
  method: 'get',
  path: '/arrears',
  summary: 'The members who are behind, the first to lapse first',
  description: 'By the regulation in force today. At most a hundred; `count` says how many there are.',
  ...permission('contributions:read'),
  request: { params: z.strictObject({ fund: Slug }) },
  responses: { 200: ok(z.strictObject({ today: Day, count: z.int(), members: z.array(InArrears) }), 'The members in arrears.'), ...problems(...GUARDED) },
})

const getCollection = createRoute({
  method: 'get',
  path: '/collection',
  summary: 'What has been taken in this month, and who has paid up to today',
  ...permission('contributions:read'),
  request: { params: z.strictObject({ fund: Slug }) },
  responses: { 200: ok(Collection, 'Voided receipts are not counted; of the members, those who are members now.'), ...problems(...GUARDED) },
})

async function findPassbook(rows: FundRows, memberId: string, today: Day, before?: Day): Promise<Passbook> {
  await checkMember(rows, memberId)
  const lapse = inForceOn(await listPublications(rows), today)?.regulation.fundTerms.lapse
  return passbookOf({ statuses: await listStatuses(rows, memberId), ...await findContributions(rows, memberId) }, { today, before, lapse })
}

export const contributionsRoutes = newRoom<InFund>()
  .openapi(getReceipts, async (c) => {
    const { member } = c.req.valid('param')
    const { before } = c.req.valid('query')

    const found = await c.get('inFund')(async (rows) => {
      await checkMember(rows, member)
      return listReceipts(rows, member, RECEIPTS_MAX + 1, before === undefined ? undefined : await findReceipt(rows, before))
    })
    const receipts = found.slice(0, RECEIPTS_MAX)
    const last = receipts.at(-1)
    return c.json({ receipts, ...(found.length > RECEIPTS_MAX && last && { next: last.id }) }, 200)
  })
  .openapi(getArrears, async (c) => {
    const today = c.get('today')
    const members = await c.get('inFund')((rows) => listInArrears(rows, today))
    return c.json({ today, count: members.length, members: members.slice(0, ARREARS_MAX) }, 200)
  })
  .openapi(getCollection, async (c) => c.json(await c.get('inFund')((rows) => findCollection(rows, c.get('today'))), 200))
  .openapi(createReceipt, async (c) => {
    const { member } = c.req.valid('param')
    const paid = c.req.valid('json')
    const request = repeatableIn(c.var, c.req, c.req.valid('header')['idempotency-key'], paid)

    const receipt = await c.get('inFund')(async (rows) => findReceipt(rows, await once(rows, request, () => receivePayment(rows, member, paid, recordingIn(c.var)))))
    return c.json(receipt, 201)
  })
  .openapi(getAllotment, async (c) => {
    const { member } = c.req.valid('param')
    const { instalments } = c.req.valid('query')

    const allotments = await c.get('inFund')(async (rows) => {
      await checkMember(rows, member)
      return allotTo(rows, member, instalments, c.get('today'))
    })
    return c.json({ instalments, allotments, totalSatang: allotments.reduce((sum, { amountSatang }) => sum + amountSatang, 0) }, 200)
  })
  .openapi(getReceipt, async (c) => {
    const { receipt } = c.req.valid('param')
    const found = await c.get('inFund')((rows) => findReceipt(rows, receipt))
    return c.json({ ...found, can: !found.voided && may(c.get('me'), 'contributions:void') ? ['void' as const] : [] }, 200)
  })
  .openapi(createVoid, async (c) => {
    const { receipt } = c.req.valid('param')
    const { reason } = c.req.valid('json')

    const voided = await c.get('inFund')((rows) => voidReceipt(rows, receipt, reason, recordingIn(c.var)))
    return c.json(voided, 201)
  })
  .openapi(getPassbook, async (c) => {
    const { member } = c.req.valid('param')
    const { before } = c.req.valid('query')

    const passbook = await c.get('inFund')((rows) => findPassbook(rows, member, c.get('today'), before))
    return c.json(passbook, 200)
  })
  .openapi(createPlan, async (c) => {
    const { member } = c.req.valid('param')
    const passbook = await c.get('inFund')(async (rows) => {
      await setPlan(rows, member, c.req.valid('json'), recordingIn(c.var))
      return findPassbook(rows, member, c.get('today'))
    })
    return c.json(passbook, 201)
  })

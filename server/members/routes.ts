import { createRoute, z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { CleanString } from '../../plugins/kit/text.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, may, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type Me } from '../http/room.ts'
import { named } from '../people/queries.ts'
import { allowedTo } from './allowed.ts'
import { CitizenId } from './citizen-id.ts'
import { listEvents, MemberEvent } from './event.ts'
import { CarriedOverMember, EditedMember, ListedMember, Member, MemberNumber, NewMember } from './member.ts'
import { checkMember, findMember } from './queries.ts'
import { accept, addMember, carryOver, editMember, recordStatus, seeCitizenId, withdrawStatus, type Register, type WithRegister } from './register.ts'
import { listMembers } from './search.ts'
import { DepartureKind, MemberResolution, Note, Standing } from './status.ts'

const InAFund = z.strictObject({ fund: Slug })
const OfAMember = z.strictObject({ fund: Slug, member: z.uuid() })
const BODY = [...SENT, 'impossible'] as const
const TAKEN = ['member-number-taken', 'citizen-id-taken'] as const
const member = ok(Member, 'The member.')

const getMembers = createRoute({
  method: 'get',
  path: '/members',
  summary: 'The members of a fund, a page at a time',
  description: 'In the order of their numbers. `q` is the beginning of a name or surname, with or without its title, tone marks and spaces, a member number, or a citizen ID.',
  ...permission('members:read'),
  request: {
    params: InAFund,
    query: z.strictObject({
      q: CleanString.max(100).optional(),
      centre: z.uuid().optional(),
      standing: Standing.optional(),
      after: MemberNumber.optional().describe('The member number after which the page begins: `next` of the one before.'),
      limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(50),
    }),
  },
  responses: { 200: ok(z.strictObject({ members: z.array(ListedMember), next: z.string().optional(), can: z.array(z.enum(['add', 'carry-over'])) }), 'A page of members; `next` is there where more follow, and `can` says what the one who asks may do with the register.'), ...problems(...GUARDED, 'invalid') },
})

const createMember = createRoute({
  method: 'post',
  path: '/members',
  summary: 'Somebody applies to become a member',
  ...permission('members:write'),
  request: { params: InAFund, body: json(NewMember) },
  responses: { 201: member, ...problems(...GUARDED, ...BODY, ...TAKEN, 'unknown-centre', 'unknown-member') },
})

const createCarriedOver = createRoute({
  method: 'post',
  path: '/carried-over-members',
  summary: 'A member of the fund’s old register is carried over',
  description: 'With the day of joining that stands there. It is the only way to a day of joining in the past.',
  ...permission('members:carry-over'),
  request: { params: InAFund, body: json(CarriedOverMember) },
  responses: { 201: member, ...problems(...GUARDED, ...BODY, ...TAKEN, 'unknown-centre', 'unknown-member') },
})

const getMember = createRoute({
  method: 'get',
  path: '/members/{member}',
  summary: 'One member, as the register tells of them',
  ...permission('members:read'),
  request: { params: OfAMember },
  responses: { 200: member, ...problems(...GUARDED, 'unknown-member') },
})

const putMember = createRoute({
  method: 'put',
  path: '/members/{member}',
  summary: 'What the register says of a member is corrected',
  ...permission('members:write'),
  request: { params: OfAMember, body: json(EditedMember) },
  responses: { 200: member, ...problems(...GUARDED, ...BODY, ...TAKEN, 'unknown-centre', 'unknown-member', 'changed-meanwhile') },
})

const createAcceptance = createRoute({
  method: 'post',
  path: '/members/{member}/acceptance',
  summary: 'The committee accepts somebody as a member, for the first time or again',
  ...permission('members:write'),
  request: {
    params: OfAMember,
    body: json(z.strictObject({ resolution: MemberResolution, memberFromOn: Day.optional().describe('The day membership counts from; the day of the meeting unless said, never before it.') }).openapi('NewAcceptance')),
  },
  responses: { 201: member, ...problems(...GUARDED, ...BODY, 'unknown-member', 'not-from-here') },
})

const createRefusal = createRoute({
  method: 'post',
  path: '/members/{member}/refusal',
  summary: 'The committee does not accept somebody',
  ...permission('members:write'),
  request: { params: OfAMember, body: json(z.strictObject({ resolution: MemberResolution, note: Note }).openapi('NewRefusal')) },
  responses: { 201: member, ...problems(...GUARDED, ...BODY, 'unknown-member', 'not-from-here') },
})

const NewDeparture = z.strictObject({
  kind: DepartureKind,
  happenedOn: Day,
  resolution: MemberResolution.optional(),
  note: Note.optional(),
}).openapi('NewDeparture')

const createDeparture = createRoute({
  method: 'post',
  path: '/members/{member}/departure',
  summary: 'A membership ends',
  ...permission('members:write'),
  request: { params: OfAMember, body: json(NewDeparture) },
  responses: { 201: member, ...problems(...GUARDED, ...BODY, 'unknown-member', 'not-from-here') },
})

const createWithdrawal = createRoute({
  method: 'post',
  path: '/members/{member}/statuses/{position}/withdrawal',
  summary: 'What was recorded last of a membership is withdrawn as a mistake',
  ...permission('members:write'),
  request: {
    params: OfAMember.extend({ position: z.coerce.number().pipe(z.int().min(1).max(1_000_000)) }),
    body: json(z.strictObject({ reason: Note }).openapi('NewStatusWithdrawal')),
  },
  responses: { 201: member, ...problems(...GUARDED, ...BODY, 'no-such-address', 'unknown-member', 'not-the-last-status') },
})

const createViewing = createRoute({
  method: 'post',
  path: '/members/{member}/citizen-id-viewings',
  summary: 'A citizen ID is seen in full, which is recorded with its reason',
  ...permission('citizen-ids:read'),
  request: { params: OfAMember, body: json(z.strictObject({ reason: Note }).openapi('NewCitizenIdViewing')) },
  responses: { 201: ok(z.strictObject({ citizenId: CitizenId }), 'The thirteen digits.'), ...problems(...GUARDED, ...BODY, 'unknown-member', 'no-citizen-id') },
})

const EVENTS_MAX = 50

const getEvents = createRoute({
  method: 'get',
  path: '/members/{member}/events',
  summary: 'Who did what to a member’s record, newest first',
  ...permission('members:read'),
  request: { params: OfAMember, query: z.strictObject({ before: z.coerce.number().pipe(z.int().min(1)).optional() }) },
  responses: { 200: ok(z.strictObject({ events: z.array(MemberEvent), next: z.int().optional() }), 'At most fifty; `next` is where older ones go on.'), ...problems(...GUARDED, 'invalid', 'unknown-member') },
})

const show = ({ rows, fundId, citizenIds }: Register, id: string) => findMember(rows, id, (sealed) => citizenIds.open(sealed, { fundId, memberId: id }))

/** Does something to a member's record, and shows what it is afterwards. */
const afterwards = ({ fund, inFund, citizenIds, me }: WithRegister & { me: Me }, act: (register: Register) => Promise<string>): Promise<Member> =>
  inFund(async (rows) => {
    const register = { rows, fundId: fund.id, citizenIds }
    const member = await show(register, await act(register))
    return { ...member, ...allowedTo(me, member) }
  })

export const membersRoutes = newRoom<WithRegister>()
  .openapi(getMembers, async (c) => {
    const { q, centre, standing, after, limit } = c.req.valid('query')
    const { fund, citizenIds, me } = c.var

    const found = await c.get('inFund')((rows) => listMembers(rows, { typed: q, centreId: centre, standing, after }, limit + 1, (id) => citizenIds.hash(id, fund.id)))
    const members = found.slice(0, limit)
    const last = members.at(-1)
    const can = [...(may(me, 'members:write') ? ['add' as const] : []), ...(may(me, 'members:carry-over') ? ['carry-over' as const] : [])]
    return c.json({ members, can, ...(found.length > limit && last && { next: last.number }) }, 200)
  })
  .openapi(createMember, async (c) => {
    const added = await afterwards(c.var, (register) => addMember(register, c.req.valid('json'), recordingIn(c.var)))
    return c.json(added, 201)
  })
  .openapi(createCarriedOver, async (c) => {
    const added = await afterwards(c.var, (register) => carryOver(register, c.req.valid('json'), recordingIn(c.var)))
    return c.json(added, 201)
  })
  .openapi(getMember, async (c) => {
    const { member: id } = c.req.valid('param')
    const found = await afterwards(c.var, async () => id)
    return c.json(found, 200)
  })
  .openapi(putMember, async (c) => {
    const { member: id } = c.req.valid('param')
    const edited = await afterwards(c.var, (register) => editMember(register, id, c.req.valid('json'), recordingIn(c.var)))
    return c.json(edited, 200)
  })
  .openapi(createAcceptance, async (c) => {
    const { member: id } = c.req.valid('param')
    const accepted = await afterwards(c.var, (register) => accept(register, id, c.req.valid('json'), recordingIn(c.var)))
    return c.json(accepted, 201)
  })
  .openapi(createRefusal, async (c) => {
    const { member: id } = c.req.valid('param')
    const { resolution, note } = c.req.valid('json')
    const refused = await afterwards(c.var, (register) => recordStatus(register, id, { kind: 'refused', happenedOn: resolution.heldOn, resolution, note }, recordingIn(c.var)))
    return c.json(refused, 201)
  })
  .openapi(createDeparture, async (c) => {
    const { member: id } = c.req.valid('param')
    const departed = await afterwards(c.var, (register) => recordStatus(register, id, c.req.valid('json'), recordingIn(c.var)))
    return c.json(departed, 201)
  })
  .openapi(createWithdrawal, async (c) => {
    const { member: id, position } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const withdrawn = await afterwards(c.var, (register) => withdrawStatus(register, id, position, reason, recordingIn(c.var)))
    return c.json(withdrawn, 201)
  })
  .openapi(createViewing, async (c) => {
    const { member: id } = c.req.valid('param')
    const { fund, citizenIds } = c.var

    const citizenId = await c.get('inFund')((rows) => seeCitizenId({ rows, fundId: fund.id, citizenIds }, id, c.req.valid('json').reason, recordingIn(c.var)))
    return c.json({ citizenId }, 201)
  })
  .openapi(getEvents, async (c) => {
    const { member: id } = c.req.valid('param')
    const { before } = c.req.valid('query')

    const found = await c.get('inFund')(async (rows) => {
      await checkMember(rows, id)
      return listEvents(rows, id, EVENTS_MAX + 1, before)
    })
    const events = found.slice(0, EVENTS_MAX)
    const last = events.at(-1)
    return c.json({ events: await named(c.get('doors'), events), ...(found.length > EVENTS_MAX && last && { next: last.position }) }, 200)
  })

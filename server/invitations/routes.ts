import { createRoute, z } from '@hono/zod-openapi'
import { renderSVG } from 'uqr'
import type { GateRows } from '../db/scope.ts'
import { Slug } from '../funds/fund.ts'
import { deviceOf } from '../http/address.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { Problem, problems, SENT } from '../http/problem.ts'
import { json, newRoom, ok, type Entered, type InFund } from '../http/room.ts'
import { offerPasskey, verifyNewPasskey } from '../passkeys/ceremony.ts'
import { Creation } from '../passkeys/passkey.ts'
import { saveNewPasskey } from '../passkeys/queries.ts'
import { checkNewPassword, hashPassword } from '../people/password.ts'
import { PersonName } from '../people/person.ts'
import { saveNewPerson } from '../people/queries.ts'
import { beginSession } from '../session/beginning.ts'
import { Acceptance, Invitation, linkOf, MadeInvitation, NewInvitation, OpenInvitation, Token } from './invitation.ts'
import { acceptInvitation, deleteInvitation, findInvitation, listInvitations, saveNewInvitation } from './queries.ts'


const getInvitations = createRoute({
  method: 'get',
  path: '/invitations',
  summary: 'The invitations of a fund that lie open',
  ...permission('people:manage'),
  request: { params: z.strictObject({ fund: Slug }) },
  responses: { 200: ok(z.strictObject({ invitations: z.array(Invitation) }), 'The newest first.'), ...problems(...GUARDED) },
})

const createInvitation = createRoute({
  method: 'post',
  path: '/invitations',
  summary: 'Somebody is invited into a role of the fund',
  description: 'The link can be used once, within 72 hours. It is told here and never again.',
  ...permission('people:manage'),
  request: { params: z.strictObject({ fund: Slug }), body: json(NewInvitation) },
  responses: { 201: ok(MadeInvitation, 'The link and its QR code, to be handed over.'), ...problems(...GUARDED, ...SENT) },
})

const removeInvitation = createRoute({
  method: 'delete',
  path: '/invitations/{invitation}',
  summary: 'An invitation is taken back',
  ...permission('people:manage'),
  request: { params: z.strictObject({ fund: Slug, invitation: z.uuid() }) },
  responses: { 204: { description: 'Taken back.' }, ...problems(...GUARDED, 'unknown-invitation') },
})

export const invitationsRoutes = newRoom<InFund>()
  .openapi(getInvitations, async (c) => {
    const invitations = await c.get('doors').atGate((rows) => listInvitations(rows, c.get('fund').id, c.get('now')))
    return c.json({ invitations }, 200)
  })
  .openapi(createInvitation, async (c) => {
    const invited = c.req.valid('json')
    const { doors, fund, me, now, origin } = c.var

    const { token, ...made } = await doors.atGate((rows) => saveNewInvitation(rows, { ...invited, fundId: fund.id }, me.id, now))
    const link = linkOf(origin, token)
    return c.json({ ...invited, ...made, link, qr: renderSVG(link, { border: 2 }) }, 201)
  })
  .openapi(removeInvitation, async (c) => {
    const { invitation } = c.req.valid('param')
    await c.get('doors').atGate((rows) => deleteInvitation(rows, c.get('fund').id, invitation))
    return c.body(null, 204)
  })

const readInvitation = createRoute({
  method: 'post',
  path: '/reading',
  summary: 'What an invitation invites to',
  ...permission('public'),
  request: { body: json(z.strictObject({ token: Token })) },
  responses: { 200: ok(OpenInvitation, 'The invitation.'), ...problems(...SENT, 'foreign-origin', 'unknown-invitation') },
})

const createChallenge = createRoute({
  method: 'post',
  path: '/challenge',
  summary: 'Begins the making of a passkey for one who is invited',
  ...permission('public'),
  request: { body: json(z.strictObject({ token: Token, name: PersonName })) },
  responses: { 201: ok(Creation, 'What the browser asks the device, within five minutes.'), ...problems(...SENT, 'foreign-origin', 'unknown-invitation') },
})

const createAcceptance = createRoute({
  method: 'post',
  path: '/acceptance',
  summary: 'An invitation is accepted',
  description: 'Once: by the person who is signed in, or as a new person, who then is.',
  ...permission('public'),
  request: { body: json(Acceptance) },
  responses: { 201: ok(OpenInvitation, 'What was accepted.'), ...problems(...SENT, 'foreign-origin', 'unknown-invitation', 'signed-out', 'passkey-refused', 'phone-taken', 'impossible') },
})

export const acceptanceRoutes = newRoom<Entered>()
  .openapi(readInvitation, async (c) => {
    const { token } = c.req.valid('json')
    const { told } = await c.get('doors').atGate((rows) => findInvitation(rows, token, c.get('now'), c.get('today')))
    return c.json(told, 200)
  })
  .openapi(createChallenge, async (c) => {
    const { token, name } = c.req.valid('json')
    const { doors, now, today, origin } = c.var

    const creation = await doors.atGate(async (rows) => {
      const { id } = await findInvitation(rows, token, now, today)
      return offerPasskey(rows, { name }, purposeOf(id), origin, now)
    })
    return c.json(creation, 201)
  })
  .openapi(createAcceptance, async (c) => {
    const acceptance = c.req.valid('json')
    const { doors, now, today, origin, visitor } = c.var
    const by = { personId: visitor?.id, device: deviceOf(c), origin, now }

    await doors.atGate((rows) => findInvitation(rows, acceptance.token, now, today)) // nobody without one makes us hash
    const passwordHash = await newPasswordHash(acceptance)
    const told = await doors.atGate(async (rows) => {
      const invitation = await findInvitation(rows, acceptance.token, now, today)
      const personId = await personAccepting(rows, acceptance, invitation.id, passwordHash, by)
      await acceptInvitation(rows, invitation, personId, now)
      await beginSession(c, rows, personId)
      return invitation.told
    })
    return c.json(told, 201)
  })

const purposeOf = (invitationId: string) => `invitation ${invitationId}`

async function newPasswordHash(acceptance: Acceptance): Promise<string | null> {
  if (acceptance.as !== 'password') return null
  checkNewPassword(acceptance.password, acceptance)
  return hashPassword(acceptance.password)
}

interface Accepting {
  /** Who is signed in. */
  personId: string | undefined
  device: string
  origin: string
  now: Date
}

/** Who accepts: somebody who is known, or a new person with the key or password they brought. */
async function personAccepting(rows: GateRows, acceptance: Acceptance, invitationId: string, passwordHash: string | null, { personId, device, origin, now }: Accepting): Promise<string> {
  if (acceptance.as === 'me') {
    if (personId === undefined) throw new Problem('signed-out')
    return personId
  }
  if (acceptance.as === 'password') return saveNewPerson(rows, { name: acceptance.name, phone: acceptance.phone, passwordHash }, now)

  const passkey = await verifyNewPasskey(rows, acceptance.passkey, purposeOf(invitationId), origin, now)
  const newPersonId = await saveNewPerson(rows, { name: acceptance.name, phone: null, passwordHash: null }, now)
  await saveNewPasskey(rows, { ...passkey, personId: newPersonId, device }, now)
  return newPersonId
}

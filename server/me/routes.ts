import { createRoute, z } from '@hono/zod-openapi'
import type { Doors, GateRows } from '../db/scope.ts'
import { addressOf, deviceOf } from '../http/address.ts'
import { checkFresh, permission } from '../http/permission.ts'
import { Problem, problems, SENT } from '../http/problem.ts'
import { json, newRoom, ok, type Entered } from '../http/room.ts'
import { endSession, endSessionsOf, listSessionsOf } from '../http/session.ts'
import { offerPasskey, verifyNewPasskey } from '../passkeys/ceremony.ts'
import { Creation, NewPasskey, Passkey, PasskeyId } from '../passkeys/passkey.ts'
import { deletePasskey, listPasskeysOf, saveNewPasskey } from '../passkeys/queries.ts'
import { checkNewPassword, hashPassword, isPassword } from '../people/password.ts'
import { OwnPhone, Password } from '../people/person.ts'
import { findPerson, savePassword, type Person } from '../people/queries.ts'
import { forgiveAttempt, takeAttempt } from '../session/attempts.ts'
import { beginSession } from '../session/beginning.ts'
import { Account, OwnSession, ownSession } from './account.ts'
import { listOffices } from './queries.ts'

const OWN = ['signed-out', 'foreign-origin'] as const
const Passkeys = z.strictObject({ passkeys: z.array(Passkey) })

const getAccount = createRoute({
  method: 'get',
  path: '/',
  summary: 'One’s own account: where one serves, and the ways in',
  ...permission('signed-in'),
  responses: { 200: ok(Account, 'The account.'), ...problems(...OWN) },
})

const getSessions = createRoute({
  method: 'get',
  path: '/sessions',
  summary: 'Where one is signed in',
  ...permission('signed-in'),
  responses: { 200: ok(z.strictObject({ sessions: z.array(OwnSession) }), 'The last used first.'), ...problems(...OWN) },
})

const removeSession = createRoute({
  method: 'delete',
  path: '/sessions/{session}',
  summary: 'Signs another browser out',
  ...permission('signed-in'),
  request: { params: z.strictObject({ session: z.string().regex(/^[0-9a-f]{64}$/, 'a session is named by 64 hexadecimal digits') }) },
  responses: { 204: { description: 'Signed out there.' }, ...problems(...OWN, 'unknown-session') },
})

const setPassword = createRoute({
  method: 'put',
  path: '/password',
  summary: 'Sets one’s password, and the number to sign in with',
  description: 'The password until now is asked for; who has none signs in afresh instead. Every other session ends.',
  ...permission('signed-in'),
  request: { body: json(z.strictObject({ phone: OwnPhone, password: Password, current: Password.optional() }).openapi('NewPassword')) },
  responses: { 204: { description: 'Set.' }, ...problems(...OWN, ...SENT, 'impossible', 'wrong-credentials', 'too-many-attempts', 'phone-taken', 'sign-in-again') },
})

const createChallenge = createRoute({
  method: 'post',
  path: '/passkeys/challenge',
  summary: 'Begins the making of another passkey',
  ...permission('signed-in'),
  responses: { 201: ok(Creation, 'What the browser asks the device, within five minutes.'), ...problems(...OWN, 'sign-in-again') },
})

const createPasskey = createRoute({
  method: 'post',
  path: '/passkeys',
  summary: 'Adds a passkey to one’s account',
  ...permission('signed-in'),
  request: { body: json(NewPasskey) },
  responses: { 201: ok(Passkeys, 'One’s passkeys.'), ...problems(...OWN, ...SENT, 'passkey-refused', 'sign-in-again') },
})

const removePasskey = createRoute({
  method: 'delete',
  path: '/passkeys/{passkey}',
  summary: 'Removes a passkey, of a telephone that is lost or given away',
  ...permission('signed-in'),
  request: { params: z.strictObject({ passkey: PasskeyId }) },
  responses: { 200: ok(Passkeys, 'One’s passkeys.'), ...problems(...OWN, 'unknown-passkey', 'last-way-in', 'sign-in-again') },
})

export const meRoutes = newRoom<Entered>()
  .openapi(getAccount, async (c) => {
    const { doors, me, today } = c.var
    const account = await doors.atGate(async (rows) => {
      const { name, phone, passwordHash } = await findSelf(rows, me.id)
      return { name, ...(phone !== null && { phone }), hasPassword: passwordHash !== null, passkeys: await listPasskeysOf(rows, me.id), ...await listOffices(rows, me.id, today) }
    })
    return c.json(account, 200)
  })
  .openapi(getSessions, async (c) => {
    const sessions = await c.get('doors').atGate((rows) => listSessionsOf(rows, c.get('me').id, c.get('now')))
    return c.json({ sessions: sessions.map((session) => ownSession(session, c.get('me').session)) }, 200)
  })
  .openapi(removeSession, async (c) => {
    const { session } = c.req.valid('param')
    await c.get('doors').atGate(async (rows) => {
      const own = await listSessionsOf(rows, c.get('me').id, c.get('now'))
      if (!own.some(({ id }) => id === session)) throw new Problem('unknown-session')
      await endSession(rows, session)
    })
    return c.body(null, 204)
  })
  .openapi(setPassword, async (c) => {
    const { phone, password, current } = c.req.valid('json')
    const { doors, me, now } = c.var
    const person = await doors.atGate((rows) => findSelf(rows, me.id))

    if (person.passwordHash === null) checkFresh(me, now)
    else await checkCurrentPassword(doors, person, current, addressOf(c), now)
    checkNewPassword(password, { name: person.name, phone })
    const passwordHash = await hashPassword(password)
    await doors.atGate(async (rows) => {
      await savePassword(rows, me.id, phone, passwordHash)
      await endSessionsOf(rows, me.id)
      await beginSession(c, rows, me.id)
    })
    return c.body(null, 204)
  })
  .openapi(createChallenge, async (c) => {
    const { doors, me, origin, now } = c.var
    checkFresh(me, now)
    return c.json(await doors.atGate((rows) => offerPasskey(rows, { name: me.name, personId: me.id }, purposeOf(me.id), origin, now)), 201)
  })
  .openapi(createPasskey, async (c) => {
    const made = c.req.valid('json')
    const { doors, me, origin, now } = c.var
    checkFresh(me, now)

    const passkeys = await doors.atGate(async (rows) => {
      const passkey = await verifyNewPasskey(rows, made, purposeOf(me.id), origin, now)
      await saveNewPasskey(rows, { ...passkey, personId: me.id, device: deviceOf(c) }, now)
      return listPasskeysOf(rows, me.id)
    })
    return c.json({ passkeys }, 201)
  })
  .openapi(removePasskey, async (c) => {
    const { passkey } = c.req.valid('param')
    const { doors, me, now } = c.var
    checkFresh(me, now)

    const passkeys = await doors.atGate(async (rows) => {
      const { passwordHash } = await findSelf(rows, me.id)
      if (!await deletePasskey(rows, me.id, passkey)) throw new Problem('unknown-passkey')
      const left = await listPasskeysOf(rows, me.id)
      if (left.length === 0 && passwordHash === null) throw new Problem('last-way-in')
      return left
    })
    return c.json({ passkeys }, 200)
  })

const purposeOf = (personId: string) => `person ${personId}`

async function findSelf(rows: GateRows, id: string): Promise<Person> {
  const person = await findPerson(rows, { id })
  if (!person) throw new Error(`nobody has the id ${id}`)
  return person
}

/** One who holds a telephone that lies open may guess as little as a stranger. */
async function checkCurrentPassword(doors: Doors, { phone, passwordHash }: Person, typed: string | undefined, address: string, now: Date) {
  const attempt = { phone: phone ?? '', address }
  await doors.atGate((rows) => takeAttempt(rows, attempt, now))
  if (typed === undefined || !await isPassword(typed, passwordHash)) throw new Problem('wrong-credentials')
  await doors.atGate((rows) => forgiveAttempt(rows, attempt, now))
}

import { createRoute, z } from '@hono/zod-openapi'
import { addressOf } from '../http/address.ts'
import { permission } from '../http/permission.ts'
import { Problem, problems, SENT } from '../http/problem.ts'
import { json, newRoom, ok, type Entered } from '../http/room.ts'
import { dropToken } from '../http/session-cookie.ts'
import { endSession } from '../http/session.ts'
import { Answer, Challenge } from '../passkeys/passkey.ts'
import { askForPasskey, verifyPasskey } from '../passkeys/ceremony.ts'
import { isPassword } from '../people/password.ts'
import { Password, Phone } from '../people/person.ts'
import { findPerson } from '../people/queries.ts'
import { forgiveAttempt, takeAttempt } from './attempts.ts'
import { beginSession } from './beginning.ts'

const SignedIn = z.strictObject({
  /** Absent while nobody is signed in. */
  name: z.string().optional(),
}).openapi('Session')

const BODY = [...SENT, 'foreign-origin'] as const

const showSession = createRoute({
  method: 'get',
  path: '/',
  summary: 'Who is signed in',
  description: 'For a page that greets a person, or shows the way in.',
  ...permission('public'),
  responses: { 200: ok(SignedIn, 'The session.'), ...problems() },
})

const createSession = createRoute({
  method: 'post',
  path: '/',
  summary: 'Signs in with a password',
  description: 'Begins a session of twelve hours at most, kept in a cookie. After some failures each next attempt waits longer, never for good.',
  ...permission('public'),
  request: { body: json(z.strictObject({ phone: Phone, password: Password }).openapi('Credentials')) },
  responses: { 201: ok(SignedIn, 'Signed in.'), ...problems(...BODY, 'wrong-credentials', 'too-many-attempts') },
})

const createChallenge = createRoute({
  method: 'post',
  path: '/challenge',
  summary: 'Begins a sign-in with a passkey',
  ...permission('public'),
  responses: { 201: ok(Challenge, 'What the browser asks the passkey, within five minutes.'), ...problems('foreign-origin') },
})

const createPasskeySession = createRoute({
  method: 'post',
  path: '/passkey',
  summary: 'Signs in with a passkey',
  ...permission('public'),
  request: { body: json(Answer) },
  responses: { 201: ok(SignedIn, 'Signed in.'), ...problems(...BODY, 'passkey-refused') },
})

const deleteSession = createRoute({
  method: 'delete',
  path: '/',
  summary: 'Signs out',
  description: 'The session ends here and in the browser.',
  ...permission('signed-in'),
  responses: { 204: { description: 'Signed out.' }, ...problems('signed-out', 'foreign-origin') },
})

export const sessionRoutes = newRoom<Entered>()
  .openapi(showSession, async (c) => {
    const visitor = c.get('visitor')
    return c.json(visitor ? { name: visitor.name } : {}, 200)
  })
  .openapi(createSession, async (c) => {
    const { phone, password } = c.req.valid('json')
    const { doors, now } = c.var
    const attempt = { phone, address: addressOf(c) }

    await doors.atGate((rows) => takeAttempt(rows, attempt, now))
    const person = await doors.atGate((rows) => findPerson(rows, { phone }))
    if (!await isPassword(password, person?.passwordHash) || !person) throw new Problem('wrong-credentials')

    await doors.atGate(async (rows) => {
      await forgiveAttempt(rows, attempt, now)
      await beginSession(c, rows, person.id)
    })
    return c.json({ name: person.name }, 201)
  })
  .openapi(createChallenge, async (c) => c.json(await c.get('doors').atGate((rows) => askForPasskey(rows, c.get('origin'), c.get('now'))), 201))
  .openapi(createPasskeySession, async (c) => {
    const answer = c.req.valid('json')

    const { name } = await c.get('doors').atGate(async (rows) => beginSession(c, rows, await verifyPasskey(rows, answer, c.get('origin'), c.get('now'))))
    return c.json({ name }, 201)
  })
  .openapi(deleteSession, async (c) => {
    await c.get('doors').atGate((rows) => endSession(rows, c.get('me').session.id))
    dropToken(c)
    return c.body(null, 204)
  })

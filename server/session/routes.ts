import { createRoute, z } from '@hono/zod-openapi'
import { permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { newRoom, ok, type Entered } from '../http/room.ts'
import { dropToken } from '../http/session-cookie.ts'
import { endSession } from '../http/session.ts'

const SignedIn = z.strictObject({
  /** Absent while nobody is signed in. */
  name: z.string().optional(),
}).openapi('Session')

const showSession = createRoute({
  method: 'get',
  path: '/',
  summary: 'Who is signed in',
  description: 'For a page that greets a person, or shows the way in.',
  ...permission('public'),
  responses: { 200: ok(SignedIn, 'The session.'), ...problems() },
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
  .openapi(showSession, async (c) => c.json(c.var.visitor ? { name: c.var.visitor.name } : {}, 200))
  .openapi(deleteSession, async (c) => {
    await c.var.doors.atGate((rows) => endSession(rows, c.var.me.session.id))
    dropToken(c)
    return c.body(null, 204)
  })

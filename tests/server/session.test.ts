import { createRoute, z } from '@hono/zod-openapi'
import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { permission } from '../../server/http/permission.ts'
import type { FundRole } from '../../server/http/role.ts'
import { newRoom, ok, type InFund } from '../../server/http/room.ts'
import { listSessionsOf, startSession } from '../../server/http/session.ts'
import { cast } from '../cast.ts'

/** What any successor of the module that keeps sessions must pass. */

const HOUR = 3_600_000
const hidden = '/api/funds/ban-mai/hidden'

describe('a session', () => {
  test('it works: who has one is known by name, and by role in the fund', async () => {
    const { signIn } = await scene()
    const { get } = await signIn(['clerk'])

    expect(await (await get('/api/session')).json()).toEqual({ name: 'มาลี' })
    expect(await (await get(hidden)).json()).toEqual({ name: 'มาลี', roles: ['clerk'] })
  })

  test('only the hash of its token is stored, and the token is 256 bits', async () => {
    const { signIn, superuser } = await scene()
    const { token } = await signIn(['clerk'])

    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const stored = JSON.stringify(await superuser`select * from sessions`)
    expect(stored).toMatch(/"id":"[0-9a-f]{64}"/)
    expect(stored).not.toContain(token)
  })

  test.each([['nothing', ''], ['another', 'x'.repeat(43)], ['its hash', 'hash'], ['half a character', '%E0%A4'], ['quotes', '"; drop table sessions; --'], ['100 kB', 'y'.repeat(100_000)]])('with %s for a token there is none', async (_what, sent) => {
    const { signIn, app, superuser } = await scene()
    await signIn(['clerk'])
    const [kept] = await superuser<{ id: string }[]>`select id from sessions`
    const answer = await app.request('/api/session', { headers: { cookie: `__Host-sajja=${sent === 'hash' ? kept?.id : sent}` } })

    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({})
  })

  test('it ends twelve hours after it began, however much it is used', async () => {
    const { signIn, passes } = await scene()
    const { get } = await signIn(['clerk'])
    for (let hour = 1; hour < 12; hour++) {
      passes(HOUR)
      expect(await (await get('/api/session')).json(), `after ${hour} hours`).toEqual({ name: 'มาลี' })
    }
    passes(HOUR)
    expect(await (await get('/api/session')).json()).toEqual({})
  })

  test.each([[30], [240]])('left alone for %i minutes it ends; a minute less and it holds', async (minutes) => {
    const { signIn, passes, superuser } = await scene()
    const { get } = await signIn(['clerk'], minutes)
    for (const turn of [1, 2]) {
      passes((minutes - 1) * 60_000)
      expect(await (await get('/api/session')).json(), `turn ${turn}`).toEqual({ name: 'มาลี' })
    }
    passes(minutes * 60_000)
    expect(await (await get('/api/session')).json()).toEqual({})
    expect(await superuser`select id from sessions`).toHaveLength(0)
  })

  test('signing out ends it, here and in the browser', async () => {
    const { signIn, superuser } = await scene()
    const { get, send } = await signIn(['clerk'])
    const answer = await send('DELETE', '/api/session')

    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toMatch(/__Host-sajja=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax/)
    expect(await superuser`select id from sessions`).toHaveLength(0)
    expect(await (await get('/api/session')).json()).toEqual({})
  })

  test('a person sees those that hold, the last used first', async () => {
    const { signIn, doors, passes } = await scene()
    const { get, personId } = await signIn(['clerk'], 240, 'a telephone')
    await doors.atGate((rows) => startSession(rows, { personId, device: 'a computer', idleMinutes: 30 }, new Date()))
    passes(20 * 60_000)
    await get('/api/session')
    const devices = async () => (await doors.atGate((rows) => listSessionsOf(rows, personId, new Date()))).map(({ device }) => device)

    expect(await devices()).toEqual(['a telephone', 'a computer'])
    passes(20 * 60_000)
    expect(await devices()).toEqual(['a telephone'])
  })
})

describe('the guard of a fund’s room', () => {
  test('signed out: sign in first', async () => {
    const { app } = await scene()

    expect(await refusal(app.request(hidden))).toEqual([401, 'signed-out'])
  })

  test('to somebody of no role here it is the fund that never existed', async () => {
    const { signIn } = await scene()
    const { get } = await signIn([])

    const [here, nowhere] = [await (await get(hidden)).json(), await (await get('/api/funds/nowhere/hidden')).json()]
    expect({ ...here, requestId: '' }).toEqual({ ...nowhere, requestId: '' })
    expect(here).toMatchObject({ status: 404, code: 'unknown-fund' })
  })

  test('a colleague without the role is told which it takes', async () => {
    const { signIn } = await scene()
    const { get } = await signIn(['viewer', 'treasurer'])
    const answer = await get(hidden)

    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'role-needed', places: [{ at: 'role', text: { th: 'ต้องเป็นผู้บันทึกหรือผู้ดูแลกองทุน', en: 'it takes a clerk or fund administrator' } }] })
  })

  test('a suspended fund says so to its own, and to no one else', async () => {
    const { signIn, superuser } = await scene()
    const [clerk, stranger] = [await signIn(['clerk']), await signIn([])]
    await superuser`update funds set suspended_at = now() where slug = 'ban-mai'`

    expect(await refusal(clerk.get(hidden))).toEqual([403, 'fund-suspended'])
    expect(await refusal(stranger.get(hidden))).toEqual([404, 'unknown-fund'])
    expect((await stranger.get('/api/funds/ban-mai')).status, 'its notice stays up').toBe(200)
  })

  test('a role taken away is gone at the next request', async () => {
    const { signIn, superuser } = await scene()
    const { get } = await signIn(['clerk'])
    await superuser`delete from fund_roles`

    expect(await refusal(get(hidden))).toEqual([404, 'unknown-fund'])
  })
})

describe('an act that another site asks for', () => {
  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, 204],
    [{ origin: 'http://127.0.0.1:3000' }, 204],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' }, 403],
    [{ origin: 'https://elsewhere.example' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 403],
  ])('%o: %i', async (headers, status) => {
    const { signIn, app } = await scene()
    const { cookie } = await signIn(['clerk'])
    const answer = await app.request('/api/session', { method: 'DELETE', headers: { cookie, ...headers } })

    expect(answer.status).toBe(status)
  })

  test('a program that is nobody may still ask what the rules give', async () => {
    const { post } = await cast()

    expect((await post('/api/funds/ban-mai/verdicts', { benefitId: 'hospital', answers: {} })).status).toBe(200)
  })
})

const refusal = async (asked: Response | Promise<Response>) => {
  const answer = await asked
  const { code } = await answer.json()
  return [answer.status, code]
}

/** Ban Mai with a room for its clerks, and people to sign in there. */
async function scene() {
  const { app, superuser, doors, ...rest } = await cast()
  app.route('/api/funds/:fund', newRoom<InFund>().openapi(
    createRoute({ method: 'get', path: '/hidden', ...permission('members:write'), responses: { 200: ok(z.strictObject({ name: z.string(), roles: z.array(z.string()) }), '') } }),
    async (c) => c.json({ name: c.var.me.name, roles: [...c.var.me.roles] }, 200),
  ))
  const [banMai] = await superuser<{ id: string }[]>`select id from funds where slug = 'ban-mai'`

  async function signIn(roles: FundRole[], idleMinutes = 240, device = 'a telephone') {
    const personId = randomUUID()
    await superuser`insert into people ${superuser({ id: personId, name: 'มาลี', joined_at: new Date() })}`
    for (const role of roles) await superuser`insert into fund_roles ${superuser({ fund_id: banMai?.id ?? '', person_id: personId, role, given_at: new Date() })}`
    const token = await doors.atGate((rows) => startSession(rows, { personId, device, idleMinutes }, new Date()))
    const cookie = `__Host-sajja=${token}`
    const send = async (method: string, path: string) => app.request(path, { method, headers: { cookie, origin: 'http://127.0.0.1:3000' } })
    return { personId, token, cookie, send, get: async (path: string) => send('GET', path) }
  }
  return { ...rest, app, superuser, doors, signIn, passes: (milliseconds: number) => { vi.setSystemTime(Date.now() + milliseconds) } }
}

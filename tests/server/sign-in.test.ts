import { expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { PASSWORD, visitor } from '../people.ts'

const path = '/api/session'
const MINUTE = 60_000

test('it works', async () => {
  const { malee } = await cast()
  const answer = await malee.signIn()

  expect(answer.status).toBe(201)
  expect(await answer.json()).toEqual({ name: 'มาลี แก้วใส' })
  expect(answer.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^__Host-sajja=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/))
  expect(await (await malee.get(path)).json()).toEqual({ name: 'มาลี แก้วใส' })
})

test('the password is stored as argon2id and nothing else', async () => {
  const { superuser, malee } = await cast()
  const [kept] = await superuser<{ hash: string }[]>`select password_hash as hash from people where id = ${malee.id}`

  expect(kept?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a number is one number however it is typed', async () => {
  const { malee } = await cast()
  const [, rest = ''] = malee.phone.split(/^0/)
  for (const typed of [malee.phone.replace(/(...)(...)(....)/, '$1-$2 $3'), `+66${rest}`, `+66 ${rest}`, malee.phone.replace(/\d/g, (digit) => String.fromCharCode(0xe50 + Number(digit)))]) {
    expect((await malee.send('POST', path, { phone: typed, password: PASSWORD })).status, typed).toBe(201)
  }
})

test('a wrong password and an unknown number are refused in the same words', async () => {
  const { app, malee } = await cast()
  const wrong = await malee.send('POST', path, { phone: malee.phone, password: 'something else altogether' })
  const unknown = await visitor(app, '0999999999').signIn()

  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect({ ...await wrong.json(), requestId: '' }).toEqual({ ...await unknown.json(), requestId: '' })
  expect(wrong.headers.getSetCookie()).toEqual([])
})

test('someone who has a passkey and no password is not let in by any', async () => {
  const { superuser, malee } = await cast()
  await superuser`update people set password_hash = null where id = ${malee.id}`

  expect((await malee.signIn()).status).toBe(401)
})

test('a sign-in gives a new session, and the one before ends', async () => {
  const { malee, superuser } = await cast()
  await malee.signIn()
  const first = malee.cookie()
  await malee.signIn()

  expect(malee.cookie()).not.toBe(first)
  expect(await superuser`select id from sessions`).toHaveLength(1)
})

test('who works in a network or at the host is left alone for half an hour, a committee for four', async () => {
  const { malee, arunee, kit, superuser } = await cast()
  for (const person of [malee, arunee, kit]) await person.signIn()

  const kept = await superuser<{ name: string; idle: string }[]>`select name, idle_minutes::int as idle from sessions join people on people.id = person_id`
  expect(Object.fromEntries(kept.map(({ name, idle }) => [name, idle]))).toEqual({ [malee.name]: 240, [arunee.name]: 30, [kit.name]: 30 })
})

test('after five failures each next attempt waits twice as long, even with the right password', async () => {
  const { malee, passes } = await cast()
  for (let failure = 0; failure < 5; failure++) expect((await malee.signIn('not this one either')).status).toBe(401)

  const refused = await malee.signIn()
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ code: 'too-many-attempts', places: [{ text: { th: 'ลองใหม่ได้ในอีก 1 วินาที' } }] })
  passes(1000)
  expect((await malee.signIn('not this one either')).status).toBe(401)
  expect(await (await malee.signIn()).json()).toMatchObject({ places: [{ text: { en: 'try again in 2 seconds' } }] })
  passes(2000)
  expect((await malee.signIn()).status).toBe(201)
  expect((await malee.signIn('not this one either')).status, 'what was forgiven counts no more').toBe(401)
})

test('a hundred guesses at once are not all answered', async () => {
  const { malee } = await cast()
  const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await malee.signIn('not this one either')).status))

  expect(statuses.filter((status) => status === 401).length).toBeLessThan(15)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(80)
})

test('strangers who keep trying an account from everywhere lock nobody out', async () => {
  const { malee, app, passes } = await cast()
  await malee.send('POST', path, { phone: malee.phone, password: PASSWORD }, {})
  for (let at = 0; at < 25; at++) {
    await app.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ phone: malee.phone, password: 'guess' }) }, comingFrom(`10.0.0.${at}`))
    passes(40 * 1000)
  }

  const elsewhere = async () => app.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ phone: malee.phone, password: PASSWORD }) }, comingFrom('10.9.9.9'))
  await app.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ phone: malee.phone, password: 'guess' }) }, comingFrom('10.0.1.1'))
  expect((await elsewhere()).status, 'at an address where she never was she waits').toBe(429)
  expect((await malee.signIn()).status, 'where she has signed in before she does not').toBe(201)
  passes(MINUTE)
  expect((await elsewhere()).status, 'and nowhere for longer than a minute').toBe(201)
})

test.each([
  [{ phone: '12345', password: 'x' }, 'phone'],
  [{ phone: '0812345678', password: '' }, 'password'],
  [{ phone: '0812345678', password: 'x'.repeat(201) }, 'password'],
  [{ phone: '0812345678' }, 'password'],
  [{ phone: '0812345678', password: 'x', remember: true }, 'remember'],
])('%o is refused with its place', async (body, at) => {
  const { somchai } = await cast()
  const answer = await somchai.send('POST', path, body)

  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ code: 'invalid', places: [{ at }] })
})

/** A request's way in, as the server of Node tells of it. */
const comingFrom = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

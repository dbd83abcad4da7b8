import { describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { PASSWORD, visitor } from '../people.ts'

const NEXT = 'มะพร้าวสามต้นริมคลองสามวา'

test('it works: one sees where one serves, and one’s ways in', async () => {
  const { malee, arunee, kit } = await cast()

  expect(await (await malee.get('/api/me')).json()).toMatchObject({ name: malee.name, phone: malee.phone, hasPassword: true, passkeys: [], funds: [{ slug: 'ban-mai' }], networks: [], isOperator: false })
  expect(await (await arunee.get('/api/me')).json()).toMatchObject({ funds: [], networks: [{ slug: 'sample' }], isOperator: false })
  expect(await (await kit.get('/api/me')).json()).toMatchObject({ funds: [], networks: [], isOperator: true })
})

test.each(['/api/me', '/api/me/sessions'])('%s is for those who are signed in', async (path) => {
  const { get } = await cast()

  expect((await get(path)).status).toBe(401)
})

describe('one’s sessions', () => {
  test('are seen, and another one is ended', async () => {
    const { malee, app, passes } = await cast()
    const computer = visitor(app, malee.phone, { device: 'a computer' })
    await computer.signIn()
    passes(60_000)
    const { sessions } = await (await malee.get('/api/me/sessions')).json()

    expect(sessions).toMatchObject([{ device: 'a telephone', isThis: true }, { device: 'a computer', isThis: false }])
    expect((await malee.delete(`/api/me/sessions/${sessions[1].id}`)).status).toBe(204)
    expect((await computer.send('GET', '/api/me')).status).toBe(401)
    expect((await malee.get('/api/me')).status).toBe(200)
  })

  test('another person’s is not found', async () => {
    const { malee, prasert, superuser } = await cast()
    await prasert.signIn()
    const [session] = await superuser<{ id: string }[]>`select id from sessions`
    const answer = await malee.delete(`/api/me/sessions/${session?.id}`)

    expect(answer.status).toBe(404)
    expect((await prasert.get('/api/me')).status).toBe(200)
  })
})

describe('a password', () => {
  test('is changed, and every other session ends', async () => {
    const { malee, app } = await cast()
    const computer = visitor(app, malee.phone)
    await computer.signIn()
    const answer = await malee.put('/api/me/password', { phone: malee.phone, password: NEXT, current: PASSWORD })

    expect(answer.status).toBe(204)
    expect((await malee.get('/api/me')).status).toBe(200)
    expect((await computer.send('GET', '/api/me')).status).toBe(401)
    expect([(await computer.signIn()).status, (await computer.signIn(NEXT)).status]).toEqual([401, 201])
  })

  test.each([[undefined], ['not this one either']])('is not changed by one who gives %s for the one until now', async (current) => {
    const { malee } = await cast()
    const answer = await malee.put('/api/me/password', { phone: malee.phone, password: NEXT, ...(current && { current }) })

    expect(answer.status).toBe(401)
    expect((await malee.signIn()).status).toBe(201)
  })

  test('is not found out through a session that lies open: guesses are counted', async () => {
    const { malee } = await cast()
    const change = async (current: string) => (await malee.put('/api/me/password', { phone: malee.phone, password: NEXT, current })).status
    for (let guess = 0; guess < 5; guess++) expect(await change(`guess ${guess}`)).toBe(401)

    expect(await change(PASSWORD)).toBe(429)
  })

  test('is set afresh by one who has none, soon after signing in', async () => {
    const { malee, superuser, passes } = await cast()
    await malee.signIn()
    await superuser`update people set password_hash = null where id = ${malee.id}`
    passes(31 * 60_000)
    expect(await (await malee.put('/api/me/password', { phone: malee.phone, password: NEXT })).json()).toMatchObject({ code: 'sign-in-again' })

    await superuser`update sessions set started_at = started_at + interval '2 minutes'`
    expect((await malee.put('/api/me/password', { phone: malee.phone, password: NEXT })).status).toBe(204)
    expect((await malee.signIn(NEXT)).status).toBe(201)
  })

  test('the number of somebody else is refused', async () => {
    const { malee, prasert } = await cast()

    expect(await (await malee.put('/api/me/password', { phone: prasert.phone, password: NEXT, current: PASSWORD })).json()).toMatchObject({ code: 'phone-taken' })
  })
})

import { describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { PASSWORD, visitor } from '../people.ts'

const path = '/api/funds/ban-mai/invitations'
const HOUR = 3_600_000
const invited = { name: 'นางสมพร แก้วมณี', role: 'clerk' }
const account = { as: 'password', name: 'สมพร แก้วมณี', phone: '0899999999', password: PASSWORD }

describe('an invitation', () => {
  test('it works: made by an administrator, accepted with a password, and the invited is at work', async () => {
    const { malee, app } = await cast()
    const made = await malee.post(path, invited)
    expect(made.status).toBe(201)
    const { link, qr, expiresAt } = await made.json()
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/invitation#[\w-]{43}$/)
    expect(qr).toMatch(/^<svg [^]*<\/svg>$/)
    expect(expiresAt).toBe('2026-11-26T03:00:00.000Z')

    const somporn = visitor(app, account.phone)
    const token = tokenOf(link)
    expect(await (await somporn.send('POST', '/api/invitations/reading', { token })).json()).toMatchObject({ ...invited, fund: { slug: 'ban-mai', name: { en: 'Ban Mai Municipality Community Welfare Fund' } } })
    expect((await somporn.send('POST', '/api/invitations/acceptance', { token, ...account })).status).toBe(201)
    expect(await (await somporn.send('GET', '/api/me')).json()).toMatchObject({ name: 'สมพร แก้วมณี', phone: account.phone, hasPassword: true, funds: [{ slug: 'ban-mai', roles: ['clerk'] }], networks: [], isOperator: false })
    expect((await somporn.signIn()).status, 'the password is hers from now on').toBe(201)
    expect((await somporn.get('/api/funds/ban-mai/members')).status).toBe(200)
    expect((await somporn.get('/api/funds/nong-bua/members')).status, 'bound to one fund').toBe(404)
  })

  test('one who has an account accepts as who they are, and gets a new session for the new role', async () => {
    const { malee, prasert } = await cast()
    const token = await invite(malee)
    await prasert.signIn()
    const before = prasert.cookie()

    expect((await prasert.post('/api/invitations/acceptance', { as: 'me', token })).status).toBe(201)
    expect(prasert.cookie()).not.toBe(before)
    expect((await prasert.get('/api/funds/ban-mai/members')).status).toBe(200)
    expect((await prasert.get('/api/funds/nong-bua/members')).status).toBe(200)
  })

  test('only the hash of its token is stored', async () => {
    const { malee, superuser } = await cast()
    const token = await invite(malee)
    const stored = JSON.stringify(await superuser`select * from invitations`)

    expect(stored).toContain(invited.name)
    expect(stored).not.toContain(token)
  })

  test('it is used once, also by two at the same moment', async () => {
    const { malee, app, superuser } = await cast()
    const token = await invite(malee)
    const statuses = await Promise.all([1, 2, 3, 4].map(async (one) => (await visitor(app, '').send('POST', '/api/invitations/acceptance', { ...account, token, phone: `089999990${one}` })).status))

    expect(statuses.toSorted()).toEqual([201, 404, 404, 404])
    expect(await superuser`select name from people where name = ${account.name}`).toHaveLength(1)
  })

  test('it lies open for 72 hours', async () => {
    const { malee, app, passes } = await cast()
    const token = await invite(malee)
    const read = async () => (await visitor(app, '').send('POST', '/api/invitations/reading', { token })).status
    passes(72 * HOUR - 1)
    expect(await read()).toBe(200)
    passes(1)
    expect(await read()).toBe(404)
  })

  test('taken back, it opens nothing; an accepted one is not taken back', async () => {
    const { malee, app } = await cast()
    const { id, link } = await (await malee.post(path, invited)).json()
    expect(await (await malee.get(path)).json()).toMatchObject({ invitations: [{ id, ...invited }] })
    expect((await malee.delete(`${path}/${id}`)).status).toBe(204)

    expect(await (await malee.get(path)).json()).toEqual({ invitations: [] })
    expect((await visitor(app, '').send('POST', '/api/invitations/acceptance', { ...account, token: tokenOf(link) })).status).toBe(404)
    expect((await malee.delete(`${path}/${id}`)).status).toBe(404)
  })

  test('another fund can neither see nor take it back', async () => {
    const { malee, prasert } = await cast()
    const { id } = await (await malee.post(path, invited)).json()

    expect(await (await prasert.get('/api/funds/nong-bua/invitations')).json()).toEqual({ invitations: [] })
    expect((await prasert.delete(`/api/funds/nong-bua/invitations/${id}`)).status).toBe(404)
    expect(await (await malee.get(path)).json()).toMatchObject({ invitations: [{ id }] })
  })

  test('who signed in long ago signs in again before inviting', async () => {
    const { malee, passes } = await cast()
    await malee.signIn()
    passes(31 * 60_000)
    expect(await (await malee.post(path, invited)).json()).toMatchObject({ code: 'sign-in-again' })
    await malee.signIn()
    expect((await malee.post(path, invited)).status).toBe(201)
  })

  test.each([
    [{ role: 'operator' }, 'role'],
    [{ role: 'network-officer' }, 'role'],
    [{ name: ' ' }, 'name'],
    [{ fund: 'nong-bua' }, 'fund'],
  ])('%o is refused', async (wrong, at) => {
    const { malee } = await cast()

    expect(await (await malee.post(path, { ...invited, ...wrong })).json()).toMatchObject({ code: 'invalid', places: [{ at }] })
  })
})

describe('a new password', () => {
  test.each([
    ['14 characters', 'ยาวไม่พอเลยนะเ'],
    ['a row of the keyboard', 'qwertyuiopasdfghjkl'],
    ['digits in order', '123456789012345'],
    ['one word over and over', 'มะม่วงมะม่วงมะม่วง'],
    ['what everyone takes', 'Password1234567890!'],
    ['what the system is about', 'กองทุนสวัสดิการชุมชน'],
    ['her own name and number', 'สมพร แก้วมณี 0899999999'],
  ])('of %s is refused, and nobody is made', async (_what, password) => {
    const { malee, app, superuser } = await cast()
    const token = await invite(malee)
    const answer = await visitor(app, '').send('POST', '/api/invitations/acceptance', { ...account, token, password })

    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'impossible', places: [{ at: 'password', text: { th: expect.stringContaining('รหัสผ่าน') } }] })
    expect(await superuser`select id from people where name = ${account.name}`).toEqual([])
  })

  test.each(['correct horse battery', 'ข้าวต้มมัดกับกล้วยน้ำว้า', 'x7!Kq92-mmPz_4tR'])('%s will do', async (password) => {
    const { malee, app } = await cast()

    expect((await visitor(app, '').send('POST', '/api/invitations/acceptance', { ...account, token: await invite(malee), password })).status).toBe(201)
  })
})

test('a number that has an account is told to sign in first, and the invitation stays open', async () => {
  const { malee, somchai } = await cast()
  const token = await invite(malee)
  const answer = await somchai.send('POST', '/api/invitations/acceptance', { ...account, token, phone: somchai.phone })

  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ code: 'phone-taken' })
  expect((await somchai.post('/api/invitations/acceptance', { as: 'me', token })).status).toBe(201)
})

test('nobody accepts as themselves without being anybody', async () => {
  const { malee, somchai } = await cast()

  expect((await somchai.send('POST', '/api/invitations/acceptance', { as: 'me', token: await invite(malee) })).status).toBe(401)
})

async function invite(admin: { post: (path: string, body: unknown) => Promise<Response> }): Promise<string> {
  const { link } = await (await admin.post(path, invited)).json()
  return tokenOf(link)
}

const tokenOf = (link: string) => link.split('#')[1] ?? ''

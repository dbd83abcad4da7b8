import { describe, expect, test } from 'vitest'
import { authenticator } from '../authenticator.ts'
import { cast } from '../cast.ts'
import { visitor, PASSWORD } from '../people.ts'

const HERE = 'http://localhost:3000'
const MINUTE = 60_000

describe('a passkey', () => {
  test('it works: made for an invitation, it signs its owner in from then on', async () => {
    const { invited, device, browser } = await scene()
    const { challenge } = await invited.creation()
    expect((await invited.accept(device.make(challenge))).status).toBe(201)
    expect(await (await browser.send('GET', '/api/me')).json()).toMatchObject({ name: 'สมพร แก้วมณี', hasPassword: false, passkeys: [{ device: 'a telephone' }], funds: [{ slug: 'ban-mai', roles: ['clerk'] }] })

    const elsewhere = visitor(invited.app, '', { origin: HERE })
    const answer = await signIn(elsewhere, (asked) => device.answer(asked))
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ name: 'สมพร แก้วมณี' })
    expect((await elsewhere.send('GET', '/api/funds/ban-mai/members')).status).toBe(200)
  })

  test('its private half is nowhere, its public half is all that is kept', async () => {
    const { invited, device, superuser } = await scene()
    await invited.join(device)

    expect(await superuser`select id, counter::int, transports from passkeys`).toEqual([{ id: device.id, counter: 1, transports: ['internal'] }])
  })

  test.each<[string, (scene: Scene) => Promise<number>]>([
    ['an answer sent a second time', async ({ device, browser }) => {
      const { challenge } = await asked(browser)
      const answer = device.answer(challenge)
      await browser.send('POST', '/api/session/passkey', answer)
      return (await browser.send('POST', '/api/session/passkey', answer)).status
    }],
    ['an answer to a challenge nobody set', async ({ device, browser }) => (await browser.send('POST', '/api/session/passkey', device.answer('bm9ib2R5IGhhcyBhc2tlZA'))).status],
    ['an answer after five minutes', async ({ device, browser, passes }) => (await signIn(browser, (challenge) => { passes(5 * MINUTE); return device.answer(challenge) })).status],
    ['an answer without the owner’s touch', async ({ device, browser }) => (await signIn(browser, (challenge) => device.answer(challenge, 0x00))).status],
    ['an answer without the owner’s finger or face', async ({ device, browser }) => (await signIn(browser, (challenge) => device.answer(challenge, 0x01))).status],
    ['an answer made at another site', async ({ device, browser }) => (await signIn(browser, (challenge) => ({ ...authenticator({ origin: 'https://elsewhere.example' }).answer(challenge), id: device.id }))).status],
    ['another key’s answer in its name', async ({ device, browser }) => (await signIn(browser, (challenge) => ({ ...authenticator({ origin: HERE }).answer(challenge), id: device.id }))).status],
    ['a key that nobody knows', async ({ browser }) => (await signIn(browser, (challenge) => authenticator({ origin: HERE }).answer(challenge))).status],
    ['a clone that counts from the beginning', async ({ device, browser }) => {
      await signIn(browser, (challenge) => device.answer(challenge))
      device.rewind()
      return (await signIn(browser, (challenge) => device.answer(challenge))).status
    }],
    ['nonsense', async ({ device, browser }) => (await signIn(browser, (challenge) => ({ ...device.answer(challenge), authenticatorData: 'AAAA', signature: 'AAAA' }))).status],
  ])('%s is refused', async (_what, attempt) => {
    const all = await scene()
    await all.invited.join(all.device)

    expect(await attempt(all)).toBe(401)
  })

  test('a challenge for one invitation makes no passkey for another', async () => {
    const { invited, invitedToo, device, superuser } = await scene()
    const { challenge } = await invitedToo.creation()

    expect((await invited.accept(device.make(challenge))).status).toBe(401)
    expect(await superuser`select id from passkeys`).toEqual([])
    expect((await invited.join(authenticator({ origin: HERE }))).status, 'the invitation still lies open').toBe(201)
  })

  test('a passkey that is somebody’s is nobody else’s', async () => {
    const { invited, invitedToo, device } = await scene()
    await invited.join(device)

    expect((await invitedToo.join(device)).status).toBe(401)
  })
})

describe('one’s own passkeys', () => {
  test('are added and removed; the last way in stays', async () => {
    const { malee, superuser } = await scene()
    await malee.signIn()
    const first = authenticator({ origin: HERE })
    const { challenge } = await (await malee.post('/api/me/passkeys/challenge')).json()
    expect(await (await malee.post('/api/me/passkeys', first.make(challenge))).json()).toMatchObject({ passkeys: [{ id: first.id }] })
    await superuser`update people set password_hash = null where id = ${malee.id}`

    expect(await (await malee.delete(`/api/me/passkeys/${first.id}`)).json()).toMatchObject({ code: 'last-way-in' })
    expect((await malee.delete(`/api/me/passkeys/${authenticator({ origin: HERE }).id}`)).status).toBe(404)
    await superuser`update people set password_hash = 'x' where id = ${malee.id}`
    expect(await (await malee.delete(`/api/me/passkeys/${first.id}`)).json()).toEqual({ passkeys: [] })
  })

  test('take a fresh sign-in: who finds a telephone lying open adds none', async () => {
    const { malee, passes } = await scene()
    await malee.signIn()
    passes(31 * MINUTE)

    expect(await (await malee.post('/api/me/passkeys/challenge')).json()).toMatchObject({ code: 'sign-in-again' })
  })

  test('another person’s is not found', async () => {
    const { malee, invited, device, browser } = await scene()
    await invited.join(device)

    expect((await malee.delete(`/api/me/passkeys/${device.id}`)).status).toBe(404)
    expect((await signIn(browser, (challenge) => device.answer(challenge))).status).toBe(201)
  })
})

type Browser = ReturnType<typeof visitor>
type Scene = Awaited<ReturnType<typeof scene>>

const asked = async (browser: Browser): Promise<{ challenge: string }> => (await browser.send('POST', '/api/session/challenge')).json()

async function signIn(browser: Browser, answer: (challenge: string) => object) {
  const { challenge } = await asked(browser)
  return browser.send('POST', '/api/session/passkey', answer(challenge))
}

/** Two who are invited by Malee, and a device that has no passkey yet. */
async function scene() {
  const all = await cast({ origin: HERE })
  const browser = visitor(all.app, '', { origin: HERE })
  const malee = { ...visitor(all.app, all.malee.phone, { origin: HERE }), id: all.malee.id }
  await malee.signIn(PASSWORD)

  async function invite() {
    const { link } = await (await malee.post('/api/funds/ban-mai/invitations', { name: 'สมพร', role: 'clerk' })).json()
    const token: string = link.split('#')[1]
    const creation = async (): Promise<{ challenge: string }> => (await browser.send('POST', '/api/invitations/challenge', { token, name: 'สมพร แก้วมณี' })).json()
    const accept = async (passkey: object) => browser.send('POST', '/api/invitations/acceptance', { as: 'passkey', token, name: 'สมพร แก้วมณี', passkey })
    const join = async (device: ReturnType<typeof authenticator>) => accept(device.make((await creation()).challenge))
    return { app: all.app, creation, accept, join }
  }
  return { ...all, malee, browser, device: authenticator({ origin: HERE }), invited: await invite(), invitedToo: await invite() }
}

import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { PROBLEMS } from '../../server/http/problem.ts'
import { TRIAL_PASSWORD } from '../../server/people/trial.ts'
import { people as en } from '../../web/text/en/people.ts'
import { people as th } from '../../web/text/th/people.ts'
import { desktop, expectAccessible, phone, reader, shot, type Reader } from './browser.ts'

const readers = [
  { size: 'phone', viewport: phone, language: 'th' },
  { size: 'phone', viewport: phone, language: 'en' },
  { size: 'desk', viewport: desktop, language: 'th' },
  { size: 'desk', viewport: desktop, language: 'en' },
] as const

/** A passkey belongs to a name, so these tests open the same server by its name. */
const local = (path: string) => `${inject('origin').replace('127.0.0.1', 'localhost')}${path}`
const ADMIN = '000000016'

describe.each(readers)('on a $size in $language', ({ size, ...as }) => {
  const words = { th, en }[as.language]
  const look = async (page: Page, name: string) => {
    await expectAccessible(page)
    await shot(page, `${size}-${as.language}-people-${name}`)
  }

  test('an administrator invites a clerk, who comes in by a touch, now and ever after', async () => {
    const admin = await reader(as)
    await signIn(admin, words)
    await look(admin, '2-account')
    await admin.getByRole('link', { name: words.peopleOf }).click()
    await admin.getByRole('heading', { name: words.invite }).waitFor()
    const name = `นางสาวทดลอง ${size} ${as.language}`
    await admin.getByLabel(words.invitedName).fill(name)
    await admin.getByRole('radio', { name: words.roles.clerk }).check()
    await admin.getByRole('button', { name: words.makeInvitation }).click()
    await admin.getByRole('img', { name: words.link }).waitFor()
    const link = await admin.getByRole('textbox', { name: words.link }).inputValue()
    await look(admin, '3-invited')

    const clerk = await withAuthenticator(as)
    await clerk.goto(link)
    await clerk.getByRole('heading', { name: words.invitedTo(words.roles.clerk, '').slice(0, 20) }).waitFor()
    expect(await clerk.getByLabel(words.whoAreYou).inputValue()).toBe(name)
    await look(clerk, '4-invitation')
    await clerk.getByRole('button', { name: words.acceptWithPasskey }).click()
    await clerk.getByRole('heading', { name, level: 1 }).waitFor()
    await clerk.getByText(words.roles.clerk, { exact: true }).waitFor()
    await look(clerk, '5-welcome')

    await clerk.getByRole('button', { name: words.signOut }).click()
    await clerk.getByRole('heading', { name: words.signIn, level: 1 }).waitFor()
    await look(clerk, '1-sign-in')
    await clerk.getByRole('button', { name: words.withPasskey }).click()
    await clerk.waitForURL('**/f/kamala/today')
    await clerk.goto(local('/account'))
    await clerk.getByRole('heading', { name, level: 1 }).waitFor()

    await clerk.goto(link)
    await clerk.getByRole('heading', { name: PROBLEMS['unknown-invitation'][as.language] }).waitFor()
  })
})

test.each([
  ['at 320 pixels and the largest letters', { viewport: { width: 320, height: 568 }, letters: 'largest' }],
  ['in the dark', { viewport: phone, theme: 'dark' }],
] as const)('%s every screen of people is read without scrolling sideways', async (name, as) => {
  const page = await reader(as)
  await page.goto(local('/sign-in'))
  await expectAccessible(page)
  await signIn(page, th)
  await expectAccessible(page)
  await page.goto(local('/f/kamala/people'))
  await page.getByRole('heading', { name: th.invite }).waitFor()
  await page.locator('summary').first().click()
  await expectAccessible(page)
  await shot(page, `people-${name.replaceAll(' ', '-')}`)
})

test('a role is given and taken, and the last administrator stays', async () => {
  const admin = await reader({ viewport: desktop })
  await signIn(admin, th)
  await admin.goto(local('/f/kamala/people'))
  await admin.locator('summary').getByText(th.rolesOf('วันเพ็ญ บุญมา')).click()
  const clerk = admin.getByRole('group', { name: th.rolesOf('วันเพ็ญ บุญมา') })
  const treasurer = clerk.getByRole('checkbox', { name: th.roles.treasurer })
  await treasurer.click()
  await expect.poll(() => treasurer.isChecked()).toBe(true)
  await treasurer.click()
  await expect.poll(() => treasurer.isChecked()).toBe(false)

  await admin.locator('summary').getByText(th.rolesOf('มาลี แก้วใส')).click()
  const own = admin.getByRole('group', { name: th.rolesOf('มาลี แก้วใส') }).getByRole('checkbox', { name: th.roles['fund-admin'] })
  await own.click()
  await admin.getByRole('alert').getByText('กองทุนต้องมีผู้ดูแลอย่างน้อยหนึ่งคน').waitFor()
  expect(await own.isChecked()).toBe(true)
  await expectAccessible(admin)
})

test('who may not manage sees who serves, and no way to change it', async () => {
  const viewer = await reader({ viewport: phone })
  await signIn(viewer, th, '000000011')
  await viewer.goto(local('/f/kamala/people'))
  await viewer.getByText(th.onlyAdmin).waitFor()
  expect(await viewer.getByRole('checkbox').count()).toBe(0)
  expect(await viewer.getByText('มาลี แก้วใส').count()).toBe(1)
  await expectAccessible(viewer)
})

test('a wrong password is told at its place, and what was typed stays', async () => {
  const page = await reader({ viewport: phone })
  await page.goto(local('/sign-in'))
  await page.getByLabel(th.phone).fill('0877777777')
  await page.getByLabel(th.password, { exact: true }).fill('ไม่ใช่รหัสนี้')
  await page.getByRole('button', { name: th.withPassword }).click()
  await page.getByRole('alert').getByText('เบอร์โทรหรือรหัสผ่านไม่ถูกต้อง').waitFor()
  expect(await page.getByLabel(th.phone).inputValue()).toBe('0877777777')
  await expectAccessible(page)
  await shot(page, 'phone-th-people-refused')
})

test('signed out, a fund’s room shows the way in, and the way in leads back to it', async () => {
  const page = await reader({ viewport: phone })
  await page.goto(local('/f/kamala/people'))
  await page.getByRole('heading', { name: 'เข้าสู่ระบบก่อน' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: th.signIn }).click()
  await page.getByLabel(th.phone).fill('000000012')
  await page.getByLabel(th.password, { exact: true }).fill(TRIAL_PASSWORD)
  await page.getByRole('button', { name: th.withPassword }).click()
  await page.getByRole('heading', { name: th.people, level: 1 }).waitFor()
  expect(page.url()).toBe(local('/f/kamala/people'))
})

test('at an address of numbers the passkey says why it cannot be used', async () => {
  const page = await reader({ viewport: phone })
  await page.goto('/sign-in')
  await page.getByText(th.notHere).waitFor()
  expect(await page.getByRole('button', { name: th.withPasskey }).getAttribute('aria-disabled')).toBe('true')
})

async function signIn(page: Page, words: typeof th, number = ADMIN) {
  await page.goto(local('/sign-in'))
  await page.getByLabel(words.phone).fill(number)
  await page.getByLabel(words.password, { exact: true }).fill(TRIAL_PASSWORD)
  await page.getByRole('button', { name: words.withPassword }).click()
  await page.waitForURL('**/f/kamala/today') // of one fund alone: what waits there comes first
  await page.goto(local('/account'))
  await page.getByRole('heading', { name: words.whereIServe }).waitFor()
}

/** A device with a fingerprint reader, whose owner always touches it. */
async function withAuthenticator(as: Reader): Promise<Page> {
  const page = await reader(as)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
  return page
}

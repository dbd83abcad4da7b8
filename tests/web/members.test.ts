import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, formatDay } from '../../plugins/kit/day.ts'
import { members as en } from '../../web/text/en/members.ts'
import { members as th } from '../../web/text/th/members.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { unbroken } from '../../web/ui/thai.ts'
import { desktop, expectAccessible, phone, settled, shot } from './browser.ts'
import { signedIn } from './committee.ts'
import { throughBadLine } from './line.ts'

const CLERK = ['clerk', 'treasurer'] as const
const list = '/f/kamala/members'
let numbered = Math.floor(Date.now() / 1000) % 1_000_000

/** Fills in an application and saves it; the member's page opens. */
async function apply(page: Page, words: typeof th, person: { number: string; firstName: string; lastName: string; citizenId?: string }) {
  await page.getByLabel(words.numberLabel).fill(person.number)
  await page.getByLabel(words.titleLabel).fill('นาง')
  await page.getByLabel(words.firstName, { exact: true }).fill(person.firstName)
  await page.getByLabel(words.lastName).fill(person.lastName)
  await page.getByLabel(words.sexes.female, { exact: true }).check()
  if (person.citizenId !== undefined) await page.getByLabel(words.citizenId).fill(person.citizenId)
  await page.getByRole('button', { name: words.save }).click()
}

/** An ID that nobody has: those that begin with 0 are never issued. */
function sampleCitizenId(number: number): string {
  const digits = `0${String(number).padStart(11, '0')}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0)
  return `${digits}${(11 - (sum % 11)) % 10}`
}

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en },
] as const)('a member joins and pays, on $name', ({ name, viewport, language, words }) => {
  test('from the application to the passbook', async () => {
    const page = await signedIn({ viewport, language }, 'kamala', [...CLERK])
    const number = String(numbered += 1)
    await page.goto(list)
    await page.getByRole('link', { name: words.add }).click()
    await page.getByRole('heading', { name: words.newTitle }).waitFor()
    await expectAccessible(page)
    await shot(page, `members-new-${name}`)
    await apply(page, words, { number, firstName: 'สมจิตร', lastName: `แก้วมณี${name === 'phone-th' ? 'วงศ์' : 'กุล'}`, citizenId: sampleCitizenId(numbered) })

    await page.getByRole('heading', { name: words.accept }).waitFor()
    await expectAccessible(page)
    await shot(page, `member-applied-${name}`)
    await page.getByLabel(words.resolutionNumber).fill('๑๑/๒๕๖๙')
    await page.getByRole('button', { name: words.acceptNow }).click()

    await page.getByText(words.resolution('11/2569')).waitFor()
    await page.getByRole('heading', { name: words.setPlan }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: words.savePlan }).click()

    await page.getByRole('heading', { name: words.book }).waitFor()
    await page.getByRole('link', { name: words.pay }).click()
    await page.getByRole('heading', { name: words.payTitle }).waitFor()
    await page.getByLabel(words.instalments).fill('๓')
    await page.getByLabel(words.bookLabel).fill('7')
    await page.getByLabel(words.receiptNumber, { exact: true }).fill(number)
    await expectAccessible(page)
    await shot(page, `member-payment-${name}`)
    await page.getByRole('button', { name: words.takeIn('90') }).click()

    await page.getByText(words.paidSoFar(3, '90')).waitFor()
    expect(await page.locator('.book-paid').count()).toBe(3)
    expect(await page.getByText(words.receipt('7', number)).count()).toBe(3)
    await expectAccessible(page)
    await shot(page, `member-${name}`)
  })
})

test('somebody is found by the beginning of a name, tone marks or not, and nobody by what is not there', async () => {
  const page = await signedIn({ viewport: phone }, 'kamala', [...CLERK])
  const number = String(numbered += 1)
  await page.goto(`${list}/new`)
  await apply(page, th, { number, firstName: 'จันทร์แจ่ม', lastName: `ทองแท้${number}` })
  await page.getByRole('heading', { name: th.accept }).waitFor()

  await page.goto(list)
  await page.getByLabel(th.search, { exact: true }).fill(`นางจันทรแจม ทองแท${number}`)
  await page.getByRole('search').getByRole('button').click()
  await expect.poll(() => page.locator('.members-row').allTextContents()).toEqual([expect.stringContaining(`ทองแท้${number}`)])
  await expectAccessible(page)
  await shot(page, 'members-found')

  await page.getByLabel(th.search, { exact: true }).fill('ไม่มีคนนี้')
  await page.getByRole('search').getByRole('button').click()
  await page.getByText(th.noneFound('ไม่มีคนนี้')).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: th.all }).click()
  await page.locator('.members-row').first().waitFor()
})

describe('what cannot be', () => {
  test('a citizen ID with a wrong digit is said at its field, and what was filled in stays', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', [...CLERK])
    await page.goto(`${list}/new`)
    await apply(page, th, { number: String(numbered += 1), firstName: 'มาลี', lastName: 'ทองดี', citizenId: '0100000000019' })
    await page.getByRole('heading', { name: th.cannot }).waitFor()

    expect(await page.locator('#citizenId-error').textContent()).toContain('เลขประจำตัวประชาชนไม่ถูกต้อง')
    expect(await page.getByLabel(th.firstName, { exact: true }).inputValue()).toBe('มาลี')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('faults')
    await expectAccessible(page)
    await shot(page, 'members-wrong-id')
  })

  test('a second member of one number is refused, and so is an application of another year', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', [...CLERK])
    const number = String(numbered += 1)
    await page.goto(`${list}/new`)
    await apply(page, th, { number, firstName: 'มาลี', lastName: 'ทองดี' })
    await page.getByRole('heading', { name: th.accept }).waitFor()
    await page.goto(`${list}/new`)
    await apply(page, th, { number: `0${number}`, firstName: 'มานี', lastName: 'ทองดี' })
    await page.locator('#number-error').waitFor()

    const applied = page.getByRole('group', { name: th.appliedOn })
    await applied.getByLabel(thFields.year).fill('๒๕๖๐')
    await page.getByLabel(th.numberLabel).fill(String(numbered += 1))
    await page.getByRole('button', { name: th.save }).click()
    await page.locator('#appliedOn-error').waitFor()
    expect(await page.locator('#appliedOn-error').textContent()).toContain('รับย้อนหลังเกิน 92 วันไม่ได้')
  })

  test('a receipt number that was used stays refused; another takes the money in once', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', [...CLERK])
    const number = String(numbered += 1)
    await page.goto(`${list}/new`)
    await apply(page, th, { number, firstName: 'มาลัย', lastName: 'ทองดี' })
    await page.getByLabel(th.resolutionNumber).fill('11/2569')
    await page.getByRole('button', { name: th.acceptNow }).click()
    await page.getByRole('button', { name: th.savePlan }).click()
    const takeIn = async (receipt: string) => {
      await page.getByLabel(th.bookLabel).fill(`ซ${number}`)
      await page.getByLabel(th.receiptNumber, { exact: true }).fill(receipt)
      await page.getByRole('button', { name: th.takeIn('30') }).click()
    }
    await page.getByRole('link', { name: th.pay }).click()
    await takeIn('1')
    await page.getByText(th.paidSoFar(1, '30')).waitFor()
    await page.getByRole('link', { name: th.pay }).click()
    await takeIn('1')
    await page.locator('#number-error').waitFor()
    await expectAccessible(page)
    await takeIn('2')
    await page.getByText(th.paidSoFar(2, '60')).waitFor()
  })
})

test('the full citizen ID is shown to who says why', async () => {
  const page = await signedIn({ viewport: desktop }, 'kamala', [...CLERK])
  const citizenId = sampleCitizenId(numbered += 1)
  await page.goto(`${list}/new`)
  await apply(page, th, { number: String(numbered), firstName: 'มาลี', lastName: 'ทองดี', citizenId })
  await page.getByRole('heading', { name: th.accept }).waitFor()
  expect(await page.textContent('body')).not.toContain(citizenId)

  await page.getByRole('button', { name: th.see }).click()
  await page.getByLabel(th.seeReason).fill('กรอกแบบคำขอ')
  await expectAccessible(page)
  await page.getByRole('button', { name: th.see }).click()
  await page.getByText(citizenId).waitFor()
  await page.getByRole('button', { name: th.recordHistory }).click()
  await page.locator('.act-list').getByText('กรอกแบบคำขอ').waitFor()
  expect(await page.locator('.act-list').innerText()).toMatch(new RegExp(`${th.acts['citizen-id-seen']} · มาลี ศรีสุข[^]*${th.acts.added} · มาลี ศรีสุข`))
  await expectAccessible(page)
  await shot(page, 'member-acts')
})

describe('states', () => {
  test('an empty register says what comes here', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', ['viewer'])
    await page.route('**/api/funds/kamala/members', (route) => route.fulfill({ json: { members: [], can: [] } }))
    await page.goto(list)
    await page.getByRole('heading', { name: th.none }).waitFor()
    await expectAccessible(page)
    await shot(page, 'members-empty')
  })

  test('a slow register says one line, a failing one says so, and trying again works', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', ['viewer'])
    await throughBadLine(page, '**/api/funds/kamala/members', list)
    await page.getByRole('heading', { name: th.title, exact: true }).waitFor()
  })

  test('who is not signed in is told to sign in; the committee of another fund finds nothing', async () => {
    const page = await signedIn({ viewport: phone }, 'thep-krasattri', ['clerk'])
    await page.goto(list)
    await page.getByText('ไม่พบกองทุนนี้').waitFor()
    await page.context().clearCookies()
    await page.goto(list)
    await page.getByText('เข้าสู่ระบบก่อน').waitFor()
  })
})

test('at 320 pixels and the largest letters nothing runs out of the window', async () => {
  const page = await signedIn({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' }, 'kamala', [...CLERK])
  await page.goto(`${list}/new`)
  await settled(page)
  await expectAccessible(page)
  await apply(page, th, { number: String(numbered += 1), firstName: 'สมจิตร', lastName: 'แก้วมณีวงศ์สกุล' })
  await page.getByRole('heading', { name: th.accept }).waitFor()
  await expectAccessible(page)
  await page.goto(list)
  await page.locator('.members-row').first().waitFor()
  await expectAccessible(page)
  await shot(page, 'members-320-largest')
})

test('arrears stand on the member’s page, with the day on which they end the membership', async () => {
  const page = await signedIn({ viewport: phone }, 'kamala', ['viewer'])
  const today = '2026-11-23'
  const line = (from: string, until: string, rest: object) => ({ from, until, every: 'month', amountSatang: 3000, owedSatang: 3000, state: 'unpaid', receipts: [], ...rest })
  await page.route('**/api/funds/kamala/members/m', (route) => route.fulfill({ json: { id: 'm', number: '0218', name: 'นางสมจิตร แก้วมณี', firstName: 'สมจิตร', lastName: 'แก้วมณี', standing: 'member', household: [], beneficiaries: [], can: [], departures: [], statuses: [{ position: 1, kind: 'carried-over', happenedOn: '2014-07-01', memberFromOn: '2014-07-01' }], version: 1 } }))
  await page.route('**/api/funds/kamala/members/m/passbook', (route) => route.fulfill({ json: {
    today, plan: { fromOn: '2014-07-01', every: 'month', amountSatang: 3000 }, instalmentsPaid: 146, paidSatang: 438_000, instalmentsMissed: 2, arrearsSatang: 6000, lapsesOn: addDays(today, 38),
    lines: [line('2026-11-01', '2026-12-01', {}), line('2026-10-01', '2026-11-01', {}), line('2026-09-01', '2026-10-01', {}), line('2026-08-01', '2026-09-01', { state: 'paid', owedSatang: 0, receipts: [{ book: '7', number: '12', receivedOn: '2026-08-03' }] })],
  } }))
  await page.route('**/api/funds/kamala/members/m/entitlements', (route) => route.fulfill({ json: { today, entitlements: [] } }))
  await page.route('**/api/funds/kamala/claims?*', (route) => route.fulfill({ json: { claims: [], waiting: 0 } }))
  await page.goto(`${list}/m`)
  await page.getByText(th.arrears(2, '60')).waitFor()
  await page.getByText(unbroken(th.lapses(formatDay(addDays(today, 38), 'th', 'long')))).waitFor()
  await page.getByText(th.memberFor('12 ปี 4 เดือน')).waitFor()
  await expectAccessible(page)
  await shot(page, 'member-arrears')
})

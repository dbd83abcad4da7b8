import { describe, expect, test } from 'vitest'
import { formatDay } from '../../plugins/kit/day.ts'
import { thaiDigits } from '../../plugins/kit/text.ts'
import { members as enRegister } from '../../web/text/en/members.ts'
import { receipts as en } from '../../web/text/en/receipts.ts'
import { members as thRegister } from '../../web/text/th/members.ts'
import { receipts as th } from '../../web/text/th/receipts.ts'
import { desktop, expectAccessible, phone, settled, shot } from './browser.ts'
import { signedIn } from './committee.ts'
import { throughBadLine } from './line.ts'
import { newApplicant, newMember, pay, register, today } from './register.ts'

const EVERYTHING = ['clerk', 'treasurer', 'fund-admin'] as const
/** An A4 page between its margins, at 96 pixels to the inch. */
const paper = { width: 658, height: 972 }

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, list: thRegister },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, list: enRegister },
] as const)('receipts, on $name', ({ name, viewport, language, words, list }) => {
  test('money is taken in with an entry fee by somebody else, and its receipt can be printed at once', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', [...EVERYTHING])
    const { id, number } = await newMember(page)
    await page.goto(`${register}/${id}/payment`)
    await page.getByLabel(list.instalments).fill('๓')
    await page.getByText(words.more).click()
    await page.getByLabel(words.entryFeeLabel).fill('๕๐')
    await page.getByLabel(words.payer).fill('สมพร แก้วมณี')
    await page.getByLabel(list.bookLabel).fill(number)
    await page.getByLabel(list.receiptNumber, { exact: true }).fill('1')
    await page.getByRole('button', { name: list.takeIn('140') }).waitFor()
    await expectAccessible(page)
    await shot(page, `payment-more-${name}`)
    await page.getByRole('button', { name: list.takeIn('140') }).click()

    await page.getByText(words.taken).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: words.see }).click()
    await page.getByRole('heading', { name: words.titleOf(number, '1') }).waitFor()
    const receipt = await page.locator('.receipt').first().innerText()
    for (const said of ['สมพร แก้วมณี', words.entryFee, words.instalments(3), '140']) expect(receipt).toContain(said)
    await expectAccessible(page)
    await shot(page, `receipt-${name}`)
  })

  test('the newest stands first; a voided one is struck out with its reason, and what it paid for is unpaid again', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', [...EVERYTHING])
    const member = await newMember(page)
    await pay(page, member, 1, 2, { receivedOn: member.joinedOn })
    await pay(page, member, 2, 1)
    await page.goto(`${register}/${member.id}`)
    await page.getByRole('link', { name: list.receipts, exact: true }).click()
    await expect.poll(() => page.locator('.receipts-row').allTextContents()).toEqual([
      expect.stringContaining(words.place(member.number, '2')), expect.stringContaining(words.place(member.number, '1')),
    ])
    await page.locator('.receipts-row').first().click()
    await page.getByText(words.toVoid).click()
    await page.getByRole('button', { name: words.voidNow }).click()
    await page.locator('#reason-error').waitFor()
    await page.getByLabel(words.reason).fill('เขียนจำนวนเงินผิด')
    await expectAccessible(page)
    await shot(page, `receipt-voiding-${name}`)
    await page.getByRole('button', { name: words.voidNow }).click()

    await page.locator('.receipt-void-word').first().waitFor()
    expect(await page.getByText(words.toVoid).count()).toBe(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: words.back }).click()
    await page.locator('.receipts-void').waitFor()
    expect(await page.locator('.receipts-void').innerText()).toBe(words.voided(formatDay(today(), language, 'long'), 'เขียนจำนวนเงินผิด'))
    expect(await page.locator('.receipts-row del').first().innerText()).toBe('30')
    await expectAccessible(page)
    await shot(page, `receipts-${name}`)
    await page.goto(`${register}/${member.id}`)
    await page.getByText(list.paidSoFar(2, '60')).waitFor()
  })

  test('the whole passbook is read back, older pages too', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', [...EVERYTHING])
    const member = await newMember(page, { months: 60 })
    await pay(page, member, 1, 60)
    await page.goto(`${register}/${member.id}`)
    await page.getByRole('link', { name: list.earlier }).click()
    await page.getByRole('link', { name: words.latest }).waitFor()
    expect(await page.locator('.book-line').count()).toBe(26)
    await expectAccessible(page)
    await shot(page, `passbook-${name}`)
    await page.getByRole('link', { name: words.latest }).click()
    await page.getByRole('link', { name: words.earlier }).waitFor()
    expect(await page.locator('.book-line').count()).toBe(36)
  })
})

describe('on paper', () => {
  test('a receipt is printed twice on one sheet, its sum in words, Thai digits in sentences alone', async () => {
    const page = await signedIn({ viewport: paper, theme: 'dark' }, 'thep-krasattri', [...EVERYTHING])
    const member = await newMember(page)
    const { id } = await pay(page, member, 7, 3, { entryFeeSatang: 5000, payer: 'สมพร แก้วมณี' })
    await page.goto(`/f/thep-krasattri/receipts/${id}`)
    await settled(page)
    await page.emulateMedia({ media: 'print' })
    await page.getByText('(หนึ่งร้อยสี่สิบบาทถ้วน)').first().waitFor()
    await expect.poll(() => page.locator('.receipt-place').first().innerText()).toContain(thaiDigits(`เลขที่ 7`))
    const [original, copy] = await page.locator('.receipt').allInnerTexts()
    expect(original).toContain(th.original)
    expect(copy).toContain(th.copy)
    expect(original).toContain(thaiDigits(formatDay(today(), 'th', 'long')))
    expect(await page.locator('.receipt tfoot').first().innerText()).toMatch(/รวม\s+140/)
    expect(await page.locator('.receipt-sign').first().innerText()).toContain(th.receiver)
    expect(await page.locator('.cover').isVisible()).toBe(false)
    expect(await page.getByText(th.toVoid).isVisible()).toBe(false)
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: '.tmp/shots/paper-receipt.png', fullPage: true })
    expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  })

  test('a voided one says so across its head, on both halves, and still fits one sheet', async () => {
    const page = await signedIn({ viewport: paper }, 'thep-krasattri', [...EVERYTHING])
    const member = await newMember(page)
    const { id } = await pay(page, member, 1, 1)
    await page.goto(`/f/thep-krasattri/receipts/${id}`)
    await page.getByText(th.toVoid).click()
    await page.getByLabel(th.reason).fill('เขียนผิด')
    await page.getByRole('button', { name: th.voidNow }).click()
    await page.locator('.receipt-void-word').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.receipt-void-word').allInnerTexts()).toEqual([th.void, th.void])
    await page.screenshot({ path: '.tmp/shots/paper-receipt-void.png', fullPage: true })
    expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  })

  test('a page of the passbook prints as a table, oldest first, on one sheet', async () => {
    const page = await signedIn({ viewport: paper }, 'thep-krasattri', [...EVERYTHING])
    const member = await newMember(page, { months: 40 })
    await pay(page, member, 1, 30)
    await page.goto(`${register}/${member.id}/passbook`)
    await settled(page)
    await page.emulateMedia({ media: 'print' })
    await page.locator('.passbook-paper').waitFor()
    const rows = await page.locator('.passbook-paper tbody tr').allInnerTexts()
    expect(rows).toHaveLength(36)
    expect(rows[0]).toMatch(/^7\s/)
    expect(rows[0]).toContain(thRegister.state.paid)
    expect(rows.at(-1)).toContain(thRegister.state['not-due'])
    expect(await page.locator('.book').isVisible()).toBe(false)
    await page.screenshot({ path: '.tmp/shots/paper-passbook.png', fullPage: true })
    expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  })
})

describe('what a payment pays for', () => {
  test('by a daily plan the days stand there before the money is taken in', async () => {
    const page = await signedIn({ viewport: phone }, 'thep-krasattri', [...EVERYTHING])
    const { id, joinedOn } = await newMember(page, { months: 1, every: 'day' })
    await page.goto(`${register}/${id}/payment`)
    await page.getByLabel(thRegister.days).fill('10')
    await page.getByText(`ส่งสำหรับ ${formatDay(joinedOn, 'th', 'short')} – ${formatDay(`${joinedOn.slice(0, 8)}10`, 'th', 'short')}`).waitFor()
    await page.getByRole('button', { name: thRegister.takeIn('10') }).waitFor()
    await expectAccessible(page)
    await shot(page, 'payment-daily')
  })

  test('more than ten years ahead is refused at the field before it is sent', async () => {
    const page = await signedIn({ viewport: phone }, 'thep-krasattri', [...EVERYTHING])
    const { id } = await newMember(page)
    await page.goto(`${register}/${id}/payment`)
    await page.getByLabel(thRegister.instalments).fill('300')
    await page.locator('#instalments-error').waitFor()
    expect(await page.locator('#instalments-error').textContent()).toContain('ล่วงหน้าได้ไม่เกิน 10 ปี')
  })

  test('an applicant pays the entry fee alone; nothing at all is refused', async () => {
    const page = await signedIn({ viewport: phone }, 'thep-krasattri', [...EVERYTHING])
    const { id, number } = await newApplicant(page)
    await page.goto(`${register}/${id}/receipts`)
    await page.getByRole('heading', { name: th.none }).waitFor()
    await expectAccessible(page)
    await shot(page, 'receipts-none')
    await page.getByRole('link', { name: thRegister.pay }).click()
    await page.getByLabel(thRegister.bookLabel).fill(number)
    await page.getByLabel(thRegister.receiptNumber, { exact: true }).fill('1')
    await page.getByRole('button', { name: thRegister.takeIn('0') }).click()
    await page.locator('#entryFeeSatang-error').waitFor()
    await page.getByLabel(th.entryFeeLabel).fill('50')
    await page.getByRole('button', { name: thRegister.takeIn('50') }).click()
    await page.getByText(th.taken).waitFor()
  })
})

test('a clerk is not offered to void, and a viewer takes no money in', async () => {
  const page = await signedIn({ viewport: phone }, 'thep-krasattri', ['clerk', 'fund-admin'])
  const member = await newMember(page)
  const { id } = await pay(page, member, 1, 1)
  await page.goto(`/f/thep-krasattri/receipts/${id}`)
  await page.getByRole('heading', { name: th.titleOf(member.number, '1') }).waitFor()
  expect(await page.getByText(th.toVoid).count()).toBe(0)
  const viewer = await signedIn({ viewport: phone }, 'thep-krasattri', ['viewer'])
  await viewer.goto(`${register}/${member.id}/receipts`)
  await viewer.locator('.receipts-row').waitFor()
  expect(await viewer.getByRole('link', { name: thRegister.pay }).count()).toBe(0)
})

test('slow receipts say one line; where they fail, trying again shows them; no receipt of that address is said', async () => {
  const page = await signedIn({ viewport: phone }, 'thep-krasattri', [...EVERYTHING])
  const member = await newMember(page)
  await throughBadLine(page, `**/members/${member.id}/contributions`, `${register}/${member.id}/receipts`)
  await page.getByRole('heading', { name: th.none }).waitFor()
  await page.goto(`/f/thep-krasattri/receipts/${crypto.randomUUID()}`)
  await page.getByText('ไม่พบใบเสร็จนี้').waitFor()
})

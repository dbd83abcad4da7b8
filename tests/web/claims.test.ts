import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { addDays, addYears, type Day } from '../../plugins/kit/day.ts'
import { claims as en } from '../../web/text/en/claims.ts'
import { enquiry as enEnquiry } from '../../web/text/en/enquiry.ts'
import { claims as th } from '../../web/text/th/claims.ts'
import { enquiry as thEnquiry } from '../../web/text/th/enquiry.ts'
import { state } from '../../web/text/th/state.ts'
import { desktop, expectAccessible, phone, settled, shot } from './browser.ts'
import { memberOf, office, signedIn } from './committee.ts'
import { lineTo } from './line.ts'
import { Visitor } from './visitor.ts'

const languages = [
  { name: 'phone-th', viewport: phone, language: 'th', words: th, asked: thEnquiry },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, asked: enEnquiry },
] as const

/** Answers the form for a stay of so many nights that began some days ago, up to the last step before it is handed in. */
async function askForStay(page: Page, language: 'th' | 'en', fund: string, member: string, nights: number, asked: typeof thEnquiry, words: typeof th): Promise<Day> {
  const visitor = await Visitor.of(page, language)
  const admittedOn = addDays(visitor.today, -nights - 1)
  await page.goto(`/f/${fund}/members/${member}/claim`)
  await page.getByRole('link', { name: visitor.words.hospital }).click()
  await visitor.day(visitor.words.admitted, admittedOn)
  await visitor.day(visitor.words.discharged, addDays(admittedOn, nights))
  await page.getByRole('button', { name: asked.next, exact: true }).click()
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: words.toHandIn }).click()
  await page.getByRole('heading', { name: words.handInTitle }).waitFor()
  return admittedOn
}

describe.each(languages)('a claim, on $name', ({ name, viewport, language, words, asked }) => {
  test('from the counter to the payment, by three people', async () => {
    const member = await memberOf('kamala', { joinedOn: addYears(new Date().toISOString().slice(0, 10), -3) })
    const clerk = await signedIn({ viewport, language }, 'kamala', ['clerk'])
    await clerk.goto('/f/kamala/claims/new')
    await clerk.getByRole('searchbox').fill(member.number)
    await clerk.getByRole('search').getByRole('button').click()
    await clerk.getByRole('link', { name: member.lastName }).click()
    await clerk.getByRole('heading', { name: words.what }).waitFor()
    await expectAccessible(clerk)
    await shot(clerk, `claim-what-${name}`)
    await askForStay(clerk, language, 'kamala', member.id, 4, asked, words)
    await expectAccessible(clerk)
    await shot(clerk, `claim-hand-in-${name}`)
    await clerk.getByRole('button', { name: words.handIn }).click()
    await clerk.getByText(words.state.submitted).waitFor()
    await expectAccessible(clerk)
    await shot(clerk, `claim-submitted-${name}`)
    expect(await clerk.getByRole('heading', { name: words.decide }).count()).toBe(0)

    const approver = await signedIn({ viewport, language }, 'kamala', ['approver'])
    await approver.goto(clerk.url())
    await approver.getByLabel(words.meetingNumber).fill('11/2569')
    await expectAccessible(approver)
    await shot(approver, `claim-decide-${name}`)
    await approver.getByRole('button', { name: words.approveNow('600') }).click()
    await approver.locator('.stamp').waitFor()

    const treasurer = await signedIn({ viewport, language }, 'kamala', ['treasurer'])
    await treasurer.goto(clerk.url())
    await treasurer.getByLabel(words.voucherNumber).fill(member.number)
    await expectAccessible(treasurer)
    await treasurer.getByRole('button', { name: words.payNow('600') }).click()
    await treasurer.getByText(words.voucher(member.number)).first().waitFor()
    await treasurer.locator('.act-list').getByText(`${words.act.paid} · มาลี ศรีสุข`).waitFor()
    await expectAccessible(treasurer)
    await shot(treasurer, `claim-paid-${name}`)
    await expectOnePage(treasurer, language, name)

    await treasurer.goto(`/f/kamala/members/${member.id}`)
    await treasurer.locator('.entitlements-sum').first().waitFor()
    await expectAccessible(treasurer)
    await shot(treasurer, `member-entitlements-${name}`)
  })

  test('what waits stands on today’s page and in the list', async () => {
    const member = await memberOf('kamala', { joinedOn: addYears(new Date().toISOString().slice(0, 10), -3) })
    const page = await signedIn({ viewport, language }, 'kamala', ['clerk'])
    await askForStay(page, language, 'kamala', member.id, 2, asked, words)
    await page.getByRole('button', { name: words.handIn }).click()
    await page.getByText(words.state.submitted).waitFor()
    const number = (await page.getByText(words.ofNumber('')).innerText()).slice(words.ofNumber('').length)
    await page.goto('/f/kamala/today')
    await page.getByRole('link', { name: member.lastName }).first().waitFor()
    await expectAccessible(page)
    await shot(page, `today-${name}`)
    await page.goto('/f/kamala/claims')
    await page.getByRole('link', { name: member.lastName }).filter({ hasText: words.numbered(number) }).waitFor()
    await expectAccessible(page)
    await shot(page, `claims-${name}`)
    const look = async (typed: string) => {
      await page.getByRole('searchbox').fill(typed)
      await page.getByRole('searchbox').press('Enter')
    }
    await look(number)
    await page.waitForURL(/q=/)
    await page.getByRole('link', { name: words.filters.all }).and(page.locator('[aria-current]')).waitFor()
    await page.getByRole('link', { name: member.lastName }).filter({ hasText: words.numbered(number) }).waitFor()
    await expect.poll(() => page.locator('.claims > li').count()).toBe(1)
    await look('99999/2569')
    await page.getByRole('heading', { name: words.noneFound('99999/2569') }).waitFor()
    await expectAccessible(page)
    await shot(page, `claims-not-found-${name}`)
    await page.goto('/f/kamala/more')
    await settled(page)
    await expectAccessible(page)
    await shot(page, `more-${name}`)
  })
})

/** An A4 page between its margins, at 96 pixels to the inch. */
const paper = { width: 658, height: 972 }

/** The claim on one sheet: the sum in letters, the resolution, lines to sign. */
async function expectOnePage(page: Page, language: 'th' | 'en', name: string) {
  const before = page.viewportSize() ?? paper
  await page.setViewportSize(paper)
  await page.emulateMedia({ media: 'print' })
  await page.getByText(language === 'th' ? '(หกร้อยบาทถ้วน)' : '(six hundred baht only)').waitFor()
  expect(await page.locator('.claim-paper').innerText()).toContain(language === 'th' ? 'มติที่ประชุม ครั้งที่ ๑๑/๒๕๖๙' : 'resolution 11/2569')
  expect(await page.locator('.claim-paper-number').innerText()).toMatch(language === 'th' ? /^เลขที่ [๐-๙]+\/๒๕[๐-๙]{2}$/ : /^no\. \d+\/25\d{2}$/)
  expect(await page.locator('.slip').isVisible()).toBe(false)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `.tmp/shots/paper-claim-${name}.png`, fullPage: true })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: null })
  await page.setViewportSize(before)
}

describe('what cannot be', () => {
  test('who entered a claim is told why another decides it', async () => {
    const member = await memberOf('kamala', { joinedOn: addYears(new Date().toISOString().slice(0, 10), -3) })
    const page = await signedIn({ viewport: phone }, 'kamala', ['clerk', 'approver'])
    await askForStay(page, 'th', 'kamala', member.id, 2, thEnquiry, th)
    await page.getByRole('button', { name: th.handIn }).click()
    await page.getByText('ให้กรรมการคนอื่นพิจารณา').waitFor()
    expect(await page.getByRole('button', { name: th.approveNow('400') }).count()).toBe(0)
    await expectAccessible(page)
    await shot(page, 'claim-own')
  })

  test('what the rules give has changed while one decides: nothing is decided, and both are said', async () => {
    const member = await memberOf('kamala', { joinedOn: addYears(new Date().toISOString().slice(0, 10), -3) })
    const clerk = await signedIn({ viewport: phone }, 'kamala', ['clerk'])
    await askForStay(clerk, 'th', 'kamala', member.id, 3, thEnquiry, th)
    await clerk.getByRole('button', { name: th.handIn }).click()
    await clerk.getByText(th.state.submitted).waitFor()
    const approver = await signedIn({ viewport: desktop }, 'kamala', ['approver'])
    await approver.goto(clerk.url())
    await approver.getByLabel(th.meetingNumber).fill('11/2569')
    const { id } = await (await clerk.request.post(`/api/funds/kamala/members/${member.id}/departure`, { data: { kind: 'resigned', happenedOn: addYears(new Date().toISOString().slice(0, 10), -1) }, headers: { origin: inject('origin') } })).json()
    expect(id).toBe(member.id)
    await approver.getByRole('button', { name: th.approveNow('600') }).click()
    await approver.getByText('ยังไม่ได้บันทึกมติ').first().waitFor()
    await approver.getByText(th.changed(th.finding.eligible('600 บาท'))).waitFor()
    expect(await approver.locator('.stamp').count()).toBe(0)
    await expectAccessible(approver)
    await shot(approver, 'claim-changed')
    await approver.getByText(th.outcomes.refused, { exact: true }).click()
    await approver.getByLabel(th.reason).fill('ลาออกไปก่อนแล้ว')
    await approver.getByRole('button', { name: th.refuseNow }).click()
    await approver.locator('.stamp').waitFor()
    await approver.locator('.slip').getByText(th.asDecided).waitFor()
    await approver.getByText(th.changed(th.finding.eligible('600 บาท'))).waitFor()
    expect(await approver.locator('.claim-paper').textContent()).not.toContain('ได้ ๖๐๐ บาท')
    await expectAccessible(approver)
  })

  test('what is left to the committee within a range begins with no amount, and is not taken for nothing', async () => {
    const member = await memberOf('kamala', { joinedOn: addYears(new Date().toISOString().slice(0, 10), -3) })
    const clerk = await office('kamala', ['clerk'])
    const { id } = await clerk('POST', 'claims', { memberId: member.id, benefitId: 'disaster', answers: { struckOn: addDays(new Date().toISOString().slice(0, 10), -3), damage: 'lost', homeGranted: false } })
    const approver = await signedIn({ viewport: phone }, 'kamala', ['approver'])
    await approver.goto(`/f/kamala/claims/${id}`)
    await approver.getByLabel(th.meetingNumber).fill('11/2569')
    await approver.locator('button[type=submit]').click()
    await approver.locator('#amountSatang-error').getByText(th.unanswered).waitFor()
    await expectAccessible(approver)
    await shot(approver, 'claim-judgement')
    await approver.locator('#amountSatang').fill('๓,๕๐๐')
    await approver.getByRole('button', { name: th.approveNow('3,500') }).click()
    await approver.locator('.stamp').getByText(th.approved('3,500 บาท')).waitFor()
  })

  test('a claim that does not meet the rules goes to the committee all the same, and is refused with its reason', async () => {
    const member = await memberOf('kamala', { joinedOn: addDays(new Date().toISOString().slice(0, 10), -60) })
    const page = await signedIn({ viewport: phone }, 'kamala', ['clerk'])
    const visitor = await Visitor.of(page, 'th')
    await page.goto(`/f/kamala/members/${member.id}/claim/hospital`)
    await visitor.day(visitor.words.admitted, addDays(visitor.today, -3))
    await visitor.day(visitor.words.discharged, addDays(visitor.today, -1))
    await page.getByRole('button', { name: th.toHandIn }).click()
    await page.getByRole('heading', { name: th.handInTitle }).waitFor()
    await expectAccessible(page)
    await shot(page, 'claim-not-yet')
    await page.getByRole('button', { name: th.askPeople }).click()
    await page.getByText(th.state.submitted).waitFor()

    const approver = await signedIn({ viewport: phone }, 'kamala', ['approver'])
    await approver.goto(page.url())
    await approver.getByLabel(th.meetingNumber).fill('11/2569')
    await approver.getByRole('button', { name: th.refuseNow }).click()
    await approver.locator('#reason-error').waitFor()
    await approver.getByLabel(th.reason).fill('เป็นสมาชิกยังไม่ครบ 180 วัน')
    await approver.getByRole('button', { name: th.refuseNow }).click()
    await approver.getByText(th.because('เป็นสมาชิกยังไม่ครบ 180 วัน')).first().waitFor()
  })
})

describe('states', () => {
  const today = '**/api/funds/kamala/claims?*'

  test('an empty fund says what comes here', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', ['viewer'])
    await page.route(today, (route) => route.fulfill({ json: { claims: [], waiting: 0 } }))
    await page.route('**/api/funds/kamala/collection', (route) => route.fulfill({ json: { fromOn: '2026-11-01', members: 0, paidUp: 0, receipts: 0, receivedSatang: 0 } }))
    await page.route('**/api/funds/kamala/arrears', (route) => route.fulfill({ json: { today: '2026-11-25', count: 0, members: [] } }))
    await page.goto('/f/kamala/today')
    await page.getByText('ไม่มีคำขอที่รอพิจารณา').waitFor()
    await expectAccessible(page)
    await shot(page, 'today-empty')
    await page.goto('/f/kamala/claims')
    await page.getByText(th.noneOfThese).waitFor()
    await expectAccessible(page)
  })

  test('a slow fund says one line, a failing one that nothing is lost and how to go on', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', ['viewer'])
    const turn = await lineTo(page, today, 'slow')
    await page.goto('/f/kamala/today')
    await page.getByText(state.waiting).waitFor()
    turn('whole')
    await settled(page)
    turn('broken')
    await page.goto('/f/kamala/claims')
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
    turn('whole')
    await page.getByRole('button', { name: state.retry }).click()
    await page.getByRole('heading', { name: th.title, level: 1 }).waitFor()
  })

  test('at 320 pixels and the largest letters, in the dark, nothing runs out of the window', async () => {
    const member = await memberOf('kamala', { joinedOn: addYears(new Date().toISOString().slice(0, 10), -3) })
    const page = await signedIn({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' }, 'kamala', ['clerk', 'approver'])
    for (const place of ['today', 'claims', 'claims/new', `members/${member.id}/claim`, `members/${member.id}`, 'more']) {
      await page.goto(`/f/kamala/${place}`)
      await expectAccessible(page)
    }
    await shot(page, 'more-320-largest')
  })
})

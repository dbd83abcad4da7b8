import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { addDays, addYears, formatDay, type Day } from '../../plugins/kit/day.ts'
import { todayInThailand } from '../../server/http/today.ts'
import { fields as enFields } from '../../web/text/en/fields.ts'
import { rules as en } from '../../web/text/en/rules.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { rules as th } from '../../web/text/th/rules.ts'
import { state } from '../../web/text/th/state.ts'
import { unbroken } from '../../web/ui/thai.ts'
import { desktop, expectAccessible, phone, settled, shot, type Reader } from './browser.ts'
import { newFund, signedIn } from './committee.ts'

const today: Day = todayInThailand(new Date())
let made = 0

/** A fund of its own for each test, with the model as its regulation, some people who keep it, and three stays of last year. */
async function fundWithRules(): Promise<string> {
  const slug = `rules-${Date.now().toString(36)}-${made += 1}`
  await newFund(slug)
  const keeper = await office(slug, ['rule-keeper'])
  const first = { model: 'model-packs/model', fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'untilClaim' } }
  const { id } = await keeper('POST', 'drafts', { fromOn: addYears(today, -2), first })
  await keeper('POST', `drafts/${id}/meeting`, { resolution: { number: '1/2567', heldOn: addDays(addYears(today, -2), -7) }, version: 1 })
  await (await office(slug, ['fund-admin']))('POST', `drafts/${id}/publication`, { fromOn: addYears(today, -2) })

  const desk = await office(slug, ['fund-admin', 'clerk'])
  for (const [at, nights] of [3, 2, 1].entries()) {
    const member = await desk('POST', 'carried-over-members', { number: `0${at + 1}`, title: 'นาง', firstName: ['แดง', 'มุก', 'ชื่น'][at], lastName: 'ทองดี', bornOn: '1960-01-01', joinedOn: addYears(today, -5), note: 'สมุดทะเบียน' })
    const dischargedOn = addDays(today, -20 * (at + 1))
    await desk('POST', 'claims', { memberId: member.id, benefitId: 'hospital', answers: { admittedOn: addDays(dischargedOn, -nights), dischargedOn, collector: 'self' } })
  }
  return slug
}

/** Asks the API as somebody of the fund. */
async function office(slug: string, roles: Parameters<typeof signedIn>[2]) {
  const page = await signedIn({ viewport: desktop }, slug, roles)
  return async (method: string, path: string, data: object) => {
    const answer = await page.request.fetch(`/api/funds/${slug}/${path}`, { method, data, headers: { origin: inject('origin'), 'idempotency-key': randomUUID() } })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
}

/** A value of the draft's notice, by its label. */
const valueOf = (page: Page, label: string, value: string) => page.getByRole('button', { name: `${label} ${value}`, exact: true }).first()

const begin = async (page: Page, words: typeof th, slug: string) => {
  await page.goto(`/f/${slug}/rules/draft`)
  await page.getByRole('button', { name: words.start }).click()
  await page.locator('.value-tap').first().waitFor()
}

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, labels: thFields, rate: 'ค่านอนโรงพยาบาลคืนละ', struck: 'ได้คืนละ 200 บาท', now: 'ได้คืนละ 250 บาท', notHers: 'ผู้ร่างประกาศใช้เองไม่ได้' },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, labels: enFields, rate: 'for a night in hospital', struck: '200 baht per night', now: '250 baht per night', notHers: 'Who has written in a draft does not put it in force' },
] as const)('on $name', ({ name, words, rate, struck, now, notHers, labels, ...as }) => {
  const look = async (page: Page, what: string) => {
    await expectAccessible(page)
    await shot(page, `rules-${name}-${what}`, false)
  }

  test('a value is changed, its effect seen, put to the meeting and put in force by two people', async () => {
    const slug = await fundWithRules()
    const keeper = await signedIn(as, slug, ['rule-keeper'])
    await keeper.goto(`/f/${slug}/rules`)
    await keeper.getByRole('heading', { name: words.history }).waitFor()
    await look(keeper, '1-rules')
    await keeper.getByRole('link', { name: words.begin }).click()
    await keeper.getByRole('heading', { name: words.beginTitle }).waitFor()
    await look(keeper, '2-begin')
    await keeper.getByRole('button', { name: words.start }).click()
    await keeper.getByText(words.baht('1,200')).first().waitFor()
    await look(keeper, '3-draft')

    await valueOf(keeper, rate, '200').click()
    await keeper.getByLabel(words.editing(rate)).fill('250')
    await keeper.getByText(words.baht('1,500')).first().waitFor()
    expect(await keeper.locator('.value-was').first().textContent()).toBe('200')
    await keeper.getByText(words.gain(3)).waitFor()
    await keeper.getByText(words.noneLoses).waitFor()
    await expect.poll(() => keeper.locator('.card-changed').count()).toBeGreaterThan(0)
    await look(keeper, '4-value')
    expect(new URL(keeper.url()).search).toBe('?value=model.nightRate')
    await keeper.getByRole('button', { name: words.use }).click()
    await keeper.locator('.draft-banner').getByText(words.changes(1)).waitFor()
    expect(await keeper.locator('#changed ~ * del').first().textContent()).toBe(unbroken(struck))
    expect(await keeper.locator('#changed ~ * ins').first().textContent()).toBe(unbroken(now))

    await keeper.getByRole('button', { name: words.toMeeting }).click()
    await keeper.getByLabel(words.meetingNumber).fill('๑๑/๒๕๖๙')
    await look(keeper, '5-meeting')
    await keeper.getByRole('button', { name: words.toMeeting }).click()
    await keeper.getByText(words.atMeeting('11/2569', formatDay(today, as.language, 'long'))).waitFor()
    await keeper.getByRole('button', { name: words.takeBack }).waitFor()
    await keeper.getByText(notHers).waitFor()
    expect(await keeper.locator('.value-tap').count()).toBe(0)

    const admin = await signedIn(as, slug, ['fund-admin'])
    await admin.goto(`/f/${slug}/rules`)
    await admin.getByRole('link', { name: words.openDraft }).click()
    await admin.getByRole('button', { name: words.publish }).click()
    await admin.getByLabel(labels.year).waitFor()
    await look(admin, '6-publish')
    await admin.getByRole('button', { name: words.publish }).click()
    await admin.getByRole('heading', { name: words.edition(2) }).waitFor()
    await admin.getByRole('heading', { name: words.edition(2) }).scrollIntoViewIfNeeded()
    await look(admin, '7-history')
    expect(await admin.locator('.rules-history ins').first().textContent()).toBe(unbroken(now))

    await admin.getByRole('link', { name: words.pastDraft(formatDay(today, as.language, 'long'), words.states.published) }).first().click()
    await admin.getByRole('heading', { name: words.whoDidWhat }).waitFor()
    const events = await admin.locator('.draft-events li').allTextContents()
    expect(events).toHaveLength(4)
    expect(events[1]).toContain(`มาลี ศรีสุข ${words.acts.changed}`)
    expect(events[3]).toContain(`มาลี ศรีสุข ${words.acts.published}`)
    expect(await admin.locator('#changed ~ * ins').first().textContent()).toBe(unbroken(now))
    await look(admin, '8-past-draft')
  })

  test('a ladder opens as stairs: a step is put in, changed and taken out', async () => {
    const slug = await fundWithRules()
    const page = await signedIn(as, slug, ['rule-keeper'])
    await begin(page, words, slug)
    await page.locator('.value-tap[data-value="model.deathSteps"]').nth(3).click()
    await page.locator('.ladder-face[aria-expanded="true"]').waitFor()
    await look(page, '8-ladder')
    const before = await page.locator('.ladder-face').count()
    await page.getByRole('button', { name: words.insert }).nth(1).click()
    expect(await page.locator('.ladder-face').count()).toBe(before + 1)
    await page.locator('.ladder-open').getByLabel(words.stepGives).fill('5500')
    await page.locator('.ladder-open').getByLabel(labels.years).fill('1')
    await page.getByText(words.mustRise(as.language === 'th' ? '2 ปี' : '2 years')).waitFor()
    await page.locator('.ladder-open').getByLabel(labels.years).fill('3')
    await page.getByRole('button', { name: words.use }).click()
    await page.locator('.draft-banner').getByText(words.changes(1)).waitFor()
    await page.getByText('5,500').first().waitFor()

    await page.locator('.value-tap[data-value="model.deathSteps"]').filter({ hasText: '5,500' }).click()
    await page.getByRole('button', { name: words.remove }).click()
    expect(await page.locator('.ladder-face').count()).toBe(before)
    await page.getByRole('button', { name: words.restore }).click()
    await page.locator('.draft-banner').getByText(words.changes(0)).waitFor()
  })
})

test('by keyboard alone a value is opened, changed, used, and the focus comes back to it', async () => {
  const slug = await fundWithRules()
  const page = await signedIn({ viewport: desktop }, slug, ['rule-keeper'])
  await begin(page, th, slug)
  await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('draft-value')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('190', { exact: true }).first().waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('value')
  await page.keyboard.press('Enter')
  await page.locator('.draft-banner').getByText(th.changes(1)).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-value'))).toBe('model.nightRate')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect.poll(() => new URL(page.url()).search).toBe('')
})

describe('a fund without a regulation', () => {
  test('begins from a model, with a first day that has passed', async () => {
    const slug = `empty-${Date.now().toString(36)}`
    await newFund(slug)
    const page = await signedIn({ viewport: phone }, slug, ['rule-keeper'])
    await page.goto(`/f/${slug}/rules`)
    await page.getByRole('heading', { name: th.noRules }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: th.beginFirst }).click()
    await page.getByRole('radio', { name: 'ต้นแบบ' }).waitFor()
    await page.getByRole('button', { name: th.start }).click()
    await page.getByRole('heading', { name: th.cannot }).waitFor()
    await page.getByLabel(thFields.year).fill('๒๕๖๔')
    await page.getByRole('radio', { name: 'ต้นแบบ' }).check()
    await page.getByRole('radio', { name: th.memberFroms.joined }).check()
    await page.getByRole('radio', { name: th.cureds.untilClaim }).check()
    await page.getByRole('button', { name: th.start }).click()
    await page.locator('[id="first.fundTerms.year-error"]').waitFor()
    await expectAccessible(page)
    await shot(page, 'rules-empty-begin')
    await page.getByRole('radio', { name: th.years.fiscal }).check()
    await page.getByLabel(th.lapse).fill('3')
    await page.getByRole('button', { name: th.start }).click()
    await page.locator('.value-tap').first().waitFor()
    await page.getByText(th.noClaims).waitFor()
    expect(await page.locator('.notice-below').first().textContent()).toContain('2564')
    await expectAccessible(page)
    await shot(page, 'rules-empty-draft')
  })
})

describe('states', () => {
  const opened = async (slug: string, as: Reader = { viewport: phone }) => {
    const page = await signedIn(as, slug, ['rule-keeper'])
    await begin(page, th, slug)
    return page
  }

  test('somebody else has changed the draft meanwhile: it is said, what stands is shown, and the value that was typed stays', async () => {
    const slug = await fundWithRules()
    const page = await opened(slug)
    const other = await office(slug, ['rule-keeper'])
    await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
    await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).fill('250')
    const { current } = await (await page.request.get(`/api/funds/${slug}/drafts`)).json()
    await other('PUT', `drafts/${current.id}/values/birthGift`, { pack: 'model', value: 150_000, version: current.version })
    await page.getByRole('button', { name: th.use }).click()
    await page.getByText('มีคนแก้ไขข้อมูลนี้ไปก่อนแล้ว').waitFor()
    await page.locator('.draft-banner').getByText(th.changes(1)).waitFor()
    expect(await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).inputValue()).toBe('250')
    await expectAccessible(page)
    await page.getByRole('button', { name: th.use }).click()
    await page.locator('.draft-banner').getByText(th.changes(2)).waitFor()
  })

  test('a slow effect says that it is being worked out, and what was known stays', async () => {
    const slug = await fundWithRules()
    const page = await opened(slug)
    await page.getByText(th.baht('1,200')).first().waitFor()
    let answer = () => {}
    const held = new Promise<void>((go) => { answer = go })
    await page.route('**/trials', async (route) => { await held; await route.continue() })
    await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
    await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).fill('100')
    await page.getByText(th.thinking).waitFor()
    expect(await page.getByText(th.baht('1,200')).count()).toBeGreaterThan(0)
    await expectAccessible(page)
    answer()
    await page.getByText(th.costsLess('600')).waitFor()
    await page.getByText(th.lose(3)).waitFor()
  })

  test('an effect that fails says so, and trying again works; the value can be used all the same', async () => {
    const slug = await fundWithRules()
    const page = await opened(slug)
    let broken = true
    await page.route('**/trials', (route) => (broken ? route.abort('connectionrefused') : route.continue()))
    await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
    await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).fill('100')
    await page.getByText(th.cannotThink).waitFor()
    await expectAccessible(page)
    broken = false
    await page.getByRole('button', { name: th.again }).click()
    await page.getByText(th.costsLess('600')).waitFor()
  })

  test('a screen that cannot be fetched says so, and trying again works', async () => {
    const slug = await fundWithRules()
    const page = await signedIn({ viewport: phone }, slug, ['viewer'])
    let broken = true
    await page.route('**/drafts', (route) => (broken ? route.abort('connectionrefused') : route.continue()))
    await page.goto(`/f/${slug}/rules/draft`)
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
    broken = false
    await page.getByRole('button', { name: state.retry }).click()
    await page.getByRole('heading', { name: th.noDraft }).waitFor()
    await expectAccessible(page)
  })

  test('a slow screen says one line', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', ['viewer'])
    let answer = () => {}
    const held = new Promise<void>((go) => { answer = go })
    await page.route('**/drafts', async (route) => { await held; await route.continue() })
    await page.goto('/f/kamala/rules')
    await page.getByText(state.waiting).waitFor()
    answer()
    await settled(page)
    await page.getByText(th.onlyKeeper).waitFor()
  })

  test('at 320 pixels and the largest letters nothing runs out of the window', async () => {
    const slug = await fundWithRules()
    const page = await opened(slug, { viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' })
    await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
    await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).fill('250')
    await page.getByText(th.gain(3)).waitFor()
    await expectAccessible(page)
    await shot(page, 'rules-320-largest')
    await page.locator('.value-tap[data-value="model.deathSteps"]').first().click()
    await page.locator('.ladder').waitFor()
    await expectAccessible(page)
  })
})

test('on paper a draft says so across its head, and shows what is struck out', async () => {
  const slug = await fundWithRules()
  const page = await signedIn({ viewport: desktop }, slug, ['rule-keeper'])
  await begin(page, th, slug)
  await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
  await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).fill('250')
  await page.getByRole('button', { name: th.use }).click()
  await page.locator('.draft-banner').getByText(th.changes(1)).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.notice-not-yet').isVisible()).toBe(true)
  expect(await page.locator('.draft-panel').isVisible()).toBe(false)
  expect(await page.locator('.value-was').first().textContent()).toBe('๒๐๐')
  await shot(page, 'rules-paper')
})

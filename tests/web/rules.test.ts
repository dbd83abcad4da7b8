import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { formatDay } from '../../plugins/kit/day.ts'
import { fields as enFields } from '../../web/text/en/fields.ts'
import { rules as en } from '../../web/text/en/rules.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { rules as th } from '../../web/text/th/rules.ts'
import { unbroken } from '../../web/ui/thai.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { newFund, signedIn } from './committee.ts'
import { begin, fundWithRules, today, valueOf } from './drafting.ts'
import { tapCounter } from './taps.ts'

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, labels: thFields, rate: 'ค่านอนโรงพยาบาลคืนละ', struck: 'ได้คืนละ 200 บาท', now: 'ได้คืนละ 250 บาท', notHers: 'ผู้ร่างประกาศใช้เองไม่ได้' },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, labels: enFields, rate: 'for a night in hospital', struck: '200 baht per night', now: '250 baht per night', notHers: 'Who has written in a draft does not put it in force' },
] as const)('on $name', ({ name, words, rate, struck, now, notHers, labels, ...as }) => {
  const look = async (page: Page, what: string) => {
    await expectAccessible(page)
    await shot(page, `rules-${name}-${what}`, false)
  }

  test('from the notice to what is in force in five taps by two people: an amount is changed, its effect seen, resolved on and published', async () => {
    const slug = await fundWithRules()
    const keeper = await signedIn(as, slug, ['rule-keeper'])
    const { watch, reset, taps } = tapCounter()
    await watch(keeper)
    await keeper.goto(`/f/${slug}/rules`)
    await keeper.getByRole('heading', { name: words.history }).waitFor()
    await look(keeper, '1-rules')
    reset()
    await valueOf(keeper, rate, '200').click()
    await keeper.getByText(words.baht('1,200')).first().waitFor()
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

    await keeper.getByLabel(words.meetingNumber).fill('๑๑/๒๕๖๙')
    await look(keeper, '5-meeting')
    await keeper.getByRole('button', { name: words.toMeeting }).click()
    await keeper.getByText(words.atMeeting('11/2569', formatDay(today, as.language, 'long'))).waitFor()
    await keeper.getByRole('button', { name: words.takeBack }).waitFor()
    await keeper.getByText(notHers).waitFor()
    expect(await keeper.locator('.value-tap').count()).toBe(0)

    const admin = await signedIn(as, slug, ['fund-admin'])
    await watch(admin)
    await admin.goto(`/f/${slug}/rules`)
    await admin.getByRole('link', { name: words.openDraft }).click()
    await admin.getByLabel(labels.year).waitFor()
    await look(admin, '6-publish')
    await admin.getByRole('button', { name: words.publish }).click()
    await admin.getByRole('heading', { name: words.edition(2) }).waitFor()
    expect(taps()).toBeLessThanOrEqual(5)
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
    await page.goto(`/f/${slug}/rules/draft`)
    await page.getByRole('heading', { name: words.beginTitle }).waitFor()
    await look(page, '2-begin')
    await begin(page, words, slug)
    await look(page, '3-draft')
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
    await page.getByRole('radio', { name: /ระเบียบต้นแบบของสัจจะ/ }).waitFor()
    await page.getByRole('button', { name: th.start }).click()
    await page.getByRole('heading', { name: th.cannot }).waitFor()
    await page.getByLabel(thFields.year).fill('๒๕๖๔')
    await page.getByRole('radio', { name: /ระเบียบต้นแบบของสัจจะ/ }).check()
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

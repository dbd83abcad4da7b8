import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addYears } from '../../plugins/kit/day.ts'
import { build as en } from '../../web/text/en/build.ts'
import { claims as enClaims } from '../../web/text/en/claims.ts'
import { fields as enFields } from '../../web/text/en/fields.ts'
import { neighbours as enNeighbours } from '../../web/text/en/neighbours.ts'
import { rules as enRules } from '../../web/text/en/rules.ts'
import { build as th } from '../../web/text/th/build.ts'
import { claims as thClaims } from '../../web/text/th/claims.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { neighbours as thNeighbours } from '../../web/text/th/neighbours.ts'
import { rules as thRules } from '../../web/text/th/rules.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { fundWithDraft, manageIn } from './building.ts'
import { memberOf, office, signedIn } from './committee.ts'
import { today } from './drafting.ts'
import { Visitor } from './visitor.ts'

const manage = (page: Page, line: string, words: typeof th) => page.locator('#section-conditions ~ ul').getByRole('button', { name: new RegExp(`^${words.manage}: .*${line}`) })

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, rules: thRules, kind: 'การศึกษา', own: 'ทุนเรียนดี', age: 'อายุของสมาชิก', grade: 'ผลการเรียน', anyOf: 'ข้อใดข้อหนึ่ง', report: 'ใบแสดงผลการเรียน', membership: 'เวลาที่เป็นสมาชิก', day: th.dayTh, very: 'ดีมาก', born: 'เกิดวันไหน', labels: thFields, people: thNeighbours, claims: thClaims },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, rules: enRules, kind: 'education', own: 'Good marks', age: 'age of the member', grade: 'marks', anyOf: 'Any of', report: 'School report', membership: 'time as a member', day: en.dayEn, very: 'very good', born: 'When was', labels: enFields, people: enNeighbours, claims: enClaims },
] as const)('on $name', ({ name, words, rules, kind, own, age, grade, anyOf, report, membership, day, very, born, labels, people, claims, ...as }) => {
  const look = async (page: Page, what: string) => {
    await expectAccessible(page)
    await shot(page, `build-${name}-${what}`)
  }

  test('a benefit is made from nothing, tried on somebody, put in force by another, and a claim at the counter is judged by it', async () => {
    const slug = await fundWithDraft()
    const page = await signedIn(as, slug, ['rule-keeper'])
    await page.goto(`/f/${slug}/rules/draft`)
    await page.getByRole('link', { name: rules.build }).click()
    await page.getByRole('heading', { name: words.title }).waitFor()
    await look(page, '1-list')
    await page.getByRole('link', { name: words.create }).click()
    await page.getByRole('button', { name: words.start }).click()
    await page.getByRole('heading', { name: words.cannot }).waitFor()
    await look(page, '2-new')
    await page.getByLabel(words.titleTh).fill('ทุนเรียนดี')
    await page.getByLabel(words.titleEn).fill('Good marks')
    await page.getByLabel(words.category).selectOption({ label: kind })
    await page.getByLabel(words.amount).fill('๑,๕๐๐')
    await page.getByRole('button', { name: words.start }).click()
    await page.getByRole('heading', { name: own, level: 1 }).waitFor()
    await page.getByRole('heading', { name: words.notice }).waitFor()
    await look(page, '3-bench')

    // Half filled in, it stays where it is until it is whole.
    await page.getByRole('button', { name: `+ ${words.addCondition}`, exact: true }).click()
    await page.getByLabel(words.fact).selectOption({ label: age })
    await page.getByRole('button', { name: words.save }).click()
    await page.getByRole('heading', { name: words.cannot }).waitFor()
    expect(await page.getByLabel(words.compare).inputValue()).toBe('atLeast')
    await page.getByLabel(labels.years, { exact: true }).fill('60')
    await look(page, '4-condition')
    await page.getByRole('button', { name: words.save }).click()
    await manage(page, age, words).waitFor()

    // A question of the fund's own, asked because a condition needs it.
    await page.getByRole('button', { name: `+ ${words.addCondition}`, exact: true }).click()
    await page.getByLabel(words.fact).selectOption({ label: words.newQuestion })
    await page.getByLabel(words.thai).first().fill('ผลการเรียน')
    await page.getByLabel(words.english).first().fill('marks')
    await page.getByLabel(words.answer).selectOption('choice')
    await page.getByLabel(words.options).fill('ดีมาก / very good\nดี / good\nพอใช้ / fair')
    await page.getByRole('button', { name: words.save }).click()
    await page.getByRole('heading', { name: words.cannot }).waitFor()
    await page.getByLabel(words.compare).selectOption('in')
    await page.getByRole('checkbox').first().check()
    await page.getByRole('checkbox').nth(1).check()
    await page.getByRole('button', { name: words.save }).click()
    await manage(page, grade, words).waitFor()
    await expect.poll(() => page.locator('#section-questions ~ ul').textContent()).toContain(grade)

    // Grouped, turned, moved out and in again.
    await manage(page, grade, words).click()
    await look(page, '5-acts')
    await page.getByRole('button', { name: words.wrapAny }).click()
    await manage(page, anyOf, words).waitFor()
    await manage(page, grade, words).click()
    await page.getByRole('button', { name: words.up, exact: true }).click()
    await expect.poll(() => manage(page, anyOf, words).count()).toBe(0)
    await expect.poll(() => page.locator('#section-conditions ~ ul .build-sentence').allTextContents().then((lines) => lines.filter((line) => line.includes(age) || line.includes(grade)).map((line) => line.includes(grade)))).toEqual([false, true])

    await page.getByRole('button', { name: `+ ${words.addLimit}` }).click()
    await page.getByRole('radio', { name: words.times, exact: true }).check()
    await page.getByLabel(words.termWorth).fill('1')
    await shot(page, `build-${name}-limit`)
    await page.getByRole('button', { name: words.use, exact: true }).click()
    await expect.poll(() => page.locator('#section-limits ~ ul').textContent()).toContain(words.times)
    await page.getByRole('button', { name: `+ ${words.addDocument}` }).click()
    await page.getByLabel(words.thai).fill('ใบแสดงผลการเรียน')
    await page.getByLabel(words.english).fill('school report')
    await page.getByRole('button', { name: words.use, exact: true }).click()
    await expect.poll(() => page.locator('.notice-document').first().textContent()).toContain(report)

    // Another way to reckon it leaves something to be set: the draft keeps it, says where, and waits with the meeting.
    await page.locator('#section-pays ~ ul').getByRole('button', { name: words.manage }).click()
    await page.getByRole('button', { name: words.changeShape }).click()
    await page.getByRole('radio', { name: words.shapes.ladder }).check()
    await look(page, '6-shapes')
    await page.getByRole('button', { name: words.use, exact: true }).click()
    await page.locator('#section-pays ~ ul .field-error').first().waitFor()
    await page.getByText(words.noticeWaits).waitFor()
    await look(page, '7-unfinished')
    expect((await (await office(slug, ['viewer']))('GET', 'drafts')).current.can).not.toContain('put-to-meeting')
    await expect.poll(() => page.locator('#section-pays ~ ul').textContent()).toContain(membership)

    // A further answer is given to the question, and by its answers a table says how much.
    await manageIn(page, 'questions', grade).click()
    await page.getByRole('button', { name: words.addOption }).click()
    await page.getByLabel(words.thai).fill('ต้องปรับปรุง')
    await page.getByLabel(words.english).fill('weak')
    await page.getByRole('button', { name: words.use, exact: true }).click()
    await expect.poll(() => page.locator('#section-questions ~ ul .build-line').count()).toBe(8)
    await look(page, '8-question')
    await page.locator('#section-pays ~ ul').getByRole('button', { name: words.manage }).first().click()
    await page.getByRole('button', { name: words.changeShape }).click()
    await page.getByRole('radio', { name: words.shapes.schedule }).check()
    await page.getByRole('button', { name: words.use, exact: true }).click()
    await page.locator('[data-place$=".amount.schedule"]').click()
    const rows = page.locator('.build-table').getByRole('textbox')
    for (const [row, baht] of ['1,200', '800', '400'].entries()) await rows.nth(row).fill(baht)
    await page.getByRole('button', { name: words.use, exact: true }).click()
    await page.getByRole('heading', { name: words.cannot }).waitFor()
    await rows.nth(3).fill('0')
    await look(page, '9-table')
    await page.getByRole('button', { name: words.use, exact: true }).click()
    await expect.poll(() => page.locator('.draft-panel .notice-benefit').textContent()).toContain('1,200')
    await look(page, '10-whole')

    await meansSomebody(page, slug)
    await putInForce(slug)
    await claimed(slug)
  })

  /** Somebody is made by hand who is to get it; the draft gives it. */
  async function meansSomebody(page: Page, slug: string) {
    const visitor = await Visitor.of(page, as.language)
    await page.goto(`/f/${slug}/rules/neighbours/new/own-1`)
    await visitor.day(day, today)
    await visitor.next()
    await page.getByLabel(very).check()
    await visitor.next()
    await visitor.joined(3)
    await visitor.next()
    await visitor.day(born, addYears(today, -70))
    await visitor.next()
    await page.getByLabel(visitor.words.pastTimes).fill('0')
    await page.getByRole('button', { name: people.toExpect }).click()
    await page.getByRole('heading', { name: people.expectTitle }).waitFor()
    await page.getByRole('button', { name: people.keep }).click()
    await page.locator('.card').getByText(people.meant).waitFor()
    await shot(page, `build-${name}-11-somebody`)
  }

  /** A member over sixty claims it at the counter; what the rules say stands on the claim. */
  async function claimed(slug: string) {
    const member = await memberOf(slug, { joinedOn: addYears(today, -3) })
    const clerk = await signedIn(as, slug, ['clerk'])
    const visitor = await Visitor.of(clerk, as.language)
    await clerk.goto(`/f/${slug}/members/${member.id}/claim`)
    await clerk.getByRole('link', { name: own }).click()
    await visitor.day(day, today)
    await visitor.next()
    await clerk.getByLabel(very).check()
    await clerk.getByRole('button', { name: claims.toHandIn }).click()
    await clerk.getByRole('heading', { name: claims.handInTitle }).waitFor()
    await clerk.getByRole('button', { name: claims.handIn }).click()
    await clerk.getByText(claims.state.submitted).waitFor()
    expect(await clerk.locator('.slip-headline').first().textContent()).toContain('1,200')
    await look(clerk, '12-claim')
  }
})

/** The meeting resolves on the draft, and somebody else puts it in force. */
async function putInForce(slug: string) {
  const keeper = await office(slug, ['rule-keeper'])
  const { id, version } = (await keeper('GET', 'drafts')).current
  await keeper('POST', `drafts/${id}/meeting`, { resolution: { number: '1/2568', heldOn: addYears(today, -1) }, version })
  await (await office(slug, ['fund-admin']))('POST', `drafts/${id}/publication`, { fromOn: addYears(today, -1) })
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? document.activeElement?.id ?? '')

/** Goes on with the Tab key, or back, until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let presses = 0; presses < 80; presses += 1) {
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
    if (name.test(label)) return
    await page.keyboard.press(key)
  }
  throw new Error(`no way by the Tab key to ${name}`)
}

/** Goes down a list that has the focus to the option of a name. */
async function chooseByArrow(page: Page, name: string) {
  const chosen = () => page.evaluate(() => (document.activeElement instanceof HTMLSelectElement ? document.activeElement.selectedOptions[0]?.label : undefined))
  for (let presses = 0; presses < 80 && await chosen() !== name; presses += 1) await page.keyboard.press('ArrowDown')
  expect(await chosen()).toBe(name)
}

test('by keyboard alone a benefit is made from nothing, and its conditions are added, grouped and moved, the focus staying with them, and the notice tells of it', async () => {
  const slug = await fundWithDraft()
  const page = await signedIn({ viewport: desktop }, slug, ['rule-keeper'])
  await page.goto(`/f/${slug}/rules/draft/build`)
  await page.getByRole('heading', { name: th.title }).waitFor()
  await tabTo(page, new RegExp(`^${th.create}$`))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: th.create }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type('ค่าเดินทาง')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Travel')
  await page.keyboard.press('Tab')
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('300')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'ค่าเดินทาง', level: 1 }).waitFor()

  for (const fact of ['อายุของสมาชิก', 'เวลาที่เป็นสมาชิก', 'เวลาที่ส่งเงินสัจจะแล้ว']) {
    await tabTo(page, new RegExp(`^\\+ ${th.addCondition}$`))
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('fact')
    await chooseByArrow(page, fact)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#section-conditions ~ ul').textContent()).toContain(fact)
    await expect.poll(() => focused(page)).toBe('add conditions')
  }
  const order = () => page.locator('#section-conditions ~ ul .build-sentence').allTextContents()
  await tabTo(page, /^จัดการ: เวลาที่ส่งเงิน/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, new RegExp(`^${th.up}$`))
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await order()).findIndex((line) => line.includes('ส่งเงิน'))).toBe(3)
  await expect.poll(() => focused(page)).toMatch(/conditions\.all\.1/)
  await tabTo(page, /^จัดการ: เวลาที่ส่งเงิน/)
  await page.keyboard.press('Enter')
  await tabTo(page, new RegExp(`^${th.wrapNot}$`))
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await order()).some((line) => line.includes('ต้องไม่'))).toBe(true)
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await tabTo(page, new RegExp(`^${th.back}$`), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.locator('.notice').getByRole('heading', { name: 'ค่าเดินทาง' }).waitFor()
})

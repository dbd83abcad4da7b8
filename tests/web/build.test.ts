import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { addYears, type Day } from '../../plugins/kit/day.ts'
import { todayInThailand } from '../../server/http/today.ts'
import { build as en } from '../../web/text/en/build.ts'
import { enquiry as enEnquiry } from '../../web/text/en/enquiry.ts'
import { fields as enFields } from '../../web/text/en/fields.ts'
import { rules as enRules } from '../../web/text/en/rules.ts'
import { build as th } from '../../web/text/th/build.ts'
import { enquiry as thEnquiry } from '../../web/text/th/enquiry.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { rules as thRules } from '../../web/text/th/rules.ts'
import { desktop, expectAccessible, phone, reader, shot } from './browser.ts'
import { newFund, signedIn } from './committee.ts'

const today: Day = todayInThailand(new Date())
let made = 0

/** Asks the API as somebody of the fund. */
async function office(slug: string, roles: Parameters<typeof signedIn>[2]) {
  const page = await signedIn({ viewport: desktop }, slug, roles)
  return async (method: string, path: string, data?: object) => {
    const answer = await page.request.fetch(`/api/funds/${slug}/${path}`, { method, ...(data && { data }), headers: { origin: inject('origin'), 'idempotency-key': randomUUID() } })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
}

/** A fund whose rule keeper has a draft open, begun from the model. */
async function fundWithDraft(): Promise<string> {
  const slug = `build-${Date.now().toString(36)}-${made += 1}`
  await newFund(slug)
  await (await office(slug, ['rule-keeper']))('POST', 'drafts', { fromOn: addYears(today, -1), first: { model: 'model-packs/model', fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'untilClaim' } } })
  return slug
}

const manage = (page: Page, line: string, words: typeof th) => page.locator('#section-conditions ~ ul').getByRole('button', { name: new RegExp(`^${words.manage}: .*${line}`) })

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, rules: thRules, kind: 'การศึกษา', own: 'ทุนเรียนดี', age: 'อายุของสมาชิก', grade: 'ผลการเรียน', anyOf: 'ข้อใดข้อหนึ่ง', report: 'ใบแสดงผลการเรียน', sum: 'เงินทุนเรียนดี', kept: 'ผลการเรียน', labels: thFields, asked: thEnquiry },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, rules: enRules, kind: 'education', own: 'Good marks', age: 'age of the member', grade: 'marks', anyOf: 'Any of', report: 'School report', sum: 'amount of Good marks', kept: 'Marks', labels: enFields, asked: enEnquiry },
] as const)('on $name', ({ name, words, rules, kind, own, age, grade, anyOf, report, sum, kept, labels, asked, ...as }) => {
  const look = async (page: Page, what: string) => {
    await expectAccessible(page)
    await shot(page, `build-${name}-${what}`)
  }

  test('a benefit is made from nothing, given conditions, a limit and a document', async () => {
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
    await page.getByRole('button', { name: `+ ${words.addCondition}` }).click()
    await page.getByLabel(words.fact).selectOption({ label: age })
    await page.getByRole('button', { name: words.save }).click()
    await page.getByRole('heading', { name: words.cannot }).waitFor()
    expect(await page.getByLabel(words.compare).inputValue()).toBe('atLeast')
    await page.getByLabel(labels.years, { exact: true }).fill('60')
    await look(page, '4-condition')
    await page.getByRole('button', { name: words.save }).click()
    await manage(page, age, words).waitFor()

    // A question of the fund's own, asked because a condition needs it.
    await page.getByRole('button', { name: `+ ${words.addCondition}` }).click()
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
    await page.locator('#section-pays ~ ul').getByRole('button', { name: words.manage }).first().click()
    await page.getByRole('button', { name: words.changeShape }).click()
    await page.getByRole('radio', { name: words.shapes.fixed }).check()
    await page.getByRole('button', { name: words.use, exact: true }).click()
    await expect.poll(() => page.locator('#section-pays ~ ul .value-tap').count()).toBe(1)
    await page.locator('#section-pays ~ ul .value-tap').click()
    await page.getByLabel(words.whichTerm).selectOption({ label: sum })
    await page.getByLabel(words.termWorth).fill('1,200')
    await page.getByRole('button', { name: words.use, exact: true }).click()
    await expect.poll(() => page.locator('.draft-panel .notice-amount').first().textContent()).toContain('1,200')
    await look(page, '8-whole')

    // Put in force by somebody else, a claim is judged by it.
    const { id, version } = (await (await office(slug, ['viewer']))('GET', 'drafts')).current
    await (await office(slug, ['rule-keeper']))('POST', `drafts/${id}/meeting`, { resolution: { number: '1/2568', heldOn: addYears(today, -1) }, version })
    await (await office(slug, ['fund-admin']))('POST', `drafts/${id}/publication`, { fromOn: addYears(today, -1) })
    const visitor = await reader(as)
    await visitor.goto(`/f/${slug}/try/own-1`)
    await visitor.getByLabel(labels.day, { exact: true }).fill(`${Number(today.slice(8))}/${Number(today.slice(5, 7))}/${Number(today.slice(0, 4))}`)
    await visitor.keyboard.press('Tab')
    await visitor.getByRole('button', { name: asked.next, exact: true }).click()
    await visitor.getByText(kept).first().waitFor()
  })
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? document.activeElement?.id ?? '')

/** Goes on with the Tab key until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 80; presses += 1) {
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
    if (name.test(label)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by the Tab key to ${name}`)
}

/** Goes down a list that has the focus to the option of a name. */
async function chooseByArrow(page: Page, name: string) {
  const chosen = () => page.evaluate(() => (document.activeElement instanceof HTMLSelectElement ? document.activeElement.selectedOptions[0]?.label : undefined))
  for (let presses = 0; presses < 80 && await chosen() !== name; presses += 1) await page.keyboard.press('ArrowDown')
  expect(await chosen()).toBe(name)
}

test('by keyboard alone a benefit is made from nothing, and its conditions are added, grouped and moved, the focus staying with them', async () => {
  const slug = await fundWithDraft()
  const page = await signedIn({ viewport: desktop }, slug, ['rule-keeper'])
  await page.goto(`/f/${slug}/rules/draft/build`)
  await page.getByRole('heading', { name: th.title }).waitFor()
  await tabTo(page, new RegExp(`^${th.create}$`))
  await page.keyboard.press('Enter')
  await page.locator('#new-title').focus()
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
  await page.locator('#section-conditions ~ ul .value-tap').first().focus()
  await tabTo(page, /^จัดการ: เวลาที่ส่งเงิน/)
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
})

test('a benefit is left out and taken again; one of a pack is changed; somebody else’s change is not overwritten', async () => {
  const slug = await fundWithDraft()
  const page = await signedIn({ viewport: phone }, slug, ['rule-keeper'])
  await page.goto(`/f/${slug}/rules/draft/build?benefit=model.hospital`)
  await page.getByRole('button', { name: th.leaveOut }).click()
  await page.getByText(th.noticeLeftOut).waitFor()
  await page.getByRole('button', { name: th.takeBack }).click()
  await page.locator('.draft-panel .notice-benefit').waitFor()
  await shot(page, 'build-hospital')
  await expectAccessible(page)

  const other = await office(slug, ['rule-keeper'])
  const { current } = await other('GET', 'drafts')
  await page.getByRole('button', { name: `+ ${th.addable.judgement}` }).click()
  await page.getByLabel(th.thai).fill('ป่วยหนัก')
  await page.getByLabel(th.english).fill('gravely ill')
  await other('PUT', `drafts/${current.id}/values/birthGift`, { pack: 'model', value: 150_000, version: current.version })
  await page.getByRole('button', { name: th.use, exact: true }).click()
  await page.getByText('มีคนแก้ไขข้อมูลนี้ไปก่อนแล้ว').waitFor()
  expect(await page.getByLabel(th.thai).inputValue()).toBe('ป่วยหนัก')
  await page.locator('.draft-banner').getByText(thRules.changes(1)).waitFor()
  await page.getByRole('button', { name: th.use, exact: true }).click()
  await expect.poll(() => page.locator('.draft-panel').textContent()).toContain('ป่วยหนัก')
})

test('who may not change the draft is told so', async () => {
  const slug = await fundWithDraft()
  const page = await signedIn({ viewport: phone }, slug, ['viewer'])
  await page.goto(`/f/${slug}/rules/draft/build`)
  await page.getByRole('heading', { name: th.closed }).waitFor()
  await expectAccessible(page)
})

test('at 320 pixels and the largest letters nothing runs out of the window', async () => {
  const slug = await fundWithDraft()
  const page = await signedIn({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' }, slug, ['rule-keeper'])
  await page.goto(`/f/${slug}/rules/draft/build?benefit=model.death`)
  await page.locator('#section-questions ~ ul .value-tap').first().click()
  await page.getByLabel(th.ask).waitFor()
  await expectAccessible(page)
  await page.locator('#section-pays ~ ul .value-tap').first().click()
  await page.locator('.build-open .ladder').waitFor()
  await expectAccessible(page)
  await shot(page, 'build-320-largest')
})

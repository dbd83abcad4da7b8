import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, formatDay, type Day } from '../../plugins/kit/day.ts'
import { fields as enFields } from '../../web/text/en/fields.ts'
import { members as en } from '../../web/text/en/members.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { members as th } from '../../web/text/th/members.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { signedIn } from './committee.ts'
import { newApplicant, newMember, pay, register, today } from './register.ts'

const CLERK = ['clerk', 'fund-admin', 'treasurer'] as const

async function fillDay(page: Page, question: string, day: Day, fields: typeof thFields) {
  const box = page.getByRole('group', { name: question }).getByLabel(fields.day)
  await box.fill(day.split('-').toReversed().join('/'))
  await box.blur()
}

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, fields: thFields },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, fields: enFields },
] as const)('how a member pays, on $name', ({ name, viewport, language, words, fields }) => {
  test('is changed from the next instalment on, and not over days that are paid', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', [...CLERK])
    const member = await newMember(page)
    await pay(page, member, 1, 7)
    await page.goto(`${register}/${member.id}`)
    await page.getByText(words.changePlan).click()
    await page.getByRole('radio', { name: words.everyOptions.year, exact: true }).check()
    expect(await page.getByLabel(words.amount).inputValue()).toBe('365')
    await expectAccessible(page)
    await shot(page, `member-plan-${name}`)

    const next = addMonths(member.joinedOn, 7)
    await fillDay(page, words.changedFrom, addDays(next, -3), fields)
    await page.getByRole('button', { name: words.savePlan }).click()
    await page.locator('[id="change-fromOn-error"]').waitFor()
    await expectAccessible(page)
    await fillDay(page, words.changedFrom, next, fields)
    await page.getByRole('button', { name: words.savePlan }).click()

    const [now, later] = [words.pays(words.every.month, '30'), words.pays(words.every.year, '365')]
    await page.getByText(words.paysLater(now, formatDay(next, language, 'long'), later)).waitFor()
    await expectAccessible(page)
  })

  test('somebody may be a member from a later day than the meeting', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', [...CLERK])
    const { id } = await newApplicant(page)
    const later = addDays(today(), 20)
    await page.goto(`${register}/${id}`)
    await page.getByLabel(words.resolutionNumber).fill('11/2569')
    await fillDay(page, words.memberFromOn, addDays(today(), -1), fields)
    await page.getByRole('button', { name: words.acceptNow }).click()
    await page.locator('#memberFromOn-error').waitFor()
    await expectAccessible(page)
    await fillDay(page, words.memberFromOn, later, fields)
    await shot(page, `member-from-later-${name}`)
    await page.getByRole('button', { name: words.acceptNow }).click()

    await page.locator('header').getByText(words.memberFrom(formatDay(later, language, 'long'))).waitFor()
    await page.getByRole('heading', { name: words.setPlan }).waitFor()
    await expectAccessible(page)
  })
})

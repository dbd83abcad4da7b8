import { describe, expect, test } from 'vitest'
import { addDays } from '../../plugins/kit/day.ts'
import { fields as enFields } from '../../web/text/en/fields.ts'
import { members as enRegister } from '../../web/text/en/members.ts'
import { standing as en } from '../../web/text/en/standing.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { members as thRegister } from '../../web/text/th/members.ts'
import { standing as th } from '../../web/text/th/standing.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { signedIn } from './committee.ts'
import { newApplicant, newMember, register, today } from './register.ts'

const ADMIN = ['clerk', 'fund-admin'] as const

/** A day as it is typed into the first of the three boxes. */
const typed = (day: string) => day.split('-').toReversed().join('/')

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, list: thRegister, fields: thFields },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, list: enRegister, fields: enFields },
] as const)('what became of a membership, on $name', ({ name, viewport, language, words, list, fields }) => {
  test('a member resigns, is taken back, and the mistake is withdrawn', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', [...ADMIN])
    const { id } = await newMember(page)
    await page.goto(`${register}/${id}`)
    await page.getByText(words.ended).click()
    await page.getByLabel(words.kinds.resigned).check()
    const day = page.getByRole('group', { name: words.on.resigned })
    await day.getByLabel(fields.day).fill(typed(addDays(today(), -3)))
    await day.getByLabel(fields.day).blur()
    await page.getByLabel(words.meeting, { exact: true }).fill('๑๑/๒๕๖๙')
    await page.getByLabel(words.note).fill('ย้ายไปอยู่กับบุตร')
    await expectAccessible(page)
    await shot(page, `member-ending-${name}`)
    await page.getByRole('button', { name: words.save, exact: true }).click()

    await page.locator('.member-history').getByText('ย้ายไปอยู่กับบุตร').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.locator('summary').getByText(words.again).click()
    await page.getByLabel(list.resolutionNumber, { exact: true }).fill('12/2569')
    await expectAccessible(page)
    await page.getByRole('button', { name: list.acceptNow }).click()

    await page.locator('.member-history').getByText(list.kind.rejoined).waitFor()
    await page.getByText(words.mistaken).click()
    await page.getByLabel(words.reason).fill('บันทึกผิดคน')
    await expectAccessible(page)
    await shot(page, `member-withdrawal-${name}`)
    await page.getByRole('button', { name: words.withdrawNow }).click()
    await page.locator('summary').getByText(words.again).waitFor()
    expect(await page.locator('.member-history').innerText()).not.toContain(list.kind.rejoined)
  })

  test('a death is spoken of gently, asks for no resolution, and nothing follows it', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', [...ADMIN])
    const { id } = await newMember(page)
    await page.goto(`${register}/${id}`)
    await page.getByText(words.ended).click()
    await page.getByLabel(words.kinds.died).check()
    await page.getByText(words.condolence).waitFor()
    expect(await page.getByLabel(words.meeting, { exact: true }).count()).toBe(0)
    const day = page.getByRole('group', { name: words.on.died })
    await day.getByLabel(fields.day).fill(typed(addDays(today(), -1)))
    await day.getByLabel(fields.day).blur()
    await expectAccessible(page)
    await shot(page, `member-death-${name}`)
    await page.getByRole('button', { name: words.saveDeath }).click()

    await page.locator('.member-history').getByText(list.kind.died).waitFor()
    expect(await page.getByText(words.ended).count()).toBe(0)
    expect(await page.locator('summary').getByText(words.again).count()).toBe(0)
    await page.getByText(words.mistaken).waitFor()
    await expectAccessible(page)
  })

  test('an applicant is refused with a reason, and may be accepted later', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', [...ADMIN])
    const { id } = await newApplicant(page)
    await page.goto(`${register}/${id}`)
    await page.getByLabel(words.decisions.refuse).check()
    await page.getByLabel(list.resolutionNumber, { exact: true }).fill('11/2569')
    await page.getByRole('button', { name: words.recordRefusal }).click()
    await page.locator('#note-error').waitFor()
    await page.getByLabel(words.why).fill('ทะเบียนบ้านอยู่นอกตำบล')
    await shot(page, `member-refusal-${name}`)
    await page.getByRole('button', { name: words.recordRefusal }).click()

    await page.locator('.member-history').getByText('ทะเบียนบ้านอยู่นอกตำบล').waitFor()
    await page.getByRole('button', { name: list.acceptNow }).waitFor()
    expect(await page.getByLabel(words.decisions.refuse).count()).toBe(0)
    await expectAccessible(page)
  })
})

test('a day still to come is refused at its field, and what was filled in stays', async () => {
  const page = await signedIn({ viewport: phone }, 'thep-krasattri', [...ADMIN])
  const { id } = await newMember(page)
  await page.goto(`${register}/${id}`)
  await page.getByText(th.ended).click()
  await page.getByRole('button', { name: th.save, exact: true }).click()
  await page.locator('#ending-kind-error').waitFor()
  await page.getByLabel(th.kinds.lapsed).check()
  const day = page.getByRole('group', { name: th.on.lapsed })
  await day.getByLabel(thFields.day).fill(typed(addDays(today(), 1)))
  await day.getByLabel(thFields.day).blur()
  await page.getByLabel(th.note).fill('ขาดส่งสี่งวด')
  await page.getByRole('button', { name: th.save, exact: true }).click()
  await page.locator('#ending-happenedOn-error').waitFor()

  expect(await page.locator('#ending-happenedOn-error').textContent()).toContain('วันที่ยังมาไม่ถึง')
  expect(await page.getByLabel(th.note).inputValue()).toBe('ขาดส่งสี่งวด')
  await page.getByRole('link', { name: new RegExp(th.on.lapsed) }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('ending-happenedOn')
  await expectAccessible(page)
})

import { describe, expect, test } from 'vitest'
import { memberForm as en } from '../../web/text/en/member-form.ts'
import { members as enRegister } from '../../web/text/en/members.ts'
import { fields as enFields } from '../../web/text/en/fields.ts'
import { memberForm as th } from '../../web/text/th/member-form.ts'
import { members as thRegister } from '../../web/text/th/members.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { desktop, expectAccessible, phone, settled, shot } from './browser.ts'
import { signedIn } from './committee.ts'
import { throughBadLine } from './line.ts'
import { newMember, nextNumber, register, sent } from './register.ts'

const ADMIN = ['clerk', 'fund-admin'] as const

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, list: thRegister, fields: thFields },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, list: enRegister, fields: enFields },
] as const)('the register is corrected, on $name', ({ name, viewport, language, words, list, fields }) => {
  test('every particular, two beneficiaries and the household', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', [...ADMIN])
    const kin = await newMember(page, { firstName: 'บุญมี', lastName: 'แก้วมณีกุล' })
    const { id } = await newMember(page)
    await page.goto(`${register}/${id}`)
    await page.getByRole('link', { name: list.edit }).click()
    await page.getByRole('heading', { name: words.editTitle }).waitFor()
    await page.getByLabel(list.phone, { exact: true }).fill('๐๘๑ ๒๓๔ ๕๖๗๘')
    await page.getByLabel(words.other).check()
    await page.getByLabel(words.findKin).fill(kin.number)
    await page.getByLabel(words.findKin).press('Enter')
    await page.getByLabel(/บุญมี แก้วมณีกุล/).check()
    for (const at of [1, 2]) {
      await page.getByRole('button', { name: words.addBeneficiary }).click()
      const row = page.getByRole('group', { name: words.beneficiary(at) })
      await row.getByLabel(words.name).fill(at === 1 ? 'สมพร แก้วมณี' : 'สมศรี แก้วมณี')
      await row.getByLabel(words.relation).fill('บุตร')
    }
    await expectAccessible(page)
    await shot(page, `member-edit-${name}`)
    await page.getByRole('button', { name: words.saveEdit }).click()

    await page.getByRole('heading', { name: list.book }).waitFor()
    await page.getByText('081 234 5678').waitFor()
    await page.getByRole('link', { name: /บุญมี แก้วมณีกุล/ }).waitFor()
    await page.getByText('สมพร แก้วมณี (บุตร), สมศรี แก้วมณี (บุตร)').waitFor()
    await expectAccessible(page)
  })

  test('somebody of the old register is carried over, with the day and where it stands', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', [...ADMIN])
    await page.goto(register)
    await page.getByRole('link', { name: list.carryOver }).click()
    await page.getByRole('heading', { name: words.carryTitle }).waitFor()
    await page.getByLabel(list.numberLabel).fill(nextNumber())
    await page.getByLabel(list.firstName, { exact: true }).fill('ประนอม')
    await page.getByLabel(list.lastName).fill('ทองแท้')
    const joined = page.getByRole('group', { name: words.joinedOn })
    await joined.getByLabel(fields.day).fill('15/1/2558')
    await joined.getByLabel(fields.day).blur()
    await page.getByLabel(words.stands).fill('สมุดทะเบียนเล่ม 2 หน้า 14')
    await expectAccessible(page)
    await shot(page, `member-carry-over-${name}`)
    await page.getByRole('button', { name: words.saveCarry }).click()

    await page.getByRole('heading', { name: list.setPlan }).waitFor()
    expect(await page.locator('.member-history').innerText()).toContain('สมุดทะเบียนเล่ม 2 หน้า 14')
  })
})

test('who was slower sees what was changed, keeps what was typed, and saves over it knowingly', async () => {
  const page = await signedIn({ viewport: phone }, 'thep-krasattri', [...ADMIN])
  const { id, number } = await newMember(page, { phone: '081 000 0001', address: '1 หมู่ 3' })
  await page.goto(`${register}/${id}/edit`)
  await page.getByLabel(thRegister.phone, { exact: true }).fill('081 000 0003')
  await sent(page, 'PUT', `/members/${id}`, { number, title: 'นาง', firstName: 'สมจิตร', lastName: 'แก้วมณี', phone: '081 000 0002', address: '2 หมู่ 3', beneficiaries: [], version: 1 })
  await page.getByRole('button', { name: th.saveEdit }).click()
  await page.getByRole('heading', { name: th.meanwhile }).waitFor()

  expect(await page.evaluate(() => document.activeElement?.className)).toBe('meanwhile')
  const told = await page.locator('.meanwhile').innerText()
  for (const words of ['081 000 0001', '081 000 0002', '1 หมู่ 3', '2 หมู่ 3', th.yours('081 000 0003')]) expect(told).toContain(words)
  expect(await page.getByLabel(thRegister.phone, { exact: true }).inputValue()).toBe('081 000 0003')
  expect(await page.getByLabel(thRegister.address).inputValue(), 'what was not touched is taken over').toBe('2 หมู่ 3')
  await expectAccessible(page)
  await shot(page, 'member-edit-meanwhile')
  await page.getByRole('button', { name: th.saveEdit }).click()

  await page.getByText('081 000 0003').waitFor()
  await page.getByText('2 หมู่ 3').waitFor()
})

describe('what cannot be', () => {
  test('a beneficiary without a relation is told at its row; a blank row is none', async () => {
    const page = await signedIn({ viewport: phone }, 'thep-krasattri', [...ADMIN])
    const { id } = await newMember(page)
    await page.goto(`${register}/${id}/edit`)
    await page.getByRole('button', { name: th.addBeneficiary }).click()
    await page.getByRole('button', { name: th.addBeneficiary }).click()
    await page.getByRole('group', { name: th.beneficiary(2) }).getByLabel(th.name).fill('สมพร แก้วมณี')
    await page.getByRole('button', { name: th.saveEdit }).click()
    await page.getByRole('heading', { name: thRegister.cannot }).waitFor()

    expect(await page.getByRole('group', { name: /คนที่/ }).count()).toBe(1)
    await page.getByRole('link', { name: new RegExp(th.relation) }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('beneficiaries.0.relation')
    await expectAccessible(page)
    await page.getByRole('button', { name: th.remove(1) }).click()
    await page.getByRole('button', { name: th.saveEdit }).click()
    await page.getByRole('heading', { name: thRegister.book }).waitFor()
  })

  test('the household of nobody in particular', async () => {
    const page = await signedIn({ viewport: phone }, 'thep-krasattri', [...ADMIN])
    const { id } = await newMember(page)
    await page.goto(`${register}/${id}/edit`)
    await page.getByLabel(th.other).check()
    await page.getByLabel(th.findKin).fill('ไม่มีใครชื่อนี้')
    await page.getByRole('button', { name: th.find }).click()
    await page.getByText(th.noKin).waitFor()
    await page.getByRole('button', { name: th.saveEdit }).click()
    await page.locator('#householdOf-error').waitFor()

    expect(await page.locator('#householdOf-error').textContent()).toBe(th.chooseKin)
  })

  test('a viewer is offered neither the correction nor the way into the register', async () => {
    const admin = await signedIn({ viewport: phone }, 'thep-krasattri', [...ADMIN])
    const { id } = await newMember(admin)
    const page = await signedIn({ viewport: phone }, 'thep-krasattri', ['viewer'])
    await page.goto(`${register}/${id}`)
    await page.getByRole('heading', { name: thRegister.book }).waitFor()
    expect(await page.getByRole('link', { name: thRegister.edit }).count()).toBe(0)
    expect(await page.locator('details').count()).toBe(0)
    expect(await page.getByRole('link', { name: thRegister.pay }).count()).toBe(0)
    await page.goto(register)
    await page.locator('.members-row').first().waitFor()
    expect(await page.getByRole('link', { name: thRegister.add }).count()).toBe(0)
    expect(await page.getByRole('link', { name: thRegister.carryOver }).count()).toBe(0)
  })
})

test('a slow form says one line; one that fails says so, and trying again opens it', async () => {
  const page = await signedIn({ viewport: phone }, 'thep-krasattri', [...ADMIN])
  const { id } = await newMember(page)
  await throughBadLine(page, '**/api/funds/thep-krasattri/centres', `${register}/${id}/edit`)
  await page.getByRole('heading', { name: th.editTitle }).waitFor()
})

test('at 320 pixels and the largest letters the form keeps its width', async () => {
  const page = await signedIn({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' }, 'thep-krasattri', [...ADMIN])
  await page.goto(`${register}/carry-over`)
  await settled(page)
  await page.getByLabel(th.other).check()
  await expectAccessible(page)
  await shot(page, 'member-carry-over-320')
})

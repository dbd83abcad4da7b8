import { expect, test } from 'vitest'
import { build as th } from '../../web/text/th/build.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { rules as thRules } from '../../web/text/th/rules.ts'
import { expectAccessible, phone, shot } from './browser.ts'
import { fundWithDraft, manageIn } from './building.ts'
import { office, signedIn } from './committee.ts'
import { throughBadLine } from './line.ts'

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
  await page.route('**/drafts/**', (route) => route.abort('connectionrefused'), { times: 1 })
  await page.getByRole('button', { name: th.use, exact: true }).click()
  await page.locator('.build-open').getByRole('alert').waitFor()
  await expectAccessible(page)
  await other('PUT', `drafts/${current.id}/values/birthGift`, { pack: 'model', value: 150_000, version: current.version })
  await page.getByRole('button', { name: th.use, exact: true }).click()
  await page.getByText('มีคนแก้ไขข้อมูลนี้ไปก่อนแล้ว').waitFor()
  expect(await page.getByLabel(th.thai).inputValue()).toBe('ป่วยหนัก')
  await page.locator('.draft-banner').getByText(thRules.changes(1)).waitFor()
  await page.getByRole('button', { name: th.use, exact: true }).click()
  await expect.poll(() => page.locator('.draft-panel').textContent()).toContain('ป่วยหนัก')
})

test('questions are asked only when others are answered so, options and terms get other names, conditions of every benefit come and go, documents change places', async () => {
  const slug = await fundWithDraft()
  const page = await signedIn({ viewport: phone }, slug, ['rule-keeper'])
  await page.goto(`/f/${slug}/rules/draft/build?benefit=model.hospital`)
  const said = (section: string) => page.locator(`#section-${section} ~ ul .build-sentence`).allTextContents()
  await manageIn(page, 'questions', 'คำถาม ผู้มารับเงิน').click()
  await page.getByRole('button', { name: th.askedOnlyWhen }).click()
  expect(await page.locator('#fact option').allTextContents()).not.toContain('ผู้มารับเงิน')
  await page.getByLabel(th.fact).selectOption({ label: 'อายุของสมาชิก' })
  await page.getByLabel(thFields.years, { exact: true }).fill('20')
  await page.getByRole('button', { name: th.save }).click()
  await expect.poll(() => said('questions').then((lines) => lines.some((line) => line.includes('อายุของสมาชิก')))).toBe(true)
  await shot(page, 'build-asked-when')
  await manageIn(page, 'questions', 'คำถาม ผู้มารับเงิน').click()
  await page.getByRole('button', { name: th.askedAlways }).click()
  await expect.poll(() => said('questions').then((lines) => lines.some((line) => line.includes('อายุของสมาชิก')))).toBe(false)

  await page.locator('.value-tap[data-place$=".facts.collector.options.proxy"]').click()
  await page.getByLabel(th.thai).fill('ลูกหลานมารับแทน')
  await page.getByRole('button', { name: th.use, exact: true }).click()
  await expect.poll(() => said('documents').then((lines) => lines.join())).toContain('ลูกหลานมารับแทน')
  await page.locator('.value-tap[data-place$=".amount.perUnit.rate"]').click()
  await page.getByText(th.termName).click()
  await page.getByLabel(th.thai).fill('เงินเยี่ยมไข้คืนละ')
  await page.getByRole('button', { name: th.use, exact: true }).click()
  await expect.poll(() => said('pays').then((lines) => lines.join())).toContain('เงินเยี่ยมไข้คืนละ')

  const standing = await said('standing')
  await page.getByRole('button', { name: `+ ${th.addStanding}` }).click()
  await page.getByLabel(th.fact).selectOption({ label: 'ถือบัตรประจำตัวคนพิการที่ยังไม่หมดอายุ' })
  await page.getByRole('button', { name: th.save }).click()
  await expect.poll(() => said('standing').then((lines) => lines.length)).toBe(standing.length + 2)
  await shot(page, 'build-standing')
  await expectAccessible(page)
  const { current } = await (await office(slug, ['viewer']))('GET', 'drafts')
  expect(current.regulation.packs[0].pack.benefits.every(({ asks }: { asks: string[] }) => asks.includes('disabilityCard'))).toBe(true)
  await manageIn(page, 'standing', 'ถือบัตร').click()
  await page.getByRole('button', { name: th.remove, exact: true }).click()
  await expect.poll(() => said('standing')).toEqual(standing)

  const papers = await said('documents')
  await page.locator('#section-documents ~ ul').getByRole('button', { name: th.manage }).first().click()
  await page.getByRole('button', { name: th.down, exact: true }).click()
  await expect.poll(() => said('documents')).toEqual([papers[1], papers[0], ...papers.slice(2)])
})

test('a slow screen says one line, a failing one that nothing is lost and how to go on; who may not change the draft is told so', async () => {
  const slug = await fundWithDraft()
  const page = await signedIn({ viewport: phone }, slug, ['viewer'])
  await throughBadLine(page, '**/drafts', `/f/${slug}/rules/draft/build`)
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

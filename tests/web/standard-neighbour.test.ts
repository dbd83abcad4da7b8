import { describe, expect, test } from 'vitest'
import { categories as enKinds } from '../../web/text/en/categories.ts'
import { standardNeighbour as en } from '../../web/text/en/standard-neighbour.ts'
import { categories as thKinds } from '../../web/text/th/categories.ts'
import { standardNeighbour as th } from '../../web/text/th/standard-neighbour.ts'
import { desktop, expectAccessible, phone, reader, settled, shot } from './browser.ts'
import { signedIn, signedInAsOfficer } from './committee.ts'
import { throughBadLine } from './line.ts'

const at = (id: string) => `/n/phuket/compare/people/${id}`
const room = '**/api/networks/phuket/neighbours/*'

/** Each language changes somebody whom no other test compares by, and puts them back. */
describe.each([
  { language: 'th', words: th, kinds: thKinds, viewport: phone, id: 'samran', name: 'ลุงสำราญ', other: 'ลุงสบาย' },
  { language: 'en', words: en, kinds: enKinds, viewport: desktop, id: 'lek', name: 'Lek', other: 'Yai' },
] as const)('an officer, in $language', ({ language, words, kinds, viewport, id, name, other }) => {
  test('changes one of the ten, everyone sees it, and puts them back', async () => {
    const page = await signedInAsOfficer({ viewport, language }, 'phuket')
    await page.goto(`/n/phuket/compare?who=${id}`)
    await page.getByRole('link', { name: words.edit(name) }).click()
    await settled(page)
    await expectAccessible(page)
    await shot(page, `standard-neighbour-${language}`)

    await page.getByLabel(words.name).fill(other)
    await page.locator('summary').filter({ hasText: kinds.sickness }).click()
    await page.locator('#neighbour\\.events\\.sickness\\.about').fill('9')
    const admitted = page.locator('fieldset').filter({ has: page.locator('#neighbour\\.events\\.sickness\\.answers\\.admittedOn') })
    await admitted.locator('input').last().fill('16')
    await page.locator('summary').filter({ hasText: words.facts }).click()
    await expectAccessible(page)
    await shot(page, `standard-neighbour-open-${language}`)
    await page.getByRole('button', { name: words.save }).click()

    await page.waitForURL(`**/compare?who=${id}`)
    await page.getByText(words.own, { exact: true }).filter({ visible: true }).waitFor()
    const anyone = await reader({ viewport, language })
    await anyone.goto(`/n/phuket/compare?who=${id}`)
    await anyone.getByText(words.own, { exact: true }).filter({ visible: true }).waitFor()
    expect(await anyone.getByRole('link', { name: words.edit(other) }).count()).toBe(0)
    await expectAccessible(anyone)
    await shot(anyone, `standard-neighbour-seen-${language}`)

    await page.getByRole('link', { name: words.edit(other) }).click()
    await page.getByRole('button', { name: words.putBack }).click()
    await page.waitForURL(`**/compare?who=${id}`)
    await page.getByRole('link', { name: words.edit(name) }).waitFor()
    expect(await page.getByText(words.own, { exact: true }).count()).toBe(0)
  })
})

test('what cannot be is said at its field, and what tells of a real person is refused', async () => {
  const page = await signedInAsOfficer({ viewport: phone }, 'phuket')
  await page.goto(at('ni'))
  await settled(page)
  await page.locator('summary').filter({ hasText: thKinds.sickness }).click()
  await page.locator('fieldset').filter({ has: page.locator('#neighbour\\.events\\.sickness\\.answers\\.admittedOn') }).locator('input').last().fill('สิบ')
  await page.locator('summary').filter({ hasText: thKinds.sickness }).click()
  await page.getByRole('button', { name: th.save }).click()
  await page.getByRole('alert').getByText(th.unreadable).waitFor()
  await page.getByRole('alert').getByRole('link').click()
  expect(await page.evaluate(() => document.activeElement?.id), 'its fold is open').toBe('neighbour.events.sickness.answers.admittedOn')
  await expectAccessible(page)

  await page.locator('fieldset').filter({ has: page.locator('#neighbour\\.events\\.sickness\\.answers\\.admittedOn') }).locator('input').last().fill('13')
  await page.getByLabel(th.name).fill('พี่นี 081-234-5678')
  await page.getByRole('button', { name: th.save }).click()
  await page.getByRole('alert').getByText('มีหมายเลขโทรศัพท์').waitFor()
})

test('whoever comes second is told, keeps what was typed, and can open the latest', async () => {
  const [first, second] = [await signedInAsOfficer({ viewport: desktop }, 'phuket'), await signedInAsOfficer({ viewport: desktop }, 'phuket')]
  for (const page of [first, second]) {
    await page.goto(at('ahmad'))
    await settled(page)
  }
  await first.getByLabel(th.about).fill('35 ปี เป็นสมาชิก 3 ปี')
  await first.getByRole('button', { name: th.save }).click()
  await first.waitForURL('**/compare?who=ahmad')
  await second.getByLabel(th.about).fill('36 ปี เป็นสมาชิก 3 ปี')
  await second.getByRole('button', { name: th.save }).click()
  await second.getByRole('alert').waitFor()
  expect(await second.getByLabel(th.about).inputValue()).toBe('36 ปี เป็นสมาชิก 3 ปี')
  await expectAccessible(second)
  await shot(second, 'standard-neighbour-overtaken')
  await second.getByRole('button', { name: th.latest }).click()
  await expect.poll(() => second.getByLabel(th.about).inputValue()).toBe('35 ปี เป็นสมาชิก 3 ปี')
  await second.getByRole('button', { name: th.putBack }).click()
  await second.waitForURL('**/compare?who=ahmad')
})

describe('states', () => {
  test('a slow answer says one line, a failing one that it failed, and trying again works', async () => {
    const page = await signedInAsOfficer({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' }, 'phuket')
    await throughBadLine(page, room, at('man'))
    await page.getByLabel(th.name).waitFor()
    await expectAccessible(page)
    await shot(page, 'standard-neighbour-320')
  })

  test('who is no officer is shown no form, and no way to it', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', ['rule-keeper'])
    await page.goto(at('man'))
    await page.getByRole('alert').waitFor()
    expect(await page.locator('form').count()).toBe(0)
    await expectAccessible(page)
    await page.goto('/n/phuket/compare?who=man')
    await page.locator('.compare-list li').first().waitFor()
    expect(await page.getByRole('link', { name: th.edit('ลุงหมาน') }).count()).toBe(0)
  })
})

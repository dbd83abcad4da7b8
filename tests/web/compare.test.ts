import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { categories as enKinds } from '../../web/text/en/categories.ts'
import { compare as en } from '../../web/text/en/compare.ts'
import { categories as thKinds } from '../../web/text/th/categories.ts'
import { compare as th } from '../../web/text/th/compare.ts'
import { network as thNetwork } from '../../web/text/th/network.ts'
import { desktop, expectAccessible, phone, reader, settled, shot } from './browser.ts'
import { signedInAsOfficer } from './committee.ts'
import { throughBadLine } from './line.ts'

const areas = new Set(readdirSync('tenants/phuket').map((name) => name.replace('.json', '')).filter((name) => !['network', 'phuket-leaders'].includes(name)))
const at = '/n/phuket/compare'
const people = '**/api/networks/phuket/comparisons/people*'

describe.each([
  { name: 'th', language: 'th', words: th, kinds: thKinds, short: 'เทศบาลนครภูเก็ต', muk: /น้องมุก/ },
  { name: 'en', language: 'en', words: en, kinds: enKinds, short: 'Phuket City Municipality', muk: /Muk/ },
] as const)('eighteen funds on a desk, in $name', ({ name, language, words, kinds, short, muk }) => {
  test('the same aunt is compared, sorted by what she gets, and another is chosen', async () => {
    const page = await reader({ viewport: desktop, language })
    await page.goto(at)
    const rows = page.locator('.matrix tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBeGreaterThanOrEqual(18) // other tests bring funds of their own
    await page.getByRole('link', { name: words.sortBy(kinds.sickness) }).click()
    await page.waitForURL('**/compare?sort=sickness')
    await expect.poll(() => rows.first().innerText()).toContain(short)
    expect(await rows.first().innerText()).toContain('1,200')
    expect(await page.getByRole('columnheader', { name: words.sortBy(kinds.sickness) }).getAttribute('aria-sort')).toBe('descending')
    await expectAccessible(page)
    await shot(page, `compare-desk-${name}`)
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: words.spreadsheet }).click()])
    expect(file.suggestedFilename()).toMatch(/^phuket-daeng-\d{4}-\d\d-\d\d\.xlsx$/)

    await page.getByRole('link', { name: muk }).click()
    await page.getByRole('columnheader', { name: words.sortBy(kinds.newborn) }).waitFor()
    expect(await page.getByRole('cell', { name: words.none, exact: true }).count()).toBeGreaterThan(0)
  })

  test('a sum leads to its clauses, and the others are told beside them', async () => {
    const page = await reader({ viewport: desktop, language })
    await page.goto(`${at}?sort=sickness`)
    await page.locator('.matrix tbody tr').first().getByRole('link').first().click()
    await page.waitForURL('**/compare/sickness?beside=phuket-city')
    await page.getByRole('heading', { name: words.beside(short) }).waitFor()
    await page.locator('.compare-fold summary').first().click()
    expect(await page.locator('.before-after del').first().innerText()).not.toBe('')
    await expectAccessible(page)
    await shot(page, `compare-clauses-${name}`)
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: words.spreadsheet }).click()])
    expect(file.suggestedFilename()).toMatch(/^phuket-sickness-/)
    await page.getByRole('link', { name: words.takeAsBase }).first().click()
    await page.waitForURL((url) => !url.search.includes('phuket-city'))
  })

  test('on a phone it is one benefit at a time, the most first', async () => {
    const page = await reader({ viewport: phone, language })
    await page.goto(at)
    const first = page.locator('.compare-list li').first()
    await first.waitFor()
    expect(await first.innerText()).toContain(short)
    await page.getByLabel(words.kind, { exact: true }).selectOption('carer')
    await page.waitForURL('**/compare?kind=carer')
    await page.locator('.compare-none').first().waitFor()
    await expectAccessible(page)
    await shot(page, `compare-phone-${name}`)
  })
})

test('an officer comes to it from the funds of the network, and looks at those that lack something', async () => {
  const page = await signedInAsOfficer({ viewport: desktop }, 'phuket')
  await page.goto('/n/phuket')
  await page.getByRole('rowheader').first().waitFor()
  const all = await page.getByRole('rowheader').count()
  await page.getByRole('link', { name: thNetwork.ways.compare }).click()
  await page.getByLabel(th.lacks).selectOption('carer')
  await page.waitForURL('**/compare?lacks=carer')
  await expect.poll(() => page.locator('.matrix tbody tr').count()).toBeLessThan(all)
  expect(await page.locator('.matrix-none').count()).toBeGreaterThan(0)
})

test('how the province’s rules have moved in five years is said under it', async () => {
  const page = await reader({ viewport: phone })
  await page.goto(at)
  await page.getByRole('listitem').filter({ hasText: `${thKinds.sickness} · ${th.moves.raised(5)}` }).waitFor()
  await expectAccessible(page)
})

test('why somebody gets nothing is said where the sum would stand', async () => {
  const page = await reader({ viewport: phone })
  await page.goto(`${at}?who=sak&kind=sickness`)
  await page.getByText('ต้องเป็นสมาชิกครบ 180 วัน').first().waitFor()
  await expectAccessible(page)
})

test('for the wall all eighteen stand on one sheet of A3, without what is only for the screen', async () => {
  const page = await reader({ viewport: phone, theme: 'dark' })
  await page.route(people, async (route) => {
    const response = await route.fetch()
    const compared = await response.json()
    await route.fulfill({ response, json: { ...compared, funds: compared.funds.filter(({ slug }: { slug: string }) => areas.has(slug)) } }) // the operator's tests bring funds of their own
  })
  await page.goto(at)
  await expect.poll(() => page.locator('.compare-list li').count()).toBe(areas.size)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.matrix').isVisible()).toBe(true)
  expect(await page.locator('.compare-list').isVisible()).toBe(false)
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
  await page.setViewportSize({ width: 1496, height: 1032 })
  await page.evaluate(() => document.fonts.ready)
  await shot(page, 'compare-paper')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
})

describe('states', () => {
  test('nothing in force yet: the page says what comes here', async () => {
    const page = await reader({ viewport: phone })
    await page.goto(`${at}?on=2001-01-01`)
    await page.getByRole('heading', { name: th.noFunds }).waitFor()
    await expectAccessible(page)
  })

  test('a slow answer says one line, a failing one that it failed, and trying again works', async () => {
    const page = await reader({ viewport: phone })
    await throughBadLine(page, people, at)
    await page.locator('.compare-list li').first().waitFor()
  })

  test('at 320 and the largest letters it is read without scrolling sideways', async () => {
    const page = await reader({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' })
    await page.goto(at)
    await settled(page)
    await page.locator('.compare-list li').first().waitFor()
    await expectAccessible(page)
    await shot(page, 'compare-320')
  })

  test('a kind that no fund has', async () => {
    const page = await reader({ viewport: phone })
    await page.goto(`${at}/housing`)
    await page.getByRole('heading', { name: th.nobodyHas }).waitFor()
    await expectAccessible(page)
  })
})

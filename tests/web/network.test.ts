import { describe, expect, test } from 'vitest'
import { categories as enKinds } from '../../web/text/en/categories.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { categories as thKinds } from '../../web/text/th/categories.ts'
import { network as en } from '../../web/text/en/network.ts'
import { network as th } from '../../web/text/th/network.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { signedInAsOfficer } from './committee.ts'
import { throughBadLine } from './line.ts'

const list = '/n/phuket'
const funds = '**/api/networks/phuket/funds*'

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, kinds: thKinds, kamala: 'กองทุนสวัสดิการชุมชนตำบลกมลา', since: '1 ม.ค. 2569' },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, kinds: enKinds, kamala: 'Kamala Community Welfare Fund', since: '1 Jan 2026' },
] as const)('the funds of a province, on $name', ({ name, viewport, language, words, kinds, kamala, since }) => {
  test('an officer sees what each offers, since when, and what no rule covers', async () => {
    const page = await signedInAsOfficer({ viewport, language }, 'phuket')
    await page.goto('/account')
    await page.getByRole('link', { name: /ภูเก็ต|Phuket/ }).click()
    await page.getByRole('heading', { name: words.title }).waitFor()
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: kamala }) })
    const cells = await row.getByRole('cell').allTextContents()

    expect(cells[0]).toContain(since)
    expect(cells[1]).toContain(kinds.sickness)
    expect(cells[1]).not.toContain(kinds.housing)
    expect(cells[2]).toContain(kinds.housing)
    expect(cells[2]).not.toContain(kinds.sickness)
    await expectAccessible(page)
    await shot(page, `network-${name}`)

    await row.getByRole('link', { name: kamala }).click()
    await page.waitForURL('**/f/kamala')
  })
})

test('another day shows the province as it was then', async () => {
  const page = await signedInAsOfficer({ viewport: phone }, 'phuket')
  await page.goto(list)
  const day = page.getByRole('group', { name: th.on })
  await day.getByLabel(thFields.year).fill('2562')
  await page.getByRole('button', { name: th.look }).click()
  await page.waitForURL('**/n/phuket?on=2019-*')
  await page.getByText(th.noRules).first().waitFor()
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'เทพกระษัตรี' }).getByRole('cell').first().textContent()).toContain('1 ต.ค. 2562')
  await expectAccessible(page)

  await day.getByLabel(thFields.day).fill('๓๑')
  await day.getByLabel(thFields.month).selectOption('2')
  await page.getByRole('button', { name: th.look }).click()
  await page.locator('#on-error').waitFor()
  await expectAccessible(page)
})

describe('states', () => {
  test('no fund yet: the page says what comes here', async () => {
    const page = await signedInAsOfficer({ viewport: phone }, 'phuket')
    await page.route(funds, (route) => route.fulfill({ json: { network: { slug: 'phuket', name: { th: 'เครือข่ายสวัสดิการชุมชนจังหวัดภูเก็ต', en: 'Phuket network' } }, on: '2026-11-23', funds: [] } }))
    await page.goto(list)
    await page.getByRole('heading', { name: th.none }).waitFor()
    await expectAccessible(page)
    await shot(page, 'network-empty')
  })

  test('a slow list says one line, a failing one says so, and trying again works', async () => {
    const page = await signedInAsOfficer({ viewport: phone }, 'phuket')
    await throughBadLine(page, funds, list)
    await page.getByRole('rowheader').first().waitFor()
  })

  test('a network that is not there is said in the server’s words', async () => {
    const page = await signedInAsOfficer({ viewport: phone }, 'phuket')
    await page.goto('/n/nowhere')
    await page.getByText('ไม่พบเครือข่ายนี้').waitFor()
    await expectAccessible(page)
  })

  test.each([
    ['320', { viewport: { width: 320, height: 568 }, letters: 'largest' }],
    ['dark', { viewport: desktop, theme: 'dark' }],
  ] as const)('at %s it is read without scrolling sideways', async (name, reading) => {
    const page = await signedInAsOfficer(reading, 'phuket')
    await page.goto(list)
    await page.getByRole('rowheader').first().waitFor()
    await expectAccessible(page)
    await shot(page, `network-${name}`)
  })
})

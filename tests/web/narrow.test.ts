import { describe, expect, test } from 'vitest'
import { expectAccessible, reader, shot, sideways } from './browser.ts'
import { says, Visitor } from './visitor.ts'

const addresses = ['/', '/f/kamala', '/f/kamala/try', '/f/kamala/try/hospital', '/f/kamala/try/birth', '/nowhere']

describe.each([
  { name: '320', reader: { viewport: { width: 320, height: 568 } } },
  { name: '320-largest', reader: { viewport: { width: 320, height: 568 }, letters: 'largest' } },
  { name: '200-percent', reader: { viewport: { width: 640, height: 450 } } },
  { name: 'dark', reader: { viewport: { width: 390, height: 844 }, theme: 'dark' } },
  { name: 'dark-desk', reader: { viewport: { width: 1280, height: 900 }, theme: 'dark', language: 'en' } },
] as const)('at $name', ({ name, reader: as }) => {
  test(`${addresses.join(' ')} are read without scrolling sideways`, async () => {
    const page = await reader(as)
    for (const address of addresses) {
      await page.goto(address)
      await expectAccessible(page)
      await shot(page, `${name}${address.replaceAll('/', '-')}`)
    }
  })
})

test('a result at 320 pixels and the largest letters', async () => {
  const page = await reader({ viewport: { width: 320, height: 568 }, letters: 'largest' })
  const visitor = await Visitor.of(page, 'th')
  await page.goto('/f/kamala/try/hospital')
  await visitor.answer({ nights: 5, years: 4, receivedBaht: 600 })
  await page.getByText(says.th.agrees).waitFor()
  expect(await sideways(page)).toBe(0)
  await expectAccessible(page)
  await shot(page, '320-largest-result')
})

test('the size of letters and the language are kept on the device', async () => {
  const page = await reader({ viewport: { width: 390, height: 844 } })
  await page.context().addInitScript(() => { /* the choices of this test are made on the page */ })
  await page.goto('/')
  await page.getByRole('button', { name: 'ใหญ่มาก' }).click()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px')
  await page.getByRole('button', { name: 'English' }).click()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  expect(await page.evaluate(() => [localStorage.getItem('sajja:letters'), localStorage.getItem('sajja:language')])).toEqual(['largest', 'en'])
})

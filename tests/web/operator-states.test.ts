import { describe, expect, test } from 'vitest'
import { operator as thHost } from '../../web/text/th/operator.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { signedInAsOperator } from './committee.ts'
import { throughBadLine } from './line.ts'

describe('the funds of the host', () => {
  const funds = '**/api/operator/funds'

  test('no fund yet: the page says what comes here', async () => {
    const page = await signedInAsOperator({ viewport: phone })
    await page.route(funds, (route) => route.fulfill({ json: { funds: [] } }))
    await page.goto('/operator')
    await page.getByRole('heading', { name: thHost.none }).waitFor()
    await expectAccessible(page)
    await shot(page, 'operator-empty')
  })

  test('a fund is found by a part of its name, and nothing by what is not there', async () => {
    const page = await signedInAsOperator({ viewport: desktop })
    await page.goto('/operator')
    await page.getByRole('searchbox').fill('กมลา')
    await page.getByRole('button', { name: thHost.find }).click()
    await expect.poll(() => page.getByRole('rowheader').allTextContents()).toEqual([expect.stringContaining('กมลา')])
    await page.getByRole('searchbox').fill('ดาวอังคาร')
    await page.getByRole('button', { name: thHost.find }).click()
    await page.getByRole('heading', { name: thHost.noneFound('ดาวอังคาร') }).waitFor()
    await expectAccessible(page)
  })

  test('a slow list says one line, a failing one says so, and trying again works', async () => {
    const page = await signedInAsOperator({ viewport: phone })
    await throughBadLine(page, funds, '/operator')
    await page.getByRole('rowheader').first().waitFor()
  })

  test.each([
    ['at 320 pixels and the largest letters', { viewport: { width: 320, height: 568 }, letters: 'largest' }],
    ['in the dark', { viewport: desktop, theme: 'dark' }],
  ] as const)('%s every screen is read without scrolling sideways', async (name, reading) => {
    const page = await signedInAsOperator(reading)
    for (const address of ['/operator', '/operator/f/kamala', '/operator/funds/new']) {
      await page.goto(address)
      await page.locator('.sheet').first().waitFor()
      await expectAccessible(page)
      await shot(page, `operator-${name.replaceAll(' ', '-')}${address.replaceAll('/', '-')}`)
    }
  })
})

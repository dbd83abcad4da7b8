import type { Page } from 'playwright-core'
import { state } from '../../web/text/th/state.ts'
import { expectAccessible } from './browser.ts'

type Line = 'slow' | 'broken' | 'whole'

/** The line to an address, and how a test turns it: what is asked while it is slow waits for that. */
export async function lineTo(page: Page, address: string | RegExp, first: Line): Promise<(to: Line) => void> {
  let line = first
  let go = () => {}
  const turned = new Promise<void>((turn) => { go = turn })
  await page.route(address, async (route) => {
    if (line === 'slow') await turned
    await (line === 'broken' ? route.abort('connectionrefused') : route.fallback())
  })
  return (to) => { line = to; go() }
}

/** Opens a page that is slow to answer, which one line says, and then fails; tried again, it is answered. */
export async function throughBadLine(page: Page, address: string | RegExp, path: string): Promise<void> {
  const turn = await lineTo(page, address, 'slow')
  await page.goto(path)
  await page.getByText(state.waiting).waitFor()
  turn('broken')
  await page.getByRole('alert').waitFor()
  await expectAccessible(page)
  turn('whole')
  await page.getByRole('button', { name: state.retry }).click()
}

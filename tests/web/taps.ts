import type { Page } from 'playwright-core'

/** Counts the taps of several people on whatever can be pressed: buttons, links, fields, each press of the pointer or the keys. Typing counts for nothing. */
export function tapCounter() {
  let counted = 0
  return {
    taps: () => counted,
    reset: () => { counted = 0 },
    async watch(page: Page) {
      await page.exposeFunction('tapped', () => { counted += 1 })
      await page.addInitScript(() => {
        addEventListener('click', (event) => { if (event.isTrusted) (globalThis as unknown as { tapped: () => void }).tapped() }, true)
      })
    },
  }
}

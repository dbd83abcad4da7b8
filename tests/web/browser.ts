import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, expect, inject } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const shots = '.tmp/shots'
mkdirSync(shots, { recursive: true })

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 900 }

export interface Reader {
  viewport: { width: number; height: number }
  language?: 'th' | 'en'
  letters?: 'normal' | 'large' | 'largest'
  theme?: 'light' | 'dark'
}

let browser: Browser | undefined
const contexts: BrowserContext[] = []

/** A page as one reader sees it. The browser is the one that the whole run shares. */
export async function reader({ viewport, language = 'th', letters = 'normal', theme = 'light' }: Reader): Promise<Page> {
  browser ??= await chromium.connect(inject('browser'))
  const context = await browser.newContext({ viewport, colorScheme: theme, baseURL: inject('origin'), reducedMotion: 'reduce', deviceScaleFactor: 1.5 })
  contexts.push(context)
  await context.addInitScript(([chosen, size]) => {
    localStorage.setItem('sajja:language', chosen)
    localStorage.setItem('sajja:letters', size)
  }, [language, letters] as const)
  const page = await context.newPage()
  page.on('pageerror', (error) => { throw error })
  return page
}

/** The page is drawn: its heading is there and its letters have arrived. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
}

/** Takes a picture to look at, where somebody means to: with SHOTS=1. Two hundred of them take minutes of a run in which nobody does. */
export async function shot(page: Page, name: string, whole = true): Promise<void> {
  if (process.env['SHOTS']) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: whole })
}

interface Violation {
  id: string
  nodes: { target: unknown; failureSummary?: string }[]
}

/** One heading, a title, nothing wider than the window, and nothing that axe-core objects to. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page)
  expect(await page.locator('h1').count()).toBe(1)
  expect(await page.title()).not.toBe('')
  expect(await sideways(page), 'scrolls sideways').toBe(0)
  await page.evaluate(axe)
  const violations: Violation[] = await page.evaluate('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((result) => result.violations)')
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${String(node.target)} ${node.failureSummary ?? ''}`).join(' | ')}`)).toEqual([])
}

/** How many pixels the page is wider than its window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}

afterEach(async () => { for (const context of contexts.splice(0)) await context.close() })
afterAll(async () => { await browser?.close() })

declare module 'vitest' {
  export interface ProvidedContext {
    browser: string
    origin: string
  }
}

import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { startChromium } from './chromium.ts'

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

/** One for all the files of a run: they share a worker, whose end is its end. */
let browser: Promise<Browser> | undefined

/** A page as one reader sees it, closed when the test is over. */
export async function reader({ viewport, language = 'th', letters = 'normal', theme = 'light' }: Reader): Promise<Page> {
  browser ??= startChromium(resolve('.tmp/chromium'))
  const context = await (await browser).newContext({ viewport, colorScheme: theme, baseURL: inject('origin'), reducedMotion: 'reduce', deviceScaleFactor: 1.5 })
  onTestFinished(() => context.close())
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
  const at = page.url()
  expect(await page.locator('h1').count(), at).toBe(1)
  expect(await page.title(), at).not.toBe('')
  expect(await sideways(page), `${at} scrolls sideways`).toBe(0)
  if (!await page.evaluate('"axe" in window')) await page.evaluate(axe)
  const violations: Violation[] = await page.evaluate('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }).then((result) => result.violations)')
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${String(node.target)} ${node.failureSummary ?? ''}`).join(' | ')}`), at).toEqual([])
}

/** How many pixels the page is wider than its window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string
  }
}

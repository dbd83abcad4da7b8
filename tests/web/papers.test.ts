import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { papers as en } from '../../web/text/en/papers.ts'
import { papers as th } from '../../web/text/th/papers.ts'
import { rules as enRules } from '../../web/text/en/rules.ts'
import { rules as thRules } from '../../web/text/th/rules.ts'
import { desktop, expectAccessible, phone, reader, settled, shot } from './browser.ts'
import { newFund, signedIn } from './committee.ts'

/** A telephone with a share sheet, which keeps what it is handed in `window.handed`. */
const withShareSheet = (page: Page, refusals: string[] = []) => page.addInitScript((refusals) => {
  const handed: { name: string; type: string; size: number }[] = []
  Object.assign(window, { handed })
  Object.assign(navigator, {
    canShare: ({ files }: { files: File[] }) => files.length > 0,
    share: async ({ files }: { files: File[] }) => {
      const refusal = refusals.shift()
      if (refusal !== undefined) throw new DOMException('refused', refusal)
      handed.push(...files.map(({ name, type, size }) => ({ name, type, size })))
    },
  })
}, refusals)

const handed = (page: Page): Promise<{ name: string; type: string; size: number }[]> => page.evaluate('window.handed')

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, rules: thRules },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, rules: enRules },
] as const)('on $name', ({ name, words, rules, ...as }) => {
  test('anyone opens the regulation and the notice as PDF, and saves the notice as pictures where nothing can be handed on', async () => {
    const page = await reader(as)
    await page.goto('/f/kamala')
    await settled(page)
    for (const [label, form] of [[words.regulation, 'regulation'], [words.notice, 'notice']] as const) {
      const link = page.getByRole('link', { name: label })
      expect(await link.getAttribute('target')).toBe('_blank')
      const pdf = await page.request.get(await link.getAttribute('href') ?? '')
      expect(pdf.headers()['content-disposition']).toBe(`inline; filename="kamala-${form}-${as.language}.pdf"`)
      expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    }

    await page.getByRole('button', { name: words.handOn }).click()
    const first = page.getByRole('link', { name: /1/ }).filter({ hasText: words.save(1, 5).slice(0, 8) })
    await first.waitFor()
    await expectAccessible(page)
    await first.scrollIntoViewIfNeeded()
    await shot(page, `papers-${name}`, false)
    const [download] = await Promise.all([page.waitForEvent('download'), first.click()])
    expect(download.suggestedFilename()).toBe(words.fileName('kamala', 1))
    const path = `.tmp/shots/papers-${name}-picture.png`
    await download.saveAs(path)
    const png = readFileSync(path)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], 'width and height of the PNG').toEqual([1080, 2160])
    expect(png.byteLength, 'something is drawn').toBeGreaterThan(60_000)
  })

  test('the committee finds the same beside its rules', async () => {
    const page = await signedIn(as, 'kamala', ['viewer'])
    await page.goto('/f/kamala/rules')
    await page.getByRole('heading', { name: rules.history }).waitFor()
    await page.getByRole('link', { name: words.regulation }).waitFor()
    await expectAccessible(page)
    await shot(page, `papers-rules-${name}`, false)
  })
})

test('a telephone hands the pictures to its share sheet', async () => {
  const page = await reader({ viewport: phone })
  await withShareSheet(page)
  await page.goto('/f/kamala')
  await page.getByRole('button', { name: th.handOn }).click()

  await expect.poll(() => handed(page)).not.toEqual([])
  const files = await handed(page)
  expect(files.length).toBeGreaterThan(2)
  for (const [at, file] of files.entries()) expect(file).toMatchObject({ name: th.fileName('kamala', at + 1), type: 'image/png' })
})

test('where drawing took longer than a tap lasts, one taps once more; who thinks better of it is left alone', async () => {
  const page = await reader({ viewport: phone })
  await withShareSheet(page, ['NotAllowedError', 'AbortError'])
  await page.goto('/f/kamala')
  await page.getByRole('button', { name: th.handOn }).click()
  await page.getByText(th.onceMore).waitFor()
  await page.getByRole('button', { name: th.handOn }).click()
  await page.getByText(th.onceMore).waitFor({ state: 'detached' })
  expect(await handed(page)).toEqual([])
  await page.getByRole('button', { name: th.handOn }).click()
  await expect.poll(() => handed(page)).not.toEqual([])
})

test('while the pictures are drawn that is said, and where they cannot be made one tries again', async () => {
  const page = await reader({ viewport: phone })
  await withShareSheet(page)
  let fails = true
  await page.route('**/regulations/picture*', async (route) => {
    await new Promise((done) => { setTimeout(done, 300) })
    await (fails ? route.abort() : route.continue())
  })
  await page.goto('/f/kamala')
  await page.getByRole('button', { name: th.handOn }).click()
  await page.getByText(th.drawing).waitFor()
  await page.getByText(th.cannot).waitFor()
  fails = false
  await page.getByRole('button', { name: th.handOn }).click()
  await expect.poll(() => handed(page)).not.toEqual([])
})

test('a fund that has put nothing in force has nothing to print', async () => {
  const slug = `papers-${Date.now().toString(36)}`
  await newFund(slug)
  const page = await signedIn({ viewport: phone }, slug, ['rule-keeper'])
  await page.goto(`/f/${slug}/rules`)
  await page.getByText(thRules.noRulesYet).waitFor()
  expect(await page.getByText(th.title).count()).toBe(0)
})

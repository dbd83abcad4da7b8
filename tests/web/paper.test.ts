import { expect, test } from 'vitest'
import { reader, settled } from './browser.ts'
import { says, Visitor } from './visitor.ts'

/** An A4 page between its margins, at 96 pixels to the inch. */
const paper = { width: 658, height: 972 }

test('a notice prints black on white, in Thai digits, with lines to sign', async () => {
  const page = await reader({ viewport: paper, theme: 'dark' })
  await page.goto('/f/kamala')
  await settled(page)
  expect(await page.locator('#hospital').innerText()).toContain('200')
  await page.emulateMedia({ media: 'print' })
  await page.getByText('ประธานกองทุน').waitFor()
  const hospital = await page.locator('#hospital').innerText()
  expect(hospital).toContain('ข้อ ๑๒')
  expect(hospital).toContain('๒๐๐')
  expect(hospital).not.toMatch(/[0-9]/)
  expect(await page.locator('.cover').isVisible()).toBe(false)
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
  expect(await page.evaluate(() => document.fonts.load('400 16px Sarabun', 'ก').then((faces) => faces.length))).toBe(1)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: '.tmp/shots/paper-notice.png', fullPage: true })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g), 'eleven benefits fit two sheets of A4').toHaveLength(2)
})

test('a slip prints with the sum in letters and lines to sign; its column of sums keeps Arabic digits', async () => {
  const page = await reader({ viewport: paper })
  const visitor = await Visitor.of(page, 'th')
  await page.goto('/f/kamala/try/hospital')
  await visitor.answer({ nights: 5, years: 4, receivedBaht: 600 })
  await page.getByText(says.th.agrees).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.getByText('(สี่ร้อยบาทถ้วน)').waitFor()
  expect(await page.locator('.slip-paper tr').last().innerText()).toMatch(/ได้ครั้งนี้\s+400/)
  expect(await page.locator('.slip-paper-outcome').innerText()).toBe('ได้ ๔๐๐ บาท')
  expect(await page.locator('.slip-paper-sign').innerText()).toContain('ผู้ยื่นคำขอ')
  expect(await page.locator('.slip').isVisible()).toBe(false)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: '.tmp/shots/paper-slip.png', fullPage: true })
})

test('in English the notice keeps Arabic digits', async () => {
  const page = await reader({ viewport: paper, language: 'en' })
  await page.goto('/f/kamala')
  await settled(page)
  await page.emulateMedia({ media: 'print' })
  await page.getByText('Chair of the fund').waitFor()
  expect(await page.locator('#hospital').innerText()).toContain('200')
})

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reader } from './browser.ts'
import { Visitor } from './visitor.ts'

const PICTURE = 'docs/picture.png'
/** A day in the life of the sample fund: the rules look at how long ago things were, and a picture must not grow old. */
const TODAY = '2026-11-23'
/** Edges of letters may fall a shade differently on another machine; a moved line or another word changes far more. */
const DIFFERENT_SHARE_MAX = 0.002

test('the README\'s picture is the page as it is', async () => {
  const page = await reader({ viewport: { width: 1120, height: 740 } })
  await page.route('**/api/funds/kamala', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...await answer.json() as object, today: TODAY } })
  })
  const visitor = new Visitor(page, 'th', TODAY)
  await page.goto('/f/kamala/try/hospital')
  await visitor.answer({ nights: 5, years: 4, receivedBaht: 600 })
  await page.goBack()
  for (let step = 0; step < 3; step++) await page.goBack()
  await visitor.sum.filter({ hasText: visitor.words.gets('400') }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  const now = await page.screenshot()

  if (process.env['PICTURE'] === 'new') writeFileSync(PICTURE, now)
  expect(existsSync(PICTURE), 'draw it: PICTURE=new npm test').toBe(true)
  const different = await share(now, readFileSync(PICTURE))
  expect(different, 'the page has changed: look at it, then draw it anew with PICTURE=new').toBeLessThan(DIFFERENT_SHARE_MAX)
})

/** The share of pixels in which two pictures differ to the eye; all of them where the sizes differ. */
async function share(a: Buffer, b: Buffer): Promise<number> {
  const page = await reader({ viewport: { width: 400, height: 300 } })
  await page.goto('/livez')
  return page.evaluate(async (pictures) => {
    const [left, right] = await Promise.all(pictures.map(async (picture) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))]))
      const drawn = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      drawn?.drawImage(bitmap, 0, 0)
      return drawn?.getImageData(0, 0, bitmap.width, bitmap.height)
    }))
    if (!left || !right || left.width !== right.width || left.height !== right.height) return 1
    let different = 0
    for (let at = 0; at < left.data.length; at += 4) if ([0, 1, 2].some((channel) => Math.abs((left.data[at + channel] ?? 0) - (right.data[at + channel] ?? 0)) > 48)) different += 1
    return different / (left.data.length / 4)
  }, [a.toString('base64'), b.toString('base64')])
}

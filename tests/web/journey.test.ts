import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, addYears, formatDay, type Day } from '../../plugins/kit/day.ts'
import { thaiDigits } from '../../plugins/kit/text.ts'
import { desktop, expectAccessible, phone, reader, shot } from './browser.ts'
import { unbroken } from '../../web/ui/thai.ts'
import { Visitor } from './visitor.ts'

const readers = [
  { size: 'phone', viewport: phone, language: 'th' },
  { size: 'phone', viewport: phone, language: 'en' },
  { size: 'desk', viewport: desktop, language: 'th' },
  { size: 'desk', viewport: desktop, language: 'en' },
] as const

describe.each(readers)('on a $size in $language', ({ size, viewport, language }) => {
  test('a visitor finds her fund and sees the yearly limit cut a hospital stay', async () => {
    const page = await reader({ viewport, language })
    const visitor = await Visitor.of(page, language)
    const { words } = visitor
    const look = async (name: string) => {
      await expectAccessible(page)
      await shot(page, `${size}-${language}-${name}`)
    }

    await page.goto('/')
    await page.getByRole('link', { name: words.fund }).waitFor()
    await look('1-funds')

    await page.getByRole('link', { name: words.fund }).click()
    await visitor.heading(words.title).waitFor()
    expect(await page.locator('#hospital').textContent()).toContain('200')
    await look('2-notice')

    await page.getByRole('link', { name: words.try }).click()
    await visitor.heading(words.events).waitFor()
    await look('3-events')

    await page.getByRole('link', { name: words.hospital }).click()
    await visitor.stay(1)
    await page.getByText(words.altogether(language === 'th' ? '1 คืน' : '1 night')).waitFor()
    await look('4-stay')

    await visitor.next()
    await visitor.joined(4)
    await look('5-joined')
    await visitor.next()
    await page.getByLabel(words.missed).fill('๐')
    await look('6-missed')
    await visitor.next()
    await visitor.past(600)
    await look('7-past')
    await visitor.toResult()
    await page.getByText(words.agrees).waitFor()
    expect(await visitor.sum.textContent()).toBe(words.gets('200'))
    expect(await page.getByText(words.yearly).count()).toBe(0)
    await look('8-result')

    await page.getByRole('link', { name: words.change }).first().click()
    for (const [nights, baht, cut] of [[2, '400', false], [3, '400', true], [5, '400', true]] as const) {
      await visitor.day(words.discharged, addDays(visitor.today, nights))
      await page.getByText(words.altogether(language === 'th' ? `${nights} คืน` : `${nights} nights`)).waitFor()
      expect(await page.getByRole('group', { name: words.discharged }).locator('output').textContent(), 'the day is read back').toContain(formatDay(addDays(visitor.today, nights), language, 'long'))
      expect(await visitor.sum.textContent()).toBe(words.gets(baht))
      expect(await page.locator('.slip').getByText(words.yearly).count() > 0).toBe(cut)
    }
    await look('9-cut')
    if (size === 'phone') expect(await page.locator('.foot-verdict').textContent()).toContain(words.gets('400'))
  })
})

test('the phone’s own back goes to the question before, with its answer', async () => {
  const page = await reader({ viewport: phone })
  const visitor = await Visitor.of(page, 'th')
  await page.goto('/f/kamala/try/hospital')
  await visitor.stay(2)
  await visitor.next()
  await visitor.heading(visitor.words.joined).waitFor()
  await page.goBack()
  await page.getByText('รวม 2 คืน').waitFor()
})

test('the clause is one tap away, and back from it the answers are still there', async () => {
  const page = await reader({ viewport: phone })
  const visitor = await Visitor.of(page, 'th')
  await page.goto('/f/kamala/try/hospital')
  await visitor.answer({ nights: 2, years: 4, receivedBaht: 0 })
  await page.getByRole('link', { name: 'ข้อ 12' }).click()
  await visitor.heading(visitor.words.title).waitFor()
  expect(await page.locator('#hospital').evaluate((clause) => Math.abs(clause.getBoundingClientRect().top)), 'the clause is in view').toBeLessThan(200)
  await page.goBack()
  await page.getByText(visitor.words.agrees).waitFor()
  expect(await visitor.sum.textContent()).toBe(visitor.words.gets('400'))
})

test('one who has not been a member for long reads why, and from when', async () => {
  const page = await reader({ viewport: phone })
  const visitor = await Visitor.of(page, 'th')
  await page.goto('/f/kamala/try/hospital')
  await visitor.stay(2)
  await visitor.next()
  await visitor.heading(visitor.words.joined).waitFor()
  await visitor.day(visitor.words.joined, addDays(visitor.today, -157))
  await visitor.toResult()
  await page.getByText(visitor.words.agrees).waitFor()
  const slip = await page.locator('.slip').textContent()
  expect(slip).toContain(visitor.words.notYet)
  expect(slip).toContain('157 วัน')
  expect(slip).toContain('180 วัน')
  expect(slip).toContain('ยังขาดอีก23 วัน')
  expect(slip).toContain(unbroken('ถ้านอนโรงพยาบาลตั้งแต่วันที่'))
  await expectAccessible(page)
  await shot(page, 'phone-th-not-yet')
})

test('a death is met with condolence', async () => {
  const page = await reader({ viewport: phone })
  const visitor = await Visitor.of(page, 'th')
  await page.goto('/f/kamala/try/death')
  await visitor.day('เสียชีวิตวันไหน', visitor.today)
  await visitor.next()
  await visitor.joined(16)
  await visitor.next()
  await page.getByLabel(visitor.words.missed).fill('0')
  await visitor.next()
  await visitor.heading(visitor.words.pastTitle).waitFor()
  await visitor.toResult()
  await page.getByText(unbroken('กองทุนขอแสดงความเสียใจ')).first().waitFor()
  await expectAccessible(page)
  await shot(page, 'phone-th-death')
})

test('everything can be done with the keyboard alone', async () => {
  const page = await reader({ viewport: desktop, language: 'en' })
  const visitor = await Visitor.of(page, 'en')
  const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(`${visitor.today}T12:00Z`))
  await page.goto('/')
  await page.getByRole('link', { name: visitor.words.fund }).waitFor()
  await follow(page, visitor.words.fund)
  await visitor.heading(visitor.words.title).waitFor()
  await follow(page, visitor.words.try)
  await visitor.heading(visitor.words.events).waitFor()
  await follow(page, visitor.words.hospital)

  await page.getByRole('group', { name: visitor.words.admitted }).waitFor()
  await tabTo(page, 'Day')
  for (const part of [visitor.today.slice(8), month, visitor.today.slice(0, 4)]) {
    await page.keyboard.type(part)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type(thaiDigits(inBuddhistEra(addDays(visitor.today, 2))))
  await page.keyboard.press('Enter')
  await visitor.heading(visitor.words.joined).waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName), 'the next question takes the focus').toBe('H1')

  await tabTo(page, 'Day')
  await page.keyboard.type(inBuddhistEra(addYears(visitor.today, -4)))
  await page.keyboard.press('Enter')
  await visitor.heading(visitor.words.missed).waitFor()
  await tabTo(page, visitor.words.missed)
  await page.keyboard.type('0')
  await page.keyboard.press('Enter')
  await visitor.heading(visitor.words.pastTitle).waitFor()
  await tabTo(page, visitor.words.pastMoney)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText(visitor.words.agrees).waitFor()
  expect(await visitor.sum.textContent()).toBe(visitor.words.gets('400'))
})

/** 12/11/2569: as it is typed into one box. */
function inBuddhistEra(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date}/${month}/${Number(year) + 543}`
}

/** Tabs to a link by its words and follows it. */
async function follow(page: Page, name: string) {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

async function tabTo(page: Page, name: string) {
  const onceRound = await page.locator('a, button, input, select, summary').count() + 1
  for (let tabs = 0; tabs < onceRound; tabs++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent
      const outlines = [element, element?.parentElement].map((each) => (each ? getComputedStyle(each).outlineStyle : 'none'))
      return { text: label ?? '', outlines }
    })
    if (focused.text.includes(name)) {
      expect(focused.outlines, `the focus on "${name}" cannot be seen`).toContain('solid')
      return
    }
  }
  throw new Error(`the keyboard does not reach "${name}"`)
}

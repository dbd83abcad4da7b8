import type { Page } from 'playwright-core'
import type { Day } from '../../plugins/kit/day.ts'
import type { fields as thFields } from '../../web/text/th/fields.ts'
import type { newFund as th } from '../../web/text/th/new-fund.ts'

/** Who fills in the form: by which words, from which model, in the years of which era. */
interface As {
  words: typeof th
  fields: typeof thFields
  model: RegExp
  era: number
}

/** Fills in where a fund is. */
export async function fillArea(page: Page, { words, fields, era }: As, slug: string) {
  const both = async (label: string, inThai: string, inEnglish: string) => {
    await page.getByLabel(`${label} (${words.inThai})`).fill(inThai)
    await page.getByLabel(`${label} (${words.inEnglish})`).fill(inEnglish)
  }
  await page.getByRole('combobox', { name: words.network, exact: true }).selectOption('phuket') // chosen by itself only where the host has no other
  await both(words.name, 'กองทุนสวัสดิการชุมชนตำบลไม้ขาว', 'Mai Khao Community Welfare Fund')
  await page.getByLabel(words.slug).fill(slug)
  await both(words.government, 'องค์การบริหารส่วนตำบลไม้ขาว', 'Mai Khao Subdistrict Administrative Organization')
  await page.getByRole('radio', { name: words.kinds['subdistrict-organisation'] }).check()
  await page.getByLabel(words.tambons).fill('๘๓๐๓๐๕')
  await fillDay(page, words.since, '2010-05-01', { fields, era })
  await both(words.contact, 'ที่ทำการกองทุน วันเสาร์แรกของเดือน', 'The fund’s office, first Saturday of the month')
}

export async function fillDay(page: Page, question: string, day: Day, { fields, era }: Pick<As, 'fields' | 'era'>) {
  const boxes = page.getByRole('group', { name: question })
  const [year = '', month = '', date = ''] = day.split('-')
  await boxes.getByLabel(fields.day).fill(String(Number(date)))
  await boxes.getByLabel(fields.month).selectOption(String(Number(month)))
  await boxes.getByLabel(fields.year).fill(String(Number(year) + era))
}

/** Chooses the model and what the fund means by its words. */
export async function fillRules(page: Page, { words, fields, model, era }: As) {
  await page.getByRole('radio', { name: model }).check()
  for (const name of [words.years.calendar, words.memberFroms.joined, words.lapses.instalmentsMissed, words.arrearsCured.untilClaim]) await page.getByRole('radio', { name }).check()
  await page.getByLabel(words.moreThan, { exact: true }).fill('3')
  await fillDay(page, words.fromOn, '2026-10-01', { fields, era })
  await page.getByLabel(words.resolutionNumber, { exact: true }).fill('1/2568')
  await fillDay(page, words.heldOn, '2025-09-14', { fields, era })
}

export const next = (page: Page, words: As['words']) => page.getByRole('button', { name: words.next, exact: true }).click()

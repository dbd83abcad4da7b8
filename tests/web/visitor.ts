import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { addDays, addYears, type Day } from '../../plugins/kit/day.ts'
import { enquiry as en } from '../../web/text/en/enquiry.ts'
import { fields as enFields } from '../../web/text/en/fields.ts'
import { fund as enFund } from '../../web/text/en/fund.ts'
import { enquiry as th } from '../../web/text/th/enquiry.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { fund as thFund } from '../../web/text/th/fund.ts'
import type { Language } from '../../web/device.ts'

/** What a visitor reads in each language: the console's own words, and those of the sample fund's rules. */
export const says = {
  th: {
    ...thFund, ...thFields, ...th,
    fund: 'กองทุนสวัสดิการชุมชนตำบลกมลา', hospital: 'นอนโรงพยาบาล', admitted: 'เข้าโรงพยาบาลวันไหน', discharged: 'ออกจากโรงพยาบาลวันไหน',
    joined: 'เข้าเป็นสมาชิกตั้งแต่วันไหน', missed: 'ค้างส่งเงินสัจจะกี่งวด', gets: (baht: string) => `ได้ ${baht} บาท`, yearly: 'ปีละไม่เกิน 1,000 บาท', notYet: 'ครั้งนี้ยังไม่เข้าเกณฑ์',
  },
  en: {
    ...enFund, ...enFields, ...en,
    fund: 'Kamala Community Welfare Fund', hospital: 'Hospital stay', admitted: 'When did the stay begin?', discharged: 'When did the stay end?',
    joined: 'Since which day a member?', missed: 'How many instalments are not yet paid in?', gets: (baht: string) => `${baht} baht`, yearly: 'At most 1,000 baht a year', notYet: 'Not this time',
  },
}

const BUDDHIST = 543

export class Visitor {
  readonly page: Page
  readonly language: Language
  readonly today: Day

  /** A visitor who lives on the server's day: the rules look at how long ago things were. */
  static async of(page: Page, language: Language): Promise<Visitor> {
    const answer = await fetch(`${inject('origin')}/api/funds/kamala`)
    const { today } = await answer.json() as { today: Day } // the API's own answer
    return new Visitor(page, language, today)
  }

  constructor(page: Page, language: Language, today: Day) {
    this.page = page
    this.language = language
    this.today = today
  }

  get words() { return says[this.language] }
  get sum() { return this.page.locator('.slip-headline') }

  heading(name: string) { return this.page.getByRole('heading', { level: 1, name }) }

  async day(question: string, day: Day) {
    const boxes = this.page.getByRole('group', { name: question })
    const [year = '', month = '', date = ''] = day.split('-')
    await boxes.getByLabel(this.words.day).fill(String(Number(date)))
    await boxes.getByLabel(this.words.month).selectOption(String(Number(month)))
    await boxes.getByLabel(this.words.year).fill(String(Number(year) + (this.language === 'th' ? BUDDHIST : 0)))
  }

  async stay(nights: number) {
    await this.day(this.words.admitted, this.today)
    await this.day(this.words.discharged, addDays(this.today, nights))
  }

  async joined(years: number) {
    await this.heading(this.words.joined).waitFor()
    await this.day(this.words.joined, addYears(this.today, -years))
  }

  async next() { await this.page.getByRole('button', { name: this.words.next, exact: true }).click() }
  async toResult() { await this.page.getByRole('button', { name: this.words.result }).click() }

  /** Answers up to the result: so many nights, so many years a member, nothing owed, so much received this year. */
  async answer({ nights, years, receivedBaht }: { nights: number; years: number; receivedBaht: number }) {
    await this.stay(nights)
    await this.next()
    await this.joined(years)
    await this.next()
    await this.page.getByLabel(this.words.missed).fill('0')
    await this.next()
    await this.past(receivedBaht)
    await this.toResult()
    await this.page.getByRole('button', { name: this.words.print }).waitFor()
  }

  async past(receivedBaht: number) {
    await this.heading(this.words.pastTitle).waitFor()
    await this.page.getByLabel(this.words.pastMoney).fill(String(receivedBaht))
    if (receivedBaht > 0) await this.day(this.words.lastOn, this.today)
  }
}

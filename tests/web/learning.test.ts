import { describe, expect, test } from 'vitest'
import { fields as enFields } from '../../web/text/en/fields.ts'
import { fund as enFund } from '../../web/text/en/fund.ts'
import { learning as en } from '../../web/text/en/learning.ts'
import { more as enMore } from '../../web/text/en/more.ts'
import { network as enNetwork } from '../../web/text/en/network.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { fund as thFund } from '../../web/text/th/fund.ts'
import { learning as th } from '../../web/text/th/learning.ts'
import { more as thMore } from '../../web/text/th/more.ts'
import { network as thNetwork } from '../../web/text/th/network.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { signedIn, signedInAsOfficer } from './committee.ts'
import { throughBadLine } from './line.ts'

const special = 'เก็บเงินสัจจะที่มัสยิดทุกวันศุกร์ มีคนนับเงินสองคน'
const question = 'ถ้าฝนตก เก็บที่ไหน'

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, fields: thFields, more: thMore, notice: thFund, network: thNetwork, kamala: 'กองทุนสวัสดิการชุมชนตำบลกมลา', thep: 'กองทุนสวัสดิการชุมชนตำบลเทพกระษัตรี', year: '2568' },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, fields: enFields, more: enMore, notice: enFund, network: enNetwork, kamala: 'Kamala Community Welfare Fund', thep: 'Thep Krasattri Community Welfare Fund', year: '2025' },
] as const)('learning from each other, on $name', ({ name, viewport, language, words, fields, more, notice, network, kamala, thep, year }) => {
  test('the network chooses a model area, which agrees; another fund visits it, asks, and says what it took home', async () => {
    const officer = await signedInAsOfficer({ viewport, language }, 'phuket')
    await officer.goto('/n/phuket')
    await officer.getByRole('link', { name: network.ways.learning, exact: true }).click()
    await officer.getByText(words.noAreas).waitFor()
    await expectAccessible(officer)

    await officer.getByText(words.choose, { exact: true }).click()
    await officer.getByRole('region', { name: words.areas }).getByRole('button', { name: words.save }).click()
    await officer.getByRole('alert').waitFor()
    await officer.getByLabel(words.fund, { exact: true }).selectOption({ label: kamala })
    await officer.getByLabel(words.special).fill(special)
    await expectAccessible(officer)
    await officer.getByRole('region', { name: words.areas }).getByRole('button', { name: words.save }).click()
    await officer.getByText(words.waiting).waitFor()

    await officer.getByText(words.record, { exact: true }).click()
    const visits = officer.getByRole('region', { name: words.gatherings })
    await visits.getByRole('radio', { name: words.kinds.visit }).check()
    await visits.getByLabel(words.host).selectOption({ label: kamala })
    await visits.getByLabel(fields.day).fill('15')
    await visits.getByLabel(fields.month).selectOption('6')
    await visits.getByLabel(fields.year).fill(year)
    await visits.getByLabel(words.about).fill('ดูวิธีเก็บเงินสัจจะ')
    await visits.getByLabel(words.place).fill('มัสยิดกมลา')
    await visits.getByLabel(words.attended).selectOption({ label: thep })
    await visits.getByLabel(words.people).fill('12')
    await visits.getByRole('button', { name: words.add }).click()
    await visits.getByRole('button', { name: words.takeOut(thep) }).waitFor()
    await expectAccessible(officer)
    await shot(officer, `learning-record-${name}`)
    await visits.getByRole('button', { name: words.save }).click()
    await visits.getByRole('heading', { name: 'ดูวิธีเก็บเงินสัจจะ' }).waitFor()

    const host = await signedIn({ viewport, language }, 'kamala', ['fund-admin'])
    await host.goto('/f/kamala/more')
    await host.getByRole('link', { name: more.learning }).click()
    await host.getByRole('button', { name: words.agree }).click()
    await host.getByRole('link', { name: kamala, exact: true }).waitFor()

    const visitor = await signedIn({ viewport, language }, 'thep-krasattri', ['rule-keeper'])
    await visitor.goto('/n/phuket/learning')
    await visitor.getByText(words.tell(thep)).click()
    await visitor.getByLabel(words.tookHome, { exact: true }).fill('ตั้งจุดเก็บเงินที่วัดทุกวันพระ')
    await visitor.getByLabel(words.regulation).fill('1')
    await visitor.getByRole('region', { name: words.gatherings }).getByRole('button', { name: words.save }).click()
    await visitor.getByRole('link', { name: words.followed(1) }).waitFor()
    await visitor.getByRole('region', { name: words.areas }).getByRole('link', { name: kamala, exact: true }).click()
    await visitor.getByRole('heading', { level: 1, name: notice.title }).waitFor()
    await visitor.getByText(special).waitFor()
    await visitor.getByText(words.ask, { exact: true }).first().click()
    await visitor.getByLabel(words.question, { exact: true }).fill(question)
    await visitor.getByRole('button', { name: words.ask }).click()
    await visitor.getByRole('heading', { name: question }).first().waitFor()
    await expectAccessible(visitor)
    await shot(visitor, `learning-area-${name}`)

    await host.reload()
    const asked = host.getByRole('article').filter({ hasText: question }).first()
    await asked.getByText(words.answer).click()
    await asked.getByLabel(words.answerText, { exact: true }).fill('ในศาลาข้างมัสยิด')
    await asked.getByRole('button', { name: words.save }).click()
    await asked.getByText('ในศาลาข้างมัสยิด').waitFor()
    await expectAccessible(host)
    await shot(host, `learning-${name}`)

    await host.getByRole('button', { name: words.end }).click()
    await host.getByText(words.noAreas).waitFor()
    await officer.reload()
    await officer.getByRole('button', { name: words.remove }).click()
    await officer.getByText(words.noGatherings).waitFor()
  })
})

describe('states', () => {
  test('a slow room says one line, a failing one says so and opens when it is tried again, and to a stranger there is none', async () => {
    const page = await signedIn({ viewport: { width: 320, height: 568 }, letters: 'largest' }, 'kamala', ['viewer'])
    await throughBadLine(page, '**/api/networks/phuket/learning', '/n/phuket/learning')
    await page.getByRole('heading', { name: th.title }).waitFor()
    expect(await page.getByText(th.ask, { exact: true }).count(), 'who only reads is offered nothing to write').toBe(0)
    await expectAccessible(page)
    await page.goto('/n/phuket/learning/areas/thep-krasattri')
    await page.getByRole('heading', { name: th.noArea }).waitFor()
    await expectAccessible(page)
    await page.goto('/n/nowhere/learning')
    await page.getByText('ไม่พบเครือข่ายนี้').waitFor()
  })
})

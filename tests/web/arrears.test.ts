import { describe, expect, test } from 'vitest'
import { addDays, formatDay } from '../../plugins/kit/day.ts'
import { arrears as en } from '../../web/text/en/arrears.ts'
import { members as enRegister } from '../../web/text/en/members.ts'
import { arrears as th } from '../../web/text/th/arrears.ts'
import { members as thRegister } from '../../web/text/th/members.ts'
import { unbroken } from '../../web/ui/thai.ts'
import { desktop, expectAccessible, phone, settled, shot } from './browser.ts'
import { signedIn } from './committee.ts'
import { throughBadLine } from './line.ts'
import { newMember } from './register.ts'

const path = '/f/thep-krasattri/arrears'
const asked = '**/api/funds/thep-krasattri/arrears'
const today = '2026-11-23'
const somebody = (number: number, more: object) => ({ id: `00000000-0000-4000-8000-00000000000${number}`, number: `02${number}`, name: 'นางสมจิตร แก้วมณี', instalmentsMissed: 3, arrearsSatang: 9000, ...more })
const told = { today, count: 240, members: [
  somebody(1, { phone: '081 234 5678', lapsesOn: addDays(today, -2), instalmentsMissed: 4, arrearsSatang: 12_000 }),
  somebody(2, { phone: '076-000-001', lapsesOn: addDays(today, 8) }),
  somebody(3, { name: 'นายสมชาย ทองแท้วงศ์สกุล', instalmentsMissed: 1, arrearsSatang: 3000 }),
] }

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, list: thRegister },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, list: enRegister },
] as const)('who is behind, on $name', ({ name, viewport, language, words, list }) => {
  test('the first to lapse first, with the day, the sum, and a telephone to tap', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', ['viewer'])
    await page.route(asked, (route) => route.fulfill({ json: told }))
    await page.goto('/f/thep-krasattri/members')
    await page.getByRole('link', { name: list.arrearsList }).click()
    await page.getByRole('heading', { name: words.title }).waitFor()

    const rows = await page.locator('.arrears-row').allInnerTexts()
    expect(rows).toHaveLength(3)
    expect(rows[0]).toContain(words.owes(4, '120'))
    expect(rows[0]).toContain(unbroken(words.lapsed(formatDay(addDays(today, -2), language, 'long'))))
    expect(rows[1]).toContain(unbroken(words.lapses(formatDay(addDays(today, 8), language, 'long'))))
    expect(rows[2]).toContain(words.noPhone)
    expect(await page.getByRole('link', { name: words.call('081 234 5678') }).getAttribute('href')).toBe('tel:0812345678')
    await page.getByText(words.shown(3)).waitFor()
    await expectAccessible(page)
    await shot(page, `arrears-${name}`)
  })

  test('when everyone has paid the page says so', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', ['viewer'])
    await page.route(asked, (route) => route.fulfill({ json: { today, count: 0, members: [] } }))
    await page.goto(path)
    await page.getByRole('heading', { name: words.none }).waitFor()
    await expectAccessible(page)
    await shot(page, `arrears-none-${name}`)
  })
})

test('somebody who has paid nothing for six months is on the list, and a tap leads to the member', async () => {
  const page = await signedIn({ viewport: phone }, 'thep-krasattri', ['clerk', 'fund-admin'])
  const { number } = await newMember(page, { firstName: 'ประไพ', lastName: 'ค้างนาน', phone: '081 234 5678' })
  await page.goto(path)
  const row = page.locator('.arrears-row').filter({ hasText: number })
  await row.waitFor()
  expect(await row.innerText()).toContain(th.owes(6, '180'))
  await row.getByRole('link', { name: 'นางประไพ ค้างนาน' }).press('Enter')
  await page.locator('.member-arrears').getByText(thRegister.arrears(6, '180')).waitFor()
})

test('a slow list says one line; one that fails says so, and trying again shows it', async () => {
  const page = await signedIn({ viewport: phone }, 'thep-krasattri', ['viewer'])
  await page.route(asked, (route) => route.fulfill({ json: told }))
  await throughBadLine(page, asked, path)
  await page.getByRole('heading', { name: th.title }).waitFor()
})

test('at 320 pixels and the largest letters nothing runs out of the window', async () => {
  const page = await signedIn({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' }, 'thep-krasattri', ['viewer'])
  await page.route(asked, (route) => route.fulfill({ json: told }))
  await page.goto(path)
  await settled(page)
  await expectAccessible(page)
  await shot(page, 'arrears-320')
})

import { describe, expect, test } from 'vitest'
import { centres as en } from '../../web/text/en/centres.ts'
import { members as enRegister } from '../../web/text/en/members.ts'
import { centres as th } from '../../web/text/th/centres.ts'
import { members as thRegister } from '../../web/text/th/members.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { signedIn } from './committee.ts'
import { throughBadLine } from './line.ts'
import { newMember, nextNumber, sent } from './register.ts'

const path = '/f/thep-krasattri/centres'
const asked = '**/api/funds/thep-krasattri/centres'

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, list: thRegister },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, list: enRegister },
] as const)('centres, on $name', ({ name, viewport, language, words, list }) => {
  test('one is opened, renamed, and counts its members', async () => {
    const page = await signedIn({ viewport, language }, 'thep-krasattri', ['clerk', 'fund-admin'])
    const called = `หมู่ที่ ${nextNumber()}`
    await page.goto('/f/thep-krasattri/members')
    await page.getByRole('link', { name: list.centres, exact: true }).click()
    await page.getByRole('heading', { name: words.title, exact: true }).waitFor()
    await page.getByLabel(words.name).fill(called)
    await page.getByRole('button', { name: words.open }).click()
    const row = page.locator('.centres li').filter({ hasText: called })
    await row.waitFor()
    expect(await page.getByLabel(words.name).inputValue()).toBe('')

    await row.getByText(words.rename).click()
    await row.getByLabel(words.renamed(called)).fill(`${called} บ้านเหนือ`)
    await expectAccessible(page)
    await shot(page, `centres-${name}`)
    await row.getByLabel(words.renamed(called)).press('Enter')
    await page.getByRole('heading', { name: `${called} บ้านเหนือ` }).waitFor()

    const { centres }: { centres: { id: string; name: string }[] } = await (await page.request.get('/api/funds/thep-krasattri/centres')).json()
    await newMember(page, { centreId: centres.find((each) => each.name === `${called} บ้านเหนือ`)?.id })
    await page.reload()
    await row.getByText(words.members(1)).waitFor()
    await expectAccessible(page)

    const member = await newMember(page)
    await row.getByRole('link', { name: words.members(1) }).click()
    await page.getByText(list.ofCentre(`${called} บ้านเหนือ`)).waitFor()
    expect(await page.locator('.members li').count()).toBe(1)
    await expectAccessible(page)
    await shot(page, `members-of-centre-${name}`)
    await page.reload()
    await page.getByLabel(list.search, { exact: true }).fill(member.number)
    await page.getByRole('search').getByRole('button').click()
    await page.getByRole('heading', { name: list.noneFound(member.number) }).waitFor()
    await page.getByRole('link', { name: list.allCentres }).click()
    await page.locator('.members li').nth(1).waitFor()
    expect(await page.getByText(list.ofCentre('')).count()).toBe(0)
  })
})

test('a name that is taken is told at its field, and what was typed stays', async () => {
  const page = await signedIn({ viewport: phone }, 'thep-krasattri', ['clerk'])
  const called = `หมู่ที่ ${nextNumber()}`
  await sent(page, 'POST', '/centres', { name: called })
  await page.goto(path)
  await page.getByLabel(th.name).fill(` ${called} `)
  await page.getByRole('button', { name: th.open }).click()
  await page.locator('#name-error').waitFor()

  expect(await page.locator('#name-error').textContent()).toBe('มีศูนย์ชื่อนี้แล้ว')
  expect(await page.getByLabel(th.name).inputValue()).toBe(` ${called} `)
  await expectAccessible(page)
})

test('a viewer sees the centres and changes none; a fund without any is told that it needs none', async () => {
  const page = await signedIn({ viewport: phone }, 'thep-krasattri', ['viewer'])
  await page.route(asked, (route) => route.fulfill({ json: { centres: [], mayChange: false } }))
  await page.goto(path)
  await page.getByRole('heading', { name: th.none }).waitFor()
  await page.getByText(th.noneYet).waitFor()
  expect(await page.getByLabel(th.name).count()).toBe(0)
  await expectAccessible(page)
  await shot(page, 'centres-none')
})

test('a slow list says one line; one that fails says so, and trying again shows it', async () => {
  const page = await signedIn({ viewport: phone }, 'thep-krasattri', ['viewer'])
  await throughBadLine(page, asked, path)
  await page.getByRole('heading', { name: th.title, exact: true }).waitFor()
})

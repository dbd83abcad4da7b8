import { describe, expect, inject, test } from 'vitest'
import { compare as enCompare } from '../../web/text/en/compare.ts'
import { figures as en } from '../../web/text/en/figures.ts'
import { more as enMore } from '../../web/text/en/more.ts'
import { network as enNetwork } from '../../web/text/en/network.ts'
import { compare as thCompare } from '../../web/text/th/compare.ts'
import { figures as th } from '../../web/text/th/figures.ts'
import { more as thMore } from '../../web/text/th/more.ts'
import { network as thNetwork } from '../../web/text/th/network.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { office, signedIn, signedInAsOfficer } from './committee.ts'
import { throughBadLine } from './line.ts'

const lastYear = async (): Promise<number> => Number((await (await fetch(`${inject('origin')}/api/funds/kamala`)).json()).today.slice(0, 4)) - 1

/** How many funds of tambons there are: other tests bring some, too. */
async function countFunds(): Promise<number> {
  const { funds }: { funds: { kind: string }[] } = await (await fetch(`${inject('origin')}/api/networks/phuket/funds`)).json()
  return funds.filter(({ kind }) => kind !== 'network').length
}

/** Ten members of Kamala since two years ago, so that there is a year to tell of. */
async function tenMembers() {
  const [admin, last] = [await office('kamala', ['fund-admin']), await lastYear()]
  for (let at = 0; at < 10; at++) await admin('POST', 'carried-over-members', { number: `F${Date.now() % 1_000_000}${at}`, firstName: 'สมจิตร', lastName: `แก้วมณี${at}`, joinedOn: `${last - 1}-05-01`, note: 'สมุดทะเบียน' })
}

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, more: thMore, network: thNetwork, compared: thCompare },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, more: enMore, network: enNetwork, compared: enCompare },
] as const)('what a fund tells of its years, on $name', ({ name, viewport, language, words, more, network, compared }) => {
  test('the administrator sees what others would see, tells it, the network reads it, and it is taken down again', async () => {
    const year = await lastYear()
    const page = await signedIn({ viewport, language }, 'kamala', ['fund-admin'])
    await tenMembers()
    await page.goto('/f/kamala/more')
    await page.getByRole('link', { name: more.figures }).click()
    const sheet = page.getByRole('region', { name: words.year(year + 543) })
    await sheet.getByText(words.wouldTell).waitFor()
    expect(await sheet.getByText(words.withheld).count()).toBe(3) // nobody has paid in, and nothing was paid out
    await expectAccessible(page)
    await shot(page, `figures-before-${name}`)

    await sheet.getByRole('button', { name: words.publish(year + 543) }).click()
    await sheet.getByText(words.isPublished, { exact: true }).waitFor()
    await sheet.getByText(/มาลี ศรีสุข/).last().waitFor()
    await expectAccessible(page)
    await shot(page, `figures-told-${name}`)

    const officer = await signedInAsOfficer({ viewport, language }, 'phuket')
    await officer.goto('/n/phuket')
    await officer.getByRole('link', { name: network.ways.figures, exact: true }).click()
    const rows = officer.getByRole('row').filter({ has: officer.getByRole('rowheader') })
    const funds = await countFunds()
    await officer.getByText(words.sum(1, funds)).waitFor()
    expect(await rows.count()).toBe(1)
    expect(await officer.getByRole('region', { name: words.notPublished }).getByRole('listitem').count()).toBe(funds - 1)
    await officer.getByRole('link', { name: words.sorts.members }).click()
    await officer.waitForURL('**/figures?sort=members')
    expect(await rows.first().textContent()).toMatch(/Kamala|กมลา/)
    await expectAccessible(officer)
    await shot(officer, `figures-network-${name}`)
    await officer.getByRole('link', { name: network.ways.compare, exact: true }).click()
    await officer.getByText(compared.tooFew).and(officer.locator(':visible')).first().waitFor()

    await sheet.getByRole('button', { name: words.withdraw(year + 543) }).click()
    await sheet.getByText(words.isNot, { exact: true }).waitFor()
    await officer.goto('/n/phuket/figures')
    await officer.getByText(words.sum(0, funds)).waitFor()
  })
})

describe('states', () => {
  const asked = '**/api/funds/kamala/figures'

  test('nothing to tell yet, slow, failing, and who may not publish', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', ['viewer'])
    await page.route(asked, (route) => route.fulfill({ json: { mayPublish: false, years: [] } }))
    await page.goto('/f/kamala/figures')
    await page.getByRole('heading', { name: th.none }).waitFor()
    await expectAccessible(page)

    await page.unroute(asked)
    await throughBadLine(page, asked, page.url())
    await page.getByText(th.onlyAdmin).first().waitFor()
    await expectAccessible(page)
  })
})

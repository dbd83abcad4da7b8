import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { formatDay } from '../../plugins/kit/day.ts'
import { build as enBuild } from '../../web/text/en/build.ts'
import { guests as en } from '../../web/text/en/guests.ts'
import { neighbours as enNeighbours } from '../../web/text/en/neighbours.ts'
import { network as enNetwork } from '../../web/text/en/network.ts'
import { rules as enRules } from '../../web/text/en/rules.ts'
import { build as thBuild } from '../../web/text/th/build.ts'
import { guests as th } from '../../web/text/th/guests.ts'
import { neighbours as thNeighbours } from '../../web/text/th/neighbours.ts'
import { network as thNetwork } from '../../web/text/th/network.ts'
import { rules as thRules } from '../../web/text/th/rules.ts'
import { trouble } from '../../web/text/th/trouble.ts'
import { upgrade as thUpgrade } from '../../web/text/th/upgrade.ts'
import { unbroken } from '../../web/ui/thai.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { office, signedIn, signedInAsOfficer } from './committee.ts'
import { begin, fundWithRules, today, valueOf } from './drafting.ts'
import { throughBadLine } from './line.ts'
import { adopted, sharingFund } from './sharing.ts'

/** A draft of a fund of its own, into which the network is invited. */
async function invited(slug: string) {
  const keeper = await office(slug, ['rule-keeper'])
  const { id } = await keeper('POST', 'drafts', { fromOn: today })
  await keeper('POST', `drafts/${id}/guests`)
  return { keeper, id }
}

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, rules: thRules, build: thBuild, neighbours: thNeighbours, network: thNetwork, rate: 'ค่านอนโรงพยาบาลคืนละ', fund: 'กองทุนสวัสดิการชุมชนทดลอง', baht: '250 บาท' },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, rules: enRules, build: enBuild, neighbours: enNeighbours, network: enNetwork, rate: 'for a night in hospital', fund: 'Trial Community Welfare Fund', baht: '250 baht' },
] as const)('a guest in a draft, on $name', ({ name, words, rules, build, neighbours, network, rate, fund, baht, ...as }) => {
  const look = async (page: Page, what: string) => {
    await expectAccessible(page)
    await shot(page, `guests-${name}-${what}`, false)
  }

  test('the keeper invites the network, its officer changes a value and proposes an example person, the keeper sees whose it is and ends it', async () => {
    const slug = await fundWithRules()
    const keeper = await signedIn(as, slug, ['rule-keeper'])
    await begin(keeper, rules, slug)
    await keeper.getByRole('button', { name: words.invite }).click()
    await keeper.getByText(words.mayNotList[0] ?? '').waitFor()
    await look(keeper, '1-invite')
    await keeper.getByRole('button', { name: words.inviteNow, exact: true }).click()
    await keeper.getByText(words.invited(formatDay(today, as.language, 'long'))).waitFor()
    await look(keeper, '2-invited')

    const officer = await signedInAsOfficer(as, 'tests')
    await officer.goto('/n/tests')
    await look(officer, '3-network')
    await officer.getByRole('region', { name: words.drafts }).locator(`a[href$="/${slug}/draft"]`).click()
    await officer.getByText(words.guest).waitFor()
    await officer.getByRole('navigation').getByRole('link', { name: network.ways.compare }).waitFor()
    for (const kept of [rules.effect, rules.toMeeting, rules.move, rules.withdraw, words.invite, rules.lastYearDraft]) expect(await officer.getByText(kept, { exact: true }).count(), kept).toBe(0)
    await look(officer, '4-draft')

    await valueOf(officer, rate, '200').click()
    await officer.getByLabel(rules.editing(rate)).fill('250')
    await look(officer, '5-value')
    await officer.getByRole('button', { name: rules.use }).click()
    await officer.locator('.draft-steps').getByText(baht).waitFor()
    await officer.getByRole('link', { name: rules.build }).click()
    await officer.locator('.build-listed').first().waitFor()
    await officer.getByRole('link', { name: build.back }).click()

    await officer.getByRole('link', { name: neighbours.manage }).click()
    await officer.getByRole('region', { name: neighbours.proposals }).locator('summary').first().click()
    expect(await officer.getByText(neighbours.ofClaims, { exact: true }).count()).toBe(0)
    await look(officer, '6-neighbours')
    await officer.getByRole('region', { name: neighbours.proposals }).getByRole('button', { name: neighbours.accept }).first().click()
    await officer.getByRole('region', { name: neighbours.byDraft }).getByText(words.byNetwork).waitFor()
    expect(await officer.getByRole('button', { name: neighbours.remove }).count()).toBe(0)

    await keeper.reload()
    await keeper.locator('.draft-steps').getByText(words.ofNetwork('อรุณี จันทร์เพ็ญ')).waitFor()
    await keeper.getByText(words.byNetwork).waitFor()
    await look(keeper, '7-what-the-network-did')
    await keeper.getByRole('button', { name: words.end }).click()
    await keeper.getByRole('button', { name: words.invite }).waitFor()
    await keeper.goto(`/f/${slug}/rules`)
    await keeper.getByRole('link', { name: rules.whoDidWhat }).click()
    await keeper.locator('.draft-events').getByText(words.ofNetwork('อรุณี จันทร์เพ็ญ')).waitFor()

    await officer.reload()
    await officer.getByRole('heading', { name: words.ended }).waitFor()
    await look(officer, '8-ended')
    await officer.getByRole('link', { name: words.toNetwork }).click()
    await officer.getByRole('heading', { name: network.title }).first().waitFor()
    expect(await officer.locator(`a[href$="/${slug}/draft"]`).count()).toBe(0)
    expect(await officer.getByText(fund).count()).toBeGreaterThan(0)
  })
})

test('a guest brings the draft up to its later model, seeing what a choice does to example people and nothing of claims, and brings a regulation’s file in', async () => {
  const model = await sharingFund()
  const slug = await fundWithRules()
  await adopted(slug, model.slug, 25_000)
  await model.shareLater('1.1.0', 35_000)
  await invited(slug)
  const page = await signedInAsOfficer({ viewport: phone }, 'tests')
  await page.goto(`/n/tests/drafts/${slug}/draft`)
  await page.getByRole('link', { name: thUpgrade.open }).click()
  const conflict = page.getByRole('group', { name: 'ค่านอนโรงพยาบาลคืนละ' })
  await conflict.getByRole('list', { name: thUpgrade.people }).first().waitFor()
  for (const kept of [thUpgrade.lastYear, thUpgrade.noClaims, thUpgrade.otherwise(3, 3)]) expect(await page.getByText(kept).count(), kept).toBe(0)
  await expectAccessible(page)
  await shot(page, 'guests-upgrade')
  await conflict.getByRole('radio', { name: thUpgrade.theirs }).check()
  await page.getByRole('button', { name: thUpgrade.upgrade }).click()
  await page.locator('#changed ~ * ins').filter({ hasText: unbroken('ได้คืนละ 350 บาท') }).first().waitFor()
  expect(new URL(page.url()).pathname).toBe(`/n/tests/drafts/${slug}/draft`)

  await page.getByRole('button', { name: thRules.bringFile }).click()
  const file = await (await page.request.get(`/api/funds/${model.slug}/regulations/1/file`)).body()
  await page.getByLabel(thRules.regulationFile).setInputFiles({ name: 'model.sajja.json', mimeType: 'application/octet-stream', buffer: file })
  await expectAccessible(page)
  await shot(page, 'guests-file')
  await page.getByRole('button', { name: thRules.bringFileNow }).click()
  await page.locator('#changed ~ * ins').filter({ hasText: unbroken('ได้คืนละ 300 บาท') }).first().waitFor()
})

describe('states', () => {
  test('a slow list says one line, a failing one opens when it is tried again; an end in the middle of work is said', async () => {
    const slug = await fundWithRules()
    const { keeper, id } = await invited(slug)
    const page = await signedInAsOfficer({ viewport: { width: 320, height: 568 }, letters: 'largest' }, 'tests')
    await throughBadLine(page, '**/api/networks/tests/drafts', `/n/tests/drafts/${slug}/draft`)
    await page.getByText(th.guest).waitFor()
    await expectAccessible(page)

    await keeper('DELETE', `drafts/${id}/guests`)
    await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
    await page.getByLabel(thRules.editing('ค่านอนโรงพยาบาลคืนละ')).fill('250')
    await page.getByRole('button', { name: thRules.use }).click()
    await page.getByRole('heading', { name: th.ended }).waitFor()
    await expectAccessible(page)
  })

  test('before the meeting a guest reads and is offered no change; a stranger finds nothing, and one who is not signed in is asked to', async () => {
    const slug = await fundWithRules()
    const { keeper, id } = await invited(slug)
    await keeper('PUT', `drafts/${id}/values/nightRate`, { pack: 'model', value: 25_000, version: 1 })
    await keeper('POST', `drafts/${id}/meeting`, { resolution: { number: '11/2569', heldOn: today }, version: 2 })
    const page = await signedInAsOfficer({ viewport: phone }, 'tests')
    await page.goto(`/n/tests/drafts/${slug}/draft`)
    await page.getByText(thRules.states['at-meeting']).waitFor()
    expect(await page.locator('button.value-tap').count()).toBe(0)
    await expectAccessible(page)
    await shot(page, 'guests-at-meeting')

    await page.context().clearCookies()
    await page.goto(`/n/tests/drafts/${slug}/draft`)
    await page.getByRole('link', { name: trouble.signIn }).waitFor()
    const stranger = await signedInAsOfficer({ viewport: phone }, 'phuket')
    await stranger.goto(`/n/phuket/drafts/${slug}/draft`)
    await stranger.getByRole('heading', { name: th.ended }).waitFor()
    await expectAccessible(stranger)
  })
})

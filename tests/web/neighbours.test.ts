import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, addYears } from '../../plugins/kit/day.ts'
import { neighbours as en } from '../../web/text/en/neighbours.ts'
import { rules as enRules } from '../../web/text/en/rules.ts'
import { neighbours as th } from '../../web/text/th/neighbours.ts'
import { rules as thRules } from '../../web/text/th/rules.ts'
import { desktop, expectAccessible, phone, settled, shot } from './browser.ts'
import { newFund, office, signedIn } from './committee.ts'
import { fundInForce, today } from './drafting.ts'
import { lineTo } from './line.ts'
import { Visitor } from './visitor.ts'

/** A fund with the model in force, and a stay of two nights of last month. */
async function fundWithStay(): Promise<string> {
  const slug = await fundInForce()
  const desk = await office(slug, ['fund-admin', 'clerk'])
  const member = await desk('POST', 'carried-over-members', { number: '01', title: 'นาง', firstName: 'บุญเรือน', lastName: 'ทองดี', bornOn: '1960-01-01', joinedOn: addYears(today, -5), note: 'สมุดทะเบียน' })
  await desk('POST', 'claims', { memberId: member.id, benefitId: 'hospital', answers: { admittedOn: addDays(today, -32), dischargedOn: addDays(today, -30), collector: 'self' } })
  return slug
}

const daeng = { name: { th: 'ป้าแดงนอน 3 คืน', en: 'Auntie Daeng stays three nights' }, person: { name: { th: 'ป้าแดง', en: 'Auntie Daeng' }, facts: { joinedOn: '2014-07-01', instalmentsMissed: 0 } }, benefit: 'hospital', facts: { admittedOn: '2026-03-03', dischargedOn: '2026-03-06', collector: 'self' }, claimedOn: '2026-03-10', expect: { outcome: 'eligible', satang: 60_000 } }

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, rules: thRules, rate: 'ค่านอนโรงพยาบาลคืนละ', got: '400 บาท', was: 'เดิมได้ 400 บาท ตอนนี้ได้ 500 บาท', makes: 'แดง', claim: /จากคำขอที่ผ่านมา/, notHers: 'มีคนตัวอย่างที่ร่างนี้ให้ผลไม่ตรงกับที่ตั้งใจ' },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, rules: enRules, rate: 'for a night in hospital', got: '400 baht', was: 'Before: 400 baht. Now: 500 baht.', makes: 'Daeng', claim: /from a past claim/, notHers: 'The draft gives an example person something else than was meant' },
] as const)('on $name', ({ name, words, rules, rate, got, was, claim, notHers, ...as }) => {
  const look = async (page: Page, what: string, whole = false) => {
    await expectAccessible(page)
    await shot(page, `neighbours-${name}-${what}`, whole)
  }

  test('somebody is made by hand, turns red beside the value that is changed, and is said to be meant before the meeting', async () => {
    const slug = await fundWithStay()
    const keeper = await signedIn(as, slug, ['rule-keeper'])
    await keeper.goto(`/f/${slug}/rules/neighbours`)
    await keeper.getByText(words.none).waitFor()
    await keeper.getByText(words.noticed(0, 123)).waitFor()
    await look(keeper, '1-empty', true)

    await keeper.getByRole('link', { name: words.byHand }).click()
    await keeper.getByRole('heading', { name: words.what }).waitFor()
    await look(keeper, '2-what')
    const visitor = await Visitor.of(keeper, as.language)
    await keeper.getByRole('link', { name: visitor.words.hospital }).click()
    await visitor.stay(2)
    await visitor.next()
    await visitor.joined(12)
    await visitor.next()
    await keeper.getByLabel(visitor.words.missed).fill('0')
    await visitor.next()
    await visitor.past(0)
    await look(keeper, '3-question')
    await keeper.getByRole('button', { name: words.toExpect }).click()
    await keeper.getByRole('heading', { name: words.expectTitle }).waitFor()
    await keeper.getByLabel(words.soItShouldBe(got)).waitFor()
    await keeper.getByLabel(words.name, { exact: true }).fill('')
    await keeper.getByRole('button', { name: words.keep }).click()
    await keeper.getByRole('alert').getByText(words.noName).waitFor()
    await look(keeper, '4-expect')
    await keeper.getByLabel(words.name, { exact: true }).fill('ป้าสมใจ')
    await keeper.getByLabel(words.story).fill('ป้าสมใจนอน 2 คืน')
    await keeper.getByRole('button', { name: words.keep }).click()
    await keeper.locator('.card').filter({ hasText: 'ป้าสมใจนอน 2 คืน' }).getByText(words.meant).waitFor()

    await keeper.goto(`/f/${slug}/rules/draft`)
    await keeper.getByRole('button', { name: rules.start }).click()
    await keeper.getByRole('button', { name: `${rate} 200`, exact: true }).first().click()
    await keeper.getByLabel(rules.editing(rate)).fill('250')
    const card = keeper.locator('.card-otherwise')
    await card.getByText(was).waitFor()
    await card.scrollIntoViewIfNeeded()
    await look(keeper, '5-beside')
    await keeper.getByRole('button', { name: rules.use }).click()
    await keeper.locator('.draft-banner').getByText(rules.changes(1)).waitFor()
    await keeper.getByText(notHers).first().waitFor()

    await keeper.getByRole('link', { name: words.all(1) }).click()
    await keeper.getByText(words.byDraft).waitFor()
    await keeper.getByText(words.otherwise(1)).waitFor()
    await look(keeper, '6-red')
    await keeper.getByRole('button', { name: words.soBeIt }).click()
    await keeper.getByText(words.asMeant(1)).waitFor()
    expect(await keeper.locator('.card-otherwise').count()).toBe(0)
    await keeper.goto(`/f/${slug}/rules/draft`)
    await keeper.getByRole('button', { name: rules.toMeeting }).click()
    await keeper.getByLabel(rules.meetingNumber).waitFor()
  })

  test('a past claim makes one in whom nobody is recognised, and a tap adds the one who would notice', async () => {
    const slug = await fundWithStay()
    const keeper = await signedIn(as, slug, ['rule-keeper'])
    await keeper.goto(`/f/${slug}/rules/neighbours/claims`)
    await keeper.getByText('บุญเรือน').waitFor()
    await keeper.getByRole('button', { name: words.make }).click()
    await keeper.getByText(claim).waitFor()
    await look(keeper, '7-claims')
    await keeper.getByRole('link', { name: words.toNeighbours }).click()
    const card = keeper.locator('.card').filter({ hasText: claim })
    await card.getByText(words.meant).waitFor()
    expect(await card.textContent()).not.toContain('บุญเรือน')

    await keeper.locator('[aria-busy="false"]').waitFor()
    const before = await keeper.locator('[aria-labelledby="gaps"] .fold').first().locator('summary').textContent()
    await keeper.locator('[aria-labelledby="gaps"] summary').first().click()
    await keeper.locator('[aria-labelledby="proposals"] summary').first().click()
    await look(keeper, '8-gaps', true)
    await keeper.locator('[aria-labelledby="gaps"] .neighbours-act').first().click()
    await keeper.getByText(words.asMeant(2)).waitFor()
    await expect.poll(() => keeper.locator('[aria-labelledby="gaps"] .fold').first().locator('summary').textContent()).not.toBe(before)
    await look(keeper, '9-more')
  })
})

describe('states', () => {
  test('whoever only reads sees the people and changes nothing', async () => {
    const slug = await fundWithStay()
    await (await office(slug, ['rule-keeper']))('POST', 'neighbours', { neighbour: daeng })
    const page = await signedIn({ viewport: phone }, slug, ['viewer'])
    await page.goto(`/f/${slug}/rules/neighbours`)
    await page.locator('.card').getByText(th.meant).waitFor()
    await page.locator('[aria-busy="false"]').waitFor()
    expect(await page.getByRole('button').filter({ hasText: new RegExp(`${th.remove}|${th.accept}`) }).count()).toBe(0)
    expect(await page.getByRole('link', { name: th.byHand }).count()).toBe(0)
    await expectAccessible(page)
  })

  test('what takes long says so while the cards are there already; what fails says so, and trying again works', async () => {
    const slug = await fundWithStay()
    await (await office(slug, ['rule-keeper']))('POST', 'neighbours', { neighbour: daeng })
    const page = await signedIn({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' }, slug, ['rule-keeper'])
    const turn = await lineTo(page, '**/gaps', 'slow')
    await page.goto(`/f/${slug}/rules/neighbours`)
    await page.locator('.card').getByText(th.meant).waitFor()
    await page.getByText(th.trying).waitFor()
    await expectAccessible(page)
    turn('broken')
    await page.getByText(th.cannotTry).waitFor()
    await expectAccessible(page)
    await shot(page, 'neighbours-320-largest', true)
    turn('whole')
    await page.getByRole('button', { name: th.again }).click()
    await page.locator('[aria-labelledby="gaps"] .fold').first().waitFor()
  })

  test('a fund without rules is shown the way to them', async () => {
    const slug = `people-${Date.now().toString(36)}`
    await newFund(slug)
    const page = await signedIn({ viewport: phone }, slug, ['rule-keeper'])
    await page.goto(`/f/${slug}/rules/neighbours`)
    await page.getByRole('heading', { name: th.noRules }).waitFor()
    await settled(page)
    await expectAccessible(page)
  })
})

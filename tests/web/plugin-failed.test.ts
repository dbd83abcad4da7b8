import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, addYears } from '../../plugins/kit/day.ts'
import { PluginFailed } from '../../plugins/kit/contained.ts'
import { todayInThailand } from '../../server/http/today.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { memberOf, newFund, office, signedIn } from './committee.ts'

const today = todayInThailand(new Date())
const why = new PluginFailed('', {
  th: 'ข้อมูล "อายุนับตามปีเกิด" (ageByYear) ของส่วนเสริม conscription คิดไม่จบภายใน 0.25 วินาที',
  en: 'the fact "age by the year of birth" (ageByYear) of the plugin conscription did not end within 0.25 seconds',
}).text

/** What the server answers, with a part of it as it is where a plugin failed. */
async function answersWith(page: Page, address: string, change: (answer: never) => unknown) {
  await page.route(address, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: change(await response.json() as never) }) // as the address has it
  })
}

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th' },
  { name: 'desk-en', viewport: desktop, language: 'en' },
] as const)('a benefit whose plugin failed says so where it stands, on $name', ({ name, ...as }) => {
  test('among what a member could ask for, on a claim that waits, and beside the cost of a draft', async () => {
    const member = await memberOf('kamala', { joinedOn: addYears(today, -3) })
    const page = await signedIn(as, 'kamala', ['clerk', 'approver'])
    await answersWith(page, '**/api/funds/kamala/members/*/entitlements', ({ entitlements, ...rest }: { entitlements: { benefit: { id: string } }[] }) =>
      ({ ...rest, entitlements: entitlements.map((each, at) => (at === 1 ? { benefit: each.benefit, notJudged: why } : each)) }))
    await page.goto(`/f/kamala/members/${member.id}/claim`)
    await page.getByText(/conscription/).waitFor()
    expect(await page.locator('.entitlements > li').count()).toBeGreaterThan(3)
    await expectAccessible(page)
    await shot(page, `plugin-failed-entitlements-${name}`)

    const clerk = await office('kamala', ['clerk'])
    const stay = { admittedOn: addDays(today, -4), dischargedOn: addDays(today, -2), collector: 'self' }
    const { id } = await clerk('POST', 'claims', { memberId: member.id, benefitId: 'hospital', answers: stay })
    await answersWith(page, `**/api/funds/kamala/claims/${id}`, ({ current: _current, ...claim }: { current: unknown }) => ({ ...claim, notJudged: why, can: [], cannot: [{ act: 'decide', why: { th: 'พิจารณาได้เมื่อคิดตามระเบียบได้อีกครั้ง', en: 'It can be decided once it can be judged by the rules again.' } }] }))
    await page.goto(`/f/kamala/claims/${id}`)
    await page.getByRole('status').getByText(/conscription/).waitFor()
    await expectAccessible(page)
    await shot(page, `plugin-failed-claim-${name}`)

    const slug = `failed-${Date.now().toString(36)}`
    await newFund(slug)
    const keeper = await signedIn(as, slug, ['rule-keeper'])
    const first = { model: 'model-packs/model', fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'untilClaim' } }
    await (await office(slug, ['rule-keeper']))('POST', 'drafts', { fromOn: addYears(today, -2), first })
    await answersWith(keeper, '**/api/funds/*/drafts/*/effect', ({ claims, ...rest }: { claims: object }) => ({ ...rest, claims: { ...claims, notJudged: [{ benefit: { id: 'called-up', title: { th: 'เกณฑ์ทหาร', en: 'Called up for the army' } }, why }] } }))
    await keeper.goto(`/f/${slug}/rules/draft`)
    await keeper.getByText(/conscription/).waitFor()
    await expectAccessible(keeper)
    await shot(keeper, `plugin-failed-draft-${name}`)
  })
})

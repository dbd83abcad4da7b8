import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { categories as enKinds } from '../../web/text/en/categories.ts'
import { library as en } from '../../web/text/en/library.ts'
import { rules as enRules } from '../../web/text/en/rules.ts'
import { categories as thKinds } from '../../web/text/th/categories.ts'
import { library as th } from '../../web/text/th/library.ts'
import { rules as thRules } from '../../web/text/th/rules.ts'
import { unbroken } from '../../web/ui/thai.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { newFund, signedIn, signedInAsOfficer } from './committee.ts'
import { fundInForce, fundWithRules } from './drafting.ts'
import { throughBadLine } from './line.ts'
import { adopted, sharingFund } from './sharing.ts'
import { tapCounter } from './taps.ts'

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, rules: thRules, kinds: thKinds, ours: 'นอนโรงพยาบาล', was: 'ได้คืนละ 200 บาท', now: 'ได้คืนละ 300 บาท' },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, rules: enRules, kinds: enKinds, ours: 'Hospital stay', was: '200 baht per night', now: '300 baht per night' },
] as const)('on $name', ({ name, words, rules, kinds, ours, was, now, ...as }) => {
  const look = async (page: Page, what: string) => {
    await expectAccessible(page)
    await shot(page, `library-${name}-${what}`)
  }

  test('a neighbour’s rule is found, read, tried on the fund’s own claims and put in force in six taps by two people, besides choices', async () => {
    const model = await sharingFund()
    const slug = await fundWithRules()
    const keeper = await signedIn(as, slug, ['rule-keeper'])
    const { watch, reset, taps } = tapCounter()
    await watch(keeper)
    await keeper.goto(`/f/${slug}/rules`)
    await keeper.getByRole('heading', { name: rules.history }).waitFor()
    reset()
    await keeper.getByRole('link', { name: rules.library }).click()
    await keeper.getByLabel(words.search).fill(model.slug)
    await keeper.getByLabel(words.kind).selectOption({ label: kinds.sickness })
    await keeper.getByText(words.found(1)).waitFor()
    await look(keeper, '1-list')
    await keeper.getByRole('link', { name: model.title[as.language] }).click()
    await keeper.getByRole('heading', { level: 1, name: model.title[as.language] }).waitFor()
    await keeper.getByLabel(words.instead(ours)).waitFor()
    expect(await keeper.getByLabel(words.instead(ours)).isChecked()).toBe(true)
    await look(keeper, '2-pack')
    await keeper.getByRole('button', { name: words.adoptInto }).click()

    await keeper.getByText(rules.gain(3)).waitFor()
    expect(await keeper.locator('#changed ~ * del').first().textContent()).toBe(unbroken(was))
    expect(await keeper.locator('#changed ~ * ins').first().textContent()).toBe(unbroken(now))
    await look(keeper, '3-draft')
    await keeper.getByLabel(rules.meetingNumber).fill('11/2569')
    await keeper.getByRole('button', { name: rules.toMeeting }).click()
    await keeper.getByRole('button', { name: rules.takeBack }).waitFor()

    const admin = await signedIn(as, slug, ['fund-admin'])
    await watch(admin)
    await admin.goto(`/f/${slug}/rules`)
    await admin.getByRole('link', { name: rules.openDraft }).click()
    await admin.getByRole('button', { name: rules.publish }).click()
    await admin.getByRole('heading', { name: rules.edition(2) }).waitFor()
    expect(taps()).toBeLessThanOrEqual(6)

    await keeper.goto(`/f/${slug}/library/${model.slug}`)
    await keeper.getByText(words.have).waitFor()
  })

  test('a fund shares its rules; the network endorses them; another uses them, changed; and they are withdrawn with the reason', async () => {
    const slug = await fundInForce()
    const keeper = await signedIn(as, slug, ['rule-keeper'])
    await keeper.goto(`/f/${slug}/library`)
    await keeper.getByRole('link', { name: words.share }).click()
    await keeper.getByRole('button', { name: words.shareNow }).click()
    await keeper.getByRole('heading', { name: words.cannot }).waitFor()
    await keeper.getByLabel(words.shareNote).fill('ใช้มาสองปี เงินพอ')
    await keeper.getByText(words.shareOpen, { exact: true }).click()
    await keeper.getByLabel(/ค่านอนโรงพยาบาลคืนละ|night in hospital/).check()
    await look(keeper, '4-share')
    await keeper.getByRole('button', { name: words.shareNow }).click()
    await keeper.getByText(words.withdraw, { exact: true }).waitFor()
    expect(new URL(keeper.url()).pathname).toBe(`/f/${slug}/library/${slug}`)

    const officer = await signedInAsOfficer(as, 'tests')
    await officer.goto('/n/tests/library')
    await officer.getByLabel(words.search).fill(slug)
    await look(officer, '5-network')
    await officer.locator('.library-entry a').click()
    await officer.getByText(words.endorse, { exact: true }).click()
    await officer.getByRole('button', { name: words.endorseNow }).click()
    await officer.getByRole('link', { name: words.endorseNote }).click()
    expect(await officer.getByLabel(words.endorseNote).evaluate((box) => box === document.activeElement)).toBe(true)
    await officer.getByLabel(words.endorseNote).fill('เหมาะกับกองทุนเล็ก')
    await look(officer, '6-endorse')
    await officer.getByRole('button', { name: words.endorseNow }).click()
    await officer.getByText('เหมาะกับกองทุนเล็ก').waitFor()
    await officer.getByRole('button', { name: words.endEndorsement }).waitFor()

    const other = await fundInForce()
    await adopted(other, slug, 25_000)
    await keeper.reload()
    await keeper.getByText('เหมาะกับกองทุนเล็ก').waitFor()
    await keeper.getByText([words.usesVersion('1.0.0'), words.changedSome(1)].join(' · ')).click()
    await look(keeper, '7-used')
    await keeper.getByText(words.withdraw, { exact: true }).click()
    await keeper.getByLabel(words.reason).fill('คิดเพดานผิด')
    await keeper.getByRole('button', { name: words.withdrawNow }).click()
    await keeper.getByText(words.withdrawnNote).waitFor()
    await keeper.getByText(/คิดเพดานผิด/).first().waitFor()
    expect(await keeper.getByRole('button', { name: words.adoptInto }).count(), 'one’s own is not taken up').toBe(0)
    await look(keeper, '8-withdrawn')
  })
})

describe('states', () => {
  test('a slow library says one line, a failing one opens when it is tried again, and what is not found is said', async () => {
    const slug = await fundInForce()
    const page = await signedIn({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' }, slug, ['viewer'])
    await throughBadLine(page, `**/api/funds/${slug}/library`, `/f/${slug}/library`)
    await page.getByRole('heading', { name: th.title }).waitFor()
    expect(await page.getByRole('link', { name: th.share }).count(), 'who only reads does not share').toBe(0)
    await page.getByLabel(th.search).fill('ไม่มีชุดนี้แน่นอน')
    await page.getByText(th.found(0)).waitFor()
    await expectAccessible(page)
    await page.goto(`/f/${slug}/library/chamuang`)
    await page.getByText(th.whyNot.keeper).waitFor()
    await expectAccessible(page)
    await shot(page, 'library-320-largest')
    await page.goto(`/f/${slug}/library/nowhere`)
    await page.getByText('ไม่พบชุดกติกานี้ในคลัง').waitFor()
    await page.goto(`/f/${slug}/library/share`)
    await page.getByText(th.onlyKeeper).waitFor()
    await expectAccessible(page)
  })

  test('a fund without a regulation is told where to begin, and by keyboard alone a pack is read and its first choice turned', async () => {
    const slug = `library-${Date.now().toString(36)}`
    await newFund(slug)
    const page = await signedIn({ viewport: desktop }, slug, ['rule-keeper'])
    await page.goto(`/f/${slug}/library/share`)
    await page.getByRole('heading', { name: th.noRulesToShare }).waitFor()
    await expectAccessible(page)
    await page.goto(`/f/${slug}/rules/draft`)
    await page.getByText(thRules.notOnlyModels).waitFor()
    await expectAccessible(page)
    await shot(page, 'library-first-regulation')
    await page.getByRole('link', { name: thRules.toLibrary }).click()
    await page.getByRole('heading', { level: 1, name: th.title }).waitFor()
    await page.goto(`/f/${slug}/library/yasothon-town`)
    await page.getByRole('button', { name: th.beginWith }).waitFor()
    const [first] = await page.getByRole('group', { name: th.benefits }).getByRole('checkbox').all()
    await first?.focus()
    await page.keyboard.press('Space')
    expect(await first?.isChecked()).toBe(false)
    await expectAccessible(page)
  })

  test.each([
    { name: 'phone-th', viewport: phone, language: 'th', words: th, rules: thRules },
    { name: 'desk-en', viewport: desktop, language: 'en', words: en, rules: enRules },
  ] as const)('a fund’s first regulation begins with a neighbour’s rule, on $name', async ({ name, words, rules, ...as }) => {
    const model = await sharingFund()
    const slug = `library-${Date.now().toString(36)}`
    await newFund(slug)
    const page = await signedIn(as, slug, ['rule-keeper'])
    await page.goto(`/f/${slug}/library/${model.slug}`)
    await page.getByText(words.beginIntro).waitFor()
    await shot(page, `library-first-${name}-1-pack`)
    await page.getByRole('button', { name: words.beginWith }).click()
    await page.getByText(rules.fromLibrary(model.title[as.language])).waitFor()
    await page.getByRole('button', { name: rules.start }).click()
    await page.getByRole('heading', { name: rules.cannot }).waitFor()
    await expectAccessible(page)
    await page.getByLabel(rules.memberFroms.joined).check()
    await page.getByLabel(rules.cureds.never).check()
    await page.getByLabel(rules.years.calendar).check()
    await shot(page, `library-first-${name}-2-begin`)
    await page.getByRole('button', { name: rules.start }).click()
    await page.locator('.value-tap').filter({ hasText: '300' }).first().waitFor()
    expect(new URL(page.url()).search).toBe('')
    await expectAccessible(page)
  })

  test('what a pack leaves open is set before it is taken, with what other funds have set it to', async () => {
    const slug = await fundInForce()
    const page = await signedIn({ viewport: phone }, slug, ['rule-keeper'])
    await page.goto(`/f/${slug}/library/leaders`)
    await page.getByRole('heading', { name: th.openTerms }).waitFor()
    const [open] = await page.locator('.open-term .value-tap').all()
    await open?.click()
    await expectAccessible(page)
    await shot(page, 'library-open-terms')

    const model = await sharingFund()
    await model.share('1.1.0', ['nightRate'])
    await page.goto(`/f/${slug}/library/${model.slug}`)
    await page.locator('#values\\.nightRate').getByText(/^กองทุนอื่นในเครือข่าย/).waitFor() // they hold the model that it was made from
  })
})

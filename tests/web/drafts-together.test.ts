import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, formatDay } from '../../plugins/kit/day.ts'
import { rules as en } from '../../web/text/en/rules.ts'
import { rules as th } from '../../web/text/th/rules.ts'
import { wholeDay } from '../../web/ui/moment.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { office, signedIn } from './committee.ts'
import { begin, fundInForce, fundWithRules, today, valueOf } from './drafting.ts'

const rate = { th: 'ค่านอนโรงพยาบาลคืนละ', en: 'for a night in hospital' }

/** Types another rate and uses it in the draft. */
async function raise(page: Page, words: typeof th, label: string, from: string, to: string) {
  await valueOf(page, label, from).click()
  await page.getByLabel(words.editing(label)).fill(to)
  await page.getByRole('button', { name: words.use }).click()
}

/** The draft that is open, as the API has it. */
const current = async (page: Page, slug: string) => (await (await page.request.get(`/api/funds/${slug}/drafts`)).json()).current

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en },
] as const)('on $name', ({ name, words, ...as }) => {
  const look = async (page: Page, what: string) => {
    await expectAccessible(page)
    await shot(page, `together-${name}-${what}`, false)
  }

  test('a change is taken back and made again, after a reload too, and by the keys', async () => {
    const slug = await fundWithRules()
    const page = await signedIn(as, slug, ['rule-keeper'])
    await begin(page, words, slug)
    await raise(page, words, rate[as.language], '200', '250')
    await page.locator('.draft-banner').getByText(words.changes(1)).waitFor()
    await page.reload()
    await page.locator('.draft-steps').getByText(as.language === 'th' ? '250 บาท' : '250 baht').waitFor()
    await look(page, '1-undo')
    await page.getByRole('button', { name: words.undo, exact: true }).click()
    await page.locator('.draft-banner').getByText(words.changes(0)).waitFor()
    expect(await page.getByRole('button', { name: words.undo, exact: true }).count()).toBe(0)
    await page.keyboard.press('Control+Shift+z')
    await page.locator('.draft-banner').getByText(words.changes(1)).waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('.draft-banner').getByText(words.changes(0)).waitFor()
  })

  test('two people in one draft: whoever comes second sees who changed what, and puts theirs on top or drops it', async () => {
    const slug = await fundWithRules()
    const [one, other] = [await signedIn(as, slug, ['rule-keeper']), await signedIn(as, slug, ['rule-keeper'])]
    await begin(one, words, slug)
    await other.goto(`/f/${slug}/rules/draft`)
    await valueOf(other, rate[as.language], '200').waitFor()
    await raise(one, words, rate[as.language], '200', '250')
    await one.locator('.draft-banner').getByText(words.changes(1)).waitFor()

    await raise(other, words, rate[as.language], '200', '300')
    await other.getByRole('heading', { name: words.meanwhile }).waitFor()
    await other.locator('.draft-meanwhile').getByText(words.who('มาลี ศรีสุข')).waitFor()
    expect(await other.locator('.draft-meanwhile ins').first().textContent()).toContain('250')
    expect(await other.locator('.draft-meanwhile').textContent()).toContain('300')
    await look(other, '2-meanwhile')
    await other.getByRole('button', { name: words.putMine }).click()
    await other.locator('.draft-meanwhile').waitFor({ state: 'detached' })
    expect((await current(other, slug)).undo.difference[0]).toMatchObject({ before: { en: '250 baht per night' }, after: { en: '300 baht per night' } })

    await raise(one, words, rate[as.language], '250', '350')
    await one.getByRole('button', { name: words.dropMine }).click()
    await valueOf(one, rate[as.language], '300').waitFor()
    expect(await one.locator('.draft-steps').textContent()).toContain('มาลี ศรีสุข')
    await one.keyboard.press('Control+z')
    expect(await current(one, slug)).toMatchObject({ version: 3, changed: [{ term: 'nightRate' }] })
  })

  test('how the meeting voted stands in the history; what is scheduled is recalled with a reason; two are held beside each other', async () => {
    const slug = await fundWithRules()
    const keeper = await signedIn(as, slug, ['rule-keeper'])
    await begin(keeper, words, slug)
    await raise(keeper, words, rate[as.language], '200', '250')
    await keeper.locator('.draft-banner').getByText(words.changes(1)).waitFor()
    await keeper.getByLabel(words.meetingNumber).fill('11/2569')
    await keeper.getByText(words.votes).click()
    for (const [label, value] of [[words.called, '110'], [words.present, '50'], [words.votesFor, '30'], [words.against, '20']] as const) await keeper.getByLabel(label, { exact: true }).fill(value)
    await keeper.getByRole('button', { name: words.toMeeting }).click()
    await keeper.getByText(words.allVotes, { exact: true }).waitFor()
    await keeper.getByLabel(words.abstained, { exact: true }).fill('0')
    expect(await keeper.locator('.draft-warnings li').count()).toBe(2)
    await look(keeper, '3-votes')
    await keeper.getByRole('button', { name: words.toMeeting }).click()
    await keeper.getByText(words.atMeeting('11/2569', formatDay(today, as.language, 'long'))).waitFor()

    const admin = await signedIn(as, slug, ['fund-admin'])
    await admin.goto(`/f/${slug}/rules/draft`)
    await admin.getByRole('button', { name: words.publish }).click()
    await admin.getByRole('heading', { name: words.edition(2) }).waitFor()
    await admin.locator('.rules-history').getByText(words.standings.scheduled).waitFor()
    await admin.locator('.rules-history').getByText('30').first().waitFor()
    await admin.getByRole('link', { name: words.compare }).click()
    await admin.locator('ins').first().waitFor()
    expect(await admin.locator('del').first().textContent()).toContain('200')
    await look(admin, '4-compare')
    await admin.getByLabel(words.compareTo, { exact: true }).selectOption('1')
    await admin.getByText(words.sameText).waitFor()
    expect(new URL(admin.url()).search).toBe('?from=1&to=1')

    await admin.goto(`/f/${slug}/rules`)
    await admin.locator('summary').getByText(words.recall).click()
    await admin.getByRole('button', { name: words.recall }).click()
    await admin.locator('#reason-error').waitFor()
    await admin.getByLabel(words.recallReason).fill('พิมพ์อัตราผิด')
    await look(admin, '5-recall')
    await admin.getByRole('button', { name: words.recall }).click()
    await admin.locator('.rules-history').getByText(words.standings.recalled).waitFor()
    await admin.getByText(words.recalled('พิมพ์อัตราผิด', wholeDay(today, as.language, 'long'))).waitFor()
  })
})

test('a draft that another regulation came before says what changed, and goes on from it', async () => {
  const slug = await fundWithRules()
  const page = await signedIn({ viewport: phone }, slug, ['rule-keeper'])
  const [keeper, admin] = [await office(slug, ['rule-keeper']), await office(slug, ['fund-admin'])]
  const first = await keeper('POST', 'drafts', { fromOn: addDays(today, 3) })
  const raised = await keeper('PUT', `drafts/${first.id}/values/nightRate`, { pack: 'model', value: 25_000, version: 1 })
  await keeper('POST', `drafts/${first.id}/meeting`, { resolution: { number: '9/2569', heldOn: today }, version: raised.version })
  await admin('POST', `drafts/${first.id}/publication`, { fromOn: addDays(today, 3) })
  const { id } = await keeper('POST', 'drafts', { fromOn: addDays(today, 5) })
  await keeper('PUT', `drafts/${id}/values/birthGift`, { pack: 'model', value: 150_000, version: 1 })
  await admin('POST', 'regulations/2/recall', { reason: 'พิมพ์ผิด' })

  await page.goto(`/f/${slug}/rules/draft`)
  await page.getByText(th.changedBetween).click()
  await expectAccessible(page)
  await shot(page, 'together-superseded')
  await page.getByRole('button', { name: th.rebase }).click()
  await page.getByText(th.changedBetween).waitFor({ state: 'detached' })
  await page.locator('.draft-banner').getByText(th.changes(1)).waitFor()
})

test('an effect tells what each benefit costs, and opens the claims that come out otherwise', async () => {
  const slug = await fundWithRules()
  const page = await signedIn({ viewport: desktop }, slug, ['rule-keeper'])
  await begin(page, th, slug)
  await raise(page, th, rate.th, '200', '250')
  await page.getByRole('heading', { name: th.costByBenefit }).waitFor()
  await page.locator('.effect-claims').getByText('แดง').click()
  await page.waitForURL(/claims\/[0-9a-f-]{36}$/)
})

test('beside a value stands what other funds have set it to; that it cannot be seen is said, and nothing waits for it', async () => {
  const [, slug] = [await fundInForce(), await fundInForce()]
  const page = await signedIn({ viewport: phone }, slug, ['rule-keeper'])
  let broken = false
  await page.route('**/ranges', (route) => (broken ? route.abort('connectionrefused') : route.continue()))
  await begin(page, th, slug)
  await valueOf(page, rate.th, '200').click()
  await page.getByText('กองทุนอื่นในเครือข่าย').waitFor()
  await expectAccessible(page)
  await shot(page, 'together-range', false)
  broken = true
  await page.reload()
  await page.getByText(th.othersUnknown).waitFor()
  await page.getByLabel(th.editing(rate.th)).fill('250')
  await page.getByRole('button', { name: th.use }).click()
  await page.locator('.draft-banner').getByText(th.changes(1)).waitFor()
})

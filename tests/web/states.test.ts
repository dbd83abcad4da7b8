import { describe, expect, test } from 'vitest'
import { funds as th } from '../../web/text/th/funds.ts'
import { state } from '../../web/text/th/state.ts'
import { trouble } from '../../web/text/th/trouble.ts'
import { desktop, expectAccessible, phone, reader, shot } from './browser.ts'
import { signedIn } from './committee.ts'
import { lineTo } from './line.ts'
import { says, Visitor } from './visitor.ts'

const words = says.th

describe('what is not there', () => {
  test('no fund yet: the page says what comes here', async () => {
    const page = await reader({ viewport: phone })
    await page.route('**/api/networks/', (route) => route.fulfill({ json: { networks: [] } }))
    await page.route('**/api/networks', (route) => route.fulfill({ json: { networks: [] } }))
    await page.goto('/')
    await page.getByRole('heading', { name: th.none }).waitFor()
    await expectAccessible(page)
    await shot(page, 'state-empty')
  })

  test('a sample fund that is still being filled says so in the list', async () => {
    const page = await reader({ viewport: phone })
    await page.route('**/api/networks/*/funds', async (route) => {
      const answer = await route.fetch()
      const listed = await answer.json() as { funds: { slug: string }[] }
      await route.fulfill({ response: answer, json: { ...listed, funds: listed.funds.map((fund) => (fund.slug === 'kamala' ? fund : { ...fund, beingFilled: true })) } })
    })
    await page.goto('/')
    await page.getByText(th.beingFilled).first().waitFor()
    expect(await page.getByText(th.beingFilled).count()).toBe(await page.locator('.funds > li').count() - 1)
    await expectAccessible(page)
    await shot(page, 'state-being-filled')
  })

  test('a fund that does not exist is said in the server’s words', async () => {
    const page = await reader({ viewport: phone })
    await page.goto('/f/nobody')
    await page.getByRole('heading', { name: 'ไม่พบกองทุนนี้' }).waitFor()
    await expectAccessible(page)
  })

  test.each([phone, desktop])('at $width px, an address whose id is none says that there is no such thing, and shows the way to the funds', async (viewport) => {
    const page = await signedIn({ viewport }, 'kamala', ['viewer'])
    for (const [address, said] of [['members/abc', 'ไม่พบสมาชิกคนนี้'], ['members/abc/payment', 'ไม่พบสมาชิกคนนี้'], ['claims/abc', 'ไม่พบคำขอนี้'], ['rules/drafts/abc', 'ไม่พบฉบับร่างนี้'], ['library/ABC', 'ไม่พบชุดกติกานี้ในคลัง'], ['receipts/abc', 'ไม่พบใบเสร็จนี้']] as const) {
      await page.goto(`/f/kamala/${address}`)
      await page.getByRole('heading', { name: said }).waitFor()
      expect(await page.title()).toBe(said)
    }
    await expectAccessible(page)
    await shot(page, `state-no-such-receipt-${viewport.width}`)
    await page.getByRole('link', { name: trouble.toFunds }).click()
    await page.getByRole('link', { name: words.fund }).waitFor()
  })

  test('a benefit that the fund does not offer is said, not guessed', async () => {
    const page = await reader({ viewport: phone })
    await page.goto('/f/kamala/try/lottery')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain(trouble.safe)
  })

  test('an address that leads nowhere shows the way to the funds', async () => {
    const page = await reader({ viewport: phone })
    await page.goto('/nowhere/at-all')
    await page.getByRole('heading', { name: trouble.noSuchPage }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: trouble.toFunds }).click()
    await page.getByRole('link', { name: words.fund }).waitFor()
  })
})

describe('a slow or failing line', () => {
  test('a short wait says nothing, a long one says one line', async () => {
    const page = await reader({ viewport: phone })
    const turn = await lineTo(page, '**/api/funds/kamala*', 'slow')
    await page.clock.install()
    await page.clock.pauseAt(Date.now() + 60_000) // a busy machine would be past the short wait before it is looked at
    await page.goto('/f/kamala')
    await page.locator('.waiting').waitFor({ state: 'attached' })
    expect(await page.locator('.waiting').textContent()).toBe('')
    await page.clock.runFor(1000)
    await page.getByText(state.waiting).waitFor()
    turn('whole')
    await page.getByRole('heading', { name: words.title }).waitFor()
    expect(await page.getByText(state.waiting).count()).toBe(0)
  })

  test.each([['broken', 500], ['away', undefined]] as const)('the server is %s: what happened, what is safe, and trying again works', async (_, status) => {
    const page = await reader({ viewport: phone })
    let broken = true
    await page.route('**/api/**', (route) => {
      if (!broken) return route.continue()
      return status === undefined ? route.abort('connectionrefused') : route.fulfill({ status, body: 'not JSON' })
    })
    await page.goto('/')
    await page.getByRole('heading', { name: status === undefined ? trouble.unreachable : trouble.unreadable }).waitFor()
    expect(await page.getByRole('alert').textContent()).toContain(trouble.safe)
    await expectAccessible(page)
    await shot(page, `state-${status ?? 'away'}`)
    broken = false
    await page.getByRole('button', { name: state.retry }).click()
    await page.getByRole('link', { name: words.fund }).waitFor()
  })

  test('without a signal a line under the cover says so, and the rules still answer', async () => {
    const page = await reader({ viewport: phone })
    const visitor = await Visitor.of(page, 'th')
    await page.goto('/f/kamala/try/hospital')
    await visitor.stay(2)
    await page.context().setOffline(true)
    await page.getByText(state.noSignal).waitFor()
    await visitor.next()
    await visitor.joined(4)
    await visitor.next()
    await page.getByLabel(words.missed).fill('0')
    await visitor.next()
    await visitor.past(0)
    await visitor.toResult()
    await page.getByText(words.unasked).waitFor()
    expect(await visitor.sum.textContent()).toBe(words.gets('400'))
    await shot(page, 'state-no-signal')
  })
})

describe('what cannot be', () => {
  test('an unanswered question keeps its place, says so at the field and in a summary that has the focus', async () => {
    const page = await reader({ viewport: phone })
    await page.goto('/f/kamala/try/hospital')
    await page.getByRole('button', { name: words.next, exact: true }).click()
    await page.getByRole('heading', { name: words.cannotGoOn }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('faults')
    expect(await page.locator('.field-error').count()).toBe(2)
    await expectAccessible(page)
    await page.getByRole('link', { name: new RegExp(words.discharged) }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('dischargedOn')
  })

  test('a discharge before the admission is refused in words', async () => {
    const page = await reader({ viewport: phone })
    const visitor = await Visitor.of(page, 'th')
    await page.goto('/f/kamala/try/hospital')
    await visitor.stay(-2)
    await visitor.next()
    await page.getByText('ติดลบ').first().waitFor()
    await expectAccessible(page)
  })

  test('a day that the calendar does not have is not read as another', async () => {
    const page = await reader({ viewport: phone })
    await page.goto('/f/kamala/try/death')
    const boxes = page.getByRole('group', { name: 'เสียชีวิตวันไหน' })
    await boxes.getByLabel(words.day).fill('๓๑')
    await boxes.getByLabel(words.month).selectOption('2')
    await boxes.getByLabel(words.year).fill('๒๕๖๙')
    await page.getByRole('button', { name: words.next, exact: true }).click()
    await page.getByText(words.noSuchDay).first().waitFor()
  })

  test('a day before the fund had rules is said with the day', async () => {
    const page = await reader({ viewport: phone })
    const visitor = await Visitor.of(page, 'th')
    await page.goto('/f/kamala/try/death')
    await visitor.day('เสียชีวิตวันไหน', '1990-05-01')
    await visitor.next()
    await page.getByText(words.notInForce('1 พฤษภาคม 2533')).first().waitFor()
  })

  test('answers are gone after a reload, and the page says why', async () => {
    const page = await reader({ viewport: phone })
    const visitor = await Visitor.of(page, 'th')
    await page.goto('/f/kamala/try/hospital')
    await visitor.stay(2)
    await visitor.next()
    await visitor.heading(words.joined).waitFor()
    await page.reload()
    await page.getByText(words.lost).waitFor()
    expect(page.url(), 'no answer stands in the address').not.toMatch(/\d{4}-\d{2}-\d{2}/)
    await expectAccessible(page)
  })

  test('two judges who disagree are an error, not a result', async () => {
    const page = await reader({ viewport: phone })
    const visitor = await Visitor.of(page, 'th')
    await page.route('**/verdicts', async (route) => {
      const answer = await route.fetch()
      const told = await answer.json() as { verdict: { amountSatang: number } } // the API's own answer
      told.verdict.amountSatang += 100
      await route.fulfill({ response: answer, json: told })
    })
    await page.goto('/f/kamala/try/hospital')
    await visitor.stay(2)
    await visitor.next()
    await visitor.joined(4)
    await visitor.next()
    await page.getByLabel(words.missed).fill('0')
    await visitor.next()
    await visitor.past(0)
    await visitor.toResult()
    await page.getByText(words.disagrees).waitFor()
    expect(await visitor.sum.count()).toBe(0)
    await expectAccessible(page)
    await shot(page, 'state-disagree')
  })
})

import { describe, expect, test } from 'vitest'
import { neighbours as thNeighbours } from '../../web/text/th/neighbours.ts'
import { rules as th } from '../../web/text/th/rules.ts'
import { state } from '../../web/text/th/state.ts'
import { desktop, expectAccessible, phone, settled, shot, type Reader } from './browser.ts'
import { office, signedIn } from './committee.ts'
import { begin, fundWithRules, valueOf } from './drafting.ts'
import { lineTo, throughBadLine } from './line.ts'

describe('states', () => {
  const opened = async (slug: string, as: Reader = { viewport: phone }) => {
    const page = await signedIn(as, slug, ['rule-keeper'])
    await begin(page, th, slug)
    return page
  }

  test('somebody else has changed the draft meanwhile: it is said, what stands is shown, and the value that was typed stays', async () => {
    const slug = await fundWithRules()
    const page = await opened(slug)
    const other = await office(slug, ['rule-keeper'])
    await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
    await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).fill('250')
    const { current } = await (await page.request.get(`/api/funds/${slug}/drafts`)).json()
    await other('PUT', `drafts/${current.id}/values/birthGift`, { pack: 'model', value: 150_000, version: current.version })
    await page.getByRole('button', { name: th.use }).click()
    await page.getByRole('heading', { name: th.meanwhile }).waitFor()
    await page.locator('.draft-banner').getByText(th.changes(1)).waitFor()
    expect(await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).inputValue()).toBe('250')
    await expectAccessible(page)
    await page.getByRole('button', { name: th.putMine }).click()
    await page.locator('.draft-banner').getByText(th.changes(2)).waitFor()
  })

  test('a slow effect says that it is being worked out, and what was known stays', async () => {
    const slug = await fundWithRules()
    const page = await opened(slug)
    await page.getByText(th.baht('1,200')).first().waitFor()
    const turn = await lineTo(page, '**/trials', 'slow')
    await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
    await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).fill('100')
    await page.getByText(th.thinking).waitFor()
    expect(await page.getByText(th.baht('1,200')).count()).toBeGreaterThan(0)
    await expectAccessible(page)
    turn('whole')
    await page.getByText(th.costsLess('600')).waitFor()
    await page.getByText(th.lose(3)).waitFor()
  })

  test('an unfinished draft keeps its example people: who cannot be judged yet says so, the others are judged', async () => {
    const slug = await fundWithRules()
    const keeper = await office(slug, ['rule-keeper'])
    const person = { name: { th: 'ป้าแดง', en: 'Auntie Daeng' }, facts: { joinedOn: '2014-07-01', instalmentsMissed: 0 } }
    await keeper('POST', 'neighbours', { neighbour: { name: { th: 'ป้าแดงนอน 3 คืน', en: 'Auntie Daeng stays three nights' }, person, benefit: 'hospital', facts: { admittedOn: '2026-03-03', dischargedOn: '2026-03-06', collector: 'self' }, claimedOn: '2026-03-10', expect: { outcome: 'eligible', satang: 60_000 } } })
    await keeper('POST', 'neighbours', { neighbour: { name: { th: 'ลูกป้าแดงเกิด', en: 'Auntie Daeng has a child' }, person, benefit: 'birth', facts: { bornOn: '2026-03-03' }, claimedOn: '2026-03-10', expect: { outcome: 'eligible', satang: 100_000 } } })
    const page = await opened(slug)
    const { current } = await (await page.request.get(`/api/funds/${slug}/drafts`)).json()
    const { year: _year, ...fundTerms } = current.regulation.fundTerms
    await keeper('PUT', `drafts/${current.id}/regulation`, { regulation: { ...current.regulation, fundTerms }, version: current.version })
    for (const address of ['draft', 'neighbours']) {
      await page.goto(`/f/${slug}/rules/${address}`)
      await page.locator('.card').filter({ hasText: 'ป้าแดงนอน 3 คืน' }).getByText(thNeighbours.unfinished).waitFor()
      await page.locator('.card').filter({ hasText: 'ลูกป้าแดงเกิด' }).waitFor()
      expect(await page.getByText(thNeighbours.unfinished).count()).toBe(1)
      await expectAccessible(page)
      await shot(page, `unfinished-${address}`, false)
    }
  })

  test('an effect that fails says so, and trying again works; the value can be used all the same', async () => {
    const slug = await fundWithRules()
    const page = await opened(slug)
    const turn = await lineTo(page, '**/trials', 'broken')
    await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
    await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).fill('100')
    await page.getByText(th.cannotThink).waitFor()
    await expectAccessible(page)
    turn('whole')
    await page.getByRole('button', { name: th.again }).click()
    await page.getByText(th.costsLess('600')).waitFor()
  })

  test('a draft that is slow or cannot be fetched says so, and trying again works', async () => {
    const slug = await fundWithRules()
    const page = await signedIn({ viewport: phone }, slug, ['viewer'])
    await throughBadLine(page, '**/drafts', `/f/${slug}/rules/draft`)
    await page.getByRole('heading', { name: th.noDraft }).waitFor()
    await expectAccessible(page)
  })

  test('a slow screen says one line', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', ['viewer'])
    const turn = await lineTo(page, '**/drafts', 'slow')
    await page.goto('/f/kamala/rules')
    await page.getByText(state.waiting).waitFor()
    turn('whole')
    await settled(page)
    await page.getByText(th.onlyKeeper).waitFor()
  })

  test('at 320 pixels and the largest letters nothing runs out of the window', async () => {
    const slug = await fundWithRules()
    const page = await opened(slug, { viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' })
    await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
    await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).fill('250')
    await page.getByText(th.gain(3)).waitFor()
    await expectAccessible(page)
    await shot(page, 'rules-320-largest')
    await page.locator('.value-tap[data-value="model.deathSteps"]').first().click()
    await page.locator('.ladder').waitFor()
    await expectAccessible(page)
  })
})

test('on paper a draft says so across its head, and shows what is struck out', async () => {
  const slug = await fundWithRules()
  const page = await signedIn({ viewport: desktop }, slug, ['rule-keeper'])
  await begin(page, th, slug)
  await valueOf(page, 'ค่านอนโรงพยาบาลคืนละ', '200').click()
  await page.getByLabel(th.editing('ค่านอนโรงพยาบาลคืนละ')).fill('250')
  await page.getByRole('button', { name: th.use }).click()
  await page.locator('.draft-banner').getByText(th.changes(1)).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.notice-not-yet').isVisible()).toBe(true)
  expect(await page.locator('.draft-panel').isVisible()).toBe(false)
  expect(await page.locator('.value-was').first().textContent()).toBe('๒๐๐')
  await shot(page, 'rules-paper')
})

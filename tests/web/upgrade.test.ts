import { describe, expect, test } from 'vitest'
import { rules as enRules } from '../../web/text/en/rules.ts'
import { upgrade as en } from '../../web/text/en/upgrade.ts'
import { rules as thRules } from '../../web/text/th/rules.ts'
import { upgrade as th } from '../../web/text/th/upgrade.ts'
import { unbroken } from '../../web/ui/thai.ts'
import { desktop, expectAccessible, phone, shot } from './browser.ts'
import { office, signedIn } from './committee.ts'
import { fundWithRules } from './drafting.ts'
import { lineTo, throughBadLine } from './line.ts'
import { adopted, sharingFund } from './sharing.ts'

/** A fund that has taken up another's rules with 250 baht of its own, whose model gives 350 by now. */
async function behind() {
  const model = await sharingFund()
  const slug = await fundWithRules()
  await adopted(slug, model.slug, 25_000)
  await model.shareLater('1.1.0', 35_000)
  return { model, slug, at: `/f/${slug}/rules/draft/upgrade/${model.slug}` }
}

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, rules: thRules, about: 'ค่านอนโรงพยาบาลคืนละ', was: 'ได้คืนละ 250 บาท', now: 'ได้คืนละ 350 บาท' },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, rules: enRules, about: 'For a night in hospital', was: '250 baht per night', now: '350 baht per night' },
] as const)('on $name', ({ name, words, rules, about, was, now, ...as }) => {
  test('a later model is seen beside the rules, its one conflict is chosen with both effects in view, and all of it can be undone', async () => {
    const { model, slug } = await behind()
    const page = await signedIn(as, slug, ['rule-keeper'])
    await page.goto(`/f/${slug}/rules`)
    await page.getByRole('link', { name: words.open }).click()
    await page.getByRole('heading', { name: words.title }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: words.begin }).click()

    const conflict = page.getByRole('group', { name: about })
    await conflict.getByText(words.otherwise(3, 3)).waitFor()
    await conflict.getByText(words.baht('1,500')).waitFor()
    await conflict.getByText(words.baht('2,050')).waitFor()
    const upgrade = page.getByRole('button', { name: words.upgrade })
    expect(await upgrade.getAttribute('aria-disabled')).toBe('true')
    await page.getByText(words.notChosen(1)).waitFor()
    await expectAccessible(page)
    await shot(page, `upgrade-${name}`)
    await conflict.getByRole('radio', { name: words.theirs }).check()
    expect(new URL(page.url()).searchParams.get('theirs')).toBe('terms.nightRate.own')
    await page.reload()
    await conflict.getByRole('radio', { name: words.theirs, checked: true }).waitFor()
    await upgrade.click()

    await page.locator('.draft-banner').getByText(rules.changes(1)).waitFor()
    expect(await page.locator('#changed ~ * del').first().textContent()).toBe(unbroken(was))
    expect(await page.locator('#changed ~ * ins').first().textContent()).toBe(unbroken(now))
    expect(await page.getByText(words.later(model.title[as.language], '1.1.0')).count()).toBe(0)
    await page.getByRole('button', { name: rules.undo }).click()
    await page.locator('.draft-banner [role=status]').getByText(rules.changes(0)).waitFor()
    await page.getByText(words.later(model.title[as.language], '1.1.0')).waitFor()
  })
})

test('somebody changes the draft meanwhile, then the model comes out anew: what was chosen stays, what says something else is chosen again', async () => {
  const { model, slug, at } = await behind()
  const keeper = await office(slug, ['rule-keeper'])
  const draft = await keeper('POST', 'drafts', { fromOn: '2030-01-01' })
  const page = await signedIn({ viewport: phone }, slug, ['rule-keeper'])
  await page.goto(at)
  const upgrade = page.getByRole('button', { name: th.upgrade })
  await page.getByRole('radio', { name: th.mine }).check()
  await keeper('PUT', `drafts/${draft.id}/values/birthGift`, { pack: 'model', value: 150_000, version: draft.version })
  await upgrade.click()
  await page.getByRole('heading', { name: thRules.meanwhile }).waitFor()
  await page.getByText(th.chosen(1)).waitFor()
  await expectAccessible(page)

  await model.share('1.2.0', ['nightRate'])
  await page.getByRole('button', { name: thRules.putMine }).click()
  await page.getByText(th.movedOn('1.2.0')).waitFor()
  await page.getByText(th.movedOnNote(0, 1)).waitFor()
  await expectAccessible(page)
  await page.getByRole('radio', { name: th.mine }).check()
  await upgrade.click()
  await page.locator('.draft-banner').getByText(thRules.changes(1)).waitFor()
})

describe('states', () => {
  test('an effect that is slow says so, one that fails is tried again, and by keyboard alone it is chosen all the same', async () => {
    const { slug, at } = await behind()
    const page = await signedIn({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' }, slug, ['rule-keeper'])
    await (await office(slug, ['rule-keeper']))('POST', 'drafts', { fromOn: '2030-01-01' })
    const turn = await lineTo(page, '**/upgrades/trials', 'slow')
    await page.goto(at)
    await page.getByText(th.thinking).waitFor()
    turn('broken')
    await page.getByText(th.cannotThink).waitFor()
    await expectAccessible(page)
    await page.getByRole('radio', { name: th.mine }).focus()
    await page.keyboard.press('Space')
    turn('whole')
    await page.getByRole('button', { name: th.again }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(th.otherwise(3, 3)).waitFor()
    await expectAccessible(page)
    await shot(page, 'upgrade-320-largest')
    await page.getByRole('button', { name: th.upgrade }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.draft-banner [role=status]').getByText(thRules.changes(0)).waitFor()
    await page.getByText(thRules.wouldUndo(thRules.sameWords)).waitFor()
  })

  test('where there is nothing to follow it says so, a reader is told who may, and a screen that cannot be fetched opens when it is tried again', async () => {
    const { slug, at } = await behind()
    const page = await signedIn({ viewport: phone }, slug, ['viewer'])
    await throughBadLine(page, '**/upgrades', at)
    await page.getByRole('heading', { name: th.closed }).waitFor()
    await expectAccessible(page)
    await page.goto(`/f/${slug}/rules/draft/upgrade/model`)
    await page.getByRole('heading', { name: th.upToDate }).waitFor()
    await expectAccessible(page)
  })
})

test('without a conflict it follows at once', async () => {
  const model = await sharingFund()
  const slug = await fundWithRules()
  const keeper = await office(slug, ['rule-keeper'])
  const draft = await keeper('POST', 'drafts', { fromOn: '2030-01-01' })
  await keeper('POST', `drafts/${draft.id}/adoptions`, { pack: model.slug, benefits: ['hospital'], instead: ['model.hospital'], version: draft.version })
  await model.shareLater('1.1.0', 35_000)
  const page = await signedIn({ viewport: desktop }, slug, ['rule-keeper'])
  await page.goto(`/f/${slug}/rules/draft/upgrade/${model.slug}`)
  await page.getByRole('heading', { name: th.noConflict }).waitFor()
  expect(await page.locator('.before-after ins').first().textContent()).toBe(unbroken('ได้คืนละ 350 บาท'))
  await page.getByRole('button', { name: th.upgrade }).click()
  await page.locator('.value-tap').filter({ hasText: '350' }).first().waitFor()
})

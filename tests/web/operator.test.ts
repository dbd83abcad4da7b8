import { describe, expect, inject, test } from 'vitest'
import { TRIAL_PASSWORD } from '../../server/people/trial.ts'
import { fields as enFields } from '../../web/text/en/fields.ts'
import { newFund as en } from '../../web/text/en/new-fund.ts'
import { operator as enHost } from '../../web/text/en/operator.ts'
import { people as enPeople } from '../../web/text/en/people.ts'
import { fields as thFields } from '../../web/text/th/fields.ts'
import { newFund as th } from '../../web/text/th/new-fund.ts'
import { operator as thHost } from '../../web/text/th/operator.ts'
import { clock as thClock } from '../../web/text/th/clock.ts'
import { rules as thRules } from '../../web/text/th/rules.ts'
import { people as thPeople } from '../../web/text/th/people.ts'
import { desktop, expectAccessible, phone, reader, shot } from './browser.ts'
import { signedIn, signedInAsOperator } from './committee.ts'
import { fillArea, fillDay, fillRules, next } from './new-fund.ts'
import { sharingFund } from './sharing.ts'

const readers = [
  { name: 'phone-th', viewport: phone, language: 'th', words: th, host: thHost, people: thPeople, fields: thFields, model: /ระเบียบต้นแบบของสัจจะ/, era: 543 },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, host: enHost, people: enPeople, fields: enFields, model: /Sajja['’]s model regulation/, era: 0 },
] as const

const local = (path: string) => `${inject('origin').replace('127.0.0.1', 'localhost')}${path}`

describe.each(readers)('an operator takes in a fund, on $name', ({ name, viewport, language, words, host, people, ...rest }) => {
  test('from the form to the administrator at work, closed and opened again', async () => {
    const as = { words, ...rest }
    const slug = `mai-khao-${name}`
    const page = await signedInAsOperator({ viewport, language })
    await page.goto('/account')
    await page.getByRole('link', { name: people.host }).click()
    await page.getByRole('heading', { name: host.title }).waitFor()
    await page.getByRole('link', { name: /Kamala|กมลา/ }).waitFor()
    await expectAccessible(page)
    await shot(page, `operator-funds-${name}`)

    await page.getByRole('link', { name: host.add }).click()
    await page.getByRole('heading', { name: words.areaTitle }).waitFor()
    await fillArea(page, as, slug)
    await expectAccessible(page)
    await shot(page, `operator-new-area-${name}`)
    await next(page, words)

    await page.getByRole('heading', { name: words.rulesTitle }).waitFor()
    await fillRules(page, as)
    await expectAccessible(page)
    await shot(page, `operator-new-rules-${name}`)
    await next(page, words)

    await page.getByRole('heading', { name: words.lookTitle }).waitFor()
    await page.getByText(language === 'th' ? /ตั้งแต่ 1 ตุลาคม 2569 ตามมติที่ประชุม ครั้งที่ 1\/2568/ : /in force from 1 October 2026 .*by resolution 1\/2568/).waitFor()
    await expectAccessible(page)
    await shot(page, `operator-new-look-${name}`)
    await page.getByRole('button', { name: words.openFund }).click()

    await page.getByRole('heading', { name: /ไม้ขาว|Mai Khao/, level: 1 }).waitFor()
    await page.getByLabel(host.administrator).fill('สมศรี ทองแท้')
    await page.getByRole('button', { name: host.makeInvitation }).click()
    await page.getByRole('img', { name: people.link }).waitFor()
    const link = await page.getByRole('textbox', { name: people.link }).inputValue()
    await expectAccessible(page)
    await shot(page, `operator-new-invited-${name}`)

    const admin = await reader({ viewport, language })
    await admin.goto(link)
    await admin.getByLabel(people.phone).fill(`08${String(Date.now()).slice(-8)}`)
    await admin.getByLabel(people.newPassword).fill('ฝนตกพรำ ๆ ที่หน้าวัดเมื่อเช้า')
    await admin.getByRole('button', { name: people.acceptWithPassword }).click()
    await admin.getByRole('heading', { name: 'สมศรี ทองแท้', level: 1 }).waitFor()
    await admin.getByRole('link', { name: people.peopleOf }).click()
    await admin.getByRole('heading', { name: people.invite }).waitFor()

    await page.goto(`/operator/f/${slug}`)
    await page.getByText(host.hasAdministrator(1)).waitFor()
    await expectAccessible(page)
    await shot(page, `operator-fund-${name}`)
    await page.getByLabel(host.reason).fill('รอหนังสือจาก อบต.')
    await page.getByRole('button', { name: host.suspendNow }).click()
    await page.getByRole('heading', { name: host.suspended }).waitFor()
    await page.getByText('รอหนังสือจาก อบต.').waitFor()
    await expectAccessible(page)
    await shot(page, `operator-suspended-${name}`)

    await admin.reload()
    await admin.getByRole('heading', { name: /ปิดใช้ชั่วคราว|suspended for now/ }).waitFor()
    await shot(admin, `operator-told-${name}`)
    const visitor = await reader({ viewport, language })
    await visitor.goto(`/f/${slug}`)
    await visitor.getByRole('heading', { name: /สวัสดิการของสมาชิก|Benefits/, level: 1 }).waitFor()

    await page.getByRole('button', { name: host.reopen }).click()
    await page.getByRole('heading', { name: host.suspend, exact: true }).waitFor()
    await page.getByRole('heading', { name: host.suspensions }).waitFor()
    expect(await page.locator('.operators-suspensions').innerText()).toContain('รอหนังสือจาก อบต.')
    await expectAccessible(page)
    await shot(page, `operator-reopened-${name}`)
    await admin.reload()
    await admin.getByRole('heading', { name: people.invite }).waitFor()
  })
})

describe('what cannot be', () => {
  const as = readers[0]

  test('what is missing is said at its field, before anything is sent', async () => {
    const page = await signedInAsOperator({ viewport: phone })
    await page.goto('/operator/funds/new')
    await next(page, th)
    await page.getByRole('heading', { name: th.cannot }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('faults')
    expect(await page.locator('[id="profiles.0.kind-error"]').textContent()).toBe(th.notChosen)
    await expectAccessible(page)
    await shot(page, 'operator-new-gaps')
  })

  test('what the server refuses stands at its field, and all that was filled in stays', async () => {
    const page = await signedInAsOperator({ viewport: phone })
    await page.goto('/operator/funds/new')
    await fillArea(page, as, 'kamala')
    await page.getByLabel(th.tambons).fill('8303')
    await next(page, th)
    await page.locator('[id="profiles.0.tambonCodes-error"]').waitFor()
    expect(await page.locator('[id="profiles.0.tambonCodes-error"]').textContent()).toContain('รหัสตำบลมีหกหลัก')

    await page.getByLabel(th.tambons).fill('830305')
    await next(page, th)
    await page.locator('#slug-error').waitFor()
    expect(await page.locator('#slug-error').textContent()).toContain('มีกองทุนใช้ชื่อนี้แล้ว')
    expect(await page.getByLabel(`${th.name} (${th.inThai})`).inputValue()).toBe('กองทุนสวัสดิการชุมชนตำบลไม้ขาว')
    await expectAccessible(page)
    await shot(page, 'operator-new-taken')
  })

  test('a yearly limit without a year is refused at the year; going back and on keeps everything', async () => {
    const page = await signedInAsOperator({ viewport: desktop })
    await page.goto('/operator/funds/new')
    await fillArea(page, as, `mai-khao-${Date.now()}`)
    await next(page, th)
    await page.getByRole('heading', { name: th.rulesTitle }).waitFor()
    await page.getByRole('radio', { name: as.model }).check()
    for (const name of [th.memberFroms.approved, th.lapses.never, th.arrearsCured.never]) await page.getByRole('radio', { name }).check()
    await fillDay(page, th.fromOn, '2025-10-01', as)
    await page.getByLabel(th.resolutionNumber, { exact: true }).fill('1/2568')
    await fillDay(page, th.heldOn, '2025-09-14', as)
    await next(page, th)
    await page.locator('[id="publications.0.regulation.fundTerms.year-error"]').waitFor()
    await expectAccessible(page)
    await shot(page, 'operator-new-no-year')

    await page.goBack()
    await page.getByRole('heading', { name: th.areaTitle }).waitFor()
    expect(await page.getByLabel(th.tambons).inputValue()).toBe('๘๓๐๓๐๕')
    await next(page, th)
    await page.getByRole('heading', { name: th.rulesTitle }).waitFor()
    expect(await page.getByRole('radio', { name: th.memberFroms.approved }).isChecked()).toBe(true)
    await page.getByRole('radio', { name: th.years.fiscal }).check()
    await next(page, th)
    await page.getByRole('heading', { name: th.lookTitle }).waitFor()

    let refused = true
    await page.route('**/api/operator/funds', (route) => (refused && route.request().method() === 'POST' ? route.abort('connectionrefused') : route.continue()))
    await page.getByRole('button', { name: th.openFund }).click()
    await page.getByRole('alert').waitFor()
    refused = false
    await page.getByRole('button', { name: th.openFund }).click()
    await page.getByRole('heading', { name: th.opened('กองทุนสวัสดิการชุมชนตำบลไม้ขาว') }).waitFor()
  })

  test('a fund may open without a regulation; open values of a model may stay open', async () => {
    const page = await signedInAsOperator({ viewport: phone })
    await page.goto('/operator/funds/new?step=look')
    await page.getByRole('heading', { name: th.areaTitle }).waitFor()
    await fillArea(page, as, `mai-khao-${Date.now()}`)
    await next(page, th)
    await page.getByRole('radio', { name: /ชะมวง/ }).check()
    await page.getByText('เงินกรณีเสียชีวิตตามเวลาที่เป็นสมาชิก').waitFor()
    await page.getByText(th.openNote).waitFor()
    await expectAccessible(page)
    await shot(page, 'operator-new-open')

    await page.getByRole('radio', { name: th.noneYet }).check()
    await next(page, th)
    await page.getByRole('heading', { name: th.lookTitle }).waitFor()
    await page.getByRole('button', { name: th.openFund }).click()
    await page.getByRole('heading', { name: th.opened('กองทุนสวัสดิการชุมชนตำบลไม้ขาว') }).waitFor()
  })

  test('what a model leaves open is set in the form; it is kept over a reload and stands in the regulation', async () => {
    const page = await signedInAsOperator({ viewport: phone })
    const slug = `mai-khao-${Date.now()}`
    await page.goto('/operator/funds/new')
    await fillArea(page, as, slug)
    await next(page, th)
    await page.getByRole('radio', { name: /ชะมวง/ }).check()
    const term = page.getByRole('button', { name: 'เงินกรณีเสียชีวิตตามเวลาที่เป็นสมาชิก' })
    await term.click()
    await page.getByRole('button', { name: thRules.firstStep }).click()
    await page.getByLabel(thRules.stepGives).fill('5,000')
    await page.getByRole('radio', { name: thClock.clocks['365'] }).check()
    await expectAccessible(page)
    await shot(page, 'operator-new-open-set')
    for (const name of [th.years.calendar, th.memberFroms.joined, th.lapses.never, th.arrearsCured.untilClaim]) await page.getByRole('radio', { name }).check()
    await fillDay(page, th.fromOn, '2026-10-01', as)
    await page.getByLabel(th.resolutionNumber, { exact: true }).fill('๑/๒๕๖๘')

    await page.reload()
    expect(await term.textContent()).toBe(thRules.steps(1))
    expect(await page.getByLabel(th.resolutionNumber, { exact: true }).inputValue()).toBe('๑/๒๕๖๘')
    await fillDay(page, th.heldOn, '2025-09-14', as)
    await next(page, th)
    await page.getByRole('heading', { name: th.lookTitle }).waitFor()
    await page.getByText('5,000').first().waitFor()
    await page.reload()
    await page.getByRole('button', { name: th.openFund }).click()
    await page.getByRole('heading', { name: th.opened('กองทุนสวัสดิการชุมชนตำบลไม้ขาว') }).waitFor()

    const { publications } = await (await page.request.get(`/api/funds/${slug}`)).json()
    expect(publications[0].regulation.fundTerms.clock).toBe('365')
    expect(publications[0].regulation.packs[0].values.deathSteps).toEqual([{ from: '2026-10-01', value: [{ id: 'step-1', from: { years: 1 }, value: 500_000 }], source: 'มติที่ประชุม ครั้งที่ 1/2568' }])
    await page.goto('/operator/funds/new')
    expect(await page.getByLabel(th.slug).inputValue()).toBe('')
  })

  test('it begins from what a fund of its network has shared; a network that has it not takes another choice', async () => {
    const shared = await sharingFund()
    const page = await signedInAsOperator({ viewport: phone })
    const slug = `mai-khao-${Date.now()}`
    const network = page.getByRole('combobox', { name: th.network, exact: true })
    await page.goto('/operator/funds/new')
    await fillArea(page, as, slug)
    await network.selectOption('tests')
    await next(page, th)
    await fillRules(page, { ...as, model: new RegExp(shared.title.th) })
    await page.getByText(th.sharedBy('')).first().waitFor()
    await expectAccessible(page)
    await shot(page, 'operator-new-shared')

    await page.getByRole('link', { name: th.back }).click()
    await network.selectOption('phuket')
    await next(page, th)
    await page.getByRole('radio', { name: as.model }).waitFor()
    await next(page, th)
    await page.locator('#publications\\.0\\.regulation\\.packs-error').filter({ hasText: th.notChosen }).waitFor()
    await page.getByRole('link', { name: th.back }).click()
    await network.selectOption('tests')
    await next(page, th)
    await page.getByRole('radio', { name: new RegExp(shared.title.th) }).waitFor()
    await next(page, th)
    await page.getByRole('button', { name: th.openFund }).click()
    await page.getByRole('heading', { name: th.opened('กองทุนสวัสดิการชุมชนตำบลไม้ขาว') }).waitFor()
    const { publications } = await (await page.request.get(`/api/funds/${slug}`)).json()
    expect(publications[0].regulation.packs).toMatchObject([{ pack: { id: shared.slug, version: '1.0.0' } }])
  })

  test('whoever is no operator finds nothing here', async () => {
    const page = await signedIn({ viewport: phone }, 'kamala', ['viewer'])
    await page.goto('/operator')
    await page.getByRole('heading', { name: 'ไม่มีที่อยู่นี้' }).waitFor()
    await expectAccessible(page)
  })

  test('a sign-in of long ago is asked for again, and the draft is there afterwards', async () => {
    const page = await reader({ viewport: phone })
    await page.goto(local('/sign-in?next=/operator/funds/new'))
    const signIn = async () => {
      await page.getByLabel(thPeople.phone).fill('000000902')
      await page.getByLabel(thPeople.password, { exact: true }).fill(TRIAL_PASSWORD)
      await page.getByRole('button', { name: thPeople.withPassword }).click()
    }
    await signIn()
    await fillArea(page, as, `mai-khao-${Date.now()}`)
    await next(page, th)
    await page.getByRole('radio', { name: th.noneYet }).check()
    await next(page, th)
    await page.getByRole('heading', { name: th.lookTitle }).waitFor()
    const stale = { type: '', title: '', status: 403, code: 'sign-in-again', text: { th: 'เรื่องนี้ต้องยืนยันตัวอีกครั้ง', en: 'This takes a fresh sign-in' }, places: [], requestId: '' }
    await page.route('**/api/operator/funds', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', json: stale }), { times: 1 })
    await page.getByRole('button', { name: th.openFund }).click()
    await page.getByRole('alert').getByRole('link').click()
    await signIn()
    await page.getByRole('heading', { name: th.lookTitle }).waitFor()
    await page.getByRole('button', { name: th.openFund }).click()
    await page.getByRole('heading', { name: th.opened('กองทุนสวัสดิการชุมชนตำบลไม้ขาว') }).waitFor()
  })
})

import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Value } from '../../plugins/kit/value.ts'
import { createApp } from '../../server/app.ts'
import { cast } from '../cast.ts'
import { SECRET } from '../database.ts'
import { ORIGIN } from '../people.ts'
import { approval, claims, claimsDesk, eligible, resolution } from './claims-desk.ts'
import { fund, key } from './desk.ts'
import { answered, drafts } from './drafting.ts'
import { givingGifts, sound, type Behaviour } from './faulty-plugin.ts'
import { samplePlugin } from './sample-plugin.ts'

const gift = { benefitId: 'gift', answers: { givenOn: '2026-11-20', secret: 7 }, member: { facts: { joinedOn: '2020-02-01' } } }
const stay = { benefitId: 'hospital', answers: { dischargedOn: '2026-11-17', nights: 2 }, member: { facts: { joinedOn: '2020-02-01' } } }

/** What the operator reads. */
function log() {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => { told.mockRestore() })
  return told
}

test('a plugin that keeps its contract judges', async () => {
  const { post } = await cast(givingGifts(sound))

  expect(await (await post('/api/funds/ban-mai/verdicts', gift)).json()).toMatchObject({ verdict: { outcome: 'eligible', amountSatang: 50_000, facts: { luck: { value: 20, from: 'derived' } } } })
})

const loop = (): never => { for (;;) { /* for ever */ } }
const gives = (value: unknown) => () => value as Value // a plugin that lies about its types
let turn = 0
const again: Pick<Behaviour, 'derive'> = { derive: (values, deriving) => again.derive(values, deriving) }

const faultyFacts: [string, Partial<Behaviour>, RegExp][] = [
  ['throws', { derive: () => { throw new RangeError('no such year') } }, /broke off \(no such year\)/],
  ['throws what is no error', { derive: () => { throw 'so there' } }, /broke off \("so there"\)/], // oxlint-disable-line no-throw-literal -- as careless code does
  ['loops for ever', { derive: loop }, /did not end within 0.25 seconds/],
  ['loops where it catches everything', { derive: () => { for (;;) { try { loop() } catch { /* goes on */ } } } }, /did not end/],
  ['searches for ever', { derive: () => Number(/^(a+)+$/.test(`${'a'.repeat(60)}b`)) }, /did not end/],
  ['calls itself for ever', again, /broke off \(Maximum call stack/],
  ['gives a text for a count', { derive: gives('20') }, /gave "20", which is no count/],
  ['gives no number', { derive: gives(Number.NaN) }, /gave NaN/],
  ['gives more than a number can hold', { derive: gives(2 ** 60) }, /gave 1152921504606847000/],
  ['gives part of a count', { derive: gives(1.5) }, /gave 1.5/],
  ['gives nothing', { derive: gives(undefined) }, /gave undefined/],
  ['gives a big integer', { derive: gives(20n) }, /gave 20/],
  ['gives a promise', { derive: gives(Promise.resolve(20)) }, /gave a promise/],
  ['gives a promise that breaks', { derive: async () => { throw new Error('later') } } as unknown as Partial<Behaviour>, /gave a promise/],
  ['gives an object that throws when it is looked at', { derive: gives(new Proxy({}, { getPrototypeOf: () => { throw new Error('do not look') }, ownKeys: () => { throw new Error('do not look') } })) }, /luck/],
  ['changes what it was given', { derive: (values) => { Object.assign(values, { givenOn: '2000-01-01' }); return 1 } }, /broke off \(Cannot assign to read only/],
  ['changes the fund’s own terms', { derive: (_, { fundTerms }) => { Object.assign(fundTerms, { clock: '360' }); return 1 } }, /broke off \(Cannot assign to read only/],
  ['reads a fact that it does not say it needs', { derive: ({ givenOn, secret }) => Number(String(givenOn).slice(8)) + Number(secret ?? 0) }, /reads "secret", which it does not say that it needs/],
  ['gives another value each time', { derive: () => (turn += 1) }, /gave \d+, then \d+ for the same/],
]

const faultyOperators: [string, Partial<Behaviour>, RegExp][] = [
  ['throws', { reaches: () => { throw new Error('no') } }, /broke off \(no\)/],
  ['loops for ever', { reaches: loop }, /did not end/],
  ['says neither yes nor no', { reaches: (() => 1) as unknown as Behaviour['reaches'] }, /gave 1 instead of yes or no/],
  ['says the same as its opposite', { fallsShort: sound.reaches }, /said the same as its opposite fallsShort/],
  ['says now yes, now no', { reaches: () => (turn += 1) % 2 === 0 }, /gave (true|false), then (true|false)/],
]

describe('a benefit whose plugin fails is a clear problem, and another benefit of the fund is judged as ever', () => {
  const all = [...faultyFacts.map((fault) => ['fact', 'luck', ...fault] as const), ...faultyOperators.map((fault) => ['operator', 'reaches', ...fault] as const)]

  test.each(all)('%s %s that %s', async (kind, word, _what, behaviour, why) => {
    const told = log()
    const { post } = await cast(givingGifts({ ...sound, ...behaviour }))
    const res = await post('/api/funds/ban-mai/verdicts', gift)

    expect(res.status).toBe(409)
    const problem = await res.json()
    expect(problem).toMatchObject({ code: 'plugin-failed', places: [{ at: `faulty.${kind}s.${word}`, text: { en: expect.stringMatching(why), th: expect.stringMatching(/ส่วนเสริม faulty .*แจ้งผู้ดูแลระบบ/) } }] })
    expect(told.mock.calls.flat().map(String).join('\n')).toMatch(why)
    expect(await (await post('/api/funds/ban-mai/verdicts', stay)).json()).toMatchObject({ verdict: { outcome: 'eligible', amountSatang: 40_000 } })
  })
})

describe('where several benefits are judged, the one is named and the others are as ever', () => {
  const failing = { derive: () => { throw new Error('no such year') } }
  const why = { th: expect.stringContaining('ส่วนเสริม faulty'), en: expect.stringContaining('no such year') }

  /** The counter of a fund whose plugin is sound until it is told otherwise. */
  async function counter() {
    log()
    const behaviour = { ...sound }
    const scene = await claimsDesk(givingGifts(behaviour))
    const ask = async (asked: object) => scene.clerk.post(claims, { memberId: scene.member.id, ...asked }, key())
    const gift = { benefitId: 'gift', answers: { givenOn: '2026-11-20', secret: 7 } }
    return { ...scene, ask, gift, stay: { benefitId: 'hospital', answers: { dischargedOn: '2026-11-20', nights: 2 } }, breaks: () => { Object.assign(behaviour, failing) } }
  }

  test('what a member could ask for today', async () => {
    const scene = await counter()
    scene.breaks()
    const { entitlements } = await answered(scene.clerk.get(`${fund}/members/${scene.member.id}/entitlements`))

    expect(entitlements).toMatchObject([{ benefit: { id: 'hospital' }, finding: { outcome: 'incomplete' } }, { benefit: { id: 'gift', title: { en: 'Gift' } }, notJudged: why }])
  })

  test('a request is not taken in, and nothing of it stays', async () => {
    const scene = await counter()
    scene.breaks()

    expect(await (await scene.ask(scene.gift)).json()).toMatchObject({ status: 409, code: 'plugin-failed' })
    expect((await scene.ask(scene.stay)).status).toBe(201)
    expect(await scene.superuser`select benefit_id from claims`).toMatchObject([{ benefit_id: 'hospital' }])
  })

  test('a claim that waits is shown as it was judged, with why not as of today, and is not decided', async () => {
    const scene = await counter()
    const { id } = await answered(scene.ask(scene.gift))
    scene.breaks()
    const shown = await answered(scene.approver.get(`${claims}/${id}`))

    expect(shown).toMatchObject({ asJudged: { finding: eligible(50_000) }, notJudged: why, can: [], cannot: [{ act: 'decide', why: { en: 'It can be decided once it can be judged by the rules again.' } }] })
    expect(shown).not.toHaveProperty('current')
    expect(await (await scene.approver.post(`${claims}/${id}/decision`, approval(50_000))).json()).toMatchObject({ status: 409, code: 'plugin-failed' })
    expect(await answered(scene.approver.get(`${claims}/${id}`))).toMatchObject({ state: 'submitted' })
  })

  test('a claim that was decided before is paid and stays as it was decided', async () => {
    const scene = await counter()
    const { id } = await answered(scene.ask(scene.gift))
    await answered(scene.approver.post(`${claims}/${id}/decision`, approval(50_000, { resolution })))
    scene.breaks()

    expect(await answered(scene.treasurer.post(`${claims}/${id}/payment`, { voucherNumber: '12', payee: 'นายสมชาย แก้วมณี', paidOn: '2026-11-23' }, key()))).toMatchObject({ state: 'paid', asJudged: { finding: eligible(50_000) } })
  })

  test('what a draft would have cost is told without it, and says so', async () => {
    const scene = await counter()
    const keeper = await scene.colleague('rule-keeper')
    await answered(scene.ask(scene.gift))
    await answered(scene.ask(scene.stay))
    scene.breaks()
    const draft = await answered(keeper.post(drafts, { fromOn: '2026-12-01' }))
    const tried = await answered(keeper.post(`${drafts}/${draft.id}/trials`, { pack: 'sample', term: 'nightRate', value: 30_000 }))

    expect(tried.claims).toMatchObject({ count: 1, beforeSatang: 40_000, afterSatang: 60_000, byBenefit: [{ benefit: { id: 'hospital' } }], notJudged: [{ benefit: { id: 'gift', title: { en: 'Gift' } }, why }] })
    expect(tried.examples).toHaveLength(2)
  })

  test('the fund’s own example people, of whom one is not as expected and says why', async () => {
    const scene = await counter()
    const keeper = await scene.colleague('rule-keeper')
    const daeng = { th: 'ป้าแดง', en: 'Auntie Daeng' }
    const person = { name: daeng, facts: { joinedOn: '2014-07-01' } }
    for (const neighbour of [
      { name: daeng, person, benefit: 'gift', facts: { givenOn: '2026-11-20', secret: 7 }, expect: { outcome: 'eligible', satang: 50_000 } },
      { name: daeng, person, benefit: 'hospital', facts: { dischargedOn: '2026-03-06', nights: 3 }, expect: { outcome: 'eligible', satang: 60_000 } },
    ]) await answered(keeper.post(`${fund}/neighbours`, { neighbour }))
    const { id } = await answered(keeper.post(drafts, { fromOn: '2026-12-01' }))
    scene.breaks()

    expect((await keeper.get(`${drafts}/${id}`)).status).toBe(200)
    const { results } = await answered(keeper.get(`${drafts}/${id}/neighbours`))
    const of = (benefit: string) => results.find((each: { neighbour: { benefit: string } }) => each.neighbour.benefit === benefit) // both were kept in one moment, in either order
    expect(of('gift')).toMatchObject({ passed: false, reasons: [why] })
    expect(of('hospital')).toMatchObject({ passed: true })
  })
})

test('what a plugin says cannot be is a matter of what was entered, not a failure', async () => {
  const told = log()
  const { post } = await cast(givingGifts({ ...sound, derive: () => { throw new BadInput('givenOn', { th: 'วันนี้ไม่มีของขวัญ', en: 'no gifts on this day' }) } }))
  const res = await post('/api/funds/ban-mai/verdicts', gift)

  expect(res.status).toBe(422)
  expect(await res.json()).toMatchObject({ code: 'impossible', places: [{ at: 'givenOn', text: { en: 'no gifts on this day' } }] })
  expect(told).not.toHaveBeenCalled()
})

test('a word that did not end is left alone for a while, so that it does not hold up everybody each time', async () => {
  log()
  let calls = 0
  const { post } = await cast(givingGifts({ ...sound, derive: () => { calls += 1; return loop() } }))
  for (const _ of [1, 2, 3]) expect((await post('/api/funds/ban-mai/verdicts', gift)).status).toBe(409)

  expect(calls).toBe(1)
})

test('a regulation whose plugin was taken off the list is told so for the benefit that needs it, and judges the others', async () => {
  const { doors } = await cast(givingGifts(sound))
  const app = createApp({ doors, plugins: [samplePlugin], origin: ORIGIN, secret: SECRET, now: () => new Date() })
  const ask = async (asked: object) => app.request('/api/funds/ban-mai/verdicts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) })

  expect(await (await ask(gift)).json()).toMatchObject({ status: 409, code: 'plugin-failed', places: [{ at: 'facts.luck', text: { en: expect.stringContaining('may have been taken off') } }] })
  expect(await (await ask(stay)).json()).toMatchObject({ verdict: { outcome: 'eligible' } })
})

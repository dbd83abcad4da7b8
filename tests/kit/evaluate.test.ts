import { describe, expect, test } from 'vitest'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { regulationFor } from '../../plugins/kit/cases.ts'
import type { Claim } from '../../plugins/kit/claim.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import type { FundTerms } from '../../plugins/kit/fund-terms.ts'
import type { Grant } from '../../plugins/kit/limit.ts'
import { reasonId } from '../../plugins/kit/neighbour.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { inForceOn, type Regulation } from '../../plugins/kit/regulation.ts'
import { both } from './random.ts'

const baht = (amount: number) => amount * 100
const since = (from: string, value: unknown) => [{ from, value, source: 'test' }]
const money = (amount: number) => ({ type: 'money', label: both('baht'), values: since('2000-01-01', baht(amount)) })
const count = (value: number) => ({ type: 'count', label: both('count'), values: since('2000-01-01', value) })
const days = (value: number) => ({ type: 'days', label: both('days'), values: since('2000-01-01', value) })

/** A hospital stay of the shape that most funds have, and what a test changes in it. */
function packWith(benefit: object = {}, more: { terms?: object; facts?: object; standing?: object[] } = {}): Pack {
  return Pack.parse({
    format: 'sajja/pack@1', id: 'test', version: '1.0.0', title: both('test'),
    facts: {
      admittedOn: { type: 'day', of: 'claim', from: 'asked', label: both('admitted') }, dischargedOn: { type: 'day', of: 'claim', from: 'asked', label: both('discharged') },
      nights: { type: 'count', of: 'claim', from: 'derived', difference: ['dischargedOn', 'admittedOn'], label: both('nights') }, ...more.facts,
    },
    terms: { rate: money(200), nightsMost: count(3), yearMost: money(1000), wait: days(180), ...more.terms },
    ...(more.standing ? { standing: more.standing } : {}),
    benefits: [{
      id: 'hospital', category: 'sickness', title: both('hospital'), eventOn: 'dischargedOn', asks: ['admittedOn', 'dischargedOn'],
      amount: { perUnit: { rate: 'rate', count: 'nights', atMost: 'nightsMost' } }, limits: [{ id: 'hospital-year', per: 'year', of: 'amount', atMost: 'yearMost' }], ...benefit,
    }],
  })
}

const wait = { id: 'wait', name: both('member for'), fact: 'membershipDays', operator: 'greaterThanInclusive', value: { fact: 'wait' } }
const grant = (eventOn: string, uses: Record<string, number>, of: Grant['of'] = 'member'): Grant => ({ benefitId: 'hospital', eventOn, of, amountSatang: 0, uses })

function claim(regulation: Regulation, change: Partial<Claim> = {}): Claim {
  return { regulation, benefitId: 'hospital', answers: { admittedOn: '2026-11-12', dischargedOn: '2026-11-17' }, member: { facts: { joinedOn: '2015-01-01' } }, fund: {}, history: [], claimedOn: '2026-11-20', ...change }
}
const withTerms = (pack: Pack, fundTerms: Partial<FundTerms>) => regulationFor(pack, { fundTerms })
const reasons = async (each: Claim) => {
  const verdict = await evaluate(each)
  return verdict.outcome === 'ineligible' ? verdict.reasons.map(reasonId) : verdict.outcome
}

describe('four outcomes', () => {
  test('eligible, line by line, as on the till slip', async () => {
    const verdict = await evaluate(claim(regulationFor(packWith()), { history: [grant('2026-03-03', { 'hospital-year': baht(600) })] }))
    expect(verdict).toMatchObject({ outcome: 'eligible', amountSatang: baht(400), uses: { 'hospital-year': baht(400) } })
    expect('lines' in verdict && verdict.lines.map((line) => [line.kind, line.low / 100])).toEqual([['units', 1000], ['unitsMax', -400], ['limit', -200]])
  })

  test('ineligible, with every reason: a condition and a limit with nothing left', async () => {
    const pack = packWith({ conditions: wait })
    expect(await reasons(claim(regulationFor(pack), { member: { facts: { joinedOn: '2026-10-01' } }, history: [grant('2026-03-03', { 'hospital-year': baht(1000) })] }))).toEqual(['wait', 'hospital-year'])
  })

  test('incomplete names only what can still change the outcome, in the order of the form', async () => {
    const pack = packWith({ conditions: wait })
    expect(await evaluate(claim(regulationFor(pack), { answers: {} }))).toMatchObject({ outcome: 'incomplete', missing: ['dischargedOn'] })
    expect(await evaluate(claim(regulationFor(pack), { answers: { dischargedOn: '2026-11-17' }, member: { facts: {} } }))).toMatchObject({ outcome: 'incomplete', missing: ['joinedOn'] })
    expect(await evaluate(claim(regulationFor(pack), { answers: { dischargedOn: '2026-11-17' } }))).toMatchObject({ outcome: 'incomplete', missing: ['admittedOn'] })
    expect(await reasons(claim(regulationFor(pack), { answers: { dischargedOn: '2026-11-17' }, member: { facts: { joinedOn: '2026-11-01' } } }))).toEqual(['wait'])
  })

  test('judgement where the benefit says so, where the committee sets the amount, and where the fund has not set a value', async () => {
    expect(await evaluate(claim(regulationFor(packWith({ judgement: both('as the committee sees it') }))))).toMatchObject({ outcome: 'judgement', range: { low: baht(600), high: baht(600) }, people: [{ kind: 'judgement' }] })
    const decided = packWith({ amount: { decided: { atLeast: 'rate', amountAtMost: 'yearMost' } } })
    expect(await evaluate(claim(regulationFor(decided)))).toMatchObject({ outcome: 'judgement', range: { low: baht(200), high: baht(1000) }, people: [{ kind: 'range' }] })
    const open = packWith({ conditions: { ...wait, value: { fact: 'unset' } } }, { terms: { unset: { type: 'days', label: both('unset'), open: true, values: [] } } })
    expect(await evaluate(claim(regulationFor(open)))).toMatchObject({ outcome: 'judgement', people: [{ kind: 'notSet', term: 'unset' }] })
  })
})

describe('the member on the day of the event', () => {
  const regulation = regulationFor(packWith())
  test('has joined, has not left, is living', async () => {
    expect(await reasons(claim(regulation, { member: { facts: { joinedOn: '2026-11-18' } } }))).toEqual(['kit-member'])
    expect(await reasons(claim(regulation, { member: { facts: { joinedOn: '2026-11-17' } } }))).toBe('eligible')
    expect(await reasons(claim(regulation, { member: { facts: { joinedOn: '2015-01-01', endedOn: '2026-11-17' } } }))).toEqual(['kit-ended'])
    expect(await reasons(claim(regulation, { member: { facts: { joinedOn: '2015-01-01', memberDiedOn: '2026-11-16' } } }))).toEqual(['kit-died'])
    expect(await reasons(claim(regulation, { member: { facts: { joinedOn: '2015-01-01', memberDiedOn: '2026-11-17' } } }))).toBe('eligible')
  })

  test('has not lapsed, as the fund counts it', async () => {
    const byInstalments = withTerms(packWith(), { lapse: { by: 'instalmentsMissed', moreThan: 3 } })
    const byDays = withTerms(packWith(), { lapse: { by: 'daysSincePayment', moreThan: 90 } })
    const facts = { joinedOn: '2015-01-01' }
    expect(await reasons(claim(byInstalments, { member: { facts: { ...facts, instalmentsMissed: 3 } } }))).toBe('eligible')
    expect(await reasons(claim(byInstalments, { member: { facts: { ...facts, instalmentsMissed: 4 } } }))).toEqual(['kit-lapsed'])
    expect(await reasons(claim(byDays, { member: { facts: { ...facts, lastPaidOn: '2026-08-19' } } }))).toBe('eligible')
    expect(await reasons(claim(byDays, { member: { facts: { ...facts, lastPaidOn: '2026-08-18' } } }))).toEqual(['kit-lapsed'])
  })

  test('membership counts from the day the fund says', async () => {
    const pack = packWith({ conditions: wait })
    const member = { facts: { joinedOn: '2026-06-01', appliedOn: '2026-05-01', approvedOn: '2026-07-01' } }
    expect(await reasons(claim(withTerms(pack, { memberFrom: 'applied' }), { member }))).toBe('eligible')
    expect(await reasons(claim(withTerms(pack, { memberFrom: 'joined' }), { member }))).toEqual(['wait'])
    expect(await reasons(claim(withTerms(pack, { memberFrom: 'approved' }), { member }))).toEqual(['wait'])
  })

  test('contributed time is the sum of what was covered, and advances only as time runs', async () => {
    const pack = packWith({ limits: [], amount: { ladder: 'steps', by: 'contributed' } }, { terms: { steps: { type: 'ladder', by: 'duration', of: 'money', label: both('steps'), values: since('2000-01-01', [{ id: 'a', from: { months: 6 }, value: baht(3000) }, { id: 'b', from: { years: 2 }, value: baht(6000) }]) } } })
    const covered = (...pairs: [string, string][]) => ({ member: { facts: { joinedOn: '2015-01-01' }, covered: pairs.map(([from, until]) => ({ from, until })) } })
    const regulation = regulationFor(pack)
    expect(await evaluate(claim(regulation, covered(['2015-01-01', '2016-01-01'], ['2020-01-01', '2021-01-01'])))).toMatchObject({ amountSatang: baht(6000) })
    expect(await evaluate(claim(regulation, covered(['2015-01-01', '2016-01-01'], ['2026-01-01', '2027-01-01'])))).toMatchObject({ amountSatang: baht(3000) })
    expect(await evaluate(claim(regulation, { member: { facts: { joinedOn: '2015-01-01', paidFrom: '2024-11-17', paidUntil: '2028-01-01' } } }))).toMatchObject({ amountSatang: baht(6000) })
    expect(await reasons(claim(regulation, covered(['2026-06-01', '2026-11-30'])))).toEqual(['kit-reach-contributed-months6'])
  })

  test('the thirtieth day of a month of thirty-one completes no month of contributions', async () => {
    const pack = packWith({ limits: [], amount: { ladder: 'steps', by: 'contributed' } }, { terms: { steps: { type: 'ladder', by: 'duration', of: 'money', label: both('steps'), values: since('2000-01-01', [{ id: 'a', from: { months: 6 }, value: baht(3000) }]) } } })
    const paidUntil = (day: string) => claim(regulationFor(pack), { member: { facts: { joinedOn: '2015-01-01', paidFrom: '2026-05-01', paidUntil: day } } })
    expect(await reasons(paidUntil('2026-10-31'))).toEqual(['kit-reach-contributed-months6'])
    expect(await reasons(paidUntil('2026-11-01'))).toBe('eligible')
  })
})

describe('limits', () => {
  const limits = (...each: object[]) => ({ limits: each })
  test('times, then units, then baht; all that bind are listed, what is left is paid', async () => {
    const pack = packWith(limits({ id: 'baht-year', per: 'year', of: 'amount', atMost: 'yearMost' }, { id: 'nights-year', per: 'year', of: 'nights', atMost: 'ten' }, { id: 'times-year', per: 'year', of: 'times', atMost: 'nightsMost' }), { terms: { ten: count(10) } })
    const verdict = await evaluate(claim(regulationFor(pack), { history: [grant('2026-02-01', { 'nights-year': 8, 'baht-year': baht(700), 'times-year': 2 })] }))
    expect(verdict).toMatchObject({ outcome: 'eligible', amountSatang: baht(300), uses: { 'times-year': 1, 'nights-year': 2, 'baht-year': baht(300) } })
    expect('lines' in verdict && verdict.lines.flatMap((line) => (line.kind === 'limit' ? [[line.limit, line.low / 100]] : []))).toEqual([['nights-year', -200], ['baht-year', -100]])
    expect(await reasons(claim(regulationFor(pack), { history: [grant('2026-02-01', { 'times-year': 3, 'nights-year': 10, 'baht-year': 0 })] }))).toEqual(['times-year', 'nights-year'])
    expect(await reasons(claim(regulationFor(pack), { history: [grant('2026-02-01', { 'nights-year': 10, 'baht-year': 0 })] }))).toEqual(['nights-year'])
  })

  test('a used-up unit limit still pays the part that is not by units', async () => {
    const pack = packWith({ amount: { sum: [{ fixed: 'gift' }, { perUnit: { rate: 'rate', count: 'nights' } }] }, ...limits({ id: 'nights-year', per: 'year', of: 'nights', atMost: 'nightsMost' }) }, { terms: { gift: money(500) } })
    expect(await evaluate(claim(regulationFor(pack), { history: [grant('2026-02-01', { 'nights-year': 3 })] }))).toMatchObject({ outcome: 'eligible', amountSatang: baht(500) })
  })

  test.each([
    ['calendar', '2026-01-01', '2025-12-31'], ['fiscal', '2026-10-01', '2026-09-30'], ['membership', '2026-05-20', '2026-05-19'],
  ] as const)('a %s year counts the grant of %s and not that of %s', async (year, inside, outside) => {
    const regulation = withTerms(packWith(), { year })
    const member = { facts: { joinedOn: '2015-05-20' } }
    const amount = async (on: string) => (await evaluate(claim(regulation, { member, history: [grant(on, { 'hospital-year': baht(900) })] })))
    expect(await amount(inside)).toMatchObject({ amountSatang: baht(100) })
    expect(await amount(outside)).toMatchObject({ amountSatang: baht(600) })
  })

  test('a lifetime counts the member, a family counts everyone in it', async () => {
    const lifetime = regulationFor(packWith(limits({ id: 'once', per: 'lifetime', of: 'times', atMost: 'one' }), { terms: { one: count(1) } }))
    const family = regulationFor(packWith(limits({ id: 'once', per: 'family', of: 'times', atMost: 'one' }), { terms: { one: count(1) } }))
    const history = [grant('1999-01-01', { once: 1 }, 'family')]
    expect(await reasons(claim(lifetime, { history }))).toBe('eligible')
    expect(await reasons(claim(family, { history }))).toEqual(['once'])
  })

  test('benefits that name one limit share it', async () => {
    const pack = packWith()
    const [hospital] = pack.benefits
    const shared = Pack.parse({ ...pack, benefits: [hospital, { ...hospital, id: 'injury', title: both('injury') }] })
    const used = { benefitId: 'injury', eventOn: '2026-02-02', of: 'member', amountSatang: baht(900), uses: { 'hospital-year': baht(900) } } as const
    expect(await evaluate(claim(regulationFor(shared), { history: [used] }))).toMatchObject({ amountSatang: baht(100) })
  })

  test('what happens once is granted once', async () => {
    const regulation = regulationFor(packWith({ once: true, limits: [] }))
    expect(await reasons(claim(regulation, { history: [grant('2010-01-01', {})] }))).toEqual(['once'])
    expect(await reasons(claim(regulation, { history: [grant('2010-01-01', {}, 'family')] }))).toBe('eligible')
  })
})

describe('days', () => {
  test('the claim window includes its last day', async () => {
    const regulation = regulationFor(packWith({ claimWithin: 'window' }, { terms: { window: days(90) } }))
    expect(await reasons(claim(regulation, { claimedOn: '2027-02-15' }))).toBe('eligible')
    expect(await reasons(claim(regulation, { claimedOn: '2027-02-16' }))).toEqual(['kit-window'])
    const months = regulationFor(packWith({ claimWithin: 'window' }, { terms: { window: { type: 'duration', label: both('window'), values: since('2000-01-01', { months: 6 }) } } }))
    expect(await reasons(claim(months, { claimedOn: '2027-05-17' }))).toBe('eligible')
    expect(await reasons(claim(months, { claimedOn: '2027-05-18' }))).toEqual(['kit-window'])
  })

  test("a value is the event day's, whatever the day of the claim", async () => {
    const rate = { ...money(200), values: [...since('2000-01-01', baht(200)), { from: '2026-11-17', value: baht(250), source: 'resolution 1/2569' }] }
    const regulation = regulationFor(packWith({}, { terms: { rate } }))
    expect(await evaluate(claim(regulation))).toMatchObject({ amountSatang: baht(750) })
    expect(await evaluate(claim(regulation, { answers: { admittedOn: '2026-11-13', dischargedOn: '2026-11-16' } }))).toMatchObject({ amountSatang: baht(600) })
  })

  test("the fund's own value takes over from its day", async () => {
    const regulation = regulationFor(packWith())
    const [adopted] = regulation.packs
    if (!adopted) throw new Error('a regulation has a pack')
    const own: Regulation = { ...regulation, packs: [{ ...adopted, values: { rate: [{ from: '2026-11-01', value: baht(300), source: 'resolution 2/2569' }] } }] }
    expect(await evaluate(claim(own))).toMatchObject({ amountSatang: baht(900) })
    expect(await evaluate(claim(own, { answers: { admittedOn: '2026-10-01', dischargedOn: '2026-10-03' } }))).toMatchObject({ amountSatang: baht(400) })
  })

  test('the regulation in force is that of the event day; before the first there is none', () => {
    const publications = [{ fromOn: '2020-01-01' }, { fromOn: '2026-01-01' }]
    expect(inForceOn(publications, '2025-12-31')).toBe(publications[0])
    expect(inForceOn(publications, '2026-01-01')).toBe(publications[1])
    expect(inForceOn(publications, '2019-12-31')).toBeUndefined()
  })
})

describe('the pack', () => {
  test('standing conditions come before each benefit, but not one that is exempt', async () => {
    const standing = [{ id: 'waiting', conditions: wait }]
    const member = { facts: { joinedOn: '2026-11-01' } }
    expect(await reasons(claim(regulationFor(packWith({}, { standing })), { member }))).toEqual(['wait'])
    expect(await reasons(claim(regulationFor(packWith({ exempt: ['waiting'] }, { standing })), { member }))).toBe('eligible')
  })

  test('documents are listed by what the answers say', async () => {
    const proxy = { id: 'proxy', name: both('proxy'), fact: 'byProxy', operator: 'equal', value: true }
    const pack = packWith({ asks: ['admittedOn', 'dischargedOn', 'byProxy'], documents: [{ id: 'card', name: both('ID card') }, { id: 'power', name: both('power of attorney'), when: proxy }] }, { facts: { byProxy: { type: 'flag', of: 'claim', asOf: 'claim', from: 'asked', label: both('by proxy') } } })
    const documents = async (answers: Claim['answers']) => (await evaluate(claim(regulationFor(pack), { answers: { admittedOn: '2026-11-12', dischargedOn: '2026-11-17', ...answers } }))).documents
    expect(await documents({ byProxy: true })).toEqual([{ id: 'card', unsure: false }, { id: 'power', unsure: false }])
    expect(await documents({ byProxy: false })).toEqual([{ id: 'card', unsure: false }])
    expect(await documents({})).toEqual([{ id: 'card', unsure: false }, { id: 'power', unsure: true }])
  })

  test('a ladder whose lowest step is not reached is an unmet condition, and the eligible never get nothing', async () => {
    expect(await reasons(claim(regulationFor(packWith({ limits: [] })), { answers: { admittedOn: '2026-11-17', dischargedOn: '2026-11-17' } }))).toEqual(['nothing-due'])
  })

  test('so is the lowest step of a ladder of percentages, of a balance or of another amount', async () => {
    const ages = { type: 'ladder', by: 'duration', of: 'number', label: both('ages'), values: since('2000-01-01', [{ id: 'a', from: { years: 65 }, value: 30 }]) }
    const rounding = { to: 'satang', how: 'down' }
    for (const amount of [{ percent: { rate: 'ages', of: 'contributionsPaid', by: 'memberAge', rounding } }, { share: { of: { fixed: 'rate' }, rate: 'ages', by: 'memberAge', rounding } }]) {
      const regulation = regulationFor(packWith({ limits: [], amount }, { terms: { ages } }))
      const born = (memberBornOn: string) => claim(regulation, { member: { facts: { joinedOn: '2015-01-01', contributionsPaid: baht(1000), memberBornOn } } })
      expect(await reasons(born('1961-11-18'))).toEqual(['kit-reach-memberAge-years65'])
      expect(await reasons(born('1961-11-17'))).toBe('eligible')
    }
  })
})

describe('bad input says what is wrong and where, in both languages', () => {
  const regulation = regulationFor(packWith())
  test.each([
    ['an unknown fact', { answers: { shoe: 1 } }, 'answers.shoe'],
    ['a day that is not one', { answers: { dischargedOn: '2026-02-30' } }, 'answers.dischargedOn'],
    ['a day as text of the Buddhist era', { answers: { dischargedOn: '2569-11-17' } }, 'answers.dischargedOn'],
    ['a number where a day belongs', { answers: { dischargedOn: 5 } }, 'answers.dischargedOn'],
    ['discharge before admission', { answers: { admittedOn: '2026-11-17', dischargedOn: '2026-11-12' } }, 'nights'],
    ['negative missed instalments', { member: { facts: { joinedOn: '2015-01-01', instalmentsMissed: -1 } } }, 'member.instalmentsMissed'],
    ['a stated fact that contradicts the others', { answers: { admittedOn: '2026-11-12', dischargedOn: '2026-11-17', nights: 4 } }, 'nights'],
    ['a benefit the regulation does not have', { benefitId: 'moon' }, 'benefitId'],
  ])('%s', async (_, change, where) => {
    const refusal = await evaluate(claim(regulation, change as Partial<Claim>)).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(BadInput)
    expect(refusal).toMatchObject({ where, text: { th: expect.stringMatching(/[ก-๙]/), en: expect.stringMatching(/[a-z]/) } })
  })

  test('a stated time in other words is no contradiction', async () => {
    const ladder = packWith({ limits: [], amount: { ladder: 'steps', by: 'membership' } }, { terms: { steps: { type: 'ladder', by: 'duration', of: 'money', label: both('steps'), values: since('2000-01-01', [{ id: 'a', from: { months: 6 }, value: baht(3000) }]) } } })
    expect(await evaluate(claim(regulationFor(ladder), { member: { facts: { joinedOn: '2014-11-17', membership: { months: 144 } } } }))).toMatchObject({ outcome: 'eligible' })
  })

  test('what is given is left as it was', async () => {
    const given = structuredClone(claim(regulation))
    await evaluate(given)
    expect(given).toEqual(claim(regulation))
  })
})

import { describe, expect, test } from 'vitest'
import { Cases, runCases, unseenConditions, type Case } from '../../plugins/kit/cases.ts'
import { mutantsOf, survivors } from '../../plugins/kit/mutate.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { both } from './random.ts'

const since = (...pairs: [string, unknown][]) => pairs.map(([from, value]) => ({ from, value, source: 'test' }))

const pack = Pack.parse({
  format: 'sajja/pack@1', id: 'small', version: '1.0.0', title: both('small'),
  facts: {
    happenedOn: { type: 'day', of: 'claim', from: 'asked', label: both('happened on') },
    nights: { type: 'count', of: 'claim', from: 'asked', label: both('nights') },
    kind: { type: 'choice', of: 'claim', from: 'asked', label: both('kind'), options: { stay: both('stay'), visit: both('visit') } },
  },
  terms: {
    rate: { type: 'money', label: both('rate'), values: since(['2000-01-01', 10_000], ['2020-01-01', 20_000]) },
    wait: { type: 'days', label: both('wait'), values: since(['2000-01-01', 180]) },
  },
  benefits: [{
    id: 'help', category: 'sickness', title: both('help'), eventOn: 'happenedOn', asks: ['happenedOn', 'kind', 'nights'],
    conditions: { all: [
      { id: 'wait', name: both('member for'), fact: 'membershipDays', operator: 'greaterThanInclusive', value: { fact: 'wait' } },
      { id: 'stay', name: both('a stay'), fact: 'kind', operator: 'equal', value: 'stay' },
    ] },
    amount: { perUnit: { rate: 'rate', count: 'nights' } },
  }],
})

const paid = (on: string, satang: number): object => ({ name: both(`paid ${on}`), person: 'old', benefit: 'help', facts: { happenedOn: on, kind: 'stay', nights: 2 }, expect: { outcome: 'eligible', satang } })
const refused = (person: string, facts: object, because: string[]): object => ({ name: both(`refused ${because}`), person, benefit: 'help', facts: { happenedOn: '2026-06-29', kind: 'stay', nights: 2, ...facts }, expect: { outcome: 'ineligible', because } })
const enough = [paid('2019-12-30', 20_000), paid('2019-12-31', 20_000), paid('2020-01-01', 40_000), { ...paid('2026-06-30', 40_000), person: 'new' }, refused('new', {}, ['wait']), refused('old', { kind: 'visit' }, ['stay']), refused('new', { kind: 'visit' }, ['stay', 'wait'])]
const casesOf = (list: object[]) => Cases.parse({
  format: 'sajja/cases@1', pack: 'small', cases: list,
  persons: { old: { name: both('Old'), facts: { joinedOn: '2001-01-01' } }, new: { name: both('New'), facts: { joinedOn: '2026-01-01' } } },
})

describe('mutants', () => {
  test('every bound is moved both ways, every operator and group is turned, later dates are moved', () => {
    expect(mutantsOf(pack).map((mutant) => mutant.what)).toEqual([
      'terms.rate.values.0.value: 10000 → 9900', 'terms.rate.values.0.value: 10000 → 10100',
      'terms.rate.values.1.from: "2020-01-01" → "2019-12-31"', 'terms.rate.values.1.from: "2020-01-01" → "2020-01-02"',
      'terms.rate.values.1.value: 20000 → 19900', 'terms.rate.values.1.value: 20000 → 20100',
      'terms.wait.values.0.value: 180 → 179', 'terms.wait.values.0.value: 180 → 181',
      expect.stringMatching(/^benefits\.0\.conditions: \{"all":.* → \{"any":/),
      'benefits.0.conditions.all.0.operator: "greaterThanInclusive" → "lessThan"', 'benefits.0.conditions.all.0.operator: "greaterThanInclusive" → "greaterThan"',
      'benefits.0.conditions.all.1.operator: "equal" → "notEqual"', 'benefits.0.conditions.all.1.value: "stay" → "visit"',
    ])
  })

  test('cases on both sides of each bound and date kill them all', async () => {
    expect((await runCases(pack, casesOf(enough))).filter((each) => !each.passed)).toEqual([])
    expect(await survivors(pack, casesOf(enough))).toEqual({ mutants: 13, survived: [] })
  })

  test('without the neighbour below the bound, nobody would notice', async () => {
    const { survived } = await survivors(pack, casesOf(enough.filter((each) => (each as Case).name.en !== 'refused wait' && !(each as Case).name.en.includes(','))))
    expect(survived).toContain('terms.wait.values.0.value: 180 → 179')
  })

  test('a mutant leaves the pack it was made from as it was', () => {
    const before = JSON.stringify(pack)
    mutantsOf(pack)
    expect(JSON.stringify(pack)).toBe(before)
  })
})

describe('cases', () => {
  test('a wrong amount, a wrong reason and a reason too few are failures', async () => {
    const wrong = [paid('2020-01-01', 39_900), refused('new', {}, ['stay']), refused('new', { kind: 'visit' }, ['stay'])]
    expect((await runCases(pack, casesOf(wrong))).map((each) => each.passed)).toEqual([false, false, false])
  })

  test('conditions that no case has seen both ways are named', async () => {
    const results = await runCases(pack, casesOf([paid('2020-01-01', 40_000)]))
    expect(unseenConditions(results, ['wait', 'stay'])).toEqual({ neverMet: [], neverUnmet: ['wait', 'stay'] })
  })

  test('a claim that cannot be is expected as refused, with its place', async () => {
    const impossible = { ...paid('2020-01-01', 0), facts: { happenedOn: '2020-01-01', kind: 'moon', nights: 1 }, expect: { outcome: 'refused', at: 'answers.kind' } }
    expect((await runCases(pack, casesOf([impossible])))[0]?.passed).toBe(true)
  })
})

import { describe, expect, test } from 'vitest'
import { findings, says, term, type Change } from './told.ts'

const amount = 'benefits.0.amount'

describe('amounts', () => {
  const money = { fixed: 'nightRate' }
  const rounding = { to: 'satang', how: 'down' }
  const asks: Change = ['benefits.0.asks', ['admittedOn', 'dischargedOn', 'certified', 'level', 'grade', 'damage']]
  const noLimit: Change = ['benefits.0.limits', undefined]
  test.each<[string, unknown, string[]]>([
    ['fixed: a number', { fixed: 'gradeMin' }, ['mistyped .fixed']],
    ['fixed: nothing', { fixed: 'moons' }, ['unknownTerm .fixed']],
    ['fixed: a fact', { fixed: 'damage' }, ['unknownTerm .fixed']],
    ['per unit: of money', { perUnit: { rate: 'nightRate', count: 'damage' } }, ['mistyped .perUnit.count']],
    ['per unit: of a duration', { perUnit: { rate: 'nightRate', count: 'membership' } }, ['mistyped .perUnit.count']],
    ['per unit: a count as the most of days', { perUnit: { rate: 'nightRate', count: 'nights', atMost: 'schoolTimes' } }, ['mistyped .perUnit.atMost']],
    ['per unit: days as the most money', { perUnit: { rate: 'nightRate', count: 'nights', amountAtMost: 'nightsStay' } }, ['mistyped .perUnit.amountAtMost']],
    ['ladder: of a single value', { ladder: 'nightRate', by: 'contributed' }, ['mistyped .ladder']],
    ['ladder: by days where its steps are durations', { ladder: 'deathSteps', by: 'contributedDays' }, ['mistyped .by']],
    ['ladder: beyond, every count', { ladder: 'deathSteps', by: 'contributed', beyond: { add: 'nightRate', every: 'schoolTimes', rounding: 'down' } }, ['mistyped .beyond.every']],
    ['ladder: beyond, adding days', { ladder: 'deathSteps', by: 'contributed', beyond: { add: 'nightsStay', every: 'twoYears', rounding: 'down' } }, ['mistyped .beyond.add']],
    ['steps: by a choice', { steps: [{ id: 'a', from: 0, amount: money }], by: 'level' }, ['mistyped .by']],
    ['steps: durations for a count of days', { steps: [{ id: 'a', from: { months: 1 }, amount: money }], by: 'nights' }, ['mistyped .steps.0.from']],
    ['steps: not rising', { steps: [{ id: 'a', from: 5, amount: money }, { id: 'b', from: 5, amount: money }], by: 'nights' }, ['outOfOrder .steps.1.from']],
    ['steps: one id twice', { steps: [{ id: 'a', from: 1, amount: money }, { id: 'a', from: 5, amount: money }], by: 'nights' }, ['taken .steps.1.id']],
    ['steps: a faulty amount', { steps: [{ id: 'a', from: 1, amount: { fixed: 'moons' } }], by: 'nights' }, ['unknownTerm .steps.0.amount.fixed']],
    ['per year: of days', { perYear: { rate: 'nightRate', of: 'contributedDays', rounding: 'down' } }, ['mistyped .perYear.of']],
    ['per year: money as the most years', { perYear: { rate: 'nightRate', of: 'contributed', rounding: 'down', yearsAtMost: 'nightRate' } }, ['mistyped .perYear.yearsAtMost']],
    ['percent: of days', { percent: { rate: 'damageShare', of: 'nights', rounding } }, ['mistyped .percent.of']],
    ['percent: money as the rate', { percent: { rate: 'nightRate', of: 'damage', rounding } }, ['mistyped .percent.rate']],
    ['percent: a ladder of money as the rate', { percent: { rate: 'deathSteps', by: 'contributed', of: 'damage', rounding } }, ['mistyped .percent.rate']],
    ['percent: a schedule that goes by nothing', { percent: { rate: 'levelShare', of: 'damage', rounding } }, ['missing .percent.by']],
    ['percent: a number that goes by something', { percent: { rate: 'damageShare', by: 'level', of: 'damage', rounding } }, ['mistyped .percent.by']],
    ['percent: a schedule by a flag', { percent: { rate: 'levelShare', by: 'certified', of: 'damage', rounding } }, ['mistyped .percent.by']],
    ['percent: a number as the floor', { percent: { rate: 'damageShare', of: 'damage', atLeast: 'gradeMin', rounding } }, ['mistyped .percent.atLeast']],
    ['sum: a faulty part', { sum: [money, { least: [money, { fixed: 'moons' }] }] }, ['unknownTerm .sum.1.least.1.fixed']],
    ['sum: less days', { sum: [money], less: 'nightsStay' }, ['mistyped .less']],
    ['greatest: a faulty part', { greatest: [{ fixed: 'moons' }] }, ['unknownTerm .greatest.0.fixed']],
    ['share: of a faulty amount, money as the rate', { share: { of: { fixed: 'moons' }, rate: 'nightRate', rounding } }, ['unknownTerm .share.of.fixed', 'mistyped .share.rate']],
    ['schedule: by another choice', { schedule: 'schoolGrant', by: 'memberSex' }, ['missing .schedule.female', 'missing .schedule.male', 'unknownOption .schedule.primary', 'unknownOption .schedule.secondary']],
    ['schedule: of percentages', { schedule: 'levelShare', by: 'level' }, ['mistyped .schedule']],
    ['choice: a branch missing, one too many', { choice: 'level', branches: { primary: money, doctoral: money } }, ['missing .branches.secondary', 'unknownOption .branches.doctoral']],
    ['choice: of a count', { choice: 'nights', branches: { primary: money } }, ['mistyped .choice']],
    ['choice: a faulty branch', { choice: 'level', branches: { primary: money, secondary: { fixed: 'moons' } } }, ['unknownTerm .branches.secondary.fixed']],
    ['actual cost: of days, up to days', { actualCost: { of: 'nights', amountAtMost: 'nightsStay' } }, ['mistyped .actualCost.of', 'mistyped .actualCost.amountAtMost']],
    ['levy: payers counted in days', { levy: { rate: 'nightRate', payers: 'nights' } }, ['mistyped .levy.payers']],
    ['in kind: one thing twice, worth days', { inKind: { items: [{ id: 'a', name: says('ก', 'a') }, { id: 'a', name: says('ก', 'a') }], worth: 'nightsStay' } }, ['taken .inKind.items.1.id', 'mistyped .inKind.worth']],
    ['decided: between a number and money', { decided: { atLeast: 'gradeMin', amountAtMost: 'nightRate' } }, ['mistyped .decided.atLeast']],
    ['decided: the least above the most', { decided: { atLeast: 'damageMax', amountAtMost: 'nightRate' } }, ['reversed ']],
    ['percent: the floor above the cap', { percent: { rate: 'damageShare', of: 'damage', atLeast: 'damageMax', amountAtMost: 'nightRate', rounding } }, ['reversed ']],
  ])('%s', (_, to, expected) => {
    const extra: Change[] = [
      ['terms.twoYears', term('duration', { years: 2 })],
      ['terms.levelShare', { ...term('schedule', { primary: 50, secondary: 60 }), of: 'number', items: { primary: says('ก', 'a'), secondary: says('ข', 'b') } }],
    ]
    expect(findings([amount, to], asks, noLimit, ...extra)).toEqual(expected.map((each) => each.replace(' ', ` ${amount}`)))
  })

  test('a step beyond the last is never of nothing, a percentage never below nothing', () => {
    const beyond: Change = ['benefits.1.amount.beyond', { add: 'nightRate', every: 'every', rounding: 'down' }]
    expect(findings(beyond, ['terms.every', term('duration', { years: 0, days: 0 })])).toEqual(['noTime terms.every.values.0.value'])
    expect(findings(beyond, ['terms.every', term('duration', { years: 1 })])).toEqual([])
    expect(findings(['terms.damageShare.values.0.value', -5])).toEqual(['badValue terms.damageShare.values.0.value'])
  })

  test('every shape, rightly typed, has no finding', () => {
    const every: Change = [amount, { sum: [
      { perUnit: { rate: 'nightRate', count: 'nights', atMost: 'nightsStay', amountAtMost: 'damageMax' } },
      { steps: [{ id: 'a', from: 1, amount: money }, { id: 'b', from: 5, amount: { choice: 'level', branches: { primary: money, secondary: money } } }], by: 'nights' },
      { steps: [{ id: 'a', from: 1.25, amount: money }], by: 'grade' },
      { perYear: { rate: 'nightRate', of: 'contributed', rounding: 'halfUp', base: 'nightRate', yearsAtMost: 'schoolTimes' } },
      { percent: { rate: 'levelShare', by: 'level', of: 'damage', deemed: 'nightRate', atLeast: 'nightRate', amountAtMost: 'damageMax', rounding } },
      { share: { of: { least: [money, money] }, rate: 'damageShare', rounding } },
      { actualCost: { of: 'damage', amountAtMost: 'damageMax' } },
      { levy: { rate: 'nightRate', payers: 'payers', less: 'damageMax' } },
      { inKind: { items: [{ id: 'a', name: says('ก', 'a') }], worth: 'nightRate' } },
      { decided: { atLeast: 'nightRate', amountAtMost: 'damageMax' } },
    ], less: 'nightRate' }]
    expect(findings(every, asks, ['terms.levelShare', { ...term('schedule', { primary: 50, secondary: 60 }), of: 'number', items: { primary: says('ก', 'a'), secondary: says('ข', 'b') } }])).toEqual([])
  })
})

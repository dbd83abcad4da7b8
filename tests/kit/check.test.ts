import { describe, expect, test } from 'vitest'
import { check } from '../../plugins/kit/check.ts'
import { checkRegulation } from '../../plugins/kit/check-regulation.ts'
import type { Finding } from '../../plugins/kit/finding.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import { packHash, Regulation } from '../../plugins/kit/regulation.ts'
import { changed, examplePack, exampleRegulation } from './example-pack.ts'

type Change = readonly [place: string, to: unknown]
const says = (th: string, en: string) => ({ th, en })
const leaf = (id: string, fact: string, operator: string, value: unknown) => ({ id, name: says(`ข้อ ${id}`, id), fact, operator, value })
const since = (value: unknown, from = '2019-10-01') => ({ from, value, source: 'ข้อ 1' })
const term = (type: string, value: unknown, more = {}) => ({ type, label: says('ค่า', 'term'), values: value === undefined ? [] : [since(value)], ...more })
const fact = (type: string, more = {}) => ({ type, of: 'claim', from: 'asked', label: says('ข้อมูล', 'fact'), ...more })
const conditions = 'benefits.0.conditions'
const amount = 'benefits.0.amount'

const withChanges = <T>(value: T, changes: readonly Change[]): T => changes.reduce((result, [place, to]) => changed(result, place, to), value)

/** What check finds, each with its place; every finding says it in both languages. */
function told(findings: readonly Finding[]): string[] {
  for (const { text } of findings) {
    expect(text.th).toMatch(/[ก-๙]/)
    expect(text.en).toMatch(/[a-z]/)
  }
  return findings.map(({ level, code, at }) => `${level === 'note' ? 'note ' : ''}${code} ${at}`)
}

/** The findings of the example pack with some things changed; it still has the shape of a pack. */
const findings = (...changes: Change[]) => told(check(Pack.parse(withChanges(examplePack, changes))))

test('it works', () => {
  expect(check(examplePack)).toEqual([])
  expect(checkRegulation(exampleRegulation)).toEqual([])
})

describe('names', () => {
  test.each<[string, Change[], string[]]>([
    ['a leaf on a fact nobody declares', [[`${conditions}.all.0.fact`, 'moons']], [`unknownFact ${conditions}.all.0.fact`]],
    ['a leaf on a term', [['standing.0.conditions.fact', 'memberMin']], ['unknownFact standing.0.conditions.fact']],
    ['a leaf compared with a term nobody declares', [['standing.0.conditions.value', { fact: 'moons' }]], ['unknownTerm standing.0.conditions.value.fact']],
    ['a leaf compared with another fact, not a term', [['standing.0.conditions.value', { fact: 'contributedDays' }]], ['unknownTerm standing.0.conditions.value.fact']],
    ['an operator nobody knows', [[`${conditions}.all.0.operator`, 'almost']], [`unknownOperator ${conditions}.all.0.operator`]],
    ['a leaf with an id of the kit\'s own', [['standing.0.conditions.id', 'kit-member']], ['reserved standing.0.conditions.id']],
    ['two leaves with one id', [[`${conditions}.all.1.id`, 'stayed']], [`taken ${conditions}.all.1.id`]],
    ['one id in two benefits', [[`${conditions}.all.1.id`, 'is-primary']], ['taken benefits.2.conditions.any.0.id']],
    ['a fact of the kit declared again', [['facts.membership', fact('duration')]], ['taken facts.membership']],
    ['a term named as a fact of the kit', [['terms.payers', term('count', 3)]], ['taken terms.payers']],
    ['a term named as a fact of the pack', [['terms.damage', term('money', 3)]], ['taken terms.damage']],
    ['a fact named as a word of limits', [['facts.times', fact('count')]], ['reserved facts.times']],
    ['a fact named as one of the kit\'s own', [['facts.kit-true', fact('flag')]], ['reserved facts.kit-true']],
    ['two benefits with one id', [['benefits.1.id', 'stay']], ['taken benefits.1.id']],
    ['two standing conditions with one id', [['standing.1', { id: 'waiting', conditions: leaf('waited', 'membershipDays', 'greaterThan', 1) }]], ['taken standing.1.id']],
    ['two documents of a benefit with one id', [['benefits.0.documents.1', examplePack.benefits[0]?.documents?.[0]]], ['taken benefits.0.documents.1.id']],
    ['two limits of a benefit with one id', [['benefits.0.limits.1', examplePack.benefits[0]?.limits?.[0]]], ['taken benefits.0.limits.1.id']],
    ['an exemption from nothing', [['benefits.1.exempt', ['fasting']]], ['unknownStanding benefits.1.exempt.0']],
    ['a question asked twice', [['benefits.1.asks', ['diedOn', 'diedOn']]], ['taken benefits.1.asks.1']],
    ['a question nobody declares', [['benefits.1.asks', ['diedOn', 'moons']]], ['unknownFact benefits.1.asks.1']],
    ['a limit that differs from the one it shares', [['benefits.2.limits.0.id', 'nights-year']], ['differs benefits.2.limits.0']],
    ['a pack that comes from a later version of itself', [['basedOn', { pack: 'example', version: '1.0.0', hash: packHash(examplePack) }]], ['lineage basedOn.version']],
  ])('%s', (_, changes, expected) => {
    expect(findings(...changes)).toEqual(expected)
  })

  test('version 1.10.0 comes after 1.9.0', () => {
    const basedOn = (version: string) => ['basedOn', { pack: 'example', version, hash: packHash(examplePack) }] as const
    expect(findings(['version', '1.10.0'], basedOn('1.9.0'))).toEqual([])
    expect(findings(['version', '1.9.0'], basedOn('1.10.0'))).toEqual(['lineage basedOn.version'])
  })

  test('two benefits may share a limit', () => {
    const limit = { id: 'nights-year', per: 'year', of: 'nights', atMost: 'nightsYear' }
    expect(findings(['benefits.2.limits', [limit]], ['benefits.2.amount', { perUnit: { rate: 'nightRate', count: 'nights' } }], ['benefits.2.asks', ['enrolledOn', 'level', 'grade', 'admittedOn', 'dischargedOn']])).toEqual([])
  })
})

describe('types of conditions', () => {
  const only = (...args: Parameters<typeof leaf>): Change[] => [[conditions, leaf(...args)]]
  test.each<[string, Change[], string[]]>([
    ['days against a text', only('x', 'nights', 'greaterThan', '3'), [`mistyped ${conditions}.value`]],
    ['days with half a day', only('x', 'nights', 'greaterThan', 2.5), [`mistyped ${conditions}.value`]],
    ['days below zero', only('x', 'nights', 'greaterThan', -1), [`mistyped ${conditions}.value`]],
    ['days against a duration', only('x', 'nights', 'greaterThan', { days: 3 }), [`mistyped ${conditions}.value`]],
    ['days by an operator for durations', only('x', 'nights', 'atLeast', 3), [`mistyped ${conditions}.operator`]],
    ['days against a term of a count', [['standing.0.conditions.value', { fact: 'schoolTimes' }]], ['mistyped standing.0.conditions.value.fact']],
    ['days against a ladder', [['standing.0.conditions.value', { fact: 'deathSteps' }]], ['mistyped standing.0.conditions.value.fact']],
    ['a duration against days', only('x', 'membership', 'atLeast', 180), [`mistyped ${conditions}.value`]],
    ['a duration by an operator for numbers', only('x', 'membership', 'greaterThan', { months: 6 }), [`mistyped ${conditions}.operator`]],
    ['a duration of nothing', only('x', 'membership', 'atLeast', { days: 0, months: 0 }), [`noTime ${conditions}.value`]],
    ['a duration of 180 days', only('x', 'membership', 'atLeast', { days: 180 }), [`daysAsMonths ${conditions}.value.days`]],
    ['a day against a Buddhist-era text', only('x', 'admittedOn', 'before', '01/02/2569'), [`mistyped ${conditions}.value`]],
    ['a day by an operator of the engine', only('x', 'admittedOn', 'lessThan', '2026-02-01'), [`mistyped ${conditions}.operator`]],
    ['money against a fraction of a satang', [['benefits.3.conditions', leaf('x', 'damage', 'greaterThan', 10.5)]], ['mistyped benefits.3.conditions.value']],
    ['a number with more decimals than its fact', [['benefits.2.conditions.any.1.value', 2.555]], ['mistyped benefits.2.conditions.any.1.value']],
    ['a flag that is not true or false', only('x', 'certified', 'equal', 1), [`mistyped ${conditions}.value`]],
    ['a flag by more than', only('x', 'certified', 'greaterThan', true), [`mistyped ${conditions}.operator`]],
    ['a choice that is no option', [['benefits.2.conditions.any.0', leaf('x', 'level', 'equal', 'doctoral')]], ['mistyped benefits.2.conditions.any.0.value']],
    ['a list with an option that does not exist', [['benefits.2.conditions.any.0.value', ['primary', 'doctoral']]], ['unknownOption benefits.2.conditions.any.0.value.1']],
    ['a list with an option twice', [['benefits.2.conditions.any.0.value', ['primary', 'primary']]], ['taken benefits.2.conditions.any.0.value.1']],
    ['a list for equal', [['benefits.2.conditions.any.0.operator', 'equal']], ['mistyped benefits.2.conditions.any.0.value']],
    ['one option for in', [['benefits.2.conditions.any.0.value', 'primary']], ['mistyped benefits.2.conditions.any.0.value']],
    ['a term for in', [['benefits.2.conditions.any.0.value', { fact: 'pick' }], ['terms.pick', term('choice', 'primary', { options: { primary: says('ประถม', 'primary') } })]], ['mistyped benefits.2.conditions.any.0.value']],
    ['a list for a count', only('x', 'instalmentsMissed', 'in', ['one']), [`mistyped ${conditions}.operator`, `unknownOption ${conditions}.value.0`]],
    ['a choice against a term with other options', [['benefits.2.conditions.any.0', leaf('x', 'level', 'equal', { fact: 'pick' })], ['terms.pick', term('choice', 'moon', { options: { moon: says('จันทร์', 'moon') } })]], ['unknownOption benefits.2.conditions.any.0.value.fact']],
  ])('%s', (_, changes, expected) => {
    expect(findings(...changes)).toEqual(expected)
  })

  test('conditions of questions and documents are held to the same', () => {
    expect(findings(['facts.grade.askedWhen.value', 'doctoral'])).toEqual(['mistyped facts.grade.askedWhen.value'])
    expect(findings(['benefits.0.documents.0.when', leaf('x', 'nights', 'greaterThan', '3')])).toEqual(['mistyped benefits.0.documents.0.when.value'])
  })

  test('operators and facts of plugins may be used once they are named', () => {
    const meta = { id: 'moons', version: '1.0.0', title: says('จันทร์', 'Moons'), maintainer: 'x' }
    const vocabulary = vocabularyOf([{
      meta,
      facts: { moonAge: { type: 'count', of: 'claim', from: 'derived', label: says('ข้างขึ้น', 'moon'), needs: ['admittedOn'], derive: () => 3 } },
      operators: { divides: { on: ['count'], label: says('หารลงตัว', 'divides'), opposite: 'divides', holds: () => true } },
    }])
    const pack = Pack.parse(changed(examplePack, conditions, leaf('x', 'moonAge', 'divides', 3)))
    expect(told(check(pack))).toEqual([`unknownFact ${conditions}.fact`, `unknownOperator ${conditions}.operator`])
    expect(told(check(pack, vocabulary))).toEqual([])
    const elsewhere = Pack.parse(changed(examplePack, 'benefits.1.conditions', leaf('x', 'moonAge', 'divides', 3)))
    expect(told(check(elsewhere, vocabulary))).toEqual(['notAsked benefits.1.asks'])
  })
})

describe('facts', () => {
  test.each<[string, Change[], string[]]>([
    ['a choice without options', [['facts.x', fact('choice', { options: {} })]], ['missing facts.x.options']],
    ['options for a flag', [['facts.x', fact('flag', { options: { yes: says('ใช่', 'yes') } })]], ['mistyped facts.x.options']],
    ['decimals for a count', [['facts.x', fact('count', { scale: 2 })]], ['mistyped facts.x.scale']],
    ['a sum of durations', [['facts.x', { ...fact('duration'), from: 'derived', sum: ['membership', 'contributed'] }]], ['mistyped facts.x.sum']],
    ['a sum of money and days', [['facts.x', { ...fact('money'), from: 'derived', sum: ['damage', 'nights'] }]], ['mistyped facts.x.sum.1']],
    ['a sum of two days', [['facts.x', { ...fact('days'), from: 'derived', sum: ['admittedOn', 'dischargedOn'] }]], ['mistyped facts.x.sum.0', 'mistyped facts.x.sum.1']],
    ['a difference of two days that is a count', [['facts.nights.type', 'count'], ['terms.nightsStay.type', 'count'], ['terms.nightsYear.type', 'count']], ['mistyped facts.nights.difference.0', 'mistyped facts.nights.difference.1']],
    ['a difference of a day and days', [['facts.nights.difference', ['dischargedOn', 'membershipDays']]], ['mistyped facts.nights.difference.0']],
    ['a sum of what nobody declares', [['facts.x', { ...fact('money'), from: 'derived', sum: ['damage', 'moons'] }]], ['unknownFact facts.x.sum.1']],
    ['a difference that loses decimals', [['facts.x', { ...fact('number'), from: 'derived', difference: ['grade', 'grade'] }]], ['mistyped facts.x.difference.0', 'mistyped facts.x.difference.1']],
    ['a fact derived from itself', [['facts.x', { ...fact('money'), from: 'derived', sum: ['damage', 'x'] }]], ['cycle facts.x']],
    ['facts derived from each other', [['facts.x', { ...fact('money'), from: 'derived', sum: ['damage', 'y'] }], ['facts.y', { ...fact('money'), from: 'derived', difference: ['x', 'damage'] }]], ['cycle facts.x']],
    ['a question that hangs on its own answer', [['facts.grade.askedWhen', leaf('x', 'grade', 'greaterThan', 2)]], ['cycle facts.grade']],
    ['a question that hangs on its own answer through another fact', [['facts.half', { ...fact('number', { scale: 2 }), from: 'derived', sum: ['grade', 'grade'] }], ['facts.grade.askedWhen', leaf('x', 'half', 'greaterThan', 2)]], ['cycle facts.grade']],
  ])('%s', (_, changes, expected) => {
    expect(findings(...changes)).toEqual(expected)
  })
})

describe('terms', () => {
  const steps = 'terms.deathSteps.values.0.value'
  test.each<[string, Change[], string[]]>([
    ['money with half a satang', [['terms.nightRate.values.0.value', 0.5]], ['mistyped terms.nightRate.values.0.value']],
    ['money written as a text', [['terms.nightRate.values.0.value', '1,000']], ['mistyped terms.nightRate.values.0.value']],
    ['money above a thousand million baht', [['terms.nightRate.values.0.value', 100_000_000_001]], ['mistyped terms.nightRate.values.0.value']],
    ['a duration of days', [['terms.x', term('duration', { days: 31 })]], ['daysAsMonths terms.x.values.0.value.days']],
    ['a choice that is no option', [['terms.x', term('choice', 'c', { options: { a: says('ก', 'a') } })]], ['mistyped terms.x.values.0.value']],
    ['a choice without options', [['terms.x', term('choice', undefined)]], ['missing terms.x.options']],
    ['options for money', [['terms.nightRate.options', { a: says('ก', 'a') }]], ['mistyped terms.nightRate.options']],
    ['more decimals than the term has', [['terms.gradeMin.values.0.value', 2.555]], ['mistyped terms.gradeMin.values.0.value']],
    ['a later value before an earlier one', [['terms.nightRate.values.1', since(20_000, '2018-01-01')]], ['outOfOrder terms.nightRate.values.1.from']],
    ['two values from one day', [['terms.nightRate.values.1', since(20_000)]], ['outOfOrder terms.nightRate.values.1.from']],
    ['a value that ends twice', [['terms.x', term('money', 1, { values: [since(1), since(null, '2020-01-01'), since(null, '2021-01-01')] })]], ['outOfOrder terms.x.values.2.value']],
    ['ladder steps that do not rise', [[`${steps}.1.from`, { months: 6 }]], [`outOfOrder ${steps}.1.from`]],
    ['ladder steps in disorder, twelve months being a year', [[`${steps}.0.from`, { months: 30 }]], [`outOfOrder ${steps}.1.from`]],
    ['a ladder by durations with a step of days', [[`${steps}.0.from`, { days: 180 }]], [`daysAsMonths ${steps}.0.from.days`]],
    ['a ladder by durations with a step of a number', [[`${steps}.1.from`, 2]], [`mistyped ${steps}.1.from`]],
    ['two steps with one id', [[`${steps}.1.id`, 'half']], [`taken ${steps}.1.id`]],
    ['a step of money with half a satang', [[`${steps}.1.value`, 600_000.5]], [`mistyped ${steps}.1.value`]],
    ['a ladder that falls', [[`${steps}.1.value`, 100_000]], [`note falls ${steps}.1.value`]],
    ['decimals for a ladder of money', [['terms.deathSteps.scale', 2]], ['mistyped terms.deathSteps.scale']],
    ['a schedule that misses an item', [['terms.schoolGrant.values.0.value', { primary: 1 }]], ['missing terms.schoolGrant.values.0.value.secondary']],
    ['a schedule with an item nobody named', [['terms.schoolGrant.values.0.value.doctoral', 1]], ['unknownOption terms.schoolGrant.values.0.value.doctoral']],
    ['a schedule without items', [['terms.x', term('schedule', undefined, { of: 'money', items: {} })]], ['missing terms.x.items']],
    ['a term that is used and never set', [['terms.nightRate.values', []]], ['notSet terms.nightRate']],
    ['a term left open', [['terms.nightRate.values', []], ['terms.nightRate.open', true]], ['note open terms.nightRate']],
    ['a term that nobody uses and nobody set', [['terms.x', term('money', undefined)]], []],
    ['a term that ends while a benefit uses it', [['terms.nightRate.values.1', since(null, '2020-01-01')]], ['note ended terms.nightRate']],
    ['a term that begins after another of its benefit', [['terms.nightRate.values.0.from', '2020-01-01']], ['usedBeforeSet terms.nightRate.values.0.from']],
  ])('%s', (_, changes, expected) => {
    expect(findings(...changes)).toEqual(expected)
  })

  test('a benefit may begin after the pack did', () => {
    const later = ['schoolGrant', 'gradeMin', 'schoolTimes'].map((id): Change => [`terms.${id}.values.0.from`, '2022-01-01'])
    expect(findings(...later)).toEqual([])
  })
})

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

describe('benefits', () => {
  test.each<[string, Change[], string[]]>([
    ['an event on what is no day', [['benefits.0.eventOn', 'certified']], ['mistyped benefits.0.eventOn']],
    ['an event on a day that is not asked', [['benefits.1.eventOn', 'struckOn']], ['eventDay benefits.1.eventOn']],
    ['an event on a day that is sometimes asked', [['facts.diedOn.askedWhen', leaf('x', 'memberSex', 'equal', 'male')]], ['eventDay benefits.1.eventOn']],
    ['an event on a derived day', [['benefits.1.eventOn', 'memberSince'], ['benefits.1.asks', ['memberSince']]], ['eventDay benefits.1.eventOn']],
    ['a fact that is needed and not asked', [['benefits.3.asks', ['struckOn']]], ['notAsked benefits.3.asks']],
    ['a fact that is needed to know whether another is asked', [['benefits.2.asks', ['enrolledOn', 'grade']]], ['notAsked benefits.2.asks']],
    ['a window of money', [['benefits.0.claimWithin', 'nightRate']], ['mistyped benefits.0.claimWithin']],
    ['a window of a thousand years', [['terms.claimDays.values.0.value', 365_000]], ['badValue terms.claimDays.values.0.value']],
    ['a limit of times by days', [['benefits.2.limits.0.atMost', 'nightsYear']], ['mistyped benefits.2.limits.0.atMost']],
    ['a limit of baht by a count', [['benefits.2.limits.0.of', 'amount']], ['mistyped benefits.2.limits.0.atMost']],
    ['a limit of days by a count', [['benefits.0.limits.0.atMost', 'schoolTimes']], ['mistyped benefits.0.limits.0.atMost']],
    ['a limit of what the amount does not count', [['benefits.0.limits.0.of', 'membershipDays']], ['notCounted benefits.0.limits.0.of']],
    ['a limit of money facts', [['benefits.3.limits', [{ id: 'm', per: 'year', of: 'damage', atMost: 'damageMax' }]]], ['mistyped benefits.3.limits.0.of']],
    ['a limit of none', [['terms.schoolTimes.values.0.value', 0]], ['belowOne terms.schoolTimes.values.0.value']],
    ['units capped at none', [['terms.nightsStay.values.0.value', 0]], ['belowOne terms.nightsStay.values.0.value']],
    ['a benefit with no condition', [['benefits.0.conditions', undefined], ['benefits.0.exempt', ['waiting']]], ['note alwaysPayable benefits.0']],
    ['a benefit with conditions that cannot fail', [['benefits.0.conditions', { any: [leaf('a', 'nights', 'greaterThan', 3), leaf('b', 'nights', 'lessThanInclusive', 3)] }], ['benefits.0.exempt', ['waiting']]], ['note alwaysPayable benefits.0']],
    ['a ladder whose first step is always reached', [['terms.deathSteps.values.0.value.0.from', { days: 0 }]], ['note alwaysPayable benefits.1']],
  ])('%s', (_, changes, expected) => {
    expect(findings(...changes)).toEqual(expected)
  })

  test('what is judged by people is not always payable', () => {
    expect(findings(['benefits.3.exempt', ['waiting']])).toEqual([])
  })

  test('the day of the event may be one that the register keeps', () => {
    expect(findings(['benefits.1.eventOn', 'memberDiedOn'], ['benefits.1.asks', ['memberDiedOn']])).toEqual([])
  })
})

describe('contradictions', () => {
  const all = (...leaves: unknown[]): Change => [conditions, { all: leaves }]
  const found = [`contradiction ${conditions}`]
  test.each<[string, Change[], string[]]>([
    ['at least 5 and less than 5', [all(leaf('a', 'nights', 'greaterThanInclusive', 5), leaf('b', 'nights', 'lessThan', 5))], found],
    ['more than 5 and less than 6 whole days', [all(leaf('a', 'nights', 'greaterThan', 5), leaf('b', 'nights', 'lessThan', 6))], found],
    ['more than 5 and at most 6', [all(leaf('a', 'nights', 'greaterThan', 5), leaf('b', 'nights', 'lessThanInclusive', 6))], []],
    ['exactly 5 and not 5', [all(leaf('a', 'nights', 'equal', 5), leaf('b', 'nights', 'notEqual', 5))], found],
    ['5 or 6, neither 5 nor 6', [all(leaf('a', 'nights', 'greaterThan', 4), leaf('b', 'nights', 'lessThan', 7), leaf('c', 'nights', 'notEqual', 5), leaf('d', 'nights', 'notEqual', 6))], found],
    ['fewer than none', [[conditions, leaf('a', 'nights', 'lessThan', 0)]], found],
    ['a man and a woman', [all(leaf('a', 'memberSex', 'equal', 'male'), leaf('b', 'memberSex', 'equal', 'female'))], found],
    ['a man, and not a man', [all(leaf('a', 'memberSex', 'equal', 'male'), { not: leaf('b', 'memberSex', 'in', ['male']) })], found],
    ['neither man nor woman', [[conditions, leaf('a', 'memberSex', 'notIn', ['male', 'female'])]], found],
    ['yes and no', [all(leaf('a', 'certified', 'equal', true), leaf('b', 'certified', 'notEqual', true))], found],
    ['on a day and after it', [all(leaf('a', 'admittedOn', 'onOrBefore', '2026-02-01'), leaf('b', 'admittedOn', 'after', '2026-02-01'))], found],
    ['between two days that follow each other', [all(leaf('a', 'admittedOn', 'after', '2026-02-28'), leaf('b', 'admittedOn', 'before', '2026-03-01'))], found],
    ['for at least two years and for less than 24 months', [all(leaf('a', 'membership', 'atLeast', { years: 2 }), leaf('b', 'membership', 'shorterThan', { months: 24 }))], found],
    ['for at least two years and at most two', [all(leaf('a', 'membership', 'atLeast', { years: 2 }), leaf('b', 'membership', 'atMost', { years: 2 }))], []],
    ['across nested groups', [all({ all: [leaf('a', 'nights', 'greaterThan', 5)] }, { not: { any: [leaf('b', 'nights', 'greaterThanInclusive', 5), leaf('c', 'certified', 'equal', false)] } })], found],
    ['with every branch of a choice', [all(leaf('a', 'nights', 'greaterThan', 5), { any: [leaf('b', 'nights', 'lessThan', 2), leaf('c', 'nights', 'equal', 3)] })], found],
    ['with one branch of a choice only', [all(leaf('a', 'nights', 'greaterThan', 5), { any: [leaf('b', 'nights', 'lessThan', 2), leaf('c', 'nights', 'equal', 8)] })], []],
    ['inside one branch of a choice', [[conditions, { any: [{ all: [leaf('a', 'nights', 'greaterThan', 5), leaf('b', 'nights', 'lessThan', 5)] }, leaf('c', 'nights', 'equal', 8)] }]], [`contradiction ${conditions}.any.0`]],
    ['by the values of terms', [all(leaf('a', 'nights', 'greaterThan', { fact: 'nightsYear' }), leaf('b', 'nights', 'lessThan', { fact: 'nightsStay' }))], found],
    ['with a standing condition', [[conditions, leaf('a', 'membershipDays', 'lessThan', 180)]], found],
    ['with a standing condition that does not bind it', [[conditions, leaf('a', 'membershipDays', 'lessThan', 180)], ['benefits.0.exempt', ['waiting']]], []],
    ['of a number with decimals', [['benefits.2.conditions', { all: [leaf('a', 'grade', 'greaterThan', 2.5), leaf('b', 'grade', 'lessThan', 2.51)] }]], ['contradiction benefits.2.conditions']],
    ['of a number, with a value between', [['benefits.2.conditions', { all: [leaf('a', 'grade', 'greaterThan', 2.5), leaf('b', 'grade', 'lessThan', 2.52)] }]], []],
    ['in when a question is put', [['facts.grade.askedWhen', { all: [leaf('a', 'level', 'equal', 'primary'), leaf('b', 'level', 'equal', 'secondary')] }]], ['contradiction facts.grade.askedWhen']],
  ])('%s', (_, changes, expected) => {
    expect(findings(...changes)).toEqual(expected)
  })

  test('a leaf and its opposite both fail where the question is not put', () => {
    const neither = { not: { any: [leaf('a', 'grade', 'greaterThan', 2.5), leaf('b', 'grade', 'lessThanInclusive', 2.5)] } }
    expect(findings(['benefits.2.conditions', neither])).toEqual([])
    expect(findings(['benefits.2.conditions', { ...neither, not: { any: [leaf('a', 'damage', 'greaterThan', 5), leaf('b', 'damage', 'lessThanInclusive', 5)] } }], ['benefits.2.asks', ['enrolledOn', 'level', 'grade', 'damage']])).toEqual(['contradiction benefits.2.conditions'])
  })

  test('each change of a value is looked at', () => {
    const between = all(leaf('a', 'nights', 'greaterThan', { fact: 'nightsStay' }), leaf('b', 'nights', 'lessThan', { fact: 'nightsYear' }))
    expect(findings(between)).toEqual([])
    expect(findings(between, ['terms.nightsYear.values', [since(20), since(5, '2022-01-01')]])).toEqual(found)
  })
})

describe('personal data', () => {
  test.each<[string, string, boolean]>([
    ['a citizen ID', 'ป้าแดง 1-0000-00000-00-9', true],
    ['a citizen ID without dashes, in Thai digits', '๑๐๐๐๐๐๐๐๐๐๐๐๙', true],
    ['a sample that begins with 0', '0-1000-00000-00-0', false],
    ['thirteen digits that are no citizen ID', '1000000000001', false],
    ['a mobile telephone', 'โทร 081-234-5678', true],
    ['a telephone of Bangkok', 'โทร. 02 123 4567', true],
    ['a telephone of a province', '045-711-234', true],
    ['a telephone with the country', '+66 81 234 5678', true],
    ['an e-mail', 'ติดต่อ somchai@example.go.th', true],
    ['a day and a number of the book', 'มติที่ 12/2569 วันที่ 01/02/2569', false],
    ['an amount of baht', '1,000,000,000.00 บาท ข้อ 021', false],
  ])('%s', (_, text, is) => {
    expect(findings(['notes', [says(text, 'note')]])).toEqual(is ? ['personalData notes.0.th'] : [])
    expect(findings(['terms.nightRate.values.0.source', text])).toEqual(is ? ['personalData terms.nightRate.values.0.source'] : [])
  })
})

describe('a regulation', () => {
  const inFund = (...changes: Change[]) => {
    const regulation = Regulation.parse(withChanges(exampleRegulation, changes))
    return told(checkRegulation({ ...regulation, packs: regulation.packs.map((each) => ({ ...each, hash: packHash(each.pack) })) }))
  }
  const second: Change = ['packs.1', { pack: { ...changed(changed(examplePack, 'id', 'other'), 'benefits', examplePack.benefits.slice(1, 2)) }, hash: packHash(examplePack) }]

  test.each<[string, Change[], string[]]>([
    ['its own value of another type', [['packs.0.values', { nightRate: [since('100')] }]], ['mistyped packs.0.values.nightRate.0.value']],
    ['its own value for a ladder', [['packs.0.values', { deathSteps: [since(100)] }]], ['mistyped packs.0.values.deathSteps.0.value']],
    ['its own ladder, out of order', [['packs.0.values', { deathSteps: [since([{ id: 'a', from: { years: 2 }, value: 1 }, { id: 'b', from: { years: 1 }, value: 2 }])] }]], ['outOfOrder packs.0.values.deathSteps.0.value.1.from']],
    ['its own schedule for a single value', [['packs.0.values', { nightRate: [since({ primary: 1 })] }]], ['mistyped packs.0.values.nightRate.0.value']],
    ['its own value for nothing', [['packs.0.values', { moons: [since(1)] }]], ['unknownTerm packs.0.values.moons']],
    ['its own values out of order', [['packs.0.values', { nightRate: [since(100), since(200)] }]], ['outOfOrder packs.0.values.nightRate.1.from']],
    ['its own value that allows none', [['packs.0.values', { schoolTimes: [since(0)] }]], ['belowOne packs.0.values.schoolTimes.0.value']],
    ['its own value that ends the pack\'s', [['packs.0.values', { nightRate: [since(null, '2024-01-01')] }]], ['note ended packs.0.pack.terms.nightRate']],
    ['its own value that contradicts', [['packs.0.pack.benefits.0.conditions', leaf('x', 'membershipDays', 'lessThan', 200)], ['packs.0.values', { memberMin: [since(365, '2024-01-01')] }]], ['contradiction packs.0.pack.benefits.0.conditions']],
    ['a benefit left out that the pack does not have', [['packs.0.without', ['moons']]], ['unknownBenefit packs.0.without.0']],
    ['a yearly limit without a year', [['fundTerms.year', undefined]], ['noYear fundTerms.year']],
    ['no yearly limit, no year', [['fundTerms.year', undefined], ['packs.0.without', ['stay', 'school']]], []],
    ['an open term that the fund filled in', [['packs.0.pack.terms.nightRate', { ...term('money', undefined), open: true }], ['packs.0.values', { nightRate: [since(5000)] }]], []],
    ['an open term that the fund did not', [['packs.0.pack.terms.nightRate', { ...term('money', undefined), open: true }]], ['note open packs.0.pack.terms.nightRate']],
    ['an open term of a benefit that the fund does not take', [['packs.0.pack.terms.nightRate', { ...term('money', undefined), open: true }], ['packs.0.without', ['stay']]], []],
    ['two packs with the same benefit', [second], ['taken packs.1.pack.benefits.0.id']],
    ['two packs with the same benefit, one left out', [second, ['packs.0.without', ['death']]], []],
    ['one pack twice', [['packs.1', { ...exampleRegulation.packs[0], without: ['stay', 'death', 'school', 'disaster'] }]], ['taken packs.1.pack.id']],
    ['two packs that count differently under one limit', [second, ['packs.0.without', ['death']], ['packs.1.pack.benefits.0.limits', [{ id: 'nights-year', per: 'year', of: 'times', atMost: 'schoolTimes' }]]], ['differs packs.1.pack.benefits.0.limits.0']],
    ['one name in the register for two types', [second, ['packs.0.without', ['death']], ['packs.0.pack.facts.x', fact('count', { from: 'recorded' })], ['packs.1.pack.facts.x', fact('flag', { from: 'recorded' })]], ['differs packs.1.pack.facts.x.type']],
    ['a telephone number in its preamble', [['preamble', says('โทร 081-234-5678', 'preamble')]], ['personalData preamble.th']],
    ['a telephone number in the source of its own value', [['packs.0.values', { nightRate: [{ ...since(100), source: '081-234-5678' }] }]], ['personalData packs.0.values.nightRate.0.source']],
  ])('%s', (_, changes, expected) => {
    expect(inFund(...changes)).toEqual(expected)
  })

  test('a pack that is not what its hash says', () => {
    expect(told(checkRegulation(changed(exampleRegulation, 'packs.0.pack.terms.nightRate.values.0.value', 99)))).toEqual(['wrongHash packs.0.hash'])
    expect(checkRegulation(changed(exampleRegulation, 'packs.0.pack.version', '1.0.1'))).toEqual([])
  })
})

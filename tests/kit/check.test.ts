import { describe, expect, test } from 'vitest'
import { check } from '../../plugins/kit/check.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import { packHash } from '../../plugins/kit/regulation.ts'
import { changed, examplePack } from './example-pack.ts'
import { fact, findings, leaf, says, since, term, told, type Change } from './told.ts'

const conditions = 'benefits.0.conditions'

test('it works', () => {
  expect(check(examplePack)).toEqual([])
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

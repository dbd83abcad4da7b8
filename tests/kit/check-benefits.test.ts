import { describe, expect, test } from 'vitest'
import { findings, leaf, says, since, type Change } from './told.ts'

const conditions = 'benefits.0.conditions'

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

import { describe, expect, test } from 'vitest'
import { checkRegulation } from '../../plugins/kit/check-regulation.ts'
import { packHash, Regulation } from '../../plugins/kit/regulation.ts'
import { changed, examplePack, exampleRegulation } from './example-pack.ts'
import { fact, leaf, says, since, term, told, withChanges, type Change } from './told.ts'

test('it works', () => {
  expect(checkRegulation(exampleRegulation)).toEqual([])
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
    ['benefits of its own in two packs', [second, ['packs.0.without', ['death']], ['packs.0.pack.id', 'ban-mai/own'], ['packs.1.pack.id', 'nong-bua/own']], ['taken packs.1.pack.id']],
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

  test('a pack beyond the bounds, by whichever door it came', () => {
    const nested = (depth: number): unknown => (depth === 1 ? leaf('x', 'nights', 'greaterThan', 1) : { not: nested(depth - 1) })
    expect(inFund(['packs.0.pack.benefits.0.conditions', nested(9)])).toEqual(['tooDeep packs.0.pack.benefits.0.conditions'])
  })
})

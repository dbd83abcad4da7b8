import { expect, test } from 'vitest'
import { regulationFor } from '../../plugins/kit/cases.ts'
import { changedParts } from '../../plugins/kit/parts.ts'
import { draftedValues, withBenefit, withFact, withoutBenefit, withStanding, withTerm } from '../../plugins/kit/structure.ts'
import { examplePack as pack } from './example-pack.ts'

const says = (th: string, en: string) => ({ th, en })
const origin = regulationFor(pack)
const [first, second] = pack.benefits
if (!first || !second) throw new Error('the example has two benefits')
const id = pack.id
const changed = (after: typeof origin) => changedParts(after, origin, '2027-01-01')

test.each([
  ['nothing', origin, []],
  ['a benefit', withBenefit(origin, id, { ...first, title: says('ใหม่', 'new') }), [{ pack: id, benefit: first.id }]],
  ['a benefit that the fund does not take any more', withoutBenefit(origin, id, second.id), [{ pack: id, benefit: second.id }]],
  ['a fact', withFact(origin, id, 'nightsAbroad', { type: 'count', of: 'claim', from: 'asked', label: says('คืน', 'nights') }), [{ pack: id, fact: 'nightsAbroad' }]],
  ['a standing condition', withStanding(origin, id, { id: 'paid-up', conditions: { id: 'paid', name: says('ส่งครบ', 'paid up'), fact: 'instalmentsMissed', operator: 'equal', value: 0 } }), [{ pack: id, standing: 'paid-up' }]],
  ['what a term is called', withTerm(origin, id, 'nightRate', { type: 'money', label: says('ต่อคืน', 'per night'), values: pack.terms['nightRate']?.values ?? [] } as never), [{ pack: id, term: 'nightRate' }]],
  ['what a term is worth', withTerm(origin, id, 'nightRate', { ...pack.terms['nightRate'], values: draftedValues('2020-01-01', 1) } as never), [{ pack: id, term: 'nightRate' }]],
  ['a value of another day', withTerm(origin, id, 'nightRate', { ...pack.terms['nightRate'], values: [...pack.terms['nightRate']?.values ?? [], { from: '2030-01-01', value: 1, source: 'ข้อ 9' }] } as never), []],
  ['a pack of the fund’s own', withBenefit(origin, 'ban-mai/own', { ...first, id: 'mine' }), [{ pack: 'ban-mai/own', benefit: 'mine' }]],
  ['what a year is', { ...origin, fundTerms: { ...origin.fundTerms, year: 'membership' as const } }, [{ of: 'fundTerms' }]],
  ['the title', { ...origin, title: says('ระเบียบ', 'Rules') }, [{ of: 'title' }]],
  ['a pack that is gone', { ...origin, packs: [] }, [{ pack: id }]],
])('%s', (_what, after, parts) => {
  expect(changed(after)).toEqual(parts)
})

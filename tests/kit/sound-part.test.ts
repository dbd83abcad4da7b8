import { expect, test } from 'vitest'
import { regulationFor } from '../../plugins/kit/cases.ts'
import { checkRegulation } from '../../plugins/kit/check-regulation.ts'
import { noticeOf } from '../../plugins/kit/notice.ts'
import type { Benefit } from '../../plugins/kit/pack.ts'
import { benefitsOf, type Regulation } from '../../plugins/kit/regulation.ts'
import { soundPart } from '../../plugins/kit/sound-part.ts'
import { withBenefit, withoutFact, withoutTerm, withTerm } from '../../plugins/kit/structure.ts'
import { examplePack as pack } from './example-pack.ts'

const says = (th: string, en: string) => ({ th, en })
const origin = regulationFor(pack)
const all = pack.benefits.map(({ id }) => id)
const without = (...ids: string[]) => all.filter((id) => !ids.includes(id))
const stayWith = (more: Partial<Benefit>) => withBenefit(origin, pack.id, { ...pack.benefits.find(({ id }) => id === 'stay') ?? fail(), ...more })
function fail(): never { throw new Error('the example has a stay in hospital') }

/** What is left can be told in words. */
function told(regulation: Regulation) {
  const { regulation: sound, leftOut } = soundPart(regulation, checkRegulation(regulation))
  noticeOf(sound, '2027-01-01')
  return { left: benefitsOf(sound).map(({ benefit }) => benefit.id), leftOut }
}

test('what holds together is left as it is', () => {
  expect(soundPart(origin, checkRegulation(origin))).toEqual({ regulation: origin, leftOut: [] })
})

test.each([
  ['an amount of no term', stayWith({ amount: { fixed: 'noSuchTerm' } }), ['stay']],
  ['an event that is not asked for', stayWith({ eventOn: 'noSuchDay' }), ['stay']],
  ['a value of another type', withTerm(origin, pack.id, 'nightRate', { type: 'money', label: says('คืนละ', 'a night'), values: [{ from: '2019-10-01', value: 'มาก', source: 'ข้อ 9' }] }), ['stay']],
  ['a term that is gone', withoutTerm(origin, pack.id, 'nightRate'), ['stay']],
  ['a question that is gone, and what is worked out from it', withoutFact(origin, pack.id, 'admittedOn'), ['stay']],
  ['a yearly limit without a year', { ...origin, fundTerms: { memberFrom: 'joined' as const, clock: 'calendar' as const, arrearsCured: 'never' as const } }, ['stay', 'school']],
])('%s: the rest can be told', (_what, regulation, leftOut) => {
  expect(told(regulation)).toEqual({ left: without(...leftOut), leftOut })
})

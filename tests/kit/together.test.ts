import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withValue } from '../../plugins/kit/draft.ts'
import { regulationHash, type Regulation } from '../../plugins/kit/regulation.ts'
import { withBenefit, withFact, withoutBenefit, withoutTerm, withStanding, withTerm } from '../../plugins/kit/structure.ts'
import { together } from '../../plugins/kit/together.ts'
import { examplePack as pack, exampleRegulation as base } from './example-pack.ts'

const says = (th: string, en: string) => ({ th, en })
const { id } = pack
const [first, second] = pack.benefits
if (!first || !second) throw new Error('the example has two benefits')

const set = (term: string, value: number) => (regulation: Regulation) => withValue(regulation, base, { pack: id, term, value }, '2027-01-01')
const CHANGES: Record<string, (regulation: Regulation) => Regulation> = {
  rate: set('nightRate', 12_300),
  share: set('damageShare', 40),
  renamed: (regulation) => withBenefit(regulation, id, { ...first, title: says('นอน รพ.', 'A stay') }),
  refused: (regulation) => withoutBenefit(regulation, id, second.id),
  own: (regulation) => withBenefit(withTerm(withFact(regulation, 'ban-mai/own', 'movedOn', { type: 'day', of: 'claim', from: 'asked', label: says('วัน', 'day') }), 'ban-mai/own', 'gift', { type: 'money', label: says('เงิน', 'gift'), values: [{ from: '2027-01-01', value: 1, source: 'ร่าง' }] }), 'ban-mai/own', { ...first, id: 'mine', eventOn: 'movedOn', asks: ['movedOn'] }),
  standing: (regulation) => withStanding(regulation, id, { id: 'paid-up', conditions: { id: 'paid', name: says('ส่งครบ', 'paid up'), fact: 'instalmentsMissed', operator: 'equal', value: 0 } }),
  gone: (regulation) => withoutTerm(regulation, id, 'schoolTimes'),
  year: (regulation) => ({ ...regulation, fundTerms: { ...regulation.fundTerms, year: 'membership' } }),
  preamble: (regulation) => ({ ...regulation, preamble: says('โดยที่', 'Whereas') }),
  title: (regulation) => ({ ...regulation, title: says('ระเบียบ', 'Rules') }),
}
const names = Object.keys(CHANGES)
const changed = (which: readonly string[], regulation = base) => which.reduce((all, name) => CHANGES[name]?.(all) ?? all, regulation)

test('what two have changed apart from each other is all there, in whichever order', () => {
  fc.assert(fc.property(fc.subarray(names), fc.subarray(names), (mine, theirs) => {
    const { regulation, clashing } = together(base, changed(mine), changed(theirs.filter((name) => !mine.includes(name))), 'theirs')
    expect(clashing).toEqual([])
    expect(regulationHash(regulation)).toBe(regulationHash(changed([...theirs.filter((name) => !mine.includes(name)), ...mine])))
  }), { numRuns: 100 })
})

test.each(names)('what both have changed alike does not clash: %s', (name) => {
  expect(together(base, changed([name]), changed([name]), 'mine')).toEqual({ regulation: changed([name]), clashing: [] })
})

test('what is put back is put back in the other too', () => {
  expect(regulationHash(together(changed(['own', 'rate', 'preamble']), base, changed(['own', 'rate', 'preamble', 'title']), 'theirs').regulation)).toBe(regulationHash(changed(['title'])))
})

describe('what both have changed, each otherwise', () => {
  const [mine, theirs] = [changed(['rate', 'title']), changed(['share', 'title'], set('nightRate', 45_600)(base))]

  test('is named, and is as the one says who is to be heard first', () => {
    const clashing = [{ pack: id, term: 'nightRate' }]
    expect(together(base, mine, theirs, 'theirs')).toEqual({ regulation: theirs, clashing })
    expect(regulationHash(together(base, mine, theirs, 'mine').regulation)).toBe(regulationHash(changed(['share', 'title', 'rate'])))
  })

  test('a pack that the other has given up clashes with a change in it', () => {
    const without = { ...changed(['own']), packs: changed(['own']).packs.slice(1) }
    expect(together(base, mine, without, 'theirs')).toMatchObject({ clashing: [{ pack: id, term: 'nightRate' }] })
    expect(together(base, mine, without, 'mine').regulation.packs.map((adopted) => adopted.pack.id)).toEqual(['ban-mai/own', id])
  })
})

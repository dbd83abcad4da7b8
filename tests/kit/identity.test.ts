import { describe, expect, test } from 'vitest'
import { regulationFor } from '../../plugins/kit/cases.ts'
import type { DerivedFact } from '../../plugins/kit/fact.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { definePlugin, vocabularyOf } from '../../plugins/kit/plugin.ts'
import { packHash, regulationHash } from '../../plugins/kit/regulation.ts'
import { both } from './random.ts'

const pack = Pack.parse({
  format: 'sajja/pack@1', id: 'small', version: '1.0.0', title: both('small'),
  facts: { happenedOn: { type: 'day', of: 'claim', from: 'asked', label: both('happened on') } },
  terms: { gift: { type: 'money', label: both('gift'), values: [{ from: '2000-01-01', value: 50_000, source: 'clause 1' }] } },
  benefits: [{ id: 'birth', category: 'newborn', title: both('birth'), eventOn: 'happenedOn', asks: ['happenedOn'], amount: { fixed: 'gift' } }],
})
const withValue = (value: number): Pack => ({ ...pack, terms: { gift: { type: 'money', label: both('gift'), values: [{ from: '2000-01-01', value, source: 'clause 1' }] } } })

describe('identity', () => {
  test('a pack is its content: not its version, lineage or notes', () => {
    const lineage = { pack: 'model', version: '1.0.0', hash: packHash(pack) }
    expect(packHash({ ...pack, version: '9.0.0', basedOn: lineage, notes: [both('a note')] })).toBe(packHash(pack))
    expect(packHash(withValue(50_100))).not.toBe(packHash(pack))
  })

  test('the order of keys does not matter, that of benefits does', () => {
    expect(packHash(Object.fromEntries(Object.entries(pack).toReversed()) as Pack)).toBe(packHash(pack))
    const [birth] = pack.benefits
    const second = { ...birth, id: 'second' } as Pack['benefits'][number]
    expect(packHash({ ...pack, benefits: [...pack.benefits, second] })).not.toBe(packHash({ ...pack, benefits: [second, ...pack.benefits] }))
  })

  test('a verdict names the regulation it was judged by', async () => {
    const regulation = regulationFor(pack)
    const verdict = await evaluate({ regulation, benefitId: 'birth', answers: { happenedOn: '2026-01-01' }, member: { facts: { joinedOn: '2020-01-01' } }, fund: {}, history: [] })
    expect(verdict.regulationHash).toBe(regulationHash(regulation))
    expect(verdict.regulationHash).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(regulationHash(regulationFor(withValue(50_100)))).not.toBe(regulationHash(regulation))
  })
})

describe('the words of plugins', () => {
  const weekday: DerivedFact = { type: 'count', of: 'claim', from: 'derived', label: both('day of the month'), needs: ['happenedOn'], derive: ({ happenedOn }) => Number(String(happenedOn).slice(8)) }
  const plugin = definePlugin({
    meta: { id: 'calendar', version: '1.0.0', title: both('calendar'), maintainer: 'test' },
    facts: { dayOfMonth: weekday },
    operators: { dividesBy: { on: ['count'], label: both('divides by'), opposite: 'doesNotDivideBy', holds: (found, wanted) => Number(found) % Number(wanted) === 0 } },
  })

  test('a fact and an operator of a plugin judge a claim', async () => {
    const [birth] = pack.benefits
    const own = Pack.parse({ ...pack, benefits: [{ ...birth, conditions: { id: 'even', name: both('on an even day'), fact: 'dayOfMonth', operator: 'dividesBy', value: 2 } }] })
    const outcome = async (happenedOn: string) => (await evaluate({ regulation: regulationFor(own), benefitId: 'birth', answers: { happenedOn }, member: { facts: { joinedOn: '2020-01-01' } }, fund: {}, history: [], vocabulary: vocabularyOf([plugin]) })).outcome
    expect([await outcome('2026-01-02'), await outcome('2026-01-03')]).toEqual(['eligible', 'ineligible'])
  })

  test('two plugins cannot claim one word, and none the kit\'s', () => {
    expect(() => vocabularyOf([plugin, { ...plugin, meta: { ...plugin.meta, id: 'other' } }])).toThrow(/other: the fact "dayOfMonth" is already defined/)
    expect(() => vocabularyOf([{ ...plugin, facts: { memberAge: weekday } }])).toThrow(/memberAge/)
  })
})

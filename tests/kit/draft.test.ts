import { describe, expect, test } from 'vitest'
import { regulationFor } from '../../plugins/kit/cases.ts'
import { begunBy, DRAFT_SOURCE, everAsOn, moved, resourced, withoutValue, withValue } from '../../plugins/kit/draft.ts'
import { changedParts } from '../../plugins/kit/parts.ts'
import { regulationHash, termValueOn, type Regulation } from '../../plugins/kit/regulation.ts'
import { examplePack as pack } from './example-pack.ts'

const own = (regulation: Regulation, term: string) => regulation.packs[0]?.values?.[term]
const on = (regulation: Regulation, term: string, day: string) => regulation.packs[0] && termValueOn(regulation.packs[0], term, day)?.value

/** A fund whose rate rose in 2025 and rises again in 2028. */
const origin: Regulation = {
  ...regulationFor(pack),
  packs: regulationFor(pack).packs.map((adopted) => ({ ...adopted, values: { nightRate: [{ from: '2025-01-01', value: 20_000, source: 'ข้อ 12' }, { from: '2028-01-01', value: 40_000, source: 'ข้อ 12' }] } })),
}
const place = { pack: pack.id, term: 'nightRate' }
const raised = withValue(origin, origin, { ...place, value: 30_000 }, '2027-01-01')

test('a value holds from the draft’s day until the next that stood there before', () => {
  expect(['2026-12-31', '2027-01-01', '2027-12-31', '2028-01-01'].map((day) => on(raised, 'nightRate', day))).toEqual([20_000, 30_000, 30_000, 40_000])
  expect(changedParts(raised, origin, '2027-01-01')).toEqual([place])
})

test('a value as it was, or put back, has the hash it began with', () => {
  expect(regulationHash(withValue(raised, origin, { ...place, value: 20_000 }, '2027-01-01'))).toBe(regulationHash(origin))
  expect(regulationHash(withoutValue(raised, origin, place))).toBe(regulationHash(origin))
  const model = regulationFor(pack)
  expect(withoutValue(withValue(model, model, { ...place, value: 1 }, '2027-01-01'), model, place).packs[0]?.values ?? {}).toEqual({})
})

test('the meeting is the source of what the draft has set, and of nothing else', () => {
  expect(own(resourced(raised, DRAFT_SOURCE, 'มติ'), 'nightRate')?.map(({ source }) => source)).toEqual(['ข้อ 12', 'มติ', 'ข้อ 12'])
})

test('what is moved takes the place of what begins on that day', () => {
  expect(own(moved(raised, '2027-01-01', '2028-01-01'), 'nightRate')?.map(({ from, value }) => [from, value])).toEqual([['2025-01-01', 20_000], ['2028-01-01', 30_000]])
  expect(own(moved(raised, '2027-01-01', '2029-01-01'), 'nightRate')?.map(({ from }) => from)).toEqual(['2025-01-01', '2028-01-01', '2029-01-01'])
})

describe('a first day before that of the model', () => {
  test('has the model’s first values', () => {
    const model = regulationFor(pack)
    const first = pack.terms['nightRate']?.values[0]
    if (!first) throw new Error('the example has a rate')
    const early = begunBy(model, '2001-01-01')

    expect(on(early, 'nightRate', '2001-01-01')).toBe(first.value)
    expect(on(early, 'nightRate', '2000-12-31')).toBeUndefined()
    expect(own(begunBy(model, first.from), 'nightRate')).toBeUndefined()
  })
})

test('held to the values of one day, a regulation has them on every day', () => {
  expect(['1900-01-01', '2026-01-01', '2030-01-01'].map((day) => on(everAsOn(raised, '2027-06-01'), 'nightRate', day))).toEqual([30_000, 30_000, 30_000])
  expect(on(everAsOn(origin, '2000-01-01'), 'nightRate', '2027-01-01')).toBe(on(origin, 'nightRate', '2000-01-01'))
})

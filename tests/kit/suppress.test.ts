import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withholdSmall, type Group } from '../../plugins/kit/suppress.ts'
import { groupedBy } from '../../server/db/grouped.ts'

/** Groups of so many people each, who were all given 100 baht once. */
const groups = (counts: readonly number[]): Group<string>[] => counts.map((count, at) => ({ key: `g${at}`, given: Array.from({ length: count }, (_, each) => `${at}-${each}`), satang: count * 10_000 }))

/** Every table of so many groups of at most so many people. */
function tables(length: number, most: number): number[][] {
  if (length === 0) return [[]]
  return tables(length - 1, most).flatMap((rest) => Array.from({ length: most + 1 }, (_, count) => [...rest, count]))
}

describe('what may be told', () => {
  test('of large groups everything', () => {
    expect(withholdSmall(groups([12, 30]))).toEqual({ total: { times: 42, satang: 420_000 }, told: [{ key: 'g0', times: 12, satang: 120_000 }, { key: 'g1', times: 30, satang: 300_000 }], hidden: [] })
  })

  test('of a small one nothing, nor of the smallest beside it, or the total would give it back', () => {
    expect(withholdSmall(groups([30, 9, 12, 0]))).toEqual({ total: { times: 51, satang: 510_000 }, told: [{ key: 'g0', times: 30, satang: 300_000 }], hidden: ['g1', 'g2'] })
    expect(withholdSmall(groups([30, 10, 12]))).toMatchObject({ hidden: [] })
  })

  test('several small ones hide each other, where they are enough people together', () => {
    expect(withholdSmall(groups([30, 7, 6]))).toMatchObject({ total: { times: 43 }, told: [{ key: 'g0' }], hidden: ['g1', 'g2'] })
    expect(withholdSmall(groups([30, 9, 9])), 'eighteen of two small groups can only be nine and nine').toMatchObject({ told: [] })
    expect(withholdSmall(groups([30, 4, 5]))).toMatchObject({ total: { times: 39 }, told: [], hidden: ['g0', 'g1', 'g2'] })
  })

  test('where there is nobody to hide behind, not even the total', () => {
    expect(withholdSmall(groups([4, 5]))).toEqual({ told: [], hidden: ['g0', 'g1'] })
    expect(withholdSmall(groups([9]))).toEqual({ told: [], hidden: ['g0'] })
    expect(withholdSmall(groups([0, 0]))).toEqual({ told: [], hidden: [] })
  })

  test('twenty stays of one person are one person', () => {
    const often = { key: 'stays', given: Array.from({ length: 20 }, () => 'daeng'), satang: 400_000 }

    expect(withholdSmall([often])).toEqual({ told: [], hidden: ['stays'] })
    expect(withholdSmall([often, { key: 'births', given: ['daeng', 'noi'], satang: 100_000 }])).toEqual({ told: [], hidden: ['stays', 'births'] })
  })
})

/** By brute force: every table that is told in the same words, by one who knows this very rule. */
describe.each([[2, 8, 3], [3, 7, 3], [4, 6, 3], [5, 4, 3], [2, 24, 10], [3, 14, 10]])('of %i groups of at most %i people, fewer than %i being few', (length, most, fewest) => {
  test('no group that is withheld can be reckoned back', () => {
    const all = tables(length, most).map((counts) => ({ counts, told: withholdSmall(groups(counts), fewest) }))
    const alike = groupedBy(all, ({ told }) => JSON.stringify(told))
    const derived = [...alike.values()].flatMap((same) => same[0]?.told.hidden.filter((key) => new Set(same.map(({ counts }) => counts[Number(key.slice(1))])).size < 2).map((key) => `${key} of ${JSON.stringify(same[0]?.counts)}`) ?? [])

    expect(derived).toEqual([])
    expect(all.some(({ told }) => told.hidden.length > 0 && told.total)).toBe(true)
  })
})

test('whoever was given what, neither what is told nor what is left of the total is about fewer people', () => {
  const given = fc.array(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 40 })
  const drawn = fc.array(fc.record({ given, satang: fc.nat() }), { maxLength: 8 }).map((list) => list.map((each, at) => ({ key: `g${at}`, ...each })))
  let leftOver = 0
  fc.assert(fc.property(drawn, (list) => {
    const { total, told, hidden } = withholdSmall(list)
    const people = (keys: readonly string[]) => new Set(list.filter(({ key }) => keys.includes(key)).flatMap((group) => group.given)).size
    for (const { key } of told) expect(people([key])).toBeGreaterThanOrEqual(10)
    if (!total) { expect(told).toEqual([]); return }
    expect(total.times).toBe(list.flatMap((group) => group.given).length)
    if (hidden.length === 0) return
    leftOver += 1
    expect(hidden.length).toBeGreaterThan(1)
    expect(people(hidden)).toBeGreaterThanOrEqual(10)
  }), { numRuns: 2000 })
  expect(leftOver).toBeGreaterThan(200)
})

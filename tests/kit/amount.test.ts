import { describe, expect, test } from 'vitest'
import { Amount } from '../../plugins/kit/amount.ts'
import { calculate } from '../../plugins/kit/calculate.ts'
import type { Found } from '../../plugins/kit/known.ts'
import type { TermValue } from '../../plugins/kit/term.ts'
import type { Value } from '../../plugins/kit/value.ts'
import { ENDLESS } from '../../plugins/kit/verdict.ts'

const baht = (amount: number) => amount * 100
const steps = (...pairs: [number | { years?: number; months?: number; days?: number }, number][]) => pairs.map(([from, value], place) => ({ id: `s${place}`, from, value }))
const TO_BAHT = { to: 'baht', how: 'down' } as const

function of(amount: unknown, terms: Record<string, TermValue>, facts: Record<string, Value>, unitsLeft: Record<string, number> = {}) {
  const found = (id: string): Found => {
    const value = facts[id]
    return value === undefined ? { state: 'unknown', ask: [id] } : { state: 'known', value, from: 'asked' }
  }
  return calculate(Amount.parse(amount), { found, term: (id) => terms[id], unitsLeft: new Map(Object.entries(unitsLeft)) })
}

/** The amount, after checking that the lines of the slip add up to it. */
function satang(...args: Parameters<typeof of>): number {
  const { low, high, lines, missing, notSet } = of(...args)
  expect([...missing, ...notSet]).toEqual([])
  expect(low).toBe(high)
  expect(lines.reduce((sum, line) => sum + line.low, 0)).toBe(low)
  return low
}

describe('every amount shape', () => {
  test('fixed', () => expect(satang({ fixed: 'gift' }, { gift: baht(500) }, {})).toBe(baht(500)))

  test('per unit, at most so many units, at most so much', () => {
    const amount = { perUnit: { rate: 'rate', count: 'nights', atMost: 'most', amountAtMost: 'cap' } }
    const terms = { rate: baht(200), most: 5, cap: baht(900) }
    expect(satang(amount, terms, { nights: 4 })).toBe(baht(800))
    expect(satang(amount, terms, { nights: 5 })).toBe(baht(900))
    expect(satang(amount, { ...terms, cap: baht(5000) }, { nights: 9 })).toBe(baht(1000))
    expect(satang(amount, terms, { nights: 4 }, { nights: 3 })).toBe(baht(600))
  })

  test('ladder by a duration: the bound is in, the day before is not', () => {
    const amount = { ladder: 'steps', by: 'time' }
    const terms = { steps: steps([{ months: 6 }, baht(3000)], [{ years: 2, days: 1 }, baht(6000)]) }
    expect(satang(amount, terms, { time: { months: 5, days: 30 } })).toBe(0)
    expect(satang(amount, terms, { time: { months: 6 } })).toBe(baht(3000))
    expect(satang(amount, terms, { time: { years: 2 } })).toBe(baht(3000))
    expect(satang(amount, terms, { time: { years: 2, days: 1 } })).toBe(baht(6000))
  })

  test.each([['down', 2, 11], ['up', 3, 11], ['halfUp', 3, 6], ['halfUp', 2, 5], ['moreThanHalf', 2, 6], ['moreThanHalf', 3, 7]] as const)(
    'beyond the last step, rounded %s: %i times after 2 years and %i months', (rounding, times, months) => {
      const amount = { ladder: 'steps', by: 'time', beyond: { add: 'more', every: 'year', rounding } }
      const terms = { steps: steps([{ years: 15 }, baht(20_000)]), more: baht(500), year: { years: 1 } }
      expect(satang(amount, terms, { time: { years: 17, months } })).toBe(baht(20_000 + 500 * times))
    })

  test('ladder by a number, beyond by a number', () => {
    const amount = { ladder: 'steps', by: 'children', beyond: { add: 'more', every: 'each', rounding: 'down' } }
    const terms = { steps: steps([1, baht(300)], [3, baht(1000)]), more: baht(100), each: 2 }
    expect([0, 1, 2, 3, 4, 5, 7].map((children) => satang(amount, terms, { children }) / 100)).toEqual([0, 300, 300, 1000, 1000, 1100, 1200])
  })

  test('steps that hold amounts', () => {
    const amount = { by: 'time', steps: [{ id: 'half', from: { months: 6 }, amount: { fixed: 'flat' } }, { id: 'year', from: { years: 1 }, amount: { perYear: { rate: 'rate', of: 'time', rounding: 'moreThanHalf', amountAtMost: 'cap' } } }] }
    const terms = { flat: baht(1500), rate: baht(1500), cap: baht(100_000) }
    expect([{ months: 4 }, { months: 6 }, { years: 10, months: 6 }, { years: 10, months: 7 }, { years: 70 }].map((time) => satang(amount, terms, { time }) / 100)).toEqual([0, 1500, 15_000, 16_500, 100_000])
  })

  test('per year of a clock, with base, years and amount capped', () => {
    const amount = { perYear: { rate: 'rate', of: 'time', rounding: 'halfUp', base: 'base', yearsAtMost: 'years', amountAtMost: 'cap' } }
    const terms = { rate: baht(100), base: baht(1000), years: 5, cap: baht(1450) }
    expect([{ years: 2, months: 5 }, { years: 2, months: 6 }, { years: 9 }].map((time) => satang(amount, terms, { time }) / 100)).toEqual([1200, 1300, 1450])
  })

  test('percent of a money fact, with a deemed base, floor and cap', () => {
    const amount = { percent: { rate: 'rate', of: 'saved', deemed: 'deemed', atLeast: 'floor', amountAtMost: 'cap', rounding: TO_BAHT } }
    const terms = { rate: 33.33, deemed: baht(100), floor: baht(50), cap: baht(1000) }
    expect([0, 10, 200, 1000, 50_000].map((saved) => satang(amount, terms, { saved: baht(saved) }) / 100)).toEqual([50, 50, 66, 333, 1000])
  })

  test('percent by a ladder and by a schedule of percents', () => {
    expect(satang({ percent: { rate: 'ages', by: 'age', of: 'saved', rounding: TO_BAHT } }, { ages: steps([{ years: 65 }, 30], [{ years: 70 }, 50]) }, { age: { years: 70 }, saved: baht(12_000) })).toBe(baht(6000))
    expect(satang({ percent: { rate: 'kin', by: 'relation', of: 'saved', rounding: TO_BAHT } }, { kin: { spouse: 50, parent: 25 } }, { relation: 'parent', saved: baht(1000) })).toBe(baht(250))
  })

  test('sum, less a money term, never below nothing', () => {
    const amount = { sum: [{ fixed: 'gift' }, { perUnit: { rate: 'rate', count: 'nights' } }], less: 'fee' }
    expect(satang(amount, { gift: baht(500), rate: baht(100), fee: baht(50) }, { nights: 2 })).toBe(baht(650))
    expect(satang(amount, { gift: baht(500), rate: baht(100), fee: baht(5000) }, { nights: 2 })).toBe(0)
  })

  test('the least and the greatest', () => {
    const parts = [{ fixed: 'a' }, { perUnit: { rate: 'rate', count: 'nights' } }]
    const terms = { a: baht(500), rate: baht(200) }
    expect([1, 4].map((nights) => satang({ least: parts }, terms, { nights }) / 100)).toEqual([200, 500])
    expect([1, 4].map((nights) => satang({ greatest: parts }, terms, { nights }) / 100)).toEqual([500, 800])
  })

  test('a share of another amount, after that amount\'s own cap', () => {
    const amount = { share: { of: { perUnit: { rate: 'rate', count: 'nights', amountAtMost: 'cap' } }, rate: 'half', rounding: TO_BAHT } }
    expect(satang(amount, { rate: baht(200), cap: baht(600), half: 50 }, { nights: 9 })).toBe(baht(300))
  })

  test('a schedule of named items, and another amount by choice', () => {
    expect(satang({ schedule: 'damage', by: 'extent' }, { damage: { whole: baht(5000), part: baht(2000) } }, { extent: 'part' })).toBe(baht(2000))
    const amount = { choice: 'plan', branches: { plain: { fixed: 'a' }, both: { fixed: 'b' } } }
    expect(satang(amount, { a: baht(300), b: baht(500) }, { plan: 'both' })).toBe(baht(500))
  })

  test('what it cost up to a limit, and a levy on those who pay', () => {
    expect([700, 900].map((cost) => satang({ actualCost: { of: 'cost', amountAtMost: 'cap' } }, { cap: baht(800) }, { cost: baht(cost) }) / 100)).toEqual([700, 800])
    expect(satang({ levy: { rate: 'each', payers: 'payers', less: 'fee' } }, { each: baht(20), fee: baht(500) }, { payers: 480 })).toBe(baht(9100))
  })

  test('things in kind stand beside the baht and are not added', () => {
    const result = of({ sum: [{ fixed: 'gift' }, { inKind: { items: [{ id: 'wreath', name: { th: 'พวงหรีด', en: 'a wreath' } }], worth: 'worth' } }] }, { gift: baht(500), worth: baht(300) }, {})
    expect(result).toMatchObject({ low: baht(500), worthSatang: baht(300), inKind: [{ id: 'wreath' }] })
  })

  test('decided by the committee within a range', () => {
    expect(of({ sum: [{ fixed: 'gift' }, { decided: { atLeast: 'low', amountAtMost: 'high' } }] }, { gift: baht(100), low: baht(500), high: baht(2000) }, {})).toMatchObject({ low: baht(600), high: baht(2100), decided: true })
  })
})

describe('what is not set or not known', () => {
  test('an open term leaves a range that what stands around it can close', () => {
    const levels = { ladder: 'levels', by: 'level' }
    expect(of(levels, {}, {})).toMatchObject({ low: 0, high: ENDLESS, missing: new Set(), notSet: new Set(['levels']) })
    expect(of({ least: [{ fixed: 'most' }, { greatest: [{ fixed: 'least' }, levels] }] }, { most: baht(2000), least: baht(1000) }, {})).toMatchObject({ low: baht(1000), high: baht(2000) })
  })

  test('an unknown fact is asked for; only the chosen branch asks', () => {
    const amount = { choice: 'plan', branches: { plain: { fixed: 'a' }, nights: { perUnit: { rate: 'a', count: 'nights' } } } }
    expect(of(amount, { a: baht(100) }, {}).missing).toEqual(new Set(['plan']))
    expect(of(amount, { a: baht(100) }, { plan: 'nights' }).missing).toEqual(new Set(['nights']))
    expect(of(amount, { a: baht(100) }, { plan: 'plain' }).missing).toEqual(new Set())
  })

  test('an amount above a thousand million baht is refused, in both languages', () => {
    expect(() => of({ perUnit: { rate: 'rate', count: 'nights' } }, { rate: baht(1_000_000) }, { nights: 1_000_000 })).toThrow(/thousand million/)
  })
})

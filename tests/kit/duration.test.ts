import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween } from '../../plugins/kit/day.ts'
import { addDuration, compareDurations, Duration, durationBetween, firstDayReaching, formatDuration, normalDuration, sumDurations, wholeYears, type Clock } from '../../plugins/kit/duration.ts'

const anyDay = fc.integer({ min: 0, max: 200_000 }).map((n) => addDays('1850-01-01', n))
const clock = fc.constantFrom<Clock>('calendar', '360', '365')
const monthEnd = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(addMonths('1900-02-01', n), -1))
const start = fc.oneof(anyDay, monthEnd)
const parts = fc.record({ years: fc.integer({ min: 0, max: 150 }), months: fc.integer({ min: 0, max: 40 }), days: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40_000 })) }, { requiredKeys: [] }).filter((each) => Object.keys(each).length > 0)
const zero = { years: 0, months: 0, days: 0 }

describe('Duration', () => {
  test('at least one part, each whole and bounded, nothing else', () => {
    expect(Duration.parse({ months: 6 })).toEqual({ months: 6 })
    expect(Duration.parse({ years: 150, months: 1200, days: 40_000 })).toEqual({ years: 150, months: 1200, days: 40_000 })
    expect(Duration.parse({ days: 0 })).toEqual({ days: 0 })
    for (const value of [{}, { years: undefined }, { days: -1 }, { months: 1.5 }, { months: 1201 }, { years: 151 }, { days: 40_001 }, { weeks: 1 }, { days: 1, hours: 1 }, { days: '1' }, { days: null }, { days: 1e300 }, { days: NaN }, 5, null, []]) {
      expect(Duration.safeParse(value).success, JSON.stringify(value)).toBe(false)
    }
  })
})

describe('durationBetween', () => {
  test.each([
    ['2026-01-31', '2026-02-28', { ...zero, months: 1 }],
    ['2016-02-29', '2017-02-28', { ...zero, years: 1 }],
    ['2016-02-29', '2017-02-27', { years: 0, months: 11, days: 29 }],
    ['2026-01-31', '2026-03-01', { ...zero, months: 1, days: 1 }],
    ['2026-01-31', '2026-03-30', { ...zero, months: 1, days: 30 }],
    ['2026-01-31', '2026-03-31', { ...zero, months: 2 }],
    ['2026-05-10', '2026-05-10', zero],
    ['2026-05-10', '2026-05-11', { ...zero, days: 1 }],
    ['2020-09-21', '2026-11-23', { years: 6, months: 2, days: 2 }],
    ['2025-12-31', '2026-01-01', { ...zero, days: 1 }],
  ])('by the calendar, %s to %s', (from, to, wanted) => {
    expect(durationBetween(from, to, 'calendar')).toEqual(wanted)
  })

  test.each([
    [29, { ...zero, days: 29 }], [30, { ...zero, months: 1 }], [359, { years: 0, months: 11, days: 29 }], [360, { ...zero, years: 1 }], [395, { years: 1, months: 1, days: 5 }], [3600, { ...zero, years: 10 }],
  ])('by 360, %i days', (days, wanted) => {
    expect(durationBetween('2020-01-01', addDays('2020-01-01', days), '360')).toEqual(wanted)
  })

  test.each([
    [30, { ...zero, months: 1 }], [330, { ...zero, months: 11 }], [360, { years: 0, months: 11, days: 30 }], [364, { years: 0, months: 11, days: 34 }], [365, { ...zero, years: 1 }], [730, { ...zero, years: 2 }], [396, { years: 1, months: 1, days: 1 }],
  ])('by 365, %i days', (days, wanted) => {
    expect(durationBetween('2020-01-01', addDays('2020-01-01', days), '365')).toEqual(wanted)
  })

  test('is refused backwards', () => {
    for (const each of ['calendar', '360', '365'] as const) expect(() => durationBetween('2026-01-02', '2026-01-01', each)).toThrow(RangeError)
  })

  test('by the calendar, counts the months one after the other and then the days', () => {
    fc.assert(fc.property(start, fc.integer({ min: 0, max: 4000 }), (from, n) => {
      const to = addDays(from, n)
      let months = 0
      while (addMonths(from, months + 1) <= to) months += 1
      expect(durationBetween(from, to, 'calendar')).toEqual({ years: Math.floor(months / 12), months: months % 12, days: daysBetween(addMonths(from, months), to) })
    }))
  })

  test('by 360 and 365, the parts are again the days', () => {
    fc.assert(fc.property(start, fc.integer({ min: 0, max: 60_000 }), (from, n) => {
      for (const each of [360, 365] as const) {
        const { years, months, days } = durationBetween(from, addDays(from, n), `${each}`)
        expect(years * each + months * 30 + days).toBe(n)
        expect(months).toBeLessThanOrEqual(11)
        expect(days).toBeLessThan(months === 11 ? each - 330 : 30)
      }
    }))
  })

  test('never falls as time goes on, and is always longer a day later', () => {
    fc.assert(fc.property(start, fc.integer({ min: 0, max: 60_000 }), clock, (from, n, by) => {
      expect(compareDurations(durationBetween(from, addDays(from, n), by), durationBetween(from, addDays(from, n + 1), by))).toBeLessThan(0)
    }), { numRuns: 1000 })
  })
})

describe('firstDayReaching', () => {
  test.each([
    ['2026-01-31', { months: 1 }, 'calendar', '2026-02-28'],
    ['2026-01-01', { days: 40 }, 'calendar', '2026-02-01'],
    ['2026-01-01', { days: 31 }, 'calendar', '2026-02-01'],
    ['2026-01-01', { days: 30 }, 'calendar', '2026-01-31'],
    ['2026-01-01', { days: 31 }, '360', '2026-01-31'],
    ['2026-01-01', { years: 1 }, '360', '2026-12-27'],
    ['2026-01-01', { years: 1 }, '365', '2027-01-01'],
    ['2026-01-01', { months: 11, days: 34 }, '365', '2026-12-31'],
    ['2026-01-01', { days: 0 }, 'calendar', '2026-01-01'],
    ['2016-02-29', { years: 1 }, 'calendar', '2017-02-28'],
    ['2019-09-22', { years: 2, days: 1 }, 'calendar', '2021-09-23'],
  ] as const)('from %s, %j by %s: %s', (from, duration, by, wanted) => {
    expect(firstDayReaching(from, duration, by)).toBe(wanted)
  })

  test('that day reaches it and the day before does not', () => {
    fc.assert(fc.property(start, parts, clock, (from, duration, by) => {
      const day = firstDayReaching(from, duration, by)
      expect(compareDurations(durationBetween(from, day, by), duration)).toBeGreaterThanOrEqual(0)
      if (day > from) expect(compareDurations(durationBetween(from, addDays(day, -1), by), duration)).toBeLessThan(0)
      expect(day >= from).toBe(true)
    }), { numRuns: 2000 })
  })
})

describe('addDuration', () => {
  test.each([
    ['2026-01-31', { months: 1 }, '2026-02-28'], ['2026-01-31', { months: 1, days: 1 }, '2026-03-01'], ['2016-02-29', { years: 1 }, '2017-02-28'], ['2026-11-23', { days: 180 }, '2027-05-22'], ['2026-11-23', { years: 1, months: 14, days: 0 }, '2029-01-23'],
  ])('%s and %j is %s', (day, duration, wanted) => {
    expect(addDuration(day, duration)).toBe(wanted)
  })

  test('gives back what lies between two days', () => {
    fc.assert(fc.property(start, fc.integer({ min: 0, max: 60_000 }), (from, n) => {
      expect(addDuration(from, durationBetween(from, addDays(from, n), 'calendar'))).toBe(addDays(from, n))
    }))
  })
})

describe('durations among themselves', () => {
  test('twelve months are a year; thirty days are not a month', () => {
    expect(compareDurations({ months: 12 }, { years: 1 })).toBe(0)
    expect(compareDurations({ months: 18 }, { years: 1, months: 6, days: 0 })).toBe(0)
    expect(compareDurations({ days: 400 }, { months: 1 })).toBeLessThan(0)
    expect(compareDurations({ years: 2, days: 1 }, { years: 2 })).toBeGreaterThan(0)
    expect(compareDurations({}, { days: 0 })).toBe(0)
  })

  test('the normal form means the same and is the same for all that do', () => {
    expect(normalDuration({ months: 27, days: 40 })).toEqual({ years: 2, months: 3, days: 40 })
    fc.assert(fc.property(parts, parts, (a, b) => {
      expect(compareDurations(a, normalDuration(a))).toBe(0)
      expect(compareDurations(a, b) === 0).toBe(JSON.stringify(normalDuration(a)) === JSON.stringify(normalDuration(b)))
    }))
  })

  test('comparing orders them: turned round it turns, and it passes on', () => {
    fc.assert(fc.property(parts, parts, parts, (a, b, c) => {
      expect(Math.sign(compareDurations(a, b))).toBe(0 - Math.sign(compareDurations(b, a)))
      if (compareDurations(a, b) <= 0 && compareDurations(b, c) <= 0) expect(compareDurations(a, c)).toBeLessThanOrEqual(0)
    }))
  })

  test('a sum carries thirty days into a month and twelve months into a year', () => {
    expect(sumDurations([])).toEqual(zero)
    expect(sumDurations([{ months: 11, days: 20 }, { days: 10 }])).toEqual({ years: 1, months: 0, days: 0 })
    expect(sumDurations([{ years: 1 }, { months: 7, days: 29 }, { months: 6, days: 29 }])).toEqual({ years: 2, months: 2, days: 28 })
    fc.assert(fc.property(fc.array(parts), (list) => {
      expect(sumDurations(list)).toEqual(sumDurations(list.toReversed()))
    }))
  })
})

describe('wholeYears', () => {
  test.each([
    [{ years: 2 }, 2, 2, 2, 2],
    [{ years: 2, days: 1 }, 2, 3, 2, 2],
    [{ years: 2, months: 5, days: 30 }, 2, 3, 2, 2],
    [{ years: 2, months: 6 }, 2, 3, 3, 2],
    [{ years: 2, months: 6, days: 1 }, 2, 3, 3, 3],
    [{ years: 2, months: 11, days: 30 }, 2, 3, 3, 3],
    [{ months: 30 }, 2, 3, 3, 2],
    [{ days: 0 }, 0, 0, 0, 0],
    [{ days: 1 }, 0, 1, 0, 0],
  ])('%j: down %i, up %i, halfUp %i, moreThanHalf %i', (duration, down, up, halfUp, moreThanHalf) => {
    expect([wholeYears(duration, 'down'), wholeYears(duration, 'up'), wholeYears(duration, 'halfUp'), wholeYears(duration, 'moreThanHalf')]).toEqual([down, up, halfUp, moreThanHalf])
  })
})

describe('formatDuration', () => {
  test.each([
    [{ years: 2, months: 3, days: 1 }, '2 ปี 3 เดือน 1 วัน', '2 years 3 months 1 day'],
    [{ years: 1, months: 1 }, '1 ปี 1 เดือน', '1 year 1 month'],
    [{ days: 180 }, '180 วัน', '180 days'],
    [{ months: 18 }, '18 เดือน', '18 months'],
    [{ days: 1825 }, '1,825 วัน', '1,825 days'],
    [{ years: 0, months: 0, days: 0 }, '0 วัน', '0 days'],
    [{}, '0 วัน', '0 days'],
  ])('%j', (duration, th, en) => {
    expect([formatDuration(duration, 'th'), formatDuration(duration, 'en')]).toEqual([th, en])
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, addYears, compareDays, Day, daysBetween, formatDay, readDay } from '../../plugins/kit/day.ts'

/** Days through the calendar of JavaScript itself, an arithmetic that is not ours. */
const fromEpoch = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10)
const toEpoch = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const anyDay = fc.integer({ min: toEpoch('1800-01-01'), max: toEpoch('2400-12-31') }).map(fromEpoch)

describe('Day', () => {
  test.each(['2026-11-12', '1800-01-01', '2400-12-31', '2024-02-29', '2000-02-29'])('%s is a day', (day) => {
    expect(Day.parse(day)).toBe(day)
  })
  test.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '2569-11-12', '1799-12-31', '2401-01-01', '2026-11-12T00:00:00Z', ' 2026-11-12', '2026-11-12\n', '', '๒๐๒๖-๑๑-๑๒', 20261112, null])('%j is none', (value) => {
    expect(Day.safeParse(value).success).toBe(false)
  })
})

describe('arithmetic', () => {
  test('agrees with another calendar on every day of six centuries', () => {
    for (let n = toEpoch('1800-01-01'); n <= toEpoch('2400-12-31'); n += 1) {
      const day = fromEpoch(n)
      if (addDays('1970-01-01', n) !== day || daysBetween('1970-01-01', day) !== n) throw new Error(`differs on ${day}`)
    }
    expect(addDays('2400-12-31', 1)).toBe('2401-01-01')
  })

  test('adding days and counting them undo each other', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n)
      expect(addDays(addDays(day, n), -n)).toBe(day)
    }))
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-03-31', -1, '2026-02-28'], ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'], ['2026-01-31', 13, '2027-02-28'], ['2026-05-31', 0, '2026-05-31'], ['2026-08-31', -18, '2025-02-28'],
  ])('%s and %i months is %s', (day, n, wanted) => {
    expect(addMonths(day, n)).toBe(wanted)
  })

  test('months keep the day of the month, or take the last one', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (day, n) => {
      const later = addMonths(day, n)
      const monthsApart = (Number(later.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(later.slice(5, 7)) - Number(day.slice(5, 7))
      expect(monthsApart).toBe(n)
      if (later.slice(8) !== day.slice(8)) {
        expect(later < addDays(later, 1) && addDays(later, 1).endsWith('-01')).toBe(true)
        expect(Number(later.slice(8))).toBeLessThan(Number(day.slice(8)))
      }
    }))
  })

  test('a leap day has its anniversary on 28 February', () => {
    expect(addYears('2016-02-29', 1)).toBe('2017-02-28')
    expect(addYears('2016-02-29', 4)).toBe('2020-02-29')
    expect(addYears('2016-02-29', -116)).toBe('1900-02-28')
  })

  test('may leave the years that can be entered, and says so beyond four digits', () => {
    expect(addYears('2399-06-01', 150)).toBe('2549-06-01')
    expect(addDays('9999-12-31', 0)).toBe('9999-12-31')
    expect(addDays('0000-03-01', -60)).toBe('0000-01-01')
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0000-01-01', -1)).toThrow(RangeError)
    expect(() => daysBetween('2026-11-12', 'today')).toThrow(RangeError)
    expect(() => addMonths('today', 1)).toThrow(RangeError)
  })

  test('days order as they follow each other', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => {
      expect(Math.sign(compareDays(a, b))).toBe(Math.sign(daysBetween(b, a)))
    }))
  })
})

describe('formatDay', () => {
  test('both languages, long and short', () => {
    expect(formatDay('2026-11-23', 'th', 'long')).toBe('23 พฤศจิกายน 2569')
    expect(formatDay('2026-11-23', 'th', 'short')).toBe('23 พ.ย. 2569')
    expect(formatDay('2026-11-23', 'en', 'long')).toBe('23 November 2026 (2569 BE)')
    expect(formatDay('2026-11-23', 'en', 'short')).toBe('23 Nov 2026')
    expect(formatDay('2026-02-01', 'th', 'long')).toBe('1 กุมภาพันธ์ 2569')
  })
})

describe('readDay', () => {
  test.each([
    '12/11/69', '12/11/2569', '๑๒/๑๑/๒๕๖๙', '12 พฤศจิกายน 2569', '12 พ.ย. 69', '2569-11-12', '2026-11-12', '12-11-2569', '12.11.2569', '12 Nov 2026', '12 November 2026',
    '12 / 11 / 2569', ' 12/11/2569 ', '12 11 2569', '12-11-69', '2569/11/12', '12 พย 69', '12พ.ย.69', '12 พ.ย 2569', '12 พฤศจิกา 2569', '12 พ.ย. 2026', '12 NOV 2026', '12 Nov. 2026', '12 nov 2569',
    'วันที่ 12 เดือนพฤศจิกายน พ.ศ. 2569', '๑๒ พฤศจิกายน พ.ศ. ๒๕๖๙', '12 พ.ย. พศ 69', '12 พฤศจิกายน ค.ศ. 2026', '12\u00a0พ.ย.\u00a02569', '\u200b12/11/2569',
  ])('%s is 12 November 2026', (typed) => {
    expect(readDay(typed)).toEqual({ ok: true, day: '2026-11-12' })
  })

  test('reads back every day as it is written, where only one era can be meant', () => {
    fc.assert(fc.property(anyDay.filter((day) => day >= '1857-01-01' && day < '2400'), (day) => {
      const written = [formatDay(day, 'th', 'long'), formatDay(day, 'th', 'short'), day]
      for (const each of written) expect(readDay(each)).toEqual({ ok: true, day })
      expect(readDay(formatDay(day, 'en', 'short'))).toEqual({ ok: true, day })
    }))
  })

  test('four digits from 2400 on are of the Buddhist era, below of the common era', () => {
    expect(readDay('1/1/2400')).toEqual({ ok: true, day: '1857-01-01' })
    expect(readDay('31/12/2399')).toEqual({ ok: true, day: '2399-12-31' })
    expect(readDay('1/1/1800')).toEqual({ ok: true, day: '1800-01-01' })
    expect(readDay('1/1/2943')).toEqual({ ok: true, day: '2400-01-01' })
    expect(readDay('1 ม.ค. พ.ศ. 2343')).toEqual({ ok: true, day: '1800-01-01' })
    expect(readDay('29/2/2567')).toEqual({ ok: true, day: '2024-02-29' })
    expect(readDay('1/1/00')).toEqual({ ok: true, day: '1957-01-01' })
  })

  test.each([
    ['2569-02-30', 'กุมภาพันธ์ 2569 มี 28 วัน', 'February 2026 (2569 BE) has 28 days'],
    ['31/02/2569', 'กุมภาพันธ์ 2569 มี 28 วัน', 'February 2026 (2569 BE) has 28 days'],
    ['30 ก.พ. 67', 'กุมภาพันธ์ 2567 มี 29 วัน', 'February 2024 (2567 BE) has 29 days'],
    ['31/11/2569', 'พฤศจิกายน 2569 มี 30 วัน', 'November 2026 (2569 BE) has 30 days'],
    ['1/13/2569', 'ไม่มีเดือนที่ 13 โปรดพิมพ์ วัน/เดือน/ปี', 'There is no month 13. Type day/month/year'],
    ['1/0/2569', 'ไม่มีเดือนที่ 0 โปรดพิมพ์ วัน/เดือน/ปี', 'There is no month 0. Type day/month/year'],
    ['0/1/2569', 'ไม่มีวันที่ 0', 'There is no day 0'],
    ['12/11/256', 'ปีต้องมีสี่หลัก เช่น 2569', 'The year needs four digits, such as 2569 or 2026'],
    ['12/11/25690', 'ปีต้องมีสี่หลัก เช่น 2569', 'The year needs four digits, such as 2569 or 2026'],
    ['12 Nov 69', 'ปีสองหลักแบบนี้ไม่รู้ว่าเป็น พ.ศ. หรือ ค.ศ. โปรดพิมพ์ปีให้ครบสี่หลัก', 'Two digits could be a Buddhist or a common year. Type the year in four digits'],
    ['12 พ.ย. ค.ศ. 26', 'ปีสองหลักแบบนี้ไม่รู้ว่าเป็น พ.ศ. หรือ ค.ศ. โปรดพิมพ์ปีให้ครบสี่หลัก', 'Two digits could be a Buddhist or a common year. Type the year in four digits'],
    ['12/11/1799', 'ปีต้องอยู่ระหว่าง พ.ศ. 2343 ถึง 2943', 'The year must lie between 1800 and 2400 (2343 and 2943 BE)'],
    ['12/11/2944', 'ปีต้องอยู่ระหว่าง พ.ศ. 2343 ถึง 2943', 'The year must lie between 1800 and 2400 (2343 and 2943 BE)'],
    ['', 'ยังไม่ได้กรอกวันที่', 'No day has been entered'],
    ['   ', 'ยังไม่ได้กรอกวันที่', 'No day has been entered'],
  ])('"%s" is refused: %s', (typed, th, en) => {
    expect(readDay(typed)).toEqual({ ok: false, problem: { th, en } })
  })

  test.each(['เมื่อวาน', '12/11', '12112569', '12/11-2569', '12/พ.ย./2569', '12 พฤศจิกายน', 'พ.ย. 2569', '12 พ.ศ. 2569', '-12/11/2569', '12/11/2569 10:30', '12/11/-69', '123/11/2569', '12 Foo 2026', `12/11/2569${' '.repeat(60)}13`, '12/11/2569\0'])('what cannot be read is refused with an example: %j', (typed) => {
    expect(readDay(typed)).toMatchObject({ ok: false, problem: { th: expect.stringContaining('12/11/2569'), en: expect.stringContaining('12/11/2569') } })
  })

  test('what is too long for a day is not looked at', () => {
    expect(readDay('1'.repeat(1_000_000)).ok).toBe(false)
    expect(readDay(`12/11/2569${'\u200b'.repeat(60)}`).ok).toBe(false)
  })

  test('whatever is typed, the answer is a day of the calendar or a refusal in both languages', () => {
    const scraps = fc.array(fc.constantFrom('1', '2', '31', '69', '2569', '๒', '/', '-', '.', ' ', 'พ.ย.', 'กุมภา', 'Nov', 'พ.ศ.', '\u200b'), { maxLength: 9 }).map((each) => each.join(''))
    fc.assert(fc.property(fc.oneof(scraps, fc.string({ unit: 'binary' })), (typed) => {
      const read = readDay(typed)
      if (read.ok) expect(Day.safeParse(read.day).success).toBe(true)
      else expect(read.problem.th.length > 0 && read.problem.en.length > 0).toBe(true)
    }), { numRuns: 2000 })
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bahtInWords, formatAmount, formatBaht, percentOf, readBaht, Satang } from '../../plugins/kit/money.ts'
import { thaiDigits } from '../../plugins/kit/text.ts'

const satang = fc.oneof(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 1_000_000_000 }).map((baht) => baht * 100), fc.maxSafeNat().map((n) => n % 100_000_000_001))

test('Satang are whole, from nothing to a thousand million baht', () => {
  for (const value of [0, 1, 100_000_000_000]) expect(Satang.parse(value)).toBe(value)
  for (const value of [-1, 0.5, 100_000_000_001, NaN, Infinity, '100', null, 2 ** 53]) expect(Satang.safeParse(value).success, String(value)).toBe(false)
})

describe('as figures', () => {
  test.each([
    [0, '0'], [1, '0.01'], [50, '0.50'], [100, '1'], [100_000, '1,000'], [100_050, '1,000.50'], [99_999, '999.99'], [100_000_000_000, '1,000,000,000'], [-40_000, '−400'], [-5, '−0.05'],
  ])('%i satang: %s', (amount, wanted) => {
    expect(formatAmount(amount)).toBe(wanted)
  })
  test('with the unit', () => {
    expect(formatBaht(100_000, 'th')).toBe('1,000 บาท')
    expect(formatBaht(100_050, 'en')).toBe('1,000.50 baht')
  })
})

describe('in Thai words', () => {
  test.each([
    [0, 'ศูนย์บาทถ้วน'], [1, 'หนึ่งบาทถ้วน'], [10, 'สิบบาทถ้วน'], [11, 'สิบเอ็ดบาทถ้วน'], [12, 'สิบสองบาทถ้วน'], [20, 'ยี่สิบบาทถ้วน'], [21, 'ยี่สิบเอ็ดบาทถ้วน'], [22, 'ยี่สิบสองบาทถ้วน'], [31, 'สามสิบเอ็ดบาทถ้วน'],
    [100, 'หนึ่งร้อยบาทถ้วน'], [101, 'หนึ่งร้อยเอ็ดบาทถ้วน'], [110, 'หนึ่งร้อยสิบบาทถ้วน'], [111, 'หนึ่งร้อยสิบเอ็ดบาทถ้วน'], [121, 'หนึ่งร้อยยี่สิบเอ็ดบาทถ้วน'], [1001, 'หนึ่งพันเอ็ดบาทถ้วน'], [1021, 'หนึ่งพันยี่สิบเอ็ดบาทถ้วน'],
    [10_000, 'หนึ่งหมื่นบาทถ้วน'], [100_000, 'หนึ่งแสนบาทถ้วน'], [123_456, 'หนึ่งแสนสองหมื่นสามพันสี่ร้อยห้าสิบหกบาทถ้วน'],
    [1_000_000, 'หนึ่งล้านบาทถ้วน'], [1_000_001, 'หนึ่งล้านเอ็ดบาทถ้วน'], [1_000_011, 'หนึ่งล้านสิบเอ็ดบาทถ้วน'], [11_000_000, 'สิบเอ็ดล้านบาทถ้วน'], [21_000_021, 'ยี่สิบเอ็ดล้านยี่สิบเอ็ดบาทถ้วน'], [101_000_000, 'หนึ่งร้อยเอ็ดล้านบาทถ้วน'],
    [1_000_000_000, 'หนึ่งพันล้านบาทถ้วน'],
  ])('%i baht: %s', (baht, wanted) => {
    expect(bahtInWords(baht * 100, 'th')).toBe(wanted)
  })
  test('with satang', () => {
    expect(bahtInWords(10_150, 'th')).toBe('หนึ่งร้อยเอ็ดบาทห้าสิบสตางค์')
    expect(bahtInWords(25, 'th')).toBe('ยี่สิบห้าสตางค์')
    expect(bahtInWords(1, 'th')).toBe('หนึ่งสตางค์')
    expect(bahtInWords(1011, 'th')).toBe('สิบบาทสิบเอ็ดสตางค์')
    expect(bahtInWords(10_001, 'th')).toBe('หนึ่งร้อยบาทหนึ่งสตางค์')
  })

  test('the words say the amount', () => {
    fc.assert(fc.property(satang, (amount) => {
      expect(satangSaid(bahtInWords(amount, 'th'))).toBe(amount)
    }), { numRuns: 2000 })
  })
})

/** Listens to an amount said in Thai. */
function satangSaid(words: string): number {
  const [baht, rest] = words.includes('บาท') ? words.split('บาท') : ['', words]
  return numberSaid(baht ?? '') * 100 + numberSaid((rest ?? '').replace('ถ้วน', '').replace('สตางค์', ''))
}

function numberSaid(words: string): number {
  const [below, millions] = words.split('ล้าน').toReversed()
  const said = (below ?? '').matchAll(/(หนึ่ง|เอ็ด|ยี่|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|ศูนย์)?(สิบ|ร้อย|พัน|หมื่น|แสน)?/g)
  const digits: Record<string, number> = { ศูนย์: 0, หนึ่ง: 1, เอ็ด: 1, ยี่: 2, สอง: 2, สาม: 3, สี่: 4, ห้า: 5, หก: 6, เจ็ด: 7, แปด: 8, เก้า: 9 }
  const places: Record<string, number> = { สิบ: 10, ร้อย: 100, พัน: 1000, หมื่น: 10_000, แสน: 100_000 }
  const sum = [...said].reduce((total, [all, digit, place]) => (all === '' ? total : total + (digit === undefined ? 1 : (digits[digit] ?? NaN)) * (place === undefined ? 1 : (places[place] ?? NaN))), 0)
  return (millions === undefined ? 0 : numberSaid(millions) * 1_000_000) + sum
}

describe('in English words', () => {
  test.each([
    [0, 'zero baht only'], [102_100, 'one thousand and twenty-one baht only'], [10_150, 'one hundred and one baht and fifty satang only'], [25, 'twenty-five satang only'], [1900, 'nineteen baht only'], [4000, 'forty baht only'], [110_000, 'one thousand one hundred baht only'],
    [100_000_100, 'one million and one baht only'], [123_456_789, 'one million two hundred and thirty-four thousand five hundred and sixty-seven baht and eighty-nine satang only'], [100_000_000_000, 'one billion baht only'],
  ])('%i satang: %s', (amount, wanted) => {
    expect(bahtInWords(amount, 'en')).toBe(wanted)
  })
  test('no two amounts are said alike', () => {
    const said = new Set(Array.from({ length: 120_000 }, (_, n) => bahtInWords(n * 100, 'en')))
    expect(said.size).toBe(120_000)
  })
})

describe('readBaht', () => {
  test.each([
    ['1,000', 100_000], ['1000', 100_000], ['๑,๐๐๐', 100_000], ['1000.50', 100_050], ['1,000.5', 100_050], ['฿1,000', 100_000], ['฿ 1,000', 100_000], ['1,000 บาท', 100_000], ['1000บาท', 100_000], ['1,000 baht', 100_000], ['500.-', 50_000], ['1,000.- บาท', 100_000],
    ['0', 0], ['0.01', 1], ['  20 ', 2000], ['1,234,567.89', 123_456_789], ['999,999,999.99', 99_999_999_999], ['1,000,000,000', 100_000_000_000], ['๕๐ บาทถ้วน', 5000], ['007', 700],
  ])('%s is %i satang', (typed, wanted) => {
    expect(readBaht(typed)).toEqual({ ok: true, satang: wanted })
  })

  test.each([
    ['1,00', /,/], ['1,0000', /,/], ['10,00,000', /,/], [',500', /,/], ['0,500', /,/], ['1000,000', /,/], ['1,000,50', /,/], ['1,,000', /,/],
    ['-5', /ติดลบ/], ['−5', /ติดลบ/], ['฿-5', /ติดลบ/], ['1.234', /สองหลัก/], ['1,000.999', /สองหลัก/],
    ['1,000,000,001', /1,000 ล้านบาท/], ['1000000000.01', /1,000 ล้านบาท/], ['9'.repeat(50), /1,000 ล้านบาท/],
    ['', /ยังไม่ได้กรอก/], ['  ', /ยังไม่ได้กรอก/],
    ['ห้าร้อย', /อ่าน/], ['1e3', /อ่าน/], ['1 000', /อ่าน/], ['1.', /อ่าน/], ['.5', /อ่าน/], ['500 ดอลลาร์', /อ่าน/], ['$5', /อ่าน/], ['Infinity', /อ่าน/], ['0x10', /อ่าน/], ['5 บาท 5', /อ่าน/], ['1'.repeat(61), /อ่าน/], ['5\0', /อ่าน/],
  ])('"%s" is refused', (typed, th) => {
    expect(readBaht(typed)).toEqual({ ok: false, problem: { th: expect.stringMatching(th), en: expect.stringMatching(/\w/) } })
  })

  test('reads back every amount as it is written', () => {
    fc.assert(fc.property(satang, (amount) => {
      for (const typed of [formatAmount(amount), formatBaht(amount, 'th'), formatBaht(amount, 'en'), thaiDigits(formatAmount(amount)), (amount / 100).toFixed(2)]) expect(readBaht(typed)).toEqual({ ok: true, satang: amount })
    }))
  })
})

describe('percentOf', () => {
  const down = { to: 'satang', how: 'down' } as const
  test.each([
    [10_000, 33.33, down, 3333],
    [10_000, 33.3333, down, 3333],
    [10_000, 33.3333, { to: 'satang', how: 'up' }, 3334],
    [10_050, 1.005, { to: 'satang', how: 'halfUp' }, 101],
    [100, 0.5, { to: 'satang', how: 'halfUp' }, 1],
    [100, 0.4999, { to: 'satang', how: 'halfUp' }, 0],
    [150, 100, { to: 'baht', how: 'down' }, 100],
    [150, 100, { to: 'baht', how: 'halfUp' }, 200],
    [149, 100, { to: 'baht', how: 'halfUp' }, 100],
    [101, 100, { to: 'baht', how: 'up' }, 200],
    [100, 100, { to: 'baht', how: 'up' }, 100],
    [1, 0.0001, { to: 'satang', how: 'up' }, 1],
    [0, 50, { to: 'baht', how: 'up' }, 0],
    [10_000, 0, { to: 'satang', how: 'up' }, 0],
    [10_000, 150, down, 15_000],
    [100_000_000_000, 99.9999, down, 99_999_900_000],
    [700, 1.1, down, 7],
    [110_000, 8.2, down, 9020],
  ] as const)('of %i satang, %d percent', (amount, percent, rounding, wanted) => {
    expect(percentOf(amount, percent, rounding)).toBe(wanted)
  })

  test('lies within one unit of the exact value, on the side that the rounding says', () => {
    fc.assert(fc.property(satang, fc.integer({ min: 0, max: 2_000_000 }), fc.constantFrom('satang' as const, 'baht' as const), (amount, tenThousandths, to) => {
      const percent = tenThousandths / 10_000
      const unit = to === 'baht' ? 100n : 1n
      const exact = BigInt(amount) * BigInt(tenThousandths)
      const off = (how: 'down' | 'up' | 'halfUp') => BigInt(percentOf(amount, percent, { to, how })) * 1_000_000n - exact
      const whole = 1_000_000n * unit
      expect(off('down') <= 0n && off('down') > -whole).toBe(true)
      expect(off('up') >= 0n && off('up') < whole).toBe(true)
      expect(off('halfUp') * 2n <= whole && off('halfUp') * 2n > -whole).toBe(true)
      for (const how of ['down', 'up', 'halfUp'] as const) expect(percentOf(amount, percent, { to, how }) % Number(unit)).toBe(0)
    }), { numRuns: 1000 })
  })

  test('refuses what is not a percentage of at most four decimals', () => {
    for (const percent of [-1, 0.00001, 33.33333, NaN, Infinity]) expect(() => percentOf(100, percent, down), String(percent)).toThrow(RangeError)
  })
})

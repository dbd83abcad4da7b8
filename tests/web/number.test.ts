import { describe, expect, test } from 'vitest'
import { readNumber, showNumber } from '../../web/ui/number.ts'
import { unbroken } from '../../web/ui/thai.ts'

describe('a number as it is typed', () => {
  test.each([['5', 5], ['๕', 5], [' 1,000 ', 1000], ['๑,๐๐๐', 1000], ['1000000', 1_000_000], ['0', 0]])('%s is read', (typed, number) => {
    expect(readNumber(typed, 0)).toBe(number)
  })

  test.each(['', '-3', '5.5', '1,00', '1e3', 'ห้า', '12345678901'])('%s is not a count', (typed) => {
    expect(readNumber(typed, 0)).toBeUndefined()
  })

  test('decimals are read as far as there are any', () => {
    expect(readNumber('2.75', 2)).toBe(2.75)
    expect(readNumber('๑,๒๓๔.๕', 2)).toBe(1234.5)
    expect(readNumber('2.755', 2)).toBeUndefined()
  })

  test('it is shown with thousands', () => {
    expect(showNumber(1000)).toBe('1,000')
    expect(showNumber(1234.5)).toBe('1,234.50')
    expect(showNumber(2.75)).toBe('2.75')
  })
})

test('a word that browsers cut is joined, and reads the same', () => {
  expect(unbroken('กองทุนและโรงพยาบาล')).not.toBe('กองทุนและโรงพยาบาล')
  expect(unbroken('กองทุนและโรงพยาบาล').replaceAll('\u2060', '')).toBe('กองทุนและโรงพยาบาล')
})

import { expect, test } from 'vitest'
import { afterBeginning, nameBeginnings, nameKey, numberKey } from '../../server/members/search-key.ts'

const stored = nameKey('สมจิตรแก้วมณี')
const finds = (typed: string) => nameBeginnings(typed).some((key) => stored >= key && stored < afterBeginning(key))

test.each([
  'สมจิตร', 'สมจิตร แก้วมณี', 'สมจิตรแก้วมณี', ' สมจิตร  แก้ว', 'สม',
  'นางสมจิตร', 'นาง สมจิตร แก้วมณี', 'น.ส.สมจิตร', 'น.ส. สมจิตร', 'นส สมจิตร', 'นางสาวสมจิตร', 'ด.ญ.สมจิตร', 'ด.ช. สมจิตร', 'เด็กหญิงสมจิตร',
  'สมจิตร แกวมณี', 'สม\u200bจิตร', 'สม\u2060จิตร\ufeff', 'สมจิตร แก\u0e49\u0e49วมณี',
])('%j finds นางสมจิตร แก้วมณี', (typed) => {
  expect(finds(typed)).toBe(true)
})

test.each(['จิตร', 'สมใจ', 'นาย', '', '.', '*', 'แก้วมณี สมชาย'])('%j does not', (typed) => {
  expect(finds(typed)).toBe(false)
})

test('marks in any order are the same name', () => {
  expect(nameKey('น\u0e49\u0e33')).toBe(nameKey('น\u0e33\u0e49'))
  expect(nameKey('น\u0e4d\u0e32\u0e49')).toBe(nameKey('น\u0e49\u0e33'))
  expect(nameKey('ที\u0e48')).toBe(nameKey('ท\u0e48ี'))
  expect(nameKey('เเก้ว')).toBe(nameKey('แก้ว'))
})

test('a name that begins like a title is not cut', () => {
  expect(nameBeginnings('นายิกา')).toEqual([nameKey('นายิกา')])
  expect(nameBeginnings('นางนวล')).toContain(nameKey('นางนวล'))
})

test('a member number is found however it is typed, and orders as numbers do', () => {
  expect(new Set(['0218', '218', ' 218 ', '๒๑๘', '๐๒๑๘'].map(numberKey)).size).toBe(1)
  expect(numberKey('2/018')).toBe(numberKey('2-18'))
  expect(numberKey('218')).not.toBe(numberKey('2/18'))
  expect(['105', '12', '9', '3/2', '3/11'].toSorted((a, b) => (numberKey(a) < numberKey(b) ? -1 : 1))).toEqual(['3/2', '3/11', '9', '12', '105'])
})

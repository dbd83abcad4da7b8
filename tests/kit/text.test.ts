import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arabicDigits, CleanString, cleanText, Text, thaiDigits } from '../../plugins/kit/text.ts'

const AM = '\u0e33'
const MAI_EK = '\u0e48'
const MAI_THO = '\u0e49'
const NIKHAHIT = '\u0e4d'
const THANTHAKHAT = '\u0e4c'
const thai = fc.array(fc.constantFrom('ก', 'น', 'พ', 'า', AM, 'เ', 'แ', '\u0e31', '\u0e34', '\u0e38', '\u0e3a', '\u0e47', MAI_EK, MAI_THO, THANTHAKHAT, NIKHAHIT, '\u200b', '\u2060', '\u0323', 'e', '\u0301', ' ', '๑'), { maxLength: 30 }).map((letters) => letters.join(''))

describe('cleanText', () => {
  test.each([
    ['sara am in two parts', `ท${NIKHAHIT}าบุญ`, `ท${AM}บุญ`],
    ['sara am in two parts, the tone mark between', `น${NIKHAHIT}${MAI_THO}า`, `น${MAI_THO}${AM}`],
    ['sara am in two parts, the tone mark first', `น${MAI_THO}${NIKHAHIT}า`, `น${MAI_THO}${AM}`],
    ['nikhahit before a whole sara am', `ท${NIKHAHIT}${AM}`, `ท${AM}`],
    ['sara am before its tone mark', `น${AM}${MAI_THO}`, `น${MAI_THO}${AM}`],
    ['sara aa before its tone mark', `บ${'า'}${MAI_THO}น`, `บ${MAI_THO}าน`],
    ['two sara e', 'เเม่', 'แม่'],
    ['a tone mark before its vowel above', `ท${MAI_EK}\u0e35`, `ท\u0e35${MAI_EK}`],
    ['a tone mark before mai han akat', `น${MAI_EK}\u0e31น`, `น\u0e31${MAI_EK}น`],
    ['a tone mark before its vowel below', `ผ${MAI_THO}\u0e39`, `ผ\u0e39${MAI_THO}`],
    ['thanthakhat before its vowel', `สิทธ${THANTHAKHAT}\u0e34`, `สิทธ\u0e34${THANTHAKHAT}`],
    ['thanthakhat before a vowel below', `พันธ${THANTHAKHAT}\u0e38`, `พันธ\u0e38${THANTHAKHAT}`],
    ['the same mark twice', `แม${MAI_EK}${MAI_EK}`, `แม${MAI_EK}`],
    ['zero-width space and marks', '\ufeffสวัส\u200bดิ\u200dการ\u200e', 'สวัสดิการ'],
    ['letters in two parts', 'Cafe\u0301', 'Café'],
  ])('%s', (_, typed, wanted) => {
    expect(cleanText(typed)).toBe(wanted)
  })

  test.each(['กองทุนสวัสดิการชุมชน', 'น้ำ', 'ผู้', 'ก็', 'เป็น', 'ฤๅษี', 'เล่น', 'สิทธิ์', 'เสน่ห์', 'เงินสัจจะ', 'ปั๊ม', 'โน้ต', `พุทฺธํ`, 'ก\u2060ข', '  สองคำ\n', 'Baht ฿ 1,000'])('%s stays as it is', (right) => {
    expect(cleanText(right)).toBe(right.normalize('NFC'))
  })

  test('nothing more changes the second time, and the result is NFC', () => {
    fc.assert(fc.property(fc.oneof(thai, fc.string({ unit: 'binary' })), (text) => {
      const once = cleanText(text)
      expect(cleanText(once)).toBe(once)
      expect(once.normalize('NFC')).toBe(once)
    }), { numRuns: 5000 })
  })

  test('a long hostile text takes no longer than its length', () => {
    const started = performance.now()
    for (const scrap of [MAI_EK, `ก${MAI_EK}`, 'เ', 'า', `ก${NIKHAHIT}`, ' ']) cleanText(scrap.repeat(200_000))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('CleanString', () => {
  test.each(['\0', 'ก\0ข', '\ud800', 'a\udc00b', '\udc00\ud800'])('%j is refused in both languages', (text) => {
    const result = CleanString.safeParse(text)
    expect(result.error?.issues).toMatchObject([{ code: 'custom', message: expect.stringContaining('stored'), params: { th: expect.stringContaining('บันทึกไม่ได้'), en: expect.stringContaining('stored') } }])
  })
  test('cleans, and keeps whole pairs', () => {
    expect(CleanString.parse('เเม่ 😀')).toBe('แม่ 😀')
    expect(CleanString.parse('')).toBe('')
  })
})

describe('Text', () => {
  test('both languages, cleaned and trimmed', () => {
    expect(Text.parse({ th: ' เเม่\u200b ', en: ' Mother\n' })).toEqual({ th: 'แม่', en: 'Mother' })
    expect(Text.parse({ th: 'ก'.repeat(2000), en: 'a' }).th).toHaveLength(2000)
    expect(Text.safeParse({ th: 'ก'.repeat(2001), en: 'a' }).success).toBe(false)
  })
  test.each([
    { th: 'แม่' }, { th: 'แม่', en: '' }, { th: ' \n', en: 'Mother' }, { th: '\u200b', en: 'Mother' }, { th: '\u2060', en: 'Mother' }, { th: 'แม่', en: 'Mother', fr: 'Mère' }, { th: 'แม่', en: 5 }, { th: 'แม่', en: 'a\0' }, null, 'แม่', [[]],
  ])('%j is refused', (value) => {
    expect(Text.safeParse(value).success).toBe(false)
  })
  test('a text with nothing in it says so in both languages, once', () => {
    expect(Text.safeParse({ th: ' ', en: 'Mother' }).error?.issues).toMatchObject([{ path: ['th'], params: { th: 'ต้องกรอกข้อความ', en: 'The text is empty' } }])
  })
})

test('digits go both ways', () => {
  expect(thaiDigits('ข้อ 12, 1,000.50 บาท พ.ศ. 2569')).toBe('ข้อ ๑๒, ๑,๐๐๐.๕๐ บาท พ.ศ. ๒๕๖๙')
  expect(arabicDigits('๐๑๒๓๔๕๖๗๘๙')).toBe('0123456789')
  fc.assert(fc.property(fc.stringMatching(/^[0-9ก-ฮ.,/]*$/), (text) => {
    expect(arabicDigits(thaiDigits(text))).toBe(text)
  }))
})

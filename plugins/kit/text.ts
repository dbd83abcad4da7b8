import { z } from 'zod'

export type Lang = 'th' | 'en'

const UNSTORABLE = /[\0\ud800-\udfff]/u
/** Zero-width characters and direction marks. U+2060, the word joiner, stays: it is how people keep a Thai name on one line. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

const MARK = '\u0e31\u0e34-\u0e3a\u0e47-\u0e4d'
const TONE = '\u0e48-\u0e4b'
/** Only where something could stand in another order: most syllables have one mark at most. */
const SYLLABLE = new RegExp(`([ก-ฮ])(?=[${MARK}]{2}|[${MARK}]?[าำ][${TONE}]|\u0e4d[าำ])([${MARK}]*)([าำ]?)([${TONE}]*)`, 'gu')
/** Marks in the order in which they are typed; those within one entry never stand together. */
const TYPING_ORDER = ['\u0e3a', 'ุู', 'ัิีึื็\u0e4d', '่้๊๋', '์']

/**
 * Text as it is stored and compared: NFC, without invisible characters, Thai in its usual order. Repaired are only the slips that look
 * right on screen: เ + เ for แ, ํ + า or ํ + ำ for ำ, a tone mark before its vowel or after า or ำ, the same mark twice. Cleaning twice changes
 * nothing more.
 */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replaceAll('เเ', 'แ').replace(SYLLABLE, (_, consonant: string, marks: string, vowel: string, tones: string) => {
    const ordered = inTypingOrder(marks + tones)
    return vowel !== '' && ordered.includes('\u0e4d') ? `${consonant}${ordered.replace('\u0e4d', '')}ำ` : consonant + ordered + vowel
  })
}

const placeOf = (mark: string) => TYPING_ORDER.findIndex((each) => each.includes(mark))

function inTypingOrder(marks: string): string {
  if (marks.length < 2 || (marks.length === 2 && placeOf(marks.charAt(0)) < placeOf(marks.charAt(1)))) return marks
  return [...marks].toSorted((a, b) => placeOf(a) - placeOf(b)).filter((mark, at, all) => mark !== all[at - 1]).join('')
}

/** A refusal whose issue carries both languages: `params: { th, en }`, the English as its message. */
export const refusal = (th: string, en: string) => ({ error: en, params: { th, en }, abort: true })

/**
 * The base of every text that comes in: refuses NUL and lone surrogates, which neither PostgreSQL nor UTF-8 can hold, and cleans the
 * rest. The issue carries the message in both languages as `params: { th, en }`.
 */
export const CleanString = z.string()
  .refine((text) => !UNSTORABLE.test(text), refusal('ข้อความมีอักขระที่บันทึกไม่ได้ โปรดพิมพ์ใหม่', 'The text holds a character that cannot be stored. Type it again'))
  .overwrite(cleanText)

const words = CleanString.trim().max(2000).refine((text) => /[^\s\u2060]/u.test(text), refusal('ต้องกรอกข้อความ', 'The text is empty'))

/** A text in both languages, each cleaned, trimmed, not empty, 2,000 characters at most. */
export const Text = z.strictObject({ th: words, en: words })
export type Text = z.infer<typeof Text>

/** What is said the same way in each language. */
export const both = (say: (lang: Lang) => string): Text => ({ th: say('th'), en: say('en') })

/** 2569 → ๒๕๖๙ */
export function thaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xe20))
}

/** ๒๕๖๙ → 2569 */
export function arabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xe20))
}

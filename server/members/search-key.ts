import { arabicDigits, cleanText } from '../../plugins/kit/text.ts'

const TITLES = ['เด็กหญิง', 'เด็กชาย', 'นางสาว', 'นาย', 'นาง', 'นส', 'ดช', 'ดญ', 'miss', 'mrs', 'mr', 'ms']
const MEANS_NOTHING = /[^\p{L}\p{M}\p{N}]/gu
const TONE = /[\u0e48-\u0e4c]/g
const DIGITS_MAX = 12

/**
 * What of a name is compared: letters and vowel marks in their usual order, without tone marks, spaces, points and invisible characters.
 * People leave tone marks out, or put them elsewhere than the register does.
 */
export const nameKey = (text: string) => arabicDigits(cleanText(text)).toLowerCase().replace(MEANS_NOTHING, '').replace(TONE, '')

/** A member number as it orders and is found: 12 before 105, and 218 found as 0218. */
export function numberKey(text: string): string {
  return nameKey(text.replaceAll(/[/-]/g, 'x')).replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(DIGITS_MAX, '0'))
}

/** The beginnings of names that a search is for: as typed, and without a title. A title is not followed by a mark: นายิกา is a name. */
export function nameBeginnings(typed: string): string[] {
  const whole = nameKey(typed)
  const title = TITLES.find((each) => whole.startsWith(nameKey(each)))
  const rest = title === undefined ? '' : whole.slice(nameKey(title).length)
  return [whole, rest].filter((key) => key !== '' && !/^\p{M}/u.test(key))
}

/** By which a person is told from another where there is only a name: without its title. */
export const personKey = (name: string) => nameBeginnings(name).at(-1) ?? ''

/** The first key that no longer begins so, in byte order. */
export const afterBeginning = (key: string) => `${key}\u{10ffff}`

import { error, type Finding } from './finding.ts'
import { arabicDigits } from './text.ts'

const CITIZEN_ID = /(?<![\p{L}\p{N}])\d[ -]?\d{4}[ -]?\d{5}[ -]?\d{2}[ -]?\d(?![\p{L}\p{N}])/gu
const PHONE = /(?<![\p{L}\p{N}])(?:\+66[ -]?|0)(?:[689]\d[ -]?\d{3}[ -]?\d{4}|2[ -]?\d{3}[ -]?\d{4}|[3457]\d[ -]?\d{3}[ -]?\d{3})(?![\p{L}\p{N}])/u
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u

/** Finds citizen IDs, telephone numbers and e-mail addresses in any text of a value: packs are shared, and voted on by name. */
export function* personalDataIn(value: unknown, at = ''): Generator<Finding> {
  if (typeof value === 'string') yield* personalDataInText(arabicDigits(value), at)
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) if (key !== 'hash') yield* personalDataIn(child, at === '' ? key : `${at}.${key}`)
}

function* personalDataInText(text: string, at: string): Generator<Finding> {
  if ((text.match(CITIZEN_ID) ?? []).some(isCitizenId)) yield error('personalData', at, 'มีเลขประจำตัวประชาชน โปรดลบออก', 'holds a citizen ID: take it out')
  if (PHONE.test(text)) yield error('personalData', at, 'มีหมายเลขโทรศัพท์ โปรดลบออก', 'holds a telephone number: take it out')
  if (EMAIL.test(text)) yield error('personalData', at, 'มีที่อยู่อีเมล โปรดลบออก', 'holds an e-mail address: take it out')
}

/** Thirteen digits, of which the last is a check on the others. None that begins with 0 is ever issued: samples use those. */
function isCitizenId(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, '')].map(Number)
  const sum = digits.slice(0, 12).reduce((total, digit, i) => total + digit * (13 - i), 0)
  return digits[0] !== 0 && digits[12] === (11 - (sum % 11)) % 10
}

import { z } from 'zod'
import { brief, error, type Finding, type FindingCode } from './finding.ts'
import { placeOf } from './json.ts'
import { Text } from './text.ts'

type Issue = z.core.$ZodIssue
type Said = { code: FindingCode; th: string; en: string }

const FINDINGS_MAX = 100

/** What our schemas say in English, said in Thai. */
const THAI: Record<string, string> = {
  'an id is a lower-case letter, then letters, digits or hyphens, 60 at most': 'รหัสขึ้นต้นด้วยตัวอักษรอังกฤษตัวเล็ก ตามด้วยตัวอักษร ตัวเลข หรือขีด ไม่เกิน 60 ตัว',
  'a version is three numbers: 1.0.0': 'รุ่นเป็นตัวเลขสามตัว เช่น 1.0.0',
  'a pack id is lower-case letters, digits and hyphens': 'รหัสชุดกติกาเป็นตัวอักษรอังกฤษตัวเล็ก ตัวเลข และขีด',
  'a day is YYYY-MM-DD and one that the calendar has': 'วันที่เขียนเป็น ปี ค.ศ.-เดือน-วัน เช่น 2026-04-01 และต้องมีในปฏิทิน',
  'a day lies between 1800 and 2400': 'ปีของวันที่ต้องเป็น ค.ศ. 1800 ถึง 2400',
  'a duration has years, months or days': 'ระยะเวลาต้องมีปี เดือน หรือวัน',
  'a slug is lower-case letters, digits and hyphens, 40 at most': 'ใช้ตัวอักษรอังกฤษตัวเล็ก ตัวเลข และขีด 2 ถึง 40 ตัว ขึ้นต้นด้วยตัวอักษร',
  'a tambon code has six digits': 'รหัสตำบลมีหกหลัก',
  'a key is 64 hexadecimal digits': 'กุญแจเป็นเลขฐานสิบหก 64 หลัก',
  'a signature is 128 hexadecimal digits': 'ลายมือชื่อเป็นเลขฐานสิบหก 128 หลัก',
  'a word is a lower-case letter, then letters, digits or hyphens, 19 at most': 'ใช้ตัวอักษรอังกฤษตัวเล็ก ตัวเลข และขีด ไม่เกิน 19 ตัว ขึ้นต้นด้วยตัวอักษร',
  'a member number has letters, digits, / and -, no spaces, 20 at most': 'เลขทะเบียนมีได้แต่ตัวอักษร ตัวเลข / และ - ไม่เว้นวรรค ไม่เกิน 20 ตัว',
  'needs at least one letter': 'ต้องมีข้อความ',
}

const EXPECTED: Record<string, { th: string; en: string }> = {
  string: { th: 'ข้อความ', en: 'a text' },
  number: { th: 'ตัวเลข', en: 'a number' },
  int: { th: 'จำนวนเต็ม', en: 'a whole number' },
  boolean: { th: 'ใช่หรือไม่ใช่ (true, false)', en: 'true or false' },
  array: { th: 'รายการ [ ]', en: 'a list' },
  tuple: { th: 'รายการ [ ]', en: 'a list' },
  object: { th: 'กลุ่มข้อมูล { }', en: 'an object' },
  record: { th: 'กลุ่มข้อมูล { }', en: 'an object' },
}

/** What json-rules-engine would take in a condition and a pack may not have. */
const ENGINE_WORDS = ['path', 'params', 'priority', 'condition']
const CONDITION_WORDS = ['all', 'any', 'not', 'fact', 'operator', 'value']

/** What a schema found wrong with a value, said in both languages; at most a hundred findings. */
export function findingsOf({ issues }: z.ZodError, value: unknown): Finding[] {
  const findings = issues.flatMap((issue) => read(issue, [], value))
  if (findings.length <= FINDINGS_MAX) return findings
  return [...findings.slice(0, FINDINGS_MAX), error('tooMany', '', `มีที่ผิดเกิน ${FINDINGS_MAX} แห่ง โปรดแก้ที่แจ้งไว้ก่อน`, `more than ${FINDINGS_MAX} faults: correct these first`)]
}

function read(issue: Issue, above: readonly PropertyKey[], root: unknown): Finding[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], key))
  if (issue.code === 'invalid_union' && issue.errors.some((branch) => !otherKind(branch))) return meant(issue.errors).flatMap((each) => read(each, path, root))
  const { code, th, en } = say(issue, path, valueAt(root, path))
  return [error(code, placeOf(path), th, en)]
}

/** Of the branches of a union, the one that the value was nearest to: not of another kind altogether, and with the fewest faults. */
function meant(branches: readonly Issue[][]): Issue[] {
  const [nearest = []] = branches.toSorted((a, b) => Number(otherKind(a)) - Number(otherKind(b)) || a.length - b.length)
  return nearest
}

const otherKind = (branch: readonly Issue[]) => branch.some((each) => each.code === 'invalid_type' && each.path.length === 0)

function unknownKey(path: readonly PropertyKey[], key: string): Finding {
  const name = brief(key)
  if (ENGINE_WORDS.includes(key)) return error('unknownKey', placeOf(path), `ชุดกติกาใช้ "${name}" ไม่ได้`, `a pack may not have "${name}"`)
  if (CONDITION_WORDS.includes(key)) return error('unknownKey', placeOf(path), `"${name}" อยู่ร่วมกับที่มีอยู่แล้วไม่ได้ เงื่อนไขเป็นได้อย่างเดียว: all, any, not หรือข้อเดี่ยว`, `"${name}" cannot stand here: a condition is exactly one of all, any, not or a leaf`)
  return error('unknownKey', placeOf(path), `ไม่รู้จัก "${name}"`, `"${name}" is not known`)
}

function say(issue: Issue, path: readonly PropertyKey[], value: unknown): Said {
  const name = brief(String(path.at(-1) ?? 'JSON'))
  switch (issue.code) {
    case 'invalid_type': return value === undefined ? { code: 'missing', th: `ขาด "${name}"`, en: `"${name}" is missing` } : expected(issue.expected, value)
    case 'invalid_value': return value === undefined ? { code: 'missing', th: `ขาด "${name}"`, en: `"${name}" is missing` } : oneOf(issue.values, value)
    case 'invalid_union': return union(issue, name, value)
    case 'too_small': return tooSmall(issue, name)
    case 'too_big': return tooBig(issue)
    case 'invalid_key': return { ...translated(issue.issues[0]?.message ?? issue.message), code: 'badId' }
    case 'invalid_format': return { ...translated(issue.message), code: 'badValue' }
    default: return custom(issue)
  }
}

function expected(type: string, value: unknown): Said {
  const { th, en } = EXPECTED[type] ?? { th: type, en: type }
  return { code: 'badValue', th: `ต้องเป็น${th} แต่พบ ${brief(value)}`, en: `must be ${en}, found ${brief(value)}` }
}

function union(issue: z.core.$ZodIssueInvalidUnion, name: string, value: unknown): Said {
  if (value === undefined) return { code: 'missing', th: `ขาด "${name}"`, en: `"${name}" is missing` }
  if ('options' in issue && issue.options) return oneOf(issue.options, value)
  return { code: 'badValue', th: `${brief(value)} เป็นค่าในที่นี้ไม่ได้`, en: `${brief(value)} cannot be a value here` }
}

/** A later version of a format: it may mean things that this program would misread. */
export function newerFormat(found: unknown, format: unknown): Said | undefined {
  const [name = '', version = ''] = String(format).split('@')
  const isNewer = typeof found === 'string' && found.startsWith(`${name}@`) && Number(found.slice(name.length + 1)) > Number(version)
  return isNewer ? { code: 'newerFormat', th: `โปรแกรมนี้เก่ากว่าไฟล์รูปแบบ ${brief(found)} โปรดปรับรุ่นโปรแกรมก่อน`, en: `this program is older than a file of the format ${brief(found)}: update the program first` } : undefined
}

function oneOf(values: readonly unknown[], value: unknown): Said {
  const newer = newerFormat(value, values[0])
  if (newer) return newer
  const list = values.map(String).join(', ')
  return { code: 'badValue', th: `ต้องเป็นอย่างใดอย่างหนึ่งใน ${list} แต่พบ ${brief(value)}`, en: `must be one of ${list}, found ${brief(value)}` }
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall, name: string): Said {
  if (origin === 'array' && (name === 'all' || name === 'any')) return { code: 'emptyGroup', th: `กลุ่มเงื่อนไข "${name}" ว่างเปล่า`, en: `the group "${name}" is empty` }
  if (origin === 'array') return { code: 'missing', th: `ต้องมีอย่างน้อย ${minimum} รายการ`, en: `needs at least ${minimum}` }
  if (origin === 'string') return { code: 'missing', th: 'ต้องมีข้อความ', en: 'must not be empty' }
  return { code: 'badValue', th: `ต้องไม่น้อยกว่า ${minimum}`, en: `must be at least ${minimum}` }
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Said {
  if (origin === 'array') return { code: 'tooMany', th: `มีได้ไม่เกิน ${maximum} รายการ`, en: `at most ${maximum} may stand here` }
  if (origin === 'string') return { code: 'tooLong', th: `ยาวได้ไม่เกิน ${maximum} ตัวอักษร`, en: `at most ${maximum} characters` }
  return { code: 'badValue', th: `ต้องไม่เกิน ${maximum}`, en: `must be at most ${maximum}` }
}

/** Refinements of ours say it in both languages as their params. */
function custom(issue: Issue): Said {
  const text = Text.safeParse(issue.code === 'custom' ? issue.params : undefined)
  return { code: 'badValue', ...(text.success ? text.data : translated(issue.message)) }
}

const translated = (message: string) => ({ th: THAI[message] ?? 'ค่านี้ไม่ถูกต้อง', en: message })

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined), root) // an object is read by its keys
}

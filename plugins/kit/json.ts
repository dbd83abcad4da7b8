import { brief, error, type Finding, type FindingCode } from './finding.ts'

/** As deep as a regulation can be: a pack in it, conditions of 8 levels or amounts of 6. JSON beyond it is refused before anything recurses over it. */
const DEPTH_MAX = 64

const SPACE = /[ \t\n\r]*/y
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const WORDS = [['true', true], ['false', false], ['null', null]] as const

export type JsonRead = { ok: true; value: unknown } | { ok: false; findings: Finding[] }

/** What has been read, and where in the value the reader is. */
interface Reading {
  text: string
  at: number
  place: (string | number)[]
}

class Unreadable extends Error {
  readonly finding: Finding

  constructor(finding: Finding) {
    super(finding.text.en)
    this.finding = finding
  }
}

/**
 * Reads JSON from people. Refuses, naming place, line and column, what is not JSON and what JSON.parse lets pass: a key that stands
 * twice, the key `__proto__`, a number too large to hold, more than 64 levels.
 */
export function readJson(text: string): JsonRead {
  const reading: Reading = { text, at: text.startsWith('\ufeff') ? 1 : 0, place: [] }
  try {
    const value = readValue(reading)
    skipSpace(reading)
    if (reading.at < text.length) throw unexpected(reading)
    return { ok: true, value }
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    return { ok: false, findings: [thrown.finding] }
  }
}

function readValue(reading: Reading): unknown {
  if (reading.place.length > DEPTH_MAX) throw new Unreadable(tooDeep(placeOf(reading.place), DEPTH_MAX))
  skipSpace(reading)
  if (take(reading, '{')) return readObject(reading)
  if (take(reading, '[')) return readArray(reading)
  if (reading.text[reading.at] === '"') return readString(reading)
  const word = WORDS.find(([each]) => take(reading, each))
  return word ? word[1] : readNumber(reading)
}

function readObject(reading: Reading): Record<string, unknown> {
  const members: Record<string, unknown> = {}
  skipSpace(reading)
  if (take(reading, '}')) return members
  do {
    skipSpace(reading)
    const key = readString(reading)
    reading.place.push(key)
    if (key === '__proto__') throw fault(reading, 'unknownKey', 'ใช้ชื่อ "__proto__" ไม่ได้', 'the key "__proto__" is refused')
    if (Object.hasOwn(members, key)) throw fault(reading, 'twice', `"${brief(key)}" มีสองครั้งในที่เดียวกัน`, `"${brief(key)}" stands twice in one object`)
    skipSpace(reading)
    if (!take(reading, ':')) throw unexpected(reading)
    members[key] = readValue(reading)
    reading.place.pop()
    skipSpace(reading)
  } while (take(reading, ','))
  if (!take(reading, '}')) throw unexpected(reading)
  return members
}

function readArray(reading: Reading): unknown[] {
  const items: unknown[] = []
  skipSpace(reading)
  if (take(reading, ']')) return items
  do {
    reading.place.push(items.length)
    items.push(readValue(reading))
    reading.place.pop()
    skipSpace(reading)
  } while (take(reading, ','))
  if (!take(reading, ']')) throw unexpected(reading)
  return items
}

function readString(reading: Reading): string {
  return JSON.parse(match(reading, STRING)) as string // a JSON string is read as a string
}

function readNumber(reading: Reading): number {
  const number = Number(match(reading, NUMBER))
  if (!Number.isFinite(number)) throw fault(reading, 'badValue', 'ตัวเลขใหญ่เกินไป', 'the number is too large')
  return number
}

function match(reading: Reading, pattern: RegExp): string {
  pattern.lastIndex = reading.at
  const [token] = pattern.exec(reading.text) ?? []
  if (token === undefined) throw unexpected(reading)
  reading.at += token.length
  return token
}

function take(reading: Reading, token: string): boolean {
  if (!reading.text.startsWith(token, reading.at)) return false
  reading.at += token.length
  return true
}

function skipSpace(reading: Reading): void {
  SPACE.lastIndex = reading.at
  reading.at += SPACE.exec(reading.text)?.[0].length ?? 0
}

function unexpected(reading: Reading): Unreadable {
  const { text, at } = reading
  if (at >= text.length) return fault(reading, 'notJson', 'ข้อความจบก่อนที่ควร', 'the text ends too early')
  const seen = JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))
  return fault(reading, 'notJson', `ไม่ใช่ JSON ที่ถูกต้อง เริ่มผิดที่ ${seen}`, `not valid JSON, from ${seen} on`)
}

function fault({ text, at, place }: Reading, code: FindingCode, th: string, en: string): Unreadable {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  return new Unreadable(error(code, placeOf(place), `${th} (บรรทัด ${line} คอลัมน์ ${column})`, `${en} (line ${line}, column ${column})`))
}

export const tooDeep = (at: string, levels: number): Finding =>
  error('tooDeep', at, `ซ้อนกันลึกเกิน ${levels} ชั้น`, `nested more than ${levels} levels deep`)

/** A place as it stands in a finding; the far end of a deep one is left out. */
export const placeOf = (place: readonly PropertyKey[]): string =>
  place.length > 24 ? `${place.slice(0, 24).map(String).join('.')}…` : place.map((each) => brief(String(each))).join('.')

/** As readJson's bound on depth, for JSON that is already parsed. */
export function checkDepth(value: unknown): Finding[] {
  const open: { value: unknown; place: readonly string[] }[] = [{ value, place: [] }]
  for (let each = open.pop(); each; each = open.pop()) {
    const { value: inside, place } = each
    if (place.length > DEPTH_MAX) return [tooDeep(placeOf(place), DEPTH_MAX)]
    if (typeof inside !== 'object' || inside === null) continue
    for (const [key, child] of Object.entries(inside)) open.push({ value: child, place: [...place, key] })
  }
  return []
}

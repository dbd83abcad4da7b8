import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

const LONE_SURROGATE = /[\ud800-\udfff]/u
const DEPTH_MAX = 500

/**
 * JSON as RFC 8785 writes it: keys in the order of their UTF-16 code units, numbers as ECMAScript prints them, no space. Throws a
 * TypeError naming the place for what JSON cannot say without loss: undefined, NaN, infinities, bigint, functions, symbols, lone
 * surrogates, objects that are not plain, more than 500 levels.
 */
export function canonicalJson(value: unknown): string {
  return written(value, undefined)
}

/** Where in a value one stands. Chained: a list for each level would cost more than the writing. */
type Place = { key: string | number; above: Place; depth: number } | undefined

const within = (above: Place, key: string | number): Place => ({ key, above, depth: (above?.depth ?? 0) + 1 })

function written(value: unknown, place: Place): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value, place)
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'object' || (place?.depth ?? 0) > DEPTH_MAX) throw unsayable(value, place)
  if (Array.isArray(value)) return `[${Array.from(value, (each, at) => written(each, within(place, at))).join(',')}]`
  if (!isPlain(value)) throw unsayable(value, place)
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, each]) => {
    const inside = within(place, key)
    return `${quoted(key, inside)}:${written(each, inside)}`
  }).join(',')}}`
}

function quoted(text: string, place: Place): string {
  if (LONE_SURROGATE.test(text)) throw unsayable('a lone surrogate', place)
  return JSON.stringify(text)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0
}

function unsayable(value: unknown, place: Place): TypeError {
  const keys: (string | number)[] = []
  for (let each = place; each; each = each.above) keys.unshift(each.key)
  const what = typeof value === 'object' ? 'an object that is not plain, or nested too deeply' : typeof value === 'string' ? value : `${typeof value} ${String(value)}`
  return new TypeError(`no canonical JSON at ${['$', ...keys.slice(0, 20)].join('.')}: ${what.slice(0, 100)}`)
}

/** SHA-256 of the text in UTF-8, as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** The identity of a value: 'sha256:' and the hash of its canonical JSON. Throws as canonicalJson does. */
export function contentHash(value: unknown): string {
  return `sha256:${sha256Hex(canonicalJson(value))}`
}

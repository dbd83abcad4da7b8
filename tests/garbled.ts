import fc from 'fast-check'
import { addressIn } from './confined.ts'

/** What people, programs and malice send where something else belongs. */
const ODD = [
  '', ' ', '0', '-1', '๑๒๓', '1e9', 'NaN', 'null', 'true', '2026-02-30', '2026-11-23', '9999-12-31', '0000-00-00', '10000-01-01', '00000000-0000-0000-0000-000000000000',
  '__proto__', 'constructor', "'; drop table members; --", '%00', '../../etc', '<b>ก</b>', 'ส\u0e31\u0e49\u0e49\u0e49', '\u202eกลับ', '👩‍👩‍👧', 'a\u0301', '\0', '\ud800', 'ก'.repeat(5_000),
  0, -1, 1, 0.5, -0.0001, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, null, true, false, [], {}, [[[]]], [null], { th: 'ก' }, { th: '', en: '' }, Array.from({ length: 300 }, () => 1),
] as const

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Place = readonly (string | number)[]

interface Asked {
  /** What the address names, in its order. */
  ids: readonly string[]
  query?: string | undefined
  body?: unknown
}

/** A request that works, with something in it that is odd: a part of the body, an id, or a word of the query. */
export function garbled(template: string, { ids, query = '', body }: Asked): fc.Arbitrary<{ path: string; body: unknown }> {
  const odd = fc.constantFrom(...ODD)
  const words = [...new URLSearchParams(query)]
  const address = (ids: readonly string[], query: string) => addressIn(template, ids.map((id) => encodeURIComponent(id))) + query
  const whole = { path: address(ids, query), body }
  const nowhere = (id: string) => id === '' || id.startsWith('..') || id === '\ud800' // which no address can name

  const inBody = body === undefined ? [] : [fc.tuple(fc.constantFrom(...placesIn(body as Json)), fc.oneof(odd, fc.constant(MISSING), fc.constantFrom(...partsOf(body as Json))))
    .map(([place, value]) => ({ ...whole, body: withOdd(body as Json, place, value) }))]
  const inIds = ids.length === 0 ? [] : [fc.tuple(fc.nat(ids.length - 1), odd.map(String).filter((id) => !nowhere(id)))
    .map(([at, id]) => ({ ...whole, path: address(ids.with(at, id), query) }))]
  const inQuery = fc.tuple(fc.constantFrom('limit', 'on', 'q', 'before', 'version', ...words.map(([name]) => name)), odd.map(String).filter((word) => word !== '\ud800'))
    .map(([name, word]) => ({ ...whole, path: address(ids, `?${new URLSearchParams({ ...Object.fromEntries(words), [name]: word })}`) }))
  return fc.oneof(...inBody.flatMap((each) => [each, each, each]), ...inIds, inQuery)
}

const MISSING = Symbol('left out')

/** Every place in what is sent, the whole of it among them. */
function placesIn(value: Json, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).filter(([, inside]) => inside !== undefined).flatMap(([key, inside]) => placesIn(inside, [...at, Array.isArray(value) ? Number(key) : key]))]
}

/** What stands at them, to be put where it does not belong. */
const partsOf = (value: Json): Json[] => (typeof value === 'object' && value !== null ? [value, ...Object.values(value).filter((inside) => inside !== undefined).flatMap(partsOf)] : [value])

function withOdd(value: Json, [key, ...rest]: Place, odd: unknown): unknown {
  if (key === undefined) return odd === MISSING ? {} : odd
  const copy: Record<string | number, unknown> = Array.isArray(value) ? [...value] as never : { ...value as object } // which the place says has this key
  if (rest.length === 0 && odd === MISSING) delete copy[key]
  else copy[key] = withOdd((value as Record<string | number, Json>)[key] ?? null, rest, odd)
  return copy
}

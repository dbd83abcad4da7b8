import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, contentHash, sha256Hex } from '../../plugins/kit/canonical.ts'

describe('RFC 8785', () => {
  test('the example of section 3.2.2 and 3.2.4', () => {
    const input = String.raw`{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }`
    expect(canonicalJson(JSON.parse(input))).toBe(String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`)
  })

  test('the order of keys of section 3.2.3', () => {
    const input = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`
    const written = canonicalJson(JSON.parse(input))
    const named = ['Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh']
    expect([...written.matchAll(/:"([^"]+)"/g)].map(([, name]) => name)).toEqual(named)
  })

  test.each([
    ['0000000000000000', '0'], ['8000000000000000', '0'], ['0000000000000001', '5e-324'], ['8000000000000001', '-5e-324'], ['7fefffffffffffff', '1.7976931348623157e+308'], ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'], ['c340000000000000', '-9007199254740992'], ['4430000000000000', '295147905179352830000'], ['44b52d02c7e14af5', '9.999999999999997e+22'], ['44b52d02c7e14af6', '1e+23'], ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'], ['444b1ae4d6e2ef4f', '999999999999999900000'], ['444b1ae4d6e2ef50', '1e+21'], ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'], ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'], ['41b3de4355555554', '333333333.33333325'], ['41b3de4355555555', '333333333.3333333'], ['41b3de4355555556', '333333333.3333334'], ['41b3de4355555557', '333333333.33333343'], ['becbf647612f3696', '-0.0000033333333333333333'], ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the number %s of appendix B is %s', (bits, wanted) => {
    const view = new DataView(new ArrayBuffer(8))
    view.setBigUint64(0, BigInt(`0x${bits}`))
    expect(canonicalJson(view.getFloat64(0))).toBe(wanted)
  })
})

test.each([
  [undefined, '$'], [{ a: undefined }, '$.a'], [{ a: [1, { b: NaN }] }, '$.a.1.b'], [[Infinity], '$.0'], [{ terms: { rate: -Infinity } }, '$.terms.rate'], [{ a: () => 1 }, '$.a'], [{ a: 1n }, '$.a'], [{ a: Symbol('a') }, '$.a'], [{ a: '\ud800' }, '$.a'], [{ '\udc00': 1 }, '$.'],
  [Array(2), '$.0'], [{ on: new Date(0) }, '$.on'], [{ all: new Map() }, '$.all'], [{ all: new Set() }, '$.all'], [{ [Symbol('a')]: 1 }, '$'], [Object(1), '$'],
])('what JSON cannot say is refused with its place: %o at %s', (value, place) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
  expect(() => canonicalJson(value)).toThrow(`at ${place}`)
})

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

test('what has no end is refused, and depth in reason is not', () => {
  const circle: Record<string, unknown> = {}
  circle['again'] = circle
  expect(() => canonicalJson(circle)).toThrow(TypeError)
  expect(canonicalJson(JSON.parse(deep(400)))).toBe(deep(400))
  expect(() => canonicalJson(JSON.parse(deep(5000)))).toThrow(TypeError)
})

const isWell = (text: string) => !/[\ud800-\udfff]/u.test(text)
const json = fc.jsonValue({ stringUnit: 'grapheme' })

test('says the same value again, in one way only', () => {
  fc.assert(fc.property(json, (value) => {
    const written = canonicalJson(value)
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)))
    expect(canonicalJson(JSON.parse(written))).toBe(written)
  }), { numRuns: 500 })
})

test('the order of keys does not matter', () => {
  const members = fc.uniqueArray(fc.tuple(fc.string({ unit: 'grapheme' }).filter((key) => isWell(key) && key !== '__proto__'), json), { selector: ([key]) => key })
  fc.assert(fc.property(members.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, shuffled]) => {
    const inner = (order: typeof all) => ({ of: Object.fromEntries(order) })
    expect(canonicalJson(inner(shuffled))).toBe(canonicalJson(inner(all)))
    expect(contentHash(inner(shuffled))).toBe(contentHash(inner(all)))
  }))
})

test('a key named __proto__ is a key like another', () => {
  expect(canonicalJson(JSON.parse('{"__proto__":{"b":1,"a":2},"A":1}'))).toBe('{"A":1,"__proto__":{"a":2,"b":1}}')
  expect(canonicalJson(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}')
})

describe('SHA-256', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('of the published vectors', (text, wanted) => {
    expect(sha256Hex(text)).toBe(wanted)
  })
  test('agrees with another implementation, Thai included', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('ก', 'ำ', 'a', '😀', '\n') }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
    }))
  })
  test('a content hash names its algorithm', () => {
    expect(contentHash({ b: 1, a: 'ก' })).toBe(`sha256:${createHash('sha256').update('{"a":"ก","b":1}').digest('hex')}`)
    expect(() => contentHash({ a: undefined })).toThrow(TypeError)
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../plugins/kit/finding.ts'
import { checkDepth, readJson } from '../../plugins/kit/json.ts'
import { parsePack, readPack, readRegulation } from '../../plugins/kit/read-pack.ts'
import { changed, examplePack, exampleRegulation } from './example-pack.ts'

const leaf = { id: 'x', name: { th: 'ก', en: 'a' }, fact: 'nights', operator: 'equal', value: 1 }
const textOf = (place: string, to: unknown) => JSON.stringify(changed(examplePack, place, to))

/** The findings of a pack that is refused; each names its place and says it in both languages. */
function refusal(text: string): Finding[] {
  const read = readPack(text)
  if (read.ok) throw new Error('the pack was read')
  for (const { level, text: { th, en } } of read.findings) {
    expect(level).toBe('error')
    expect(th).toMatch(/[ก-๙]/)
    expect(en).toMatch(/[a-z]/)
  }
  expect(read.findings.length).toBeGreaterThan(0)
  return read.findings
}

const refused = (text: string) => refusal(text).map(({ code, at }) => `${code} ${at}`)

function parsedBy(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

test('it works', () => {
  expect(readPack(JSON.stringify(examplePack))).toEqual({ ok: true, pack: examplePack })
  expect(readRegulation(JSON.stringify(exampleRegulation))).toEqual({ ok: true, regulation: exampleRegulation })
})

test('texts come out clean: composed, without invisible characters, Thai marks in their order', () => {
  const read = readPack(textOf('title', { th: '  เเม่น\u0e49\u0e4dา\u200b ', en: 'Cafe\u0301' }))
  expect(read.ok && read.pack.title).toEqual({ th: 'แม่น้ำ', en: 'Caf\u00e9' })
})

test('a byte order mark, as Notepad writes one, does no harm', () => {
  expect(readPack(`\ufeff${JSON.stringify(examplePack)}`).ok).toBe(true)
})

describe('text that is not JSON', () => {
  test.each([
    ['{ "format": "sajja/pack@1",\n  "id": }', 'id', 'line 2, column 9'],
    ['', '', 'line 1, column 1'],
    ['{"a": 1} x', '', 'line 1, column 10'],
    ['{"terms": {"rate": [1, 2', 'terms.rate', 'line 1, column 25'],
    ["{'a': 1}", '', 'line 1, column 2'],
    ['[1,]', '1', 'line 1, column 4'],
    ['{"a": 01}', '', 'line 1, column 8'],
    ['{"a": NaN}', 'a', 'line 1, column 7'],
    ['{"a": "\n"}', 'a', 'line 1, column 7'],
    ['{"a": "\\x41"}', 'a', 'line 1, column 7'],
    ['{"a" 1}', 'a', 'line 1, column 6'],
  ])('%j is refused with its place', (text, at, where) => {
    const [finding] = refusal(text)
    expect(finding).toMatchObject({ code: 'notJson', at })
    expect(finding?.text.en).toContain(where)
    expect(finding?.text.th).toContain(where.replace('line', 'บรรทัด').replace(', column', ' คอลัมน์'))
  })

  test('of any text: what JSON.parse refuses is refused, what it reads is read the same', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'{}[],:"\\/ \n\t-+.eE0123456789truefalsn\u0e01') , maxLength: 30 })
    fc.assert(fc.property(fc.oneof(nearly, fc.json({ maxDepth: 4 }), fc.json({ maxDepth: 4 }).map((text) => text.slice(0, -1))), (text) => {
      const read = readJson(text)
      const parsed = parsedBy(text)
      if (read.ok) expect(read.value).toEqual(parsed?.value)
      else if (parsed) expect(read.findings[0]?.code).toMatch(/^(twice|unknownKey|badValue)$/)
    }), { numRuns: 3000, seed: 2569 })
  })

  test('a key that stands twice is refused: a reader sees one value, a program takes the other', () => {
    expect(refused('{"terms": {"rate": 500, "rate": 50000}}')).toEqual(['twice terms.rate'])
  })

  test('a number too large to hold is refused', () => {
    expect(refused('{"terms": [1e999]}')).toEqual(['badValue terms.0'])
  })
})

describe('what is too large', () => {
  test('a pack of more than 256 KB, counted in bytes, before it is parsed', () => {
    const thai = 'ก'.repeat(100_000)
    expect(thai.length).toBeLessThan(256 * 1024)
    expect(refused(`"${thai}"`)).toEqual(['tooLarge '])
    expect(refused('x'.repeat(10_000_000))).toEqual(['tooLarge '])
  })

  test('a pack given as an object keeps to the same bound', () => {
    const notes = Array.from({ length: 50 }, () => ({ th: 'ก'.repeat(2000), en: 'a' }))
    const read = parsePack({ ...examplePack, notes })
    expect(read.ok ? [] : read.findings).toMatchObject([{ code: 'tooLarge', at: '' }])
  })

  test.each([70, 1000, 20_000])('nesting %i deep, in lists and in objects', (depth) => {
    expect(refused('['.repeat(depth) + ']'.repeat(depth))[0]).toMatch(/^tooDeep 0\.0\.0/)
    expect(refused('{"not":'.repeat(depth) + '1' + '}'.repeat(depth))[0]).toMatch(/^tooDeep not\.not\.not/)
  })

  test('nesting 100,000 deep', () => {
    expect(refused('['.repeat(100_000))[0]).toMatch(/^tooDeep /)
  })

  test('nesting of a value that is already parsed', () => {
    let deep: unknown = 1
    for (let i = 0; i < 100_000; i++) deep = { not: deep }
    expect(checkDepth({ benefits: [deep] })).toMatchObject([{ code: 'tooDeep' }])
    expect(parsePack({ benefits: [deep] })).toMatchObject({ ok: false, findings: [{ code: 'tooDeep' }] })
    expect(checkDepth(examplePack)).toEqual([])
  })

  test('conditions nested 8 deep are read, 9 are not', () => {
    const nested = (depth: number): unknown => (depth === 1 ? leaf : { not: nested(depth - 1) })
    expect(readPack(textOf('benefits.0.conditions', nested(8))).ok).toBe(true)
    expect(refused(textOf('benefits.0.conditions', nested(9)))).toEqual(['tooDeep benefits.0.conditions'])
    expect(refused(textOf('standing.0.conditions', nested(9)))).toEqual(['tooDeep standing.0.conditions'])
    expect(refused(textOf('facts.grade.askedWhen', nested(9)))).toEqual(['tooDeep facts.grade.askedWhen'])
    expect(refused(textOf('benefits.0.documents.0.when', nested(9)))).toEqual(['tooDeep benefits.0.documents.0.when'])
  })

  test('amounts nested 6 deep are read, 7 are not', () => {
    const nested = (depth: number): unknown => (depth === 1 ? { fixed: 'nightRate' } : { sum: [nested(depth - 1)] })
    expect(readPack(textOf('benefits.0.amount', nested(6))).ok).toBe(true)
    expect(refused(textOf('benefits.0.amount', nested(7)))).toEqual(['tooDeep benefits.0.amount'])
  })

  test('500 leaves are read, 501 are not', () => {
    const others = 5
    const leaves = (count: number) => ({ all: Array.from({ length: Math.ceil(count / 100) }, (_, i) => ({ all: Array.from({ length: Math.min(100, count - i * 100) }, () => ({ ...leaf })) })) })
    const without = changed(examplePack, 'benefits.0.conditions', undefined)
    const read = (count: number) => readPack(JSON.stringify(changed(without, 'benefits.0.conditions', leaves(count - others + 1))))
    expect(read(500).ok).toBe(true)
    expect(read(502)).toMatchObject({ ok: false, findings: [{ code: 'tooMany', at: '' }] })
  })

  test('names of more than 100 characters, more than 200 ladder steps, more than 100 benefits', () => {
    expect(refused(textOf('benefits.1.title.en', 'x'.repeat(101)))).toEqual(['badValue benefits.1.title'])
    expect(refused(textOf('terms.nightRate.values.0.source', 'x'.repeat(301)))).toEqual(['tooLong terms.nightRate.values.0.source'])
    const steps = Array.from({ length: 201 }, (_, i) => ({ id: `s${i}`, from: { days: i }, value: i }))
    expect(refused(textOf('terms.deathSteps.values.0.value', steps))).toEqual(['tooMany terms.deathSteps.values.0.value'])
    expect(refused(textOf('benefits', Array.from({ length: 101 }, () => examplePack.benefits[1])))).toEqual(['tooMany benefits'])
  })

  test('a thousand faults are told as a hundred', () => {
    const findings = refusal(textOf('facts', Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, 1]))))
    expect(findings.length).toBe(101)
    expect(findings.at(-1)).toMatchObject({ code: 'tooMany' })
  })
})

describe('what a pack may not say', () => {
  test.each([
    ['a newer format', 'format', 'sajja/pack@2', 'newerFormat format'],
    ['a much newer format', 'format', 'sajja/pack@10', 'newerFormat format'],
    ['another format', 'format', 'other/pack@1', 'badValue format'],
    ['no format', 'format', undefined, 'missing format'],
    ['an unknown key', 'benefits.0.colour', 'red', 'unknownKey benefits.0.colour'],
    ['a path', 'benefits.0.conditions.all.0.path', '$.x', 'unknownKey benefits.0.conditions.all.0.path'],
    ['a path beside a term', 'standing.0.conditions.value', { fact: 'memberMin', path: '$' }, 'unknownKey standing.0.conditions.value.path'],
    ['a priority', 'benefits.0.conditions.priority', 10, 'unknownKey benefits.0.conditions.priority'],
    ['params', 'benefits.0.conditions.all.0.params', {}, 'unknownKey benefits.0.conditions.all.0.params'],
    ['a reference to a condition', 'benefits.0.conditions', { condition: 'other' }, 'badValue benefits.0.conditions'],
    ['an empty all', 'benefits.0.conditions', { all: [] }, 'emptyGroup benefits.0.conditions.all'],
    ['an empty any', 'benefits.0.conditions.all', [{ any: [] }], 'emptyGroup benefits.0.conditions.all.0.any'],
    ['a list under not', 'benefits.0.conditions', { not: [leaf] }, 'badValue benefits.0.conditions.not'],
    ['all and any in one', 'benefits.0.conditions.any', [leaf], 'unknownKey benefits.0.conditions.any'],
    ['a leaf that is a group', 'benefits.0.conditions.all.0.all', [leaf], 'unknownKey benefits.0.conditions.all.0.id'],
    ['a value of null', 'benefits.0.conditions.all.0.value', null, 'badValue benefits.0.conditions.all.0.value'],
    ['no value', 'benefits.0.conditions.all.0.value', undefined, 'missing benefits.0.conditions.all.0.value'],
    ['no id', 'benefits.0.conditions.all.0.id', undefined, 'missing benefits.0.conditions.all.0.id'],
    ['a NUL', 'title.th', 'ก\u0000', 'badValue title.th'],
    ['a lone surrogate', 'benefits.0.title.en', 'a\ud800', 'badValue benefits.0.title.en'],
    ['a lone surrogate in a source', 'terms.nightRate.values.0.source', '\udfff', 'badValue terms.nightRate.values.0.source'],
    ['a NUL in a clause', 'benefits.0.clause', { number: '9\u0000' }, 'badValue benefits.0.clause.number'],
    ['an amount of no known shape', 'benefits.0.amount', { formula: '1+1' }, 'badValue benefits.0.amount'],
    ['an amount of two shapes', 'benefits.0.amount.fixed', 'nightRate', 'unknownKey benefits.0.amount.perUnit'],
    ['a fraction of a satang', 'terms.deathSteps.values.0.value.0.value', '300000', 'badValue terms.deathSteps.values.0.value.0.value'],
    ['a Buddhist-era day that is not one', 'terms.nightRate.values.0.from', '2569-02-30', 'badValue terms.nightRate.values.0.from'],
    ['a Buddhist-era day', 'terms.nightRate.values.0.from', '2569-02-03', 'badValue terms.nightRate.values.0.from'],
    ['a name that every object has, as a fact', 'facts.constructor', examplePack.facts?.['damage'], 'badId facts.constructor'],
    ['a name that every object has, as a reference', 'benefits.0.eventOn', 'toString', 'badValue benefits.0.eventOn'],
    ['a blank title', 'title.th', '   ', 'badValue title.th'],
    ['a type nobody knows', 'facts.damage.type', 'satoshi', 'badValue facts.damage.type'],
    ['a term of an unknown type', 'terms.nightRate.type', 'lottery', 'badValue terms.nightRate.type'],
    ['a fact without its label', 'facts.damage.label', undefined, 'missing facts.damage.label'],
    ['a sum of one fact', 'facts.nights', { ...examplePack.facts?.['nights'], sum: ['a'], difference: undefined }, 'missing facts.nights.sum'],
    ['benefits that are no list', 'benefits', {}, 'badValue benefits'],
  ])('%s', (_, place, to, expected) => {
    expect(refused(textOf(place, to))[0]).toBe(expected)
  })

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s, wherever it stands', (key) => {
    const inside = (text: string, place: string) => refused(text.replace(place, `${place}${JSON.stringify(key)}: {"polluted": true}, `))[0]
    const text = JSON.stringify(examplePack)
    expect(inside(text, '{')).toBe(`unknownKey ${key}`)
    expect(inside(text, '"facts":{')).toMatch(/^(unknownKey|badId|missing|badValue) facts\./)
    expect(inside(text, '"terms":{')).toMatch(/^(unknownKey|badId|missing|badValue) terms\./)
    expect(inside(text, '{"perUnit":{')).toMatch(new RegExp(`^unknownKey benefits.0.amount.perUnit.${key}`))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('a newer format is not looked at any further', () => {
    expect(refused(JSON.stringify({ format: 'sajja/pack@2', anything: true }))).toEqual(['newerFormat format'])
    expect(refusal('{"format":"sajja/pack@2"}')[0]?.text.en).toContain('this program is older')
  })

  test('every fault is told, not only the first', () => {
    const twice = changed(changed(examplePack, 'benefits.0.conditions.all.0.path', '$'), 'benefits.2.conditions.any', [])
    expect(refused(JSON.stringify(twice))).toEqual(['unknownKey benefits.0.conditions.all.0.path', 'emptyGroup benefits.2.conditions.any'])
  })
})

test('a regulation is held to the same, with the place in its packs', () => {
  const read = (place: string, to: unknown) => {
    const regulation = readRegulation(JSON.stringify(changed(exampleRegulation, place, to)))
    return regulation.ok ? [] : regulation.findings.map(({ code, at }) => `${code} ${at}`)
  }
  const nested = (depth: number): unknown => (depth === 1 ? leaf : { not: nested(depth - 1) })
  expect(read('packs.0.pack.standing.0.conditions', nested(9))).toEqual(['tooDeep packs.0.pack.standing.0.conditions'])
  expect(read('packs.0.pack.benefits.0.conditions.all', [])).toEqual(['emptyGroup packs.0.pack.benefits.0.conditions.all'])
  expect(read('format', 'sajja/regulation@2')).toEqual(['newerFormat format'])
  expect(read('packs.0.pack.format', 'sajja/pack@2')).toEqual(['newerFormat packs.0.pack.format'])
  expect(read('packs', [])).toEqual(['missing packs'])
  expect(read('packs.0.hash', 'sha256:x')).toEqual(['badValue packs.0.hash'])
})

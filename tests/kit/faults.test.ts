// The ways in which json-rules-engine 7.3.1 would pay money wrongly: each first seen with the library alone, then kept out by the kit.
import { Worker } from 'node:worker_threads'
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { describe, expect, test } from 'vitest'
import { check } from '../../plugins/kit/check.ts'
import type { Claim } from '../../plugins/kit/claim.ts'
import type { Condition } from '../../plugins/kit/condition.ts'
import { judgeByEngine } from '../../plugins/kit/engine.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { kitOperators } from '../../plugins/kit/operator.ts'
import { readPack } from '../../plugins/kit/read-pack.ts'
import { regulationFor } from '../../plugins/kit/cases.ts'
import type { Value } from '../../plugins/kit/value.ts'
import { changed, examplePack } from './example-pack.ts'

type Leaf = { fact: string; operator: string; value: unknown; path?: string; priority?: number }
const bare = (fact: string, operator: string, value: unknown, more: Partial<Leaf> = {}): Leaf => ({ fact, operator, value, ...more })

/** What the library alone makes of conditions: whether they fire, and each leaf of the group as it was seen. */
async function alone(conditions: unknown, facts: Record<string, unknown>, options: { allowUndefinedFacts?: boolean } = {}) {
  const engine = new Engine([], options)
  engine.addRule({ conditions: conditions as TopLevelCondition, event: { type: 'pay' } }) // what the library takes is the question
  const { results, failureResults } = await engine.run(facts)
  const seen = (results[0] ?? failureResults[0])?.conditions as { all?: { result?: boolean }[] } | undefined
  return { fires: results.length === 1, seen: seen?.all ?? [] }
}

const says = (text: string) => ({ th: `ข้อ ${text}`, en: text })
const leaf = (id: string, fact: string, operator: string, value: unknown) => ({ id, name: says(id), fact, operator, value })
const packWith = (conditions: unknown) => changed(examplePack, 'benefits.0.conditions', conditions)

/** The codes and places for which the kit refuses the example pack with other conditions for a stay in hospital. */
function refused(conditions: unknown): string[] {
  const read = readPack(JSON.stringify(packWith(conditions)))
  const findings = read.ok ? check(read.pack) : read.findings
  return findings.filter((finding) => finding.level === 'error').map(({ code, at }) => `${code} ${at}`)
}

/** A stay of three nights; the answers given replace these. */
function stay(conditions: unknown, answers: Record<string, unknown> = {}): Claim {
  const read = readPack(JSON.stringify(packWith(conditions)))
  if (!read.ok || check(read.pack).some((finding) => finding.level === 'error')) throw new Error('the pack is refused')
  const given = { admittedOn: '2026-02-01', dischargedOn: '2026-02-04', certified: true, ...answers }
  return {
    regulation: regulationFor(read.pack), benefitId: 'stay', claimedOn: '2026-02-10', fund: {}, history: [], member: { facts: { joinedOn: '2020-01-01' } },
    answers: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<string, Value>, // what is no value is refused by evaluate
  }
}

describe('a missing value makes notEqual, notIn and not true; a missing fact throws or fires', () => {
  test('json-rules-engine alone', async () => {
    expect((await alone({ all: [bare('certified', 'notEqual', true)] }, { certified: undefined })).fires).toBe(true)
    expect((await alone({ all: [bare('sex', 'notIn', ['male'])] }, { sex: null })).fires).toBe(true)
    expect((await alone({ not: bare('certified', 'equal', true) }, {}, { allowUndefinedFacts: true })).fires).toBe(true)
    await expect(alone({ all: [bare('certified', 'notEqual', true)] }, {})).rejects.toThrow('Undefined fact: certified')
  })

  test.each([
    ['notEqual', leaf('x', 'certified', 'notEqual', true), 'certified'],
    ['not', { not: leaf('x', 'certified', 'equal', true) }, 'certified'],
    ['notIn', leaf('x', 'memberSex', 'notIn', ['male']), 'memberSex'],
  ])('the kit never shows it an unknown: %s leaves the claim incomplete', async (_, conditions, missing) => {
    expect(await evaluate(stay(conditions, { certified: undefined }))).toMatchObject({ outcome: 'incomplete', missing: [missing] })
  })
})

describe('an empty group fires; of a node with both groups one is ignored', () => {
  test('json-rules-engine alone', async () => {
    expect((await alone({ all: [] }, {})).fires).toBe(true)
    expect((await alone({ any: [] }, {})).fires).toBe(true)
    expect((await alone({ any: [bare('nights', 'equal', 1)], all: [bare('nights', 'equal', 2)] }, { nights: 1 })).fires).toBe(true)
  })

  test('the kit refuses the pack', () => {
    expect(refused({ all: [] })).toEqual(['emptyGroup benefits.0.conditions.all'])
    expect(refused({ any: [] })).toEqual(['emptyGroup benefits.0.conditions.any'])
    expect(refused({ any: [leaf('x', 'nights', 'equal', 1)], all: [leaf('y', 'nights', 'equal', 2)] })).toEqual(['unknownKey benefits.0.conditions.any'])
  })

  test('a benefit may have no conditions at all, and says so by leaving them out', async () => {
    expect(await evaluate(stay(undefined))).toMatchObject({ outcome: 'eligible', amountSatang: 30_000 })
  })
})

describe('texts are compared as texts', () => {
  test('json-rules-engine alone', async () => {
    expect((await alone({ all: [bare('nights', 'greaterThan', '10')] }, { nights: '9' })).fires).toBe(true)
    expect((await alone({ all: [bare('paid', 'greaterThanInclusive', 500)] }, { paid: '1,000' })).fires).toBe(false)
    expect((await alone({ all: [bare('joinedOn', 'greaterThan', '2026-12-31')] }, { joinedOn: '2569-01-01' })).fires).toBe(true)
    expect((await alone({ all: [bare('joinedOn', 'greaterThan', new Date('2020-01-01'))] }, { joinedOn: new Date('2021-01-01') })).fires).toBe(false)
  })

  test('the kit refuses a pack that would compare so', () => {
    expect(refused(leaf('x', 'nights', 'greaterThan', '10'))).toEqual(['mistyped benefits.0.conditions.value'])
    expect(refused(leaf('x', 'admittedOn', 'greaterThan', '2026-12-31'))).toEqual(['mistyped benefits.0.conditions.operator'])
    expect(refused(leaf('x', 'admittedOn', 'after', '2569-12-31'))).toEqual(['mistyped benefits.0.conditions.value'])
  })

  test.each([
    ['a Buddhist-era day', { admittedOn: '2569-02-01' }, 'answers.admittedOn'],
    ['a day with slashes', { admittedOn: '01/02/2569' }, 'answers.admittedOn'],
    ['a text for yes', { certified: 'true' }, 'answers.certified'],
  ])('the kit refuses a claim with %s', async (_, answers, where) => {
    await expect(evaluate(stay(undefined, answers))).rejects.toMatchObject({ name: 'BadInput', where })
  })

  test('nine is not above ten, days and durations have operators of their own', async () => {
    const outcome = async (conditions: unknown) => (await evaluate(stay(conditions, { dischargedOn: '2026-02-10' }))).outcome
    expect(await outcome(leaf('x', 'nights', 'greaterThan', 10))).toBe('ineligible')
    expect(await outcome(leaf('x', 'nights', 'greaterThan', 8))).toBe('eligible')
    expect(await outcome(leaf('x', 'admittedOn', 'after', '2026-01-31'))).toBe('eligible')
    expect(await outcome(leaf('x', 'admittedOn', 'after', '2026-02-01'))).toBe('ineligible')
    expect(await outcome(leaf('x', 'membership', 'longerThan', { months: 10 }))).toBe('eligible')
  })
})

describe('one engine for two runs skips rules silently; after a failed run it answers nothing', () => {
  const rules = [3, 2, 1].map((priority) => ({ priority, conditions: { all: [bare('nights', 'equal', 1)] } as TopLevelCondition, event: { type: `rule ${priority}` } }))

  test('json-rules-engine alone', async () => {
    const shared = new Engine(rules)
    shared.addFact('nights', () => new Promise((resolve) => setTimeout(() => resolve(1), 5)))
    const fired = await Promise.all([shared.run(), shared.run()])
    expect(fired.map(({ events }) => events.length).toSorted()).not.toEqual([3, 3])

    const failed = new Engine(rules)
    await expect(failed.run({})).rejects.toThrow('Undefined fact')
    const { results, failureResults } = await failed.run({ nights: 1 })
    expect(results.length + failureResults.length).toBeLessThan(3)
  })

  test('the kit judges any number of claims at once', async () => {
    const claims = Array.from({ length: 20 }, (_, i) => stay(leaf('x', 'nights', 'greaterThan', 3), { dischargedOn: `2026-02-${String(2 + i).padStart(2, '0')}` }))
    const verdicts = await Promise.all(claims.map((claim) => evaluate({ ...claim, claimedOn: '2026-02-25' })))
    expect(verdicts.map(({ outcome }) => outcome)).toEqual([...Array.from({ length: 3 }, () => 'ineligible'), ...Array.from({ length: 17 }, () => 'eligible')])
  })

  test('a judgement that fails leaves the next one whole', async () => {
    const tree: Condition = leaf('x', 'nights', 'equal', 1) as Condition
    await expect(judgeByEngine(tree, new Map(), kitOperators)).rejects.toThrow('Undefined fact: nights')
    expect(await judgeByEngine(tree, new Map([['nights', 1]]), kitOperators)).toEqual({ holds: true, leaves: new Map([['x', true]]) })
  })
})

describe('cyclic references never return, references double the work', () => {
  const looping = `
    const { parentPort } = require('node:worker_threads')
    const { Engine } = require('json-rules-engine')
    const engine = new Engine()
    engine.setCondition('loop', { all: [{ fact: 'nights', operator: 'equal', value: 1 }, { condition: 'loop' }] })
    engine.addRule({ conditions: { condition: 'loop' }, event: { type: 'pay' } })
    parentPort.postMessage('running')
    engine.run({ nights: 1 }).finally(() => parentPort.postMessage('returned'))`

  test('json-rules-engine alone: a cycle is still running when it is killed', async () => {
    const worker = new Worker(looping, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 64 } })
    const said: unknown[] = []
    await new Promise((resolve) => worker.on('message', (message) => resolve(said.push(message))))
    await new Promise((resolve) => setTimeout(resolve, 200))
    await worker.terminate()
    expect(said).toEqual(['running'])
  })

  test('json-rules-engine alone: ten references to two each are a thousand comparisons', async () => {
    let comparisons = 0
    const engine = new Engine()
    engine.addOperator('counted', () => (comparisons += 1) > 0)
    engine.setCondition('c0', { all: [bare('nights', 'counted', 1)] } as TopLevelCondition)
    for (let i = 1; i <= 10; i++) engine.setCondition(`c${i}`, { all: [{ condition: `c${i - 1}` }, { condition: `c${i - 1}` }] })
    engine.addRule({ conditions: { condition: 'c10' }, event: { type: 'pay' } })
    await engine.run({ nights: 1 })
    expect(comparisons).toBe(1024)
  })

  test('the kit refuses references', () => {
    expect(refused({ condition: 'loop' })).toEqual(['badValue benefits.0.conditions'])
    expect(refused({ all: [{ condition: 'loop' }] })).toEqual(['badValue benefits.0.conditions.all.0'])
  })
})

describe('priority hides the reasons of later conditions', () => {
  test('json-rules-engine alone: the second is never looked at', async () => {
    const { fires, seen } = await alone({ all: [bare('nights', 'equal', 1, { priority: 10 }), bare('certified', 'equal', true, { priority: 1 })] }, { nights: 0, certified: false })
    expect(fires).toBe(false)
    expect(seen.map(({ result }) => result)).toEqual([false, undefined])
  })

  test('the kit refuses priorities, and gives every reason', async () => {
    expect(refused({ all: [{ ...leaf('x', 'nights', 'equal', 1), priority: 10 }] })).toEqual(['unknownKey benefits.0.conditions.all.0.priority'])
    const verdict = await evaluate(stay({ all: [leaf('x', 'nights', 'equal', 1), leaf('y', 'certified', 'equal', false), leaf('z', 'nights', 'lessThan', 20)] }))
    expect(verdict.outcome === 'ineligible' && verdict.reasons.map((reason) => reason.kind === 'condition' && reason.leaf.id)).toEqual(['x', 'y'])
  })
})

describe('path is JSONPath, whose filters run on the facts', () => {
  test('json-rules-engine alone: a filter changes the facts', async () => {
    const facts = { amounts: { list: [100, 200] } }
    await alone({ all: [bare('amounts', 'equal', 1, { path: '$[?(@.fill(1000000))]' })] }, facts)
    expect(facts.amounts.list).toEqual([1_000_000, 1_000_000])
  })

  test('the kit refuses a path, on a fact and on a term', () => {
    expect(refused({ ...leaf('x', 'nights', 'equal', 1), path: '$[?(@.fill(1))]' })).toEqual(['unknownKey benefits.0.conditions.path'])
    expect(refused({ ...leaf('x', 'membershipDays', 'equal', 1), value: { fact: 'memberMin', path: '$' } })).toEqual(['unknownKey benefits.0.conditions.value.path'])
  })

  test('should one ever get through, it is not followed', async () => {
    const withPath = { ...leaf('x', 'nights', 'equal', 1), path: '$.length' } as Condition
    await expect(judgeByEngine(withPath, new Map([['nights', { years: 1 }]]), kitOperators)).rejects.toThrow('a condition has no path')
  })

  test('what was told stays as it was told, though an operator wanted to change it', async () => {
    const claim = stay(leaf('x', 'membership', 'atLeast', { months: 1 }))
    const answers = Object.freeze({ ...claim.answers })
    const meddling = { ...kitOperators, atLeast: { ...kitOperators['atLeast'], holds: (found: Value) => Reflect.set(Object(found), 'years', 99) } }
    const verdict = await evaluate({ ...claim, answers, vocabulary: { facts: {}, operators: meddling as typeof kitOperators } }) // an operator of the same kind, whose comparison meddles
    expect(verdict.conditions.find((each) => each.leaf.id === 'x')).toMatchObject({ met: false, found: { value: { years: 6, months: 1, days: 3 } } })
  })
})

describe('it has no arithmetic', () => {
  test('json-rules-engine alone: a formula is a text', async () => {
    expect((await alone({ all: [bare('paid', 'equal', '3 * 100')] }, { paid: 300 })).fires).toBe(false)
  })

  test('the kit calculates in whole satang from typed data, and refuses a formula', async () => {
    expect(await evaluate(stay(undefined))).toMatchObject({ outcome: 'eligible', amountSatang: 30_000, lines: [{ kind: 'units', units: 3, rateSatang: 10_000, low: 30_000, high: 30_000 }] })
    const formula = readPack(JSON.stringify(changed(examplePack, 'benefits.0.amount', { formula: 'nights * 100' })))
    expect(formula).toMatchObject({ ok: false, findings: [{ code: 'badValue', at: 'benefits.0.amount' }] })
  })
})

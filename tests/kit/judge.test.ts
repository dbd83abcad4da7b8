import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childrenOf, leavesOf, type Condition } from '../../plugins/kit/condition.ts'
import { judgeByEngine } from '../../plugins/kit/engine.ts'
import { judge, type Truth } from '../../plugins/kit/judge.ts'
import type { Found, Known } from '../../plugins/kit/known.ts'
import { kitOperators } from '../../plugins/kit/operator.ts'
import { both } from './random.ts'

const leaf = (id: string): Condition => ({ id, name: both(id), fact: id, operator: 'equal', value: true })
const known = (facts: Record<string, Found>): Known => ({
  found: (id) => facts[id] ?? { state: 'unknown', ask: [id] }, term: () => undefined, operators: kitOperators, judgeTree: judgeByEngine,
})
const is = (truth: Truth): Found => (truth === undefined ? { state: 'unknown', ask: ['?'] } : { state: 'known', value: truth, from: 'asked' })
const judged = async (tree: Condition, facts: Record<string, Found>) => (await judge(tree, known(facts))).truth

describe("Kleene's truth table", () => {
  const truths: Truth[] = [true, undefined, false]
  const and: Truth[][] = [[true, undefined, false], [undefined, undefined, false], [false, false, false]]
  const or: Truth[][] = [[true, true, true], [true, undefined, undefined], [true, undefined, false]]
  for (const [row, a] of truths.entries()) {
    for (const [column, b] of truths.entries()) {
      test(`${a} and ${b} is ${and[row]?.[column]}, or is ${or[row]?.[column]}`, async () => {
        expect(await judged({ all: [leaf('a'), leaf('b')] }, { a: is(a), b: is(b) })).toBe(and[row]?.[column])
        expect(await judged({ any: [leaf('a'), leaf('b')] }, { a: is(a), b: is(b) })).toBe(or[row]?.[column])
      })
    }
  }
  for (const [place, a] of truths.entries()) {
    test(`not ${a} is ${truths[2 - place]}`, async () => expect(await judged({ not: leaf('a') }, { a: is(a) })).toBe(truths[2 - place]))
  }
})

describe('what is not known', () => {
  test('a leaf on a fact that does not apply is false and is no reason', async () => {
    const judgement = await judge({ all: [leaf('a'), leaf('b')] }, known({ a: { state: 'notApplicable' }, b: is(false) }))
    expect(judgement.truth).toBe(false)
    expect(judgement.unmet.map((each) => each.leaf.id)).toEqual(['b'])
    expect(await judged({ not: leaf('a') }, { a: { state: 'notApplicable' } })).toBe(true)
  })

  test('every reason is named, not the first', async () => {
    const judgement = await judge({ all: [leaf('a'), { any: [leaf('b'), leaf('c')] }, { not: leaf('d') }, leaf('e')] }, known({ a: is(false), b: is(false), c: is(false), d: is(true), e: is(true) }))
    expect(judgement.unmet.map((each) => each.leaf.id)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('only the leaves that can still decide are asked for', async () => {
    const judgement = await judge({ all: [{ any: [leaf('a'), leaf('b')] }, leaf('c')] }, known({ a: is(true), b: is(undefined), c: is(undefined) }))
    expect(judgement.truth).toBeUndefined()
    expect(judgement.undecided.map((each) => each.leaf.id)).toEqual(['c'])
  })

  test('the engine agrees with the truth table on random trees, whatever is unknown', async () => {
    const shape = fc.letrec<{ tree: Condition }>((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, fc.constantFrom('a', 'b', 'c', 'd', 'e').map(leaf),
        fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }), fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }), fc.record({ not: tie('tree') })),
    })).tree
    const values = fc.record(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, fc.constantFrom(true, false, undefined)])))
    await fc.assert(fc.asyncProperty(shape, values, async (tree, truths) => {
      const judgement = await judge(unique(tree), known(Object.fromEntries(Object.entries(truths).map(([id, truth]) => [id, is(truth)]))))
      expect(judgement.truth).toBe(kleene(tree, truths))
      if (judgement.truth === false) expect(judgement.unmet.length).toBeGreaterThan(0)
    }), { numRuns: 500 })
  })
})

/** The truth table again, written apart from the kit. */
function kleene(tree: Condition, truths: Readonly<Record<string, Truth>>): Truth {
  if ('operator' in tree) return truths[tree.fact]
  const parts = childrenOf(tree).map((child) => kleene(child, truths))
  if ('not' in tree) return parts[0] === undefined ? undefined : !parts[0]
  if ('all' in tree) return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
  return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
}

function unique(tree: Condition): Condition {
  const copy = structuredClone(tree)
  for (const [place, each] of leavesOf(copy).entries()) each.id = `leaf-${place}`
  return copy
}

import { Engine, type TopLevelCondition, type TopLevelConditionResult } from 'json-rules-engine'
import { leavesOf, type Condition } from './condition.ts'
import { wordMissing } from './contained.ts'
import type { Operator } from './operator.ts'
import type { Value } from './value.ts'

/** What the engine said of one tree: whether it holds, and whether each of its leaves does, by id. */
export interface Judged {
  holds: boolean
  leaves: ReadonlyMap<string, boolean>
}

/** Judges one condition tree whose every fact and term is in `values`. */
export type JudgeTree = (tree: Condition, values: ReadonlyMap<string, Value>, operators: Readonly<Record<string, Operator>>) => Judged | Promise<Judged>

/**
 * Judges one condition tree with json-rules-engine. Every fact and term the tree names must be in `values`: the engine never sees an
 * unknown. A fresh engine for each judgement; exactly one result, or an error.
 */
export async function judgeByEngine(tree: Condition, values: ReadonlyMap<string, Value>, operators: Readonly<Record<string, Operator>>): Promise<Judged> {
  const engine = new Engine([], { allowUndefinedFacts: false, pathResolver: refusePath })
  for (const [id, value] of values) engine.addFact(id, value)
  for (const name of new Set(leavesOf(tree).map((leaf) => leaf.operator))) {
    const operator = operators[name]
    if (!operator) throw wordMissing('operator', name)
    const { holds } = operator
    if (holds) engine.addOperator<Value, Value>(name, holds)
  }
  engine.addRule({ name: 'tree', conditions: { all: [tree] } as TopLevelCondition, event: { type: 'holds' } }) // our grammar is a subset of theirs
  const { results, failureResults } = await engine.run()
  const result = [...results, ...failureResults]
  if (result.length !== 1 || !result[0]) throw new Error(`one judgement gave ${result.length} results`)
  const leaves = new Map<string, boolean>()
  collect(result[0].conditions, leaves)
  return { holds: results.length === 1, leaves }
}

function refusePath(): never {
  throw new Error('a condition has no path')
}

type Seen = TopLevelConditionResult | Extract<TopLevelConditionResult, { all: unknown }>['all'][number]

function collect(seen: Seen, leaves: Map<string, boolean>): void {
  if ('all' in seen) for (const child of seen.all) collect(child, leaves)
  else if ('any' in seen) for (const child of seen.any) collect(child, leaves)
  else if ('not' in seen) collect(seen.not, leaves)
  else if ('id' in seen && seen.result !== undefined) leaves.set(String(seen.id), seen.result)
}

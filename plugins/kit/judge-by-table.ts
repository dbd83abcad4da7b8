import type { Condition, Leaf } from './condition.ts'
import { wordMissing } from './contained.ts'
import type { Judged, JudgeTree } from './engine.ts'
import type { Operator } from './operator.ts'
import type { Value } from './value.ts'

/** The comparisons that json-rules-engine brings itself. */
const COMPARE: Readonly<Record<string, (found: Value, wanted: Value | string[]) => boolean>> = {
  equal: (found, wanted) => found === wanted,
  notEqual: (found, wanted) => found !== wanted,
  in: (found, wanted) => (wanted as string[]).includes(String(found)), // an operator stands only where its types do: the checker says so
  notIn: (found, wanted) => !(wanted as string[]).includes(String(found)),
  greaterThanInclusive: (found, wanted) => found >= wanted,
  greaterThan: (found, wanted) => found > wanted,
  lessThanInclusive: (found, wanted) => found <= wanted,
  lessThan: (found, wanted) => found < wanted,
}

/** The same answer as json-rules-engine gives, without building an engine for each tree: for comparing, where thousands of claims are judged at once. */
export const judgeByTable: JudgeTree = (tree, values, operators) => {
  const leaves = new Map<string, boolean>()
  return { holds: holds(tree, { values, operators, leaves }), leaves }
}

interface Table {
  values: ReadonlyMap<string, Value>
  operators: Readonly<Record<string, Operator>>
  leaves: Judged['leaves'] & Map<string, boolean>
}

/** Every leaf is judged, though one would often decide: each is told of. */
function holds(tree: Condition, table: Table): boolean {
  if ('all' in tree) return tree.all.map((child) => holds(child, table)).every(Boolean)
  if ('any' in tree) return tree.any.map((child) => holds(child, table)).some(Boolean)
  if ('not' in tree) return !holds(tree.not, table)
  const met = compares(tree, table)
  table.leaves.set(tree.id, met)
  return met
}

function compares({ fact, operator, value }: Leaf, { values, operators }: Table): boolean {
  const found = valueOf(fact, values)
  const wanted = typeof value === 'object' && 'fact' in value ? valueOf(value.fact, values) : value
  const named = operators[operator]
  if (!named) throw wordMissing('operator', operator)
  if (named.holds) return named.holds(found, wanted as Value) // lists stand only with `in` and `notIn`
  const compare = COMPARE[operator]
  if (!compare) throw new Error(`there is no operator "${operator}"`)
  return compare(found, wanted)
}

function valueOf(id: string, values: ReadonlyMap<string, Value>): Value {
  const value = values.get(id)
  if (value === undefined) throw new Error(`"${id}" is not known: it is left out of the tree before`)
  return value
}

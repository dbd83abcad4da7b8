import { z } from 'zod'
import { byKey } from './shape.ts'
import { Id, Name, Value } from './value.ts'

/** A value to compare with: a literal, a list of options (for `in` and `notIn`), or a term, written as json-rules-engine writes a fact. */
export const Wanted = z.union([z.strictObject({ fact: Id }), z.array(Id).min(1).max(50), Value])
export type Wanted = z.infer<typeof Wanted>

export const Leaf = z.strictObject({ id: Id, name: Name, fact: Id, operator: Id, value: Wanted })
export type Leaf = z.infer<typeof Leaf>

/** json-rules-engine's own conditions, closed: no path, priority, params or reference; a group has at least one child. */
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition }
export const Condition: z.ZodType<Condition> = byKey<Condition>(() => ({ all: All, any: Any, not: Not, operator: Leaf }))
const All = z.strictObject({ all: z.array(Condition).min(1).max(100) })
const Any = z.strictObject({ any: z.array(Condition).min(1).max(100) })
const Not = z.strictObject({ not: Condition })

/** The children of a group; none for a leaf. */
export function childrenOf(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  return 'not' in condition ? [condition.not] : []
}

/** Every leaf, in reading order. */
export function leavesOf(condition: Condition | undefined): Leaf[] {
  if (!condition) return []
  return 'operator' in condition ? [condition] : childrenOf(condition).flatMap(leavesOf)
}

/** The id of the term a leaf compares with, if it compares with one. */
export function termOf(leaf: Leaf): string | undefined {
  return typeof leaf.value === 'object' && 'fact' in leaf.value ? leaf.value.fact : undefined
}

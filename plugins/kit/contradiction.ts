import { valuesTogether, type Checking } from './checking.ts'
import { childrenOf, leavesOf, termOf, type Condition, type Leaf } from './condition.ts'
import { addDays, type Day } from './day.ts'
import type { Fact } from './fact.ts'
import type { TermValue } from './term.ts'
import { compareValues, type Value, type ValueType } from './value.ts'

/** A condition that must hold, or must not. */
interface Demand<T = Condition> {
  condition: T
  holds: boolean
}

/** What an operator asks of the order between what is found and what is wanted. */
const RELATIONS: Readonly<Record<string, 'from' | 'above' | 'upTo' | 'below' | 'is' | 'isNot'>> = {
  greaterThanInclusive: 'from', atLeast: 'from', onOrAfter: 'from',
  greaterThan: 'above', longerThan: 'above', after: 'above',
  lessThanInclusive: 'upTo', atMost: 'upTo', onOrBefore: 'upTo',
  lessThan: 'below', shorterThan: 'below', before: 'below',
  equal: 'is', notEqual: 'isNot', in: 'is', notIn: 'isNot',
}

/** Whether no claim can meet all the conditions, whichever of the terms' last values hold. */
export function isImpossible(conditions: readonly Condition[], checking: Checking): boolean {
  return noneMeets(conditions.map((condition) => ({ condition, holds: true })), checking)
}

/** Whether every claim meets all the conditions. */
export function isCertain(conditions: readonly Condition[], checking: Checking): boolean {
  return conditions.every((condition) => noneMeets([{ condition, holds: false }], checking))
}

function noneMeets(demands: readonly Demand[], checking: Checking): boolean {
  const leaves = demands.flatMap(({ condition }) => leavesOf(condition))
  const together = valuesTogether(checking, leaves.flatMap((leaf) => termOf(leaf) ?? []))
  const settings = together.length > 0 ? together : [new Map<string, TermValue>()]
  return settings.some((terms) => clash(demands, (leaf) => wantedBy(leaf, terms), checking))
}

type Wanted = Value | readonly string[] | undefined

function wantedBy(leaf: Leaf, terms: ReadonlyMap<string, TermValue>): Wanted {
  const termId = termOf(leaf)
  return (termId === undefined ? leaf.value : terms.get(termId)) as Wanted // a leaf compares with scalar terms only; others are findings of their own
}

function clash(demands: readonly Demand[], wanted: (leaf: Leaf) => Wanted, checking: Checking): boolean {
  const { leaves, choices } = spread(demands)
  const byFact = new Map<string, Demand<Leaf>[]>()
  for (const leaf of leaves) byFact.set(leaf.condition.fact, [...(byFact.get(leaf.condition.fact) ?? []), leaf])
  return [...byFact].some(([id, own]) => nothingFits(id, own, wanted, checking)) || choices.some((branches) => branches.every((branch) => clash([...leaves, branch], wanted, checking)))
}

/** Takes demands apart: leaves that must all hold (or not), and choices of which one branch must. */
function spread(demands: readonly Demand[]): { leaves: Demand<Leaf>[]; choices: Demand[][] } {
  const leaves: Demand<Leaf>[] = []
  const choices: Demand[][] = []
  const open = [...demands]
  for (let each = open.pop(); each; each = open.pop()) {
    const { condition, holds } = each
    if ('operator' in condition) leaves.push({ condition, holds })
    else if ('not' in condition) open.push({ condition: condition.not, holds: !holds })
    else {
      const parts = childrenOf(condition).map((child) => ({ condition: child, holds }))
      if ('all' in condition === holds) open.push(...parts)
      else choices.push(parts)
    }
  }
  return { leaves, choices }
}

/** Whether no value of a fact does what its leaves demand. A leaf on a fact that does not apply is false: where only that is demanded, it may just not apply. */
function nothingFits(id: string, own: readonly Demand<Leaf>[], wanted: (leaf: Leaf) => Wanted, { facts, operators, sometimes }: Checking): boolean {
  const fact = facts[id]
  if (!fact || (sometimes.has(id) && own.every(({ holds }) => !holds))) return false
  const asked = own.flatMap(({ condition, holds }) => {
    const operator = holds ? condition.operator : operators[condition.operator]?.opposite
    const relation = operator === undefined ? undefined : RELATIONS[operator]
    const value = wanted(condition)
    return relation === undefined || value === undefined ? [] : [{ relation, value }]
  })
  if (fact.type === 'choice' || fact.type === 'flag') return noOption(fact, asked)
  return noQuantity(fact, asked.filter((each): each is Asked<Value> => !Array.isArray(each.value)))
}

interface Asked<V = Value | readonly string[]> {
  relation: (typeof RELATIONS)[string]
  value: V
}

function noOption(fact: Fact, asked: readonly Asked[]): boolean {
  const options: Value[] = fact.type === 'flag' ? [true, false] : Object.keys(('options' in fact && fact.options) || {})
  const fits = (option: Value) => asked.every(({ relation, value }) => (Array.isArray(value) ? value.includes(option) : value === option) === (relation === 'is'))
  return !options.some(fits)
}

/** Bounds as a half-open stretch: `low` is in it, `high` no more. */
function noQuantity(fact: Fact, asked: readonly Asked<Value>[]): boolean {
  const { type } = fact
  const next = (value: Value) => nextOf(value, type, 'scale' in fact ? fact.scale : undefined)
  const above = (a: Value, b: Value) => compareValues(type, a, b) > 0
  let low = leastOf(type)
  let high: Value | undefined
  for (const { relation, value } of asked) {
    const from = relation === 'from' || relation === 'is' ? value : relation === 'above' ? next(value) : undefined
    const until = relation === 'below' ? value : relation === 'upTo' || relation === 'is' ? next(value) : undefined
    if (from !== undefined && (low === undefined || above(from, low))) low = from
    if (until !== undefined && (high === undefined || above(high, until))) high = until
  }
  if (low === undefined || high === undefined) return false
  const shut = asked.filter(({ relation }) => relation === 'isNot').map(({ value }) => value)
  while (above(high, low) && shut.includes(low)) low = next(low)
  return !above(high, low)
}

function leastOf(type: ValueType): Value | undefined {
  if (type === 'duration') return {}
  return type === 'money' || type === 'count' || type === 'days' ? 0 : undefined
}

/** The next value of a type after one: by a day, a unit or the last decimal. */
function nextOf(value: Value, type: ValueType, scale = 0): Value {
  if (type === 'day') return addDays(value as Day, 1) // the leaf is typed
  if (typeof value === 'object') return { ...value, days: (value.days ?? 0) + 1 }
  return Number((Number(value) + 10 ** -scale).toFixed(scale))
}

import { factAt, idsOnce, kindsInWords, termAt, type Checking } from './checking.ts'
import { checkScalar } from './check-terms.ts'
import { childrenOf, leavesOf, termOf, type Condition, type Leaf } from './condition.ts'
import { isImpossible } from './contradiction.ts'
import type { Fact } from './fact.ts'
import { error, type Finding } from './finding.ts'
import { compareDurations, type Duration } from './duration.ts'
import { conditionsIn } from './pack.ts'

/** Ids of conditions that the kit writes itself. */
const RESERVED = /^kit-/

/** Checks that every leaf of a pack compares a fact with a value of its own type, by an operator for it. */
export function* checkConditions(checking: Checking): Generator<Finding> {
  const trees = conditionsIn(checking.adopted.pack)
  const leaves = trees.flatMap(({ at, condition }) => placesOf(at, condition))
  yield* idsOnce(leaves.map(({ at, leaf }) => ({ id: leaf.id, at: `${at}.id` })))
  for (const { at, leaf } of leaves) yield* checkLeaf(checking, at, leaf)
}

/** Every leaf of a tree with its place. */
function placesOf(at: string, tree: Condition): { at: string; leaf: Leaf }[] {
  return 'operator' in tree ? [{ at, leaf: tree }] : inside(at, tree).flatMap((each) => placesOf(each.at, each.tree))
}

function inside(at: string, tree: Condition): { at: string; tree: Condition }[] {
  if ('not' in tree) return [{ at: `${at}.not`, tree: tree.not }]
  return childrenOf(tree).map((child, i) => ({ at: `${at}.${'all' in tree ? 'all' : 'any'}.${i}`, tree: child }))
}

function* checkLeaf(checking: Checking, at: string, leaf: Leaf): Generator<Finding> {
  if (RESERVED.test(leaf.id)) yield error('reserved', `${at}.id`, `รหัสที่ขึ้นต้นด้วย kit- สงวนไว้`, 'ids that begin with kit- are reserved')
  const fact = yield* factAt(checking, `${at}.fact`, leaf.fact)
  const operator = Object.hasOwn(checking.operators, leaf.operator) ? checking.operators[leaf.operator] : undefined
  if (!operator) yield error('unknownOperator', `${at}.operator`, `ไม่มีตัวเปรียบเทียบชื่อ "${leaf.operator}"`, `no operator "${leaf.operator}" is known`)
  if (!fact) return
  if (operator && !operator.on.includes(fact.type)) {
    const [is, on] = [kindsInWords([fact.type]), kindsInWords(operator.on)]
    yield error('mistyped', `${at}.operator`, `"${leaf.operator}" ใช้กับ${on.th} แต่ "${fact.label.th}" เป็น${is.th}`, `"${leaf.operator}" compares ${on.en}, but "${fact.label.en}" is ${is.en}`)
  }
  yield* checkWanted(checking, `${at}.value`, leaf, fact)
}

function* checkWanted(checking: Checking, at: string, leaf: Leaf, fact: Fact): Generator<Finding> {
  const list = leaf.operator === 'in' || leaf.operator === 'notIn'
  const termId = termOf(leaf)
  if (termId !== undefined && list) yield error('mistyped', at, `"${leaf.operator}" ต้องมีรายการตัวเลือก ใช้ค่าที่กำหนดไม่ได้`, `"${leaf.operator}" needs a list of options, not a term`)
  else if (termId !== undefined) yield* checkWantedTerm(checking, `${at}.fact`, termId, fact)
  else if (Array.isArray(leaf.value) !== list) yield error('mistyped', at, 'รายการตัวเลือกใช้คู่กับ in หรือ notIn เท่านั้น', 'a list of options goes with in and notIn, and with nothing else')
  else if (Array.isArray(leaf.value)) yield* checkOptions(at, leaf.value, fact)
  else yield* checkLiteral(at, leaf, fact)
}

function* checkWantedTerm(checking: Checking, at: string, termId: string, fact: Fact): Generator<Finding> {
  const term = yield* termAt(checking, at, termId, [fact.type])
  if (term?.type !== 'choice') return
  for (const id of Object.keys(term.options ?? {})) if (!Object.hasOwn(optionsOf(fact), id)) yield unknownOption(at, id, fact)
}

function* checkOptions(at: string, ids: readonly string[], fact: Fact): Generator<Finding> {
  yield* idsOnce(ids.map((id, i) => ({ id, at: `${at}.${i}` })))
  for (const [i, id] of ids.entries()) if (!Object.hasOwn(optionsOf(fact), id)) yield unknownOption(`${at}.${i}`, id, fact)
}

export const optionsOf = (fact: Fact): Readonly<Record<string, unknown>> => ('options' in fact ? fact.options ?? {} : {})

const unknownOption = (at: string, id: string, fact: Fact) =>
  error('unknownOption', at, `"${fact.label.th}" ไม่มีตัวเลือก "${id}"`, `"${fact.label.en}" has no option "${id}"`)

function* checkLiteral(at: string, { value }: Leaf, fact: Fact): Generator<Finding> {
  const faults = [...checkScalar(at, fact, value)]
  yield* faults
  if (faults.length === 0 && fact.type === 'duration' && compareDurations(value as Duration, {}) === 0) { // its schema says so
    yield error('noTime', at, 'ระยะเวลาเป็น 0 ไม่ได้', 'a duration of nothing bounds nothing')
  }
}

/** Finds the conditions of a pack whose types are right that contradict themselves. */
export function* checkContradictions(checking: Checking): Generator<Finding> {
  for (const { at, condition } of conditionsIn(checking.adopted.pack)) yield* contradictions(checking, at, condition)
}

/** Finds the innermost groups that nothing can meet. What stands under a `not` is left: turned round, it may well be meant. */
function* contradictions(checking: Checking, at: string, tree: Condition): Generator<Finding> {
  const children = 'not' in tree ? [] : inside(at, tree)
  if (!isImpossible([tree], checking)) {
    for (const child of children) yield* contradictions(checking, child.at, child.tree)
    return
  }
  const within = children.filter((child) => isImpossible([child.tree], checking))
  for (const child of within) yield* contradictions(checking, child.at, child.tree)
  if (within.length === 0) yield contradiction(at, [tree])
}

/** Conditions of which, together, no claim can meet all. */
export function contradiction(at: string, trees: readonly Condition[]): Finding {
  const names = trees.flatMap(leavesOf).slice(0, 4).map((leaf) => leaf.name)
  return error('contradiction', at, `ไม่มีทางผ่านพร้อมกันได้: ${names.map((name) => name.th).join(' · ')}`, `nothing can meet these together: ${names.map((name) => name.en).join(' · ')}`)
}

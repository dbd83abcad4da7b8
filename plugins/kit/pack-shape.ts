import type { Amount } from './amount.ts'
import { canonicalJson } from './canonical.ts'
import { leavesOf, type Condition, type Leaf } from './condition.ts'
import { compareDays } from './day.ts'
import { compareBounds } from './ladder.ts'
import type { DatedValue, Step, Term } from './term.ts'
import { isSame, whole, type Shape, type Three } from './three-way.ts'

const fields = (shapes: Readonly<Record<string, Shape>> = {}, together: Readonly<Record<string, readonly string[]>> = {}): Shape => ({ kind: 'fields', shapes, together })
const mapOf = (each: Shape): Shape => ({ kind: 'map', each })
const idOf = (item: unknown) => (item as { id: string }).id // what is listed this way has an id
const listById = (each: Shape): Shape => ({ kind: 'list', key: idOf, each })
/** A list of plain words or texts: each is its own key. */
const listed: Shape = { kind: 'list', key: (item) => (typeof item === 'string' ? item : canonicalJson(item)), each: whole }
const alike = (shapeOf: (three: Three) => Shape): Shape => ({ kind: 'alike', shapeOf })

/** How a condition's leaves stand: a leaf by its id, groups around them. */
type Tree = string | { all: Tree[] } | { any: Tree[] } | { not: Tree }
interface SeenCondition {
  tree: Tree
  leaves: Record<string, Leaf>
}

function treeOf(condition: Condition): Tree {
  if ('operator' in condition) return condition.id
  if ('not' in condition) return { not: treeOf(condition.not) }
  return 'all' in condition ? { all: condition.all.map(treeOf) } : { any: condition.any.map(treeOf) }
}

const idsIn = (tree: Tree): string[] => (typeof tree === 'string' ? [tree] : 'not' in tree ? idsIn(tree.not) : ('all' in tree ? tree.all : tree.any).flatMap(idsIn))

const hasEmptyGroup = (tree: Tree): boolean => typeof tree !== 'string' && ('not' in tree ? hasEmptyGroup(tree.not) : inGroup(tree).length === 0 || inGroup(tree).some(hasEmptyGroup))

const inGroup = (group: { all: Tree[] } | { any: Tree[] }): Tree[] => ('all' in group ? group.all : group.any)

function planted(tree: Tree, leaves: Readonly<Record<string, Leaf>>): Condition {
  if (typeof tree === 'string') {
    const leaf = leaves[tree]
    if (!leaf) throw new Error(`the leaf "${tree}" is not there: such a tree is not sound`)
    return leaf
  }
  if ('not' in tree) return { not: planted(tree.not, leaves) }
  return 'all' in tree ? { all: tree.all.map((child) => planted(child, leaves)) } : { any: tree.any.map((child) => planted(child, leaves)) }
}

/** Whether every leaf stands in the tree, once, and every group has something in it. */
function isWhole({ tree: whole, leaves }: SeenCondition): boolean {
  const ids = idsIn(whole)
  return !hasEmptyGroup(whole) && new Set(ids).size === ids.length && isSame(ids.toSorted(), Object.keys(leaves).toSorted())
}

/** A group has no id of its own: it is known by what it is and its first leaf. */
const treeKey = (item: unknown): string => {
  const tree = item as Tree // a list of a tree holds trees
  return typeof tree === 'string' ? tree : `${Object.keys(tree)[0]}-${idsIn(tree)[0]}`
}

const tree: Shape = alike(({ base, mine, theirs }) => {
  const kinds = [base, mine, theirs].map((side) => (typeof side === 'object' && side !== null ? Object.keys(side)[0] : undefined))
  const [kind] = kinds
  if (kind === undefined || kinds.some((each) => each !== kind)) return whole
  return fields({ [kind]: kind === 'not' ? tree : { kind: 'list', key: treeKey, each: tree } })
})

/**
 * Conditions: what each leaf asks for by the leaf's id, and how the leaves stand in groups. Where the two do not fit together any more
 * (one side took a leaf out, the other changed it), the whole condition is one conflict.
 */
const condition: Shape = {
  kind: 'seen',
  open: (value: Condition): SeenCondition => ({ tree: treeOf(value), leaves: Object.fromEntries(leavesOf(value).map((leaf) => [leaf.id, leaf])) }),
  close: (seen: SeenCondition) => planted(seen.tree, seen.leaves),
  sound: (allMine: SeenCondition, allTheirs: SeenCondition) => isSame(allMine.tree, allTheirs.tree) && isWhole(allMine) && isWhole(allTheirs),
  shape: fields({ tree, leaves: mapOf(fields({}, { demand: ['fact', 'operator', 'value'] })) }),
}

type Bounded = Pick<Step, 'id' | 'from'>

/** Whether no two steps can come to begin at the same bound, whichever conflict goes which way. */
function keepApart(allMine: readonly Bounded[], allTheirs: readonly Bounded[]): boolean {
  const steps = [...allMine, ...allTheirs]
  return steps.every((step) => steps.every((other) => step.id === other.id || compareBounds(step.from, other.from) !== 0))
}

const byBound = (a: Bounded, b: Bounded) => compareBounds(a.from, b.from)
const ladder = (each: Shape): Shape => ({ kind: 'list', key: idOf, each, sorted: byBound, sound: (allMine: Bounded[], allTheirs: Bounded[]) => allMine.length > 0 && allTheirs.length > 0 && keepApart(allMine, allTheirs) })

/** A value and its source are one thing; of a ladder the steps, of a schedule the items are told apart. */
const dated = (each: Shape): Shape => ({ kind: 'list', key: (item) => (item as DatedValue).from, each, sorted: (a: DatedValue, b: DatedValue) => compareDays(a.from, b.from) })
const VALUES: Record<string, Shape> = { ladder: dated(fields({ value: ladder(whole) })), schedule: dated(fields({ value: mapOf(whole) })) }

/** A term whose type one side changed is another term. */
const term: Shape = alike((three) => {
  const [base, mine, theirs] = [three.base, three.mine, three.theirs] as (Term | undefined)[]
  if (!base || !mine || !theirs || [mine, theirs].some((side) => !isSame(measureIn(side), measureIn(base)))) return whole
  return fields({ values: VALUES[base.type] ?? dated(whole), options: mapOf(whole), items: mapOf(whole) })
})
const measureIn = (each: Term) => ({ type: each.type, ...('by' in each && { by: each.by }), ...('of' in each && { of: each.of }), ...('scale' in each && { scale: each.scale }) })

/** Amounts are one thing each, but for the steps and branches they may be made of. */
const amount: Shape = alike((three) => {
  const sides = [three.base, three.mine, three.theirs] as (Amount | undefined)[]
  if (sides.every((side) => side && 'steps' in side)) return fields({ steps: ladder(fields({ amount })) })
  return sides.every((side) => side && 'choice' in side) ? fields({ branches: mapOf(amount) }) : whole
})

const benefit: Shape = fields({ asks: listed, exempt: listed, conditions: condition, amount, limits: listById(whole), documents: listById(fields({ when: condition })) })

/** A pack, by the ids that stay the same from version to version. */
export const packShape: Shape = fields({
  version: { kind: 'theirs' },
  basedOn: { kind: 'theirs' },
  notes: listed,
  facts: mapOf(fields({ askedWhen: condition, options: mapOf(whole) }, { meaning: ['type', 'of', 'asOf', 'from', 'scale', 'sum', 'difference'] })),
  terms: mapOf(term),
  standing: listById(fields({ conditions: condition })),
  benefits: listById(benefit),
})

import { childrenOf, leavesOf, termOf, type Condition, type Leaf } from './condition.ts'
import type { Found, Known } from './known.ts'
import { still, type Value } from './value.ts'

/** Kleene's three values; undefined is "not known". */
export type Truth = boolean | undefined

/** One leaf as it was judged: what was found, what was wanted, and whether it is met. */
export interface LeafSeen {
  leaf: Leaf
  found: Found
  /** Absent where its term has no value on the day. */
  wanted?: Value | string[]
  met: Truth
}

/** What is known of a condition tree. */
export interface Judgement {
  truth: Truth
  leaves: LeafSeen[]
  /** The known leaves that make it false, where it is false. */
  unmet: LeafSeen[]
  /** The unknown leaves that could still decide it, where it is not known. */
  undecided: LeafSeen[]
}

const TRUE_FACT = 'kit-true'

/**
 * Judges a tree in three values. Leaves that are not known are replaced, once by what would hurt most and once by what would help
 * most; json-rules-engine judges what remains (or what stands in for it: see Claim). True even in the worst case is true, false even in the best case is false.
 */
export async function judge(tree: Condition, known: Known): Promise<Judgement> {
  const leaves = leavesOf(tree).map((leaf) => see(leaf, known))
  const seen = new Map(leaves.map((each) => [each.leaf.id, each]))
  const values = valuesFor(leaves, known)
  const worst = await known.judgeTree(assume(tree, seen, false), values, known.operators)
  for (const each of leaves) if (each.met === true) each.met = worst.leaves.get(each.leaf.id)
  const open = leaves.some((each) => each.met === undefined)
  const best = open ? await known.judgeTree(assume(tree, seen, true), values, known.operators) : worst
  const truth = worst.holds ? true : best.holds ? undefined : false
  if (truthOf(tree, seen) !== truth) throw new Error('the engine and the truth table disagree')
  return { truth, leaves, unmet: truth === false ? why(tree, seen, false) : [], undecided: truth === undefined ? openLeaves(tree, seen) : [] }
}

/** A leaf on a fact that does not apply is false; on a fact or term that is not known, unknown; `true` here means: for the engine to say. */
function see(leaf: Leaf, known: Known): LeafSeen {
  const found = known.found(leaf.fact)
  const termId = termOf(leaf)
  const wanted = termId === undefined ? (leaf.value as Value | string[]) : known.term(termId) // a leaf without a term has a literal
  const met = found.state === 'notApplicable' ? false : found.state === 'unknown' || wanted === undefined ? undefined : true
  return { leaf, found, met, ...(wanted === undefined ? {} : { wanted }) }
}

function valuesFor(leaves: readonly LeafSeen[], known: Known): Map<string, Value> {
  const values = new Map<string, Value>([[TRUE_FACT, true]])
  for (const { leaf, found, met } of leaves) {
    if (met !== true || found.state !== 'known') continue
    values.set(leaf.fact, still(found.value))
    const termId = termOf(leaf)
    const value = termId === undefined ? undefined : known.term(termId)
    if (termId !== undefined && value !== undefined) values.set(termId, still(value))
  }
  return values
}

/** The tree with a constant in place of each leaf the engine may not see: `hopeful` says which way the unknown ones fall. */
function assume(tree: Condition, seen: ReadonlyMap<string, LeafSeen>, hopeful: boolean): Condition {
  if ('all' in tree) return { all: tree.all.map((child) => assume(child, seen, hopeful)) }
  if ('any' in tree) return { any: tree.any.map((child) => assume(child, seen, hopeful)) }
  if ('not' in tree) return { not: assume(tree.not, seen, !hopeful) }
  const each = seen.get(tree.id)
  if (each?.found.state === 'known' && each.wanted !== undefined) return tree
  return { ...tree, fact: TRUE_FACT, operator: 'equal', value: each?.met === undefined && hopeful }
}

function truthOf(tree: Condition, seen: ReadonlyMap<string, LeafSeen>): Truth {
  if ('operator' in tree) return seen.get(tree.id)?.met
  const truths = childrenOf(tree).map((child) => truthOf(child, seen))
  if ('not' in tree) return truths[0] === undefined ? undefined : !truths[0]
  const decisive = 'any' in tree
  if (truths.includes(decisive)) return decisive
  return truths.includes(undefined) ? undefined : !decisive
}

/** The leaves that make a tree false (or true, under a `not`): all of them, not the first. */
function why(tree: Condition, seen: ReadonlyMap<string, LeafSeen>, truth: boolean): LeafSeen[] {
  if ('operator' in tree) {
    const each = seen.get(tree.id)
    return each && each.found.state !== 'notApplicable' ? [each] : []
  }
  if ('not' in tree) return why(tree.not, seen, !truth)
  return childrenOf(tree).filter((child) => truthOf(child, seen) === truth).flatMap((child) => why(child, seen, truth))
}

function openLeaves(tree: Condition, seen: ReadonlyMap<string, LeafSeen>): LeafSeen[] {
  if (truthOf(tree, seen) !== undefined) return []
  if ('operator' in tree) return [seen.get(tree.id)].filter((each) => each !== undefined)
  return childrenOf(tree).flatMap((child) => openLeaves(child, seen))
}

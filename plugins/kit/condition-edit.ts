import { childrenOf, type Condition } from './condition.ts'

/** Which child of which child: the way from the top of a condition to one of its parts. */
export type Way = readonly number[]

export function partAt(tree: Condition, way: Way): Condition | undefined {
  return way.reduce<Condition | undefined>((part, child) => part && childrenOf(part)[child], tree)
}

/** A group with other children: none leaves nothing, and several under a `not` are all of them together. */
function withChildren(group: Condition, children: Condition[]): Condition | undefined {
  const [first, ...more] = children
  if (!first) return undefined
  if ('all' in group) return { all: children }
  if ('any' in group) return { any: children }
  return { not: more.length > 0 ? { all: children } : first }
}

/** A condition with one of its parts become several, one or none; a group without a child goes too. Undefined where nothing is left. */
export function withPart(tree: Condition, [child, ...way]: Way, make: (part: Condition) => Condition[]): Condition | undefined {
  if (child === undefined) {
    const [first, ...more] = make(tree)
    return first && more.length > 0 ? { all: [first, ...more] } : first
  }
  return withChildren(tree, childrenOf(tree).flatMap((each, at) => {
    if (at !== child) return [each]
    if (way.length === 0) return make(each)
    const after = withPart(each, way, make)
    return after ? [after] : []
  }))
}

/** A condition with another beside those at its top, all of which must hold. */
export function withAnother(tree: Condition | undefined, another: Condition): Condition {
  if (!tree) return another
  return 'all' in tree ? { all: [...tree.all, another] } : { all: [tree, another] }
}

const isList = (part: Condition | undefined) => part !== undefined && ('all' in part || 'any' in part)

/**
 * A condition with one of its parts a place up (-1) or down (1), and where that then stands: past its neighbour, into a neighbouring group,
 * or out of its own. Undefined where there is no way further; nothing leaves a `not`, whose meaning it would turn.
 */
export function withMoved(tree: Condition, way: Way, by: -1 | 1): { tree: Condition; way: Way } | undefined {
  const part = partAt(tree, way)
  const at = way.at(-1)
  const group = way.slice(0, -1)
  const inside = partAt(tree, group)
  if (!part || at === undefined || !isList(inside) || !inside) return undefined
  const neighbour = childrenOf(inside)[at + by]
  if (neighbour && !isList(neighbour)) return moved(withPart(tree, group, (each) => [reordered(each, at, at + by)]), [...group, at + by])
  if (neighbour) {
    const into = by < 0 ? childrenOf(neighbour).length : 0
    const placed = withPart(tree, [...group, at + by], (each) => inserted(each, into, part))
    const after = placed && withPart(placed, way, () => [])
    return moved(after, [...group, by < 0 ? at - 1 : at, into])
  }
  const above = group.slice(0, -1)
  const from = group.at(-1)
  if (from === undefined || !isList(partAt(tree, above))) return undefined
  const rest = withChildren(inside, childrenOf(inside).toSpliced(at, 1))
  const parts = rest ? (by < 0 ? [part, rest] : [rest, part]) : [part]
  return moved(withPart(tree, group, () => parts), [...above, by > 0 && rest ? from + 1 : from])
}

const moved = (tree: Condition | undefined, way: Way) => tree && { tree, way }

function reordered(group: Condition, from: number, to: number): Condition {
  const children = childrenOf(group)
  const part = children[from]
  return part ? withChildren(group, children.toSpliced(from, 1).toSpliced(to, 0, part)) ?? group : group
}

function inserted(group: Condition, at: number, part: Condition): Condition[] {
  const after = withChildren(group, childrenOf(group).toSpliced(at, 0, part))
  return after ? [after] : []
}

/** The way that a place within conditions says: `all.0.any.1.not` is the first, then the second, then the only child. */
export const wayOf = (place: string): Way => place.split('.').flatMap((key) => (key === 'not' ? [0] : /^\d+$/.test(key) ? [Number(key)] : []))

/** The place that a way says. */
export function placeOfWay(tree: Condition, way: Way): string {
  const places = way.map((child, depth) => {
    const group = partAt(tree, way.slice(0, depth))
    return group && 'not' in group ? 'not' : `${group && 'all' in group ? 'all' : 'any'}.${child}`
  })
  return places.join('.')
}

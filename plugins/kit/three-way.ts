/**
 * Three-way merging of plain JSON. A shape says which parts of a document are told apart by a name and merged one by one, and which stand
 * for one thing: those are taken whole from one side or the other.
 */
export type Shape =
  | { kind: 'whole' }
  /** Always as the other side has it. */
  | { kind: 'theirs' }
  /** Some fields have shapes of their own, some belong together under a name, every other stands for itself. */
  | { kind: 'fields'; shapes: Readonly<Record<string, Shape>>; together: Readonly<Record<string, readonly string[]>> }
  /** Things by their id. */
  | { kind: 'map'; each: Shape }
  /** Things of which each is known by a key; `sorted` orders them where their order is no choice of the author's. */
  | { kind: 'list'; key: (item: unknown) => string; each: Shape; sorted?: (a: never, b: never) => number; sound?: Sound }
  /** Seen as another document. */
  | { kind: 'seen'; open: (value: never) => unknown; close: (seen: never) => unknown; sound: Sound; shape: Shape }
  /** Which shape it is depends on what all three are. */
  | { kind: 'alike'; shapeOf: (three: Three) => Shape }

/** Whether what was merged in parts holds together: told from how it comes out if all its conflicts go one way, and if all go the other. */
type Sound = (allMine: never, allTheirs: never) => boolean

export type Choice = 'mine' | 'theirs'

/** What both sides changed, and not to the same. Undefined: that side does not have it. */
export interface Conflict extends Three {
  /** Its place, joined; the same as long as the place is. */
  id: string
  at: readonly string[]
}

export interface Three {
  base: unknown
  mine: unknown
  theirs: unknown
}

interface Merging {
  choose: (id: string) => Choice | undefined
  conflicts: Conflict[]
}

export const whole: Shape = { kind: 'whole' }

/** Merges a document by its shape. Where nothing is chosen for a conflict, `merged` has mine there. */
export function mergeByShape(shape: Shape, three: Three, choices: Readonly<Record<string, Choice>>): { merged: unknown; conflicts: Conflict[] } {
  const merging: Merging = { choose: (id) => (Object.hasOwn(choices, id) ? choices[id] : undefined), conflicts: [] }
  return { merged: merge(shape, three, [], merging), conflicts: merging.conflicts }
}

/** Whether two JSON values say the same; the order of an object's keys says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame((a as Fields)[key], (b as Fields)[key])) // both are objects
}

type Fields = Readonly<Record<string, unknown>>

function merge(shape: Shape, three: Three, at: readonly string[], merging: Merging): unknown {
  const { base, mine, theirs } = three
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine
  if (shape.kind === 'theirs' || isSame(base, mine)) return theirs
  switch (shape.kind) {
    case 'whole': return clash(three, at, merging)
    case 'fields': return isFields(base) && isFields(mine) && isFields(theirs) ? mergeFields(shape, { base, mine, theirs }, at, merging) : clash(three, at, merging)
    case 'map': return mergeMap(shape, three, at, merging)
    case 'list': return mergeList(shape, three, at, merging)
    case 'seen': return mergeSeen(shape, three, at, merging)
    case 'alike': return merge(shape.shapeOf(three), three, at, merging)
  }
}

function clash(three: Three, at: readonly string[], { choose, conflicts }: Merging): unknown {
  const id = at.join('.')
  conflicts.push({ id, at, ...three })
  return choose(id) === 'theirs' ? three.theirs : three.mine
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

type Sides<T> = { [Side in keyof Three]: T }

const onEach = <T, U>({ base, mine, theirs }: Sides<T>, of: (side: T) => U): Sides<U> => ({ base: of(base), mine: of(mine), theirs: of(theirs) })

function mergeFields({ shapes, together }: Extract<Shape, { kind: 'fields' }>, sides: Sides<Fields>, at: readonly string[], merging: Merging): unknown {
  const grouped = new Map(Object.entries(together).flatMap(([group, keys]) => keys.map((key) => [key, group])))
  const merged: Record<string, unknown> = {}
  const done = new Set<string>()
  for (const key of new Set([...Object.keys(sides.mine), ...Object.keys(sides.theirs)])) {
    const group = grouped.get(key)
    if (group === undefined) put(merged, key, merge(shapes[key] ?? whole, onEach(sides, (side) => side[key]), [...at, key], merging))
    else if (!done.has(group)) {
      done.add(group)
      const picked = (side: Fields) => Object.fromEntries((together[group] ?? []).filter((each) => Object.hasOwn(side, each)).map((each) => [each, side[each]]))
      Object.assign(merged, merge(whole, onEach(sides, picked), [...at, group], merging))
    }
  }
  return merged
}

function put(into: Record<string, unknown>, key: string, value: unknown): void {
  if (value !== undefined) into[key] = value
}

function mergeMap({ each }: Extract<Shape, { kind: 'map' }>, three: Three, at: readonly string[], merging: Merging): unknown {
  const sides = onEach({ ...three, base: three.base ?? {} }, (side) => (isFields(side) ? side : undefined))
  if (!isComplete(sides)) return clash(three, at, merging)
  const merged: Record<string, unknown> = {}
  for (const key of orderOf(onEach(sides, Object.keys))) put(merged, key, merge(each, onEach(sides, (side) => side[key]), [...at, key], merging))
  return merged
}

function mergeList({ key, each, sorted, sound = () => true }: Extract<Shape, { kind: 'list' }>, three: Three, at: readonly string[], merging: Merging): unknown {
  const sides = onEach({ ...three, base: three.base ?? [] }, (side) => keyed(side, key))
  if (!isComplete(sides)) return clash(three, at, merging)
  return whereSound(three, at, merging, sound, (trial) => {
    const items = orderOf(onEach(sides, (side) => [...side.keys()]))
      .map((name) => merge(each, onEach(sides, (side) => side.get(name)), [...at, name], trial)).filter((item) => item !== undefined)
    return sorted ? (items as never[]).toSorted(sorted) : items // a shape orders what it is the shape of
  })
}

function isComplete<T>(sides: Sides<T | undefined>): sides is Sides<T> {
  return sides.base !== undefined && sides.mine !== undefined && sides.theirs !== undefined
}

/** A list by its keys; undefined where it is no list, or two in it have the same key. */
function keyed(list: unknown, key: (item: unknown) => string): Map<string, unknown> | undefined {
  if (!Array.isArray(list)) return undefined
  const items = new Map(list.map((item: unknown) => [key(item), item]))
  return items.size === list.length ? items : undefined
}

function mergeSeen({ open, close, sound, shape }: Extract<Shape, { kind: 'seen' }>, three: Three, at: readonly string[], merging: Merging): unknown {
  if (!isComplete(three)) return clash(three, at, merging)
  const sides = onEach(three, open as (value: unknown) => unknown) // a shape opens what it is the shape of
  return whereSound(three, at, merging, sound, (trial) => merge(shape, sides, at, trial), close)
}

/** Merges in parts if what comes out holds together; else all of it is one conflict. */
function whereSound(three: Three, at: readonly string[], merging: Merging, sound: Sound, attempt: (trial: Merging) => unknown, close = (value: never): unknown => value): unknown {
  const ifAll = (side: Choice) => attempt({ choose: () => side, conflicts: [] }) as never // a shape judges what it is the shape of
  return sound(ifAll('mine'), ifAll('theirs')) ? close(attempt(merging) as never) : clash(three, at, merging)
}

/**
 * The keys of all sides in one order: mine, unless only the other side has moved anything that both still have; what only one side has stands behind what it
 * stood behind there.
 */
function orderOf({ base, mine, theirs }: Sides<readonly string[]>): string[] {
  const staying = new Set(theirs)
  const [backbone, other] = areInOrder(mine.filter((key) => staying.has(key)), base) ? [theirs, mine] : [mine, theirs]
  const order = [...backbone]
  const placed = new Set(order)
  for (const [at, key] of other.entries()) {
    if (placed.has(key)) continue
    order.splice(at === 0 ? 0 : order.indexOf(other[at - 1] ?? '') + 1, 0, key)
    placed.add(key)
  }
  return order
}

/** Whether what two lists have in common stands in the same order in both. */
function areInOrder(one: readonly string[], other: readonly string[]): boolean {
  const [inOne, inOther] = [new Set(one), new Set(other)]
  const common = other.filter((key) => inOne.has(key))
  return one.filter((key) => inOther.has(key)).every((key, at) => key === common[at])
}

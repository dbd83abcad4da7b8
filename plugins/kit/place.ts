/**
 * A model with what stands at a place (`packs.0.pack.benefits.2.title`) changed; undefined takes it out, from a list with what comes
 * after it moving up. Lists and records on the way are copied, all else is shared. Throws where the way to the place does not exist.
 */
export function changedAt<T>(model: T, at: string, change: (value: unknown) => unknown): T {
  return changedIn(model, at.split('.'), change) as T // of the shape that the change leaves it
}

function changedIn(node: unknown, [key = '', ...rest]: readonly string[], change: (value: unknown) => unknown): unknown {
  if (typeof node !== 'object' || node === null) throw new Error(`nothing stands at ${[key, ...rest].join('.')}`)
  const before = (node as Record<string, unknown>)[key] // a list is read by its indices as a record by its keys
  const after = rest.length === 0 ? change(before) : changedIn(before, rest, change)
  if (Array.isArray(node)) return after === undefined ? node.toSpliced(Number(key), 1) : node.with(Number(key), after)
  const { [key]: _before, ...others } = node as Record<string, unknown> // as above
  return after === undefined ? others : { ...node, [key]: after }
}

/** A model with something at a place. */
export const putAt = <T>(model: T, at: string, value: unknown): T => changedAt(model, at, () => value)

/** A model with something added at the end of the list at a place, which begins with it. */
export const addedTo = <T>(model: T, at: string, value: unknown): T => changedAt(model, at, (list) => [...(list as unknown[] | undefined) ?? [], value])

/** A model without what stands at a place; a list that it leaves empty is taken out too. */
export function takenFrom<T>(model: T, at: string): T {
  const list = at.slice(0, at.lastIndexOf('.'))
  const after = changedAt(model, at, () => undefined)
  return /\.\d+$/.test(at) ? changedAt(after, list, (left) => ((left as unknown[]).length === 0 ? undefined : left)) : after
}

/** A model with an item of a list a place up (-1) or down (1). Undefined where there is no way further. */
export function movedBy<T>(model: T, at: string, by: -1 | 1): T | undefined {
  const [, list = '', index = ''] = /^(.*)\.(\d+)$/.exec(at) ?? []
  const [from, to] = [Number(index), Number(index) + by]
  let isThere = false
  const after = changedAt(model, list, (items) => {
    const all = items as unknown[] // a list stands there
    isThere = to >= 0 && to < all.length
    return isThere ? all.toSpliced(from, 1).toSpliced(to, 0, all[from]) : all
  })
  return isThere ? after : undefined
}

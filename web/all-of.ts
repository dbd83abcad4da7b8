import type { Accessor } from 'solid-js'

/**
 * What a screen shows together, once all of it is there. Read at its top: what is first read inside a part that only then appears is not
 * waited for where it comes out of the router's memory during a change of screens.
 */
export function allOf<T extends object>(parts: { [Name in keyof T]: Accessor<T[Name] | undefined> }): Accessor<T | undefined> {
  return () => {
    const found = Object.entries<Accessor<unknown>>(parts).map(([name, part]) => [name, part()] as const)
    return found.every(([, value]) => value !== undefined) ? Object.fromEntries(found) as T : undefined // every part is there
  }
}

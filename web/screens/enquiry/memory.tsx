import { createContext, useContext, type JSX } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import type { Value } from '../../../plugins/kit/value.ts'
import type { Past } from './past.ts'

/** What has been answered, in this page's memory alone: leaving or reloading forgets it. */
interface Memory {
  answers: Partial<Record<string, Value>>
  /** What was granted before, by benefit. */
  past: Partial<Record<string, Past>>
}

const MemoryContext = createContext<[Memory, SetStoreFunction<Memory>]>()

export function useMemory(): [Memory, SetStoreFunction<Memory>] {
  const memory = useContext(MemoryContext)
  if (!memory) throw new Error('only where questions are asked is there a memory')
  return memory
}

export function Remembering(props: { children?: JSX.Element }) {
  return <MemoryContext.Provider value={createStore<Memory>({ answers: {}, past: {} })}>{props.children}</MemoryContext.Provider>
}

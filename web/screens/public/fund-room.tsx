import { type RouteSectionProps } from '@solidjs/router'
import { createContext, Show, useContext } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import type { Value } from '../../../plugins/kit/value.ts'
import type { Past } from './past.ts'

/** What has been answered, in this page's memory alone: nobody is named, and leaving the fund or reloading forgets it. */
interface Memory {
  answers: Partial<Record<string, Value>>
  /** What was granted before, by benefit. */
  past: Partial<Record<string, Past>>
}

const MemoryContext = createContext<[Memory, SetStoreFunction<Memory>]>()

export function useMemory(): [Memory, SetStoreFunction<Memory>] {
  const memory = useContext(MemoryContext)
  if (!memory) throw new Error('only the rooms of a fund have a memory')
  return memory
}

/** A fund's screens: one may look up a clause and come back to one's answers. */
export default function FundRoom(props: RouteSectionProps) {
  return <Show when={props.params['fund']} keyed>{(_fund) => <Remembering>{props.children}</Remembering>}</Show>
}

function Remembering(props: Pick<RouteSectionProps, 'children'>) {
  return <MemoryContext.Provider value={createStore<Memory>({ answers: {}, past: {} })}>{props.children}</MemoryContext.Provider>
}

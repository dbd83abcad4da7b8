import type { RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import CompareClauses from './compare-clauses.tsx'
import Compare from './compare.tsx'

/** Comparing, by people or, with a kind of welfare in the address, clause by clause. */
export default function Comparing(props: RouteSectionProps) {
  return <Show when={props.params['kind']} fallback={<Compare {...props} />}><CompareClauses {...props} /></Show>
}

import { type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { Remembering } from '../enquiry/memory.tsx'

/** A fund's screens: one may look up a clause and come back to one's answers. Nobody is named, and leaving the fund forgets them. */
export default function FundRoom(props: RouteSectionProps) {
  return <Show when={props.params['fund']} keyed>{(_fund) => <Remembering>{props.children}</Remembering>}</Show>
}

import './fold.css'
import type { JSX } from 'solid-js'

/** Something that is done now and then: its name, and behind it what it takes. */
export function Fold(props: { label: string; open?: boolean; children: JSX.Element }) {
  return <details class="fold" open={props.open === true}><summary>{props.label}</summary>{props.children}</details>
}

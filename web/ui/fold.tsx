import './fold.css'
import type { JSX } from 'solid-js'

/** Something that is done now and then: its name, and behind it what it takes. `reading`: behind it is more to read. */
export function Fold(props: { label: string; open?: boolean; reading?: true; children: JSX.Element }) {
  return <details class="fold" classList={{ 'fold-reading': props.reading === true }} open={props.open === true}><summary>{props.label}</summary>{props.children}</details>
}

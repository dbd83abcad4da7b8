import './stamp.css'
import { For, type JSX } from 'solid-js'

/** What people decided (มติ): only that wears a stamp. */
export function Stamp(props: { outcome: JSX.Element; below: string[] }) {
  return (
    <div class="stamp">
      <span class="stamp-outcome">{props.outcome}</span>
      <For each={props.below}>{(line) => <small>{line}</small>}</For>
    </div>
  )
}

import './person-card.css'
import './neighbour-card.css'
import { For, Show, type JSX } from 'solid-js'
import { Tag } from './tag.tsx'

/** Somebody invented, what they get, and how that stands to what was meant. */
export interface NeighbourCard {
  name: string
  gets: string
  /** What is known of them and what changed, a line each. */
  lines: readonly string[]
  /** Absent where nothing is meant yet. */
  standing?: { isMeant: boolean; label: string }
}

/** One example person (คนตัวอย่าง). Green or red, and always with a word; `children` are what can be done. */
export function NeighbourCardView(props: { of: NeighbourCard; children?: JSX.Element }) {
  return (
    <li class="card" classList={{ 'card-otherwise': props.of.standing?.isMeant === false, 'card-unsaid': props.of.standing === undefined }}>
      <b class="card-name">{props.of.name}</b><span class="figure">{props.of.gets}</span>
      <For each={props.of.lines}>{(line) => <span class="card-about small">{line}</span>}</For>
      <Show when={props.of.standing}>{(standing) => <span class="card-tag"><Tag tone={standing().isMeant ? 'yes' : 'no'}>{standing().label}</Tag></span>}</Show>
      <Show when={props.children}><div class="card-acts">{props.children}</div></Show>
    </li>
  )
}

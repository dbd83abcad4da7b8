import './person-card.css'
import { For } from 'solid-js'

/** Somebody for whom the rules were tried, what they get, and what they got before. */
export interface PersonCard {
  name: string
  about: string
  gets: string
  before: string
  isChanged: boolean
}

/** Example people (คนตัวอย่าง). A change is told, never blamed: it may have been meant. */
export function PersonCards(props: { of: readonly PersonCard[] }) {
  return (
    <ul class="cards">
      <For each={props.of}>
        {(card) => (
          <li class="card" classList={{ 'card-changed': card.isChanged }}>
            <b>{card.name}</b><span class="figure">{card.gets}</span>
            <span /><span class="card-before small">{card.before}</span>
            <span class="card-about small">{card.about}</span>
          </li>
        )}
      </For>
    </ul>
  )
}

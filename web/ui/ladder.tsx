import './ladder.css'
import { For, Show, type JSX } from 'solid-js'
import { Icon } from './icon.tsx'

/** One step of the stairs, in words: where it begins, up to where it reaches, what it gives, and that as a part of the highest. */
export interface Rung {
  id: string
  from: string
  until: string | undefined
  gives: string
  height: number
}

/** A ladder as stairs. One step is open at a time; where another fits between two, it can be put in, so that no gap can be. */
export function Ladder(props: { label: string; rungs: readonly Rung[]; open: string | undefined; insert: string; canInsert: (id: string) => boolean; onOpen: (id: string | undefined) => void; onInsert: (id: string) => void; children: (id: string) => JSX.Element }) {
  const ids = () => props.rungs.map(({ id }) => id)
  const rungOf = (id: string) => props.rungs.find((rung) => rung.id === id)
  return (
    <ol class="ladder" aria-label={props.label}>
      <For each={ids()}>
        {(id) => (
          <Show when={rungOf(id)}>
            {(rung) => (
              <li>
                <div class="ladder-step">
                  <button type="button" class="ladder-face" id={`step-${id}`} aria-expanded={props.open === id} onClick={() => props.onOpen(props.open === id ? undefined : id)}>
                    <span>{rung().from}</span>
                    <span class="figure">{rung().gives}</span>
                    <Show when={rung().until}>{(until) => <span class="ladder-until small">{until()}</span>}</Show>
                    <span class="ladder-bar" style={{ width: `${Math.round(Math.max(0.04, rung().height) * 100)}%` }} />
                  </button>
                  <Show when={props.open === id}><div class="ladder-open">{props.children(id)}</div></Show>
                </div>
                <Show when={props.canInsert(id)}><button type="button" class="ladder-insert" onClick={() => props.onInsert(id)}><Icon name="plus" />{props.insert}</button></Show>
              </li>
            )}
          </Show>
        )}
      </For>
    </ol>
  )
}

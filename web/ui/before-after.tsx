import './before-after.css'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Text } from '../../plugins/kit/text.ts'
import { language } from '../device.ts'
import { digits } from './paper.ts'

/** A sentence as it was and as it is, or just one of them; `about` is what it belongs to. */
export interface BeforeAfter {
  about?: Text | undefined
  before?: Text | undefined
  after?: Text | undefined
}

/** What was changed, as on paper: struck out, and marked beside it. `elsewhere` is the heading of what belongs to nothing in particular. */
export function BeforeAfterList(props: { of: readonly BeforeAfter[]; elsewhere: string; level: 3 | 4 }) {
  const groups = () => [...new Set(props.of.map(({ about }) => about?.[language()]))]
  return (
    <div class="before-after">
      <For each={groups()}>
        {(about) => (
          <section>
            <Dynamic component={`h${props.level}`} class="before-after-about">{about ?? props.elsewhere}</Dynamic>
            <ul>
              <For each={props.of.filter((each) => each.about?.[language()] === about)}>
                {(each) => (
                  <li class="before-after-line">
                    <Show when={each.before}>{(before) => <del>{digits(before()[language()])}</del>}</Show>
                    <Show when={each.after}>{(after) => <ins>{digits(after()[language()])}</ins>}</Show>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </div>
  )
}

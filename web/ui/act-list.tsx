import './act-list.css'
import { For, Show } from 'solid-js'
import { language } from '../device.ts'
import { moment } from './moment.ts'

/** Who did what, and when, with a word about it where there is one. */
export function ActList(props: { acts: readonly { at: string; what: string; by: string; told?: string | undefined }[] }) {
  return (
    <ol class="act-list">
      <For each={props.acts}>{({ at, what, by, told }) => <li>{moment(at, language())} · {what} · {by}<Show when={told}>{(word) => <span class="small"> {word()}</span>}</Show></li>}</For>
    </ol>
  )
}

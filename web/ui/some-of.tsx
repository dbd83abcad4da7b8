import './choice-field.css'
import { For } from 'solid-js'
import { Field, type Asking } from './field.tsx'

/** Any of several: boxes to tick. */
export function SomeOf(props: { asking: Asking; options: { id: string; label: string }[]; chosen: readonly string[]; onInput: (ids: string[]) => void }) {
  const turn = (id: string, on: boolean) => props.onInput(props.options.map((each) => each.id).filter((each) => (each === id ? on : props.chosen.includes(each))))
  return (
    <Field asking={props.asking} group>
      <div class="choices">
        <For each={props.options}>
          {(option, at) => (
            <label class="choice">
              <input type="checkbox" id={at() === 0 ? props.asking.id : undefined} checked={props.chosen.includes(option.id)} onChange={(event) => turn(option.id, event.currentTarget.checked)} />
              <span class="choice-label">{option.label}</span>
            </label>
          )}
        </For>
      </div>
    </Field>
  )
}

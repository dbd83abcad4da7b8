import './choice-field.css'
import { For, Show, type JSX } from 'solid-js'
import { Field, type Asking } from './field.tsx'

export interface Option {
  id: string
  label: string
  note?: string
  /** Under which heading it stands in a list that opens. */
  group?: string
}

/** One of a few: rows large enough for a thumb. */
export const ChoiceField = (props: { asking: Asking; options: Option[]; value: string | undefined; onInput: (id: string) => void }) =>
  <Choices {...props} box={(option, id) => <input type="radio" name={props.asking.id} id={id()} value={option.id} checked={props.value === option.id} onChange={() => props.onInput(option.id)} />} />

/** Rows with a box each; the first has the field's id, where an error leads. The id is asked for where it is set: a box that was made anew with each error would lose the focus. */
export function Choices(props: { asking: Asking; options: Option[]; box: (option: Option, id: () => string | undefined) => JSX.Element }) {
  return (
    <Field asking={props.asking} group>
      <div class="choices">
        <For each={props.options}>
          {(option, at) => (
            <label class="choice">
              {props.box(option, () => (at() === 0 ? props.asking.id : undefined))}
              <span class="choice-label">{option.label}</span>
              <Show when={option.note}><span class="choice-note small">{option.note}</span></Show>
            </label>
          )}
        </For>
      </div>
    </Field>
  )
}

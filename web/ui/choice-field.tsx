import './choice-field.css'
import { For, Show } from 'solid-js'
import { Field, type Asking } from './field.tsx'

export interface Option {
  id: string
  label: string
  note?: string
  /** Under which heading it stands in a list that opens. */
  group?: string
}

/** One of a few: rows large enough for a thumb. */
export function ChoiceField(props: { asking: Asking; options: Option[]; value: string | undefined; onInput: (id: string) => void }) {
  return (
    <Field asking={props.asking} group>
      <div class="choices">
        <For each={props.options}>
          {(option, at) => (
            <label class="choice">
              <input
                type="radio" name={props.asking.id} id={at() === 0 ? props.asking.id : undefined} value={option.id}
                checked={props.value === option.id} onChange={() => props.onInput(option.id)}
              />
              <span class="choice-label">{option.label}</span>
              <Show when={option.note}><span class="choice-note small">{option.note}</span></Show>
            </label>
          )}
        </For>
      </div>
    </Field>
  )
}

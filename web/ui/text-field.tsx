import { describedBy, Field, type Asking } from './field.tsx'

/** A line to write on. `keyboard` is what a phone offers to type with. */
export function TextField(props: { asking: Asking; value: string; keyboard?: 'text' | 'numeric' | 'tel'; onInput: (text: string) => void }) {
  return (
    <Field asking={props.asking}>
      <input
        id={props.asking.id} class="box" type="text" inputmode={props.keyboard ?? 'text'} autocomplete="off" value={props.value} onInput={(event) => props.onInput(event.currentTarget.value)}
        aria-describedby={describedBy(props.asking)} aria-invalid={props.asking.error !== undefined}
      />
    </Field>
  )
}

import './long-text-field.css'
import { describedBy, Field, type Asking } from './field.tsx'

/** A few lines to write on. */
export function LongTextField(props: { asking: Asking; value: string; onInput: (text: string) => void }) {
  return (
    <Field asking={props.asking}>
      <textarea
        id={props.asking.id} class="box long-text" rows="3" value={props.value} onInput={(event) => props.onInput(event.currentTarget.value)}
        aria-describedby={describedBy(props.asking)} aria-invalid={props.asking.error !== undefined}
      />
    </Field>
  )
}

import { describedBy, Field, type Asking } from './field.tsx'

/** What a browser fills in by itself for each: the number that one signs in with, or a password. */
const kinds = {
  phone: { type: 'tel', autocomplete: 'username' },
  password: { type: 'password', autocomplete: 'current-password' },
  'new-password': { type: 'password', autocomplete: 'new-password' },
} as const

/** A line for what one signs in with. */
export function CredentialField(props: { asking: Asking; kind: keyof typeof kinds; value: string; onInput: (text: string) => void }) {
  return (
    <Field asking={props.asking}>
      <input
        id={props.asking.id} class="box" type={kinds[props.kind].type} autocomplete={kinds[props.kind].autocomplete} value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)} aria-describedby={describedBy(props.asking)} aria-invalid={props.asking.error !== undefined}
      />
    </Field>
  )
}

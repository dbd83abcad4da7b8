import './file-field.css'
import { inLanguage } from '../device.ts'
import { files as en } from '../text/en/files.ts'
import { files as th } from '../text/th/files.ts'
import { describedBy, Field, type Asking } from './field.tsx'

const words = inLanguage({ th, en })

/** One file of the device's, of any kind: telephones hide what they do not know. It stays until another is chosen. */
export function FileField(props: { asking: Asking; file: File | undefined; onInput: (file: File) => void }) {
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0]
    input.value = '' // or the same file, fetched anew, would be no change
    if (file) props.onInput(file)
  }
  return (
    <Field asking={props.asking}>
      <div class="file-field">
        <span class="file-choose" aria-hidden="true">{props.file ? words().another : words().choose}</span>
        <span class="file-name" id={`${props.asking.id}-name`}>{props.file?.name ?? words().none}</span>
        <input
          id={props.asking.id} type="file" onChange={(event) => take(event.currentTarget)}
          aria-describedby={[describedBy(props.asking), `${props.asking.id}-name`].filter(Boolean).join(' ')} aria-invalid={props.asking.error !== undefined}
        />
      </div>
    </Field>
  )
}

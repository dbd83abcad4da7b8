import { createUniqueId, Show, type JSX } from 'solid-js'
import type { Text } from '../../../plugins/kit/text.ts'
import { Button } from '../../ui/button.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWorkshop, words } from './build-workshop.ts'

/** What opens under a line: fields, and what is done with them. Escape closes it. */
export function OpenForm(props: { label: string; use?: string; faults: Fault[]; onUse: () => void; onRemove?: (() => void) | undefined; children: JSX.Element }) {
  const { busy, faults, setOpen } = useWorkshop()
  const all = () => [...props.faults, ...faults()]
  const use = (event: SubmitEvent) => { event.preventDefault(); props.onUse() }
  return (
    <form class="build-open" aria-label={props.label} noValidate onSubmit={use} onKeyDown={(event) => { if (event.key === 'Escape') setOpen(undefined) }}>
      <Show when={all().length > 0}><Faults title={words().cannot} faults={all()} /></Show>
      {props.children}
      <div class="build-buttons">
        <Button submit>{busy() ? words().saving : props.use ?? words().use}</Button>
        <Button quiet onClick={() => setOpen(undefined)}>{words().cancel}</Button>
        <Show when={props.onRemove}>{(remove) => <Button quiet onClick={() => remove()()}>{words().removePart}</Button>}</Show>
      </div>
    </form>
  )
}

/** A name in both languages. */
export function NameFields(props: { value: Text; labels?: Text; hint?: string; onInput: (value: Text) => void; id?: string }) {
  const field = props.id ?? createUniqueId()
  return (
    <div class="build-two">
      <TextField asking={{ id: field, label: props.labels?.th ?? words().thai, hint: props.hint }} value={props.value.th} onInput={(th) => props.onInput({ ...props.value, th })} />
      <TextField asking={{ id: `${field}-en`, label: props.labels?.en ?? words().english }} value={props.value.en} onInput={(en) => props.onInput({ ...props.value, en })} />
    </div>
  )
}

export const isNamed = ({ th, en }: Text) => th.trim() !== '' && en.trim() !== ''

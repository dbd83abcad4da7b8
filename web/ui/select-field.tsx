import { For, Show } from 'solid-js'
import type { Option } from './choice-field.tsx'
import { describedBy, Field, type Asking } from './field.tsx'

/** One of many: a list that opens. `none` is what stands there while nothing is chosen. */
export function SelectField(props: { asking: Asking; none: string; options: Option[]; value: string; onInput: (id: string) => void }) {
  return (
    <Field asking={props.asking}>
      <select
        id={props.asking.id} class="box" value={props.value} onChange={(event) => props.onInput(event.currentTarget.value)}
        aria-describedby={describedBy(props.asking)} aria-invalid={props.asking.error !== undefined}
      >
        <option value="" disabled selected={props.value === ''}>{props.none}</option>
        <For each={grouped(props.options)}>
          {([group, options]) => <Show when={group !== ''} fallback={<Options of={options} value={props.value} />}><optgroup label={group}><Options of={options} value={props.value} /></optgroup></Show>}
        </For>
      </select>
    </Field>
  )
}

const grouped = (options: readonly Option[]) => [...new Set(options.map(({ group = '' }) => group))].map((name) => [name, options.filter(({ group = '' }) => group === name)] as const)

function Options(props: { of: readonly Option[]; value: string }) {
  return <For each={props.of}>{({ id, label }) => <option value={id} selected={props.value === id}>{label}</option>}</For>
}

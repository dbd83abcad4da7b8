import './day-field.css'
import { createSignal, For } from 'solid-js'
import type { Duration } from '../../plugins/kit/duration.ts'
import { inLanguage } from '../device.ts'
import { fields as en } from '../text/en/fields.ts'
import { fields as th } from '../text/th/fields.ts'
import { describedBy, Field, type Asking } from './field.tsx'
import { readNumber } from './number.ts'

const words = inLanguage({ th, en })
const parts = ['years', 'months', 'days'] as const

/** A length of time in three boxes: years, months, days. Gives 'none' while a box holds no number, undefined while all are empty. */
export function DurationField(props: { asking: Asking; value: Duration | undefined; onInput: (value: Duration | 'none' | undefined) => void }) {
  const [boxes, fill] = createSignal<Partial<Record<keyof Duration, string>>>(Object.fromEntries(Object.entries(props.value ?? {}).map(([part, count]) => [part, String(count)])))
  const write = (part: keyof Duration, typed: string) => {
    fill({ ...boxes(), [part]: typed })
    const filled = Object.entries(boxes()).filter(([, each]) => each.trim() !== '')
    const counts = filled.map(([each, text]) => [each, readNumber(text, 0)] as const)
    props.onInput(counts.length === 0 ? undefined : counts.some(([, count]) => count === undefined) ? 'none' : Object.fromEntries(counts))
  }
  return (
    <Field asking={props.asking} group>
      <div class="day">
        <For each={parts}>
          {(part, at) => (
            <label class="day-part">
              <span class="small">{words()[part]}</span>
              <input
                id={at() === 0 ? props.asking.id : undefined} class="box" inputmode="numeric" autocomplete="off" size="1" value={boxes()[part] ?? ''}
                onInput={(event) => write(part, event.currentTarget.value)} aria-invalid={props.asking.error !== undefined} aria-describedby={describedBy(props.asking)}
              />
            </label>
          )}
        </For>
      </div>
    </Field>
  )
}

import './number-field.css'
import { createSignal, Show } from 'solid-js'
import { inLanguage } from '../device.ts'
import { fields as en } from '../text/en/fields.ts'
import { fields as th } from '../text/th/fields.ts'
import { describedBy, Field, type Asking } from './field.tsx'
import { Icon } from './icon.tsx'
import { readNumber, showNumber } from './number.ts'

const words = inLanguage({ th, en })

interface Amount {
  asking: Asking
  value: number | undefined
  unit?: string
  /** What − and + change it by. */
  step: number
  /** How many decimals may be typed. */
  scale?: number
  /** NaN when what is typed is no number; undefined when nothing is. */
  onInput: (value: number | undefined) => void
}

/** A number: − and + for a thumb, typing for the rest. Thai digits and thousands are understood. */
export function NumberField(props: Amount) {
  const [typed, type] = createSignal(props.value === undefined || Number.isNaN(props.value) ? '' : showNumber(props.value))
  const enter = (text: string) => {
    type(text)
    props.onInput(text.trim() === '' ? undefined : readNumber(text, props.scale ?? 0) ?? Number.NaN)
  }
  const tidy = () => { if (props.value !== undefined && !Number.isNaN(props.value)) type(showNumber(props.value)) }
  const change = (by: number) => {
    const from = props.value === undefined || Number.isNaN(props.value) ? 0 : props.value
    enter(showNumber(Math.max(0, from + by)))
  }
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: props.step, ArrowDown: -props.step }[event.key]
    if (by === undefined) return
    event.preventDefault()
    change(by)
  }
  return (
    <Field asking={props.asking}>
      <div class="number">
        <button type="button" class="number-step" aria-label={words().less(showNumber(props.step), props.unit ?? '')} onClick={() => change(-props.step)}><Icon name="minus" /></button>
        <label class="number-box box">
          <input
            id={props.asking.id} type="text" inputmode={props.scale ? 'decimal' : 'numeric'} autocomplete="off" size="1" value={typed()} onInput={(event) => enter(event.currentTarget.value)} onBlur={tidy} onKeyDown={keys}
            aria-describedby={describedBy(props.asking)} aria-invalid={props.asking.error !== undefined}
          />
          <Show when={props.unit}><span class="number-unit" aria-hidden="true">{props.unit}</span></Show>
        </label>
        <button type="button" class="number-step" aria-label={words().more(showNumber(props.step), props.unit ?? '')} onClick={() => change(props.step)}><Icon name="plus" /></button>
      </div>
    </Field>
  )
}

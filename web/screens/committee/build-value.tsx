import { Match, Switch } from 'solid-js'
import type { Duration } from '../../../plugins/kit/duration.ts'
import type { Measure } from '../../../plugins/kit/quantity.ts'
import { valueSchema, type Value } from '../../../plugins/kit/value.ts'
import { language } from '../../device.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import type { Asking } from '../../ui/field.tsx'
import { AmountField } from './draft-amount.tsx'
import { words } from './build-workshop.ts'

type Scaled = Measure & { scale?: number | undefined }

/** A value of a type, by the field for it. Undefined while what stands there is none. */
export function ValueOf(props: { asking: Asking; measure: Scaled; value: Value | undefined; onInput: (value: Value | undefined) => void }) {
  const type = () => props.measure.type
  const options = () => (type() === 'flag' ? [{ id: 'true', label: words().yes }, { id: 'false', label: words().no }] : Object.entries(props.measure.options ?? {}).map(([id, name]) => ({ id, label: name[language()] })))
  const read = (value: Value | 'none' | undefined) => props.onInput(value === 'none' ? undefined : value)
  return (
    <Switch fallback={<AmountField asking={props.asking} measure={props.measure} value={typeof props.value === 'number' ? props.value : undefined} onInput={props.onInput} />}>
      <Match when={type() === 'duration'}><DurationField asking={props.asking} value={typeof props.value === 'object' ? props.value as Duration : undefined} onInput={read} /></Match>
      <Match when={type() === 'day'}><DayField asking={props.asking} value={typeof props.value === 'string' ? props.value : undefined} onInput={read} /></Match>
      <Match when={type() === 'choice' || type() === 'flag'}>
        <ChoiceField asking={props.asking} options={options()} value={props.value === undefined ? undefined : String(props.value)} onInput={(id) => props.onInput(type() === 'flag' ? id === 'true' : id)} />
      </Match>
    </Switch>
  )
}

/** Whether a value is one that a term or fact of this measure can have. */
export const isValueOf = (measure: Scaled, value: Value | undefined): value is Value => value !== undefined && valueSchema(measure).safeParse(value).success

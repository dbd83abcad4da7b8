import { Match, Switch } from 'solid-js'
import type { Duration } from '../../../plugins/kit/duration.ts'
import type { Fact } from '../../../plugins/kit/fact.ts'
import { unitOf } from '../../../plugins/kit/quantity.ts'
import type { Value } from '../../../plugins/kit/value.ts'
import { inLanguage, language } from '../../device.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import type { Asking } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'

const words = inLanguage({ th, en })

/** What a field gives while it cannot be read as a value. */
export type Draft = Value | 'none' | undefined

/** What − and + change a money answer by, in baht. */
const BAHT_STEP = 100
const SATANG = 100

/** The field that fits a fact's type. Choices are kept by their ids, money as satang. */
export function FactField(props: { fact: Fact; asking: Asking; value: Value | undefined; onInput: (draft: Draft) => void }) {
  const type = () => props.fact.type
  const number = () => (typeof props.value === 'number' ? props.value : undefined)
  const enter = (value: number | undefined) => props.onInput(Number.isNaN(value) ? 'none' : value)
  const options = () => Object.entries('options' in props.fact ? props.fact.options ?? {} : {}).map(([id, label]) => ({ id, label: label[language()] }))
  return (
    <Switch
      fallback={
        <NumberField
          asking={props.asking} value={number()} unit={unitOf(props.fact)?.[language()] ?? ''} step={1} scale={'scale' in props.fact ? props.fact.scale ?? 0 : 0} onInput={enter}
        />
      }
    >
      <Match when={type() === 'day'}><DayField asking={props.asking} value={typeof props.value === 'string' ? props.value : undefined} onInput={props.onInput} /></Match>
      <Match when={type() === 'duration'}><DurationField asking={props.asking} value={props.value as Duration | undefined} onInput={props.onInput} /></Match>
      <Match when={type() === 'flag'}>
        <ChoiceField
          asking={props.asking} options={[{ id: 'true', label: words().yes }, { id: 'false', label: words().no }]}
          value={props.value === undefined ? undefined : String(props.value)} onInput={(id) => props.onInput(id === 'true')}
        />
      </Match>
      <Match when={type() === 'choice'}><ChoiceField asking={props.asking} options={options()} value={typeof props.value === 'string' ? props.value : undefined} onInput={props.onInput} /></Match>
      <Match when={type() === 'money'}>
        <NumberField
          asking={props.asking} value={number() === undefined ? undefined : (number() ?? 0) / SATANG} unit={words().baht} step={BAHT_STEP} scale={2}
          onInput={(baht) => enter(baht === undefined ? undefined : Math.round(baht * SATANG))}
        />
      </Match>
    </Switch>
  )
}

import { unitOf, type Measure } from '../../../plugins/kit/quantity.ts'
import { language } from '../../device.ts'
import type { Asking } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'

/** A figure of a regulation with − and +: money is typed in baht and given in satang. Undefined while nothing that can be read is typed. */
export function AmountField(props: { asking: Asking; measure: Measure & { scale?: number | undefined }; value: number | undefined; onInput: (value: number | undefined) => void }) {
  const isMoney = () => props.measure.type === 'money'
  const shown = () => (props.value === undefined || !isMoney() ? props.value : props.value / 100)
  const step = stepFrom(shown() ?? 0, isMoney(), props.measure)
  const unit = () => unitOf(props.measure)?.[language()]
  const enter = (value: number | undefined) => {
    if (value === undefined || Number.isNaN(value)) return props.onInput(undefined)
    props.onInput(isMoney() ? Math.round(value * 100) : value)
  }
  return <NumberField asking={props.asking} value={shown()} step={step} scale={isMoney() ? 2 : props.measure.scale ?? 0} {...(unit() !== undefined && { unit: unit() ?? '' })} onInput={enter} />
}

/** What a meeting would change a figure by: tens for hundreds of baht, hundreds for thousands; a month of days where there are many. */
function stepFrom(value: number, isMoney: boolean, { type }: Measure): number {
  if (isMoney) return [[10_000, 1000], [2000, 500], [500, 50], [20, 10]].find(([from]) => value >= (from ?? 0))?.[1] ?? 1
  if (type === 'days') return [[300, 30], [60, 10]].find(([from]) => value >= (from ?? 0))?.[1] ?? 1
  return type === 'number' && value >= 20 ? 5 : 1
}

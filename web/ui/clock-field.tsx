import { inLanguage } from '../device.ts'
import { clock as en } from '../text/en/clock.ts'
import { clock as th } from '../text/th/clock.ts'
import { ChoiceField } from './choice-field.tsx'

const words = inLanguage({ th, en })

/** How a fund counts months and years; `calendar` is what nearly all do. */
export type Clock = keyof typeof th.clocks
const CLOCKS = ['calendar', '365', '360'] as const satisfies Clock[]

export const clockName = () => words().label

/** Asks it with an example of what each means. */
export function ClockField(props: { id: string; error: string | undefined; value: string; onInput: (clock: Clock) => void }) {
  return (
    <ChoiceField
      asking={{ id: props.id, label: words().label, hint: words().hint, error: props.error }} value={props.value}
      options={CLOCKS.map((id) => ({ id, label: words().clocks[id], note: words().examples[id] }))}
      onInput={(id) => { const chosen = CLOCKS.find((each) => each === id); if (chosen) props.onInput(chosen) }}
    />
  )
}

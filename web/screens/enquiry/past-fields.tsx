import { Index, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import type { LimitState } from '../../../plugins/kit/limit.ts'
import { unitOf } from '../../../plugins/kit/quantity.ts'
import { inLanguage, language } from '../../device.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import type { Fault } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { Question, Trail } from './enquiry.ts'
import { hasBefore, nothingBefore, type Past } from './past.ts'
import { useMemory } from './memory.tsx'

const words = inLanguage({ th, en })
const SATANG = 100
const BAHT_STEP = 100
export const PAST_DAY = 'past-day'

/** What was granted before, as far as it counts: whether, how much of each limit, and when last. */
export function PastFields(props: { trail: Trail; question: Extract<Question, { kind: 'past' }>; faults: readonly Fault[]; onAnswer: () => void }) {
  const [memory, remember] = useMemory()
  const past = () => memory.past[props.trail.benefit.id] ?? nothingBefore
  const say = (more: Partial<Past>) => {
    props.onAnswer()
    remember('past', props.trail.benefit.id, { ...past(), ...more })
  }
  return (
    <>
      <Show
        when={props.question.once}
        fallback={
          <>
            <div>
              <h1 tabindex="-1">{words().pastTitle}</h1>
              <p class="small">{words().pastHint}</p>
            </div>
            <Index each={props.question.limits}>
              {(state) => <UsedField trail={props.trail} state={state()} used={past().uses[state().limit.id] ?? 0} onInput={(count) => say({ uses: { ...past().uses, [state().limit.id]: count } })} />}
            </Index>
          </>
        }
      >
        <ChoiceField
          asking={{ id: 'past', label: words().pastTitle, heading: true }} options={[{ id: 'never', label: words().never }, { id: 'before', label: words().before }]}
          value={past().before ? 'before' : 'never'} onInput={(id) => say({ before: id === 'before' })}
        />
      </Show>
      <Show when={hasBefore(past())}>
        <DayField
          asking={{ id: PAST_DAY, label: words().lastOn, error: props.faults.find((fault) => fault.id === PAST_DAY)?.error }} value={past().lastOn}
          onInput={(day) => say({ lastOn: day === 'none' ? undefined : day })}
        />
      </Show>
    </>
  )
}

function UsedField(props: { trail: Trail; state: LimitState; used: number; onInput: (count: number) => void }) {
  const isMoney = () => props.state.limit.of === 'amount'
  const unit = () => {
    const { of } = props.state.limit
    if (isMoney()) return words().baht
    return of === 'times' ? words().times : unitOf(props.trail.glossary.fact(of))?.[language()] ?? ''
  }
  const what = () => (isMoney() ? words().pastMoney : props.state.limit.of === 'times' ? words().pastTimes : words().pastUnits(unit()))
  const when = () => {
    const { limit: { per }, span } = props.state
    if (per === 'family') return words().pastFamily
    return span ? words().pastYear(`${formatDay(span.fromOn, language(), 'short')} – ${formatDay(span.untilOn, language(), 'short')}`) : words().pastLifetime
  }
  const enter = (count: number | undefined) => props.onInput(count === undefined || Number.isNaN(count) ? 0 : isMoney() ? Math.round(count * SATANG) : count)
  return (
    <NumberField
      asking={{ id: `past-${props.state.limit.id}`, label: words().pastAsk(when(), what()) }} value={isMoney() ? props.used / SATANG : props.used} unit={unit()}
      step={isMoney() ? BAHT_STEP : 1} scale={isMoney() ? 2 : 0} onInput={enter}
    />
  )
}

import { revalidate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import type { Day } from '../../../plugins/kit/day.ts'
import { acceptMember, getMember, getPassbook, setPlan, type Member, type Plan } from '../../api-members.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Show } from 'solid-js'

const words = inLanguage({ th, en })
const SATANG = 100

/** The committee accepts an applicant: the meeting's number and its day. */
export function Acceptance(props: { fund: string; member: Member; today: Day }) {
  const [number, setNumber] = createSignal('')
  const [heldOn, setHeldOn] = createSignal<Day | 'none' | undefined>(props.today)
  const names = () => ({ 'resolution.number': words().resolutionNumber, happenedOn: words().heldOn })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'resolution.number')

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const day = heldOn()
    if (day === undefined || day === 'none') return setFaults([dayFault('happenedOn', words().heldOn, day)])
    void send(() => acceptMember(props.fund, props.member.id, number(), day), () => { void revalidate([getMember.key, getPassbook.key]) })
  }
  return (
    <Sheet labelledBy="accept">
      <form class="member-form" onSubmit={save} noValidate>
        <h2 id="accept">{words().accept}</h2>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <TextField asking={{ id: 'resolution.number', label: words().resolutionNumber, hint: words().resolutionHint, error: errorAt('resolution.number') }} value={number()} onInput={setNumber} />
        <DayField asking={{ id: 'happenedOn', label: words().heldOn, error: errorAt('happenedOn') }} value={heldOn()} onInput={setHeldOn} />
        <Button submit>{busy() ? words().saving : words().acceptNow}</Button>
      </form>
    </Sheet>
  )
}

/** How a new member pays, and from which day. */
export function PayingPlan(props: { fund: string; member: Member; from: Day }) {
  const [every, setEvery] = createSignal<Plan['every']>('month')
  const [baht, setBaht] = createSignal<number | undefined>(USUAL_BAHT.month)
  const [fromOn, setFromOn] = createSignal<Day | 'none' | undefined>(props.from)
  const names = () => ({ every: words().everyLabel, amountSatang: words().amount, fromOn: words().fromOn })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'every')

  const choose = (id: string) => {
    const chosen = EVERY.find((each) => each === id)
    if (!chosen) return
    setEvery(chosen)
    setBaht(USUAL_BAHT[chosen])
  }
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const [day, amount] = [fromOn(), baht()]
    if (day === undefined || day === 'none') return setFaults([dayFault('fromOn', words().fromOn, day)])
    if (amount === undefined || Number.isNaN(amount)) return setFaults([{ id: 'amountSatang', name: words().amount, error: words().noNumber }])
    void send(() => setPlan(props.fund, props.member.id, { fromOn: day, every: every(), amountSatang: Math.round(amount * SATANG) }), () => { void revalidate(getPassbook.key) })
  }
  return (
    <Sheet labelledBy="plan">
      <form class="member-form" onSubmit={save} noValidate>
        <h2 id="plan">{words().setPlan}</h2>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <ChoiceField asking={{ id: 'every', label: words().everyLabel, error: errorAt('every') }} options={EVERY.map((id) => ({ id, label: words().everyOptions[id] }))} value={every()} onInput={choose} />
        <Show when={every()} keyed><NumberField asking={{ id: 'amountSatang', label: words().amount, error: errorAt('amountSatang') }} value={baht()} unit={words().baht} step={1} scale={2} onInput={setBaht} /></Show>
        <DayField asking={{ id: 'fromOn', label: words().fromOn, error: errorAt('fromOn') }} value={fromOn()} onInput={setFromOn} />
        <Button submit>{busy() ? words().saving : words().savePlan}</Button>
      </form>
    </Sheet>
  )
}

/** A baht a day, as nearly all funds have it; a fund's own amount is typed over it. */
const USUAL_BAHT: Record<Plan['every'], number> = { month: 30, quarter: 90, 'half-year': 180, year: 365, day: 1 }
const EVERY = ['month', 'quarter', 'half-year', 'year', 'day'] as const

/** A day that is missing, or that the calendar does not have. */
export const dayFault = (id: string, name: string, day: 'none' | undefined): Fault => ({ id, name, error: day === 'none' ? words().noSuchDay : words().unanswered })

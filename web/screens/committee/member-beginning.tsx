import { revalidate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { Day } from '../../../plugins/kit/day.ts'
import { getEntitlements } from '../../api-claims.ts'
import { acceptMember, getMember, getPassbook, refuseMember, setPlan, type Member, type Plan } from '../../api-members.ts'
import { getArrears } from '../../api-receipts.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { members as en } from '../../text/en/members.ts'
import { standing as enStanding } from '../../text/en/standing.ts'
import { members as th } from '../../text/th/members.ts'
import { standing as thStanding } from '../../text/th/standing.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })
const outcome = inLanguage({ th: thStanding, en: enStanding })
const SATANG = 100

/** The committee accepts an applicant or does not: the meeting's number and its day, and why not. */
export function Acceptance(props: { fund: string; member: Member; today: Day }) {
  return (
    <Sheet labelledBy="accept">
      <h2 id="accept">{words().accept}</h2>
      <Show when={lastPosition(props.member)} keyed><Decision fund={props.fund} member={props.member} today={props.today} /></Show>
    </Sheet>
  )
}

/** After each entry a form begins anew. */
export const lastPosition = ({ statuses }: Member) => statuses.at(-1)?.position

/** The form of the committee's decision about somebody; `form` goes before its ids where a page has several. */
export function Decision(props: { fund: string; member: Member; today: Day; form?: string }) {
  const [verdict, setVerdict] = createSignal<'accept' | 'refuse'>('accept')
  const [number, setNumber] = createSignal('')
  const [heldOn, setHeldOn] = createSignal<Day | 'none' | undefined>(props.today)
  const [note, setNote] = createSignal('')
  const form = props.form ?? ''
  const names = () => ({ 'resolution.number': words().resolutionNumber, happenedOn: words().heldOn, note: outcome().why })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'resolution.number', form)
  const asking = (id: keyof ReturnType<typeof names>, hint?: string) => ({ id: form + id, label: names()[id], hint, error: errorAt(id) })

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const day = heldOn()
    if (day === undefined || day === 'none') return setFaults([dayFault(`${form}happenedOn`, words().heldOn, day)])
    const record = () => (verdict() === 'accept' ? acceptMember(props.fund, props.member.id, number(), day) : refuseMember(props.fund, props.member.id, number(), day, note()))
    void send(record, lookAgain)
  }
  return (
    <form class="member-form" onSubmit={save} noValidate>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={props.member.can.includes('refuse')}>
        <ChoiceField asking={{ id: `${form}verdict`, label: outcome().decision }} options={(['accept', 'refuse'] as const).map((id) => ({ id, label: outcome().decisions[id] }))} value={verdict()} onInput={(id) => setVerdict(id === 'refuse' ? id : 'accept')} />
      </Show>
      <TextField asking={asking('resolution.number', words().resolutionHint)} value={number()} onInput={setNumber} />
      <DayField asking={asking('happenedOn')} value={heldOn()} onInput={setHeldOn} />
      <Show when={verdict() === 'refuse'}><TextField asking={asking('note', outcome().whyHint)} value={note()} onInput={setNote} /></Show>
      <Button submit quiet={form !== ''}>{busy() ? words().saving : verdict() === 'accept' ? words().acceptNow : outcome().recordRefusal}</Button>
    </form>
  )
}

/** The member is shown as they stand now, from the heading on. */
export function lookAgain() {
  void revalidate([getMember.key, getPassbook.key, getArrears.key, getEntitlements.key])
  document.querySelector<HTMLElement>('h1')?.focus()
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

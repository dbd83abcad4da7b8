import { createSignal, Show } from 'solid-js'
import { formatDay, type Day } from '../../../plugins/kit/day.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { setPlan, type Member, type Passbook, type Plan } from '../../api-members.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { dayFault, lookAgain } from './member-beginning.tsx'

const words = inLanguage({ th, en })
const SATANG = 100

/** How a new member pays, and from which day. */
export function PayingPlan(props: { fund: string; member: Member; from: Day }) {
  return (
    <Sheet labelledBy="plan">
      <h2 id="plan">{words().setPlan}</h2>
      <PlanForm fund={props.fund} member={props.member} every="month" baht={USUAL_BAHT.month} from={props.from} fromLabel={words().fromOn} />
    </Sheet>
  )
}

/** A member will pay otherwise: from the instalment on that is not due yet, unless another day is said. */
export function ChangedPlan(props: { fund: string; member: Member; passbook: Passbook; plan: Plan }) {
  const from = () => props.passbook.lines[0]?.from ?? props.passbook.today
  return (
    <Show when={props.passbook} keyed>
      <Fold label={words().changePlan}>
        <PlanForm form="change-" fund={props.fund} member={props.member} every={props.plan.every} baht={props.plan.amountSatang / SATANG} from={from()} fromLabel={words().changedFrom} fromHint={words().changedFromHint} quiet />
      </Fold>
    </Show>
  )
}

/** How a member pays, in words; and what has been set for later. */
export function planWords({ nextPlan }: Passbook, plan: Plan): string {
  const pays = ({ every, amountSatang }: Plan) => words().pays(words().every[every], formatAmount(amountSatang))
  return nextPlan ? words().paysLater(pays(plan), formatDay(nextPlan.fromOn, language(), 'long'), pays(nextPlan)) : pays(plan)
}

interface Planned {
  fund: string
  member: Member
  every: Plan['every']
  baht: number
  from: Day
  fromLabel: string
  fromHint?: string
  /** Goes before its ids where a page has several forms. */
  form?: string
  quiet?: true
}

function PlanForm(props: Planned) {
  const form = props.form ?? ''
  const [every, setEvery] = createSignal(props.every)
  const [baht, setBaht] = createSignal<number | undefined>(props.baht)
  const [fromOn, setFromOn] = createSignal<Day | 'none' | undefined>(props.from)
  const names = () => ({ every: words().everyLabel, amountSatang: words().amount, fromOn: props.fromLabel })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'every', form)
  const asking = (id: keyof ReturnType<typeof names>, hint?: string) => ({ id: form + id, label: names()[id], hint, error: errorAt(id) })

  const choose = (id: string) => {
    const chosen = EVERY.find((each) => each === id)
    if (!chosen) return
    setBaht(USUAL_BAHT[chosen]) // first: the field is made anew with what stands by then
    setEvery(chosen)
  }
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const [day, amount] = [fromOn(), baht()]
    if (day === undefined || day === 'none') return setFaults([dayFault(`${form}fromOn`, props.fromLabel, day)])
    if (amount === undefined || Number.isNaN(amount)) return setFaults([{ id: `${form}amountSatang`, name: words().amount, error: words().noNumber }])
    void send(() => setPlan(props.fund, props.member.id, { fromOn: day, every: every(), amountSatang: Math.round(amount * SATANG) }), lookAgain)
  }
  return (
    <form class="member-form" onSubmit={save} noValidate>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <ChoiceField asking={asking('every')} options={EVERY.map((id) => ({ id, label: words().everyOptions[id] }))} value={every()} onInput={choose} />
      <Show when={every()} keyed><NumberField asking={asking('amountSatang')} value={baht()} unit={words().baht} step={1} scale={2} onInput={setBaht} /></Show>
      <DayField asking={asking('fromOn', props.fromHint)} value={fromOn()} onInput={setFromOn} />
      <Button submit quiet={props.quiet === true}>{busy() ? words().saving : words().savePlan}</Button>
    </form>
  )
}

/** A baht a day, as nearly all funds have it; a fund's own amount is typed over it. */
const USUAL_BAHT: Record<Plan['every'], number> = { month: 30, quarter: 90, 'half-year': 180, year: 365, day: 1 }
const EVERY = ['month', 'quarter', 'half-year', 'year', 'day'] as const

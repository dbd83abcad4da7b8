import { revalidate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { Day } from '../../../plugins/kit/day.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { decideClaim, getClaim, readClaimsAnew, type Claim, type NewDecision } from '../../api-claims.ts'
import type { Fund } from '../../api.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { claims as en } from '../../text/en/claims.ts'
import { claims as th } from '../../text/th/claims.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { lastTold } from './claim-words.ts'

const words = inLanguage({ th, en })
const SATANG = 100
const BAHT_STEP = 100

/** What the meeting resolved. It begins as the rules say, with no amount where they leave it to people; anything else takes a reason. */
export function DecisionForm(props: { fund: Fund; claim: Claim }) {
  const seen = () => lastTold(props.claim).finding
  const gives = () => ['eligible', 'judgement'].includes(seen().outcome)
  const [outcome, setOutcome] = createSignal<NewDecision['outcome']>(gives() ? 'approved' : 'refused')
  const [baht, setBaht] = createSignal<number | undefined>(gives() && seen().lowSatang === seen().highSatang ? seen().lowSatang / SATANG : undefined)
  const [reason, setReason] = createSignal('')
  const [number, setNumber] = createSignal('')
  const [heldOn, setHeldOn] = createSignal<Day | 'none' | undefined>(props.fund.today)
  const names = () => ({ outcome: words().outcome, amountSatang: words().amount, reason: words().reason, 'resolution.number': words().meetingNumber, 'resolution.heldOn': words().heldOn })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'outcome')

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const [day, amount] = [heldOn(), baht()]
    if (day === undefined || day === 'none') return setFaults([dayFault(day)])
    if (outcome() === 'approved' && (amount === undefined || Number.isNaN(amount))) return setFaults([{ id: 'amountSatang', name: words().amount, error: amount === undefined ? words().unanswered : words().noNumber }])
    const decided = { resolution: { number: number(), heldOn: day }, seen: seen() }
    const decision: NewDecision = outcome() === 'approved'
      ? { outcome: 'approved', amountSatang: Math.round((amount ?? 0) * SATANG), ...(reason().trim() !== '' && { reason: reason() }), ...decided }
      : { outcome: 'refused', reason: reason(), ...decided }
    void send(() => decideClaim(props.fund.slug, props.claim.id, decision).catch(lookAgain), readClaimsAnew)
  }
  return (
    <Sheet labelledBy="decide">
      <form class="claim-form" onSubmit={save} noValidate>
        <h2 id="decide">{words().decide}</h2>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <ChoiceField
          asking={{ id: 'outcome', label: words().outcome, error: errorAt('outcome') }} value={outcome()} onInput={(id) => setOutcome(id === 'approved' ? 'approved' : 'refused')}
          options={(['approved', 'refused'] as const).map((id) => ({ id, label: words().outcomes[id] }))}
        />
        <Show when={outcome() === 'approved'}>
          <NumberField asking={{ id: 'amountSatang', label: words().amount, error: errorAt('amountSatang') }} value={baht()} unit={words().baht} step={BAHT_STEP} scale={2} onInput={setBaht} />
        </Show>
        <TextField asking={{ id: 'reason', label: words().reason, hint: words().reasonIfAgainst, error: errorAt('reason') }} value={reason()} onInput={setReason} />
        <TextField asking={{ id: 'resolution.number', label: words().meetingNumber, hint: words().meetingHint, error: errorAt('resolution.number') }} value={number()} onInput={setNumber} />
        <DayField asking={{ id: 'resolution.heldOn', label: words().heldOn, error: errorAt('resolution.heldOn') }} value={heldOn()} onInput={setHeldOn} />
        <Button submit>{busy() ? words().saving : outcome() === 'approved' ? words().approveNow(formatAmount(Math.round((baht() || 0) * SATANG))) : words().refuseNow}</Button>
      </form>
    </Sheet>
  )
}

/** Where the rules give something else by now, the claim is shown as it stands, and decided afresh. */
async function lookAgain(trouble: unknown): Promise<never> {
  await revalidate(getClaim.key)
  throw trouble
}

const dayFault = (day: 'none' | undefined): Fault => ({ id: 'resolution.heldOn', name: words().heldOn, error: day === 'none' ? words().noSuchDay : words().unanswered })

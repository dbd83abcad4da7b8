import { createSignal, For, Show } from 'solid-js'
import { certifyClaim, readClaimsAnew, reverseClaim, type Claim } from '../../api-claims.ts'
import type { Fund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { claims as en } from '../../text/en/claims.ts'
import { claims as th } from '../../text/th/claims.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { DecisionForm } from './claim-decision.tsx'
import { PaymentForm } from './claim-payment.tsx'

const words = inLanguage({ th, en })

/** What the reader may do next, and what keeps them from it. */
export function Acts(props: { fund: Fund; claim: Claim }) {
  const may = (act: Claim['can'][number]) => props.claim.can.includes(act)
  return (
    <>
      <Show when={may('certify')}><CertificationForm fund={props.fund.slug} claim={props.claim} /></Show>
      <Show when={may('decide')}><DecisionForm fund={props.fund} claim={props.claim} /></Show>
      <For each={props.claim.cannot}>{({ why }) => <Sheet><h2>{words().decide}</h2><p class="claim-why">{why[language()]}</p></Sheet>}</For>
      <Show when={may('pay')}><PaymentForm fund={props.fund} claim={props.claim} /></Show>
      <Show when={may('reverse')}><ReversalForm fund={props.fund.slug} claim={props.claim} /></Show>
    </>
  )
}

function CertificationForm(props: { fund: string; claim: Claim }) {
  const [name, setName] = createSignal('')
  const { send, busy, faults, errorAt } = useSending(() => ({ name: words().certifier }), 'name')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => certifyClaim(props.fund, props.claim.id, name()), () => { setName(''); readClaimsAnew() })
  }
  return (
    <Sheet labelledBy="certify">
      <form class="claim-form" onSubmit={save} noValidate>
        <h2 id="certify">{words().certify}</h2>
        <p class="small">{words().certifiedOf(props.claim.certifications.length, props.claim.certifiersNeeded)}</p>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <TextField asking={{ id: 'name', label: words().certifier, error: errorAt('name') }} value={name()} onInput={setName} />
        <Button quiet submit>{busy() ? words().saving : words().certifyNow}</Button>
      </form>
    </Sheet>
  )
}

function ReversalForm(props: { fund: string; claim: Claim }) {
  const [reason, setReason] = createSignal('')
  const { send, busy, faults, errorAt } = useSending(() => ({ reason: words().reason }), 'reverse-reason')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => reverseClaim(props.fund, props.claim.id, reason()), readClaimsAnew)
  }
  return (
    <Sheet>
      <Fold label={words().reverse}>
        <form class="claim-form" onSubmit={save} noValidate>
          <p class="small">{words().reverseHint}</p>
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
          <TextField asking={{ id: 'reverse-reason', label: words().reason, error: errorAt('reason') }} value={reason()} onInput={setReason} />
          <Button quiet submit>{busy() ? words().saving : words().reverseNow}</Button>
        </form>
      </Fold>
    </Sheet>
  )
}

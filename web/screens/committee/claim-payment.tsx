import { createSignal, Show } from 'solid-js'
import type { Day } from '../../../plugins/kit/day.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { payClaim, readClaimsAnew, type Claim } from '../../api-claims.ts'
import type { Fund } from '../../api.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { claims as en } from '../../text/en/claims.ts'
import { claims as th } from '../../text/th/claims.ts'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })

/** What was resolved is paid out: the voucher's number, who signed for it, and the day. */
export function PaymentForm(props: { fund: Fund; claim: Claim }) {
  // Made with the form: however often it is sent, it is paid once.
  const key = crypto.randomUUID()
  const [voucherNumber, setVoucher] = createSignal('')
  const [payee, setPayee] = createSignal(props.claim.payee?.name ?? props.claim.member.name)
  const [paidOn, setPaidOn] = createSignal<Day | 'none' | undefined>(props.fund.today)
  const { send, busy, faults, setFaults, errorAt } = useSending(() => ({ voucherNumber: words().voucherNumber, payee: words().paidTo, paidOn: words().paidOn }), 'voucherNumber')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const day = paidOn()
    if (day === undefined || day === 'none') return setFaults([{ id: 'paidOn', name: words().paidOn, error: day === 'none' ? words().noSuchDay : words().unanswered }])
    void send(() => payClaim(props.fund.slug, props.claim.id, key, { voucherNumber: voucherNumber(), payee: payee(), paidOn: day }), readClaimsAnew)
  }
  return (
    <Sheet labelledBy="pay">
      <form class="claim-form" onSubmit={save} noValidate>
        <h2 id="pay">{words().pay}</h2>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <div class="claim-pair">
          <TextField asking={{ id: 'voucherNumber', label: words().voucherNumber, error: errorAt('voucherNumber') }} value={voucherNumber()} onInput={setVoucher} />
          <TextField asking={{ id: 'payee', label: words().paidTo, error: errorAt('payee') }} value={payee()} onInput={setPayee} />
        </div>
        <DayField asking={{ id: 'paidOn', label: words().paidOn, error: errorAt('paidOn') }} value={paidOn()} onInput={setPaidOn} />
        <Button submit>{busy() ? words().saving : words().payNow(formatAmount(props.claim.decision?.amountSatang ?? 0))}</Button>
      </form>
    </Sheet>
  )
}

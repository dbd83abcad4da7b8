import './receipt.css'
import { createAsync, revalidate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { getCollection, getEntitlements } from '../../api-claims.ts'
import { getMember, getPassbook } from '../../api-members.ts'
import { getArrears, getReceipt, getReceipts, voidReceipt } from '../../api-receipts.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { receipts as en } from '../../text/en/receipts.ts'
import { receipts as th } from '../../text/th/receipts.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { print } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { unbroken } from '../../ui/thai.ts'
import { ReceiptPaper } from './receipt-paper.tsx'

const words = inLanguage({ th, en })

/** One receipt, to be read, printed or voided. */
export default function ReceiptScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const id = () => props.params['receipt'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const receipt = createAsync(() => getReceipt(slug(), id()))
  const member = createAsync(async () => {
    const memberId = receipt()?.memberId
    return memberId === undefined ? undefined : getMember(slug(), memberId)
  })
  const all = allOf({ fund, receipt, member })
  const title = () => { const found = receipt(); return found ? words().titleOf(found.book, found.number) : '' }
  onArrival(title)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.member(slug(), all().member.id)}>{all().member.name}</a>}>
          <h1 class="only-screen" tabindex="-1">{title()}</h1>
          <div class="receipt-sheets">
            <ReceiptPaper fund={all().fund.name[language()]} member={all().member} receipt={all().receipt} which={words().original} />
            <div class="receipt-copy only-paper"><ReceiptPaper fund={all().fund.name[language()]} member={all().member} receipt={all().receipt} which={words().copy} /></div>
          </div>
          <Show when={all().receipt.can.includes('void')}><Voiding fund={slug()} receipt={id()} /></Show>
          <Foot>
            <ButtonLink quiet href={paths.receipts(slug(), all().member.id)}>{words().back}</ButtonLink>
            <Button icon="printer" onClick={() => { void print() }}>{words().print}</Button>
          </Foot>
        </Page>
      )}
    </Show>
  )
}

function Voiding(props: { fund: string; receipt: string }) {
  const [reason, setReason] = createSignal('')
  const { send, busy, faults, errorAt } = useSending(() => ({ reason: words().reason }), 'reason')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => voidReceipt(props.fund, props.receipt, reason()), () => {
      void revalidate([getReceipt.key, getReceipts.key, getPassbook.key, getArrears.key, getCollection.key, getEntitlements.key])
      document.querySelector<HTMLElement>('h1')?.focus()
    })
  }
  return (
    <div class="only-screen">
      <Sheet>
        <Fold label={words().toVoid}>
          <form class="receipt-voiding" onSubmit={save} noValidate>
            <p>{unbroken(words().voidIntro)}</p>
            <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
            <TextField asking={{ id: 'reason', label: words().reason, hint: words().reasonHint, error: errorAt('reason') }} value={reason()} onInput={setReason} />
            <Button submit quiet>{busy() ? words().saving : words().voidNow}</Button>
          </form>
        </Fold>
      </Sheet>
    </div>
  )
}

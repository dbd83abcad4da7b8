import './member.css'
import { createAsync, revalidate, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import type { Day } from '../../../plugins/kit/day.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { getCollection, getEntitlements } from '../../api-claims.ts'
import { getMember, getPassbook, receive, type Member, type Passbook } from '../../api-members.ts'
import { getArrears, getReceipts } from '../../api-receipts.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { members as en } from '../../text/en/members.ts'
import { receipts as enReceipts } from '../../text/en/receipts.ts'
import { members as th } from '../../text/th/members.ts'
import { receipts as thReceipts } from '../../text/th/receipts.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { wholeDay } from '../../ui/moment.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { allotmentOf } from './member-allotment.ts'
import { dayFault } from './member-beginning.tsx'
import { monthName } from './member-instalment.ts'

const words = inLanguage({ th, en })
const receipt = inLanguage({ th: thReceipts, en: enReceipts })
const SATANG = 100

const satang = (baht: number | undefined) => Math.round((baht || 0) * SATANG)

/** Money is taken in from a member, on one receipt. */
export default function PaymentScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const id = () => props.params['member'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const member = createAsync(() => getMember(slug(), id()))
  const passbook = createAsync(() => getPassbook(slug(), id()))
  const all = allOf({ fund, member, passbook })
  onArrival(() => `${words().payTitle} · ${member()?.name ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.member(slug(), id())}>{all().member.name}</a>}>
          <Receipt fund={slug()} member={all().member} passbook={all().passbook} />
        </Page>
      )}
    </Show>
  )
}

/** What a member who is behind would pay to be even, in instalments or by a daily plan in days; one for anybody else. */
function dueNow({ plan, arrearsSatang, instalmentsMissed }: Passbook): number | undefined {
  return plan && Math.max(1, plan.every === 'day' ? arrearsSatang / plan.amountSatang : instalmentsMissed)
}

/** What the instalment that begins on a day is called: by its month, or by that day. */
const beginning = ({ plan }: Passbook, from: Day) => (plan?.every === 'month' || plan?.every === 'day' ? monthName(from, language()) : wholeDay(from, language()))

function Receipt(props: { fund: string; member: Member; passbook: Passbook }) {
  const navigate = useNavigate()
  // Made with the form: however often it is sent, the money is taken in once.
  const key = crypto.randomUUID()
  const [book, setBook] = createSignal('')
  const [number, setNumber] = createSignal('')
  const [receivedOn, setReceivedOn] = createSignal<Day | 'none' | undefined>(props.passbook.today)
  const [instalments, setInstalments] = createSignal<number | undefined>(dueNow(props.passbook))
  const [entryFee, setEntryFee] = createSignal<number | undefined>()
  const [other, setOther] = createSignal<number | undefined>()
  const [payer, setPayer] = createSignal('')
  const [allotment] = createResource(() => instalments() || undefined, (count) => allotmentOf(props.fund, props.member.id, count))
  const isDaily = () => props.passbook.plan?.every === 'day'
  const paidFor = () => (instalments() ? allotment.latest : undefined)
  const sumSatang = () => (paidFor()?.totalSatang ?? 0) + satang(entryFee()) + satang(other())
  const names = () => ({
    book: words().bookLabel, number: words().receiptNumber, receivedOn: words().receivedOn, instalments: isDaily() ? words().days : words().instalments, totalSatang: words().sum,
    entryFeeSatang: receipt().entryFeeLabel, otherSatang: receipt().otherLabel, payer: receipt().payer,
  })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'number')

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (allotment.loading) return // the button says so
    const [day, count] = [receivedOn(), instalments() ?? 0]
    const unread = (['instalments', 'entryFeeSatang', 'otherSatang'] as const).filter((_, at) => Number.isNaN([count, entryFee(), other()][at]))
    if (day === undefined || day === 'none') return setFaults([dayFault('receivedOn', words().receivedOn, day)])
    if (unread.length > 0) return setFaults(unread.map((id) => ({ id, name: names()[id], error: words().noNumber })))
    if (count === 0 && !entryFee() && !other()) return setFaults([{ id: props.passbook.plan ? 'instalments' : 'entryFeeSatang', name: words().sum, error: receipt().nothing }])
    const money = { ...(entryFee() && { entryFeeSatang: satang(entryFee()) }), ...(other() && { otherSatang: satang(other()) }) }
    const paid = { book: book(), number: number(), receivedOn: day, instalments: count, ...money, ...(payer().trim() !== '' && { payer: payer() }), totalSatang: sumSatang() }
    void send(() => receive(props.fund, props.member.id, key, paid), ({ id }) => {
      void revalidate([getPassbook.key, getReceipts.key, getArrears.key, getCollection.key, getEntitlements.key])
      navigate(paths.paid(props.fund, props.member.id, id))
    })
  }
  const more = () => (
    <div class="member-form">
      <NumberField asking={{ id: 'entryFeeSatang', label: receipt().entryFeeLabel, error: errorAt('entryFeeSatang') }} value={entryFee()} unit={words().baht} step={10} scale={2} onInput={setEntryFee} />
      <NumberField asking={{ id: 'otherSatang', label: receipt().otherLabel, error: errorAt('otherSatang') }} value={other()} unit={words().baht} step={10} scale={2} onInput={setOther} />
      <TextField asking={{ id: 'payer', label: receipt().payer, hint: receipt().payerHint, error: errorAt('payer') }} value={payer()} onInput={setPayer} />
    </div>
  )
  return (
    <form class="member-form" onSubmit={save} noValidate>
      <header><h1 tabindex="-1">{words().payTitle}</h1><p class="small">{props.member.name} · {words().number(props.member.number)}</p></header>
      <Sheet roomy>
        <div class="member-form">
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
          <Show when={props.passbook.plan} fallback={more()}>
            <NumberField
              asking={{ id: 'instalments', label: names().instalments, hint: props.passbook.oldestUnpaidFrom && words().startsFrom(beginning(props.passbook, props.passbook.oldestUnpaidFrom)), error: errorAt('instalments') ?? paidFor()?.refusal }}
              value={instalments()} unit={isDaily() ? words().dayUnit : words().instalmentUnit} step={1} onInput={setInstalments}
            />
            <p class="member-covers" role="status"><Show when={!allotment.loading} fallback={receipt().counting}>{paidFor()?.covers}</Show></p>
            <Fold label={receipt().more}>{more()}</Fold>
          </Show>
          <p class="member-sum"><span>{words().sum}</span><output class="figure" id="totalSatang">{formatAmount(sumSatang())} {words().baht}</output></p>
          <div class="member-pair">
            <TextField asking={{ id: 'book', label: words().bookLabel, error: errorAt('book') }} value={book()} onInput={setBook} />
            <TextField asking={{ id: 'number', label: words().receiptNumber, error: errorAt('number') }} value={number()} onInput={setNumber} />
          </div>
          <DayField asking={{ id: 'receivedOn', label: words().receivedOn, error: errorAt('receivedOn') }} value={receivedOn()} onInput={setReceivedOn} />
        </div>
      </Sheet>
      <Foot>
        <ButtonLink quiet href={paths.member(props.fund, props.member.id)}>{words().back}</ButtonLink>
        <Button submit>{busy() ? words().saving : allotment.loading ? receipt().counting : words().takeIn(formatAmount(sumSatang()))}</Button>
      </Foot>
    </form>
  )
}

import './member.css'
import { createAsync, revalidate, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { Day } from '../../../plugins/kit/day.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { getMember, getPassbook, receive, type Member, type Passbook } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { dayFault } from './member-beginning.tsx'
import { monthName } from './member-instalment.ts'

const words = inLanguage({ th, en })

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

function Receipt(props: { fund: string; member: Member; passbook: Passbook }) {
  const navigate = useNavigate()
  // Made with the form: however often it is sent, the money is taken in once.
  const key = crypto.randomUUID()
  const [book, setBook] = createSignal('')
  const [number, setNumber] = createSignal('')
  const [receivedOn, setReceivedOn] = createSignal<Day | 'none' | undefined>(props.passbook.today)
  const [instalments, setInstalments] = createSignal<number | undefined>(Math.max(1, props.passbook.instalmentsMissed))
  const isDaily = () => props.passbook.plan?.every === 'day'
  const sumSatang = () => (instalments() || 0) * (props.passbook.plan?.amountSatang ?? 0)
  const names = () => ({ book: words().bookLabel, number: words().receiptNumber, receivedOn: words().receivedOn, instalments: isDaily() ? words().days : words().instalments, totalSatang: words().sum })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'number')

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const [day, count] = [receivedOn(), instalments()]
    if (day === undefined || day === 'none') return setFaults([dayFault('receivedOn', words().receivedOn, day)])
    if (count === undefined || Number.isNaN(count)) return setFaults([{ id: 'instalments', name: names().instalments, error: words().noNumber }])
    const receipt = { book: book(), number: number(), receivedOn: day, instalments: count, totalSatang: sumSatang() }
    void send(() => receive(props.fund, props.member.id, key, receipt), () => {
      void revalidate(getPassbook.key)
      navigate(paths.member(props.fund, props.member.id))
    })
  }
  return (
    <form class="member-form" onSubmit={save} noValidate>
      <header><h1 tabindex="-1">{words().payTitle}</h1><p class="small">{props.member.name} · {words().number(props.member.number)}</p></header>
      <Sheet roomy>
        <div class="member-form">
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
          <NumberField
            asking={{ id: 'instalments', label: names().instalments, hint: props.passbook.oldestUnpaidFrom && words().startsFrom(monthName(props.passbook.oldestUnpaidFrom, language())), error: errorAt('instalments') }}
            value={instalments()} unit={isDaily() ? words().dayUnit : words().instalmentUnit} step={1} onInput={setInstalments}
          />
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
        <Button submit>{busy() ? words().saving : words().takeIn(formatAmount(sumSatang()))}</Button>
      </Foot>
    </form>
  )
}

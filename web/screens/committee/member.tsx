import './member.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show, type JSX } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { durationBetween, formatDuration } from '../../../plugins/kit/duration.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { getMember, getPassbook, type Member, type Passbook } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { PassbookPage } from '../../ui/passbook.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { unbroken } from '../../ui/thai.ts'
import { Acceptance, PayingPlan } from './member-beginning.tsx'
import { CitizenIdLine } from './member-citizen-id.tsx'
import { MemberClaims, MemberEntitlements } from './member-entitlements.tsx'
import { instalmentName } from './member-instalment.ts'

const words = inLanguage({ th, en })

/** One member's page: who it is, the passbook, and what the register says. */
export default function MemberScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const id = () => props.params['member'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const member = createAsync(() => getMember(slug(), id()))
  const passbook = createAsync(() => getPassbook(slug(), id()))
  const all = allOf({ fund, member, passbook })
  onArrival(() => `${member()?.name ?? ''} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.members(slug())}>{words().title}</a>} beside>
          <Pages fund={slug()} member={all().member} passbook={all().passbook} />
        </Page>
      )}
    </Show>
  )
}

function Pages(props: { fund: string; member: Member; passbook: Passbook }) {
  const joinedOn = () => props.member.statuses.findLast(({ memberFromOn }) => memberFromOn !== undefined)?.memberFromOn
  const isMember = () => props.member.standing === 'member'
  const standing = () => {
    const since = joinedOn()
    if (!isMember() || since === undefined || since > props.passbook.today) return words().standing[props.member.standing]
    const { years, months, days } = durationBetween(since, props.passbook.today, 'calendar')
    return words().memberFor(formatDuration(years + months > 0 ? { years, months } : { days }, language()))
  }
  const facts = () => [words().number(props.member.number), props.member.centre?.name, standing()].filter((fact) => fact !== undefined).join(' · ')
  return (
    <>
      <div class="member-pages">
        <header><h1 tabindex="-1">{props.member.name}</h1><p class="small">{facts()}</p></header>
        <Show when={['applicant', 'refused'].includes(props.member.standing)}><Acceptance fund={props.fund} member={props.member} today={props.passbook.today} /></Show>
        <Show when={isMember() && !props.passbook.plan}><PayingPlan fund={props.fund} member={props.member} from={joinedOn() ?? props.passbook.today} /></Show>
        <Show when={isMember() && props.passbook.plan}><Foot><ButtonLink icon="hand-coins" href={paths.payment(props.fund, props.member.id)}>{words().pay}</ButtonLink></Foot></Show>
        <Show when={isMember()}><MemberEntitlements fund={props.fund} member={props.member} /></Show>
        <Show when={props.passbook.plan}>{(plan) => <Book passbook={props.passbook} plan={plan()} />}</Show>
      </div>
      <div class="member-pages">
        <Show when={joinedOn()}><MemberClaims fund={props.fund} member={props.member.id} /></Show>
        <Record fund={props.fund} member={props.member} />
      </div>
    </>
  )
}

function Book(props: { passbook: Passbook; plan: NonNullable<Passbook['plan']> }) {
  const lines = () => props.passbook.lines.map((line) => ({
    label: instalmentName(line, language()),
    amount: formatAmount(line.amountSatang),
    state: line.state,
    word: words().state[line.state],
    note: line.receipts.map(({ book, number }) => words().receipt(book, number)).join(', ') || undefined,
  }))
  return (
    <PassbookPage
      title={words().book} lines={lines()}
      below={<><p>{words().pays(words().every[props.plan.every], formatAmount(props.plan.amountSatang))} · {words().paidSoFar(props.passbook.instalmentsPaid, formatAmount(props.passbook.paidSatang))}</p><Arrears passbook={props.passbook} /></>}
    />
  )
}

function Arrears(props: { passbook: Passbook }) {
  const lapse = (day: string) => (day > props.passbook.today ? words().lapses : words().lapsed)(formatDay(day, language(), 'long'))
  return (
    <Show when={props.passbook.instalmentsMissed > 0}>
      <p class="member-arrears">
        {words().arrears(props.passbook.instalmentsMissed, formatAmount(props.passbook.arrearsSatang))}
        <Show when={props.passbook.lapsesOn}>{(day) => <> · {unbroken(lapse(day()))}</>}</Show>
      </p>
    </Show>
  )
}

function Record(props: { fund: string; member: Member }) {
  const day = (on: string) => formatDay(on, language(), 'long')
  return (
    <aside aria-label={words().record}>
      <Sheet>
        <h2>{words().record}</h2>
        <dl class="member-record">
          <Fact name={words().bornOn}>{props.member.bornOn && day(props.member.bornOn)}</Fact>
          <Fact name={words().sex}>{props.member.sex && words().sexes[props.member.sex]}</Fact>
          <Fact name={words().phone}>{props.member.phone}</Fact>
          <Fact name={words().address}>{props.member.address}</Fact>
          <CitizenIdLine fund={props.fund} member={props.member} />
          <Show when={props.member.household.length > 0}>
            <Fact name={words().household}><For each={props.member.household}>{({ id, name }) => <a class="member-kin" href={paths.member(props.fund, id)}>{name}</a>}</For></Fact>
          </Show>
          <Fact name={words().beneficiaries}>{props.member.beneficiaries.map(({ name, relation }) => `${name} (${relation})`).join(', ')}</Fact>
        </dl>
        <h3>{words().history}</h3>
        <ol class="member-history">
          <For each={props.member.statuses}>
            {(status) => <li>{day(status.memberFromOn ?? status.happenedOn)} · {words().kind[status.kind]}<Show when={status.resolution}>{(resolution) => <span class="small"> {words().resolution(resolution().number)}</span>}</Show></li>}
          </For>
        </ol>
      </Sheet>
    </aside>
  )
}

/** What is not recorded is said, not left out: it is the next thing to ask for. */
function Fact(props: { name: string; children: JSX.Element }) {
  return <div><dt class="small">{props.name}</dt><dd>{props.children || <span class="small">{words().notRecorded}</span>}</dd></div>
}

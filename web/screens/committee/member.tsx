import './member.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show, type JSX } from 'solid-js'
import { formatDay, type Day } from '../../../plugins/kit/day.ts'
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
import { MemberActs } from './member-acts.tsx'
import { Acceptance } from './member-beginning.tsx'
import { CitizenIdLine } from './member-citizen-id.tsx'
import { MemberClaims, MemberEntitlements } from './member-entitlements.tsx'
import { bookLines } from './member-instalment.ts'
import { ChangedPlan, PayingPlan, planWords } from './member-plan.tsx'
import { Standing } from './member-standing.tsx'
import { ReceiptWritten } from './receipt-written.tsx'

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
          <Pages fund={slug()} member={all().member} passbook={all().passbook} receipt={String(props.location.query['receipt'] ?? '')} />
        </Page>
      )}
    </Show>
  )
}

function Pages(props: { fund: string; member: Member; passbook: Passbook; receipt: string }) {
  const joinedOn = () => props.member.statuses.findLast(({ memberFromOn }) => memberFromOn !== undefined)?.memberFromOn
  const isMember = () => props.member.standing === 'member'
  const standing = () => {
    const since = joinedOn()
    if (!isMember() || since === undefined) return words().standing[props.member.standing]
    if (since > props.passbook.today) return words().memberFrom(formatDay(since, language(), 'long'))
    const { years, months, days } = durationBetween(since, props.passbook.today, 'calendar')
    return words().memberFor(formatDuration(years + months > 0 ? { years, months } : { days }, language())).replaceAll(' ', '\u00a0')
  }
  const facts = () => [words().number(props.member.number), props.member.centre?.name, standing()].filter((fact) => fact !== undefined).join(' · ')
  return (
    <>
      <div class="member-pages">
        <header><h1 tabindex="-1">{props.member.name}</h1><p class="small">{facts()}</p></header>
        <Show when={props.receipt}>{(receipt) => <ReceiptWritten fund={props.fund} receipt={receipt()} />}</Show>
        <Show when={props.member.can.includes('accept') && joinedOn() === undefined}><Acceptance fund={props.fund} member={props.member} today={props.passbook.today} /></Show>
        <Show when={props.member.can.includes('set-plan') && !props.passbook.plan}><PayingPlan fund={props.fund} member={props.member} from={joinedOn() ?? props.passbook.today} /></Show>
        <Show when={isMember() && props.member.can.includes('receive-payment') && props.passbook.plan}><Foot><ButtonLink icon="hand-coins" href={paths.payment(props.fund, props.member.id)}>{words().pay}</ButtonLink></Foot></Show>
        <Show when={isMember()}><MemberEntitlements fund={props.fund} member={props.member} /></Show>
        <Show when={props.passbook.plan}>{(plan) => <Book fund={props.fund} member={props.member} passbook={props.passbook} plan={plan()} />}</Show>
      </div>
      <div class="member-pages">
        <Show when={joinedOn()}><MemberClaims fund={props.fund} member={props.member.id} /></Show>
        <Record fund={props.fund} member={props.member} today={props.passbook.today} />
      </div>
    </>
  )
}

function Book(props: { fund: string; member: Member; passbook: Passbook; plan: NonNullable<Passbook['plan']> }) {
  return (
    <PassbookPage
      title={words().book} lines={bookLines(props.passbook)}
      foot={
        <>
          <Show when={props.passbook.next}>{(next) => <ButtonLink quiet href={paths.passbook(props.fund, props.member.id, { before: next() })}>{words().earlier}</ButtonLink>}</Show>
          <ButtonLink quiet icon="printer" href={paths.passbook(props.fund, props.member.id)}>{words().onPaper}</ButtonLink>
        </>
      }
      below={<><p>{planWords(props.passbook, props.plan)} · {words().paidSoFar(props.passbook.instalmentsPaid, formatAmount(props.passbook.paidSatang))}</p><Arrears passbook={props.passbook} /><Show when={props.member.can.includes('set-plan')}><ChangedPlan fund={props.fund} member={props.member} passbook={props.passbook} plan={props.plan} /></Show></>}
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

function Record(props: { fund: string; member: Member; today: Day }) {
  const day = (on: string) => formatDay(on, language(), 'long')
  return (
    <aside class="member-pages" aria-label={words().record}>
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
          <Fact name={words().beneficiaries}>{props.member.beneficiaries.map(({ name, relation, phone }) => [`${name} (${relation})`, phone].filter(Boolean).join(' ')).join(', ')}</Fact>
        </dl>
        <div class="member-ways">
          <Show when={props.member.can.includes('edit')}><ButtonLink quiet href={paths.editMember(props.fund, props.member.id)}>{words().edit}</ButtonLink></Show>
          <ButtonLink quiet href={paths.receipts(props.fund, props.member.id)}>{words().receipts}</ButtonLink>
        </div>
      </Sheet>
      <Standing fund={props.fund} member={props.member} today={props.today} />
      <MemberActs fund={props.fund} member={props.member.id} />
    </aside>
  )
}

/** What is not recorded is said, not left out: it is the next thing to ask for. */
function Fact(props: { name: string; children: JSX.Element }) {
  return <div><dt class="small">{props.name}</dt><dd>{props.children || <span class="small">{words().notRecorded}</span>}</dd></div>
}

import './receipts.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { getMember, type Member } from '../../api-members.ts'
import { getReceipts, type Receipt, type Receipts } from '../../api-receipts.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { receipts as en } from '../../text/en/receipts.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { receipts as th } from '../../text/th/receipts.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { lineName } from './receipt-lines.ts'

const words = inLanguage({ th, en })
const register = inLanguage({ th: thMembers, en: enMembers })

/** The receipts of a member, newest first, a page at a time. */
export default function ReceiptsScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const id = () => props.params['member'] ?? ''
  const before = () => String(props.location.query['before'] ?? '')
  const fund = createAsync(() => getFund(slug()))
  const member = createAsync(() => getMember(slug(), id()))
  const page = createAsync(() => getReceipts(slug(), id(), before()))
  const all = allOf({ fund, member, page: () => page.latest })
  onArrival(() => `${words().title} · ${member()?.name ?? ''}`, before)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.member(slug(), id())}>{all().member.name}</a>}>
          <header><h1 tabindex="-1">{words().title}</h1><p class="small">{all().member.name} · {register().number(all().member.number)}</p></header>
          <Written fund={slug()} member={all().member} page={all().page} before={before()} />
        </Page>
      )}
    </Show>
  )
}

function Written(props: { fund: string; member: Member; page: Receipts; before: string }) {
  return (
    <>
      <Sheet>
        <Show when={props.page.receipts.length > 0} fallback={<div role="status"><h2>{words().none}</h2><p>{words().noneYet}</p></div>}>
          <ul class="receipts"><For each={props.page.receipts}>{(receipt) => <Row fund={props.fund} receipt={receipt} />}</For></ul>
        </Show>
      </Sheet>
      <div class="receipts-ways">
        <Show when={props.before !== ''}><ButtonLink quiet href={paths.receipts(props.fund, props.member.id)}>{words().newest}</ButtonLink></Show>
        <Show when={props.page.next}>{(next) => <ButtonLink quiet href={paths.receipts(props.fund, props.member.id, { before: next() })}>{words().older}</ButtonLink>}</Show>
      </div>
      <Show when={props.member.can.includes('receive-payment')}>
        <Foot><ButtonLink icon="hand-coins" href={paths.payment(props.fund, props.member.id)}>{register().pay}</ButtonLink></Foot>
      </Show>
    </>
  )
}

/** Voided ones stay to be seen, struck out. */
function Row(props: { fund: string; receipt: Receipt }) {
  const sum = () => formatAmount(props.receipt.totalSatang)
  const place = () => words().place(props.receipt.book, props.receipt.number)
  return (
    <li>
      <a class="receipts-row" href={paths.receipt(props.fund, props.receipt.id)}>
        <span class="receipts-day">{formatDay(props.receipt.receivedOn, language(), 'long')}</span>
        <span class="receipts-sum figure"><Show when={props.receipt.voided} fallback={sum()}><del>{sum()}</del></Show></span>
        <span class="small"><Show when={props.receipt.voided} fallback={place()}><del>{place()}</del></Show> · {props.receipt.lines.map(lineName).join(', ')}</span>
        <Show when={props.receipt.voided}>{(voided) => <span class="receipts-void">{words().voided(formatDay(voided().on, language(), 'long'), voided().reason)}</span>}</Show>
        <Icon name="caret-right" />
      </a>
    </li>
  )
}

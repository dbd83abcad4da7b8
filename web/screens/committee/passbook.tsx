import './passbook-paper.css'
import './receipts.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { addDays, formatDay } from '../../../plugins/kit/day.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { getMember, getPassbook, type Member, type Passbook } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { receipts as en } from '../../text/en/receipts.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { receipts as th } from '../../text/th/receipts.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { digits, print } from '../../ui/paper.ts'
import { PassbookPage } from '../../ui/passbook.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { bookLines, daysName, instalmentName } from './member-instalment.ts'

const words = inLanguage({ th, en })
const register = inLanguage({ th: thMembers, en: enMembers })

/** The whole passbook, a page at a time: on the screen newest first, on paper oldest first as the booklet is. */
export default function PassbookScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const id = () => props.params['member'] ?? ''
  const before = () => String(props.location.query['before'] ?? '')
  const fund = createAsync(() => getFund(slug()))
  const member = createAsync(() => getMember(slug(), id()))
  const page = createAsync(() => getPassbook(slug(), id(), before()))
  const all = allOf({ fund, member, passbook: () => page.latest })
  onArrival(() => `${register().book} · ${member()?.name ?? ''}`, before)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.member(slug(), id())}>{all().member.name}</a>}>
          <header class="only-screen"><h1 tabindex="-1">{register().book}</h1><p class="small">{all().member.name} · {register().number(all().member.number)}</p></header>
          <Show when={all().passbook.lines.length > 0} fallback={<Sheet><div role="status"><h2>{words().noBook}</h2><p>{words().noBookYet}</p></div></Sheet>}>
            <div class="only-screen"><PassbookPage title={span(all().passbook)} lines={bookLines(all().passbook)} below={register().paidSoFar(all().passbook.instalmentsPaid, formatAmount(all().passbook.paidSatang))} /></div>
            <Paper fund={all().fund.name[language()]} member={all().member} passbook={all().passbook} />
          </Show>
          <div class="receipts-ways only-screen">
            <Show when={before() !== ''}><ButtonLink quiet href={paths.passbook(slug(), id())}>{words().latest}</ButtonLink></Show>
            <Show when={all().passbook.next}>{(next) => <ButtonLink quiet href={paths.passbook(slug(), id(), { before: next() })}>{words().earlier}</ButtonLink>}</Show>
          </div>
          <Foot>
            <ButtonLink quiet href={paths.member(slug(), id())}>{words().back}</ButtonLink>
            <Show when={all().passbook.lines.length > 0}><Button icon="printer" onClick={() => { void print() }}>{words().printBook}</Button></Show>
          </Foot>
        </Page>
      )}
    </Show>
  )
}

/** From the oldest instalment of the page to the newest. */
function span({ lines }: Passbook): string {
  const [oldest, newest] = [lines.at(-1), lines[0]]
  if (!oldest || !newest) return ''
  const byMonth = [oldest, newest].every(({ every }) => every === 'month' || every === 'day')
  if (!byMonth) return daysName(oldest.from, addDays(newest.until, -1), language())
  return [...new Set([oldest, newest].map((line) => instalmentName(line, language())))].join(' – ')
}

function Paper(props: { fund: string; member: Member; passbook: Passbook }) {
  const lines = () => props.passbook.lines.toReversed()
  const day = (on: string) => digits(formatDay(on, language(), 'short'))
  const columns = () => Object.values(words().columns)
  return (
    <article class="passbook-paper only-paper">
      <header>
        <p>{props.fund}</p>
        <p class="passbook-paper-title">{words().passbook}</p>
        <p>{props.member.name} · {digits(words().ofMember(props.member.number))}</p>
      </header>
      <table>
        <thead><tr><For each={columns()}>{(column) => <th scope="col">{column}</th>}</For></tr></thead>
        <tbody>
          <For each={lines()}>
            {(line) => (
              <tr>
                <td>{line.number}</td>
                <td>{digits(instalmentName(line, language()))}</td>
                <td class="passbook-paper-sum">{formatAmount(line.amountSatang)}</td>
                <td>{register().state[line.state]}</td>
                <td>{[...new Set(line.receipts.map(({ receivedOn }) => day(receivedOn)))].join(', ')}</td>
                <td>{line.receipts.map(({ book, number }) => digits(`${book}/${number}`)).join(', ')}</td>
                <td />
                <td />
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <footer><span>{digits(register().paidSoFar(props.passbook.instalmentsPaid, formatAmount(props.passbook.paidSatang)))}</span><span>{digits(words().printedOn(formatDay(props.passbook.today, language(), 'long')))}</span></footer>
    </article>
  )
}

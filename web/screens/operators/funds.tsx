import './operators.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { formatDay, type Day } from '../../../plugins/kit/day.ts'
import { getOperatedFunds, type OperatedFund, type OperatedFunds } from '../../api-operator.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { operator as en } from '../../text/en/operator.ts'
import { operator as th } from '../../text/th/operator.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { dayOf } from '../../ui/moment.ts'
import { Foot, Page } from '../../ui/page.tsx'
import { NoneFound, Search } from '../../ui/search.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Table } from '../../ui/table.tsx'

const words = inLanguage({ th, en })

/** The funds of the host, a page at a time; what was typed to find one stands in the address. */
export default function OperatedFundsScreen(props: RouteSectionProps) {
  const navigate = useNavigate()
  const typed = () => String(props.location.query['q'] ?? '')
  const after = () => String(props.location.query['after'] ?? '')
  const page = createAsync(() => getOperatedFunds(typed(), after()))
  onArrival(() => `${words().title} · ${words().host}`)
  return (
    <Show when={page.latest}>
      {(page) => (
        <Page title={words().host} href={paths.operator()} below={words().title}>
          <div class="operators-head">
            <h1 tabindex="-1">{words().title}</h1>
            <Foot><ButtonLink icon="plus" href={paths.newFund()}>{words().add}</ButtonLink></Foot>
          </div>
          <Search words={words()} typed={typed()} onSearch={(q) => navigate(paths.operator({ q }))} />
          <Show when={page().funds.length > 0} fallback={<NoFunds typed={typed()} />}><Found typed={typed()} page={page()} /></Show>
        </Page>
      )}
    </Show>
  )
}

function Found(props: { typed: string; page: OperatedFunds }) {
  const networks = () => new Set(props.page.funds.map(({ network }) => network.slug)).size
  return (
    <>
      <Sheet>
        <Table
          caption={words().title} rows={props.page.funds}
          columns={[
            { label: words().fund, cell: (fund) => <a class="operators-name" href={paths.operatedFund(fund.slug)}>{fund.name[language()]}</a> },
            { label: words().government, cell: (fund) => fund.localGovernment[language()] },
            ...(networks() > 1 ? [{ label: words().network, cell: (fund: OperatedFund) => fund.network.name[language()] }] : []),
            { label: words().inForce, cell: (fund) => <Rules {...fund} /> },
            { label: words().administrators, cell: (fund) => <Administrators count={fund.administrators} /> },
            { label: words().state, cell: (fund) => <State fund={fund} /> },
          ]}
        />
      </Sheet>
      <Show when={props.page.next}>{(next) => <ButtonLink quiet href={paths.operator({ q: props.typed, after: next() })}>{words().more}</ButtonLink>}</Show>
    </>
  )
}

const short = (day: Day) => formatDay(day, language(), 'short')

/** Since when a fund has rules, or from when. */
export function Rules(props: { inForceFrom?: Day | undefined; nextFrom?: Day | undefined }) {
  return (
    <Show when={props.inForceFrom} fallback={<span class="operators-ask">{props.nextFrom === undefined ? words().noRules : words().nextFrom(short(props.nextFrom))}</span>}>
      {(from) => short(from())}
    </Show>
  )
}

/** How many administrators can sign in; none is something to do. */
function Administrators(props: { count: number }) {
  return <Show when={props.count > 0} fallback={<span class="operators-ask">{words().noAdministrator}</span>}>{words().people(props.count)}</Show>
}

function State(props: { fund: OperatedFund }) {
  return <Show when={props.fund.suspension} fallback={<span class="operators-open">{words().open}</span>}>{(closed) => <span class="operators-closed">{words().closedSince(short(dayOf(closed().at)))}</span>}</Show>
}

function NoFunds(props: { typed: string }) {
  return <NoneFound words={words()} typed={props.typed}><Show when={props.typed !== ''}><ButtonLink quiet href={paths.operator()}>{words().all}</ButtonLink></Show></NoneFound>
}

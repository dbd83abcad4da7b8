import './funds.css'
import { createAsync, revalidate, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { formatDay, type Day } from '../../../plugins/kit/day.ts'
import type { Category } from '../../../plugins/kit/pack.ts'
import type { FundsOfNetwork } from '../../api.ts'
import { getInvited } from '../../api-guests.ts'
import { getFundsOf } from '../../api-network.ts'
import { onArrival } from '../../arrival.ts'
import { beside } from '../../beside.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { categories as enCategories } from '../../text/en/categories.ts'
import { network as en } from '../../text/en/network.ts'
import { categories as thCategories } from '../../text/th/categories.ts'
import { network as th } from '../../text/th/network.ts'
import { Button } from '../../ui/button.tsx'
import { categoryIcon } from '../../ui/category-icon.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { InvitedDrafts } from './invited-drafts.tsx'

const words = inLanguage({ th, en })
const kinds = inLanguage({ th: thCategories, en: enCategories })

type Fund = FundsOfNetwork['funds'][number]

/** What a fund can be looked through for. "Other" is no kind that could be missing. */
const KINDS = (Object.keys(categoryIcon) as Category[]).filter((kind) => kind !== 'other') // the record has every kind

const offeredBy = ({ notice }: Fund): Category[] => [...new Set(notice?.benefits.map(({ category }) => category))]

/** The funds of tambons and municipalities, which are to cover the province; the network's own stands apart. */
const ofAreas = ({ funds }: FundsOfNetwork) => funds.filter(({ kind }) => kind !== 'network')

/** A province's funds: what each offers, since when, and what none of its rules covers, as on the day in the address. */
export default function NetworkFunds(props: RouteSectionProps) {
  const slug = () => props.params['network'] ?? ''
  const on = () => String(props.location.query['on'] ?? '')
  const listed = createAsync(() => getFundsOf(slug(), on()))
  const invited = beside(() => getInvited(slug()))
  onArrival(() => `${words().title} · ${listed()?.network.name[language()] ?? ''}`)
  return (
    <Show when={listed.latest}>
      {(listed) => (
        <Page title={listed().network.name[language()]} href={paths.network(slug())} below={words().title}>
          <Show when={listed().funds.length > 0} fallback={<NoFunds />}>
            <div>
              <h1 tabindex="-1">{words().title}</h1>
              <p>{words().sum(formatDay(listed().on, language(), 'long'), ofAreas(listed()).length, ofAreas(listed()).filter(({ notice }) => notice).length)}</p>
            </div>
            <InvitedDrafts network={slug()} drafts={invited()} />
            <Funds funds={ofAreas(listed())} />
            <Own funds={listed().funds.filter(({ kind }) => kind === 'network')} />
            <Nowhere funds={ofAreas(listed())} />
            <Show when={listed().on} keyed>{(day) => <OnDay network={slug()} day={day} />}</Show>
          </Show>
        </Page>
      )}
    </Show>
  )
}

function OnDay(props: { network: string; day: Day }) {
  const navigate = useNavigate()
  const [day, setDay] = createSignal<Day | 'none' | undefined>(props.day)
  const [fault, setFault] = createSignal<Fault>()
  const look = (event: SubmitEvent) => {
    event.preventDefault()
    const chosen = day()
    if (chosen === undefined || chosen === 'none') return setFault({ id: 'on', name: words().on, error: chosen === 'none' ? words().noSuchDay : words().noDay })
    setFault(undefined)
    navigate(paths.network(props.network, { on: chosen }))
  }
  return (
    <form class="network-on" onSubmit={look} noValidate>
      <Show when={fault()}>{(fault) => <Faults title={words().cannot} faults={[fault()]} />}</Show>
      <DayField asking={{ id: 'on', label: words().on, error: fault()?.error }} value={day()} onInput={setDay} />
      <Button quiet submit>{words().look}</Button>
    </form>
  )
}

function Funds(props: { funds: readonly Fund[] }) {
  return (
    <Sheet>
      <Table
        caption={words().title} rows={props.funds}
        columns={[
          { label: words().fund, cell: (fund) => <><a class="network-name" href={paths.fund(fund.slug)}>{fund.name[language()]}</a><span class="network-under">{fund.localGovernment[language()]}</span></> },
          { label: words().inForce, cell: (fund) => <Show when={fund.notice} fallback={<span class="network-ask">{words().noRules}</span>}>{(notice) => formatDay(notice().fromOn, language(), 'short')}</Show> },
          { label: words().offered, cell: (fund) => <Offered kinds={offeredBy(fund)} /> },
          { label: words().missing, cell: (fund) => <Missing kinds={KINDS.filter((kind) => !offeredBy(fund).includes(kind))} isAll={!fund.notice} /> },
        ]}
      />
    </Sheet>
  )
}

/** The network's own fund, of those who serve in the others. */
function Own(props: { funds: readonly Fund[] }) {
  return (
    <Show when={props.funds.length > 0}>
      <Sheet labelledBy="own">
        <h2 id="own">{words().own}</h2>
        <For each={props.funds}>{(fund) => <div class="network-own"><a class="network-name" href={paths.fund(fund.slug)}>{fund.name[language()]}</a><Offered kinds={offeredBy(fund)} /></div>}</For>
      </Sheet>
    </Show>
  )
}

function Offered(props: { kinds: readonly Category[] }) {
  return <Show when={props.kinds.length > 0} fallback="–"><Kinds kinds={props.kinds} /></Show>
}

function Missing(props: { kinds: readonly Category[]; isAll: boolean }) {
  return <Show when={!props.isAll} fallback="–"><Show when={props.kinds.length > 0} fallback={words().everyKind}><Kinds kinds={props.kinds} missing /></Show></Show>
}

function Kinds(props: { kinds: readonly Category[]; missing?: true }) {
  return (
    <ul class="network-kinds" classList={{ 'network-missing': props.missing === true }}>
      <For each={props.kinds}>{(kind) => <li><Show when={!props.missing}><Icon name={categoryIcon[kind]} /></Show>{kinds()[kind]}</li>}</For>
    </ul>
  )
}

/** The kinds of welfare that nobody in the province offers: what a meeting of the network could begin with. */
function Nowhere(props: { funds: readonly Fund[] }) {
  const none = () => KINDS.filter((kind) => !props.funds.some((fund) => offeredBy(fund).includes(kind)))
  return <Show when={none().length > 0}><Sheet labelledBy="nowhere"><h2 id="nowhere">{words().nowhere}</h2><Kinds kinds={none()} /></Sheet></Show>
}

function NoFunds() {
  return <Nothing title={words().none}><p>{words().noneYet}</p><Button onClick={() => { void revalidate(getFundsOf.key) }}>{words().again}</Button></Nothing>
}

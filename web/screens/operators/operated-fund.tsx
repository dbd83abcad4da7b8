import './operators.css'
import { createAsync, revalidate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { getOperatedFund, getOperatedFunds, getSuspensions, reopen, suspend, type OperatedFund, type Suspension } from '../../api-operator.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { operator as en } from '../../text/en/operator.ts'
import { operator as th } from '../../text/th/operator.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { moment } from '../../ui/moment.ts'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Rules } from './funds.tsx'
import { InviteAdministrator } from './invite-administrator.tsx'

const words = inLanguage({ th, en })
const refresh = () => { void revalidate([getOperatedFund.key, getOperatedFunds.key, getSuspensions.key]) }

/** One fund of the host: how it is, its first administrator, and whether its door is open. */
export default function OperatedFundScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getOperatedFund(slug()))
  const suspensions = createAsync(() => getSuspensions(slug()))
  const past = () => suspensions.latest?.filter(({ ended }) => ended) ?? []
  onArrival(() => `${fund()?.name[language()] ?? ''} · ${words().host}`)
  return (
    <Show when={fund()}>
      {(fund) => (
        <Page title={words().host} href={paths.operator()} below={<a href={paths.operator()}>{words().back}</a>}>
          <h1 tabindex="-1">{fund().name[language()]}</h1>
          <div class="operators-fund">
            <Sheet><Facts fund={fund()} /></Sheet>
            <Sheet>
              <Show when={fund().administrators === 0} fallback={<><h2>{words().ofTheFund}</h2><p>{words().hasAdministrator(fund().administrators)}</p></>}>
                <InviteAdministrator fund={slug()} />
              </Show>
            </Sheet>
            <Sheet><Show when={fund().suspension} fallback={<Suspend fund={slug()} />}>{(closed) => <Reopen fund={slug()} closed={closed()} />}</Show></Sheet>
            <Show when={past().length > 0}><Sheet labelledBy="suspensions"><h2 id="suspensions">{words().suspensions}</h2><Suspensions of={past()} /></Sheet></Show>
          </div>
        </Page>
      )}
    </Show>
  )
}

function Facts(props: { fund: OperatedFund }) {
  return (
    <dl class="operators-facts">
      <dt>{words().address}</dt><dd><a href={paths.fund(props.fund.slug)}>{paths.fund(props.fund.slug)}</a></dd>
      <dt>{words().network}</dt><dd>{props.fund.network.name[language()]}</dd>
      <dt>{words().government}</dt><dd>{props.fund.localGovernment[language()]}</dd>
      <dt>{words().tambons}</dt><dd>{props.fund.tambonCodes.join(', ') || words().ofNetwork}</dd>
      <dt>{words().inForce}</dt><dd><Rules {...props.fund} /></dd>
    </dl>
  )
}

function Suspend(props: { fund: string }) {
  const [reason, setReason] = createSignal('')
  const { send, busy, faults, errorAt } = useSending(() => ({ reason: words().reason }), 'reason')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => suspend(props.fund, reason()), refresh)
  }
  return (
    <form class="operators-form" onSubmit={submit} noValidate>
      <h2>{words().suspend}</h2>
      <p>{words().suspendIntro}</p>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <TextField asking={{ id: 'reason', label: words().reason, hint: words().reasonHint, error: errorAt('reason') }} value={reason()} onInput={setReason} />
      <Button quiet submit>{busy() ? words().saving : words().suspendNow}</Button>
    </form>
  )
}

function Reopen(props: { fund: string; closed: NonNullable<OperatedFund['suspension']> }) {
  const { send, busy, faults } = useSending(() => ({}), 'suspended')
  return (
    <div class="operators-form">
      <h2 id="suspended" class="operators-closed" tabindex="-1">{words().suspended}</h2>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <div><p>{props.closed.reason}</p><p class="small">{words().suspendedBy(props.closed.by, moment(props.closed.at, language()))}</p></div>
      <Button onClick={() => { void send(() => reopen(props.fund), refresh) }}>{busy() ? words().saving : words().reopen}</Button>
    </div>
  )
}

/** The times it was closed before, the latest first. */
function Suspensions(props: { of: Suspension[] }) {
  return (
    <ol class="operators-suspensions">
      <For each={props.of}>
        {({ at, by, reason, ended }) => (
          <li>
            <p>{reason}</p>
            <p class="small"><span class="clause">{words().closedBy(by, moment(at, language()))}</span> <Show when={ended}>{(opened) => <span class="clause">{words().openedBy(opened().by, moment(opened().at, language()))}</span>}</Show></p>
          </li>
        )}
      </For>
    </ol>
  )
}

import './funds.css'
import { createAsync, revalidate, type RouteDefinition } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { getFunds, type FundsOfNetwork } from '../../api.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { funds as en } from '../../text/en/funds.ts'
import { funds as th } from '../../text/th/funds.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'
import { categoryIcon } from '../../ui/category-icon.ts'

const words = inLanguage({ th, en })

export const route = { preload: () => void getFunds() } satisfies RouteDefinition

export default function Funds() {
  const networks = createAsync(() => getFunds())
  onArrival(() => words().title)
  const funds = () => networks()?.flatMap((network) => network.funds) ?? []
  const title = () => networks()?.map(({ network }) => network.name[language()]).join(' · ') || words().product
  return (
    <Show when={networks()}>
      <Page title={title()} href={paths.funds()}>
        <Show when={funds().length > 0} fallback={<NoFunds />}>
          <div class="funds-head">
            <h1 tabindex="-1">{words().title}</h1>
            <p>{words().intro}</p>
            <p><a href={paths.signIn()}>{words().signIn}</a></p>
          </div>
          <ul class="funds"><For each={funds()}>{(fund) => <li><Fund fund={fund} /></li>}</For></ul>
        </Show>
      </Page>
    </Show>
  )
}

function NoFunds() {
  return (
    <Nothing title={words().none}>
      <p>{words().noneYet}</p>
      <Button onClick={() => { void revalidate(getFunds.key) }}>{words().again}</Button>
    </Nothing>
  )
}

function Fund(props: { fund: FundsOfNetwork['funds'][number] }) {
  const offered = () => props.fund.notice?.benefits ?? []
  return (
    <Sheet>
      <h2><a class="funds-name" href={paths.fund(props.fund.slug)}>{props.fund.name[language()]}<Icon name="caret-right" /></a></h2>
      <p class="small">{props.fund.localGovernment[language()]} · {offered().length > 0 ? words().benefits(offered().length) : words().noRegulation}</p>
      <Show when={props.fund.beingFilled}><p class="small">{words().beingFilled}</p></Show>
      <Show when={offered().length > 0}>
        <ul class="funds-benefits">
          <For each={offered()}>{(benefit) => <li><Icon name={categoryIcon[benefit.category]} /><span>{benefit.title[language()]}</span></li>}</For>
        </ul>
      </Show>
    </Sheet>
  )
}

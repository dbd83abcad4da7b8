import './claims.css'
import './today.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { addDays, formatDay, type Day } from '../../../plugins/kit/day.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { getClaims, getCollection, type ClaimsPage, type Collection } from '../../api-claims.ts'
import { getArrears, type Arrears } from '../../api-receipts.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { claims as enClaims } from '../../text/en/claims.ts'
import { committee as enRooms } from '../../text/en/committee.ts'
import { today as en } from '../../text/en/today.ts'
import { claims as thClaims } from '../../text/th/claims.ts'
import { committee as thRooms } from '../../text/th/committee.ts'
import { today as th } from '../../text/th/today.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { weekdayAndDay } from '../../ui/calendar.ts'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { unbroken } from '../../ui/thai.ts'
import { ClaimRows } from './claim-rows.tsx'
import { monthName } from './member-instalment.ts'

const words = inLanguage({ th, en })
const rooms = inLanguage({ th: thRooms, en: enRooms })
const ofClaims = inLanguage({ th: thClaims, en: enClaims })

/** How far ahead a lapse is worth a telephone call. */
const CALL_DAYS = 45
const count = (number: number) => number.toLocaleString('en')

/** What waits for the committee today: claims, the month's collection, and whom to call. */
export default function Today(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const claims = createAsync(() => getClaims(slug(), { state: 'submitted' }))
  const collection = createAsync(() => getCollection(slug()))
  const arrears = createAsync(() => getArrears(slug()))
  const all = allOf({ fund, claims, collection, arrears })
  onArrival(() => `${rooms().today} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={all().fund.network.name[language()]} beside>
          <div class="today-head">
            <header><h1 tabindex="-1">{rooms().today}</h1><p class="small">{weekdayAndDay(all().fund.today, language())}</p></header>
            <ButtonLink icon="plus" href={paths.newClaim(slug())}>{ofClaims().add}</ButtonLink>
          </div>
          <Waiting fund={slug()} page={all().claims} />
          <div class="today-side">
            <Month collection={all().collection} />
            <Calls fund={slug()} arrears={all().arrears} />
          </div>
        </Page>
      )}
    </Show>
  )
}

function Waiting(props: { fund: string; page: ClaimsPage }) {
  return (
    <Sheet labelledBy="waiting">
      <div class="claims-head"><h2 id="waiting">{words().waiting}</h2><span class="claims-count">{props.page.waiting}</span></div>
      <Show when={props.page.claims.length > 0} fallback={<p>{words().noneWaiting}</p>}><ClaimRows fund={props.fund} claims={props.page.claims.slice(0, SHOWN)} /></Show>
      <p class="claims-more"><a href={paths.claims(props.fund)}>{words().allClaims}</a></p>
    </Sheet>
  )
}

const SHOWN = 8

function Month(props: { collection: Collection }) {
  const share = () => (props.collection.members === 0 ? 0 : Math.round((props.collection.paidUp / props.collection.members) * 100))
  return (
    <Sheet labelledBy="month">
      <h2 id="month">{words().collection(monthName(props.collection.fromOn, language()))}</h2>
      <Show when={props.collection.members > 0} fallback={<p>{words().noMembers}</p>}>
        <div class="today-bar" aria-hidden="true"><span style={{ width: `${share()}%` }} /></div>
        <p>{words().paidUp(count(props.collection.paidUp), count(props.collection.members))}</p>
      </Show>
      <p class="small">{words().received(formatAmount(props.collection.receivedSatang), count(props.collection.receipts))}</p>
    </Sheet>
  )
}


function Calls(props: { fund: string; arrears: Arrears }) {
  const soon = (): Day => addDays(props.arrears.today, CALL_DAYS)
  const lapsing = () => props.arrears.members.filter(({ lapsesOn }) => lapsesOn !== undefined && lapsesOn <= soon())
  const last = () => lapsing().at(-1)?.lapsesOn
  return (
    <Sheet labelledBy="calls">
      <h2 id="calls">{words().call}</h2>
      <Show when={props.arrears.count > 0} fallback={<p>{words().noneBehind}</p>}>
        <Show when={last()}>{(day) => <p>{unbroken(words().lapsing(count(lapsing().length), formatDay(day(), language(), 'long')))}</p>}</Show>
        <p class="small">{words().behind(count(props.arrears.count))}</p>
        <ButtonLink quiet icon="phone" href={paths.arrears(props.fund)}>{words().list}</ButtonLink>
      </Show>
    </Sheet>
  )
}

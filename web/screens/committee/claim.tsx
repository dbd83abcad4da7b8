import './claim.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { formatDay, type Day } from '../../../plugins/kit/day.ts'
import { formatBaht } from '../../../plugins/kit/money.ts'
import { getClaim, getClaimEvents, type Claim } from '../../api-claims.ts'
import { getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { claims as en } from '../../text/en/claims.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { claims as th } from '../../text/th/claims.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { ActList } from '../../ui/act-list.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { print } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Stamp } from '../../ui/stamp.tsx'
import { Acts } from './claim-acts.tsx'
import { claimAnswers } from './claim-answers.ts'
import { ClaimPaper } from './claim-paper.tsx'
import { ClaimSlip } from './claim-slip.tsx'
import { findingWords, lastTold } from './claim-words.ts'

const words = inLanguage({ th, en })
const ofMembers = inLanguage({ th: thMembers, en: enMembers })
const short = (day: Day) => formatDay(day, language(), 'short')

/** One claim: what was asked, what the rules say, what people decided, and what the reader may do next. */
export default function ClaimScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const claim = createAsync(() => getClaim(slug(), props.params['claim'] ?? ''))
  const all = allOf({ fund, claim: () => claim.latest })
  onArrival(() => `${claim()?.benefit.title[language()] ?? ''} · ${claim()?.member.name ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.claims(slug())}>{words().title}</a>} beside>
          <div class="claim-pages only-screen"><Asked fund={all().fund} claim={all().claim} /></div>
          <div class="claim-told only-screen">
            <Told fund={all().fund} claim={all().claim} />
            <Button quiet icon="printer" onClick={() => { void print() }}>{words().print}</Button>
          </div>
          <div class="claim-pages only-screen">
            <Acts fund={all().fund} claim={all().claim} />
            <History fund={slug()} claim={all().claim.id} />
          </div>
          <ClaimPaper fund={all().fund} claim={all().claim} />
        </Page>
      )}
    </Show>
  )
}

function Asked(props: { fund: Fund; claim: Claim }) {
  const parties = () => (['subject', 'applicant', 'payee'] as const).flatMap((party) => {
    const who = props.claim[party]
    return who ? [{ label: words()[party], value: `${who.name} (${who.relation})` }] : []
  })
  return (
    <Sheet roomy>
      <div class="claim-form">
        <header>
          <p class="small">{words().ofNumber(props.claim.number)}</p>
          <h1 tabindex="-1">{props.claim.benefit.title[language()]}</h1>
          <p><a href={paths.member(props.fund.slug, props.claim.member.id)}>{props.claim.member.name}</a></p>
          <p class="small">{ofMembers().number(props.claim.member.number)}</p>
        </header>
        <Decided claim={props.claim} />
        <dl class="claim-answers">
          <For each={[...claimAnswers(props.claim, props.fund), ...parties()]}>{({ label, value }) => <div><dt class="small">{label}</dt><dd>{value}</dd></div>}</For>
          <div><dt class="small">{words().handedInOn}</dt><dd>{formatDay(props.claim.claimedOn, language(), 'long')}</dd></div>
        </dl>
        <Show when={props.claim.certifications.length > 0}><p class="small">{words().certify}: {props.claim.certifications.map(({ name }) => name).join(', ')}</p></Show>
      </div>
    </Sheet>
  )
}

/** What people made of it: a stamp, or that it waits. */
function Decided(props: { claim: Claim }) {
  const payment = () => props.claim.payment
  return (
    <Show when={props.claim.decision} fallback={<p class="claim-why">{words().state[props.claim.state]}</p>}>
      {(decision) => (
        <div class="claim-decision">
          <Stamp
            outcome={decision().outcome === 'approved' ? words().approved(formatBaht(decision().amountSatang, language())) : words().refused}
            below={[words().resolution(decision().resolution.number), formatDay(decision().resolution.heldOn, language(), 'long')]}
          />
          <Show when={decision().reason}>{(reason) => <p>{words().because(reason())}</p>}</Show>
          <Show when={payment()}>{(paid) => <ul><For each={[words().paidOut(formatBaht(paid().amountSatang, language())), words().to(paid().payee), `${words().voucher(paid().voucherNumber)} · ${short(paid().paidOn)}`]}>{(line) => <li>{line}</li>}</For></ul>}</Show>
          <Show when={props.claim.takenBack}>{(reason) => <p class="claim-changed">{words().state.reversed} · {words().because(reason())}</p>}</Show>
        </div>
      )}
    </Show>
  )
}

/** What the rules say: today's word while it waits, afterwards that by which it was decided; beside that of the day it was handed in where they differ. */
function Told(props: { fund: Fund; claim: Claim }) {
  const told = () => lastTold(props.claim)
  const kicker = () => (props.claim.current ? words().current : props.claim.asDecided ? words().asDecided : words().asJudged)
  const differs = () => findingWords(told().finding) !== findingWords(props.claim.asJudged.finding)
  return (
    <>
      <Show when={props.claim.notJudged}>{(why) => <p class="claim-changed" role="status">{why()[language()]}</p>}</Show>
      <Show when={differs()}><p class="claim-changed" role="status">{words().changed(findingWords(props.claim.asJudged.finding))}</p></Show>
      <ClaimSlip fund={props.fund} claim={props.claim} told={told()} kicker={kicker()} />
    </>
  )
}

function History(props: { fund: string; claim: string }) {
  const events = createAsync(() => getClaimEvents(props.fund, props.claim))
  return (
    <Sheet>
      <h2>{words().history}</h2>
      <ActList acts={(events.latest ?? []).map(({ act, at, by, reason }) => ({ at, what: words().act[act], by, told: reason && words().because(reason) }))} />
    </Sheet>
  )
}

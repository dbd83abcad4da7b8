import '../public/slip-paper.css'
import './claim-paper.css'
import { For, Show } from 'solid-js'
import { formatDay, type Day } from '../../../plugins/kit/day.ts'
import { bahtInWords, formatBaht } from '../../../plugins/kit/money.ts'
import type { Claim } from '../../api-claims.ts'
import type { Fund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { claims as enClaims } from '../../text/en/claims.ts'
import { paper as en } from '../../text/en/paper.ts'
import { claims as thClaims } from '../../text/th/claims.ts'
import { paper as th } from '../../text/th/paper.ts'
import { digits } from '../../ui/paper.ts'
import { claimAnswers } from './claim-answers.ts'
import { lastTold } from './claim-words.ts'

const words = inLanguage({ th, en })
const ofClaims = inLanguage({ th: thClaims, en: enClaims })
const long = (day: Day) => formatDay(day, language(), 'long')

/** The claim on one page: what was asked, what the rules say, what was resolved, the sum in letters, and lines to sign. */
export function ClaimPaper(props: { fund: Fund; claim: Claim }) {
  const told = () => lastTold(props.claim).explanation[language()]
  const { claim } = props
  const decision = () => props.claim.decision
  const rows = () => [
    { label: words().about, value: [claim.benefit.title[language()], told().clause].filter(Boolean).join(' · ') },
    ...claimAnswers(props.claim, props.fund),
    ...(['subject', 'applicant', 'payee'] as const).flatMap((party) => {
      const who = props.claim[party]
      return who ? [{ label: ofClaims()[party], value: `${who.name} (${who.relation})` }] : []
    }),
    { label: ofClaims().handedInOn, value: long(props.claim.claimedOn) },
  ]
  return (
    <article class="slip-paper claim-paper only-paper">
      <header>
        <p class="claim-paper-number">{digits(ofClaims().numbered(props.claim.number))}</p>
        <p>{props.fund.name[language()]}</p>
        <p class="slip-paper-title">{words().claimTitle}</p>
        <p>{digits(words().rules(props.claim.regulation.number, long(props.claim.regulation.fromOn)))}</p>
      </header>
      <p class="slip-paper-who"><span>{words().member}</span><span class="claim-paper-name">{props.claim.member.name}</span><span>{words().number}</span><span class="claim-paper-name">{digits(props.claim.member.number)}</span></p>
      <dl><For each={rows()}>{({ label, value }) => <div><dt>{label}</dt><dd>{digits(value)}</dd></div>}</For></dl>
      <p class="slip-paper-outcome">{words().title}: {digits(told().headline)}<Show when={told().range}>{(range) => <> · {digits(range())}</>}</Show></p>
      <Show when={told().rows.length > 0}>
        <table>
          <tbody><For each={told().rows}>{({ label, amount, note, isTotal }) => <tr classList={{ 'slip-paper-total': isTotal === true }}><td>{digits(label)}<Show when={note}>{(note) => <><br /><small>{digits(note())}</small></>}</Show></td><td>{amount}</td></tr>}</For></tbody>
        </table>
      </Show>
      <For each={[...told().inKind, ...told().reasons.map((reason) => reason.sentence), ...told().people, ...told().way]}>{(sentence) => <p>{digits(sentence)}</p>}</For>
      <Show when={decision()} fallback={<Undecided />}>{(decision) => <Resolved claim={props.claim} decision={decision()} />}</Show>
      <Signatures claim={props.claim} />
      <footer><span>{digits(words().printedClaim(long(props.fund.today)))}</span><span>{props.claim.regulation.hash.slice(7, 19)}</span></footer>
    </article>
  )
}

function Resolved(props: { claim: Claim; decision: NonNullable<Claim['decision']> }) {
  const { decision } = props
  const sum = () => formatBaht(decision.amountSatang, language())
  const payment = () => props.claim.payment
  return (
    <section class="claim-paper-resolved">
      <p><b>{digits(`${ofClaims().resolution(decision.resolution.number)} ${long(decision.resolution.heldOn)}: ${decision.outcome === 'approved' ? ofClaims().approved(sum()) : ofClaims().refused}`)}</b></p>
      <Show when={decision.outcome === 'approved' && decision.amountSatang > 0}><p>({bahtInWords(decision.amountSatang, language())})</p></Show>
      <Show when={decision.reason}>{(reason) => <p>{digits(ofClaims().because(reason()))}</p>}</Show>
      <Show when={payment()}>{(paid) => <p>{digits([ofClaims().voucher(paid().voucherNumber), long(paid().paidOn), ofClaims().to(paid().payee)].join(' · '))}</p>}</Show>
      <Show when={props.claim.takenBack}>{(reason) => <p><b>{digits(`${ofClaims().state.reversed} · ${ofClaims().because(reason())}`)}</b></p>}</Show>
    </section>
  )
}

/** Nothing is resolved yet: the boxes are filled in by hand at the meeting. */
function Undecided() {
  return <section class="claim-paper-resolved"><p>{words().resolvedByHand}</p><p class="slip-paper-dots claim-paper-line" /></section>
}

function Signatures(props: { claim: Claim }) {
  const certifiers = () => Array.from({ length: Math.max(props.claim.certifiersNeeded, 0) }, (_, at) => props.claim.certifications[at]?.name)
  const signed = () => [
    { who: words().claimant, name: undefined },
    ...certifiers().map((name) => ({ who: words().certifier, name })),
    { who: words().chair, name: undefined },
    ...(props.claim.decision?.outcome === 'refused' ? [] : [{ who: words().payee, name: props.claim.payment?.payee }, { who: words().payer, name: undefined }, { who: words().witness, name: undefined }]),
  ]
  return (
    <div class="slip-paper-sign claim-paper-sign">
      <For each={signed()}>{({ who, name }) => <p>{words().sign} ................................................<br />( {name ?? '...............................................'} )<br />{who}</p>}</For>
    </div>
  )
}

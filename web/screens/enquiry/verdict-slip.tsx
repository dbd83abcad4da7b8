import './verdict-slip.css'
import { For, Show, type JSX } from 'solid-js'
import { explain, type Explanation } from '../../../plugins/kit/explain.ts'
import type { Fund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import { Slip, type SlipLine } from '../../ui/slip.tsx'
import { unbroken } from '../../ui/thai.ts'
import { vocabulary } from '../../vocabulary.ts'
import type { Trail } from './enquiry.ts'

const words = inLanguage({ th, en })

/** The verdict in the reader's words. */
export function explained({ verdict, claim, way }: Trail): Explanation {
  return wholeWords(explain(verdict, claim.regulation, language(), { vocabulary, ...(way ? { way } : {}) }))
}

/** None of its words cut in two. */
function wholeWords(told: Explanation): Explanation {
  return JSON.parse(JSON.stringify(told), (_, each: unknown) => (typeof each === 'string' ? unbroken(each) : each)) as Explanation // the same shape
}

/** What the rules say of the answers so far. `heading`: it is what the screen is about. */
export function VerdictSlip(props: { fund: Fund; trail: Trail; heading?: true }) {
  const told = () => explained(props.trail)
  return (
    <ToldSlip told={told()} kicker={props.trail.next ? words().soFar : words().checked} heading={props.heading === true} clauseHref={paths.clause(props.fund.slug, props.trail.benefit.id)}>
      <Show when={props.trail.next?.kind === 'past'}><p class="small">{words().notCounted}</p></Show>
      <p class="small">{told().closing}</p>
      <Show when={told().tone === 'no' && props.fund.contact}>{(contact) => <p class="small">{contact()[language()]}</p>}</Show>
    </ToldSlip>
  )
}

/** A verdict as it is told: outcome, sum, reasons, the way. `children` close it. */
export function ToldSlip(props: { told: Explanation; kicker: string; heading?: boolean; clauseHref: string; children: JSX.Element }) {
  const told = () => wholeWords(props.told)
  return (
    <Slip
      tone={told().tone} kicker={props.kicker} heading={props.heading === true} lines={linesOf(told())}
      clause={<Show when={told().clause}>{(clause) => <a href={props.clauseHref}>{clause()}</a>}</Show>}
      above={told().condolence} headline={<Headline told={told()} />}
    >
      <Show when={told().range}>{(range) => <p class="figure verdict-range">{range()}</p>}</Show>
      <For each={told().inKind}>{(thing) => <p>{thing}</p>}</For>
      <For each={told().reasons.filter((reason) => !reason.difference)}>{(reason) => <p>{reason.sentence}</p>}</For>
      <For each={told().people}>{(why) => <p>{why}</p>}</For>
      <For each={told().way}>{(way) => <p class="verdict-way">{way}</p>}</For>
      <Show when={told().missing.length > 0}><ul class="verdict-missing"><For each={told().missing}>{({ ask }) => <li>{ask}</li>}</For></ul></Show>
      {props.children}
    </Slip>
  )
}

/** On a phone the outcome stands above the buttons too, seen while one types. */
export function VerdictHeadline(props: { trail: Trail }) {
  const told = () => explained(props.trail)
  const short = () => {
    const [only, ...others] = told().reasons
    return only?.difference && others.length === 0 ? `${only.difference.label} ${only.difference.value}` : undefined
  }
  const show = (event: MouseEvent) => {
    event.preventDefault()
    const slip = document.getElementById('slip')
    slip?.scrollIntoView()
    slip?.focus({ preventScroll: true })
  }
  return (
    <Show when={told().tone !== 'ask'}>
      <p class="foot-verdict"><b class={`verdict-${told().tone}`}>{told().headline}<Show when={short()}>{(missing) => <span class="clause">{missing()}</span>}</Show></b><a href="#slip" onClick={show}>{words().source}</a></p>
    </Show>
  )
}

/** The sum large, its unit small. */
function Headline(props: { told: Explanation }) {
  const sum = () => /^(.*\d) (\p{L}+)$/u.exec(props.told.headline)
  return <Show when={sum()} fallback={props.told.headline}>{(parts) => <>{parts()[1]} <small>{parts()[2]}</small></>}</Show>
}

/** A till slip for what is paid; for what is not, the fact beside the rule beside the difference. */
function linesOf({ rows, reasons }: Explanation): SlipLine[] {
  if (rows.length > 0) return rows.map(({ label, amount, note }) => ({ label, figure: amount, note }))
  return reasons.flatMap(({ fact, rule, difference }) => (difference ? [fact, ...(rule ? [rule] : []), difference].map(({ label, value }) => ({ label, figure: value })) : []))
}

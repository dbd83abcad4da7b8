import './slip-paper.css'
import { For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { bahtInWords } from '../../../plugins/kit/money.ts'
import { inForceOn } from '../../../plugins/kit/regulation.ts'
import type { Fund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { enquiry as enEnquiry } from '../../text/en/enquiry.ts'
import { paper as en } from '../../text/en/paper.ts'
import { enquiry as thEnquiry } from '../../text/th/enquiry.ts'
import { paper as th } from '../../text/th/paper.ts'
import { digits } from '../../ui/paper.ts'
import { answersOf } from '../enquiry/answers.ts'
import type { Trail } from '../enquiry/enquiry.ts'
import { explained } from '../enquiry/verdict-slip.tsx'

const words = inLanguage({ th, en })
const asked = inLanguage({ th: thEnquiry, en: enEnquiry })

/** The slip on paper: the same words, the sum also in letters, and lines to sign. Figures in sentences are Thai; those in the sum are not. */
export function SlipPaper(props: { fund: Fund; trail: Trail }) {
  const told = () => explained(props.trail)
  const publication = () => inForceOn(props.fund.publications, props.trail.verdict.eventOn ?? props.fund.today)
  const inLetters = () => (props.trail.verdict.outcome === 'eligible' && props.trail.verdict.amountSatang > 0 ? bahtInWords(props.trail.verdict.amountSatang, language()) : undefined)
  return (
    <article class="slip-paper only-paper">
      <header>
        <p>{props.fund.name[language()]}</p>
        <p class="slip-paper-title">{words().title}</p>
        <Show when={publication()}>{(rules) => <p>{digits(words().rules(rules().number, formatDay(rules().fromOn, language(), 'long')))}</p>}</Show>
      </header>
      <p class="slip-paper-who"><span>{words().member}</span><span class="slip-paper-dots" /><span>{words().number}</span><span class="slip-paper-dots slip-paper-short" /></p>
      <dl>
        <div><dt>{words().about}</dt><dd>{digits([props.trail.benefit.title[language()], told().clause].filter(Boolean).join(' · '))}</dd></div>
        <For each={answersOf(props.trail)}>{({ label, value }) => <div><dt>{label}</dt><dd>{digits(value)}</dd></div>}</For>
      </dl>
      <p class="slip-paper-outcome">{digits(told().headline)}<Show when={told().range}>{(range) => <> · {digits(range())}</>}</Show></p>
      <Show when={told().rows.length > 0}>
        <table>
          <tbody><For each={told().rows}>{({ label, amount, note, isTotal }) => <tr classList={{ 'slip-paper-total': isTotal === true }}><td>{digits(label)}<Show when={note}>{(note) => <><br /><small>{digits(note())}</small></>}</Show></td><td>{amount}</td></tr>}</For></tbody>
        </table>
      </Show>
      <Show when={inLetters()}>{(letters) => <p class="slip-paper-letters">({letters()})</p>}</Show>
      <For each={[...told().inKind, ...told().reasons.map((reason) => reason.sentence), ...told().people, ...told().way]}>{(sentence) => <p>{digits(sentence)}</p>}</For>
      <Show when={told().documents.length > 0}><p>{asked().documents}: {digits(told().documents.map(({ name, unsure }) => (unsure ? asked().maybe(name) : name)).join(' · '))}</p></Show>
      <p>{told().closing}</p>
      <div class="slip-paper-sign">
        <For each={[words().claimant, words().checkedBy]}>
          {(who) => <p>{words().sign} ........................................<br />( ............................................... )<br />{who}<br />{words().day} ........./......................./...............</p>}
        </For>
      </div>
      <footer><span>{digits(words().printedOn(formatDay(props.fund.today, language(), 'long')))}</span><span>{props.trail.verdict.regulationHash.slice(7, 19)}</span></footer>
    </article>
  )
}

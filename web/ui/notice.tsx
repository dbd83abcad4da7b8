import './notice.css'
import { createContext, For, Show, useContext, type JSX } from 'solid-js'
import { clauseName } from '../../plugins/kit/clause.ts'
import type { NoticeLine } from '../../plugins/kit/notice-line.ts'
import { EVERY_BENEFIT, exceptSentence, type NoticeBenefit, type NoticeGeneral } from '../../plugins/kit/notice.ts'
import type { Sentence, ValuePart } from '../../plugins/kit/sentence.ts'
import { language } from '../device.ts'
import { categoryIcon } from './category-icon.ts'
import { Icon } from './icon.tsx'
import { digits } from './paper.ts'
import { Value, type Tapping } from './value.tsx'

const TappingContext = createContext<(part: ValuePart) => Tapping | undefined>(() => undefined)

/** Around a notice whose values can be tapped: what each was before, whether it is open, and how it opens. */
export const TappableValues = TappingContext.Provider

/** The fund's announcement, as it hangs in the temple hall and as it prints. `children` stand under the last clause. */
export function Notice(props: { kicker: string; paperKicker: string; title: string; below: string; draft?: string; hint?: string | undefined; general: readonly NoticeGeneral[]; benefits: readonly NoticeBenefit[]; children?: JSX.Element }) {
  return (
    <article class="sheet notice" classList={{ 'notice-draft': props.draft !== undefined }}>
      <Show when={props.draft}>{(draft) => <p class="notice-not-yet only-paper">{draft()}</p>}</Show>
      <header class="notice-head">
        <p class="notice-kicker only-screen">{props.kicker}</p>
        <p class="notice-kicker only-paper">{props.paperKicker}</p>
        <h1 tabindex="-1">{props.title}</h1>
        <p class="small notice-below">{digits(props.below)}</p>
        <Show when={props.hint}>{(hint) => <p class="small notice-below only-screen">{hint()}</p>}</Show>
      </header>
      <For each={props.general}>{(general) => <General general={general} />}</For>
      <For each={props.benefits}>{(benefit) => <Benefit benefit={benefit} />}</For>
      {props.children}
    </article>
  )
}

/** What one clause says of all benefits together. */
function General(props: { general: NoticeGeneral }) {
  return (
    <section class="notice-benefit">
      <h2>
        <span class="notice-icon only-screen"><Icon name="scroll" /></span>
        <span class="notice-title">{EVERY_BENEFIT[language()]}</span>
        <Clause number={props.general.clause?.number} />
      </h2>
      <div>
        <For each={props.general.rules}>
          {(rule) => <><Lines of={rule.lines} /><Show when={exceptSentence(rule)}>{(except) => <p class="small notice-except">{except()[language()]}</p>}</Show></>}
        </For>
      </div>
    </section>
  )
}

function Clause(props: { number: string | undefined }) {
  return <Show when={props.number}>{(number) => <span class="notice-clause">{digits(clauseName(number(), language()))}</span>}</Show>
}

/** One benefit of the notice. */
export function Benefit(props: { benefit: NoticeBenefit }) {
  return (
    <section class="notice-benefit" id={props.benefit.id}>
      <h2>
        <span class="notice-icon only-screen"><Icon name={categoryIcon[props.benefit.category]} /></span>
        <span class="notice-title">{props.benefit.title[language()]}</span>
        <Clause number={props.benefit.clause?.number} />
      </h2>
      <Lines of={props.benefit.lines} />
    </section>
  )
}

function Lines(props: { of: readonly NoticeLine[] }) {
  return <ul class="notice-lines"><For each={props.of}>{(line) => <Line line={line} />}</For></ul>
}

function Line(props: { line: NoticeLine }) {
  return (
    <li class={`notice-line notice-${props.line.about}`} classList={{ 'notice-row': props.line.gives !== undefined }}>
      <span class="clause"><Said sentence={props.line.parts} /><Show when={props.line.until}>{(until) => <span class="notice-until">{digits(until()[language()])}</span>}</Show></span>
      <Show when={props.line.gives}>{(gives) => <span class="notice-gives"><Said sentence={gives()} /></span>}</Show>
      <Show when={props.line.under}>{(under) => <Lines of={under()} />}</Show>
    </li>
  )
}

/** A clause with its values. */
function Said(props: { sentence: Sentence }) {
  const tapping = useContext(TappingContext)
  return (
    <For each={props.sentence}>
      {(part) => ('text' in part ? <>{digits(part.text[language()])}</> : <Value text={part.value[language()]} open={part.raw === undefined} tapping={tapping(part)} />)}
    </For>
  )
}

import { For, Show, type Accessor } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import type { TermOfPack } from '../../../plugins/kit/draft.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import type { TermValue } from '../../../plugins/kit/term.ts'
import { ENDLESS } from '../../../plugins/kit/verdict.ts'
import { askEffect, tryValue, type Draft, type Effect } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Button } from '../../ui/button.tsx'
import { PersonCards } from '../../ui/person-card.tsx'
import { Line } from '../../ui/sheet.tsx'
import { askedAnew, type AskedAnew } from './asked-anew.ts'

const words = inLanguage({ th, en })

/** A value that is tried and not yet set. */
export type Tried = TermOfPack & { value: TermValue }

const PAUSE_MS = 300
const SHOWN_MAX = 6

export type KnownEffect = AskedAnew<Effect>

/** The effect of a draft, asked anew whenever it is another or another value is tried. */
export const useEffectOf = (fund: string, draft: Accessor<Draft>, tried: Accessor<Tried | undefined>): KnownEffect => askedAnew(
  () => [draft().hash, tried()] as const,
  () => { const trial = tried(); return trial ? tryValue(fund, draft().id, trial, trial.value) : askEffect(fund, draft().id) },
  ([, trial]) => (trial ? PAUSE_MS : 0),
)

/** What last year would have cost, and who gains and who loses. */
export function EffectFigures(props: { of: KnownEffect; label: string }) {
  return (
    <div class="effect" classList={{ 'effect-thinking': props.of.state() === 'thinking' }} aria-live="polite" aria-busy={props.of.state() === 'thinking'}>
      <Show when={props.of.state() !== 'failed'} fallback={<div class="draft-acts"><p>{words().cannotThink}</p><Button quiet onClick={props.of.again}>{words().again}</Button></div>}>
        <Show when={props.of.known()}>{(effect) => <Figures claims={effect().claims} label={props.label} />}</Show>
        <p class="small effect-thought">{props.of.state() === 'thinking' ? words().thinking : props.of.known()?.claims.count ? words().ofClaims(props.of.known()?.claims.count ?? 0) : ''}</p>
      </Show>
    </div>
  )
}

function Figures(props: { claims: Effect['claims']; label: string }) {
  const more = () => props.claims.afterSatang - props.claims.beforeSatang
  const change = () => (more() === 0 ? words().costsSame : more() > 0 ? words().costsMore(formatAmount(more())) : words().costsLess(formatAmount(-more())))
  return (
    <div class="effect-figures">
      <Show when={props.claims.count > 0} fallback={<p>{words().noClaims}</p>}>
        <div class="effect-cost">
          <p><span class="small">{props.label}</span><span class="figure">{words().baht(formatAmount(props.claims.afterSatang))}</span><span class="small">{change()}</span></p>
          <p><span class="small">{words().now}</span><span class="figure">{words().baht(formatAmount(props.claims.beforeSatang))}</span></p>
        </div>
        <Gains members={props.claims.members} />
      </Show>
      <For each={props.claims.notJudged}>{({ benefit, why }) => <p>{words().notJudged(benefit.title[language()])} {why[language()]}</p>}</For>
    </div>
  )
}

/** One sentence: who gains and who loses. */
function Gains(props: { members: Effect['claims']['members'] }) {
  const more = () => props.members.more
  const less = () => props.members.less
  return (
    <Show when={more() + less() > 0} fallback={<p><b>{words().nobody}</b></p>}>
      <p>
        {more() > 0 ? <b>{words().gain(more())}</b> : words().noneGains} · {less() > 0 ? <b>{words().lose(less())}</b> : words().noneLoses}
      </p>
    </Show>
  )
}

/** The example people whose result is another now. */
export function EffectPeople(props: { effect: Effect | undefined }) {
  const changed = () => props.effect?.examples.filter(({ isChanged }) => isChanged) ?? []
  const isFirstOf = ({ person, benefit }: Effect['examples'][number], at: number) => changed().findIndex((each) => each.person.th === person.th && each.benefit.id === benefit.id) === at
  const shown = () => changed().filter(isFirstOf).slice(0, SHOWN_MAX)
  const cards = () => shown().map(({ person, benefit, facts, before, after, isChanged }) => ({
    name: person[language()], about: [benefit.title[language()], facts[language()]].filter((each) => each !== '').join(' · '), gets: findingInWords(after), before: words().before(findingInWords(before)), isChanged,
  }))
  return (
    <Show when={props.effect && props.effect.examples.length > 0}>
      <section class="effect">
        <h3>{words().examples}</h3>
        <Show when={cards().length > 0} fallback={<p class="small">{words().examplesSame}</p>}><PersonCards of={cards()} /></Show>
        <Show when={changed().length > shown().length}><p class="small">{words().moreExamples(changed().length - shown().length)}</p></Show>
      </section>
    </Show>
  )
}

/** What each benefit would have cost, where that is otherwise, and what is not reckoned yet. */
export function EffectBenefits(props: { effect: Effect | undefined }) {
  const changed = () => props.effect?.claims.byBenefit.filter(({ beforeSatang, afterSatang }) => beforeSatang !== afterSatang) ?? []
  const unfinished = () => props.effect?.unfinished.map(({ title }) => title[language()]).join(', ') ?? ''
  return (
    <>
      <Show when={changed().length > 0}>
        <section class="effect">
          <h3>{words().costByBenefit}</h3>
          <ul class="effect-claims">
            <For each={changed()}>{({ benefit, beforeSatang, afterSatang }) => <Line label={benefit.title[language()]} figure={words().baht(formatAmount(afterSatang))} note={words().before(words().baht(formatAmount(beforeSatang)))} />}</For>
          </ul>
        </section>
      </Show>
      <Show when={unfinished() !== ''}><p class="small">{words().unfinished(unfinished())}</p></Show>
    </>
  )
}

/** The claims of last year that would have come out otherwise, each to be opened. */
export function EffectClaims(props: { fund: string; effect: Effect | undefined }) {
  const rest = () => (props.effect?.claims.changedCount ?? 0) - SHOWN_MAX
  return (
    <Show when={props.effect?.claims.changed.length}>
      <section class="effect">
        <h3>{words().changedClaims}</h3>
        <ul class="effect-claims">
          <For each={props.effect?.claims.changed.slice(0, SHOWN_MAX)}>
            {(claim) => <Line label={<a href={paths.claim(props.fund, claim.id)}>{claim.member.name}</a>} figure={findingInWords(claim.after)} note={[claim.benefit.title[language()], formatDay(claim.eventOn, language(), 'short'), words().before(findingInWords(claim.before))].join(' · ')} />}
          </For>
        </ul>
        <Show when={rest() > 0}><p class="small">{words().moreClaims(rest())}</p></Show>
      </section>
    </Show>
  )
}

/** "600 บาท", "ยังไม่เข้าเกณฑ์". */
export function findingInWords({ outcome, lowSatang, highSatang }: Effect['examples'][number]['after']): string {
  if (outcome === 'ineligible' || outcome === 'incomplete') return words().outcome[outcome]
  if (highSatang >= ENDLESS) return words().atLeast(formatAmount(lowSatang))
  return lowSatang === highSatang ? words().baht(formatAmount(lowSatang)) : words().range(formatAmount(lowSatang), formatAmount(highSatang))
}

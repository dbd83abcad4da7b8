import './compare.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { ASPECT_NAMES } from '../../../plugins/kit/aspect.ts'
import { Category } from '../../../plugins/kit/pack.ts'
import { clauseName } from '../../../plugins/kit/clause.ts'
import { comparedClausesWorkbook, getComparedClauses, type ComparedClauses } from '../../api-comparisons.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { categories as enCategories } from '../../text/en/categories.ts'
import { compare as en } from '../../text/en/compare.ts'
import { categories as thCategories } from '../../text/th/categories.ts'
import { compare as th } from '../../text/th/compare.ts'
import { BeforeAfterList } from '../../ui/before-after.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'
import { shortName } from './compare-figures.ts'

const words = inLanguage({ th, en })
const kinds = inLanguage({ th: thCategories, en: enCategories })

type Benefit = ComparedClauses['rows'][number][number]

/** One kind of welfare in every fund that has it: one fund's clauses in full, and what each other says otherwise. */
export default function CompareClauses(props: RouteSectionProps) {
  const slug = () => props.params['network'] ?? ''
  const kind = () => Category.catch('other').parse(props.params['kind'])
  const asked = (key: string) => String(props.location.query[key] ?? '')
  const compared = createAsync(() => getComparedClauses(slug(), kind(), asked('beside'), asked('on')))
  onArrival(() => words().clauses(kinds()[kind()]), () => asked('beside'))
  return (
    <Show when={compared.latest}>
      {(compared) => (
        <Page title={compared().network.name[language()]} href={paths.network(slug())} below={<a href={paths.compare(slug(), { kind: kind(), on: asked('on') })}>{words().back}</a>}>
          <Show when={compared().rows.length > 0} fallback={<Nothing title={words().nobodyHas}><ButtonLink href={paths.compare(slug())}>{words().back}</ButtonLink></Nothing>}>
            <div class="compare-top">
              <h1 tabindex="-1">{words().clauses(kinds()[kind()])}</h1>
              <ButtonLink quiet file="saved" href={comparedClausesWorkbook(slug(), { category: kind(), beside: asked('beside'), on: asked('on') }, language())}>{words().spreadsheet}</ButtonLink>
            </div>
            <For each={compared().rows}>{(row) => <Row of={row} toBeside={(fund) => paths.compare(slug(), { beside: fund, on: asked('on') }, kind())} />}</For>
          </Show>
        </Page>
      )}
    </Show>
  )
}

function Row(props: { of: readonly Benefit[]; toBeside: (fund: string) => string }) {
  const first = () => props.of[0]
  return (
    <Show when={first()}>
      {(first) => (
        <>
          <Sheet>
            <h2>{first().title[language()]}</h2>
            <p class="small">{first().name[language()]}<Show when={first().clause}>{(clause) => <> · {clauseName(clause().number, language())}</>}</Show></p>
            <Full of={first()} />
          </Sheet>
          <Show when={props.of.length > 1}>
            <Sheet>
              <h2>{words().beside(shortName(first()))}</h2>
              <For each={props.of.slice(1)}>{(benefit) => <Other of={benefit} href={props.toBeside(benefit.slug)} />}</For>
            </Sheet>
          </Show>
        </>
      )}
    </Show>
  )
}

function Full(props: { of: Benefit }) {
  return (
    <dl>
      <For each={props.of.aspects}>
        {({ aspect, sentences }) => <div class="compare-clause"><dt>{ASPECT_NAMES[aspect][language()]}</dt><For each={sentences}>{(sentence) => <dd>{sentence[language()]}</dd>}</For></div>}
      </For>
    </dl>
  )
}

function Other(props: { of: Benefit; href: string }) {
  const lines = () => props.of.difference.map(({ aspect, one, other }) => ({ about: ASPECT_NAMES[aspect], before: one, after: other }))
  return (
    <Show when={lines().length > 0} fallback={<p class="compare-same">{words().sameAs(shortName(props.of))}</p>}>
      <details class="compare-fold">
        <summary>{words().otherwise(shortName(props.of), lines().length)}</summary>
        <p class="compare-base"><a href={props.href}>{words().takeAsBase}</a></p>
        <BeforeAfterList of={lines()} elsewhere="" level={3} />
      </details>
    </Show>
  )
}

import './figures.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { buddhistYearOf } from '../../../plugins/kit/day.ts'
import { getYears, publishYear, withdrawYear, type PublishedYear, type YearFigures } from '../../api-figures.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { categories as enCategories } from '../../text/en/categories.ts'
import { figures as en } from '../../text/en/figures.ts'
import { more as enMore } from '../../text/en/more.ts'
import { categories as thCategories } from '../../text/th/categories.ts'
import { figures as th } from '../../text/th/figures.ts'
import { more as thMore } from '../../text/th/more.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { moment, wholeDay } from '../../ui/moment.ts'
import { showNumber } from '../../ui/number.ts'
import { Page } from '../../ui/page.tsx'
import { Line, Sheet } from '../../ui/sheet.tsx'
import { Tag } from '../../ui/tag.tsx'

const words = inLanguage({ th, en })
const kinds = inLanguage({ th: thCategories, en: enCategories })
const more = inLanguage({ th: thMore, en: enMore })

const baht = (satang: number) => words().baht(showNumber(satang / 100))

/** The years of a fund, each exactly as others see it or would, for its committee to publish or not. */
export default function FiguresScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const told = createAsync(() => getYears(slug()))
  const all = allOf({ fund, told: () => told.latest })
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.more(slug())}>{more().title}</a>}>
          <header><h1 tabindex="-1">{words().title}</h1><p>{words().intro}</p><p class="small">{words().withheldWhy}</p></header>
          <div class="figures-page">
            <Show when={all().told.years.length > 0} fallback={<Sheet roomy><div role="status"><h2>{words().none}</h2><p>{words().noneYet}</p></div></Sheet>}>
              <For each={all().told.years.map(({ figures }) => figures.fromOn)}>
                {(fromOn) => (
                  <Show when={all().told.years.find(({ figures }) => figures.fromOn === fromOn)}>
                    {(year) => <Sheet labelledBy={`year-${fromOn}`}><Year fund={slug()} year={year()} mayPublish={all().told.mayPublish} /></Sheet>}
                  </Show>
                )}
              </For>
            </Show>
          </div>
        </Page>
      )}
    </Show>
  )
}

function Year(props: { fund: string; year: PublishedYear; mayPublish: boolean }) {
  const id = `year-${props.year.figures.fromOn}`
  const { send, busy, faults } = useSending(() => ({ year: words().title }), 'year', `${id}-`)
  const of = () => buddhistYearOf(props.year.figures.untilOn)
  const act = () => { void send(() => (props.year.isPublished ? withdrawYear : publishYear)(props.fund, props.year.figures), () => {}) }
  const label = () => (props.year.isPublished ? words().withdraw : words().publish)(of())
  return (
    <div class="figures-year">
      <div class="figures-head">
        <h2 id={id}>{words().year(of())}</h2>
        <Show when={props.year.isPublished} fallback={<span class="small">{words().isNot}</span>}><Tag tone="yes">{words().isPublished}</Tag></Show>
      </div>
      <p class="small">{words().span(wholeDay(props.year.figures.fromOn, language()), wholeDay(props.year.figures.untilOn, language()))} · {props.year.isPublished ? words().tells : words().wouldTell}</p>
      <Lines of={props.year.figures} />
      <Show when={props.year.acts.length > 0}>
        <ul class="small"><For each={props.year.acts}>{({ act, by, at }) => <li>{words().acts[act](by, moment(at, language()))}</li>}</For></ul>
      </Show>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={props.mayPublish} fallback={<p class="small">{words().onlyAdmin}</p>}>
        <p class="small">{words().frozen}</p>
        <Button quiet onClick={act}><span id={`${id}-year`}>{busy() ? words().sending : label()}</span></Button>
      </Show>
    </div>
  )
}

function Lines(props: { of: YearFigures }) {
  const told = (value: string | undefined) => ({ figure: value ?? words().withheld, ...(value === undefined && { note: words().few }) })
  const some = <T,>(value: T | undefined, say: (value: T) => string) => told(value === undefined ? undefined : say(value))
  return (
    <ul>
      <Line label={words().members} {...some(props.of.members, (count) => words().people(showNumber(count)))} />
      <Line label={words().contributions} {...some(props.of.contributionsSatang, baht)} />
      <Line label={words().paidOut} {...some(props.of.paidOut, ({ satang }) => baht(satang))} />
      <Line label={words().percent} {...some(props.of.paidOutPercent, (percent) => words().percentOf(showNumber(percent)))} />
      <For each={props.of.kinds}>{({ category, times, satang }) => <Line label={kinds()[category]} figure={baht(satang)} note={words().times(showNumber(times))} />}</For>
      <For each={props.of.withheld}>{(category) => <Line label={kinds()[category]} figure={words().withheld} />}</For>
    </ul>
  )
}

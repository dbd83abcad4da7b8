import './funds.css'
import './figures.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show, type JSX } from 'solid-js'
import { buddhistYearOf } from '../../../plugins/kit/day.ts'
import { allOf } from '../../all-of.ts'
import { getFiguresOf, type YearFigures } from '../../api-figures.ts'
import { getFundsOf } from '../../api-network.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { categories as enCategories } from '../../text/en/categories.ts'
import { figures as en } from '../../text/en/figures.ts'
import { categories as thCategories } from '../../text/th/categories.ts'
import { figures as th } from '../../text/th/figures.ts'
import { Fold } from '../../ui/fold.tsx'
import { showNumber } from '../../ui/number.ts'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Table } from '../../ui/table.tsx'

const words = inLanguage({ th, en })
const categories = inLanguage({ th: thCategories, en: enCategories })

interface Row {
  slug: string
  name: Record<'th' | 'en', string>
  /** Kinds of welfare its regulation offers. */
  kinds: number
  /** The latest year it tells of. */
  year?: YearFigures
}

type Telling = Row & { year: YearFigures }

const tells = (row: Row): row is Telling => row.year !== undefined

const SORTS = ['name', 'percent', 'members', 'paidOut', 'kinds'] as const
type Sort = (typeof SORTS)[number]

/** What each row is sorted by, the most first; a fund that tells nothing comes last. */
const weight: Record<Exclude<Sort, 'name'>, (row: Row) => number> = {
  percent: ({ year }) => year?.paidOutPercent ?? -1,
  members: ({ year }) => year?.members ?? -1,
  paidOut: ({ year }) => year?.paidOut?.satang ?? -1,
  kinds: ({ kinds }) => kinds,
}

const baht = (satang: number) => words().baht(showNumber(satang / 100))

/** What the funds of a province take in and pay out, beside how much they offer: as far as each has chosen to tell. */
export default function NetworkFigures(props: RouteSectionProps) {
  const slug = () => props.params['network'] ?? ''
  const sort = (): Sort => SORTS.find((each) => each === props.location.query['sort']) ?? 'name'
  const network = createAsync(() => getFundsOf(slug(), ''))
  const figures = createAsync(() => getFiguresOf(slug()))
  const all = allOf({ network, figures })
  onArrival(() => `${words().network} · ${network()?.network.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => {
        const rows = () => all().network.funds.filter(({ kind }) => kind !== 'network').map((fund): Row => {
          const [year] = all().figures.find((each) => each.slug === fund.slug)?.years ?? []
          return { slug: fund.slug, name: fund.name, kinds: new Set(fund.notice?.benefits.map(({ category }) => category)).size, ...(year && { year }) }
        })
        return (
          <Page title={all().network.network.name[language()]} href={paths.network(slug())} below={words().network}>
            <div>
              <h1 tabindex="-1">{words().network}</h1>
              <p>{words().networkIntro}</p>
              <p class="small">{words().sum(rows().filter(({ year }) => year).length, rows().length)} · {words().withheldWhy}</p>
            </div>
            <Sorts network={slug()} sort={sort()} />
            <Show when={rows().some(tells)}><Sheet><Figures rows={sorted(rows().filter(tells), sort())} /></Sheet></Show>
            <Untold rows={sorted(rows().filter((row) => !tells(row)), sort())} />
          </Page>
        )
      }}
    </Show>
  )
}

const sorted = <Of extends Row>(rows: Of[], by: Sort): Of[] => (by === 'name' ? rows : rows.toSorted((a, b) => weight[by](b) - weight[by](a)))

function Sorts(props: { network: string; sort: Sort }) {
  return (
    <nav class="network-sorts only-screen" aria-label={words().sortBy}>
      <span>{words().sortBy}</span>
      <For each={SORTS}>{(each) => <a href={paths.figures(props.network, each === 'name' ? {} : { sort: each })} aria-current={each === props.sort ? 'true' : undefined}>{words().sorts[each]}</a>}</For>
    </nav>
  )
}

function Figures(props: { rows: Telling[] }) {
  const of = (say: (year: YearFigures) => string | undefined) => ({ year }: Telling): JSX.Element => say(year) ?? <span class="network-untold">{words().withheld}</span>
  return (
    <Table
      caption={words().network} rows={props.rows}
      columns={[
        { label: words().fund, cell: ({ slug, name }) => <a class="network-name" href={paths.fund(slug)}>{name[language()]}</a> },
        { label: words().kinds, cell: ({ kinds }) => words().kindsCount(kinds) },
        { label: words().ofYear, cell: of(({ untilOn }) => words().year(buddhistYearOf(untilOn))) },
        { label: words().members, cell: of(({ members }) => (members === undefined ? undefined : words().people(showNumber(members)))) },
        { label: words().contributions, cell: of(({ contributionsSatang }) => (contributionsSatang === undefined ? undefined : baht(contributionsSatang))) },
        { label: words().paidOut, cell: of(({ paidOut }) => paidOut && baht(paidOut.satang)) },
        { label: words().percent, cell: of(({ paidOutPercent }) => (paidOutPercent === undefined ? undefined : words().percentOf(showNumber(paidOutPercent)))) },
        { label: words().byKind, cell: ({ year }) => <ByKind year={year} /> },
      ]}
    />
  )
}

function ByKind(props: { year: YearFigures }) {
  return (
    <Show when={props.year.kinds.length + props.year.withheld.length > 0} fallback="–">
      <Fold label={words().byKind} reading>
        <ul class="network-by-kind">
          <For each={props.year.kinds}>{({ category, times, satang }) => <li>{categories()[category]} {baht(satang)} · {words().times(showNumber(times))}</li>}</For>
          <For each={props.year.withheld}>{(category) => <li class="network-untold">{categories()[category]} {words().withheld}</li>}</For>
        </ul>
      </Fold>
    </Show>
  )
}

function Untold(props: { rows: Row[] }) {
  return (
    <Show when={props.rows.length > 0}>
      <Sheet labelledBy="untold">
        <h2 id="untold">{words().notPublished}</h2>
        <ul class="network-names"><For each={props.rows}>{({ slug, name, kinds }) => <li><a href={paths.fund(slug)}>{name[language()]}</a><span class="small">{words().offers(kinds)}</span></li>}</For></ul>
      </Sheet>
    </Show>
  )
}

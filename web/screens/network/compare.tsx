import './compare.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { buddhistYearOf, formatDay } from '../../../plugins/kit/day.ts'
import type { Category } from '../../../plugins/kit/pack.ts'
import { allOf } from '../../all-of.ts'
import { getFiguresOf, type YearFigures } from '../../api-figures.ts'
import { comparedPeopleWorkbook, getComparedPeople, type ComparedPeople } from '../../api-comparisons.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { categories as enCategories } from '../../text/en/categories.ts'
import { compare as en } from '../../text/en/compare.ts'
import { standardNeighbour as enOwn } from '../../text/en/standard-neighbour.ts'
import { categories as thCategories } from '../../text/th/categories.ts'
import { compare as th } from '../../text/th/compare.ts'
import { standardNeighbour as thOwn } from '../../text/th/standard-neighbour.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Bar, Matrix } from '../../ui/matrix.tsx'
import { Page } from '../../ui/page.tsx'
import { print } from '../../ui/paper.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'
import { CompareChanges } from './compare-changes.tsx'
import { certain, giftIn, giftText, isAsModel, kindsOf, shortName, type ComparedFund } from './compare-figures.ts'

const words = inLanguage({ th, en })
const ownWords = inLanguage({ th: thOwn, en: enOwn })
const kinds = inLanguage({ th: thCategories, en: enCategories })

type Search = Partial<Record<'who' | 'kind' | 'sort' | 'lacks' | 'on', string>>

/** What the same invented person would get in every fund of a province: a table on a desk and on a wall, one benefit at a time on a phone. */
export default function Compare(props: RouteSectionProps) {
  const slug = () => props.params['network'] ?? ''
  const asked = (key: keyof Search) => String(props.location.query[key] ?? '')
  const search = (): Search => ({ who: asked('who'), kind: asked('kind'), sort: asked('sort'), lacks: asked('lacks'), on: asked('on') })
  const to = (change: Search) => paths.compare(slug(), { ...search(), ...change })
  const compared = createAsync(() => getComparedPeople(slug(), asked('who'), asked('on')))
  const told = createAsync(() => getFiguresOf(slug()))
  const found = allOf({ compared: () => compared.latest, told: () => told.latest })
  const paidOut = (fund: string) => paidOutText(found()?.told.find((each) => each.slug === fund)?.years[0])
  onArrival(() => words().title(compared.latest?.funds.length ?? 0))
  return (
    <Show when={found()}>
      {(found) => (
        <Page title={found().compared.network.name[language()]} href={paths.network(slug())}>
          <Show when={found().compared.funds.some(({ fromOn }) => fromOn !== undefined)} fallback={<NoFunds network={slug()} />}>
            <div class="compare">
              <div class="compare-top">
                <div>
                  <h1 tabindex="-1">{words().title(found().compared.funds.length)}</h1>
                  <p class="small">{words().below(formatDay(found().compared.on, language(), 'long'))}</p>
                </div>
                <div class="compare-take only-screen">
                  <ButtonLink quiet file="saved" href={comparedPeopleWorkbook(slug(), { neighbour: found().compared.neighbour, on: asked('on') }, language())}>{words().spreadsheet}</ButtonLink>
                  <div class="compare-print"><Button icon="printer" onClick={() => void print()}>{words().print}</Button></div>
                </div>
              </div>
              <People of={found().compared} to={to} />
              <div class="compare-wide"><Told of={found().compared} /></div>
              <Filter of={found().compared} lacks={asked('lacks')} to={to} />
              <Wide of={found().compared} network={slug()} search={search()} to={to} paidOut={paidOut} />
              <Narrow of={found().compared} network={slug()} search={search()} to={to} paidOut={paidOut} />
              <Key of={found().compared} />
              <CompareChanges network={slug()} on={found().compared.on} nameOf={(fund) => found().compared.funds.filter((each) => each.slug === fund).map(shortName).join('')} />
            </div>
          </Show>
        </Page>
      )}
    </Show>
  )
}

interface Part {
  of: ComparedPeople
  to: (change: Search) => string
}

function People(props: Part) {
  return (
    <nav class="compare-wide" aria-label={words().people}>
      <ul class="compare-people">
        <For each={props.of.neighbours}>
          {({ id, name, about, isOwn }) => <li classList={{ 'only-screen': id !== props.of.neighbour }}><a href={props.to({ who: id, kind: '', sort: '' })} aria-current={id === props.of.neighbour ? 'true' : undefined}><b>{name[language()]}</b><span>{about[language()]}<Show when={isOwn}>{` · ${ownWords().ownShort}`}</Show></span></a></li>}
        </For>
      </ul>
    </nav>
  )
}

/** Whether the network has changed the person, and the way to change them for whoever may. */
function Told(props: { of: ComparedPeople }) {
  const neighbour = () => props.of.neighbours.find(({ id }) => id === props.of.neighbour)
  return (
    <Show when={neighbour()}>
      {(neighbour) => (
        <>
          <Show when={neighbour().isOwn}><p class="small">{ownWords().own}</p></Show>
          <Show when={props.of.mayChange}><p class="only-screen compare-change"><a href={paths.standardNeighbour(props.of.network.slug, neighbour().id)}>{ownWords().edit(neighbour().name[language()])}</a></p></Show>
        </>
      )}
    </Show>
  )
}

function Filter(props: Part & { lacks: string }) {
  const navigate = useNavigate()
  const lacking = () => [...new Set(props.of.funds.flatMap(({ lacks }) => lacks))]
  return (
    <Show when={lacking().length > 0}>
      <div class="compare-filter compare-wide only-screen">
        <SelectField
          asking={{ id: 'lacks', label: words().lacks }} none={words().everyone} value={props.lacks === '' ? 'any' : props.lacks}
          options={[{ id: 'any', label: words().everyone }, ...lacking().map((kind) => ({ id: kind, label: kinds()[kind] }))]}
          onInput={(kind) => navigate(props.to({ lacks: kind === 'any' ? '' : kind }), { scroll: false })}
        />
      </div>
    </Show>
  )
}

interface Shown extends Part {
  network: string
  search: Search
  /** What a fund tells of how much of its income it pays out. */
  paidOut: (fund: string) => string
}

function paidOutText(year: YearFigures | undefined): string {
  if (!year) return words().unpublished
  return year.paidOutPercent === undefined ? words().tooFew : words().paidOutIn(year.paidOutPercent, buddhistYearOf(year.untilOn))
}

/** The funds that are looked at, in the order that was asked for. */
function fundsIn({ of, search }: Shown, sort: string): ComparedFund[] {
  const kept = of.funds.filter(({ lacks }) => !search.lacks || (lacks as string[]).includes(search.lacks))
  return sort === '' ? kept : kept.toSorted((a, b) => certain(giftIn(b, sort as Category)) - certain(giftIn(a, sort as Category))) // an unknown kind sorts nothing
}

const shareOf = (of: ComparedPeople, fund: ComparedFund, kind: Category) => Math.max(0, certain(giftIn(fund, kind))) / Math.max(1, ...of.funds.map((each) => certain(giftIn(each, kind))))

function Wide(props: Shown) {
  const columns = () => kindsOf(props.of)
  const rows = () => fundsIn(props, props.search.sort ?? '').map((fund) => ({
    name: shortName(fund), last: props.paidOut(fund.slug),
    cells: columns().map(({ kind }) => {
      const gift = giftIn(fund, kind)
      return gift && { text: giftText(gift), share: shareOf(props.of, fund, kind), isSame: isAsModel(gift, props.of.model && giftIn(props.of.model, kind)), href: paths.compare(props.network, { beside: fund.slug, on: props.search.on ?? '' }, kind) }
    }),
  }))
  return (
    <div class="compare-wide">
      <Matrix
        caption={words().title(rows().length)} none={words().none} rows={rows()} last={{ label: words().paidOut, below: [words().paidOutBelow] }}
        corner={{ label: words().fund, href: props.to({ sort: '' }), sortLabel: `${words().fund}: ${words().sortByName}`, isNow: (props.search.sort ?? '') === '' }}
        columns={columns().map(({ kind, about }) => ({
          id: kind, label: kinds()[kind], below: [about[language()], words().have(props.of.funds.filter((fund) => giftIn(fund, kind)).length)],
          sort: { href: props.to({ sort: kind }), label: words().sortBy(kinds()[kind]), isNow: props.search.sort === kind },
        }))}
      />
    </div>
  )
}

/** One benefit at a time, the most first, and why where there is nothing. */
function Narrow(props: Shown) {
  const navigate = useNavigate()
  const columns = () => kindsOf(props.of)
  const kind = () => columns().find((each) => each.kind === props.search.kind) ?? columns()[0]
  return (
    <div class="compare-narrow only-screen">
      <Show when={kind()}>
        {(kind) => (
          <>
            <SelectField
              asking={{ id: 'who', label: words().person, hint: props.of.neighbours.find(({ id }) => id === props.of.neighbour)?.about[language()] }} none={words().people} value={props.of.neighbour}
              options={props.of.neighbours.map(({ id, name }) => ({ id, label: name[language()] }))} onInput={(id) => navigate(props.to({ who: id }), { scroll: false })}
            />
            <Told of={props.of} />
            <SelectField
              asking={{ id: 'kind', label: words().kind, hint: kind().about[language()] }} none={words().kinds} value={kind().kind}
              options={columns().map((each) => ({ id: each.kind, label: kinds()[each.kind] }))} onInput={(id) => navigate(props.to({ kind: id }), { scroll: false })}
            />
            <Sheet>
              <ul class="compare-list">
                <For each={fundsIn(props, kind().kind)}>
                  {(fund) => (
                    <li>
                      <span class="compare-name">{shortName(fund)}<span class="compare-under">{words().paidOutShort(props.paidOut(fund.slug))}</span></span>
                      <Show when={giftIn(fund, kind().kind)} fallback={<span class="compare-none">{words().none}</span>}>
                        {(gift) => (
                          <>
                            <a class="figure" href={paths.compare(props.network, { beside: fund.slug, on: props.search.on ?? '' }, kind().kind)}>{giftText(gift())}</a>
                            <Bar share={shareOf(props.of, fund, kind().kind)} isSame={isAsModel(gift(), props.of.model && giftIn(props.of.model, kind().kind))} />
                            <For each={gift().benefits.flatMap(({ because }) => because)}>{(why) => <span class="compare-why small">{why[language()]}</span>}</For>
                          </>
                        )}
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </Sheet>
          </>
        )}
      </Show>
    </div>
  )
}

function Key(props: { of: ComparedPeople }) {
  return (
    <ul class="compare-key small">
      <Show when={props.of.model}>{(model) => <><li class="only-screen"><span class="compare-swatch" />{words().differs}</li><li class="only-screen"><span class="compare-swatch compare-swatch-same" />{words().same}</li><li class="only-screen">{words().model(model().title[language()])}</li></>}</Show>
      <li><span class="compare-swatch compare-swatch-none" />{words().lacksKey}</li>
    </ul>
  )
}

function NoFunds(props: { network: string }) {
  return <Nothing title={words().noFunds}><p>{words().noFundsYet}</p><ButtonLink href={paths.network(props.network)}>{words().toFunds}</ButtonLink></Nothing>
}

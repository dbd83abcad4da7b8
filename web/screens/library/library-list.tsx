import './library.css'
import { useLocation, useNavigate } from '@solidjs/router'
import { For, Show, type JSX } from 'solid-js'
import type { Category } from '../../../plugins/kit/pack.ts'
import type { Library, LibraryEntry } from '../../api-library.ts'
import { inLanguage, language } from '../../device.ts'
import { categories as enCategories } from '../../text/en/categories.ts'
import { library as en } from '../../text/en/library.ts'
import { categories as thCategories } from '../../text/th/categories.ts'
import { library as th } from '../../text/th/library.ts'
import { categoryIcon } from '../../ui/category-icon.ts'
import { Fold } from '../../ui/fold.tsx'
import { Icon } from '../../ui/icon.tsx'
import { dayOf, wholeDay } from '../../ui/moment.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FileForm, useFile } from '../files/file-form.tsx'

const words = inLanguage({ th, en })
const kinds = inLanguage({ th: thCategories, en: enCategories })

interface Search {
  q: string
  kind: string
}

interface Listing {
  library: Library
  /** The addresses of one of them, and of the list of those that are looked for. */
  packAt: (pack: string) => string
  listAt: (search: Search) => string
  bringIntro: string
  bringIn: (text: string) => Promise<{ pack: string }>
  /** What else whoever may write there can do. */
  children?: JSX.Element
}

const EVERY = 'every'

/** What is shared, those that were withdrawn last; looked through by a word or a kind of welfare, which stand in the address. */
export function LibraryList(props: Listing) {
  const [navigate, location] = [useNavigate(), useLocation()]
  const file = useFile(() => words().packFile)
  const search = (): Search => ({ q: String(location.query['q'] ?? ''), kind: String(location.query['kind'] ?? '') })
  const look = (part: Partial<Search>) => navigate(props.listAt({ ...search(), ...part }), { replace: true, scroll: false })
  const offered = () => (Object.keys(categoryIcon) as Category[]).filter((kind) => props.library.packs.some(({ benefits }) => benefits.some(({ category }) => category === kind))) // the record has every kind
  const found = () => props.library.packs.filter((entry) => matches(entry, search())).toSorted((a, b) => Number(a.withdrawn !== undefined) - Number(b.withdrawn !== undefined))
  return (
    <>
      <Show when={props.library.packs.length > 0} fallback={<Nothing title={words().nothing}><p>{words().nothingYet}</p></Nothing>}>
        <header><h1 tabindex="-1">{words().title}</h1><p>{words().intro}</p></header>
        <Sheet>
          <div class="library-find">
            <TextField asking={{ id: 'q', label: words().search }} value={search().q} onInput={(q) => look({ q })} />
            <SelectField asking={{ id: 'kind', label: words().kind }} none={words().everyKind} options={[{ id: EVERY, label: words().everyKind }, ...offered().map((kind) => ({ id: kind, label: kinds()[kind] }))]} value={search().kind || EVERY} onInput={(kind) => look({ kind: kind === EVERY ? '' : kind })} />
          </div>
        </Sheet>
        <p role="status">{words().found(found().length)}</p>
        <ul class="library-list"><For each={found()}>{(entry) => <li><Entry of={entry} href={props.packAt(entry.pack)} /></li>}</For></ul>
      </Show>
      <Show when={props.library.mayWrite}>
        {props.children}
        <Sheet>
          <Fold label={words().bring}><FileForm of={file} intro={props.bringIntro} verb={words().bringNow} onSubmit={() => file.bring(props.bringIn, ({ pack }) => navigate(props.packAt(pack)))} /></Fold>
        </Sheet>
      </Show>
    </>
  )
}

/** By what it is called, whose it is, and what it offers, in either language. */
function matches({ title, by, benefits, pack }: LibraryEntry, { q, kind }: Search): boolean {
  const said = [pack, ...[title, by.name, ...benefits.map((benefit) => benefit.title)].flatMap(({ th, en }) => [th, en])].join(' ').toLowerCase()
  return said.includes(q.trim().toLowerCase()) && (kind === '' || benefits.some(({ category }) => category === kind))
}

function Entry(props: { of: LibraryEntry; href: string }) {
  return (
    <Sheet>
      <article class="library-entry">
        <h2><a href={props.href}>{props.of.title[language()]}</a></h2>
        <p class="small">{words().by[props.of.by.kind](props.of.by.name[language()])} · {words().version(props.of.version)}</p>
        <ul class="library-offers"><For each={props.of.benefits}>{({ category, title }) => <li><Icon name={categoryIcon[category]} />{title[language()]}</li>}</For></ul>
        <Standing of={props.of} />
      </article>
    </Sheet>
  )
}

/** Whether the network endorses it, how many use it, and whether it was withdrawn. */
export function Standing(props: { of: LibraryEntry }) {
  return (
    <>
      <p class="library-tags">
        <Show when={props.of.withdrawn}><Tag tone="no">{words().withdrawn}</Tag></Show>
        <Show when={props.of.endorsed.length > 0}><Tag tone="yes">{words().endorsed}</Tag></Show>
        <span class="small">{words().users(props.of.users)}</span>
      </p>
      <Show when={props.of.withdrawn}>{(withdrawn) => <p class="small">{words().withdrawnBecause(wholeDay(dayOf(withdrawn().at), language()), withdrawn().reason)}</p>}</Show>
    </>
  )
}

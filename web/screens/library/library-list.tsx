import './library.css'
import { For, Show } from 'solid-js'
import type { Category } from '../../../plugins/kit/pack.ts'
import type { LibraryEntry } from '../../api-library.ts'
import { inLanguage, language } from '../../device.ts'
import { categories as enCategories } from '../../text/en/categories.ts'
import { library as en } from '../../text/en/library.ts'
import { categories as thCategories } from '../../text/th/categories.ts'
import { library as th } from '../../text/th/library.ts'
import { categoryIcon } from '../../ui/category-icon.ts'
import { Icon } from '../../ui/icon.tsx'
import { dayOf, wholeDay } from '../../ui/moment.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })
const kinds = inLanguage({ th: thCategories, en: enCategories })

export interface Search {
  q: string
  kind: string
}

const EVERY = 'every'

/** What is shared, those that were withdrawn last; looked through by a word or a kind of welfare. */
export function LibraryList(props: { packs: readonly LibraryEntry[]; search: Search; href: (pack: string) => string; onSearch: (search: Search) => void }) {
  const offered = () => (Object.keys(categoryIcon) as Category[]).filter((kind) => props.packs.some(({ benefits }) => benefits.some(({ category }) => category === kind))) // the record has every kind
  const found = () => props.packs.filter((entry) => matches(entry, props.search)).toSorted((a, b) => Number(a.withdrawn !== undefined) - Number(b.withdrawn !== undefined))
  return (
    <>
      <Sheet>
        <div class="library-find">
          <TextField asking={{ id: 'q', label: words().search }} value={props.search.q} onInput={(q) => props.onSearch({ ...props.search, q })} />
          <SelectField asking={{ id: 'kind', label: words().kind }} none={words().everyKind} options={[{ id: EVERY, label: words().everyKind }, ...offered().map((kind) => ({ id: kind, label: kinds()[kind] }))]} value={props.search.kind === '' ? EVERY : props.search.kind} onInput={(kind) => props.onSearch({ ...props.search, kind: kind === EVERY ? '' : kind })} />
        </div>
      </Sheet>
      <p role="status">{words().found(found().length)}</p>
      <ul class="library-list"><For each={found()}>{(entry) => <li><Entry of={entry} href={props.href(entry.pack)} /></li>}</For></ul>
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

import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { addYears, formatDay, type Day } from '../../../plugins/kit/day.ts'
import { getComparedChanges, type ComparedChanges } from '../../api-comparisons.ts'
import { inLanguage, language } from '../../device.ts'
import { categories as enCategories } from '../../text/en/categories.ts'
import { compare as en } from '../../text/en/compare.ts'
import { categories as thCategories } from '../../text/th/categories.ts'
import { compare as th } from '../../text/th/compare.ts'
import { Sheet } from '../../ui/sheet.tsx'

const words = inLanguage({ th, en })
const kinds = inLanguage({ th: thCategories, en: enCategories })

const YEARS = 5
const MOVES = ['raised', 'lowered', 'shifted', 'begun', 'ended'] as const

/** How the province's rules have moved in five years, a sentence a kind of welfare; nothing where none has. */
export function CompareChanges(props: { network: string; on: Day; nameOf: (slug: string) => string }) {
  const changed = createAsync(() => getComparedChanges(props.network, addYears(props.on, -YEARS), props.on))
  return (
    <Show when={changed.latest}>
      {(changed) => (
        <Show when={changed().changes.length > 0}>
          <div class="only-screen">
            <Sheet labelledBy="compare-changes">
              <h2 id="compare-changes">{words().since(formatDay(changed().since, language(), 'long'))}</h2>
              <ul class="compare-changes"><For each={changed().changes}>{(change) => <Change of={change} nameOf={props.nameOf} />}</For></ul>
            </Sheet>
          </div>
        </Show>
      )}
    </Show>
  )
}

function Change(props: { of: ComparedChanges['changes'][number]; nameOf: (slug: string) => string }) {
  return (
    <For each={MOVES.filter((move) => props.of[move].length > 0)}>
      {(move) => <li><b>{kinds()[props.of.category]}</b> · {words().moves[move](props.of[move].length)}<span class="compare-under">{props.of[move].map((slug) => props.nameOf(slug)).join(' · ')}</span></li>}
    </For>
  )
}

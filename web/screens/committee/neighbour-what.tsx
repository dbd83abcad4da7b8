import '../public/events.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { benefitsOf } from '../../../plugins/kit/regulation.ts'
import { getDrafts } from '../../api-rules.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { neighbours as en } from '../../text/en/neighbours.ts'
import { neighbours as th } from '../../text/th/neighbours.ts'
import { categoryIcon } from '../../ui/category-icon.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useDesk } from './desk.tsx'
import { rulesFor } from './neighbour-rules.ts'

const words = inLanguage({ th, en })

/** What happened to the example person who is made by hand. */
export default function NeighbourWhat(props: RouteSectionProps) {
  const desk = useDesk()
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const drafts = createAsync(() => getDrafts(slug(), desk.network))
  const all = allOf({ fund, drafts })
  onArrival(() => words().what)
  const offered = () => {
    const known = all()
    const rules = known && rulesFor(known.fund, known.drafts)
    return rules ? benefitsOf(rules.regulation).map(({ benefit }) => benefit) : []
  }
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.neighbours(desk)}>{words().title}</a>}>
          <Sheet roomy>
            <h1 tabindex="-1">{words().what}</h1>
            <ul class="events">
              <For each={offered()}>
                {(benefit) => <li><a href={paths.neighbourStep(desk, benefit.id)}><Icon name={categoryIcon[benefit.category]} /><span>{benefit.title[language()]}</span><Icon name="caret-right" /></a></li>}
              </For>
            </ul>
          </Sheet>
        </Page>
      )}
    </Show>
  )
}

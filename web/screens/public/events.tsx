import './events.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { benefitsOf, inForceOn } from '../../../plugins/kit/regulation.ts'
import { getFund } from '../../api.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { categoryIcon } from '../../ui/category-icon.ts'

const words = inLanguage({ th, en })

export default function Events(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  onArrival(() => words().events)
  const offered = () => {
    const { publications, today } = fund() ?? { publications: [], today: '' }
    const regulation = inForceOn(publications, today)?.regulation
    return regulation ? benefitsOf(regulation).map(({ benefit }) => benefit) : []
  }
  return (
    <Show when={fund()}>
      {(fund) => (
        <Page title={fund().name[language()]} href={paths.fund(slug())} below={<a href={paths.fund(slug())}>{words().toNotice}</a>}>
          <Sheet roomy>
            <h1 tabindex="-1">{words().events}</h1>
            <p class="small">{words().eventsIntro}</p>
            <ul class="events">
              <For each={offered()}>
                {(benefit) => (
                  <li><a href={paths.enquiry(slug(), benefit.id)}><Icon name={categoryIcon[benefit.category]} /><span>{benefit.title[language()]}</span><Icon name="caret-right" /></a></li>
                )}
              </For>
            </ul>
          </Sheet>
        </Page>
      )}
    </Show>
  )
}

import './more.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { getAccount } from '../../api-people.ts'
import { getSettings } from '../../api-settings.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { more as en } from '../../text/en/more.ts'
import { more as th } from '../../text/th/more.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { SettingsForm } from './settings-form.tsx'

const words = inLanguage({ th, en })

/** What is needed seldom: people, centres, one's account, and what the fund has set for itself. */
export default function More(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const settings = createAsync(() => getSettings(slug()))
  const account = createAsync(() => getAccount())
  const all = allOf({ fund, settings, account })
  const roles = () => account()?.funds.find((each) => each.slug === slug())?.roles ?? []
  const ways = () => [
    { href: paths.people(slug()), name: words().people, note: words().peopleNote },
    { href: paths.centres(slug()), name: words().centres, note: words().centresNote },
    { href: paths.arrears(slug()), name: words().arrears, note: words().arrearsNote },
    { href: paths.ownFigures(slug()), name: words().figures, note: words().figuresNote },
    { href: paths.library(slug()), name: words().library, note: words().libraryNote },
    { href: paths.learning(all()?.fund.network.slug ?? ''), name: words().learning, note: words().learningNote },
    { href: paths.fund(slug()), name: words().notice, note: words().noticeNote },
    { href: paths.account(), name: words().account, note: words().accountNote },
  ]
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={words().title} beside>
          <div class="more-pages">
            <h1 tabindex="-1">{words().title}</h1>
            <Sheet>
              <ul class="more">
                <For each={ways()}>{({ href, name, note }) => <li><a href={href}><b>{name}</b><span class="small">{note}</span><Icon name="caret-right" /></a></li>}</For>
              </ul>
            </Sheet>
          </div>
          <Show when={roles().includes('fund-admin')}><Sheet labelledBy="settings"><SettingsForm fund={slug()} settings={all().settings} /></Sheet></Show>
        </Page>
      )}
    </Show>
  )
}

import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { bringIn, getLibrary } from '../../api-library.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { library as en } from '../../text/en/library.ts'
import { library as th } from '../../text/th/library.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { LibraryList } from '../library/library-list.tsx'

const words = inLanguage({ th, en })

/** What other funds, the network and models share, and the way to share one's own. */
export default function LibraryScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const library = createAsync(() => getLibrary(slug()))
  const all = allOf({ fund, library: () => library.latest })
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.rules(slug())}>{words().toRules}</a>}>
          <LibraryList library={all().library} packAt={(pack) => paths.libraryPack(slug(), pack)} listAt={(search) => paths.library(slug(), search)} bringIntro={words().bringIntro} bringIn={(text) => bringIn(slug(), text)}>
            <div><ButtonLink quiet icon="share-network" href={paths.share(slug())}>{words().share}</ButtonLink></div>
          </LibraryList>
        </Page>
      )}
    </Show>
  )
}

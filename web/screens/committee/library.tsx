import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
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
import { Nothing } from '../../ui/state.tsx'
import { BringFile } from '../library/bring-file.tsx'
import { LibraryList, type Search } from '../library/library-list.tsx'

const words = inLanguage({ th, en })

/** What other funds, the network and models share, and the way to share one's own. What is looked for stands in the address. */
export default function LibraryScreen(props: RouteSectionProps) {
  const navigate = useNavigate()
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const library = createAsync(() => getLibrary(slug()))
  const all = allOf({ fund, library: () => library.latest })
  const asked = (name: keyof Search) => { const value = props.location.query[name]; return typeof value === 'string' ? value : '' }
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.rules(slug())}>{words().toRules}</a>}>
          <Show when={all().library.packs.length > 0} fallback={<Nothing title={words().nothing}><p>{words().nothingYet}</p></Nothing>}>
            <header><h1 tabindex="-1">{words().title}</h1><p>{words().intro}</p></header>
            <LibraryList packs={all().library.packs} search={{ q: asked('q'), kind: asked('kind') }} href={(pack) => paths.libraryPack(slug(), pack)} onSearch={(search) => navigate(paths.library(slug(), { ...search }), { replace: true, scroll: false })} />
          </Show>
          <Show when={all().library.mayWrite}>
            <div><ButtonLink quiet icon="share-network" href={paths.share(slug())}>{words().share}</ButtonLink></div>
            <BringFile intro={words().bringIntro} act={(text) => bringIn(slug(), text)} onBrought={(pack) => navigate(paths.libraryPack(slug(), pack))} />
          </Show>
        </Page>
      )}
    </Show>
  )
}

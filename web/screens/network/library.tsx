import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { bringInToNetwork, getNetworkLibrary } from '../../api-library.ts'
import { getFundsOf } from '../../api-network.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { library as en } from '../../text/en/library.ts'
import { library as th } from '../../text/th/library.ts'
import { Page } from '../../ui/page.tsx'
import { Nothing } from '../../ui/state.tsx'
import { BringFile } from '../library/bring-file.tsx'
import { LibraryList, type Search } from '../library/library-list.tsx'

const words = inLanguage({ th, en })

/** The same library as a network's officers see it. */
export default function NetworkLibraryScreen(props: RouteSectionProps) {
  const navigate = useNavigate()
  const slug = () => props.params['network'] ?? ''
  const network = createAsync(() => getFundsOf(slug(), ''))
  const library = createAsync(() => getNetworkLibrary(slug()))
  const all = allOf({ network, library: () => library.latest })
  const asked = (name: keyof Search) => { const value = props.location.query[name]; return typeof value === 'string' ? value : '' }
  onArrival(() => `${words().title} · ${network()?.network.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().network.network.name[language()]} href={paths.network(slug())} below={words().title}>
          <Show when={all().library.packs.length > 0} fallback={<Nothing title={words().nothing}><p>{words().nothingYet}</p></Nothing>}>
            <header><h1 tabindex="-1">{words().title}</h1><p>{words().intro}</p></header>
            <LibraryList packs={all().library.packs} search={{ q: asked('q'), kind: asked('kind') }} href={(pack) => paths.networkPack(slug(), pack)} onSearch={(search) => navigate(paths.networkLibrary(slug(), { ...search }), { replace: true, scroll: false })} />
          </Show>
          <Show when={all().library.mayWrite}><BringFile intro={words().bringIntroNetwork} act={(text) => bringInToNetwork(slug(), text)} onBrought={(pack) => navigate(paths.networkPack(slug(), pack))} /></Show>
        </Page>
      )}
    </Show>
  )
}

import { createAsync, type RouteSectionProps } from '@solidjs/router'
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
import { LibraryList } from '../library/library-list.tsx'

const words = inLanguage({ th, en })

/** The same library as a network's officers see it. */
export default function NetworkLibraryScreen(props: RouteSectionProps) {
  const slug = () => props.params['network'] ?? ''
  const network = createAsync(() => getFundsOf(slug(), ''))
  const library = createAsync(() => getNetworkLibrary(slug()))
  const all = allOf({ network, library: () => library.latest })
  onArrival(() => `${words().title} · ${network()?.network.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().network.network.name[language()]} href={paths.network(slug())} below={words().title}>
          <LibraryList library={all().library} packAt={(pack) => paths.networkPack(slug(), pack)} listAt={(search) => paths.networkLibrary(slug(), search)} bringIntro={words().bringIntroNetwork} bringIn={(text) => bringInToNetwork(slug(), text)} />
        </Page>
      )}
    </Show>
  )
}

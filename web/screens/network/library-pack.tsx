import '../library/library.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { endEndorsement, endorse, getNetworkPack, networkPackFileAddress, withdrawOfNetwork } from '../../api-library.ts'
import { getFundsOf } from '../../api-network.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { library as en } from '../../text/en/library.ts'
import { library as th } from '../../text/th/library.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { PackFile } from '../library/pack-file.tsx'
import { PackBehind, PackNotice, PackOrigin } from '../library/pack.tsx'
import { WithWords } from '../library/with-words.tsx'

const words = inLanguage({ th, en })

/** One shared pack as a network's officers see it, who may endorse it, and withdraw what is the network's own. */
export default function NetworkPackScreen(props: RouteSectionProps) {
  const slug = () => props.params['network'] ?? ''
  const id = () => props.params['pack'] ?? ''
  const network = createAsync(() => getFundsOf(slug(), ''))
  const pack = createAsync(() => getNetworkPack(slug(), id()))
  const all = allOf({ network, pack: () => pack.latest })
  const fileOf = (version: string) => networkPackFileAddress(slug(), id(), version)
  onArrival(() => `${pack()?.title[language()] ?? ''} · ${network()?.network.name[language()] ?? ''}`)
  const { send, busy, faults } = useSending(() => ({}), 'end-endorsement')
  const end = () => { void send(() => endEndorsement(slug(), id()), () => undefined) }
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().network.network.name[language()]} href={paths.network(slug())} below={<a href={paths.networkLibrary(slug())}>{words().back}</a>} beside>
          <div class="library-beside only-screen">
            <PackOrigin of={all().pack} />
            <Show when={all().pack.can.length > 0}>
              <Sheet>
                <div class="library-stack">
                  <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
                  <Show when={all().pack.can.includes('endorse')}><WithWords id="endorse" field="note" label={words().endorse} intro={words().endorseIntro} asks={words().endorseNote} verb={words().endorseNow} act={(note) => endorse(slug(), id(), note)} /></Show>
                  <Show when={all().pack.can.includes('end-endorsement')}><div id="end-endorsement" tabindex="-1"><Button quiet onClick={end}>{busy() ? words().saving : words().endEndorsement}</Button></div></Show>
                  <Show when={all().pack.can.includes('withdraw')}><WithWords id="withdraw" field="reason" label={words().withdraw} intro={words().withdrawIntro} asks={words().reason} verb={words().withdrawNow} act={(reason) => withdrawOfNetwork(slug(), id(), { version: all().pack.version, reason })} /></Show>
                </div>
              </Sheet>
            </Show>
            <PackFile of={all().pack} href={fileOf} />
          </div>
          <div class="library-notice">
            <PackNotice of={all().pack} today={all().network.on} />
            <PackBehind of={all().pack} fileOf={fileOf} />
          </div>
        </Page>
      )}
    </Show>
  )
}

import './rules.css'
import '../library/library.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { inForceOn } from '../../../plugins/kit/regulation.ts'
import { getLibraryPack, packFileAddress, withdrawOwn } from '../../api-library.ts'
import { getDrafts } from '../../api-rules.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { library as en } from '../../text/en/library.ts'
import { library as th } from '../../text/th/library.ts'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { PackFile } from '../library/pack-file.tsx'
import { PackBehind, PackNotice, PackOrigin } from '../library/pack.tsx'
import { WithWords } from '../library/with-words.tsx'
import { Adopt } from './library-adopt.tsx'

const words = inLanguage({ th, en })

/** One shared pack: whose it is and how it stands with others, the way to take it up, and its rules as they would hang in the temple hall. */
export default function LibraryPackScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const drafts = createAsync(() => getDrafts(slug()))
  const pack = createAsync(() => getLibraryPack(slug(), props.params['pack'] ?? ''))
  const all = allOf({ fund, drafts: () => drafts.latest, pack: () => pack.latest })
  const fileOf = (version: string) => packFileAddress(slug(), props.params['pack'] ?? '', version)
  onArrival(() => `${pack()?.title[language()] ?? ''} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.library(slug())}>{words().back}</a>} beside>
          <div class="library-beside only-screen">
            <PackOrigin of={all().pack} />
            <Adopt fund={all().fund} drafts={all().drafts} pack={all().pack} />
            <PackFile of={all().pack} href={fileOf} />
            <Show when={all().pack.can.includes('withdraw')}>
              <Sheet><WithWords id="withdraw" field="reason" label={words().withdraw} intro={words().withdrawIntro} asks={words().reason} verb={words().withdrawNow} act={(reason) => withdrawOwn(slug(), all().pack.pack, { version: all().pack.version, reason })} /></Sheet>
            </Show>
          </div>
          <div class="library-notice">
            <PackNotice of={all().pack} today={all().fund.today} fundTerms={inForceOn(all().fund.publications, all().fund.today)?.regulation.fundTerms} />
            <PackBehind of={all().pack} fileOf={fileOf} />
          </div>
        </Page>
      )}
    </Show>
  )
}

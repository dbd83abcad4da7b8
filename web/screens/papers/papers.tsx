import './papers.css'
import { createEffect, createSignal, For, Match, on, onCleanup, Switch } from 'solid-js'
import { getPicture, paperAddress, regulationFileAddress } from '../../api-papers.ts'
import type { Fund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { papers as en } from '../../text/en/papers.ts'
import { papers as th } from '../../text/th/papers.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { SenderCode } from '../../ui/sender-code.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const words = inLanguage({ th, en })

/** What a fund's rules in force are printed on, the notice as pictures to hand on, and the regulation as a file for another fund's draft. */
export function Papers(props: { fund: Pick<Fund, 'slug' | 'signedHere'>; number: number }) {
  return (
    <Sheet>
      <div class="papers">
        <h2>{words().title}</h2>
        <p>{words().intro}</p>
        <ButtonLink quiet file="beside" icon="printer" href={paperAddress(props.fund.slug, 'regulation', language())}>{words().regulation}</ButtonLink>
        <ButtonLink quiet file="beside" icon="printer" href={paperAddress(props.fund.slug, 'notice', language())}>{words().notice}</ButtonLink>
        <p class="small">{words().noticeSize}</p>
        <HandOn fund={props.fund.slug} />
        <ButtonLink quiet file="saved" href={regulationFileAddress(props.fund.slug, props.number)}>{words().keep}</ButtonLink>
        <p class="small">{words().keepNote}</p>
        <SenderCode label={words().ourCode} of={props.fund.signedHere} note={words().ourCodeNote} />
      </div>
    </Sheet>
  )
}

type HandingOn = 'waits' | 'draws' | 'once-more' | 'saves' | 'failed'

/** The notice as pictures, for the phone's share sheet; where there is none, to be saved one by one. */
function HandOn(props: { fund: string }) {
  const [state, setState] = createSignal<HandingOn>('waits')
  const [files, setFiles] = createSignal<File[]>([])
  createEffect(on(language, () => { setFiles([]); setState('waits') }, { defer: true }))

  const handOn = async () => {
    if (state() === 'draws') return
    setState('draws')
    try {
      if (files().length === 0) setFiles(await pictures(props.fund))
      setState(await share(files()))
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <Button quiet icon="share-network" onClick={() => { void handOn() }}>{words().handOn}</Button>
      <div role="status">
        <Switch>
          <Match when={state() === 'draws'}><p>{words().drawing}</p></Match>
          <Match when={state() === 'once-more'}><p>{words().onceMore}</p></Match>
          <Match when={state() === 'failed'}><p>{words().cannot}</p></Match>
          <Match when={state() === 'saves'}><Saved files={files()} /></Match>
        </Switch>
      </div>
    </>
  )
}

/** What draws is fetched with what is drawn: most who read a notice hand nothing on. */
async function pictures(fund: string): Promise<File[]> {
  const [svg, { drawPages }] = await Promise.all([getPicture(fund, language()), import('./picture.ts')])
  return drawPages(svg, (at) => words().fileName(fund, at))
}

/** Hands files to the phone. It does so only soon after a tap, and drawing may have taken too long. */
async function share(files: File[]): Promise<HandingOn> {
  if (!('canShare' in navigator) || !navigator.canShare({ files })) return 'saves'
  try {
    await navigator.share({ files })
    return 'waits'
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    if (error.name === 'AbortError') return 'waits' // they thought better of it
    if (error.name === 'NotAllowedError') return 'once-more'
    throw error
  }
}

function Saved(props: { files: readonly File[] }) {
  const made = props.files.map((file) => ({ name: file.name, href: URL.createObjectURL(file) }))
  onCleanup(() => { for (const { href } of made) URL.revokeObjectURL(href) })
  return (
    <div class="papers-saved">
      <p>{words().saveThem}</p>
      <For each={made}>{({ name, href }, at) => <a class="button quiet" href={href} download={name}>{words().save(at() + 1, made.length)}</a>}</For>
    </div>
  )
}

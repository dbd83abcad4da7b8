import './page.css'
import { createSignal, onCleanup, Show, type JSX } from 'solid-js'
import { inLanguage } from '../device.ts'
import { state as en } from '../text/en/state.ts'
import { state as th } from '../text/th/state.ts'
import { Cover } from './cover.tsx'
import { Navigation, useWays } from './navigation.tsx'
import { Reading } from './reading.tsx'

const words = inLanguage({ th, en })

/** A cover and what lies under it, beside the ways where there are some. `beside`: a second column on a desk wide enough for one. */
export function Page(props: { title: string; href: string; below?: JSX.Element; beside?: true; children: JSX.Element }) {
  const ways = useWays()
  const desk = () => <main class="desk" classList={{ 'desk-beside': props.beside === true }}>{props.children}</main>
  return (
    <>
      <Cover title={props.title} href={props.href} below={props.below}><Reading /></Cover>
      <NoSignal />
      <Show when={ways} fallback={desk()}>{(ways) => <div class="with-ways"><Navigation ways={ways()()} />{desk()}</div>}</Show>
    </>
  )
}

/** What the thumb reaches: the screen's button, and on a phone the result so far above it. */
export function Foot(props: { children: JSX.Element }) {
  return <div class="foot only-screen">{props.children}</div>
}

function NoSignal() {
  const [online, setOnline] = createSignal(navigator.onLine)
  const look = () => setOnline(navigator.onLine)
  addEventListener('online', look)
  addEventListener('offline', look)
  onCleanup(() => { removeEventListener('online', look); removeEventListener('offline', look) })
  return <Show when={!online()}><p class="no-signal only-screen" role="status">{words().noSignal}</p></Show>
}

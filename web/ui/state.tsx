import './state.css'
import { createSignal, onCleanup, Show, type JSX } from 'solid-js'
import { inLanguage } from '../device.ts'
import { state as en } from '../text/en/state.ts'
import { state as th } from '../text/th/state.ts'
import { Button } from './button.tsx'
import { Sheet } from './sheet.tsx'

const words = inLanguage({ th, en })
const PATIENCE_MS = 400

/** One line of text, and only when the wait is long enough to be noticed. */
export function Waiting() {
  const [noticed, notice] = createSignal(false)
  const timer = setTimeout(() => notice(true), PATIENCE_MS)
  onCleanup(() => clearTimeout(timer))
  return <p class="waiting" role="status"><Show when={noticed()}>{words().waiting}</Show></p>
}

/** What comes here, and the way to it. */
export function Nothing(props: { title: string; children: JSX.Element }) {
  return <Sheet roomy><h1 tabindex="-1">{props.title}</h1><div class="state-body">{props.children}</div></Sheet>
}

/** What happened, what is safe, what to do. */
export function Trouble(props: { happened: string; safe: string; onRetry?: () => void }) {
  return (
    <div class="trouble" role="alert">
      <h1>{props.happened}</h1>
      <p>{props.safe}</p>
      <Show when={props.onRetry}>{(retry) => <Button onClick={() => retry()()}>{words().retry}</Button>}</Show>
    </div>
  )
}

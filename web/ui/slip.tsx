import './slip.css'
import { For, Show, type JSX } from 'solid-js'
import { Line } from './sheet.tsx'

export type Tone = 'yes' | 'ask' | 'no' | 'pen'

export interface SlipLine {
  label: string
  figure: string
  note?: string | undefined
}

/** What the rules say: the outcome large, then the sum as on a till slip; the last line stands on a double rule. */
export function Slip(props: {
  tone: Tone
  kicker: string
  clause?: JSX.Element
  /** Whether the outcome is the heading of its screen. */
  heading?: boolean
  /** A word that comes before the outcome, which is then not celebrated. */
  above?: string | undefined
  headline: JSX.Element
  lines: SlipLine[]
  children?: JSX.Element
}) {
  return (
    <section class={`slip slip-${props.tone}`} classList={{ 'slip-grave': props.above !== undefined }} id="slip" tabindex="-1" aria-live="polite" aria-label={props.kicker}>
      <div class="slip-kicker"><b>{props.kicker}</b>{props.clause}</div>
      <Show when={props.above}><p class="slip-above">{props.above}</p></Show>
      <Show when={props.heading} fallback={<p class="slip-headline figure">{props.headline}</p>}><h1 class="slip-headline figure" tabindex="-1">{props.headline}</h1></Show>
      <Show when={props.lines.length > 0}>
        <ol class="slip-lines"><For each={props.lines}>{(line) => <Line {...line} />}</For></ol>
      </Show>
      <div class="slip-words">{props.children}</div>
    </section>
  )
}

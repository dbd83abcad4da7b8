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
  headline: JSX.Element
  lines: SlipLine[]
  children?: JSX.Element
}) {
  return (
    <section class="slip" classList={{ [`slip-${props.tone}`]: true }} id="slip" tabindex="-1" aria-live="polite">
      <div class="slip-kicker"><b>{props.kicker}</b>{props.clause}</div>
      <div class="slip-headline figure">{props.headline}</div>
      <Show when={props.lines.length > 0}>
        <ol class="slip-lines"><For each={props.lines}>{(line) => <Line {...line} />}</For></ol>
      </Show>
      <div class="slip-words">{props.children}</div>
    </section>
  )
}

import './passbook.css'
import { For, Show, type JSX } from 'solid-js'

/** A line of the passbook as it is shown: when, how much, and a word that says how it stands. */
export interface BookLine {
  label: string
  amount: string
  state: 'paid' | 'unpaid' | 'not-due'
  word: string
  note?: string | undefined
}

/** The passbook (สมุดเงินสัจจะ): a line an instalment, each with its frame. */
export function PassbookPage(props: { title: string; below: JSX.Element; lines: BookLine[]; foot?: JSX.Element }) {
  return (
    <section class="sheet book" aria-labelledby="passbook">
      <div class="book-head"><h2 id="passbook">{props.title}</h2><div class="small">{props.below}</div></div>
      <ol>
        <For each={props.lines}>
          {(line) => (
            <li class="book-line">
              <span class="book-when">{line.label}{line.note && <span class="small book-note">{line.note}</span>}</span>
              <span class="book-amount figure">{line.amount}</span>
              <span class="book-state" classList={{ [`book-${line.state}`]: true }}>{line.word}</span>
            </li>
          )}
        </For>
      </ol>
      <Show when={props.foot}><div class="book-foot only-screen">{props.foot}</div></Show>
    </section>
  )
}

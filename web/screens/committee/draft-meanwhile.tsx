import { For, Show } from 'solid-js'
import type { Draft, DraftStep } from '../../api-rules.ts'
import { inLanguage } from '../../device.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { BeforeAfterList } from '../../ui/before-after.tsx'
import { Button } from '../../ui/button.tsx'
import { stepInWords, useNames } from './draft-undo.tsx'

const words = inLanguage({ th, en })

/** Others were faster: who changed what, in sentences, with one's own beside it, to be put on top of theirs or dropped. */
export function DraftMeanwhile(props: { fund: string; draft: Draft; since: readonly DraftStep[]; mine: string; busy: boolean; onPut: () => void; onDrop: () => void }) {
  const nameAt = useNames(props.fund, () => props.draft)
  const take = (element: HTMLElement) => queueMicrotask(() => element.focus())
  return (
    <div class="draft-meanwhile" role="alert" tabindex="-1" ref={take}>
      <h2>{words().meanwhile}</h2>
      <For each={props.since}>
        {(step) => (
          <div>
            <p><b>{words().who(nameAt(step.version))}</b></p>
            <Show when={step.difference.length > 0} fallback={<p>{stepInWords(step)}</p>}><BeforeAfterList of={step.difference} elsewhere={words().elsewhere} level={3} /></Show>
          </div>
        )}
      </For>
      <p><b>{words().mine}</b> {props.mine}</p>
      <p class="small">{words().meanwhileIntro}</p>
      <div class="draft-acts">
        <Button onClick={props.onPut}>{props.busy ? words().using : words().putMine}</Button>
        <Button quiet onClick={props.onDrop}>{words().dropMine}</Button>
      </div>
    </div>
  )
}

import './open-terms.css'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { capital } from '../../../plugins/kit/sentence.ts'
import type { Term, TermValue } from '../../../plugins/kit/term.ts'
import { inLanguage, language } from '../../device.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Value } from '../../ui/value.tsx'
import { inWords, ValueField } from './draft-value.tsx'

const words = inLanguage({ th, en })

type OpenTerm = { id: string; term: Term }

/** What a pack leaves to the fund: each opens to be set, one at a time, or stays open. `place` is where what is wrong with it stands. */
export function OpenTerms(props: { of: readonly OpenTerm[]; values: Readonly<Record<string, TermValue>>; place: (id: string) => string; errorAt: (place: string) => string | undefined; beside?: (of: OpenTerm) => JSX.Element; onSet: (id: string, value: TermValue | undefined) => void }) {
  const [open, setOpen] = createSignal<{ term: string; step?: string | undefined }>()
  return (
    <ul>
      <For each={props.of}>
        {({ id, term }) => (
          <li class="open-term" id={props.place(id)} tabindex="-1">
            <p class="line">
              <span>{capital(term.label[language()])}</span>
              <Value text={inWords(term, props.values[id])} open={!(id in props.values)} tapping={{ id, before: undefined, isChanged: false, isOpen: open()?.term === id, label: term.label[language()], onTap: () => setOpen(open()?.term === id ? undefined : { term: id }) }} />
            </p>
            <Show when={term.note}>{(note) => <p class="small">{note()[language()]}</p>}</Show>
            <Show when={props.errorAt(props.place(id))}>{(error) => <p class="field-error">{error()}</p>}</Show>
            {props.beside?.({ id, term })}
            <Show when={open()?.term === id}>
              <ValueField term={term} value={props.values[id]} step={open()?.step} onStep={(step) => setOpen({ term: id, step })} onInput={(value) => props.onSet(id, value)} />
              <Show when={id in props.values}><Button quiet onClick={() => { props.onSet(id, undefined); setOpen(undefined) }}>{words().leaveOpen}</Button></Show>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}

import './library.css'
import { createSignal, Show } from 'solid-js'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { library as en } from '../../text/en/library.ts'
import { library as th } from '../../text/th/library.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LongTextField } from '../../ui/long-text-field.tsx'

const words = inLanguage({ th, en })

/** An act of whoever shared a pack, or endorses it, which takes a few words: behind its name. */
export function WithWords(props: { id: string; field: 'reason' | 'note'; label: string; intro: string; asks: string; verb: string; act: (said: string) => Promise<unknown> }) {
  const [said, setSaid] = createSignal('')
  const { send, busy, faults, errorAt } = useSending(() => ({ [props.field]: props.asks }), props.field, `${props.id}-`)
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => props.act(said()), () => setSaid(''))
  }
  return (
    <Fold label={props.label}>
      <form class="library-form" onSubmit={save} noValidate>
        <p>{props.intro}</p>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <LongTextField asking={{ id: `${props.id}-${props.field}`, label: props.asks, error: errorAt(props.field) }} value={said()} onInput={setSaid} />
        <Button quiet submit>{busy() ? words().saving : props.verb}</Button>
      </form>
    </Fold>
  )
}

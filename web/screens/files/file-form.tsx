import './files.css'
import { createSignal, Show } from 'solid-js'
import type { Text } from '../../../plugins/kit/text.ts'
import { ApiTrouble } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { files as en } from '../../text/en/files.ts'
import { files as th } from '../../text/th/files.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { SenderCode } from '../../ui/sender-code.tsx'
import { signerOf, textOf } from './chosen-file.ts'

const words = inLanguage({ th, en })

/** What a file can be wrong in fills pages: its sender mends it, who finds the rest. */
const SHOWN_MAX = 5

/** A file that is chosen and brought in. What is refused stays chosen, with the reason. */
export function useFile(label: () => string) {
  const [file, setFile] = createSignal<File>()
  const [signer, setSigner] = createSignal<string>()
  const [refusal, setRefusal] = createSignal<Text>()
  const { send, busy, faults, setFaults, errorAt } = useSending(() => ({ file: label() }), 'file')

  async function choose(chosen: File) {
    setFile(chosen)
    setSigner(undefined)
    const code = await signerOf(chosen)
    if (file() === chosen) setSigner(code)
  }

  /** `otherwise` may take a refusal upon itself, which is then not shown at the file. */
  function bring<T>(act: (text: string) => Promise<T>, done: (answer: T) => void, otherwise: (error: unknown) => boolean = () => false) {
    const chosen = file()
    setRefusal(undefined)
    if (!chosen) return setFaults([{ id: 'file', name: label(), error: words().notChosen }])
    void send(async () => act(await textOf(chosen)), done, (error) => {
      if (error instanceof ApiTrouble && error.places.length > 0) setRefusal(error.text)
      return otherwise(error)
    })
  }
  return { file, choose, signer, refusal, busy, faults, errorAt, label, bring }
}

/** What it means to bring a file in, and the field for it; the way back where it was opened by itself. */
export function FileForm(props: { of: ReturnType<typeof useFile>; intro: string; verb: string; onSubmit: () => void; onBack?: () => void }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    props.onSubmit()
  }
  const hidden = () => props.of.faults().length - SHOWN_MAX
  return (
    <form class="file-form" onSubmit={submit} noValidate>
      <p>{props.intro}</p>
      <Show when={props.of.faults().length > 0}>
        <Faults title={props.of.refusal()?.[language()] ?? words().cannot} faults={props.of.faults().slice(0, SHOWN_MAX)} />
        <Show when={hidden() > 0}><p class="small">{words().more(hidden())}</p></Show>
      </Show>
      <FileField asking={{ id: 'file', label: props.of.label(), error: props.of.errorAt('file') }} file={props.of.file()} onInput={(file) => { void props.of.choose(file) }} />
      <Show when={props.of.signer()}>{(code) => <SenderCode label={words().theirCode} of={code()} note={words().theirCodeNote} />}</Show>
      <div class="file-acts">
        <Button submit>{props.verb}</Button>
        <Show when={props.onBack}>{(back) => <Button quiet onClick={back()}>{words().back}</Button>}</Show>
      </div>
      <p role="status">{props.of.busy() ? words().checking : ''}</p>
    </form>
  )
}

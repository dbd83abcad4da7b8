import { createSignal, Show } from 'solid-js'
import { bringRegulation, meanwhileIn, type Draft } from '../../api-rules.ts'
import { inLanguage } from '../../device.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { FileForm, useFile } from '../files/file-form.tsx'
import { DraftMeanwhile } from './draft-meanwhile.tsx'

const words = inLanguage({ th, en })

/** The regulation in a file takes the place of all that a draft says; where others were faster, beside what they did. */
export function BringRegulation(props: { fund: string; draft: Draft; onBack: () => void; onDone: () => void }) {
  const file = useFile(() => words().regulationFile)
  const [meanwhile, setMeanwhile] = createSignal<ReturnType<typeof meanwhileIn>>()
  const bring = (version: number) => file.bring((text) => bringRegulation(props.fund, { id: props.draft.id, version }, text), props.onDone, (error) => {
    const since = meanwhileIn(error)
    setMeanwhile(since)
    return since !== undefined
  })
  return (
    <Show when={meanwhile()} fallback={<FileForm of={file} intro={words().bringFileIntro} verb={words().bringFileNow} onSubmit={() => bring(props.draft.version)} onBack={props.onBack} />}>
      {(found) => <DraftMeanwhile fund={props.fund} draft={props.draft} since={found().since} mine={words().fromFile(file.file()?.name ?? '')} busy={file.busy()} onPut={() => bring(Math.max(props.draft.version, found().version))} onDrop={props.onBack} />}
    </Show>
  )
}

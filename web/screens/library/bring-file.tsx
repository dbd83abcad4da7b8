import { inLanguage } from '../../device.ts'
import { library as en } from '../../text/en/library.ts'
import { library as th } from '../../text/th/library.ts'
import { Fold } from '../../ui/fold.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { FileForm, useFile } from '../files/file-form.tsx'

const words = inLanguage({ th, en })

/** A pack comes into the library as a file, by whoever may write there. */
export function BringFile(props: { intro: string; act: (text: string) => Promise<{ pack: string }>; onBrought: (pack: string) => void }) {
  const file = useFile(() => words().packFile)
  return (
    <Sheet>
      <Fold label={words().bring}><FileForm of={file} intro={props.intro} verb={words().bringNow} onSubmit={() => file.bring(props.act, ({ pack }) => props.onBrought(pack))} /></Fold>
    </Sheet>
  )
}

import { Show } from 'solid-js'
import type { LibraryPack } from '../../api-library.ts'
import { inLanguage } from '../../device.ts'
import { library as en } from '../../text/en/library.ts'
import { papers as enPapers } from '../../text/en/papers.ts'
import { library as th } from '../../text/th/library.ts'
import { papers as thPapers } from '../../text/th/papers.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { SenderCode } from '../../ui/sender-code.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const words = inLanguage({ th, en })
const paperWords = inLanguage({ th: thPapers, en: enPapers })

/** A pack as a file to hand on, with the code by which its receiver knows whose it is. What came as a file is handed on as that file. */
export function PackFile(props: { of: LibraryPack; href: (version: string) => string }) {
  return (
    <Show when={!props.of.withdrawn && props.of.signedHere}>
      {(code) => (
        <Sheet labelledBy="as-file">
          <div class="library-stack">
            <h2 id="as-file">{words().asFile}</h2>
            <p>{words().keepIntro}</p>
            <ButtonLink quiet file="saved" href={props.href(props.of.version)}>{words().keep}</ButtonLink>
            <SenderCode label={paperWords().ourCode} of={code()} note={paperWords().ourCodeNote} />
          </div>
        </Sheet>
      )}
    </Show>
  )
}

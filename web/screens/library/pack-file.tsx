import { Show } from 'solid-js'
import type { LibraryPack } from '../../api-library.ts'
import { inLanguage } from '../../device.ts'
import { library as en } from '../../text/en/library.ts'
import { library as th } from '../../text/th/library.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const words = inLanguage({ th, en })

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
            <Code label={words().ourCode} of={code()} note={words().ourCodeNote} />
          </div>
        </Sheet>
      )}
    </Show>
  )
}

/** The code of whoever has signed a file, to be compared on the telephone. */
export function Code(props: { label: string; of: string; note: string }) {
  return <div><p>{props.label}</p><p class="library-code">{props.of}</p><p class="small">{props.note}</p></div>
}

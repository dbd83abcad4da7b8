import './reading.css'
import { For } from 'solid-js'
import { inLanguage, language, letters, setLanguage, setLetters, type Letters } from '../device.ts'
import { reading as en } from '../text/en/reading.ts'
import { reading as th } from '../text/th/reading.ts'

const words = inLanguage({ th, en })
const sizes: Letters[] = ['normal', 'large', 'largest']

/** How this device likes to read: the size of its letters and its language. */
export function Reading() {
  const other = () => (language() === 'th' ? 'en' : 'th')
  return (
    <div class="reading">
      <div class="reading-letters" role="group" aria-label={words().letters}>
        <span aria-hidden="true">{words().letters}</span>
        <For each={sizes}>
          {(size) => <button type="button" aria-pressed={letters() === size} onClick={() => setLetters(size)}>{words().sizes[size]}</button>}
        </For>
      </div>
      <button type="button" lang={other()} onClick={() => setLanguage(other())}>{words().otherLanguage}</button>
    </div>
  )
}

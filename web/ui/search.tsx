import './search.css'
import { Show, type JSX } from 'solid-js'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Sheet } from './sheet.tsx'

/** Looks for something in a list by what is typed. */
export function Search(props: { words: { search: string; searchHint: string; find: string }; typed: string; onSearch: (typed: string) => void }) {
  const search = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    props.onSearch(String(new FormData(event.currentTarget).get('q')).trim())
  }
  return (
    <form role="search" onSubmit={search}>
      <Field asking={{ id: 'q', label: props.words.search, hint: props.words.searchHint }}>
        <div class="search">
          <input class="box" id="q" name="q" type="search" autocomplete="off" maxlength="100" aria-describedby="q-hint" value={props.typed} />
          <Button quiet submit>{props.words.find}</Button>
        </div>
      </Field>
    </form>
  )
}

interface NoneWords {
  none: string
  noneYet: string
  noneFound: (typed: string) => string
  noneFoundHint: string
}

/** A list that has nothing in it: what comes here, or that nothing is as was typed. */
export function NoneFound(props: { words: NoneWords; typed: string; children?: JSX.Element }) {
  return (
    <Sheet roomy>
      <div class="none-found" role="status">
        <Show when={props.typed !== ''} fallback={<><h2>{props.words.none}</h2><p>{props.words.noneYet}</p></>}><h2>{props.words.noneFound(props.typed)}</h2><p>{props.words.noneFoundHint}</p></Show>
        {props.children}
      </div>
    </Sheet>
  )
}

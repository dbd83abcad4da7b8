import './search.css'
import { useNavigate } from '@solidjs/router'
import { inLanguage } from '../../device.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

const words = inLanguage({ th, en })

/** Finds somebody of the register, or what `hint` says; what was typed stands in the address that it leads to. */
export function Search(props: { typed: string; to: (typed: string) => string; hint?: string }) {
  const navigate = useNavigate()
  const search = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    navigate(props.to(String(new FormData(event.currentTarget).get('q')).trim()))
  }
  return (
    <form role="search" onSubmit={search}>
      <Field asking={{ id: 'q', label: words().search, hint: props.hint ?? words().searchHint }}>
        <div class="search">
          <input class="box" id="q" name="q" type="search" autocomplete="off" maxlength="100" aria-describedby="q-hint" value={props.typed} />
          <Button quiet submit>{words().find}</Button>
        </div>
      </Field>
    </form>
  )
}

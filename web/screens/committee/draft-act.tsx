import { Show, type JSX } from 'solid-js'
import { inLanguage } from '../../device.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'

const words = inLanguage({ th, en })

/** A form of one act: what it means, its fields, and its button; the way back where it was opened by itself. */
export function ActForm(props: { intro: string; verb: string; onBack?: () => void; busy: boolean; faults: Fault[]; onSubmit: () => void; children?: JSX.Element }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <form class="rules-stack" onSubmit={submit} noValidate>
      <p>{props.intro}</p>
      <Show when={props.faults.length > 0}><Faults title={words().cannot} faults={props.faults} /></Show>
      {props.children}
      <div class="draft-buttons"><Button submit>{props.busy ? words().using : props.verb}</Button><Show when={props.onBack}>{(back) => <Button quiet onClick={back()}>{words().back}</Button>}</Show></div>
    </form>
  )
}

/** What is wrong with a day that was not entered, or that the calendar has not. */
export const noDay = (id: string, name: string, day: 'none' | undefined): Fault => ({ id, name, error: day === 'none' ? words().noSuchDay : words().noDay })

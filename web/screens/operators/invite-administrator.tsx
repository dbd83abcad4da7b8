import { createSignal, Show } from 'solid-js'
import { inviteAdministrator } from '../../api-operator.ts'
import type { MadeInvitation } from '../../api-people.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { operator as en } from '../../text/en/operator.ts'
import { operator as th } from '../../text/th/operator.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { HandOver } from '../../ui/hand-over.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })

/** The first administrator of a fund is invited: the link and its QR code are shown once, to be handed over. */
export function InviteAdministrator(props: { fund: string }) {
  const [name, setName] = createSignal('')
  const [made, setMade] = createSignal<MadeInvitation>()
  const { send, busy, faults, errorAt } = useSending(() => ({ name: words().administrator }), 'name')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => inviteAdministrator(props.fund, name()), (invitation) => {
      setMade(invitation)
      setName('')
    })
  }
  return (
    <>
      <form class="operators-form" onSubmit={submit} noValidate>
        <h2>{words().inviteFirst}</h2>
        <p>{words().inviteFirstIntro}</p>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <TextField asking={{ id: 'name', label: words().administrator, error: errorAt('name') }} value={name()} onInput={setName} />
        <Button submit>{busy() ? words().saving : words().makeInvitation}</Button>
      </form>
      <Show when={made()}>{(invitation) => <HandOver made={invitation()} />}</Show>
    </>
  )
}

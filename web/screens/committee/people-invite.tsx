import { createAsync, revalidate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { getInvitations, invite, takeBack, type MadeInvitation, type Role } from '../../api-people.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { people as en } from '../../text/en/people.ts'
import { people as th } from '../../text/th/people.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { HandOver } from '../../ui/hand-over.tsx'
import { moment } from '../../ui/moment.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { fundRoles } from './fund-roles.ts'

const words = inLanguage({ th, en })

/** Somebody new is invited: the link and its QR code are shown once, to be handed over. */
export function Invite(props: { fund: string }) {
  const [name, setName] = createSignal('')
  const [role, setRole] = createSignal<Role>()
  const [made, setMade] = createSignal<MadeInvitation>()
  const { send, faults, setFaults, errorAt } = useSending(() => ({ name: words().invitedName, role: words().role }), 'name')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const chosen = role()
    if (chosen === undefined) return setFaults([{ id: 'role', name: words().role, error: words().chooseRole }])
    void send(() => invite(props.fund, name(), chosen), (invitation) => {
      setMade(invitation)
      setName('')
      void revalidate(getInvitations.key)
    })
  }
  return (
    <>
      <Sheet>
        <form class="people-form" onSubmit={submit} noValidate>
          <h2>{words().invite}</h2>
          <p class="small">{words().inviteIntro}</p>
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
          <TextField asking={{ id: 'name', label: words().invitedName, error: errorAt('name') }} value={name()} onInput={setName} />
          <ChoiceField
            asking={{ id: 'role', label: words().role, error: errorAt('role') }} value={role()}
            options={fundRoles.map((id) => ({ id, label: words().roles[id], note: words().duties[id] }))}
            onInput={(id) => setRole(fundRoles.find((each) => each === id))}
          />
          <Button submit>{words().makeInvitation}</Button>
        </form>
        <Show when={made()}>{(invitation) => <HandOver made={invitation()} />}</Show>
      </Sheet>
      <OpenInvitations fund={props.fund} />
    </>
  )
}

function OpenInvitations(props: { fund: string }) {
  const invitations = createAsync(() => getInvitations(props.fund))
  const { send, faults } = useSending(() => ({}), 'open-invitations')
  const remove = (id: string) => { void send(() => takeBack(props.fund, id), () => { void revalidate(getInvitations.key) }) }
  return (
    <Show when={invitations()?.length}>
      <Sheet>
        <h2 id="open-invitations" tabindex="-1">{words().openInvitations}</h2>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <ul class="people-list">
          <For each={invitations()}>
            {(invitation) => (
              <li>
                <div>{invitation.name}<p class="small">{words().roles[invitation.role]} · {words().until(moment(invitation.expiresAt, language()))}</p></div>
                <Button quiet onClick={() => remove(invitation.id)}>{words().takeBack}</Button>
              </li>
            )}
          </For>
        </ul>
      </Sheet>
    </Show>
  )
}

import './people.css'
import { createAsync, revalidate, useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { accept, getInvitation, getSession, offerPasskeyTo, type Acceptance, type Invitation } from '../../api-people.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { makePasskey, passkeysWork } from '../../passkey.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { people as en } from '../../text/en/people.ts'
import { people as th } from '../../text/th/people.ts'
import { Button } from '../../ui/button.tsx'
import { CredentialField } from '../../ui/credential-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { moment } from '../../ui/moment.ts'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })

/** An invitation as it was scanned. Its token stands behind the #, and goes nowhere but to the server that made it. */
export default function InvitationScreen() {
  const token = location.hash.slice(1)
  const invitation = createAsync(() => getInvitation(token))
  const session = createAsync(() => getSession())
  const all = allOf({ invitation, session })
  onArrival(() => words().invitation)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={words().invitation} href={paths.funds()}>
          <h1 tabindex="-1">{invitedTo(all().invitation)}</h1>
          <p class="small">{words().until(moment(all().invitation.expiresAt, language()))}</p>
          <div class="people-page"><Ways token={token} invited={all().invitation.name} signedInAs={all().session.name} /></div>
        </Page>
      )}
    </Show>
  )
}

const invitedTo = ({ role, fund, network }: Invitation) => words().invitedTo(words().roles[role], (fund ?? network)?.name[language()] ?? words().host)

function Ways(props: { token: string; invited: string; signedInAs: string | undefined }) {
  const navigate = useNavigate()
  const [name, setName] = createSignal(props.invited)
  const [phone, setPhone] = createSignal('')
  const [password, setPassword] = createSignal('')
  const { send, faults, errorAt } = useSending(() => ({ name: words().whoAreYou, phone: words().phone, password: words().newPassword }), props.signedInAs === undefined ? 'name' : 'accept')

  const take = (acceptance: () => Promise<Acceptance> | Acceptance) => {
    void send(async () => accept(await acceptance()), () => { void revalidate().then(() => navigate(paths.account(), { replace: true })) })
  }
  const withPasskey = async (): Promise<Acceptance> => ({ as: 'passkey', token: props.token, name: name(), passkey: await makePasskey(await offerPasskeyTo(props.token, name())) })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    take(() => ({ as: 'password', token: props.token, name: name(), phone: phone(), password: password() }))
  }
  return (
    <Sheet roomy>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show
        when={props.signedInAs === undefined}
        fallback={<Button onClick={() => take(() => ({ as: 'me', token: props.token }))}>{words().acceptAs(props.signedInAs ?? '')}</Button>}
      >
        <div class="people-way">
          <TextField asking={{ id: 'name', label: words().whoAreYou, error: errorAt('name') }} value={name()} onInput={setName} />
          <Button onClick={() => take(withPasskey)} whyNot={passkeysWork() ? undefined : words().notHere}>{words().acceptWithPasskey}</Button>
          <p class="small">{words().acceptWithPasskeyHint}</p>
        </div>
        <form class="people-rest" onSubmit={submit} noValidate>
          <h2>{words().orSetPassword}</h2>
          <CredentialField asking={{ id: 'phone', label: words().phone, error: errorAt('phone') }} kind="phone" value={phone()} onInput={setPhone} />
          <CredentialField asking={{ id: 'password', label: words().newPassword, hint: words().newPasswordHint, error: errorAt('password') }} kind="new-password" value={password()} onInput={setPassword} />
          <Button quiet submit>{words().acceptWithPassword}</Button>
        </form>
      </Show>
    </Sheet>
  )
}

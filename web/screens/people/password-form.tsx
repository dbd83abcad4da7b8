import { revalidate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { getAccount, getSessions, setPassword } from '../../api-people.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { people as en } from '../../text/en/people.ts'
import { people as th } from '../../text/th/people.ts'
import { Button } from '../../ui/button.tsx'
import { CredentialField } from '../../ui/credential-field.tsx'
import { Faults } from '../../ui/field.tsx'

const words = inLanguage({ th, en })

/** A new password, and the number that one signs in with beside it. */
export function PasswordForm(props: { phone: string; hasPassword: boolean }) {
  const [phone, setPhone] = createSignal(props.phone)
  const [current, setCurrent] = createSignal('')
  const [password, setNew] = createSignal('')
  const [isSet, setIsSet] = createSignal(false)
  const { send, faults, errorAt } = useSending(() => ({ phone: words().phone, current: words().currentPassword, password: words().newPassword }), 'password')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    setIsSet(false)
    void send(() => setPassword({ phone: phone(), password: password(), ...(props.hasPassword && { current: current() }) }), () => {
      setIsSet(true)
      setCurrent('')
      setNew('')
      void revalidate([getAccount.key, getSessions.key])
    })
  }
  return (
    <form class="people-form" onSubmit={save} noValidate>
      <h2>{words().password}</h2>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <p role="status">{isSet() ? words().passwordSet : ''}</p>
      <CredentialField asking={{ id: 'phone', label: words().phone, error: errorAt('phone') }} kind="phone" value={phone()} onInput={setPhone} />
      <Show when={props.hasPassword}><CredentialField asking={{ id: 'current', label: words().currentPassword, error: errorAt('current') }} kind="password" value={current()} onInput={setCurrent} /></Show>
      <CredentialField asking={{ id: 'password', label: words().newPassword, hint: words().newPasswordHint, error: errorAt('password') }} kind="new-password" value={password()} onInput={setNew} />
      <Button quiet submit>{props.hasPassword ? words().changePassword : words().setPassword}</Button>
    </form>
  )
}

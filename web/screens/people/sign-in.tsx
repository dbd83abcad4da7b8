import './people.css'
import { revalidate, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { askForPasskey, getAccount, signIn, signInWithPasskey, type Account } from '../../api-people.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage } from '../../device.ts'
import { answerWithPasskey, passkeysWork } from '../../passkey.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { people as en } from '../../text/en/people.ts'
import { people as th } from '../../text/th/people.ts'
import { Button } from '../../ui/button.tsx'
import { CredentialField } from '../../ui/credential-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const words = inLanguage({ th, en })

/** The way in: a touch where this device has a passkey, a number and a password beside it. */
export default function SignIn(props: RouteSectionProps) {
  const navigate = useNavigate()
  const [phone, setPhone] = createSignal('')
  const [password, setPassword] = createSignal('')
  const { send, faults, errorAt } = useSending(() => ({ phone: words().phone, password: words().password }), 'phone')
  onArrival(() => words().signIn)

  const goOn = () => { void revalidate().then(async () => navigate(ownAddress(props.location.query['next']) ?? homeOf(await getAccount()))) }
  const touch = () => { void send(async () => signInWithPasskey(await answerWithPasskey(await askForPasskey())), goOn) }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => signIn(phone(), password()), goOn)
  }
  return (
    <Page title={words().signIn} href={paths.funds()} below={words().forCommittees}>
      <h1 tabindex="-1">{words().signIn}</h1>
      <div class="people-page">
        <Sheet roomy>
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
          <div class="people-way">
            <Button onClick={touch} whyNot={passkeysWork() ? undefined : words().notHere}>{words().withPasskey}</Button>
            <p class="small">{words().withPasskeyHint}</p>
          </div>
          <form class="people-rest" onSubmit={submit} noValidate>
            <h2>{words().orPassword}</h2>
            <CredentialField asking={{ id: 'phone', label: words().phone, error: errorAt('phone') }} kind="phone" value={phone()} onInput={setPhone} />
            <CredentialField asking={{ id: 'password', label: words().password, error: errorAt('password') }} kind="password" value={password()} onInput={setPassword} />
            <Button quiet submit>{words().withPassword}</Button>
          </form>
        </Sheet>
        <p class="small">{words().noAccount}</p>
      </div>
    </Page>
  )
}

/** Back to where one came from, which is an address of ours and nobody else's. */
function ownAddress(next: string | string[] | undefined): string | undefined {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : undefined
}

/** Who serves in one fund alone begins with what waits there. */
function homeOf({ funds: [fund, ...others], networks, isOperator }: Account): string {
  return fund && others.length + networks.length === 0 && !isOperator ? paths.today(fund.slug) : paths.account()
}

import './people.css'
import { createAsync, revalidate, useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { addPasskey, endSession, getAccount, getSessions, offerPasskey, removePasskey, signOut, type Account, type OwnSession } from '../../api-people.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { makePasskey, passkeysWork } from '../../passkey.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { people as en } from '../../text/en/people.ts'
import { people as th } from '../../text/th/people.ts'
import { Button } from '../../ui/button.tsx'
import { deviceName } from '../../ui/device-name.ts'
import { Faults } from '../../ui/field.tsx'
import { moment } from '../../ui/moment.ts'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { PasswordForm } from './password-form.tsx'

const words = inLanguage({ th, en })

/** One's own account: where one serves, the devices that are signed in, and the ways in. */
export default function AccountScreen() {
  const navigate = useNavigate()
  const account = createAsync(() => getAccount())
  const sessions = createAsync(() => getSessions())
  const all = allOf({ account, sessions })
  onArrival(() => words().account)
  const leave = () => { void signOut().then(() => revalidate()).finally(() => navigate(paths.signIn())) }
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={words().account} href={paths.funds()} below={all().account.name}>
          <h1 tabindex="-1">{all().account.name}</h1>
          <div class="people-page">
            <Sheet><Offices account={all().account} /></Sheet>
            <Sheet><Sessions sessions={all().sessions} /></Sheet>
            <Sheet><Passkeys passkeys={all().account.passkeys} /></Sheet>
            <Sheet><PasswordForm phone={all().account.phone ?? ''} hasPassword={all().account.hasPassword} /></Sheet>
            <Button quiet onClick={leave}>{words().signOut}</Button>
          </div>
        </Page>
      )}
    </Show>
  )
}

function Offices(props: { account: Account }) {
  const none = () => props.account.funds.length + props.account.networks.length === 0 && !props.account.isOperator
  return (
    <>
      <h2>{words().whereIServe}</h2>
      <Show when={none()}><p>{words().serveNowhere}</p></Show>
      <ul class="people-list">
        <For each={props.account.funds}>
          {(fund) => (
            <li>
              <div><a href={paths.today(fund.slug)}>{fund.name[language()]}</a><p class="small">{fund.roles.map((role) => words().roles[role]).join(' · ')}</p></div>
              <a href={paths.people(fund.slug)}>{words().peopleOf}</a>
            </li>
          )}
        </For>
        <For each={props.account.networks}>{(network) => <li><div><a href={paths.network(network.slug)}>{network.name[language()]}</a><p class="small">{words().roles['network-officer']}</p></div></li>}</For>
        <Show when={props.account.isOperator}><li><div><a href={paths.operator()}>{words().host}</a><p class="small">{words().roles.operator}</p></div></li></Show>
      </ul>
    </>
  )
}

function Sessions(props: { sessions: OwnSession[] }) {
  const { send, faults } = useSending(() => ({}), 'sessions')
  const end = (id: string) => { void send(() => endSession(id), () => { void revalidate(getSessions.key) }) }
  return (
    <>
      <h2 id="sessions" tabindex="-1">{words().sessions}</h2>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <ul class="people-list">
        <For each={props.sessions}>
          {(session) => (
            <li>
              <div>{deviceName(session.device) || words().unknownDevice}<p class="small">{session.isThis ? words().thisDevice : words().seen(moment(session.seenAt, language()))}</p></div>
              <Show when={!session.isThis}><Button quiet onClick={() => end(session.id)}>{words().endSession}</Button></Show>
            </li>
          )}
        </For>
      </ul>
    </>
  )
}

function Passkeys(props: { passkeys: Account['passkeys'] }) {
  const { send, faults } = useSending(() => ({}), 'passkeys')
  const refresh = () => { void revalidate(getAccount.key) }
  const add = () => { void send(async () => addPasskey(await makePasskey(await offerPasskey())), refresh) }
  const remove = (id: string) => { void send(() => removePasskey(id), refresh) }
  return (
    <>
      <h2 id="passkeys" tabindex="-1">{words().passkeys}</h2>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={props.passkeys.length === 0}><p>{words().noPasskeys}</p></Show>
      <ul class="people-list">
        <For each={props.passkeys}>
          {(passkey) => (
            <li>
              <div>{deviceName(passkey.device) || words().unknownDevice}<p class="small">{words().madeOn(moment(passkey.madeAt, language()))}</p></div>
              <Button quiet onClick={() => remove(passkey.id)}>{words().removePasskey}</Button>
            </li>
          )}
        </For>
      </ul>
      <Button quiet onClick={add} whyNot={passkeysWork() ? undefined : words().notHere}>{words().addPasskey}</Button>
    </>
  )
}

import '../people/people.css'
import { createAsync, revalidate, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { getPeople, giveRole, takeRole, type Colleagues, type Role } from '../../api-people.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { people as en } from '../../text/en/people.ts'
import { people as th } from '../../text/th/people.ts'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Page } from '../../ui/page.tsx'
import { RoleBoxes } from '../../ui/role-boxes.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { fundRoles } from './fund-roles.ts'
import { Invite } from './people-invite.tsx'

const words = inLanguage({ th, en })

/** Who serves in a fund, and as what; its administrator invites, gives and takes. */
export default function PeopleScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const colleagues = createAsync(() => getPeople(slug()))
  const all = allOf({ fund, colleagues })
  onArrival(() => `${words().people} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.account()}>{words().account}</a>}>
          <h1 tabindex="-1">{words().people}</h1>
          <p>{all().colleagues.mayManage ? words().peopleIntro : words().onlyAdmin}</p>
          <div class="people-page">
            <Sheet>
              <People fund={slug()} colleagues={all().colleagues} />
            </Sheet>
            <Show when={all().colleagues.mayManage}><Invite fund={slug()} /></Show>
          </div>
        </Page>
      )}
    </Show>
  )
}

/** By their ids, so that what is open stays open while it changes. */
function People(props: { fund: string; colleagues: Colleagues }) {
  const ids = () => props.colleagues.people.map(({ id }) => id)
  const personOf = (id: string) => props.colleagues.people.find((person) => person.id === id)
  return (
    <ul class="people-list">
      <For each={ids()}>{(id) => <Show when={personOf(id)}>{(person) => <Colleague fund={props.fund} person={person()} mayManage={props.colleagues.mayManage} />}</Show>}</For>
    </ul>
  )
}

function Colleague(props: { fund: string; person: Colleagues['people'][number]; mayManage: boolean }) {
  const id = () => `person-${props.person.id}`
  const { send, faults, busy } = useSending(() => ({}), id())
  const change = (role: Role, isHeld: boolean) => {
    const changing = isHeld ? giveRole : takeRole
    void send(() => changing(props.fund, props.person.id, role), () => { void revalidate(getPeople.key) })
  }
  return (
    <li>
      <div>
        <h2 class="people-name" id={id()} tabindex="-1">{props.person.name}</h2>
        <p class="small">{props.person.roles.map((role) => words().roles[role]).join(' · ')}</p>
      </div>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={props.mayManage}>
        <Fold label={words().rolesOf(props.person.name)}>
          <RoleBoxes
            legend={words().rolesOf(props.person.name)} busy={busy()}
            boxes={fundRoles.map((role) => ({ id: role, label: words().roles[role], note: words().duties[role] }))} checked={props.person.roles}
            onChange={change}
          />
        </Fold>
      </Show>
    </li>
  )
}

import '../../ui/search.css'
import { createSignal, Show } from 'solid-js'
import { getMembers, type ListedMembers } from '../../api-members.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { memberForm as en } from '../../text/en/member-form.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { memberForm as th } from '../../text/th/member-form.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import type { MemberDraft } from './member-draft.ts'

const words = inLanguage({ th, en })
const register = inLanguage({ th: thMembers, en: enMembers })
const SHOWN_MAX = 8

type Kin = MemberDraft['householdOf']

/** In whose household somebody lives: as it is, on their own, or with another member, who is looked up here. */
export function HouseholdField(props: { fund: string; household: MemberDraft['household']; of: Kin; kin: string[]; error: string | undefined; onChoose: (choice: MemberDraft['household']) => void; onFind: (kin: Kin) => void }) {
  const options = () => (props.kin.length > 0
    ? [{ id: 'same', label: words().together(props.kin.join(', ')) }, { id: 'own', label: words().own }, { id: 'other', label: words().other }]
    : [{ id: 'same', label: words().alone }, { id: 'other', label: words().other }])
  return (
    <div class="member-household">
      <ChoiceField
        asking={{ id: 'householdOf', label: words().household, error: props.error }} options={options()} value={props.household}
        onInput={(id) => props.onChoose(id === 'own' || id === 'other' ? id : 'same')}
      />
      <Show when={props.household === 'other'}><Search fund={props.fund} of={props.of} onFind={props.onFind} /></Show>
    </div>
  )
}

function Search(props: { fund: string; of: Kin; onFind: (kin: Kin) => void }) {
  const [typed, type] = createSignal('')
  const [found, show] = createSignal<ListedMembers['members'] | undefined>(props.of && [])
  const { send, errorAt } = useSending(() => ({}), 'kin')
  const look = () => { void send(() => getMembers(props.fund, { q: typed().trim() }), ({ members }) => show(members.slice(0, SHOWN_MAX))) }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault() // it looks somebody up, it does not send the form
    look()
  }
  const options = () => {
    const chosen = props.of
    const others = (found() ?? []).filter(({ id }) => id !== chosen?.id).map(({ id, name, number }) => ({ id, label: name, note: register().number(number) }))
    return chosen ? [{ id: chosen.id, label: chosen.name }, ...others] : others
  }
  return (
    <>
      <Field asking={{ id: 'kin', label: words().findKin, hint: words().findKinHint, error: errorAt('kin') }}>
        <div class="search">
          <input class="box" id="kin" type="search" autocomplete="off" maxlength="100" aria-describedby="kin-hint" value={typed()} onInput={(event) => type(event.currentTarget.value)} onKeyDown={keys} />
          <Button quiet onClick={look}>{words().find}</Button>
        </div>
      </Field>
      <div role="status">
        <Show when={options().length > 0} fallback={<Show when={found()}><p>{words().noKin}</p></Show>}>
          <ChoiceField
            asking={{ id: 'found-kin', label: words().whichKin }} options={options()} value={props.of?.id}
            onInput={(id) => props.onFind(options().map((each) => ({ id: each.id, name: each.label })).find((each) => each.id === id))}
          />
        </Show>
      </div>
    </>
  )
}

import './member.css'
import { Index, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { Centre } from '../../api-members.ts'
import { inLanguage } from '../../device.ts'
import { memberForm as enForm } from '../../text/en/member-form.ts'
import { members as en } from '../../text/en/members.ts'
import { memberForm as thForm } from '../../text/th/member-form.ts'
import { members as th } from '../../text/th/members.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { type Fault } from '../../ui/field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { HouseholdField } from './household-field.tsx'
import { dayFault } from './member-beginning.tsx'
import { blankBeneficiary, filledBeneficiaries, type MemberDraft } from './member-draft.ts'

const words = inLanguage({ th, en })
const form = inLanguage({ th: thForm, en: enForm })
const BENEFICIARIES_MAX = 5

interface Filling {
  fund: string
  draft: MemberDraft
  write: SetStoreFunction<MemberDraft>
  centres: Centre[]
  errorAt: (id: string) => string | undefined
  /** Those who live with somebody who is on the register already. */
  kin?: string[]
  /** A citizen ID is recorded, and is not shown here. */
  hasCitizenId?: boolean
}

/** What every form of the register asks (ใบสมัครสมาชิก): who it is, where they live, whom the fund pays after their death. */
export function MemberFields(props: Filling) {
  const line = (id: 'number' | 'title' | 'firstName' | 'lastName' | 'citizenId' | 'address' | 'phone', label: string, more: { hint?: string; keyboard?: 'numeric' | 'tel' } = {}) =>
    <TextField asking={{ id, label, hint: more.hint, error: props.errorAt(id) }} value={props.draft[id]} {...(more.keyboard && { keyboard: more.keyboard })} onInput={(text) => props.write(id, text)} />
  const optional = () => words().optional
  return (
    <>
      <div class="member-pair">{line('number', words().numberLabel)}{line('title', words().titleLabel, { hint: optional() })}</div>
      <div class="member-pair">{line('firstName', words().firstName)}{line('lastName', words().lastName)}</div>
      <ChoiceField asking={{ id: 'sex', label: words().sex, error: props.errorAt('sex') }} options={(['female', 'male'] as const).map((id) => ({ id, label: words().sexes[id] }))} value={props.draft.sex} onInput={(id) => props.write('sex', id === 'female' ? 'female' : 'male')} />
      <DayField asking={{ id: 'bornOn', label: words().bornOn, hint: optional(), error: props.errorAt('bornOn') }} value={props.draft.bornOn} onInput={(day) => props.write('bornOn', day)} />
      {line('citizenId', words().citizenId, { hint: props.hasCitizenId === true ? form().newCitizenId : optional(), keyboard: 'numeric' })}
      <div class="member-pair">{line('address', words().address, { hint: optional() })}{line('phone', words().phone, { hint: optional(), keyboard: 'tel' })}</div>
      <Show when={props.centres.length > 0}>
        <ChoiceField asking={{ id: 'centreId', label: words().centre, error: props.errorAt('centreId') }} options={[...props.centres.map(({ id, name }) => ({ id, label: name })), { id: '', label: words().noCentre }]} value={props.draft.centreId} onInput={(id) => props.write('centreId', id)} />
      </Show>
      <HouseholdField fund={props.fund} household={props.draft.household} of={props.draft.householdOf} kin={props.kin ?? []} error={props.errorAt('householdOf')} onChoose={(choice) => props.write('household', choice)} onFind={(kin) => props.write('householdOf', kin)} />
      <Beneficiaries draft={props.draft} write={props.write} errorAt={props.errorAt} />
    </>
  )
}

function Beneficiaries(props: Pick<Filling, 'draft' | 'write' | 'errorAt'>) {
  const line = (at: number, id: keyof typeof blankBeneficiary, label: string, more: { hint?: string; keyboard?: 'tel' } = {}) => {
    const place = `beneficiaries.${at}.${id}`
    return <TextField asking={{ id: place, label, hint: more.hint, error: props.errorAt(place) }} value={props.draft.beneficiaries[at]?.[id] ?? ''} {...(more.keyboard && { keyboard: more.keyboard })} onInput={(text) => props.write('beneficiaries', at, id, text)} />
  }
  return (
    <div class="member-beneficiaries" id="beneficiaries" tabindex="-1">
      <Index each={props.draft.beneficiaries}>
        {(_, at) => (
          <fieldset class="member-beneficiary">
            <legend class="member-beneficiary-name">{form().beneficiary(at + 1)}</legend>
            <div class="member-pair">{line(at, 'name', form().name, { hint: words().optional })}{line(at, 'relation', form().relation, { hint: form().relationHint })}</div>
            <div class="member-pair">
              {line(at, 'phone', form().contact, { hint: words().optional, keyboard: 'tel' })}
              <Button quiet onClick={() => props.write('beneficiaries', (rows) => rows.filter((_row, each) => each !== at))}>{form().remove(at + 1)}</Button>
            </div>
          </fieldset>
        )}
      </Index>
      <Show when={props.draft.beneficiaries.length < BENEFICIARIES_MAX}>
        <Button quiet icon="plus" onClick={() => props.write('beneficiaries', props.draft.beneficiaries.length, { ...blankBeneficiary })}>{form().addBeneficiary}</Button>
      </Show>
    </div>
  )
}

/** The fields of the form, each as the server calls what it holds. */
export function fieldNames(draft: MemberDraft): Record<string, string> {
  const rows = draft.beneficiaries.flatMap((_row, at) => Object.entries({ name: form().name, relation: form().relation, phone: form().contact })
    .map(([id, label]) => [`beneficiaries.${at}.${id}`, `${form().beneficiary(at + 1)} ${label}`] as const))
  return {
    number: words().numberLabel, title: words().titleLabel, firstName: words().firstName, lastName: words().lastName, sex: words().sex, bornOn: words().bornOn, citizenId: words().citizenId,
    address: words().address, phone: words().phone, centreId: words().centre, householdOf: form().household, ...Object.fromEntries(rows),
  }
}

/** Drops rows that were left blank, so that the server's places are those of the form, and gives what cannot be sent as it stands. */
export function readyToSend(draft: MemberDraft, write: SetStoreFunction<MemberDraft>): Fault[] {
  write('beneficiaries', filledBeneficiaries(draft.beneficiaries))
  return [
    ...(draft.bornOn === 'none' ? [dayFault('bornOn', words().bornOn, 'none')] : []),
    ...(draft.household === 'other' && !draft.householdOf ? [{ id: 'householdOf', name: form().household, error: form().chooseKin }] : []),
  ]
}

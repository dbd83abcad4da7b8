import { revalidate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { Day } from '../../../plugins/kit/day.ts'
import { getEntitlements } from '../../api-claims.ts'
import { acceptMember, getMember, getMemberEvents, getPassbook, refuseMember, type Member } from '../../api-members.ts'
import { getArrears } from '../../api-receipts.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { members as en } from '../../text/en/members.ts'
import { standing as enStanding } from '../../text/en/standing.ts'
import { members as th } from '../../text/th/members.ts'
import { standing as thStanding } from '../../text/th/standing.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })
const outcome = inLanguage({ th: thStanding, en: enStanding })

/** The committee accepts an applicant or does not: the meeting's number and its day, and why not. */
export function Acceptance(props: { fund: string; member: Member; today: Day }) {
  return (
    <Sheet labelledBy="accept">
      <h2 id="accept">{words().accept}</h2>
      <Show when={lastPosition(props.member)} keyed><Decision fund={props.fund} member={props.member} today={props.today} /></Show>
    </Sheet>
  )
}

/** After each entry a form begins anew. */
export const lastPosition = ({ statuses }: Member) => statuses.at(-1)?.position

/** The form of the committee's decision about somebody; `form` goes before its ids where a page has several. */
export function Decision(props: { fund: string; member: Member; today: Day; form?: string }) {
  const [verdict, setVerdict] = createSignal<'accept' | 'refuse'>('accept')
  const [number, setNumber] = createSignal('')
  const [heldOn, setHeldOn] = createSignal<Day | 'none' | undefined>(props.today)
  const [memberFromOn, setMemberFromOn] = createSignal<Day | 'none' | undefined>()
  const [note, setNote] = createSignal('')
  const form = props.form ?? ''
  const names = () => ({ 'resolution.number': words().resolutionNumber, happenedOn: words().heldOn, memberFromOn: words().memberFromOn, note: outcome().why })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'resolution.number', form)
  const asking = (id: keyof ReturnType<typeof names>, hint?: string) => ({ id: form + id, label: names()[id], hint, error: errorAt(id) })

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const [day, from] = [heldOn(), memberFromOn()]
    if (day === undefined || day === 'none') return setFaults([dayFault(`${form}happenedOn`, words().heldOn, day)])
    if (verdict() === 'accept' && from === 'none') return setFaults([dayFault(`${form}memberFromOn`, words().memberFromOn, from)])
    const record = () => (verdict() === 'accept' ? acceptMember(props.fund, props.member.id, { number: number(), heldOn: day }, from) : refuseMember(props.fund, props.member.id, number(), day, note()))
    void send(record, lookAgain)
  }
  return (
    <form class="member-form" onSubmit={save} noValidate>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={props.member.can.includes('refuse')}>
        <ChoiceField asking={{ id: `${form}verdict`, label: outcome().decision }} options={(['accept', 'refuse'] as const).map((id) => ({ id, label: outcome().decisions[id] }))} value={verdict()} onInput={(id) => setVerdict(id === 'refuse' ? id : 'accept')} />
      </Show>
      <TextField asking={asking('resolution.number', words().resolutionHint)} value={number()} onInput={setNumber} />
      <DayField asking={asking('happenedOn')} value={heldOn()} onInput={setHeldOn} />
      <Show when={verdict() === 'accept'}><DayField asking={asking('memberFromOn', words().memberFromHint)} value={memberFromOn()} onInput={setMemberFromOn} /></Show>
      <Show when={verdict() === 'refuse'}><TextField asking={asking('note', outcome().whyHint)} value={note()} onInput={setNote} /></Show>
      <Button submit quiet={form !== ''}>{busy() ? words().saving : verdict() === 'accept' ? words().acceptNow : outcome().recordRefusal}</Button>
    </form>
  )
}

/** The member is shown as they stand now, from the heading on. */
export function lookAgain() {
  void revalidate([getMember.key, getMemberEvents.key, getPassbook.key, getArrears.key, getEntitlements.key])
  document.querySelector<HTMLElement>('h1')?.focus()
}

/** A day that is missing, or that the calendar does not have. */
export const dayFault = (id: string, name: string, day: 'none' | undefined): Fault => ({ id, name, error: day === 'none' ? words().noSuchDay : words().unanswered })

import { createSignal, Show } from 'solid-js'
import type { Day } from '../../../plugins/kit/day.ts'
import { notesOn } from '../../../plugins/kit/votes.ts'
import { publish, putToMeeting, type Draft } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { DayField } from '../../ui/day-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ActForm, noDay } from './draft-act.tsx'
import { readVotes, VoteFields, voteNames, Warnings, type TypedVotes } from './draft-votes.tsx'

const words = inLanguage({ th, en })

interface Resolving {
  fund: string
  draft: Draft
  today: Day
  onDone: () => void
}

/** A draft is put to a meeting: which, when, and how it voted where it was held already. */
export function Meeting(props: Resolving) {
  const [number, setNumber] = createSignal('')
  const [heldOn, setHeldOn] = createSignal<Day | 'none' | undefined>(props.today)
  const [typed, setTyped] = createSignal<TypedVotes>({})
  const names = () => ({ 'resolution.number': words().meetingNumber, 'resolution.heldOn': words().heldOn, ...voteNames('resolution.votes') })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'resolution.number')
  const isHeld = () => { const day = heldOn(); return day !== undefined && day !== 'none' && day <= props.today }
  const save = () => {
    const day = heldOn()
    if (day === undefined || day === 'none') return setFaults([noDay('resolution.heldOn', words().heldOn, day)])
    const votes = isHeld() ? readVotes(typed()) : undefined
    if (votes === 'partly') return setFaults([{ id: 'resolution.votes.called', name: words().votes, error: words().allVotes }])
    void send(() => putToMeeting(props.fund, props.draft, { number: number(), heldOn: day, ...(votes && { votes }) }), props.onDone)
  }
  return (
    <ActForm intro={words().toMeetingIntro} verb={words().toMeeting} busy={busy()} faults={faults()} onSubmit={save}>
      <TextField asking={{ id: 'resolution.number', label: words().meetingNumber, hint: words().meetingHint, error: errorAt('resolution.number') }} value={number()} onInput={setNumber} />
      <DayField asking={{ id: 'resolution.heldOn', label: words().heldOn, error: errorAt('resolution.heldOn') }} value={heldOn()} onInput={setHeldOn} />
      <Show when={isHeld()}><VoteFields at="resolution.votes" typed={typed()} errorAt={errorAt} onInput={setTyped} /></Show>
    </ActForm>
  )
}

/** What a meeting has resolved is put in force from a day. */
export function Publishing(props: Resolving) {
  const first = () => (props.draft.base && props.draft.fromOn < props.today ? props.today : props.draft.fromOn)
  const [fromOn, setFromOn] = createSignal<Day | 'none' | undefined>(first())
  const [typed, setTyped] = createSignal<TypedVotes>({})
  const [isRetroactive, setRetroactive] = createSignal(false)
  const { send, busy, faults, setFaults, errorAt } = useSending(() => ({ fromOn: words().fromOn, ...voteNames('votes') }), 'fromOn')
  const resolution = () => props.draft.resolution
  const isBefore = () => { const [day, met] = [fromOn(), resolution()]; return day !== undefined && day !== 'none' && met !== undefined && day < met.heldOn }
  const warnings = () => (resolution()?.votes ? notesOn(resolution()?.votes) : readVotes(typed()) === undefined ? notesOn(undefined) : [])
  const save = () => {
    const day = fromOn()
    if (day === undefined || day === 'none') return setFaults([noDay('fromOn', words().fromOn, day)])
    const votes = readVotes(typed())
    if (votes === 'partly') return setFaults([{ id: 'votes.called', name: words().votes, error: words().allVotes }])
    void send(() => publish(props.fund, props.draft, { fromOn: day, ...(votes && { votes }), ...(isBefore() && isRetroactive() && { isRetroactive: true }) }), props.onDone)
  }
  return (
    <ActForm intro={words().publishIntro} verb={words().publish} busy={busy()} faults={faults()} onSubmit={save}>
      <DayField asking={{ id: 'fromOn', label: words().fromOn, error: errorAt('fromOn') }} value={fromOn()} onInput={setFromOn} />
      <Show when={isBefore()}>
        <label class="choice"><input type="checkbox" checked={isRetroactive()} onChange={(event) => setRetroactive(event.currentTarget.checked)} /><span class="choice-label">{words().retroactive}</span></label>
      </Show>
      <Show when={!resolution()?.votes}><VoteFields at="votes" typed={typed()} errorAt={errorAt} onInput={setTyped} /></Show>
      <Warnings of={warnings().map((note) => note[language()])} />
    </ActForm>
  )
}

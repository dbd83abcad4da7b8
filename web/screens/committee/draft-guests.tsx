import { createEffect, For, on, Show } from 'solid-js'
import type { Neighbours } from '../../api-neighbours.ts'
import { endGuests, inviteGuests, type Draft } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { guests as en } from '../../text/en/guests.ts'
import { rules as enRules } from '../../text/en/rules.ts'
import { guests as th } from '../../text/th/guests.ts'
import { rules as thRules } from '../../text/th/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { dayOf, wholeDay } from '../../ui/moment.ts'
import { useDesk } from './desk.tsx'
import { ActForm } from './draft-act.tsx'
import { BringRegulation } from './draft-file.tsx'
import { Findings } from './draft-findings.tsx'
import { Standing } from './draft-standing.tsx'
import { NeighboursBeside } from './neighbour-cards.tsx'

const words = inLanguage({ th, en })
const ofRules = inLanguage({ th: thRules, en: enRules })

/** Whether the network is invited into a draft, and the way to invite it or to end that. */
export function Guests(props: { fund: string; draft: Draft; mayInvite: boolean; onInvite: () => void }) {
  const { send, busy, faults } = useSending(() => ({}), 'guests')
  const end = () => { void send(() => endGuests(props.fund, props.draft), () => undefined) }
  return (
    <Show when={props.draft.guestsSince} fallback={<Show when={props.mayInvite}><Button quiet onClick={props.onInvite}>{words().invite}</Button></Show>}>
      {(since) => (
        <section class="draft-guests" id="guests" tabindex="-1" aria-label={words().invite}>
          <p><b>{words().invited(wholeDay(dayOf(since()), language(), 'long'))}</b></p>
          <p class="small">{words().until}</p>
          <Show when={faults().length > 0}><Faults title={ofRules().cannot} faults={faults()} /></Show>
          <Show when={props.mayInvite}><Button quiet onClick={end}>{busy() ? ofRules().using : words().end}</Button></Show>
        </section>
      )}
    </Show>
  )
}

/** The network is invited: what it will see, and what not. */
export function Inviting(props: { fund: string; draft: Draft; onBack: () => void; onDone: () => void }) {
  const { send, busy, faults } = useSending(() => ({}), 'invite')
  const invite = () => { void send(() => inviteGuests(props.fund, props.draft), props.onDone) }
  return (
    <ActForm intro={words().inviteIntro} verb={words().inviteNow} onBack={props.onBack} busy={busy()} faults={faults()} onSubmit={invite}>
      <div>
        <h3>{words().may}</h3>
        <ul class="draft-guests-list"><For each={words().mayList}>{(each) => <li>{each}</li>}</For></ul>
      </div>
      <div>
        <h3>{words().mayNot}</h3>
        <ul class="draft-guests-list"><For each={words().mayNotList}>{(each) => <li>{each}</li>}</For></ul>
      </div>
      <p class="small">{words().until}</p>
    </ActForm>
  )
}

/** What a guest is told at the top: as what they are here, and what they see. */
export function GuestNote() {
  return <div class="draft-guest only-screen"><b>{words().guest}</b> · {words().guestIntro}</div>
}

/** Beside the draft for a guest: where it stands, what keeps it from the meeting, who did what, and the example people. A regulation's file is brought in here as by a keeper. */
export function GuestPanel(props: { draft: Draft; neighbours: Neighbours; act: string | undefined; onAct: (act: string | undefined) => void }) {
  const desk = useDesk()
  const mayChange = () => props.draft.can.includes('change')
  let next: HTMLHeadingElement | undefined
  createEffect(on(() => props.act, () => queueMicrotask(() => next?.focus()), { defer: true }))
  return (
    <aside class="draft-panel draft-side only-screen" aria-label={ofRules().draft}>
      <h2 id="next-step" tabindex="-1" ref={(heading) => { next = heading }}>{ofRules().nextStep}</h2>
      <Show when={props.act === 'file' && mayChange()} fallback={<GuestSteps draft={props.draft} mayChange={mayChange()} onFile={() => props.onAct('file')} />}>
        <BringRegulation fund={desk.fund} draft={props.draft} onBack={() => props.onAct(undefined)} onDone={() => props.onAct(undefined)} />
      </Show>
      <NeighboursBeside draft={props.draft} neighbours={props.neighbours} />
    </aside>
  )
}

function GuestSteps(props: { draft: Draft; mayChange: boolean; onFile: () => void }) {
  const desk = useDesk()
  return (
    <div class="draft-acts">
      <Standing draft={props.draft} />
      <Findings draft={props.draft} />
      <p>{words().committeeDecides}</p>
      <Show when={props.mayChange}><Button quiet onClick={props.onFile}>{ofRules().bringFile}</Button></Show>
      <p><a href={paths.readDraft(desk, props.draft.id)}>{ofRules().whoDidWhat}</a></p>
    </div>
  )
}

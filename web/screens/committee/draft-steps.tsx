import { createEffect, createSignal, Match, on, Show, Switch, type JSX } from 'solid-js'
import { formatDay, type Day } from '../../../plugins/kit/day.ts'
import type { Neighbours } from '../../api-neighbours.ts'
import { moveDraft, takeBack, withdraw, type Draft } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { ActForm, noDay } from './draft-act.tsx'
import { EffectBenefits, EffectClaims, EffectFigures, EffectPeople, type KnownEffect } from './draft-effect.tsx'
import { BringRegulation } from './draft-file.tsx'
import { Findings } from './draft-findings.tsx'
import { Guests, Inviting } from './draft-guests.tsx'
import { Meeting, Publishing } from './draft-resolving.tsx'
import { Standing } from './draft-standing.tsx'
import { NeighboursBeside } from './neighbour-cards.tsx'

const words = inLanguage({ th, en })

interface Step {
  fund: string
  draft: Draft
  today: Day
  /** Prepares an act, or none. */
  onAct: (act: string | undefined) => void
  onDone: () => void
  onPublished: () => void
}

/** The draft as a whole: what it does, and what comes next. `act` is the one that is being prepared. */
export function DraftPanel(props: Step & { act: string | undefined; effect: KnownEffect; neighbours: Neighbours }) {
  let next: HTMLHeadingElement | undefined
  createEffect(on(() => props.act, () => queueMicrotask(() => next?.focus()), { defer: true }))
  return (
    <aside class="draft-panel draft-side only-screen" aria-label={words().effect}>
      <h2>{words().effect}</h2>
      <EffectFigures of={props.effect} label={words().lastYearDraft} />
      <EffectBenefits effect={props.effect.known()} />
      <h2 id="next-step" tabindex="-1" ref={(heading) => { next = heading }}>{words().nextStep}</h2>
      <Switch fallback={<NextSteps {...props} />}>
        <Match when={props.act === 'move' && may(props.draft, 'change')}><Move {...props} /></Match>
        <Match when={props.act === 'file' && may(props.draft, 'change')}><BringRegulation fund={props.fund} draft={props.draft} onBack={() => props.onAct(undefined)} onDone={props.onDone} /></Match>
        <Match when={props.act === 'withdraw' && may(props.draft, 'withdraw')}><Withdrawal {...props} /></Match>
        <Match when={props.act === 'invite' && may(props.draft, 'invite')}><Inviting fund={props.fund} draft={props.draft} onBack={() => props.onAct(undefined)} onDone={props.onDone} /></Match>
      </Switch>
      <NeighboursBeside draft={props.draft} neighbours={props.neighbours} />
      <EffectPeople effect={props.effect.known()} />
      <EffectClaims fund={props.fund} effect={props.effect.known()} />
    </aside>
  )
}

type Act = Draft['can'][number]
const may = ({ can }: Draft, act: Act) => can.includes(act)
const whyNot = ({ cannot }: Draft, act: Act) => cannot.find((each) => each.act === act)?.why[language()]

function NextSteps(props: Step) {
  const { send, busy, faults } = useSending(() => ({}), 'next-steps')
  const back = () => { void send(() => takeBack(props.fund, props.draft), props.onDone) }
  return (
    <div class="draft-acts" id="next-steps" tabindex="-1">
      <Standing draft={props.draft} />
      <Findings draft={props.draft} />
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={may(props.draft, 'put-to-meeting')} fallback={<Closed draft={props.draft} act="put-to-meeting">{words().toMeeting}</Closed>}><Meeting fund={props.fund} draft={props.draft} today={props.today} onDone={props.onDone} /></Show>
      <Show when={may(props.draft, 'publish')} fallback={<Closed draft={props.draft} act="publish">{words().publish}</Closed>}><Publishing fund={props.fund} draft={props.draft} today={props.today} onDone={props.onPublished} /></Show>
      <Show when={may(props.draft, 'change')}><Button quiet onClick={() => props.onAct('move')}>{words().move}</Button></Show>
      <Show when={may(props.draft, 'change')}><Button quiet onClick={() => props.onAct('file')}>{words().bringFile}</Button></Show>
      <Show when={may(props.draft, 'take-back')}><Button quiet onClick={back}>{busy() ? words().using : words().takeBack}</Button></Show>
      <Show when={may(props.draft, 'withdraw')}><Button quiet onClick={() => props.onAct('withdraw')}>{words().withdraw}</Button></Show>
      <Guests fund={props.fund} draft={props.draft} mayInvite={may(props.draft, 'invite')} onInvite={() => props.onAct('invite')} />
    </div>
  )
}

/** An act that is the reader's and cannot be done yet, with the reason; not there for those whose role is another. */
function Closed(props: { draft: Draft; act: Act; children: JSX.Element }) {
  return <Show when={whyNot(props.draft, props.act)}>{(why) => <Button whyNot={why()}>{props.children}</Button>}</Show>
}

/** What needs a day and nothing else. */
function DayForm(props: Step & { intro: string; verb: string; first: Day; act: (day: Day) => Promise<unknown>; onActed: () => void }) {
  const [fromOn, setFromOn] = createSignal<Day | 'none' | undefined>(props.first)
  const { send, busy, faults, setFaults, errorAt } = useSending(() => ({ fromOn: words().fromOn }), 'fromOn')
  const save = () => {
    const day = fromOn()
    if (day === undefined || day === 'none') return setFaults([noDay('fromOn', words().fromOn, day)])
    void send(() => props.act(day), props.onActed)
  }
  return (
    <ActForm intro={props.intro} verb={props.verb} onBack={() => props.onAct(undefined)} busy={busy()} faults={faults()} onSubmit={save}>
      <DayField asking={{ id: 'fromOn', label: words().fromOn, error: errorAt('fromOn') }} value={fromOn()} onInput={setFromOn} />
    </ActForm>
  )
}

function Move(props: Step) {
  return <DayForm {...props} intro={words().meansFrom(formatDay(props.draft.fromOn, language(), 'long'))} verb={words().moveNow} first={props.draft.fromOn} act={(day) => moveDraft(props.fund, props.draft, day)} onActed={props.onDone} />
}

function Withdrawal(props: Step) {
  const { send, busy, faults } = useSending(() => ({}), 'withdraw')
  const save = () => { void send(() => withdraw(props.fund, props.draft), props.onPublished) }
  return <ActForm intro={words().withdrawIntro} verb={words().withdraw} onBack={() => props.onAct(undefined)} busy={busy()} faults={faults()} onSubmit={save} />
}

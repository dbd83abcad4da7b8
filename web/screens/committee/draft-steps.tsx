import { createEffect, createSignal, For, Match, on, Show, Switch, type JSX } from 'solid-js'
import { formatDay, type Day } from '../../../plugins/kit/day.ts'
import type { Neighbours } from '../../api-neighbours.ts'
import { moveDraft, publish, putToMeeting, takeBack, withdraw, type Draft } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { EffectClaims, EffectFigures, EffectPeople, type KnownEffect } from './draft-effect.tsx'
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
      <h2 id="next-step" tabindex="-1" ref={(heading) => { next = heading }}>{words().nextStep}</h2>
      <Switch fallback={<NextSteps {...props} />}>
        <Match when={props.act === 'move' && may(props.draft, 'change')}><Move {...props} /></Match>
        <Match when={props.act === 'meeting' && may(props.draft, 'put-to-meeting')}><Meeting {...props} /></Match>
        <Match when={props.act === 'publish' && may(props.draft, 'publish')}><Publishing {...props} /></Match>
        <Match when={props.act === 'withdraw' && may(props.draft, 'withdraw')}><Withdrawal {...props} /></Match>
      </Switch>
      <NeighboursBeside fund={props.fund} draft={props.draft} neighbours={props.neighbours} />
      <EffectPeople effect={props.effect.effect()} />
      <EffectClaims effect={props.effect.effect()} />
    </aside>
  )
}

type Act = Draft['can'][number]
const may = ({ can }: Draft, act: Act) => can.includes(act)
const whyNot = ({ cannot }: Draft, act: Act) => cannot.find((each) => each.act === act)?.why[language()]

function NextSteps(props: Step) {
  const { send, busy, faults } = useSending(() => ({}), 'next-steps')
  const errors = () => props.draft.findings.filter(({ level }) => level === 'error')
  const back = () => { void send(() => takeBack(props.fund, props.draft), props.onDone) }
  return (
    <div class="draft-acts" id="next-steps" tabindex="-1">
      <p>{words().meansFrom(formatDay(props.draft.fromOn, language(), 'long'))}</p>
      <Show when={props.draft.state === 'at-meeting' && props.draft.resolution}>{(met) => <p><b>{words().states['at-meeting']}</b> · {words().atMeeting(met().number, formatDay(met().heldOn, language(), 'long'))}</p>}</Show>
      <Show when={errors().length > 0}><h3>{words().findings}</h3><ul><For each={errors()}>{({ text }) => <li class="field-error">{text[language()]}</li>}</For></ul></Show>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Way draft={props.draft} act="put-to-meeting" onAct={() => props.onAct('meeting')}>{words().toMeeting}</Way>
      <Way draft={props.draft} act="publish" onAct={() => props.onAct('publish')}>{words().publish}</Way>
      <Way quiet draft={props.draft} act="change" onAct={() => props.onAct('move')}>{words().move}</Way>
      <Show when={may(props.draft, 'take-back')}><Button quiet onClick={back}>{busy() ? words().using : words().takeBack}</Button></Show>
      <Way quiet draft={props.draft} act="withdraw" onAct={() => props.onAct('withdraw')}>{words().withdraw}</Way>
    </div>
  )
}

/** A way to an act: open, closed with its reason, or not there for those whose role is another. */
function Way(props: { draft: Draft; act: Act; onAct: () => void; quiet?: true; children: JSX.Element }) {
  return (
    <Show when={may(props.draft, props.act)} fallback={<Show when={whyNot(props.draft, props.act)}>{(why) => <Button whyNot={why()}>{props.children}</Button>}</Show>}>
      <Button quiet={props.quiet === true} onClick={props.onAct}>{props.children}</Button>
    </Show>
  )
}

/** A form of one act: what it means, its fields, and its button. */
function ActForm(props: { intro: string; verb: string; onBack: () => void; busy: boolean; faults: Parameters<typeof Faults>[0]['faults']; onSubmit: () => void; children?: JSX.Element }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <form class="rules-stack" onSubmit={submit} noValidate>
      <p>{props.intro}</p>
      <Show when={props.faults.length > 0}><Faults title={words().cannot} faults={props.faults} /></Show>
      {props.children}
      <div class="draft-buttons"><Button submit>{props.busy ? words().using : props.verb}</Button><Button quiet onClick={props.onBack}>{words().back}</Button></div>
    </form>
  )
}

const noDay = (id: string, name: string, day: 'none' | undefined) => ({ id, name, error: day === 'none' ? words().noSuchDay : words().noDay })

function Meeting(props: Step) {
  const [number, setNumber] = createSignal('')
  const [heldOn, setHeldOn] = createSignal<Day | 'none' | undefined>(props.today)
  const names = () => ({ 'resolution.number': words().meetingNumber, 'resolution.heldOn': words().heldOn })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'resolution.number')
  const save = () => {
    const day = heldOn()
    if (day === undefined || day === 'none') return setFaults([noDay('resolution.heldOn', words().heldOn, day)])
    void send(() => putToMeeting(props.fund, props.draft, number(), day), props.onDone)
  }
  return (
    <ActForm intro={words().toMeetingIntro} verb={words().toMeeting} onBack={() => props.onAct(undefined)} busy={busy()} faults={faults()} onSubmit={save}>
      <TextField asking={{ id: 'resolution.number', label: words().meetingNumber, hint: words().meetingHint, error: errorAt('resolution.number') }} value={number()} onInput={setNumber} />
      <DayField asking={{ id: 'resolution.heldOn', label: words().heldOn, error: errorAt('resolution.heldOn') }} value={heldOn()} onInput={setHeldOn} />
    </ActForm>
  )
}

/** What needs a day and nothing else. */
function DayForm(props: Step & { intro: string; verb: string; first: Day; act: (day: Day) => Promise<void>; onActed: () => void }) {
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

function Publishing(props: Step) {
  const first = () => (props.draft.base && props.draft.fromOn < props.today ? props.today : props.draft.fromOn)
  return <DayForm {...props} intro={words().publishIntro} verb={words().publish} first={first()} act={(day) => publish(props.fund, props.draft, day)} onActed={props.onPublished} />
}

function Withdrawal(props: Step) {
  const { send, busy, faults } = useSending(() => ({}), 'withdraw')
  const save = () => { void send(() => withdraw(props.fund, props.draft), props.onPublished) }
  return <ActForm intro={words().withdrawIntro} verb={words().withdraw} onBack={() => props.onAct(undefined)} busy={busy()} faults={faults()} onSubmit={save} />
}

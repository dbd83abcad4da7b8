import { For, Index, Match, Show, Switch } from 'solid-js'
import type { Amount } from '../../../plugins/kit/amount.ts'
import { wayOf, withPart } from '../../../plugins/kit/condition-edit.ts'
import type { Condition, Leaf } from '../../../plugins/kit/condition.ts'
import { changedAt, putAt, takenFrom } from '../../../plugins/kit/place.ts'
import type { Regulation } from '../../../plugins/kit/regulation.ts'
import { quantity } from '../../../plugins/kit/quantity.ts'
import type { Value } from '../../../plugins/kit/value.ts'
import { formOf } from '../../../plugins/kit/wording/forms.ts'
import type { Line } from '../../../plugins/kit/wording/line.ts'
import { placeOf } from '../../../plugins/kit/wording/write.ts'
import { language } from '../../device.ts'
import { Acts, actsOn, rootOf, standingAt } from './build-acts.tsx'
import { ShapeForm } from './build-amount.tsx'
import { ComparisonForm } from './build-condition.tsx'
import { OptionForm, ThingForm } from './build-add.tsx'
import { lineAbout, partWith, saidIn, spoken, type Said } from './build-sentence.ts'
import { SlotForm } from './build-slot.tsx'
import { termIn, worthOf } from './build-terms.tsx'
import { findingsAt, standingName, useWorkshop, words } from './build-workshop.ts'

/** The sentences of a part of a benefit. */
export function Sentences(props: { lines: readonly Line[]; all: readonly Line[] }) {
  const indent = () => (props.all[0]?.indent ?? 0) + 1
  return <ul class="build-lines"><Index each={props.lines}>{(line) => <Sentence line={line()} depth={Math.max(0, line().indent - indent())} all={props.all} />}</Index></ul>
}

/** A sentence whose slots are controls, what of it is open, and what is wrong with it. */
function Sentence(props: { line: Line; depth: number; all: readonly Line[] }) {
  const workshop = useWorkshop()
  const manages = () => actsOn(props.line, workshop).length > 0
  const isManaged = () => workshop.open() === `acts ${props.line.at} ${props.line.form}`
  return (
    <li class="build-line" style={{ '--depth': props.depth }}>
      <div class="build-row">
        <p class="build-sentence">
          <For each={saidIn(props.line)}>{(said) => ('words' in said ? <span classList={{ 'build-comma': said.words.startsWith(',') }}>{said.words}</span> : <SlotButton said={said} line={props.line} />)}</For>
        </p>
        <Show when={manages()}>
          <button type="button" class="build-manage" data-place={saidIn(props.line).some((said) => 'token' in said) ? `acts ${props.line.at}` : props.line.at} aria-expanded={isManaged()} aria-label={words().manageLine(spoken(props.line))} onClick={() => workshop.setOpen(isManaged() ? undefined : `acts ${props.line.at} ${props.line.form}`)}>{words().manage}</button>
        </Show>
      </div>
      <Findings line={props.line} all={props.all} />
      <Opened line={props.line} managed={isManaged()} />
    </li>
  )
}

function SlotButton(props: { said: Extract<Said, { slot: unknown }>; line: Line }) {
  const workshop = useWorkshop()
  const place = () => props.said.token.at
  const isOpen = () => workshop.open() === place()
  const text = () => {
    const { slot, token, text: said } = props.said
    return slot.kind === 'reference' && slot.to === 'standing' ? (token.value as string[]).map((id) => standingName(workshop, id)).join(', ') : said // the schema holds it to ids
  }
  const isFixed = () => props.said.slot.kind === 'option' || (props.line.form === 'asked' && !['label', 'unit'].includes(props.said.token.slot))
  return (
    <Show when={!isFixed()} fallback={<b class="value">{props.said.text}</b>}>
      <button type="button" class="value value-tap build-slot" data-place={place()} aria-expanded={isOpen()} onClick={() => workshop.setOpen(isOpen() ? undefined : place())}>
        {text()}<Worth said={props.said} />
      </button>
    </Show>
  )
}

/** What a term is worth on the draft's day, behind its name. */
function Worth(props: { said: Extract<Said, { slot: unknown }> }) {
  const workshop = useWorkshop()
  const worth = () => {
    const { slot, token } = props.said
    const id = slot.kind === 'reference' && slot.to === 'term' ? String(token.value) : slot.kind === 'wanted' && typeof token.value === 'object' && token.value !== null && 'fact' in token.value ? String(token.value.fact) : undefined
    const term = id === undefined ? undefined : termIn(workshop, id)
    const value = id === undefined ? undefined : worthOf(workshop, id)
    return !term || term.type === 'ladder' || term.type === 'schedule' || value === undefined ? undefined : quantity(value as Value, term, language()) // a single term has a single value
  }
  return <Show when={worth()}>{(said) => <span class="build-worth"> {said()}</span>}</Show>
}

/** What is wrong with a line: what was found in what it says, and in the terms and facts that it names. */
function Findings(props: { line: Line; all: readonly Line[] }) {
  const workshop = useWorkshop()
  const named = (value: unknown): string[] => (typeof value === 'string' ? [`${workshop.packAt()}.terms.${value}`, ...(workshop.benefit().asks.includes(value) ? [] : [`${workshop.packAt()}.facts.${value}`])] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(named) : [])
  const found = () => {
    const { line, all } = props
    const places = line.tokens.flatMap((token) => (typeof token === 'string' ? [] : named(token.value)))
    const here = [workshop.at(), `${workshop.packAt()}.facts`, `${workshop.packAt()}.standing`].flatMap((place) => findingsAt(workshop.draft(), place)).filter(({ at }) => lineAbout(all, at) === line)
    return [...here, ...places.flatMap((place) => findingsAt(workshop.draft(), place))]
  }
  return <For each={found()}>{({ text }) => <p class="field-error">{text[language()]}</p>}</For>
}

function Opened(props: { line: Line; managed: boolean }) {
  const workshop = useWorkshop()
  const { open, keep } = workshop
  const at = () => props.line.at
  const root = () => rootOf(at()) ?? at()
  const way = () => wayOf(at().slice(root().length))
  const opened = () => saidIn(props.line).flatMap((said) => ('token' in said && said.token.at === open() ? [said] : []))[0]
  const comparison = () => (props.line.form === 'comparison' && opened() ? standingAt(workshop, at()) as unknown as Leaf | undefined : undefined) // a comparison stands there
  const shaped = () => (open() === `shape ${at()}` ? standingAt(workshop, at()) as unknown as Amount | undefined : undefined) // an amount stands there
  const measuredBy = () => (props.line.form === 'amountStep' ? standingAt(workshop, at().replace(/steps\.\d+$/, 'by')) as string | undefined : undefined) // steps go by a fact
  /** The question that conditions say when to ask. */
  const question = () => /\.facts\.([^.]+)/.exec(at())?.[1]
  /** Of the sentences of one question or document, the first opens what is added to it. */
  const begins = (what: string) => open() === `${what} ${at()}` && ['asked', 'document'].includes(props.line.form)
  const addWhen = (regulation: Regulation, leaf: Leaf) => keep(putAt(regulation, `${at()}.${question() === undefined ? 'when' : 'askedWhen'}`, leaf), { focus: `${at()}.${question() === undefined ? 'name' : 'label'}` })
  const putLeaf = (regulation: Regulation, leaf: Leaf) => keep(putAt(regulation, at(), leaf), { focus: `${at()}.fact` })
  const addInside = (regulation: Regulation, leaf: Leaf) => keep(changedAt(regulation, root(), (conditions) => withPart(conditions as Condition, way(), (part) => ('any' in part ? [{ any: [...part.any, leaf] }] : 'all' in part ? [{ all: [...part.all, leaf] }] : [part, leaf]))), { focus: at() }) // conditions stand there
  const added = () => { const [what, place, slots] = (open() ?? '').split(' '); return what === 'slot' && place === at() ? slots?.split('+')[0] : undefined }
  return (
    <Switch>
      <Match when={props.managed}><Acts line={props.line} /></Match>
      <Match when={comparison()} keyed>{(leaf) => <ComparisonForm leaf={leaf} before={question()} onUse={putLeaf} />}</Match>
      <Match when={opened()?.token.slot} keyed>{(slot) => <OpenedSlot line={props.line} slot={slot} measuredBy={measuredBy()} />}</Match>
      <Match when={shaped()} keyed>{(amount) => <ShapeForm at={at()} amount={amount} />}</Match>
      <Match when={open() === `inside ${at()}`}><ComparisonForm before={question()} onUse={addInside} /></Match>
      <Match when={begins('when')}><ComparisonForm before={question()} onUse={addWhen} /></Match>
      <Match when={begins('ask')}><SlotForm form="ask" name="ask" slot={{ kind: 'name' }} at={`${at()}.ask`} value={undefined} /></Match>
      <Match when={begins('option') && question()}>{(fact) => <OptionForm fact={fact()} />}</Match>
      <Match when={open() === `thing ${at()}`}><ThingForm at={`${at()}.inKind.items`} /></Match>
      <Match when={added()} keyed>{(slot) => <SlotForm form={props.line.form} name={slot} slot={formOf(props.line.form).slots[slot] ?? { kind: 'words' }} at={placeOf(slot, formOf(props.line.form), at())} value={undefined} />}</Match>
    </Switch>
  )
}

function OpenedSlot(props: { line: Line; slot: string; measuredBy: string | undefined }) {
  const { keep, draft } = useWorkshop()
  const { form, at, tokens } = props.line
  const token = tokens.find((each) => typeof each !== 'string' && each.slot === props.slot)
  const kind = formOf(form).slots[props.slot]
  const parts = partWith(form, props.slot)
  const remove = () => keep(takenFrom(draft().regulation, placeOf(props.slot, formOf(form), at)), { focus: at })
  return <Show when={typeof token === 'object' && kind && { token, kind }}>{(found) => <SlotForm form={form} name={props.slot} slot={found().kind} at={found().token.at} value={found().token.value} measuredBy={props.measuredBy} onRemove={parts?.length === 1 ? remove : undefined} />}</Show>
}

import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { wantedIn } from '../../../plugins/kit/build.ts'
import { withOption } from '../../../plugins/kit/option-edit.ts'
import { putAt, takenFrom } from '../../../plugins/kit/place.ts'
import type { Text } from '../../../plugins/kit/text.ts'
import type { Value } from '../../../plugins/kit/value.ts'
import { valueAt, type Json, type Slot } from '../../../plugins/kit/wording/form.ts'
import { language } from '../../device.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import type { Fault } from '../../ui/field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SomeOf } from '../../ui/some-of.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { blankQuestion, factOptions, FactField, QuestionFields, questionOf, withNewFact } from './build-facts.tsx'
import { isNamed, NameFields, OpenForm } from './build-form.tsx'
import { choiceOf, missingIn, TermFields, withTermChosen } from './build-terms.tsx'
import { isValueOf, ValueOf } from './build-value.tsx'
import { standingName, useWorkshop, words } from './build-workshop.ts'

/** What of a sentence is open: a slot of a form, where it stands, and what stands in it now. */
export interface OpenSlot {
  form: string
  name: string
  slot: Slot
  at: string
  value: unknown
  /** The fact that it is measured by, where it is a bound. */
  measuredBy?: string | undefined
  /** Takes the part out that cannot stand without it. */
  onRemove?: (() => void) | undefined
}

const labelOf = ({ name }: OpenSlot) => words().slots[name] ?? words().slots[name.split('.').at(-1) ?? ''] ?? words().value

/** The fields for what stands in a slot, by its kind. */
export function SlotForm(props: OpenSlot) {
  return (
    <Switch>
      <Match when={props.form === 'option'}><OptionNameForm {...props} /></Match>
      <Match when={props.slot.kind === 'name'}><NameForm {...props} /></Match>
      <Match when={props.slot.kind === 'words'}><WordsForm {...props} /></Match>
      <Match when={props.slot.kind === 'choice' && props.slot}>{(slot) => <ChoiceForm {...props} options={slot().words} />}</Match>
      <Match when={props.slot.kind === 'bound'}><BoundForm {...props} /></Match>
      <Match when={props.slot.kind === 'reference' && props.slot}>
        {(slot) => (
          <Switch>
            <Match when={slot().to === 'fact' && slot().many}><AsksForm {...props} /></Match>
            <Match when={slot().to === 'fact'}><FactForm {...props} /></Match>
            <Match when={slot().to === 'term'}><TermForm {...props} /></Match>
            <Match when={slot().to === 'standing'}><ExemptForm {...props} /></Match>
          </Switch>
        )}
      </Match>
    </Switch>
  )
}

function useSlot(props: OpenSlot) {
  const { keep, draft } = useWorkshop()
  const [faults, setFaults] = createSignal<Fault[]>([])
  return { faults, fault: (id: string) => setFaults([{ id, name: labelOf(props), error: words().missing }]), put: (value: unknown) => keep(putAt(draft().regulation, props.at, value), { focus: props.at }) }
}

function NameForm(props: OpenSlot) {
  const [name, setName] = createSignal((props.value as Text | undefined) ?? { th: '', en: '' })
  const { faults, fault, put } = useSlot(props)
  return <OpenForm label={labelOf(props)} faults={faults()} onRemove={props.onRemove} onUse={() => (isNamed(name()) ? put(name()) : fault('slot'))}><NameFields id="slot" hint={labelOf(props)} value={name()} onInput={setName} /></OpenForm>
}

function OptionNameForm(props: OpenSlot) {
  const { adopted, keep, draft } = useWorkshop()
  const [, fact = '', option = ''] = /\.facts\.([^.]+)\.options\.([^.]+)$/.exec(props.at) ?? []
  const [name, setName] = createSignal(props.value as Text)
  const { faults, fault } = useSlot(props)
  const use = () => (isNamed(name()) ? keep(withOption(draft().regulation, adopted().pack.id, fact, option, name()), { focus: props.at }) : fault('slot'))
  return <OpenForm label={labelOf(props)} faults={faults()} onUse={use}><NameFields id="slot" hint={labelOf(props)} value={name()} onInput={setName} /></OpenForm>
}

function WordsForm(props: OpenSlot) {
  const [text, setText] = createSignal((props.value as string | undefined) ?? '')
  const { faults, fault, put } = useSlot(props)
  return <OpenForm label={labelOf(props)} faults={faults()} onRemove={props.onRemove} onUse={() => (text().trim() === '' ? fault('slot') : put(text()))}><TextField asking={{ id: 'slot', label: labelOf(props) }} value={text()} onInput={setText} /></OpenForm>
}

function ChoiceForm(props: OpenSlot & { options: Readonly<Record<string, Text>> }) {
  const [id, setId] = createSignal((props.value as string | undefined) ?? '')
  const { faults, fault, put } = useSlot(props)
  const options = () => Object.entries(props.options).map(([each, text]) => ({ id: each, label: text[language()] }))
  return (
    <OpenForm label={labelOf(props)} faults={faults()} onRemove={props.onRemove} onUse={() => (id() === '' ? fault('slot') : put(id()))}>
      <Show when={options().length > 6} fallback={<ChoiceField asking={{ id: 'slot', label: labelOf(props) }} options={options()} value={id()} onInput={setId} />}>
        <SelectField asking={{ id: 'slot', label: labelOf(props) }} none={words().choose} options={options()} value={id()} onInput={setId} />
      </Show>
    </OpenForm>
  )
}

function BoundForm(props: OpenSlot) {
  const { facts } = useWorkshop()
  const [value, setValue] = createSignal(props.value as Value | undefined)
  const { faults, fault, put } = useSlot(props)
  const measure = () => facts()[props.measuredBy ?? ''] ?? { type: 'duration' as const }
  return <OpenForm label={labelOf(props)} faults={faults()} onRemove={props.onRemove} onUse={() => (isValueOf(measure(), value()) ? put(value()) : fault('slot'))}><ValueOf asking={{ id: 'slot', label: labelOf(props) }} measure={measure()} value={value()} onInput={(next) => setValue(() => next)} /></OpenForm>
}

function FactForm(props: OpenSlot) {
  const workshop = useWorkshop()
  const wanting = wantedIn(props.form, props.name)
  const types = (['money', 'number', 'count', 'days', 'duration', 'day', 'choice', 'flag'] as const).filter((type) => wanting.facts?.({ type, of: 'claim', from: 'asked', label: { th: '', en: '' } }) ?? true)
  const [id, setId] = createSignal((props.value as string | undefined) ?? '')
  const [question, setQuestion] = createSignal(blankQuestion(types[0]))
  const { faults, fault } = useSlot(props)
  const use = () => {
    const { regulation } = workshop.draft()
    if (id() === '') return fault('slot')
    if (id() !== 'new') return workshop.keep(putAt(regulation, props.at, id()), { focus: props.at })
    const made = questionOf(question(), workshop)
    if ('missing' in made) return fault(made.missing)
    const after = withNewFact(regulation, workshop, made)
    return workshop.keep(putAt(after.regulation, props.at, after.id), { focus: props.at })
  }
  return <OpenForm label={labelOf(props)} faults={faults()} onRemove={props.onRemove} onUse={use}><FactField id="slot" label={labelOf(props)} {...(wanting.facts && { fits: wanting.facts })} types={types} value={id()} question={question()} onInput={setId} onQuestion={setQuestion} /></OpenForm>
}

function TermForm(props: OpenSlot) {
  const workshop = useWorkshop()
  const wanting = wantedIn(props.form, props.name)
  const fits = wanting.terms ?? (() => true)
  const types = [wanting.type, ...(['days', 'duration', 'count'] as const).filter((type) => type !== wanting.type && fits({ type, label: { th: '', en: '' }, values: [] }))]
  // A table, or a percentage that may be one, goes by the question beside it.
  const by = valueAt(workshop.draft().regulation as unknown as Json, props.at.replace(/[^.]+$/, 'by')) // a regulation is parsed from JSON
  const rows = () => workshop.facts()[String(by)]?.options ?? {}
  const [choice, setChoice] = createSignal(choiceOf(workshop, (props.value as string | undefined) ?? '', wanting.type, rows()))
  const { faults, fault } = useSlot(props)
  const use = () => {
    const missing = missingIn(choice(), workshop)
    if (missing !== undefined) return fault(missing)
    const { regulation, id } = withTermChosen(workshop.draft().regulation, choice(), workshop)
    return workshop.keep(putAt(regulation, props.at, id), { focus: props.at })
  }
  return <OpenForm label={labelOf(props)} faults={faults()} onRemove={props.onRemove} onUse={use}><TermFields label={words().whichTerm} fits={fits} types={types} rows={rows()} value={choice()} onInput={setChoice} /></OpenForm>
}

function ExemptForm(props: OpenSlot) {
  const workshop = useWorkshop()
  const { adopted, keep, draft } = workshop
  const [ids, setIds] = createSignal((props.value as string[] | undefined) ?? [])
  const options = () => (adopted().pack.standing ?? []).map(({ id }) => ({ id, label: standingName(workshop, id) }))
  const use = () => keep(ids().length > 0 ? putAt(draft().regulation, props.at, ids()) : takenFrom(draft().regulation, props.at), { focus: props.at })
  return (
    <OpenForm label={labelOf(props)} faults={[]} onUse={use}>
      <SomeOf asking={{ id: 'slot', label: labelOf(props) }} options={options()} chosen={ids()} onInput={setIds} />
      <Show when={options().length === 0}><p class="small">{words().none}</p></Show>
    </OpenForm>
  )
}

/** The questions in their order: moved up, dropped, one of those that are there added, or a new one made. */
function AsksForm(props: OpenSlot) {
  const workshop = useWorkshop()
  const [ids, setIds] = createSignal((props.value as string[] | undefined) ?? [])
  const [adding, setAdding] = createSignal('')
  const [question, setQuestion] = createSignal(blankQuestion())
  const { faults, fault } = useSlot(props)
  const label = (id: string) => workshop.facts()[id]?.label[language()] ?? id
  const others = () => [...factOptions(workshop, ({ from }) => from === 'asked').filter(({ id }) => !ids().includes(id)), { id: 'new', label: words().newQuestion }]
  const up = (at: number) => setIds(ids().with(at, ids()[at - 1] ?? '').with(at - 1, ids()[at] ?? ''))
  const add = (id: string) => { if (id === 'new') setAdding(id); else { setIds([...ids(), id]); setAdding('') } }
  const use = () => {
    const { regulation } = workshop.draft()
    if (ids().length === 0 && adding() !== 'new') return fault('asks-add')
    if (adding() !== 'new') return workshop.keep(putAt(regulation, props.at, ids()), { focus: props.at })
    const made = questionOf(question(), workshop)
    if ('missing' in made) return fault(made.missing)
    const after = withNewFact(regulation, workshop, made)
    return workshop.keep(putAt(after.regulation, props.at, [...ids(), after.id]), { focus: props.at })
  }
  return (
    <OpenForm label={words().questions} faults={faults()} onUse={use}>
      <ol class="build-asks">
        <For each={ids()}>
          {(id, at) => (
            <li>
              <span>{label(id)}</span>
              <span class="build-buttons">
                <Show when={at() > 0}><Button quiet onClick={() => up(at())}><span aria-hidden="true">↑</span><span class="only-heard">{words().moveUp(label(id))}</span></Button></Show>
                <Button quiet onClick={() => setIds(ids().filter((each) => each !== id))}><span aria-hidden="true">{words().remove}</span><span class="only-heard">{words().drop(label(id))}</span></Button>
              </span>
            </li>
          )}
        </For>
      </ol>
      <SelectField asking={{ id: 'asks-add', label: words().ask }} none={words().choose} options={others()} value={adding()} onInput={add} />
      <Show when={adding() === 'new'}><QuestionFields value={question()} onInput={setQuestion} /></Show>
    </OpenForm>
  )
}

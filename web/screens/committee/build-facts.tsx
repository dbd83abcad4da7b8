import { createSignal, Show } from 'solid-js'
import { conditionIds, freeId } from '../../../plugins/kit/build.ts'
import type { Fact, PackFact } from '../../../plugins/kit/fact.ts'
import { changedAt } from '../../../plugins/kit/place.ts'
import type { Regulation } from '../../../plugins/kit/regulation.ts'
import type { Text } from '../../../plugins/kit/text.ts'
import type { Name, ValueType } from '../../../plugins/kit/value.ts'
import { language } from '../../device.ts'
import type { Option } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { isNamed, NameFields } from './build-form.tsx'
import { useWorkshop, words, type Workshop } from './build-workshop.ts'

/** The facts that may stand somewhere, by whose they are, the benefit's own questions first. */
export function factOptions({ facts, benefit, adopted }: Workshop, fits: (fact: Fact) => boolean = () => true): Option[] {
  const { asks } = benefit()
  const own = adopted().pack.facts ?? {}
  const groupOf = (id: string, { of }: Fact) => {
    if (asks.includes(id)) return words().factOwn
    if (Object.hasOwn(own, id)) return words().factPack
    return of === 'fund' ? words().factFund : of === 'member' ? words().factMember : words().factClaim
  }
  const order = [words().factOwn, words().factPack, words().factMember, words().factClaim, words().factFund]
  return Object.entries(facts()).filter(([, fact]) => fits(fact)).map(([id, fact]) => ({ id, label: fact.label[language()], group: groupOf(id, fact) }))
    .toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}

const ANSWERS: readonly ValueType[] = ['flag', 'count', 'days', 'money', 'choice', 'day', 'duration', 'number']

/** A question that is being made. */
export interface NewQuestion {
  label: Text
  ask: Text
  unit: Text
  type: ValueType
  options: string
  /** The question whose yes it waits for. */
  when: string
}

export const blankQuestion = (type: ValueType = 'flag'): NewQuestion => ({ label: { th: '', en: '' }, ask: { th: '', en: '' }, unit: { th: '', en: '' }, type, options: '', when: '' })

const optionsIn = (text: string): Name[] | undefined => {
  const lines = text.split('\n').map((line) => line.split('/').map((part) => part.trim())).filter((parts) => parts.some((part) => part !== ''))
  const names = lines.map(([th = '', en = '']) => ({ th, en }))
  return names.length > 0 && names.every(isNamed) ? names : undefined
}

/** The question as a pack declares it, or what is missing. */
export function questionOf({ label, ask, unit, type, options, when }: NewQuestion, { facts, adopted }: Workshop): PackFact | { missing: string } {
  if (!isNamed(label)) return { missing: 'question' }
  const names = optionsIn(options)
  if (type === 'choice' && !names) return { missing: 'question-options' }
  const waitsFor = facts()[when]
  return {
    type, of: 'claim', from: 'asked', label,
    ...(isNamed(ask) && { ask }),
    ...((type === 'count' || type === 'days') && isNamed(unit) && { unit }),
    ...(type === 'number' && { scale: 2 }),
    ...(type === 'choice' && { options: Object.fromEntries((names ?? []).map((name, at) => [`option-${at + 1}`, name])) }),
    ...(waitsFor && { askedWhen: { id: freeId('asked', conditionIds(adopted().pack)), name: waitsFor.label, fact: when, operator: 'equal', value: true } }),
  }
}

/** A regulation whose pack has another question, and the question's id. */
export function withNewFact(regulation: Regulation, { packAt, facts }: Workshop, fact: PackFact): { regulation: Regulation; id: string } {
  const id = freeId('question', Object.keys(facts()))
  return { id, regulation: changedAt(regulation, packAt(), (pack) => ({ ...(pack as { facts?: object }), facts: { ...(pack as { facts?: object }).facts, [id]: fact } })) } // a pack stands there
}

export function QuestionFields(props: { value: NewQuestion; types?: readonly ValueType[]; onInput: (value: NewQuestion) => void }) {
  const workshop = useWorkshop()
  const set = (part: Partial<NewQuestion>) => props.onInput({ ...props.value, ...part })
  const flags = () => [{ id: 'always', label: words().askedAlways }, ...factOptions(workshop, ({ type, from }) => type === 'flag' && from === 'asked')]
  const isCounted = () => props.value.type === 'count' || props.value.type === 'days'
  return (
    <>
      <NameFields id="question" value={props.value.label} onInput={(label) => set({ label })} />
      <SelectField asking={{ id: 'question-type', label: words().answer }} none={words().choose} options={(props.types ?? ANSWERS).map((id) => ({ id, label: words().types[id] }))} value={props.value.type} onInput={(type) => set({ type: type as ValueType })} />
      <Show when={isCounted()}><NameFields id="question-unit" hint={words().unit} value={props.value.unit} onInput={(unit) => set({ unit })} /></Show>
      <Show when={props.value.type === 'choice'}><Lines id="question-options" label={words().options} value={props.value.options} onInput={(options) => set({ options })} /></Show>
      <NameFields id="question-ask" hint={words().asked} value={props.value.ask} onInput={(ask) => set({ ask })} />
      <Show when={flags().length > 1}><SelectField asking={{ id: 'question-when', label: words().askedWhen }} none={words().askedAlways} options={flags()} value={props.value.when === '' ? 'always' : props.value.when} onInput={(when) => set({ when: when === 'always' ? '' : when })} /></Show>
    </>
  )
}

function Lines(props: { id: string; label: string; value: string; onInput: (text: string) => void }) {
  return (
    <Field asking={{ id: props.id, label: props.label }}>
      <textarea id={props.id} class="box build-lines-box" rows="3" value={props.value} onInput={(event) => props.onInput(event.currentTarget.value)} />
    </Field>
  )
}

/** A fact to choose, or a question to make; `new` stands for the latter. What is looked at `before` a question is answered by then. */
export function FactField(props: { id: string; before?: string; label: string; fits?: (fact: Fact) => boolean; types?: readonly ValueType[]; value: string; question: NewQuestion; onInput: (id: string) => void; onQuestion: (question: NewQuestion) => void }) {
  const workshop = useWorkshop()
  const isAnswered = (id: string) => props.before === undefined || workshop.facts()[id]?.from !== 'asked' || workshop.benefit().asks.slice(0, workshop.benefit().asks.indexOf(props.before)).includes(id)
  const [options] = createSignal([...factOptions(workshop, props.fits).filter(({ id }) => isAnswered(id)), ...(props.before === undefined ? [{ id: 'new', label: words().newQuestion }] : [])])
  return (
    <>
      <SelectField asking={{ id: props.id, label: props.label }} none={words().choose} options={options()} value={props.value} onInput={props.onInput} />
      <Show when={props.value === 'new'}><QuestionFields value={props.question} {...(props.types && { types: props.types })} onInput={props.onQuestion} /></Show>
    </>
  )
}

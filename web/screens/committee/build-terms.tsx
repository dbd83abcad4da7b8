import { createSignal, Match, Show, Switch } from 'solid-js'
import { freeId } from '../../../plugins/kit/build.ts'
import { withValue } from '../../../plugins/kit/draft.ts'
import { putAt } from '../../../plugins/kit/place.ts'
import { termValueOn, type Regulation } from '../../../plugins/kit/regulation.ts'
import { draftedValues } from '../../../plugins/kit/structure.ts'
import type { LadderTerm, ScalarTerm, Step, Term, TermValue } from '../../../plugins/kit/term.ts'
import type { Text } from '../../../plugins/kit/text.ts'
import type { Value, ValueType } from '../../../plugins/kit/value.ts'
import { language } from '../../device.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { isLadder, LadderSteps } from './draft-ladder.tsx'
import { isNamed, NameFields } from './build-form.tsx'
import { isValueOf, ValueOf } from './build-value.tsx'
import { useWorkshop, words, type Workshop } from './build-workshop.ts'

/** A term that is chosen or made, with what it is worth from the draft's day on. */
export interface TermChoice {
  /** `new` for one that is made. */
  id: string
  label: Text
  type: Term['type']
  value: TermValue | undefined
}

export const termIn = ({ adopted }: Workshop, id: string): Term | undefined => (Object.hasOwn(adopted().pack.terms, id) ? adopted().pack.terms[id] : undefined)
export const worthOf = ({ adopted, draft }: Workshop, id: string): TermValue | undefined => termValueOn(adopted(), id, draft().fromOn)?.value ?? undefined

export const choiceOf = (workshop: Workshop, id: string, type: Term['type']): TermChoice => ({ id, label: termIn(workshop, id)?.label ?? { th: '', en: '' }, type: termIn(workshop, id)?.type ?? type, value: worthOf(workshop, id) })

/** Which of its fields a choice of term lacks; undefined where it is whole. */
export function missingIn(choice: TermChoice, workshop: Workshop): string | undefined {
  if (choice.id === '') return 'term'
  if (choice.id === 'new' && !isNamed(choice.label)) return 'term-name'
  return isWorth(shaped(choice, workshop), choice.value) ? undefined : 'term-value'
}

const isWorth = (term: Term, value: TermValue | undefined): boolean => {
  if (value === undefined) return true
  if (term.type === 'ladder') return Array.isArray(value) && isLadder(value)
  return term.type === 'schedule' ? Object.values(value).every((each) => !Number.isNaN(each)) : isValueOf(term, value as Value) // a single term has a single value
}

const BLANK = { th: '', en: '' }
/** The term that is meant: as it is declared, or as it will be. */
function shaped({ id, label, type }: TermChoice, workshop: Workshop): Term {
  const known = termIn(workshop, id)
  if (known) return known
  if (type === 'ladder') return { label, type, by: 'duration', of: 'money', values: [] }
  return type === 'schedule' ? { label, type, of: 'money', items: {}, values: [] } : { label, type, values: [], ...(type === 'number' && { scale: 2 }) }
}

/** A regulation with the term that was chosen or made at its value, and the term's id. */
export function withTermChosen(regulation: Regulation, choice: TermChoice, workshop: Workshop): { regulation: Regulation; id: string } {
  const { adopted, draft, packAt } = workshop
  const { fromOn, origin } = draft()
  if (choice.id !== 'new') {
    const isKept = choice.value === undefined || choice.value === worthOf(workshop, choice.id)
    return { id: choice.id, regulation: isKept || choice.value === undefined ? regulation : withValue(regulation, origin, { pack: adopted().pack.id, term: choice.id, value: choice.value }, fromOn) }
  }
  const id = freeId('value', Object.keys(adopted().pack.terms))
  const term = shaped(choice, workshop)
  return { id, regulation: putAt(regulation, `${packAt()}.terms.${id}`, { ...term, values: choice.value === undefined ? [] : draftedValues(fromOn, choice.value) }) }
}

interface Choosing {
  label: string
  fits: (term: Term) => boolean
  types: readonly Term['type'][]
  value: TermChoice
  onInput: (choice: TermChoice) => void
}

/** A term to choose, or one to make, and what it is worth. */
export function TermFields(props: Choosing) {
  const workshop = useWorkshop()
  const [known] = createSignal(Object.entries(workshop.adopted().pack.terms).filter(([, term]) => props.fits(term)).map(([id, term]) => ({ id, label: term.label[language()] })))
  const choose = (id: string) => props.onInput(id === 'new' ? { id, label: BLANK, type: props.types[0] ?? 'money', value: undefined } : choiceOf(workshop, id, props.types[0] ?? 'money'))
  return (
    <>
      <SelectField asking={{ id: 'term', label: props.label }} none={words().choose} options={[...known(), { id: 'new', label: words().newTerm }]} value={props.value.id} onInput={choose} />
      <Show when={props.value.id === 'new'}>
        <NameFields id="term-name" hint={words().termName} value={props.value.label} onInput={(label) => props.onInput({ ...props.value, label })} />
        <Show when={props.types.length > 1}><SelectField asking={{ id: 'term-type', label: words().answer }} none={words().choose} options={props.types.map((id) => ({ id, label: words().types[id as ValueType] }))} value={props.value.type} onInput={(type) => props.onInput({ ...props.value, type: type as Term['type'], value: undefined })} /></Show>
      </Show>
      <Show when={props.value.id !== '' && `${props.value.id} ${props.value.type}`} keyed>
        <Worth term={shaped(props.value, workshop)} value={props.value.value} onInput={(value) => props.onInput({ ...props.value, value })} />
      </Show>
    </>
  )
}

function Worth(props: { term: Term; value: TermValue | undefined; onInput: (value: TermValue | undefined) => void }) {
  const [step, setStep] = createSignal<string>()
  const ladder = (): LadderTerm | undefined => (props.term.type === 'ladder' ? props.term : undefined)
  const single = (): ScalarTerm | undefined => (props.term.type === 'ladder' || props.term.type === 'schedule' ? undefined : props.term)
  const steps = (): Step[] => (Array.isArray(props.value) ? props.value : [])
  const first = (): Step => ({ id: 'step-1', from: ladder()?.by === 'duration' ? { months: 6 } : 1, value: 0 })
  if (ladder() && props.value === undefined) queueMicrotask(() => props.onInput([first()]))
  return (
    <Switch>
      <Match when={ladder()}>{(term) => <LadderSteps term={term()} steps={steps()} open={step()} onOpen={setStep} onChange={props.onInput} />}</Match>
      <Match when={single()}>{(term) => <ValueOf asking={{ id: 'term-value', label: words().termWorth }} measure={term()} value={props.value as Value | undefined} onInput={props.onInput} />}</Match>
    </Switch>
  )
}

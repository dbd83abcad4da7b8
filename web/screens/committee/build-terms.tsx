import { createSignal, Match, Show, Switch } from 'solid-js'
import { freeId } from '../../../plugins/kit/build.ts'
import { withValue } from '../../../plugins/kit/draft.ts'
import { withItems } from '../../../plugins/kit/option-edit.ts'
import { putAt } from '../../../plugins/kit/place.ts'
import { termValueOn, type Regulation } from '../../../plugins/kit/regulation.ts'
import { draftedValues } from '../../../plugins/kit/structure.ts'
import type { LadderTerm, ScalarTerm, Step, Term, TermValue } from '../../../plugins/kit/term.ts'
import type { Text } from '../../../plugins/kit/text.ts'
import type { Name, Value, ValueType } from '../../../plugins/kit/value.ts'
import { language } from '../../device.ts'
import { Fold } from '../../ui/fold.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { isLadder, LadderSteps } from './draft-ladder.tsx'
import { isNamed, NameFields } from './build-form.tsx'
import { isTable, TableFields } from './build-table.tsx'
import { isValueOf, ValueOf } from './build-value.tsx'
import { useWorkshop, words, type Workshop } from './build-workshop.ts'

/** A term that is chosen or made, with what it is worth from the draft's day on. */
export interface TermChoice {
  /** `new` for one that is made. */
  id: string
  label: Text
  type: Term['type']
  value: TermValue | undefined
  /** The rows of a table: each has its amount in the value. */
  items?: Readonly<Record<string, Name>>
}

export const termIn = ({ adopted }: Workshop, id: string): Term | undefined => (Object.hasOwn(adopted().pack.terms, id) ? adopted().pack.terms[id] : undefined)
export const worthOf = ({ adopted, draft }: Workshop, id: string): TermValue | undefined => termValueOn(adopted(), id, draft().fromOn)?.value ?? undefined

/** A term that is there, with what it is worth; `rows` are those that a table goes by. */
export function choiceOf(workshop: Workshop, id: string, type: Term['type'], rows?: TermChoice['items']): TermChoice {
  const term = termIn(workshop, id)
  return { id, label: term?.label ?? BLANK, type: term?.type ?? type, value: worthOf(workshop, id), ...(term?.type === 'schedule' && { items: { ...rows, ...term.items } }) }
}

/** Which of its fields a choice of term lacks; undefined where it is whole. */
export function missingIn(choice: TermChoice, workshop: Workshop): string | undefined {
  if (choice.id === '') return 'term'
  if (!isNamed(choice.label)) return 'term-name'
  if (choice.items && !Object.values(choice.items).every(isNamed)) return 'term-value'
  return isWorth(shaped(choice, workshop), choice.value) ? undefined : 'term-value'
}

const isWorth = (term: Term, value: TermValue | undefined): boolean => {
  if (term.type === 'schedule') return isTable(term.items, value)
  if (value === undefined) return true
  if (term.type === 'ladder') return Array.isArray(value) && isLadder(value)
  return isValueOf(term, value as Value) // a single term has a single value
}

const BLANK = { th: '', en: '' }
/** The term that is meant: as it is declared, or as it will be. */
function shaped({ id, label, type, items = {} }: TermChoice, workshop: Workshop): Term {
  const known = termIn(workshop, id)
  if (known) return known.type === 'schedule' ? { ...known, items: { ...items } } : known
  if (type === 'ladder') return { label, type, by: 'duration', of: 'money', values: [] }
  return type === 'schedule' ? { label, type, of: 'money', items: { ...items }, values: [] } : { label, type, values: [], ...(type === 'number' && { scale: 2 }) }
}

/** A regulation with the term that was chosen or made at its value, and the term's id. */
export function withTermChosen(regulation: Regulation, choice: TermChoice, workshop: Workshop): { regulation: Regulation; id: string } {
  const { adopted, draft, packAt } = workshop
  const { fromOn, origin } = draft()
  if (choice.id !== 'new') {
    const pack = adopted().pack.id
    const named = putAt(regulation, `${packAt()}.terms.${choice.id}.label`, choice.label)
    const after = choice.items ? withItems(named, pack, choice.id, { ...choice.items }) : named
    const isKept = choice.value === undefined || choice.value === worthOf(workshop, choice.id)
    return { id: choice.id, regulation: isKept || choice.value === undefined ? after : withValue(after, origin, { pack, term: choice.id, value: choice.value }, fromOn) }
  }
  const id = freeId('value', Object.keys(adopted().pack.terms))
  const term = shaped(choice, workshop)
  return { id, regulation: putAt(regulation, `${packAt()}.terms.${id}`, { ...term, values: choice.value === undefined ? [] : draftedValues(fromOn, choice.value) }) }
}

interface Choosing {
  label: string
  fits: (term: Term) => boolean
  types: readonly Term['type'][]
  /** What a table goes by, one a row. */
  rows?: Readonly<Record<string, Name>>
  value: TermChoice
  onInput: (choice: TermChoice) => void
}

/** A term to choose, or one to make, and what it is worth. */
export function TermFields(props: Choosing) {
  const workshop = useWorkshop()
  const [known] = createSignal(Object.entries(workshop.adopted().pack.terms).filter(([, term]) => props.fits(term)).map(([id, term]) => ({ id, label: term.label[language()] })))
  const choose = (id: string) => props.onInput(id === 'new' ? { id, label: BLANK, type: props.types[0] ?? 'money', value: undefined, ...(props.types[0] === 'schedule' && { items: props.rows ?? {} }) } : choiceOf(workshop, id, props.types[0] ?? 'money', props.rows))
  return (
    <>
      <SelectField asking={{ id: 'term', label: props.label }} none={words().choose} options={[...known(), { id: 'new', label: words().newTerm }]} value={props.value.id} onInput={choose} />
      <Show when={props.value.id === 'new'}>
        <NameFields id="term-name" hint={words().termName} value={props.value.label} onInput={(label) => props.onInput({ ...props.value, label })} />
        <Show when={props.types.length > 1}><SelectField asking={{ id: 'term-type', label: words().answer }} none={words().choose} options={props.types.map((id) => ({ id, label: words().types[id as ValueType] }))} value={props.value.type} onInput={(type) => props.onInput({ ...props.value, type: type as Term['type'], value: undefined })} /></Show>
      </Show>
      <Show when={props.value.id !== '' && `${props.value.id} ${props.value.type}`} keyed>
        <Show when={props.value.items} fallback={<Worth term={shaped(props.value, workshop)} value={props.value.value} onInput={(value) => props.onInput({ ...props.value, value })} />}>
          <TableFields rows={props.rows ?? {}} measure={measureOf(shaped(props.value, workshop))} choice={props.value} onInput={props.onInput} />
        </Show>
        <Show when={props.value.id !== 'new'}><Fold label={words().termName}><NameFields id="term-name" value={props.value.label} onInput={(label) => props.onInput({ ...props.value, label })} /></Fold></Show>
      </Show>
    </>
  )
}

/** How what a table holds is measured. */
const measureOf = (term: Term) => (term.type === 'schedule' ? { type: term.of, scale: term.scale } : { type: 'money' as const })

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

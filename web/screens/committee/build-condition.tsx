import { createSignal, Match, Show, Switch } from 'solid-js'
import { conditionIds, freeId, nameOfComparison } from '../../../plugins/kit/build.ts'
import type { Leaf, Wanted } from '../../../plugins/kit/condition.ts'
import type { Fact } from '../../../plugins/kit/fact.ts'
import type { Regulation } from '../../../plugins/kit/regulation.ts'
import type { Text } from '../../../plugins/kit/text.ts'
import type { Value } from '../../../plugins/kit/value.ts'
import { language } from '../../device.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import type { Fault } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SomeOf } from '../../ui/some-of.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { blankQuestion, FactField, questionOf, withNewFact } from './build-facts.tsx'
import { isNamed, NameFields, OpenForm } from './build-form.tsx'
import { choiceOf, missingIn, TermFields, withTermChosen, type TermChoice } from './build-terms.tsx'
import { isValueOf, ValueOf } from './build-value.tsx'
import { useWorkshop, words } from './build-workshop.ts'

const isList = (operator: string) => operator === 'in' || operator === 'notIn'
const operatorsOn = (type: Fact['type']) => Object.entries(vocabulary.operators).filter(([, { on }]) => on.includes(type)).map(([id, { label }]) => ({ id, label: label[language()] }))
/** What one most often means. */
const FIRST: Partial<Record<Fact['type'], string>> = { duration: 'atLeast', day: 'onOrAfter', days: 'greaterThanInclusive', count: 'greaterThanInclusive', money: 'greaterThanInclusive', number: 'greaterThanInclusive' }

/**
 * A comparison, to be made or changed: what it looks at, how it compares, with what. What is half filled in stays here until it is whole.
 * `onUse` puts it in its place; `before` is the question that it says when to ask, so that it looks at none that comes later.
 */
export function ComparisonForm(props: { leaf?: Leaf; before?: string | undefined; onUse: (regulation: Regulation, leaf: Leaf) => void }) {
  const workshop = useWorkshop()
  const { leaf } = props
  const [factId, setFactId] = createSignal(leaf?.fact ?? '')
  const [question, setQuestion] = createSignal(blankQuestion())
  const [operator, setOperator] = createSignal(leaf?.operator ?? 'equal')
  const [value, setValue] = createSignal<Wanted | undefined>(leaf && !isTerm(leaf.value) ? leaf.value : undefined)
  const [mode, setMode] = createSignal<'literal' | 'term'>(leaf && isTerm(leaf.value) ? 'term' : 'literal')
  const [term, setTerm] = createSignal<TermChoice>(leaf && isTerm(leaf.value) ? choiceOf(workshop, leaf.value.fact, 'money') : { id: '', label: { th: '', en: '' }, type: 'money', value: undefined })
  const [name, setName] = createSignal<Text>(leaf?.name ?? { th: '', en: '' })
  const [faults, setFaults] = createSignal<Fault[]>([])
  const made = () => { const found = questionOf(question(), workshop); return 'missing' in found ? undefined : found }
  const fact = (): Fact | undefined => (factId() === 'new' ? made() ?? { ...blankFact, type: question().type } : workshop.facts()[factId()])
  const look = (id: string) => {
    const before = fact()?.type
    setFactId(id)
    if (fact()?.type !== before) begin()
  }
  const begin = () => {
    const type = fact()?.type
    setOperator(type === undefined ? 'equal' : FIRST[type] ?? 'equal')
    setValue(type === 'flag' ? true : undefined)
    setMode('literal')
    setTerm({ id: '', label: { th: '', en: '' }, type: type ?? 'money', value: undefined })
  }
  const compare = (id: string) => {
    if (isList(id) !== isList(operator())) setValue(undefined)
    if (isList(id)) setMode('literal')
    setOperator(id)
  }
  const fault = (id: string) => setFaults([{ id, name: words().missing, error: words().choose }])
  const use = () => {
    const { draft, adopted } = workshop
    const about = fact()
    if (factId() === '' || !about) return fault('fact')
    const asked = factId() === 'new' ? questionOf(question(), workshop) : undefined
    if (asked && 'missing' in asked) return fault(asked.missing)
    const withFact = asked ? withNewFact(draft().regulation, workshop, asked) : { regulation: draft().regulation, id: factId() }
    const lacking = mode() === 'term' ? missingIn(term(), workshop) : isWhole(about, operator(), value()) ? undefined : 'wanted'
    if (lacking !== undefined) return fault(lacking)
    const chosen = mode() === 'term' ? withTermChosen(withFact.regulation, term(), workshop) : undefined
    const wanted: Wanted | undefined = chosen ? { fact: chosen.id } : value()
    if (wanted === undefined) return fault('wanted')
    const terms = { ...adopted().pack.terms, ...(chosen && term().id === 'new' && { [chosen.id]: { label: term().label, type: 'money' as const, values: [] } }) }
    const said = nameOfComparison({ operator: operator(), value: wanted }, about, vocabulary.operators, terms)
    const isKept = isNamed(name()) && (name().th !== leaf?.name.th || isSame(leaf, withFact.id, operator(), wanted))
    props.onUse(chosen?.regulation ?? withFact.regulation, { id: leaf?.id ?? freeId('condition', conditionIds(adopted().pack)), name: isKept ? name() : said, fact: withFact.id, operator: operator(), value: wanted })
  }
  return (
    <OpenForm label={words().conditions} use={words().save} faults={faults()} onUse={use}>
      <FactField id="fact" label={words().fact} {...(props.before !== undefined && { before: props.before })} value={factId()} question={question()} onInput={look} onQuestion={(next) => { const before = question().type; setQuestion(next); if (next.type !== before) begin() }} />
      <Show when={fact()?.type} keyed>
        {(type) => (
          <>
            <SelectField asking={{ id: 'operator', label: words().compare }} none={words().choose} options={operatorsOn(type)} value={operator()} onInput={compare} />
            <Show when={!isList(operator()) && type !== 'flag'}>
              <ChoiceField asking={{ id: 'with', label: words().withWhat }} options={[{ id: 'literal', label: words().literal }, { id: 'term', label: words().term }]} value={mode()} onInput={(id) => setMode(id === 'term' ? 'term' : 'literal')} />
            </Show>
            <Switch>
              <Match when={mode() === 'term'}><TermFields label={words().whichTerm} fits={(each) => each.type === type} types={[type]} value={term()} onInput={setTerm} /></Match>
              <Match when={isList(operator())}><SomeOf asking={{ id: 'wanted', label: words().value }} options={Object.entries(fact()?.options ?? {}).map(([id, each]) => ({ id, label: each[language()] }))} chosen={Array.isArray(value()) ? value() as string[] : []} onInput={(ids) => setValue(ids)} /></Match>
              <Match when={fact()}>{(of) => <ValueOf asking={{ id: 'wanted', label: words().value }} measure={of()} value={single(value())} onInput={(next) => setValue(() => next)} />}</Match>
            </Switch>
          </>
        )}
      </Show>
      <Fold label={words().conditionName}><NameFields hint={words().autoName} value={name()} onInput={setName} /></Fold>
    </OpenForm>
  )
}

const blankFact = { of: 'claim', from: 'asked', label: { th: '', en: '' } } as const
const isTerm = (value: Wanted): value is { fact: string } => typeof value === 'object' && !Array.isArray(value) && 'fact' in value
const single = (value: Wanted | undefined): Value | undefined => (value === undefined || Array.isArray(value) || isTerm(value) ? undefined : value)
const isWhole = (fact: Fact, operator: string, value: Wanted | undefined) => (isList(operator) ? Array.isArray(value) && value.length > 0 : isValueOf(fact, single(value)))
const isSame = (leaf: Leaf | undefined, fact: string, operator: string, value: Wanted) => leaf?.fact === fact && leaf.operator === operator && JSON.stringify(leaf.value) === JSON.stringify(value)

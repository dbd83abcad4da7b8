import { createSignal, Show } from 'solid-js'
import { freeId, limitIds } from '../../../plugins/kit/build.ts'
import { amountsIn } from '../../../plugins/kit/amount.ts'
import { withOption } from '../../../plugins/kit/option-edit.ts'
import { addedTo } from '../../../plugins/kit/place.ts'
import { Per, type Limit } from '../../../plugins/kit/pack.ts'
import type { Text } from '../../../plugins/kit/text.ts'
import type { Name } from '../../../plugins/kit/value.ts'
import { language } from '../../device.ts'
import { build as en } from '../../text/en/build.ts'
import { build as th } from '../../text/th/build.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import type { Fault } from '../../ui/field.tsx'
import { isNamed, NameFields, OpenForm } from './build-form.tsx'
import { choiceOf, missingIn, TermFields, withTermChosen } from './build-terms.tsx'
import { useWorkshop, words, type Workshop } from './build-workshop.ts'

const fault = (id: string): Fault[] => [{ id, name: words().missing, error: words().choose }]

/** Another named thing: a document, an option, or something that is given in kind. */
function NamedForm(props: { label: string; word: string; taken: readonly string[]; onName: (id: string, name: Name) => void }) {
  const [name, setName] = createSignal<Text>({ th: '', en: '' })
  const [faults, setFaults] = createSignal<Fault[]>([])
  const use = () => (isNamed(name()) ? props.onName(freeId(props.word, props.taken), name()) : setFaults(fault('named')))
  return <OpenForm label={props.label} faults={faults()} onUse={use}><NameFields id="named" value={name()} onInput={setName} /></OpenForm>
}

export function DocumentForm() {
  const { benefit, at, draft, keep } = useWorkshop()
  const taken = () => (benefit().documents ?? []).map(({ id }) => id)
  return <NamedForm label={words().addDocument} word="document" taken={taken()} onName={(id, name) => keep(addedTo(draft().regulation, `${at()}.documents`, { id, name }), { focus: `${at()}.documents.${taken().length}.name` })} />
}

export function ThingForm(props: { at: string }) {
  const { benefit, draft, keep } = useWorkshop()
  const taken = () => amountsIn(benefit().amount).flatMap((each) => ('inKind' in each ? each.inKind.items.map(({ id }) => id) : []))
  return <NamedForm label={words().addThing} word="thing" taken={taken()} onName={(id, name) => keep(addedTo(draft().regulation, props.at, { id, name }), { focus: props.at.replace(/\.inKind\.items$/, '') })} />
}

export function OptionForm(props: { fact: string }) {
  const { adopted, packAt, draft, facts, keep } = useWorkshop()
  const use = (id: string, name: Name) => keep(withOption(draft().regulation, adopted().pack.id, props.fact, id, name), { focus: `${packAt()}.facts.${props.fact}.options.${id}` })
  return <NamedForm label={words().addOption} word="option" taken={Object.keys(facts()[props.fact]?.options ?? {})} onName={use} />
}

/** The counts that an amount multiplies: what may be limited besides times and money. */
const countedIn = ({ benefit, facts }: Workshop) => [...new Set(amountsIn(benefit().amount).flatMap((each) => ('perUnit' in each ? [each.perUnit.count] : [])))].flatMap((id) => { const fact = facts()[id]; return fact ? [{ id, fact }] : [] })

/** A further limit: of what, over what, and at most how much, with a term of its own or one that is there. */
export function LimitForm() {
  const workshop = useWorkshop()
  const { benefit, at, draft, keep, facts } = workshop
  const [of, setOf] = createSignal('amount')
  const [per, setPer] = createSignal<Limit['per']>('year')
  const typeOf = () => (of() === 'times' ? 'count' : of() === 'amount' ? 'money' : facts()[of()]?.type ?? 'count')
  const label = () => {
    const counted = facts()[of()]?.label
    return { th: th.limitTerm(of() === 'times' ? th.times : of() === 'amount' ? th.money : counted?.th ?? '', th.per[per()]).slice(0, 100), en: en.limitTerm(of() === 'times' ? en.times : of() === 'amount' ? en.money : counted?.en ?? '', en.per[per()]).slice(0, 100) }
  }
  const [term, setTerm] = createSignal({ ...choiceOf(workshop, 'new', 'money'), label: label() })
  const [faults, setFaults] = createSignal<Fault[]>([])
  const again = () => setTerm({ id: 'new', label: label(), type: typeOf(), value: undefined })
  const options = () => [{ id: 'amount', label: words().money }, { id: 'times', label: words().times }, ...countedIn(workshop).map(({ id, fact }) => ({ id, label: fact.label[language()] }))]
  const use = () => {
    const missing = missingIn(term(), workshop) ?? (term().value === undefined ? 'term-value' : undefined)
    if (missing !== undefined) return setFaults(fault(missing))
    const { regulation, id: atMost } = withTermChosen(draft().regulation, term(), workshop)
    const id = freeId('limit', limitIds(draft().regulation.packs.map(({ pack }) => pack)))
    return keep(addedTo(regulation, `${at()}.limits`, { id, per: per(), of: of(), atMost }), { focus: `${at()}.limits.${benefit().limits?.length ?? 0}.atMost` })
  }
  return (
    <OpenForm label={words().addLimit} faults={faults()} onUse={use}>
      <ChoiceField asking={{ id: 'limit-of', label: words().limitOf }} options={options()} value={of()} onInput={(id) => { setOf(id); again() }} />
      <ChoiceField asking={{ id: 'limit-per', label: words().limitPer }} options={Per.options.map((id) => ({ id, label: words().per[id] }))} value={per()} onInput={(id) => { setPer(id as Limit['per']); again() }} />
      <Show when={`${of()} ${per()}`} keyed><TermFields label={words().limitMost} fits={({ type }) => type === typeOf()} types={[typeOf()]} value={term()} onInput={setTerm} /></Show>
    </OpenForm>
  )
}

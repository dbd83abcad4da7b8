import { createSignal, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { adoptedIn, isSame, type TermOfPack } from '../../../plugins/kit/draft.ts'
import type { Duration } from '../../../plugins/kit/duration.ts'
import { quantity } from '../../../plugins/kit/quantity.ts'
import { termValueOn } from '../../../plugins/kit/regulation.ts'
import { capital } from '../../../plugins/kit/sentence.ts'
import type { LadderTerm, ScalarTerm, ScheduleTerm, Step, Term, TermValue } from '../../../plugins/kit/term.ts'
import { valueSchema, type Value } from '../../../plugins/kit/value.ts'
import type { Neighbours } from '../../api-neighbours.ts'
import { meanwhileIn, restoreValue, setValue, type Draft } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { AmountField } from './draft-amount.tsx'
import { EffectFigures, EffectPeople, type KnownEffect, type Tried } from './draft-effect.tsx'
import { FindingsAt } from './draft-findings.tsx'
import { isLadder, LadderSteps } from './draft-ladder.tsx'
import { DraftMeanwhile } from './draft-meanwhile.tsx'
import { OthersRange } from './draft-range.tsx'
import { NeighboursBeside } from './neighbour-cards.tsx'

const words = inLanguage({ th, en })

interface Changing {
  fund: string
  draft: Draft
  place: TermOfPack
  /** The step of its ladder that is open. */
  step: string | undefined
  /** A guest is not shown any. */
  effect: KnownEffect | undefined
  neighbours: Neighbours
  /** What is tried of the value now. */
  tried: Tried | undefined
  onStep: (id: string | undefined) => void
  onTry: (value: TermValue | undefined) => void
  onClose: () => void
}

/** One value of the draft, open to be changed, with what it does. */
export function ValuePanel(props: Changing) {
  const { pack, term: id } = props.place
  const holding = adoptedIn(props.draft.regulation, pack).pack
  const term = holding.terms[id]
  if (!term) throw new Error(`the draft has no term "${id}"`)
  const valueIn = (regulation: Draft['regulation']) => termValueOn(adoptedIn(regulation, pack), id, props.draft.fromOn)?.value ?? undefined
  const [entered, setEntered] = createSignal<TermValue | undefined>(valueIn(props.draft.regulation))
  const enter = (value: TermValue | undefined) => {
    setEntered(() => value)
    const isTried = value !== undefined && isAllowed(term, value) && !isSame(value, valueIn(props.draft.regulation))
    props.onTry(isTried ? value : undefined)
  }
  onCleanup(() => props.onTry(undefined))
  onMount(() => document.getElementById('draft-value')?.focus({ preventScroll: true }))

  const { send, busy, faults, setFaults } = useSending(() => ({ value: words().value }), 'value')
  const use = (event: SubmitEvent) => {
    event.preventDefault()
    const value = entered()
    if (value === undefined || !isAllowed(term, value)) return setFaults([{ id: 'value', name: term.label[language()], error: words().noNumber }])
    if (isSame(value, valueIn(props.draft.regulation))) return props.onClose()
    put(value, props.draft.version)
  }
  const [meanwhile, setMeanwhile] = createSignal<ReturnType<typeof meanwhileIn>>()
  const put = (value: TermValue, version: number) => {
    void send(() => setValue(props.fund, { id: props.draft.id, version }, props.place, value), props.onClose, (error) => {
      const found = meanwhileIn(error)
      if (found) setMeanwhile(found)
      return found !== undefined
    })
  }
  const putMine = () => {
    const value = entered()
    if (value !== undefined && isAllowed(term, value)) put(value, Math.max(props.draft.version, meanwhile()?.version ?? 0))
  }
  const restore = () => {
    if (isSame(valueIn(props.draft.origin), valueIn(props.draft.regulation))) return props.onClose()
    void send(() => restoreValue(props.fund, props.draft, props.place), props.onClose)
  }
  return (
    <form class="draft-panel draft-panel-open draft-side only-screen" onSubmit={use} noValidate onKeyDown={(event) => { if (event.key === 'Escape') props.onClose() }} aria-labelledby="draft-value">
      <div class="draft-head"><h2 id="draft-value" tabindex="-1">{capital(term.label[language()])}</h2><span class="small">{words().before(inWords(term, valueIn(props.draft.origin)))}</span></div>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={meanwhile()}>{(found) => <DraftMeanwhile fund={props.fund} draft={props.draft} since={found().since} mine={`${capital(term.label[language()])}: ${inWords(term, entered())}`} busy={busy()} onPut={putMine} onDrop={props.onClose} />}</Show>
      <ValueField term={term} value={entered()} step={props.step} onStep={props.onStep} onInput={enter} />
      <Show when={props.effect}>{(effect) => <><EffectFigures of={effect()} label={words().lastYear} /><OthersRange fund={props.fund} pack={holding} term={id} /></>}</Show>
      <FindingsAt draft={props.draft} value={`${pack}.${id}`} />
      <Show when={!meanwhile()}><div class="draft-buttons"><Button submit>{busy() ? words().using : words().use}</Button><Button quiet onClick={restore}>{words().restore}</Button></div></Show>
      <NeighboursBeside draft={props.draft} neighbours={props.neighbours} tried={props.tried} place={props.place} />
      <EffectPeople effect={props.effect?.known()} />
    </form>
  )
}

/** Whether a term can have this value. */
export function isAllowed(term: Term, value: TermValue): boolean {
  if (term.type === 'ladder') return Array.isArray(value) && isLadder(value)
  if (term.type === 'schedule') return Object.values(value).every((each) => !Number.isNaN(each))
  return valueSchema(term).safeParse(value).success
}

/** A value in a word or two. */
export function inWords(term: Term, value: TermValue | undefined): string {
  if (value === undefined) return words().notSet
  if (Array.isArray(value)) return words().steps(value.length)
  if (term.type === 'schedule') return words().items(Object.keys(value).length)
  return term.type === 'ladder' ? '' : quantity(value as Value, term, language()) // a single term has a single value
}

interface Entry<T extends Term> {
  term: T
  value: TermValue | undefined
  onInput: (value: TermValue | undefined) => void
}

/** Asks for a term's value, whatever its type. */
export function ValueField(props: Entry<Term> & Pick<Changing, 'step' | 'onStep'>) {
  const ladder = (): LadderTerm | undefined => (props.term.type === 'ladder' ? props.term : undefined)
  const schedule = (): ScheduleTerm | undefined => (props.term.type === 'schedule' ? props.term : undefined)
  const scalar = (): ScalarTerm | undefined => (props.term.type === 'ladder' || props.term.type === 'schedule' ? undefined : props.term)
  return (
    <Switch>
      <Match when={ladder()}>{(term) => <LadderSteps term={term()} steps={stepsIn(props.value)} open={props.step} onOpen={props.onStep} onChange={props.onInput} />}</Match>
      <Match when={schedule()}>{(term) => <ScheduleFields term={term()} value={props.value} onInput={props.onInput} />}</Match>
      <Match when={scalar()}>{(term) => <div class="draft-single"><ScalarField term={term()} value={props.value} onInput={props.onInput} /></div>}</Match>
    </Switch>
  )
}

const stepsIn = (value: TermValue | undefined): Step[] => (Array.isArray(value) ? value : [])

/** An amount for each item. */
function ScheduleFields(props: Entry<ScheduleTerm>) {
  const amounts = () => (props.value ?? {}) as Record<string, number> // a schedule's value is of this shape
  return (
    <For each={Object.entries(props.term.items)}>
      {([id, name]) => <AmountField asking={{ id: `item-${id}`, label: name[language()] }} measure={{ type: props.term.of, scale: props.term.scale }} value={amounts()[id]} onInput={(value) => props.onInput({ ...amounts(), [id]: value ?? Number.NaN })} />}
    </For>
  )
}

function ScalarField(props: Entry<ScalarTerm>) {
  const label = () => words().editing(props.term.label[language()])
  const options = () => (props.term.type === 'flag' ? [{ id: 'true', label: words().yes }, { id: 'false', label: words().no }] : Object.entries(props.term.options ?? {}).map(([id, name]) => ({ id, label: name[language()] })))
  return (
    <Switch fallback={<AmountField asking={{ id: 'value', label: label() }} measure={props.term} value={props.value as number | undefined} onInput={props.onInput} />}>
      <Match when={props.term.type === 'duration'}><DurationField asking={{ id: 'value', label: label() }} value={props.value as Duration | undefined} onInput={(value) => props.onInput(value === 'none' ? undefined : value)} /></Match>
      <Match when={props.term.type === 'day'}><DayField asking={{ id: 'value', label: label() }} value={props.value as string | undefined} onInput={(value) => props.onInput(value === 'none' ? undefined : value)} /></Match>
      <Match when={props.term.type === 'choice' || props.term.type === 'flag'}>
        <ChoiceField asking={{ id: 'value', label: label() }} options={options()} value={props.value === undefined ? undefined : String(props.value)} onInput={(id) => props.onInput(props.term.type === 'flag' ? id === 'true' : id)} />
      </Match>
    </Switch>
  )
}

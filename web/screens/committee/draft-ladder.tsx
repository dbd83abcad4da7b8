import { createUniqueId, Show } from 'solid-js'
import { normalDuration, type Duration } from '../../../plugins/kit/duration.ts'
import { compareBounds } from '../../../plugins/kit/ladder.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { quantity } from '../../../plugins/kit/quantity.ts'
import type { LadderTerm, Step } from '../../../plugins/kit/term.ts'
import { inLanguage, language } from '../../device.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Button } from '../../ui/button.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { Ladder } from '../../ui/ladder.tsx'
import { AmountField } from './draft-amount.tsx'

const words = inLanguage({ th, en })
type Bound = Step['from']

/** A ladder as stairs, each step of which can be changed, taken out, or given another above it. */
export function LadderSteps(props: { term: LadderTerm; steps: readonly Step[]; open: string | undefined; onOpen: (id: string | undefined) => void; onChange: (steps: Step[]) => void }) {
  const say = (bound: Bound) => quantity(bound, { type: props.term.by }, language())
  const gives = (value: number) => (props.term.of === 'money' ? words().baht(formatAmount(value)) : words().percent(String(value)))
  const highest = () => Math.max(1, ...props.steps.map(({ value }) => value))
  const rungs = () => props.steps.map(({ id, from, value }, at) => {
    const next = props.steps[at + 1]
    return { id, from: (props.term.by === 'duration' ? words().reaches : words().reachesNumber)(say(from)), until: next ? (props.term.by === 'duration' ? words().until : words().untilNumber)(say(next.from)) : words().onwards, gives: gives(value), height: value / highest() }
  })
  const insert = (after: string) => {
    const from = boundAbove(props.steps, after)
    const below = props.steps.find(({ id }) => id === after)
    if (from === undefined || !below) return
    const id = newStepId(props.steps)
    props.onChange(props.steps.flatMap((step) => (step.id === after ? [step, { id, from, value: below.value }] : [step])))
    props.onOpen(id)
  }
  const change = (id: string, part: Partial<Step>) => props.onChange(props.steps.map((step) => (step.id === id ? { ...step, ...part } : step)))
  const remove = (id: string) => { props.onOpen(undefined); props.onChange(props.steps.filter((step) => step.id !== id)) }
  const begin = () => {
    const id = newStepId(props.steps)
    props.onChange([{ id, from: props.term.by === 'duration' ? { years: 1 } : 1, value: 0 }])
    props.onOpen(id)
  }
  return (
    <Show when={props.steps.length > 0} fallback={<Button quiet icon="plus" onClick={begin}>{words().firstStep}</Button>}>
      <Ladder label={props.term.label[language()]} rungs={rungs()} open={props.open} insert={words().insert} canInsert={(id) => boundAbove(props.steps, id) !== undefined} onOpen={props.onOpen} onInsert={insert}>
        {(id) => <StepFields term={props.term} steps={props.steps} id={id} say={say} onChange={(part) => change(id, part)} onRemove={() => remove(id)} />}
      </Ladder>
    </Show>
  )
}

function StepFields(props: { term: LadderTerm; steps: readonly Step[]; id: string; say: (bound: Bound) => string; onChange: (part: Partial<Step>) => void; onRemove: () => void }) {
  const field = createUniqueId()
  const step = () => props.steps.find(({ id }) => id === props.id)
  const from = step()?.from
  const fault = () => faultOf(props.steps, props.id, props.say)
  return (
    <>
      <Show
        when={typeof from === 'object' && from}
        fallback={<AmountField asking={{ id: field, label: words().stepFrom, error: fault() }} measure={{ type: props.term.by }} value={Number(from)} onInput={(value) => props.onChange({ from: value ?? Number.NaN })} />}
      >
        {(duration) => <DurationField asking={{ id: field, label: words().stepFrom, error: fault() }} value={duration()} onInput={(value) => props.onChange({ from: value === 'none' || value === undefined ? Number.NaN : value })} />}
      </Show>
      <AmountField asking={{ id: `${field}-value`, label: words().stepGives }} measure={{ type: props.term.of, scale: props.term.scale }} value={step()?.value} onInput={(value) => props.onChange({ value: value ?? Number.NaN })} />
      <Show when={props.steps.length > 1}><Button quiet onClick={props.onRemove}>{words().remove}</Button></Show>
    </>
  )
}

const isUnread = (bound: Bound) => typeof bound === 'number' && Number.isNaN(bound)

/** What keeps a step from standing where it is. */
function faultOf(steps: readonly Step[], id: string, say: (bound: Bound) => string): string | undefined {
  const at = steps.findIndex((step) => step.id === id)
  const [below, step, above] = [steps[at - 1], steps[at], steps[at + 1]]
  if (!step || isUnread(step.from)) return words().noNumber
  if (below && !isUnread(below.from) && compareBounds(below.from, step.from) >= 0) return words().mustRise(say(below.from))
  return above && !isUnread(above.from) && compareBounds(step.from, above.from) >= 0 ? words().mustStayBelow(say(above.from)) : undefined
}

/** Whether the steps can stand: every figure read, each bound above the one before. */
export function isLadder(steps: readonly Step[]): boolean {
  return steps.every(({ from, value }, at) => {
    const below = steps[at - 1]
    return !isUnread(from) && !Number.isNaN(value) && (!below || compareBounds(below.from, from) < 0)
  })
}

const MONTHS_MAX = 150 * 12

/** Where another step could begin above one: half-way to the next, or as far beyond the last as that is beyond the one before it. */
function boundAbove(steps: readonly Step[], id: string): Bound | undefined {
  const at = steps.findIndex((step) => step.id === id)
  const [below, step, above] = [steps[at - 1]?.from, steps[at]?.from, steps[at + 1]?.from]
  if (step === undefined || isUnread(step)) return undefined
  const inUnits = (bound: Bound) => (typeof bound === 'number' ? bound : monthsOf(bound))
  const here = inUnits(step)
  const stride = below === undefined || isUnread(below) ? (typeof step === 'number' ? 1 : 12) : Math.max(1, here - inUnits(below))
  const units = above === undefined ? here + stride : Math.floor((here + inUnits(above)) / 2)
  if (typeof step === 'number') return units > step && (above === undefined || units < Number(above)) ? units : undefined
  const bound = { ...(units >= 12 && { years: Math.floor(units / 12) }), ...(units % 12 > 0 && { months: units % 12 }) }
  return units <= MONTHS_MAX && compareBounds(step, bound) < 0 && (above === undefined || compareBounds(bound, above) < 0) ? bound : undefined
}

function monthsOf(duration: Duration): number {
  const { years, months } = normalDuration(duration)
  return years * 12 + months
}

function newStepId(steps: readonly Step[]): string {
  const taken = steps.map(({ id }) => id)
  let number = steps.length + 1
  while (taken.includes(`step-${number}`)) number += 1
  return `step-${number}`
}

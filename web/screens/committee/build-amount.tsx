import { createSignal } from 'solid-js'
import type { Amount } from '../../../plugins/kit/amount.ts'
import { freeId, newAmount, SHAPES, unsetTerm, wantedIn, type Shape } from '../../../plugins/kit/build.ts'
import type { PackFact } from '../../../plugins/kit/fact.ts'
import { putAt } from '../../../plugins/kit/place.ts'
import type { Regulation } from '../../../plugins/kit/regulation.ts'
import type { Term } from '../../../plugins/kit/term.ts'
import type { Name } from '../../../plugins/kit/value.ts'
import { build as en } from '../../text/en/build.ts'
import { build as th } from '../../text/th/build.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { OpenForm } from './build-form.tsx'
import { useWorkshop, words, type Workshop } from './build-workshop.ts'

/** What a slot is called, in both languages: the name of a term that is made for it. */
function labelFor({ benefit }: Workshop, slot: string): Name {
  const key = slot.split('.').at(-1) ?? slot
  const { title } = benefit()
  return { th: `${title.th}: ${th.slots[key] ?? th.value}`.slice(0, 100), en: `${title.en}: ${en.slots[key] ?? en.value}`.slice(0, 100) }
}

/**
 * A regulation with an amount of another shape at a place. What stood there is kept inside where the shape holds amounts; a slot takes
 * over what the one before had in it, else a term or question is made that is still to be filled in.
 */
export function withShape(workshop: Workshop, shape: Shape, at: string, before: Amount): Regulation {
  const { draft, adopted, benefit, facts, packAt } = workshop
  const terms: Record<string, Term> = {}
  const questions: Record<string, PackFact> = {}
  const names = namesIn(before)
  const material = {
    before,
    term(form: Shape, slot: string) {
      const { terms: fits = () => true, type } = wantedIn(form, slot)
      const kept = names.find((id) => Object.hasOwn(adopted().pack.terms, id) && fits(adopted().pack.terms[id] ?? unsetTerm(labelFor(workshop, slot), type)))
      if (kept !== undefined) return kept
      const id = freeId('value', [...Object.keys(adopted().pack.terms), ...Object.keys(terms)])
      terms[id] = unsetTerm(labelFor(workshop, slot), type)
      return id
    },
    fact(form: Shape, slot: string) {
      const { facts: fits = () => true, type, likely = '' } = wantedIn(form, slot)
      const known = [...names, ...benefit().asks, likely].flatMap((id) => { const fact = facts()[id]; return fact && fits(fact) ? [{ id, fact }] : [] })
      const kept = (known.find((each) => each.fact.type === type) ?? known[0])?.id
      if (kept !== undefined) return kept
      const id = freeId('question', [...Object.keys(facts()), ...Object.keys(questions)])
      questions[id] = { type: type as PackFact['type'], of: 'claim', from: 'asked', label: labelFor(workshop, slot), ...(type === 'choice' && { options: { 'option-1': { th: 'แบบที่ 1', en: 'first' }, 'option-2': { th: 'แบบที่ 2', en: 'second' } } }) }
      return id
    },
    options: (id: string) => Object.keys(facts()[id]?.options ?? questions[id]?.options ?? {}),
  }
  const amount = newAmount(shape, material)
  const table = 'schedule' in amount ? terms[amount.schedule] : undefined
  if ('schedule' in amount && table?.type === 'schedule') terms[amount.schedule] = { ...table, items: { ...(facts()[amount.by] ?? questions[amount.by])?.options } }
  const pack = adopted().pack
  const declared = putAt(putAt(draft().regulation, `${packAt()}.terms`, { ...pack.terms, ...terms }), `${packAt()}.facts`, { ...pack.facts, ...questions })
  return putAt(Object.keys(questions).length > 0 || pack.facts ? declared : putAt(declared, `${packAt()}.facts`, undefined), at, amount)
}

/** Every id that an amount names. */
const namesIn = (tree: unknown): string[] => (typeof tree === 'string' ? [tree] : typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(namesIn) : [])

export const shapeOf = (amount: Amount): Shape => SHAPES.find((shape) => shape in amount) ?? 'fixed'

/** The ways to reckon an amount, each with an example. */
export function ShapeForm(props: { at: string; amount: Amount }) {
  const workshop = useWorkshop()
  const [shape, setShape] = createSignal<Shape>(shapeOf(props.amount))
  const use = () => (shape() === shapeOf(props.amount) ? workshop.setOpen(undefined) : workshop.keep(withShape(workshop, shape(), props.at, props.amount), { focus: props.at }))
  return (
    <OpenForm label={words().changeShape} faults={[]} onUse={use}>
      <ChoiceField asking={{ id: 'shape', label: words().shape }} options={SHAPES.map((id) => ({ id, label: words().shapes[id] }))} value={shape()} onInput={(id) => setShape(id as Shape)} />
    </OpenForm>
  )
}

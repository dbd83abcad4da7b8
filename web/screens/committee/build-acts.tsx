import { For } from 'solid-js'
import { partsOf, type Amount } from '../../../plugins/kit/amount.ts'
import { freeId } from '../../../plugins/kit/build.ts'
import { childrenOf, type Condition } from '../../../plugins/kit/condition.ts'
import { placeOfWay, wayOf, withMoved, withPart } from '../../../plugins/kit/condition-edit.ts'
import { withoutOption } from '../../../plugins/kit/option-edit.ts'
import { addedTo, movedBy, putAt, takenFrom } from '../../../plugins/kit/place.ts'
import { withoutStanding } from '../../../plugins/kit/structure.ts'
import { valueAt, type Json } from '../../../plugins/kit/wording/form.ts'
import type { Line } from '../../../plugins/kit/wording/line.ts'
import { Button } from '../../ui/button.tsx'
import { addableTo } from './build-sentence.ts'
import { useWorkshop, words, type Workshop } from './build-workshop.ts'

/** Something that can be done with a line. */
interface Act {
  label: string
  onAct: () => void
}

/** Where the conditions begin in which a line stands, if it stands in some. */
export function rootOf(at: string): string | undefined {
  return /^packs\.\d+\.pack\.(?:benefits\.\d+(?:\.documents\.\d+\.when|\.conditions)|facts\.[^.]+\.askedWhen|standing\.\d+\.conditions)(?=\.|$)/.exec(at)?.[0]
}

/** What stands at a place of the draft; nothing where a line is for a moment older than what was saved. */
export const standingAt = ({ draft }: Workshop, at: string) => valueAt(draft().regulation as unknown as Json, at) // a regulation is parsed from JSON

/** What can be done with a line: as a row of buttons that opens under it. */
export function actsOn(line: Line, workshop: Workshop): Act[] {
  const { draft } = workshop
  if (standingAt(workshop, line.at) === undefined) return []
  const amount = /\.amount(\.|$)/.test(line.at) && !rootOf(line.at)
  if (rootOf(line.at) && ['comparison', 'all', 'any', 'not'].includes(line.form)) return conditionActs(line, workshop)
  if (amount && !['amountStep', 'branch', 'thing'].includes(line.form)) return amountActs(line, workshop)
  const take = (at: string) => ({ label: words().remove, onAct: () => workshop.keep(takenFrom(draft().regulation, at)) })
  switch (line.form) {
    case 'asked': return questionActs(line, workshop)
    case 'option': return optionActs(line, workshop)
    case 'standing': return [{ label: words().remove, onAct: () => workshop.keep(withoutConditions(workshop, `${line.at}.conditions`), { focus: 'add standing' }) }]
    case 'document': return [
      ...moves(line.at, workshop),
      standingAt(workshop, `${line.at}.when`) === undefined ? { label: words().onlyWhen, onAct: () => workshop.setOpen(`when ${line.at}`) } : { label: words().always, onAct: () => workshop.keep(takenFrom(draft().regulation, `${line.at}.when`), { focus: line.at }) },
      take(line.at),
    ]
    case 'limitTimes': case 'limitAmount': case 'limitUnits': return [...moves(line.at, workshop), take(line.at)]
    case 'amountStep': case 'thing': return countIn(standingAt(workshop, line.at.replace(/\.\d+$/, ''))) > 1 ? [take(line.at)] : []
    case 'clauseText': return [take(`${line.at}.clause.text`)]
    case 'clauseNumber': return [take(`${line.at}.clause`)]
    case 'ask': case 'happensTo': case 'payee': case 'startedBy': case 'once': case 'exempt': case 'judgement': case 'claimWithin': return [take(`${line.at}.${line.form}`)]
    default: return []
  }
}

const countIn = (list: Json | undefined) => (Array.isArray(list) ? list.length : 0)

/** What stands in a list, a place up or down; the focus goes along. `focus` says where, if it is not shown in the list itself. */
function moves(at: string, { draft, keep }: Workshop, focus?: string): Act[] {
  return ([[-1, words().up], [1, words().down]] as const).flatMap(([by, label]) => {
    const after = movedBy(draft().regulation, at, by)
    return after ? [{ label, onAct: () => keep(after, { focus: focus ?? at.replace(/\d+$/, (index) => String(Number(index) + by)) }) }] : []
  })
}

/** What can be done with a question of the pack: its order, its wording, its options, and when it is put. The day of the event is always asked. */
function questionActs({ at }: Line, workshop: Workshop): Act[] {
  const { draft, benefit, keep, setOpen } = workshop
  const id = at.slice(at.lastIndexOf('.') + 1)
  const has = (part: string) => standingAt(workshop, `${at}.${part}`) !== undefined
  return [
    ...moves(`${workshop.at()}.asks.${benefit().asks.indexOf(id)}`, workshop, `${at}.label`),
    ...(has('ask') ? [] : [{ label: words().addWording, onAct: () => setOpen(`ask ${at}`) }]),
    ...(standingAt(workshop, `${at}.type`) === 'choice' ? [{ label: words().addOption, onAct: () => setOpen(`option ${at}`) }] : []),
    ...(id === benefit().eventOn ? [] : has('askedWhen') ? [{ label: words().askedAlways, onAct: () => keep(takenFrom(draft().regulation, `${at}.askedWhen`), { focus: `${at}.label` }) }] : [{ label: words().askedOnlyWhen, onAct: () => setOpen(`when ${at}`) }]),
  ]
}

/** An option is taken out while others are left. */
function optionActs({ at }: Line, workshop: Workshop): Act[] {
  const [, question = '', fact = '', option = ''] = /^(.*\.facts\.([^.]+))\.options\.([^.]+)$/.exec(at) ?? []
  const { draft, adopted, keep } = workshop
  const others = Object.keys(standingAt(workshop, `${question}.options`) ?? {}).length - 1
  return others > 0 ? [{ label: words().remove, onAct: () => keep(withoutOption(draft().regulation, adopted().pack.id, fact, option), { focus: `${question}.label` }) }] : []
}

/** A regulation without all the conditions that begin at a place. A condition of every benefit is nothing without them. */
function withoutConditions(workshop: Workshop, root: string) {
  const { regulation } = workshop.draft()
  const standing = /^(.*\.standing\.\d+)\.conditions$/.exec(root)?.[1]
  return standing === undefined ? takenFrom(regulation, root) : withoutStanding(regulation, workshop.adopted().pack.id, String(standingAt(workshop, `${standing}.id`)))
}

function conditionActs({ at, form }: Line, workshop: Workshop): Act[] {
  const { draft, keep, setOpen } = workshop
  const root = rootOf(at) ?? at
  const tree = standingAt(workshop, root) as unknown as Condition // conditions stand there
  const way = wayOf(at.slice(root.length))
  const put = (after: Condition | undefined, focus: string) => keep(after ? putAt(draft().regulation, root, after) : withoutConditions(workshop, root), { focus })
  const change = (make: (part: Condition) => Condition[]) => put(withPart(tree, way, make), at)
  const act = (label: string, onAct: () => void): Act => ({ label, onAct })
  const moves = ([[-1, words().up], [1, words().down]] as const).flatMap(([by, label]) => {
    const moved = withMoved(tree, way, by)
    return moved ? [act(label, () => put(moved.tree, `${root}.${placeOfWay(moved.tree, moved.way)}`))] : []
  })
  const group = form === 'all' || form === 'any'
  return [
    ...(group ? [act(words().addInside, () => setOpen(`inside ${at}`))] : []),
    ...moves,
    ...(form === 'all' ? [act(words().turnAny, () => change((part) => [{ any: childrenOf(part) }]))] : []),
    ...(form === 'any' ? [act(words().turnAll, () => change((part) => [{ all: childrenOf(part) }]))] : []),
    ...(group ? [act(words().dissolve, () => change(childrenOf))] : []),
    ...(group ? [] : [act(words().wrapAny, () => change((part) => [{ any: [part] }])), act(words().wrapAll, () => change((part) => [{ all: [part] }]))]),
    form === 'not' ? act(words().unwrapNot, () => change(childrenOf)) : act(words().wrapNot, () => change((part) => [{ not: part }])),
    act(words().remove, () => put(withPart(tree, way, () => []), root)),
  ]
}

function amountActs(line: Line, workshop: Workshop): Act[] {
  const { at } = line
  const { draft, keep, setOpen } = workshop
  const { regulation } = draft()
  const amount = standingAt(workshop, at) as unknown as Amount // an amount stands there
  const list = /^(.*\.(?:sum|least|greatest))\.\d+$/.exec(at)?.[1]
  const parts = 'sum' in amount ? 'sum' : 'least' in amount ? 'least' : 'greatest' in amount ? 'greatest' : undefined
  const inside = partsOf(amount)
  const lone = inside.length === 1 ? inside[0] : 'share' in amount ? amount.share.of : undefined
  const steps = 'steps' in amount ? amount.steps : undefined
  return [
    { label: words().changeShape, onAct: () => setOpen(`shape ${at}`) },
    ...addableTo(line).map(({ words: what, slots }) => ({ label: words().add(what), onAct: () => setOpen(`slot ${at} ${slots.join('+')}`) })),
    ...(parts === undefined ? [] : [{ label: words().addPart, onAct: () => keep(addedTo(regulation, `${at}.${parts}`, inside.at(-1)), { open: `shape ${at}.${parts}.${inside.length}` }) }]),
    ...(steps ? [{ label: words().addStep, onAct: () => keep(addedTo(regulation, `${at}.steps`, { ...steps.at(-1), id: freeId('step', steps.map(({ id }) => id)), from: above(steps.at(-1)?.from) }), { focus: at }) }] : []),
    ...('inKind' in amount ? [{ label: words().addThing, onAct: () => setOpen(`thing ${at}`) }] : []),
    ...(lone ? [{ label: words().dissolve, onAct: () => keep(putAt(regulation, at, lone), { focus: at }) }] : []),
    ...(list !== undefined && countIn(standingAt(workshop, list)) > 1 ? [{ label: words().remove, onAct: () => keep(takenFrom(regulation, at), { focus: list.replace(/\.\w+$/, '') }) }] : []),
  ]
}

/** Where a further step begins, until it is said otherwise: a year, or one, beyond the last. */
const above = (from: unknown) => (typeof from === 'object' ? { ...from, years: ((from as { years?: number }).years ?? 0) + 1 } : Number(from) + 1)

export function Acts(props: { line: Line }) {
  const workshop = useWorkshop()
  return (
    <div class="build-open build-acts" onKeyDown={(event) => { if (event.key === 'Escape') workshop.setOpen(undefined) }}>
      <For each={actsOn(props.line, workshop)}>{({ label, onAct }) => <Button quiet onClick={onAct}>{label}</Button>}</For>
      <Button quiet onClick={() => workshop.setOpen(undefined)}>{words().cancel}</Button>
    </div>
  )
}

import { createMemo, For, Match, onMount, Show, Switch } from 'solid-js'
import { noticeOf } from '../../../plugins/kit/notice.ts'
import { putAt } from '../../../plugins/kit/place.ts'
import { withAnother } from '../../../plugins/kit/condition-edit.ts'
import { soundPart } from '../../../plugins/kit/sound-part.ts'
import { freeId } from '../../../plugins/kit/build.ts'
import type { Leaf } from '../../../plugins/kit/condition.ts'
import type { Regulation } from '../../../plugins/kit/regulation.ts'
import { withoutBenefit, withStanding } from '../../../plugins/kit/structure.ts'
import { formOf, formsOf } from '../../../plugins/kit/wording/forms.ts'
import type { Line } from '../../../plugins/kit/wording/line.ts'
import { regulationLines } from '../../../plugins/kit/wording/wording.ts'
import { language } from '../../device.ts'
import { Button } from '../../ui/button.tsx'
import { Benefit as NoticeSection } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { DocumentForm, LimitForm } from './build-add.tsx'
import { ComparisonForm } from './build-condition.tsx'
import { Sentences } from './build-lines.tsx'
import { takingAgain } from './build-new.tsx'
import { SlotForm } from './build-slot.tsx'
import { useWorkshop, words, type Workshop } from './build-workshop.ts'

type Section = 'about' | 'questions' | 'conditions' | 'standing' | 'pays' | 'limits' | 'documents'
const SECTIONS: readonly Section[] = ['about', 'questions', 'conditions', 'standing', 'pays', 'limits', 'documents']
const BY_FORM: Readonly<Record<string, Section>> = { asks: 'questions', eventOn: 'questions', exempt: 'standing', noExempt: 'standing', conditions: 'conditions', judgement: 'conditions', claimWithin: 'conditions', noLimits: 'limits', noDocuments: 'documents' }
const BY_PLACE: Readonly<Record<string, Section>> = { conditions: 'conditions', amount: 'pays', limits: 'limits', documents: 'documents' }
/** What may be added to a benefit that does not say it: each by the rule of its sentence. */
const ADDABLE = { about: ['clauseNumber', 'clauseText', 'happensTo', 'payee', 'startedBy', 'once'], conditions: ['judgement', 'claimWithin'], standing: ['exempt'] } as const
type Addable = (typeof ADDABLE)[keyof typeof ADDABLE][number]

/** Of its pack a benefit's sentences are its own, those of the questions it asks in their order, and the conditions of every benefit. */
function linesOf({ draft, at, packAt, benefit }: Workshop): { line: Line; section: Section }[] {
  const all = regulationLines(draft().regulation, language(), vocabulary)
  const within = (place: string) => all.filter((line) => line.at === place || line.at.startsWith(`${place}.`))
  const beside = (place: string, section: Section) => within(place).map((line) => ({ line: { ...line, indent: line.indent + 1 }, section }))
  return [
    ...within(at()).map((line) => ({ line, section: sectionOf(line, at()) })),
    ...benefit().asks.flatMap((id) => beside(`${packAt()}.facts.${id}`, 'questions')),
    ...beside(`${packAt()}.standing`, 'standing'),
  ]
}

const sectionOf = (line: Line, at: string): Section => (line.at === at ? BY_FORM[line.form] ?? 'about' : BY_PLACE[line.at.slice(at.length + 1).split('.')[0] ?? ''] ?? 'about')

/** A benefit as its sentences, part by part, and beside it what the notice makes of it. */
export function BenefitBench() {
  const workshop = useWorkshop()
  const { draft, benefit, adopted, keep } = workshop
  const lines = createMemo(() => linesOf(workshop))
  const all = () => lines().map(({ line }) => line)
  const isLeftOut = () => adopted().without?.includes(benefit().id) === true
  const isOwn = () => adopted().pack.id.endsWith('/own')
  const leave = () => keep(isLeftOut() ? takingAgain(draft().regulation, adopted().pack.id, benefit().id) : withoutBenefit(draft().regulation, adopted().pack.id, benefit().id))
  onMount(() => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }))
  return (
    <div class="draft-page">
      <Sheet>
        <div class="build-benefit">
          <h1 tabindex="-1">{benefit().title[language()]}</h1>
          <For each={SECTIONS}>
            {(section) => {
              const mine = () => lines().filter((each) => each.section === section).map(({ line }) => line)
              return (
                <section class="build-section" aria-labelledby={`section-${section}`}>
                  <h2 id={`section-${section}`}>{words()[section]}</h2>
                  <Show when={section === 'standing'}><p class="small">{words().standingWhat}</p></Show>
                  <Show when={mine().length > 0} fallback={<p class="small">{words().none}</p>}><Sentences lines={mine()} all={all()} /></Show>
                  <Additions section={section} />
                </section>
              )
            }}
          </For>
          <Show when={!isOwn()}><Button quiet onClick={leave}>{isLeftOut() ? words().takeBack : words().leaveOut}</Button></Show>
        </div>
      </Sheet>
      <aside class="draft-panel draft-side only-screen" aria-label={words().notice}>
        <h2>{words().notice}</h2>
        <OnNotice />
      </aside>
    </div>
  )
}

/** The notice of this benefit, as far as it can be put into words, and what is to be mended first. */
function OnNotice() {
  const { draft, benefit, adopted } = useWorkshop()
  const isLeftOut = () => adopted().without?.includes(benefit().id) === true
  const shown = createMemo(() => {
    const { regulation, findings, fromOn } = draft()
    return noticeOf(soundPart(regulation, findings).regulation, fromOn, vocabulary).benefits.find(({ id, packId }) => id === benefit().id && packId === adopted().pack.id)
  })
  const errors = () => draft().findings.filter(({ level }) => level === 'error')
  return (
    <>
      <Show when={shown()} fallback={<p role="status">{isLeftOut() ? words().noticeLeftOut : words().noticeWaits}</p>}>{(each) => <NoticeSection benefit={each()} />}</Show>
      <Show when={errors().length > 0}><h3>{words().mustMend}</h3><ul><For each={errors()}>{({ text }) => <li class="field-error">{text[language()]}</li>}</For></ul></Show>
    </>
  )
}

/** What may be added to a part of a benefit, and its fields once that is chosen. */
function Additions(props: { section: Section }) {
  const { open, setOpen, draft, at, benefit, adopted, keep } = useWorkshop()
  const missing = (): Addable[] => {
    const said = benefit()
    const has: Record<Addable, boolean> = {
      clauseNumber: said.clause !== undefined, clauseText: said.clause === undefined || said.clause.text !== undefined, happensTo: said.happensTo !== undefined, payee: said.payee !== undefined, startedBy: said.startedBy !== undefined,
      once: said.once !== undefined, exempt: said.exempt !== undefined || (adopted().pack.standing ?? []).length === 0, judgement: said.judgement !== undefined, claimWithin: said.claimWithin !== undefined,
    }
    return (isKeyOf(ADDABLE, props.section) ? ADDABLE[props.section] : []).filter((rule) => !has[rule])
  }
  const add = (rule: Addable) => {
    if (rule === 'startedBy') return keep(putAt(draft().regulation, `${at()}.startedBy`, 'fund'))
    return rule === 'once' ? keep(putAt(draft().regulation, `${at()}.once`, true)) : setOpen(`add ${rule}`)
  }
  const opened = () => missing().find((rule) => open() === `add ${rule}`)
  const addCondition = (regulation: Regulation, leaf: Leaf) => keep(putAt(regulation, `${at()}.conditions`, withAnother(benefit().conditions, leaf)), { focus: `add ${props.section}` })
  const addStanding = (regulation: Regulation, leaf: Leaf) => keep(withStanding(regulation, adopted().pack.id, { id: freeId('standing', (adopted().pack.standing ?? []).map(({ id }) => id)), conditions: leaf }), { focus: `add ${props.section}` })
  const way = (what: string, label: string) => <button type="button" class="build-add" data-place={what} aria-expanded={open() === what} onClick={() => setOpen(open() === what ? undefined : what)}>+ {label}</button>
  return (
    <>
      <div class="build-additions">
        <Show when={props.section === 'conditions'}>{way('add conditions', words().addCondition)}</Show>
        <Show when={props.section === 'standing'}>{way('add standing', words().addStanding)}</Show>
        <Show when={props.section === 'limits'}>{way('add limits', words().addLimit)}</Show>
        <Show when={props.section === 'documents'}>{way('add documents', words().addDocument)}</Show>
        <For each={missing()}>{(rule) => <button type="button" class="build-add" data-place={`add ${rule}`} aria-expanded={open() === `add ${rule}`} onClick={() => add(rule)}>+ {words().addable[rule]}</button>}</For>
      </div>
      <Switch>
        <Match when={props.section === 'conditions' && open() === 'add conditions'}><ComparisonForm onUse={addCondition} /></Match>
        <Match when={props.section === 'standing' && open() === 'add standing'}><ComparisonForm onUse={addStanding} /></Match>
        <Match when={props.section === 'limits' && open() === 'add limits'}><LimitForm /></Match>
        <Match when={props.section === 'documents' && open() === 'add documents'}><DocumentForm /></Match>
        <Match when={opened()} keyed>{(rule) => <NewSlot rule={rule} />}</Match>
      </Switch>
    </>
  )
}

const isKeyOf = <T extends object>(record: T, key: PropertyKey): key is keyof T => Object.hasOwn(record, key)

function NewSlot(props: { rule: Addable }) {
  const { at } = useWorkshop()
  const form = formOf(formsOf(props.rule)[0]?.id ?? '')
  const [name = '', slot] = Object.entries(form.slots)[0] ?? []
  return <Show when={slot}>{(slot) => <SlotForm form={form.id} name={name} slot={slot()} at={`${at()}.${name}`} value={undefined} />}</Show>
}

import './standard-neighbour.css'
import { createAsync, revalidate, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { Category } from '../../../plugins/kit/pack.ts'
import { changeStandardNeighbour, getStandardNeighbour, putBackStandardNeighbour, type StandardNeighbour, type ToldNeighbour } from '../../api-standard-neighbours.ts'
import { ApiTrouble } from '../../api.ts'
import { onArrival } from '../../arrival.ts'
import { inBoth } from '../../both-languages.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { categories as enCategories } from '../../text/en/categories.ts'
import { standardNeighbour as en } from '../../text/en/standard-neighbour.ts'
import { categories as thCategories } from '../../text/th/categories.ts'
import { standardNeighbour as th } from '../../text/th/standard-neighbour.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { moment } from '../../ui/moment.ts'
import { Foot, Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AnswerFields, fieldOf, labelOf, type Answers } from './answer-fields.tsx'

const words = inLanguage({ th, en })
const kinds = inLanguage({ th: thCategories, en: enCategories })

/** One of the ten people by whom a province's funds are compared, as an officer changes them. */
export default function StandardNeighbourScreen(props: RouteSectionProps) {
  const slug = () => props.params['network'] ?? ''
  const edited = createAsync(() => getStandardNeighbour(slug(), props.params['neighbour'] ?? ''))
  onArrival(() => words().title(edited()?.neighbour.name[language()] ?? ''))
  return (
    <Show when={edited()} keyed>
      {(edited) => (
        <Page title={edited.network.name[language()]} href={paths.network(slug())} below={<a href={paths.compare(slug(), { who: edited.id })}>{words().back}</a>}>
          <header class="standard-head">
            <h1 tabindex="-1">{words().title(edited.neighbour.name[language()])}</h1>
            <p>{words().intro}</p>
            <Show when={edited.changed}>{(changed) => <p class="small">{words().changed(moment(changed().at, language()), changed().by)}</p>}</Show>
          </header>
          <Form of={edited} />
        </Page>
      )}
    </Show>
  )
}

type Kind = StandardNeighbour['kinds'][number]['category']

function Form(props: { of: StandardNeighbour }) {
  const navigate = useNavigate()
  const { network, id, version, person } = props.of
  const [told, tell] = createSignal(props.of.neighbour as ToldNeighbour) // what JSON leaves out is absent, not undefined
  const [unread, setUnread] = createSignal<ReadonlySet<string>>(new Set())
  const [overtaken, setOvertaken] = createSignal(false)
  const happening = () => kindsOf(told())
  const names = (): Record<string, string> => ({
    'neighbour.name': words().name,
    'neighbour.about': words().about,
    ...fieldsIn('neighbour.facts', person),
    ...Object.assign({}, ...happening().map((kind) => ({ [`neighbour.events.${kind}.about`]: `${kinds()[kind]} · ${words().happens}`, ...fieldsIn(`neighbour.events.${kind}.answers`, questionsOf(props.of, kind)) }))),
    'neighbour.events': words().events,
  })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'neighbour.name')
  const fault = (id: string, error: string): Fault => ({ id, name: names()[id] ?? '', error })
  const texts = () => [['neighbour.name', told().name], ['neighbour.about', told().about], ...happening().map((kind) => [`neighbour.events.${kind}.about`, told().events[kind]?.about] as const)] as const
  const wrong = () => [
    ...texts().filter(([, text]) => text?.[language()].trim() === '').map(([field]) => fault(field, words().empty)),
    ...[...unread()].filter((field) => field in names()).map((field) => fault(field, words().unreadable)),
    ...(happening().length === 0 ? [fault('neighbour.events', words().noEvents)] : []),
  ]
  const done = () => navigate(paths.compare(network.slug, { who: id }))
  const otherwise = (error: unknown) => { setOvertaken(error instanceof ApiTrouble && error.code === 'changed-meanwhile'); return false }
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (wrong().length > 0) return setFaults(wrong())
    void send(() => changeStandardNeighbour(network.slug, id, { version, neighbour: told() }), done, otherwise)
  }
  const note = (field: string, isUnread: boolean) => setUnread((before) => new Set([...before].filter((each) => each !== field).concat(isUnread ? [field] : [])))
  const isFaulty = (at: string) => faults().some((each) => each.id.startsWith(at))
  return (
    <form class="standard" onSubmit={save} noValidate>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={overtaken()}><div class="standard-act"><Button quiet onClick={() => void revalidate(getStandardNeighbour.key)}>{words().latest}</Button><p class="small">{words().latestNote}</p></div></Show>
      <Member of={props.of} told={told()} tell={tell} onUnread={note} errorAt={errorAt} isFaulty={isFaulty} />
      <Happenings of={props.of} told={told()} tell={tell} onUnread={note} errorAt={errorAt} isFaulty={isFaulty} />
      <Show when={props.of.isOwn}>
        <div class="standard-act"><Button quiet onClick={() => void send(() => putBackStandardNeighbour(network.slug, id, version), done, otherwise)}>{words().putBack}</Button><p class="small">{words().putBackNote}</p></div>
      </Show>
      <Foot>
        <ButtonLink quiet href={paths.compare(network.slug, { who: id })}>{words().back}</ButtonLink>
        <Button submit>{busy() ? words().saving : words().save}</Button>
      </Foot>
    </form>
  )
}

/** What is told of somebody while it is changed. `isFaulty`: whether something at or in a place was refused. */
interface Editing {
  of: StandardNeighbour
  told: ToldNeighbour
  tell: (told: ToldNeighbour) => void
  onUnread: (field: string, unread: boolean) => void
  errorAt: (field: string) => string | undefined
  isFaulty: (at: string) => boolean
}

function Member(props: Editing) {
  return (
    <Sheet roomy>
      <div class="standard-part">
        <Words field="neighbour.name" label={words().name} hint={words().nameHint} was={props.of.neighbour.name} value={props.told.name} error={props.errorAt('neighbour.name')} onInput={(name) => props.tell({ ...props.told, name })} />
        <Words field="neighbour.about" label={words().about} was={props.of.neighbour.about} value={props.told.about} error={props.errorAt('neighbour.about')} onInput={(about) => props.tell({ ...props.told, about })} />
        <Fold label={words().facts} open={props.isFaulty('neighbour.facts')}>
          <div class="standard-part">
            <p class="small">{words().factsHint}</p>
            <AnswerFields at="neighbour.facts" questions={props.of.person} answers={props.told.facts} onAnswer={(fact, answer) => props.tell({ ...props.told, facts: withAnswer(props.told.facts, fact, answer) })} onUnread={props.onUnread} errorAt={props.errorAt} />
          </div>
        </Fold>
      </div>
    </Sheet>
  )
}

function Happenings(props: Editing) {
  const happening = () => kindsOf(props.told)
  const set = (kind: Kind, event: ToldNeighbour['events'][Kind]) => {
    const { [kind]: _before, ...others } = props.told.events
    props.tell({ ...props.told, events: { ...others, ...(event && { [kind]: event }) } })
  }
  return (
    <Sheet roomy labelledBy="events">
      <div class="standard-part">
        <h2 id="events">{words().events}</h2>
        <p class="small">{words().eventsHint}</p>
        <div><For each={happening()}>{(kind) => <Happening {...props} kind={kind} set={(event) => set(kind, event)} />}</For></div>
        <SelectField
          asking={{ id: 'neighbour.events', label: words().add, error: props.errorAt('neighbour.events') }} none={words().choose} value=""
          options={props.of.kinds.filter(({ category }) => !happening().includes(category)).map(({ category }) => ({ id: category, label: kinds()[category] }))}
          onInput={(chosen) => { const kind = Category.parse(chosen); set(kind, { about: { th: thCategories[kind], en: enCategories[kind] }, answers: {} }) }}
        />
      </div>
    </Sheet>
  )
}

function Happening(props: Editing & { kind: Kind; set: (event: ToldNeighbour['events'][Kind]) => void }) {
  const at = () => `neighbour.events.${props.kind}`
  const event = () => props.told.events[props.kind] ?? { about: { th: '', en: '' }, answers: {} } // while it is being taken out
  const questions = () => questionsOf(props.of, props.kind)
  return (
    <Fold label={`${kinds()[props.kind]} · ${event().about[language()]}`} open={props.isFaulty(at())}>
      <div class="standard-part">
        <Words field={`${at()}.about`} label={words().happens} was={props.of.neighbour.events[props.kind]?.about} value={event().about} error={props.errorAt(`${at()}.about`)} onInput={(about) => props.set({ ...event(), about })} />
        <Show when={questions().length === 0}><p class="small">{words().noQuestions}</p></Show>
        <AnswerFields ofEvent at={`${at()}.answers`} questions={questions()} answers={event().answers} onAnswer={(fact, answer) => props.set({ ...event(), answers: withAnswer(event().answers, fact, answer) })} onUnread={props.onUnread} errorAt={props.errorAt} />
        <Button quiet onClick={() => props.set(undefined)}>{words().takeOut(kinds()[props.kind])}</Button>
      </div>
    </Fold>
  )
}

const kindsOf = ({ events }: ToldNeighbour) => Category.options.filter((kind) => events[kind] !== undefined)
const questionsOf = ({ kinds: offered }: StandardNeighbour, kind: Kind) => offered.find(({ category }) => category === kind)?.questions ?? []

const fieldsIn = (at: string, questions: StandardNeighbour['person']) => Object.fromEntries(questions.map((question, index) => [fieldOf(at, question, questions, index), labelOf(question)]))

function withAnswer(answers: Answers, id: string, answer: Answers[string] | undefined): Answers {
  const { [id]: _before, ...others } = answers
  return { ...others, ...(answer !== undefined && { [id]: answer }) }
}

type BothLanguages = ToldNeighbour['name']

function Words(props: { field: string; label: string; hint?: string; was: BothLanguages | undefined; value: BothLanguages; error: string | undefined; onInput: (words: BothLanguages) => void }) {
  return <TextField asking={{ id: props.field, label: props.label, hint: props.hint, error: props.error }} value={props.value[language()]} onInput={(typed) => props.onInput(inBoth(typed, props.was))} />
}

import { createSignal, For, Show } from 'solid-js'
import { recordGathering, removeGathering, tellTakenHome, type Gathering, type Learning, type NewGathering } from '../../api-learning.ts'
import type { FundsOfNetwork } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { learning as en } from '../../text/en/learning.ts'
import { learning as th } from '../../text/th/learning.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { wholeDay } from '../../ui/moment.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { showNumber } from '../../ui/number.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })
const KINDS = ['visit', 'assembly'] as const
type Fund = FundsOfNetwork['funds'][number]

/** Study visits and assemblies: who came, as funds and counts, and what each took home. */
export function Gatherings(props: { learning: Learning; funds: readonly Fund[] }) {
  return (
    <div class="learning-part">
      <h2 id="gatherings">{words().gatherings}</h2>
      <Show when={props.learning.gatherings.length > 0} fallback={<p>{words().noGatherings}</p>}>
        <ul class="learning-part"><For each={props.learning.gatherings}>{(gathering) => <li><Held network={props.learning.network.slug} gathering={gathering} /></li>}</For></ul>
      </Show>
      <Show when={props.learning.mayRecord}><Fold label={words().record}><Recording network={props.learning.network.slug} funds={props.funds} /></Fold></Show>
    </div>
  )
}

function Held(props: { network: string; gathering: Gathering }) {
  const { send, busy, faults } = useSending(() => ({}), props.gathering.id)
  const people = () => props.gathering.attendances.reduce((sum, each) => sum + each.people, 0)
  return (
    <article class="learning-one" id={props.gathering.id}>
      <h3>{props.gathering.about}</h3>
      <p>{words().kinds[props.gathering.kind]} · {wholeDay(props.gathering.heldOn, language())} · {props.gathering.place}<Show when={props.gathering.host}>{(host) => <> · <a href={paths.fund(host().slug)}>{words().visited(host().name[language()])}</a></>}</Show></p>
      <p class="small">{words().total(props.gathering.attendances.length, showNumber(people()))}</p>
      <ul class="learning-came"><For each={props.gathering.attendances}>{(came) => <li><Came gathering={props.gathering} came={came} /></li>}</For></ul>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={props.gathering.mayRemove}><Button quiet onClick={() => { void send(() => removeGathering(props.network, props.gathering.id), () => undefined) }}>{busy() ? words().saving : words().remove}</Button></Show>
    </article>
  )
}

function Came(props: { gathering: Gathering; came: Gathering['attendances'][number] }) {
  const name = () => props.came.fund.name[language()]
  return (
    <>
      <span>{name()}</span><span>{words().came(showNumber(props.came.people))}</span>
      <Show when={props.came.takenHome}>
        {(taken) => (
          <div class="learning-took">
            <p class="learning-words"><b>{words().tookHome}</b> {taken()}</p>
            <Show when={props.came.regulationNumber}>{(number) => <p><a href={paths.fund(props.came.fund.slug)}>{words().followed(number())}</a></p>}</Show>
          </div>
        )}
      </Show>
      <Show when={props.came.mayTell}><div class="learning-took"><Fold label={words().tell(name())}><Telling gathering={props.gathering.id} came={props.came} /></Fold></div></Show>
    </>
  )
}

function Telling(props: { gathering: string; came: Gathering['attendances'][number] }) {
  const form = `${props.gathering}-${props.came.fund.slug}-`
  const [takenHome, setTakenHome] = createSignal(props.came.takenHome ?? '')
  const [number, setNumber] = createSignal<number | undefined>(props.came.regulationNumber)
  const { send, busy, faults, errorAt } = useSending(() => ({ takenHome: words().tookHome, regulationNumber: words().regulation }), 'takenHome', form)
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const followed = number()
    void send(() => tellTakenHome(props.came.fund.slug, props.gathering, { takenHome: takenHome(), ...(followed !== undefined && { regulationNumber: followed }) }), () => undefined)
  }
  return (
    <form class="learning-form" onSubmit={save} noValidate>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <LongTextField asking={{ id: `${form}takenHome`, label: words().tookHome, error: errorAt('takenHome') }} value={takenHome()} onInput={setTakenHome} />
      <NumberField asking={{ id: `${form}regulationNumber`, label: words().regulation, hint: words().regulationHint, error: errorAt('regulationNumber') }} value={number()} step={1} onInput={setNumber} />
      <Button quiet submit>{busy() ? words().saving : words().save}</Button>
    </form>
  )
}

function Recording(props: { network: string; funds: readonly Fund[] }) {
  const [kind, setKind] = createSignal<NewGathering['kind']>()
  const [heldOn, setHeldOn] = createSignal<string | undefined>()
  const [place, setPlace] = createSignal('')
  const [about, setAbout] = createSignal('')
  const [host, setHost] = createSignal('')
  const [came, setCame] = createSignal<NewGathering['attendances']>([])
  const names = () => ({ kind: words().kind, heldOn: words().heldOn, place: words().place, about: words().about, host: words().host, attendances: words().attended })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'kind', 'gathering-')
  const missing = (id: keyof ReturnType<typeof names>, error: string) => setFaults([{ id: `gathering-${id}`, name: names()[id], error }])
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const [chosen, day] = [kind(), heldOn()]
    if (chosen === undefined) return missing('kind', words().notChosen)
    if (day === undefined || day === 'none') return missing('heldOn', day === 'none' ? words().noSuchDay : words().noDay)
    if (chosen === 'visit' && host() === '') return missing('host', words().notChosen)
    if (came().length === 0) return missing('attendances', words().nobody)
    void send(() => recordGathering(props.network, { kind: chosen, heldOn: day, place: place(), about: about(), ...(chosen === 'visit' && { host: host() }), attendances: came() }), () => { setCame([]); setAbout(''); setPlace('') })
  }
  return (
    <form class="learning-form" onSubmit={save} noValidate>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <ChoiceField asking={{ id: 'gathering-kind', label: words().kind, error: errorAt('kind') }} options={KINDS.map((id) => ({ id, label: words().kinds[id] }))} value={kind()} onInput={(id) => setKind(KINDS.find((each) => each === id))} />
      <Show when={kind() === 'visit'}><SelectField asking={{ id: 'gathering-host', label: words().host, error: errorAt('host') }} none={words().chooseFund} options={props.funds.map(asOption)} value={host()} onInput={setHost} /></Show>
      <DayField asking={{ id: 'gathering-heldOn', label: words().heldOn, error: errorAt('heldOn') }} value={heldOn()} onInput={setHeldOn} />
      <TextField asking={{ id: 'gathering-about', label: words().about, error: errorAt('about') }} value={about()} onInput={setAbout} />
      <TextField asking={{ id: 'gathering-place', label: words().place, error: errorAt('place') }} value={place()} onInput={setPlace} />
      <Attending funds={props.funds} came={came()} error={errorAt('attendances')} onChange={setCame} />
      <Button quiet submit>{busy() ? words().saving : words().save}</Button>
    </form>
  )
}

const asOption = ({ slug, name }: Fund) => ({ id: slug, label: name[language()] })

/** The funds that came, one after another, each with how many. */
function Attending(props: { funds: readonly Fund[]; came: NewGathering['attendances']; error: string | undefined; onChange: (came: NewGathering['attendances']) => void }) {
  const [fund, setFund] = createSignal('')
  const [people, setPeople] = createSignal<number | undefined>()
  const [noPeople, setNoPeople] = createSignal(false)
  const left = () => props.funds.filter(({ slug }) => !props.came.some((each) => each.fund === slug))
  const nameOf = (slug: string) => props.funds.find((each) => each.slug === slug)?.name[language()] ?? slug
  const add = () => {
    const count = people()
    const isCount = count !== undefined && count > 0
    setNoPeople(!isCount)
    if (!isCount || fund() === '') return
    props.onChange([...props.came, { fund: fund(), people: count }])
    setFund('')
  }
  return (
    <div class="learning-form">
      <ul class="learning-came">
        <For each={props.came}>{(each) => <li><span>{nameOf(each.fund)} · {words().came(showNumber(each.people))}</span><Button quiet onClick={() => props.onChange(props.came.filter((other) => other !== each))}>{words().takeOut(nameOf(each.fund))}</Button></li>}</For>
      </ul>
      <SelectField asking={{ id: 'gathering-attendances', label: words().attended, error: props.error }} none={words().chooseFund} options={left().map(asOption)} value={fund()} onInput={setFund} />
      <NumberField asking={{ id: 'gathering-people', label: words().people, error: noPeople() ? words().noPeople : undefined }} value={people()} step={1} onInput={setPeople} />
      <Button quiet icon="plus" onClick={add}>{words().add}</Button>
    </div>
  )
}

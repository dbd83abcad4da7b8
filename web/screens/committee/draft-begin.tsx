import { createAsync } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { addMonths, type Day } from '../../../plugins/kit/day.ts'
import type { FundTerms } from '../../../plugins/kit/fund-terms.ts'
import { inForceOn } from '../../../plugins/kit/regulation.ts'
import { beginDraft, getModels } from '../../api-rules.ts'
import type { Fund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { ClockField, clockName, type Clock } from '../../ui/clock-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Foot } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'

const words = inLanguage({ th, en })

/** A draft begins: from the regulation in force on its day, or from a model where there is none. */
export function BeginDraft(props: { fund: Fund; mayBegin: boolean }) {
  return (
    <Show when={props.mayBegin} fallback={<Nothing title={words().noDraft}><p>{words().onlyKeeper}</p><ButtonLink href={paths.rules(props.fund.slug)}>{words().title}</ButtonLink></Nothing>}>
      <Beginning fund={props.fund} />
    </Show>
  )
}

type Year = NonNullable<FundTerms['year']>
const YEARS = ['calendar', 'fiscal', 'membership'] as const satisfies Year[]
const MEMBER_FROM = ['joined', 'applied', 'approved'] as const satisfies FundTerms['memberFrom'][]
const CURED = ['untilClaim', 'never'] as const satisfies FundTerms['arrearsCured'][]

/** The first of the next month: a meeting seldom puts anything in force before. */
export const nextMonth = (today: Day): Day => `${addMonths(today, 1).slice(0, 8)}01`

function Beginning(props: { fund: Fund }) {
  const [fromOn, setFromOn] = createSignal<Day | 'none' | undefined>(nextMonth(props.fund.today))
  const [model, setModel] = createSignal<string>()
  const [year, setYear] = createSignal<Year>()
  const [memberFrom, setMemberFrom] = createSignal<FundTerms['memberFrom']>()
  const [clock, setClock] = createSignal<Clock>('calendar')
  const [cured, setCured] = createSignal<FundTerms['arrearsCured']>()
  const [missed, setMissed] = createSignal<number>()
  const isFirst = () => inForceOn(props.fund.publications, dayIn(fromOn()) ?? props.fund.today) === undefined
  const names = () => ({ fromOn: words().fromOn, 'first.model': words().model, 'first.fundTerms.year': words().year, memberFrom: words().memberFrom, 'first.fundTerms.clock': clockName(), cured: words().cured, missed: words().lapse })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'fromOn')

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const day = fromOn()
    if (day === undefined || day === 'none') return setFaults([{ id: 'fromOn', name: words().fromOn, error: day === 'none' ? words().noSuchDay : words().noDay }])
    if (!isFirst()) return void send(() => beginDraft(props.fund.slug, { fromOn: day }), () => undefined)
    const [chosen, memberSince, curing, moreThan] = [model(), memberFrom(), cured(), missed()]
    if (chosen === undefined) return setFaults([missing('first.model')])
    if (memberSince === undefined) return setFaults([missing('memberFrom')])
    if (curing === undefined) return setFaults([missing('cured')])
    if (Number.isNaN(moreThan)) return setFaults([{ id: 'missed', name: words().lapse, error: words().noNumber }])
    const began = year()
    const fundTerms: FundTerms = { ...(began && { year: began }), memberFrom: memberSince, clock: clock(), arrearsCured: curing, ...(moreThan !== undefined && { lapse: { by: 'instalmentsMissed', moreThan } }) }
    void send(() => beginDraft(props.fund.slug, { fromOn: day, first: { model: chosen, fundTerms } }), () => undefined)
  }
  const missing = (id: 'first.model' | 'memberFrom' | 'cured') => ({ id, name: names()[id], error: words().choose })
  return (
    <form class="rules-form" onSubmit={save} noValidate>
      <h1 tabindex="-1">{words().beginTitle}</h1>
      <Sheet roomy>
        <div class="rules-form">
          <p>{isFirst() ? words().noRulesYet : words().beginIntro}</p>
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
          <DayField asking={{ id: 'fromOn', label: words().fromOn, hint: isFirst() ? words().firstOnHint : words().fromOnHint, error: errorAt('fromOn') }} value={fromOn()} onInput={setFromOn} />
          <Show when={isFirst()}>
            <Models fund={props.fund} value={model()} error={errorAt('first.model')} onInput={setModel} />
            <p class="small">{words().notOnlyModels} <a class="rules-past" href={paths.library(props.fund.slug)}>{words().toLibrary}</a></p>
            <ChoiceField asking={{ id: 'first.fundTerms.year', label: words().year, error: errorAt('first.fundTerms.year') }} options={YEARS.map((id) => ({ id, label: words().years[id] }))} value={year()} onInput={(id) => setYear(YEARS.find((each) => each === id))} />
            <ChoiceField asking={{ id: 'memberFrom', label: words().memberFrom, error: errorAt('memberFrom') }} options={MEMBER_FROM.map((id) => ({ id, label: words().memberFroms[id] }))} value={memberFrom()} onInput={(id) => setMemberFrom(MEMBER_FROM.find((each) => each === id))} />
            <ClockField id="first.fundTerms.clock" error={errorAt('first.fundTerms.clock')} value={clock()} onInput={setClock} />
            <ChoiceField asking={{ id: 'cured', label: words().cured, error: errorAt('cured') }} options={CURED.map((id) => ({ id, label: words().cureds[id] }))} value={cured()} onInput={(id) => setCured(CURED.find((each) => each === id))} />
            <NumberField asking={{ id: 'missed', label: words().lapse, hint: words().lapseHint, error: errorAt('missed') }} value={missed()} unit={words().instalments} step={1} onInput={setMissed} />
          </Show>
        </div>
      </Sheet>
      <Foot>
        <ButtonLink quiet href={paths.rules(props.fund.slug)}>{words().back}</ButtonLink>
        <Button submit>{busy() ? words().using : words().start}</Button>
      </Foot>
    </form>
  )
}

const dayIn = (typed: Day | 'none' | undefined): Day | undefined => (typed === 'none' ? undefined : typed)

function Models(props: { fund: Fund; value: string | undefined; error: string | undefined; onInput: (id: string) => void }) {
  const models = createAsync(() => getModels(props.fund.slug))
  return (
    <ChoiceField
      asking={{ id: 'first.model', label: words().model, error: props.error }} value={props.value} onInput={props.onInput}
      options={(models() ?? []).map(({ id, title, version, benefits }) => ({ id, label: title[language()], note: words().modelNote(version, benefits.length) }))}
    />
  )
}

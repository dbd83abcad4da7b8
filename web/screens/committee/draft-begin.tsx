import { createAsync, useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { addMonths, type Day } from '../../../plugins/kit/day.ts'
import type { FundTerms } from '../../../plugins/kit/fund-terms.ts'
import { inForceOn } from '../../../plugins/kit/regulation.ts'
import { beginFrom, getLibraryPack, type LibraryPack } from '../../api-library.ts'
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

/** A draft begins: from the regulation in force on its day, or where there is none from a model, or from benefits of a pack that was chosen in the library. */
export function BeginDraft(props: { fund: Fund; mayBegin: boolean; from: string | undefined; benefits: string | undefined }) {
  const found = createAsync(() => chosenIn(props.fund.slug, props.from, props.benefits?.split(',')))
  return (
    <Show when={props.mayBegin} fallback={<Nothing title={words().noDraft}><p>{words().onlyKeeper}</p><ButtonLink href={paths.rules(props.fund.slug)}>{words().title}</ButtonLink></Nothing>}>
      <Show when={found()}>{(found) => <Beginning fund={props.fund} chosen={found().chosen} />}</Show>
    </Show>
  )
}

interface Chosen {
  pack: LibraryPack
  benefits: string[]
}

/** What the address names of the library, if anything; all of a pack's benefits where it names none. */
async function chosenIn(slug: string, from: string | undefined, named: readonly string[] | undefined): Promise<{ chosen?: Chosen }> {
  if (from === undefined) return {}
  const pack = await getLibraryPack(slug, from)
  return { chosen: { pack, benefits: pack.benefits.map(({ id }) => id).filter((id) => named?.includes(id) ?? true) } }
}

type Year = NonNullable<FundTerms['year']>
const YEARS = ['calendar', 'fiscal', 'membership'] as const satisfies Year[]
const MEMBER_FROM = ['joined', 'applied', 'approved'] as const satisfies FundTerms['memberFrom'][]
const CURED = ['untilClaim', 'never'] as const satisfies FundTerms['arrearsCured'][]

/** The first of the next month: a meeting seldom puts anything in force before. */
export const nextMonth = (today: Day): Day => `${addMonths(today, 1).slice(0, 8)}01`

function Beginning(props: { fund: Fund; chosen: Chosen | undefined }) {
  const navigate = useNavigate()
  const [fromOn, setFromOn] = createSignal<Day | 'none' | undefined>(nextMonth(props.fund.today))
  const [model, setModel] = createSignal<string>()
  const [year, setYear] = createSignal<Year>()
  const [memberFrom, setMemberFrom] = createSignal<FundTerms['memberFrom']>()
  const [clock, setClock] = createSignal<Clock>('calendar')
  const [cured, setCured] = createSignal<FundTerms['arrearsCured']>()
  const [missed, setMissed] = createSignal<number>()
  const isFirst = () => inForceOn(props.fund.publications, dayIn(fromOn()) ?? props.fund.today) === undefined
  const names = () => ({ fromOn: words().fromOn, 'first.model': words().model, benefits: words().model, 'first.fundTerms.year': words().year, memberFrom: words().memberFrom, 'first.fundTerms.clock': clockName(), cured: words().cured, missed: words().lapse })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'fromOn')

  const toDraft = () => navigate(paths.draft({ fund: props.fund.slug }), { replace: true })
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const day = fromOn()
    if (day === undefined || day === 'none') return setFaults([{ id: 'fromOn', name: words().fromOn, error: day === 'none' ? words().noSuchDay : words().noDay }])
    if (!isFirst()) return void send(() => beginDraft(props.fund.slug, { fromOn: day }), toDraft)
    const [begin, memberSince, curing, moreThan] = [beginningWith(props.fund.slug, props.chosen, model()), memberFrom(), cured(), missed()]
    if (!begin) return setFaults([missing('first.model')])
    if (memberSince === undefined) return setFaults([missing('memberFrom')])
    if (curing === undefined) return setFaults([missing('cured')])
    if (Number.isNaN(moreThan)) return setFaults([{ id: 'missed', name: words().lapse, error: words().noNumber }])
    const began = year()
    const fundTerms: FundTerms = { ...(began && { year: began }), memberFrom: memberSince, clock: clock(), arrearsCured: curing, ...(moreThan !== undefined && { lapse: { by: 'instalmentsMissed', moreThan } }) }
    void send(() => begin(day, fundTerms), toDraft)
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
            <Show when={props.chosen} fallback={<Models fund={props.fund} value={model()} error={errorAt('first.model')} onInput={setModel} />}>{(chosen) => <FromLibrary fund={props.fund.slug} of={chosen()} />}</Show>
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

type Begin = (fromOn: Day, fundTerms: FundTerms) => Promise<unknown>

/** How a first regulation is begun, once it is known from what. */
function beginningWith(slug: string, chosen: Chosen | undefined, model: string | undefined): Begin | undefined {
  if (chosen) return (fromOn, fundTerms) => beginFrom(slug, chosen.pack.pack, { version: chosen.pack.version, benefits: chosen.benefits, fromOn, first: { fundTerms } })
  return model === undefined ? undefined : (fromOn, fundTerms) => beginDraft(slug, { fromOn, first: { model, fundTerms } })
}

const dayIn = (typed: Day | 'none' | undefined): Day | undefined => (typed === 'none' ? undefined : typed)

function Models(props: { fund: Fund; value: string | undefined; error: string | undefined; onInput: (id: string) => void }) {
  const models = createAsync(() => getModels(props.fund.slug))
  return (
    <>
      <ChoiceField
        asking={{ id: 'first.model', label: words().model, error: props.error }} value={props.value} onInput={props.onInput}
        options={(models() ?? []).map(({ id, title, version, benefits }) => ({ id, label: title[language()], note: words().modelNote(version, benefits.length) }))}
      />
      <p class="small">{words().notOnlyModels} <a class="rules-past" href={paths.library(props.fund.slug)}>{words().toLibrary}</a></p>
    </>
  )
}

/** The pack that was chosen in the library, and the ways to another. */
function FromLibrary(props: { fund: string; of: Chosen }) {
  return (
    <div class="rules-stack">
      <p><b>{words().fromLibrary(props.of.pack.title[language()])}</b><br /><span class="small">{words().modelNote(props.of.pack.version, props.of.benefits.length)}</span></p>
      <p class="small"><a class="rules-past" href={paths.libraryPack(props.fund, props.of.pack.pack)}>{words().chooseAgain}</a></p>
      <p class="small"><a class="rules-past" href={paths.draft({ fund: props.fund })}>{words().toModels}</a></p>
    </div>
  )
}

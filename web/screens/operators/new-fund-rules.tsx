import { Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import type { Model } from '../../api-operator.ts'
import { inLanguage, language } from '../../device.ts'
import { newFund as en } from '../../text/en/new-fund.ts'
import { newFund as th } from '../../text/th/new-fund.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { ClockField } from '../../ui/clock-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { OpenTerms } from '../committee/open-terms.tsx'
import { choose, chosenFrom, fill, fillTerm, modelId, NO_MODEL, work, type Draft } from './new-fund-draft.ts'
import { Both } from './new-fund-area.tsx'
import { openTermId } from './new-fund-fields.ts'

const words = inLanguage({ th, en })
const TERMS = 'publications.0.regulation.fundTerms'

type ErrorAt = (id: string) => string | undefined

/** The regulation to start from: a model, what the fund means by its words, by which resolution and from when; or none yet. */
export function FirstRules(props: { models: readonly Model[]; errorAt: ErrorAt }) {
  const chosen = () => chosenFrom(props.models, work.draft)
  return (
    <>
      <ChoiceField
        asking={{ id: 'publications.0.regulation.packs', label: words().model, error: props.errorAt('publications.0.regulation.packs') }}
        options={[...props.models.map((model) => ({ id: modelId(model), label: model.title[language()], note: aboutModel(model) })), { id: NO_MODEL, label: words().noneYet, note: words().noneYetNote }]}
        value={work.draft.model} onInput={choose}
      />
      <Show when={chosen()}>
        {(model) => (
          <>
            <Show when={model().openTerms.length > 0}>
              <section class="operators-form">
                <div><h2>{words().open}</h2><p class="small">{words().openNote}</p></div>
                <OpenTerms of={model().openTerms} values={work.draft.values} place={openTermId} errorAt={props.errorAt} onSet={fillTerm} />
              </section>
            </Show>
            <OwnTerms errorAt={props.errorAt} />
            <Force model={model()} errorAt={props.errorAt} />
          </>
        )}
      </Show>
    </>
  )
}

function aboutModel({ by, benefits, version, openTerms }: Model): string {
  return [...(by ? [words().sharedBy(by[language()])] : []), words().benefits(benefits.length), words().version(version), ...(openTerms.length > 0 ? [words().leftOpen(openTerms.length)] : [])].join(' · ')
}

function OwnTerms(props: { errorAt: ErrorAt }) {
  const choice = <Id extends string>(field: 'year' | 'memberFrom' | 'lapse' | 'arrearsCured', place: string, label: string, ids: readonly Id[], options: Record<Id, string>) => (
    <ChoiceField
      asking={{ id: place, label, error: props.errorAt(place) }}
      options={ids.map((id) => ({ id, label: options[id] }))} value={work.draft[field]} onInput={(id) => fill(field, id)}
    />
  )
  const lapseUnit = () => words().lapseUnits[work.draft.lapse as keyof typeof th.lapseUnits] // one of the choices, once it is shown
  return (
    <section class="operators-form new-fund-terms">
      <h2>{words().ownTerms}</h2>
      {choice('year', `${TERMS}.year`, words().year, ['calendar', 'fiscal', 'membership'], words().years)}
      {choice('memberFrom', `${TERMS}.memberFrom`, words().memberFrom, ['joined', 'applied', 'approved'], words().memberFroms)}
      <ClockField id={`${TERMS}.clock`} error={props.errorAt(`${TERMS}.clock`)} value={work.draft.clock} onInput={(clock) => fill('clock', clock)} />
      {choice('lapse', `${TERMS}.lapse.by`, words().lapse, ['instalmentsMissed', 'daysSincePayment', 'never'], words().lapses)}
      <Show when={work.draft.lapse !== '' && work.draft.lapse !== 'never'}>
        <NumberField
          asking={{ id: `${TERMS}.lapse.moreThan`, label: words().moreThan, error: props.errorAt(`${TERMS}.lapse.moreThan`) }}
          value={work.draft.moreThan} unit={lapseUnit()} step={1} onInput={(count) => fill('moreThan', count)}
        />
      </Show>
      {choice('arrearsCured', `${TERMS}.arrearsCured`, words().arrears, ['untilClaim', 'never'], words().arrearsCured)}
    </section>
  )
}

function Force(props: { model: Model; errorAt: ErrorAt }) {
  const valuesFrom = () => (work.draft.fromOn !== undefined && work.draft.fromOn !== 'none' && work.draft.fromOn < (props.model.valuesFrom ?? '') ? props.model.valuesFrom : undefined)
  const day = (field: 'fromOn' | 'heldOn', id: string, label: string, hint?: string) =>
    <DayField asking={{ id, label, hint, error: props.errorAt(id) }} value={work.draft[field]} onInput={(chosen: Draft['fromOn']) => fill(field, chosen)} />
  return (
    <section class="operators-form">
      <h2>{words().force}</h2>
      <div>
        {day('fromOn', 'publications.0.fromOn', words().fromOn, words().fromOnHint)}
        <p role="status" class="operators-ask"><Show when={valuesFrom()}>{(from) => words().valuesFrom(formatDay(from(), language(), 'long'))}</Show></p>
      </div>
      <TextField
        asking={{ id: 'publications.0.resolution.number', label: words().resolutionNumber, hint: words().resolutionHint, error: props.errorAt('publications.0.resolution.number') }}
        value={work.draft.resolutionNumber} onInput={(text) => fill('resolutionNumber', text)}
      />
      {day('heldOn', 'publications.0.resolution.heldOn', words().heldOn)}
      <Both place="publications.0.resolution.title" label={words().meeting} th="meetingTh" en="meetingEn" errorAt={props.errorAt} />
    </section>
  )
}

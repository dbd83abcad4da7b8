import './learning.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { agree, chooseArea, endArea, getLearning, leave, type Learning, type ModelArea } from '../../api-learning.ts'
import { getFundsOf } from '../../api-network.ts'
import type { FundsOfNetwork } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { learning as en } from '../../text/en/learning.ts'
import { learning as th } from '../../text/th/learning.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { dayOf, wholeDay } from '../../ui/moment.ts'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Gatherings } from './learning-gatherings.tsx'
import { Questions } from './learning-questions.tsx'

const words = inLanguage({ th, en })

/** What the funds of a network learn from each other, and the way to write in it for whoever may. */
export default function LearningScreen(props: RouteSectionProps) {
  const slug = () => props.params['network'] ?? ''
  const network = createAsync(() => getFundsOf(slug(), ''))
  const learning = createAsync(() => getLearning(slug()))
  const all = allOf({ network, learning: () => learning.latest })
  onArrival(() => `${words().title} · ${learning.latest?.network.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().learning.network.name[language()]} href={paths.network(slug())} below={words().title}>
          <header><h1 tabindex="-1">{words().title}</h1><p>{words().intro}</p></header>
          <div class="learning">
            <Sheet labelledBy="areas"><Areas learning={all().learning} funds={all().network.funds} /></Sheet>
            <Sheet labelledBy="gatherings"><Gatherings learning={all().learning} funds={all().network.funds} /></Sheet>
            <Sheet labelledBy="questions"><Questions learning={all().learning} /></Sheet>
          </div>
        </Page>
      )}
    </Show>
  )
}

function Areas(props: { learning: Learning; funds: FundsOfNetwork['funds'] }) {
  return (
    <div class="learning-part">
      <h2 id="areas">{words().areas}</h2>
      <Show when={props.learning.areas.length > 0} fallback={<p>{words().noAreas}</p>}>
        <ul class="learning-part"><For each={props.learning.areas}>{(area) => <li><Area network={props.learning.network.slug} area={area} /></li>}</For></ul>
      </Show>
      <Show when={props.learning.mayRecord}><Choosing network={props.learning.network.slug} funds={props.funds.filter(({ slug }) => !props.learning.areas.some(({ fund }) => fund.slug === slug))} /></Show>
    </div>
  )
}

function Area(props: { network: string; area: ModelArea }) {
  const { send, busy, faults } = useSending(() => ({}), props.area.id)
  const mayAgree = () => props.area.can.includes('agree')
  const act = (work: () => Promise<unknown>) => { void send(work, () => undefined) }
  return (
    <article class="learning-one" id={props.area.id}>
      <h3><Show when={props.area.agreedAt} fallback={props.area.fund.name[language()]}><a class="learning-name" href={paths.modelArea(props.network, props.area.fund.slug)}>{props.area.fund.name[language()]}</a></Show></h3>
      <Show when={!props.area.agreedAt}><p><Tag tone="ask">{words().waiting}</Tag></p></Show>
      <p class="learning-words">{props.area.special}</p>
      <p class="small">{words().chosen(props.area.chosenBy, wholeDay(dayOf(props.area.chosenAt), language()))}</p>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <div class="learning-acts">
        <Show when={mayAgree()}><Button onClick={() => act(() => agree(props.area.fund.slug, props.area.id))}>{busy() ? words().saving : words().agree}</Button></Show>
        <Show when={props.area.can.includes('leave')}><Button quiet onClick={() => act(() => leave(props.area.fund.slug, props.area.id))}>{mayAgree() ? words().decline : words().end}</Button></Show>
        <Show when={props.area.can.includes('end')}><Button quiet onClick={() => act(() => endArea(props.network, props.area.id))}>{words().end}</Button></Show>
      </div>
    </article>
  )
}

function Choosing(props: { network: string; funds: FundsOfNetwork['funds'] }) {
  const [fund, setFund] = createSignal('')
  const [special, setSpecial] = createSignal('')
  const { send, busy, faults, setFaults, errorAt } = useSending(() => ({ fund: words().fund, special: words().special }), 'fund', 'area-')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (fund() === '') return setFaults([{ id: 'area-fund', name: words().fund, error: words().notChosen }])
    void send(() => chooseArea(props.network, { fund: fund(), special: special() }), () => { setFund(''); setSpecial('') })
  }
  return (
    <Fold label={words().choose}>
      <form class="learning-form" onSubmit={save} noValidate>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <SelectField asking={{ id: 'area-fund', label: words().fund, error: errorAt('fund') }} none={words().chooseFund} options={props.funds.map(({ slug, name }) => ({ id: slug, label: name[language()] }))} value={fund()} onInput={setFund} />
        <LongTextField asking={{ id: 'area-special', label: words().special, hint: words().specialHint, error: errorAt('special') }} value={special()} onInput={setSpecial} />
        <Button quiet submit>{busy() ? words().saving : words().save}</Button>
      </form>
    </Fold>
  )
}

import { createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { inForceOn } from '../../../plugins/kit/regulation.ts'
import { answer, ask, type Learning, type Question } from '../../api-learning.ts'
import { getFund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { learning as en } from '../../text/en/learning.ts'
import { learning as th } from '../../text/th/learning.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { dayOf, wholeDay } from '../../ui/moment.ts'
import { SelectField } from '../../ui/select-field.tsx'

const words = inLanguage({ th, en })

/** Questions and answers: all, or with `of` those that were put to one model area. */
export function Questions(props: { learning: Learning; of?: string }) {
  const shown = () => props.learning.questions.filter(({ about }) => props.of === undefined || ('fund' in about && about.fund.slug === props.of))
  const mayAsk = () => props.learning.writesFor.filter(({ slug }) => slug !== props.of)
  return (
    <div class="learning-part">
      <h2 id="questions">{words().questions}</h2>
      <Show when={shown().length > 0} fallback={<p>{words().noQuestions}</p>}>
        <ul class="learning-part"><For each={shown()}>{(question) => <li><Asked network={props.learning.network.slug} question={question} /></li>}</For></ul>
      </Show>
      <Show when={mayAsk().length > 0}><Fold label={words().ask}><Asking learning={props.learning} funds={mayAsk()} {...(props.of !== undefined && { of: props.of })} /></Fold></Show>
    </div>
  )
}

const day = (at: string) => wholeDay(dayOf(at), language())

function Asked(props: { network: string; question: Question }) {
  const about = () => ('fund' in props.question.about ? words().aboutArea(props.question.about.fund.name[language()]) : words().aboutPack(props.question.about.pack))
  return (
    <article class="learning-one">
      <h3 class="learning-words">{props.question.text}</h3>
      <p>{about()}</p>
      <p class="small">{words().asked(props.question.askedBy, props.question.asker.name[language()], day(props.question.askedAt))}</p>
      <Show when={props.question.answers.length > 0} fallback={<p class="small">{words().noAnswer}</p>}>
        <ul class="learning-answers">
          <For each={props.question.answers}>
            {({ text, answeredBy, answeredAt, fund }) => <li><p class="learning-words">{text}</p><p class="small">{words().answered(answeredBy, fund?.name[language()] ?? words().network, day(answeredAt))}</p></li>}
          </For>
        </ul>
      </Show>
      <Show when={props.question.mayAnswer.length > 0 || props.question.networkMayAnswer}><Fold label={words().answer}><Answering network={props.network} question={props.question} /></Fold></Show>
    </article>
  )
}

function Answering(props: { network: string; question: Question }) {
  const form = `${props.question.id}-`
  const [text, setText] = createSignal('')
  const { send, busy, faults, errorAt } = useSending(() => ({ text: words().answerText }), 'text', form)
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => answer(props.network, props.question, text()), () => setText(''))
  }
  return (
    <form class="learning-form" onSubmit={save} noValidate>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <LongTextField asking={{ id: `${form}text`, label: words().answerText, error: errorAt('text') }} value={text()} onInput={setText} />
      <Button quiet submit>{busy() ? words().saving : words().save}</Button>
    </form>
  )
}

/** What can be asked about: other funds that are model areas, and the rule packs that the asking fund itself has. */
function Asking(props: { learning: Learning; funds: Learning['writesFor']; of?: string }) {
  const [asker, setAsker] = createSignal(props.funds[0]?.slug ?? '')
  const fund = createAsync(() => getFund(asker()))
  const [about, setAbout] = createSignal(props.of === undefined ? '' : `area:${props.of}`)
  const [text, setText] = createSignal('')
  const { send, busy, faults, setFaults, errorAt } = useSending(() => ({ about: words().askAbout, text: words().question }), 'text', 'ask-')
  const areas = () => props.learning.areas.filter(({ agreedAt, fund }) => agreedAt !== undefined && fund.slug !== asker()).map(({ fund }) => ({ id: `area:${fund.slug}`, label: words().areaOf(fund.name[language()]) }))
  const packs = () => {
    const found = fund()
    return (found && inForceOn(found.publications, found.today))?.regulation.packs.map(({ pack }) => ({ id: `pack:${pack.id}`, label: words().packOf(pack.title[language()]) })) ?? []
  }
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (about() === '') return setFaults([{ id: 'ask-about', name: words().askAbout, error: words().notChosen }])
    const id = about().slice('area:'.length) // as long as "pack:"
    void send(() => ask(asker(), { about: about().startsWith('area:') ? { fund: id } : { pack: id }, text: text() }), () => setText(''))
  }
  return (
    <form class="learning-form" onSubmit={save} noValidate>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={props.funds.length > 1}><SelectField asking={{ id: 'ask-asker', label: words().askFrom }} none={words().chooseFund} options={props.funds.map(({ slug, name }) => ({ id: slug, label: name[language()] }))} value={asker()} onInput={setAsker} /></Show>
      <Show when={props.of === undefined}><SelectField asking={{ id: 'ask-about', label: words().askAbout, error: errorAt('about') }} none={words().notChosen} options={[...areas(), ...packs()]} value={about()} onInput={setAbout} /></Show>
      <LongTextField asking={{ id: 'ask-text', label: words().question, hint: words().specialHint, error: errorAt('text') }} value={text()} onInput={setText} />
      <Button quiet submit>{busy() ? words().saving : words().ask}</Button>
    </form>
  )
}

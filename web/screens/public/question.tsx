import './question.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import type { LimitState } from '../../../plugins/kit/limit.ts'
import { getFund, type Fund } from '../../api.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { follow, type Question, type Trail } from './enquiry.ts'
import type { Draft } from './fact-field.tsx'
import { QuestionFields } from './question-fields.tsx'
import { Result } from './result.tsx'
import { grantsOf, hasBefore, nothingBefore, outsideYear, type Past } from './past.ts'
import { PAST_DAY } from './past-fields.tsx'
import { useMemory } from './fund-room.tsx'
import { VerdictHeadline, VerdictSlip } from './verdict-slip.tsx'

const words = inLanguage({ th, en })
const RESULT = 'result'

/** "What would I get?": one question a screen, each at its own address, and the result; what the rules say stands beside them. */
export default function QuestionScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const benefitId = () => props.params['benefit'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const [memory] = useMemory()
  const enquiry = ({ publications, today }: Fund) => ({ publications, today, benefitId: benefitId(), answers: { ...memory.answers }, past: grantsOf(memory.past[benefitId()], benefitId()), vocabulary })
  const trail = createAsync(async () => {
    const known = fund()
    return known && follow(enquiry(known))
  })
  return (
    <Show when={fund()}>
      {(fund) => (
        <Show when={trail.latest}>
          {(trail) => <Steps fund={fund()} trail={trail()} step={String(props.location.query['step'] ?? '')} walk={() => follow(enquiry(fund()))} />}
        </Show>
      )}
    </Show>
  )
}

function Steps(props: { fund: Fund; trail: Trail; step: string; walk: () => Promise<Trail> }) {
  const questions = () => [...props.trail.asked, ...(props.trail.next ? [props.trail.next] : [])]
  const atResult = () => props.step === RESULT && !props.trail.next
  const place = createMemo(() => (atResult() ? questions().length : Math.max(0, questions().findIndex((each) => each.id === props.step))))
  const lost = () => props.step !== '' && !atResult() && !questions().some((each) => each.id === props.step)
  const title = () => props.trail.benefit.title[language()]
  onArrival(() => `${title()} · ${props.fund.name[language()]}`, place)
  const before = () => {
    const question = questions()[place() - 1]
    return question ? paths.step(props.fund.slug, props.trail.benefit.id, question.id) : paths.events(props.fund.slug)
  }
  return (
    <Page title={props.fund.name[language()]} href={paths.fund(props.fund.slug)} below={atResult() ? title() : `${words().question(place() + 1)} · ${title()}`} beside>
      <Show when={lost()}><p class="question-lost" role="status">{words().lost}</p></Show>
      <Show when={atResult() ? RESULT : questions()[place()]?.id} keyed>
        {(id) => (
          <Show when={questions().find((each) => each.id === id)} fallback={<Result fund={props.fund} trail={props.trail} />}>
            {(question) => <Asking fund={props.fund} trail={props.trail} question={question()} walk={props.walk} before={before()} />}
          </Show>
        )}
      </Show>
    </Page>
  )
}

function Asking(props: { fund: Fund; trail: Trail; question: Question; walk: () => Promise<Trail>; before: string }) {
  const navigate = useNavigate()
  const [memory, remember] = useMemory()
  const [unread, setUnread] = createSignal<Record<string, boolean>>({})
  const [faults, setFaults] = createSignal<Fault[]>([])
  const benefitId = () => props.trail.benefit.id

  const answer = (fact: string, draft: Draft) => {
    setFaults([])
    setUnread({ ...unread(), [fact]: draft === 'none' })
    remember('answers', fact, draft === 'none' ? undefined : draft)
  }
  const faultOf = (fact: string) => {
    if (memory.answers[fact] !== undefined) return []
    const { type, ask, label } = props.trail.glossary.fact(fact)
    return [{ id: fact, name: (ask ?? label)[language()], error: !unread()[fact] ? words().unanswered : type === 'day' ? words().noSuchDay : words().noNumber }]
  }
  const isLast = () => props.question.kind === 'past' || (props.trail.next === undefined && props.trail.asked.at(-1)?.id === props.question.id)
  const goOn = async () => {
    const { question } = props
    if (question.kind === 'past' && !memory.past[benefitId()]) remember('past', benefitId(), nothingBefore)
    const missing = question.kind === 'facts' ? question.facts.flatMap(faultOf) : pastFaults(memory.past[benefitId()], question.limits)
    if (missing.length > 0) return setFaults(missing)
    const trail = await props.walk()
    if (trail.fault && question.kind === 'facts') return setFaults([{ id: question.facts.at(-1) ?? '', name: props.trail.benefit.title[language()], error: trail.fault[language()] }])
    const following = trail.asked[trail.asked.findIndex((each) => each.id === question.id) + 1] ?? trail.next
    navigate(paths.step(props.fund.slug, benefitId(), following?.id ?? RESULT))
  }
  return (
    <form class="question" noValidate onSubmit={(event) => { event.preventDefault(); void goOn() }}>
      <Sheet roomy>
        <div class="question-body">
          <Show when={faults().length > 0}><Faults title={words().cannotGoOn} faults={faults()} /></Show>
          <QuestionFields trail={props.trail} question={props.question} faults={faults()} onAnswer={answer} onTouch={() => setFaults([])} />
        </div>
      </Sheet>
      <VerdictSlip fund={props.fund} trail={props.trail} />
      <Foot>
        <VerdictHeadline trail={props.trail} />
        <ButtonLink quiet href={props.before}>{words().back}</ButtonLink>
        <Button submit>{isLast() ? words().result : words().next}</Button>
      </Foot>
    </form>
  )
}

function pastFaults(past: Past | undefined, limits: readonly LimitState[]): Fault[] {
  if (!past || !hasBefore(past)) return []
  const day = { id: PAST_DAY, name: words().lastOn }
  if (past.lastOn === undefined) return [{ ...day, error: words().unanswered }]
  const span = outsideYear(past, limits)?.span
  return span ? [{ ...day, error: words().outsideYear(`${formatDay(span.fromOn, language(), 'short')} – ${formatDay(span.untilOn, language(), 'short')}`) }] : []
}

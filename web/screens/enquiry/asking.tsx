import './question.css'
import { useNavigate } from '@solidjs/router'
import { createSignal, Show, type JSX } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import type { LimitState } from '../../../plugins/kit/limit.ts'
import type { Fund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { Foot } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { Question, Trail } from './enquiry.ts'
import type { Draft } from './fact-field.tsx'
import { useMemory } from './memory.tsx'
import { hasBefore, nothingBefore, outsideYear, type Past } from './past.ts'
import { PAST_DAY } from './past-fields.tsx'
import { QuestionFields } from './question-fields.tsx'
import { VerdictHeadline, VerdictSlip } from './verdict-slip.tsx'

const words = inLanguage({ th, en })

/** The step after the last question. */
export const RESULT = 'result'

/** One question, with what the rules say of the answers so far beside it. `to` is the address of a step, `above` who it is about. */
export function Asking(props: { fund: Fund; trail: Trail; question: Question; walk: () => Promise<Trail>; before: string; to: (step: string) => string; above?: JSX.Element; last: string }) {
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
    navigate(props.to(following?.id ?? RESULT))
  }
  return (
    <form class="question" noValidate onSubmit={(event) => { event.preventDefault(); void goOn() }}>
      <Sheet roomy>
        <div class="question-body">
          {props.above}
          <Show when={faults().length > 0}><Faults title={words().cannotGoOn} faults={faults()} /></Show>
          <QuestionFields trail={props.trail} question={props.question} faults={faults()} onAnswer={answer} onTouch={() => setFaults([])} />
        </div>
      </Sheet>
      <VerdictSlip fund={props.fund} trail={props.trail} />
      <Foot>
        <VerdictHeadline trail={props.trail} />
        <ButtonLink quiet href={props.before}>{words().back}</ButtonLink>
        <Button submit>{isLast() ? props.last : words().next}</Button>
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

import { For } from 'solid-js'
import type { Question, ToldNeighbour } from '../../api-standard-neighbours.ts'
import { inLanguage, language } from '../../device.ts'
import { standardNeighbour as en } from '../../text/en/standard-neighbour.ts'
import { standardNeighbour as th } from '../../text/th/standard-neighbour.ts'
import { DurationField } from '../../ui/duration-field.tsx'
import { FactField } from '../enquiry/fact-field.tsx'

const words = inLanguage({ th, en })

export type Answers = ToldNeighbour['facts']
type Answer = Answers[string]

/** A question among those of its place: packs may put one in unlike options, which are fields of their own. */
export const fieldOf = (at: string, { id }: Question, of: readonly Question[], index: number) => `${at}.${id}${of.slice(0, index).some((other) => other.id === id) ? `-${index}` : ''}`

export const labelOf = ({ fact: { type, label } }: Question) => (type === 'day' ? words().ago(label[language()]) : label[language()])

/** What is told of somebody, a field a question. A day is told by how long ago; Of an event it says how many funds ask. */
export function AnswerFields(props: { at: string; questions: readonly Question[]; answers: Answers; onAnswer: (id: string, answer: Answer | undefined) => void; onUnread: (field: string, unread: boolean) => void; errorAt: (field: string) => string | undefined; ofEvent?: true }) {
  return (
    <For each={props.questions}>
      {(question, index) => {
        const field = () => fieldOf(props.at, question, props.questions, index())
        const answer = () => props.answers[question.id]
        const enter = (draft: Answer | 'none' | undefined) => {
          props.onUnread(field(), draft === 'none')
          if (draft !== 'none') props.onAnswer(question.id, draft)
        }
        const asking = () => ({ id: field(), label: labelOf(question), hint: props.ofEvent && [words().askedBy(question.funds), ...(question.isEventDay ? [words().dayHint] : [])].join(' · '), error: props.errorAt(field()) })
        if (question.fact.type === 'day') return <DurationField asking={asking()} value={agoIn(answer())} onInput={(ago) => enter(ago === 'none' ? ago : ago && { ago })} />
        const options = Object.keys(question.fact.options ?? {})
        const chosen = (list: Answer | undefined) => (Array.isArray(list) ? list.find((each) => options.includes(each)) : typeof list === 'object' ? undefined : list)
        const others = () => { const list = answer(); return Array.isArray(list) ? list.filter((each) => !options.includes(each)) : [] }
        return <FactField fact={question.fact} asking={asking()} value={chosen(answer())} onInput={(draft) => enter(typeof draft === 'object' ? undefined : typeof draft === 'string' && draft !== 'none' ? [...others(), draft] : draft)} />
      }}
    </For>
  )
}

const agoIn = (answer: Answer | undefined) => (typeof answer === 'object' && 'ago' in answer ? answer.ago : undefined)

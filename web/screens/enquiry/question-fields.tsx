import { For, Match, Show, Switch } from 'solid-js'
import { quantity } from '../../../plugins/kit/quantity.ts'
import { inLanguage, language } from '../../device.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import type { Fault } from '../../ui/field.tsx'
import type { Question, Trail } from './enquiry.ts'
import { FactField, type Draft } from './fact-field.tsx'
import { PastFields } from './past-fields.tsx'
import { useMemory } from './memory.tsx'

const words = inLanguage({ th, en })
/** Days of a member's life that stand in the passbook, which a person need not know by heart. */
const IN_PASSBOOK = ['joinedOn', 'appliedOn', 'approvedOn', 'paidFrom', 'paidUntil', 'lastPaidOn']

/** The fields of one question. A question of one fact is its screen's heading; two days have a heading over them and their sum below. */
export function QuestionFields(props: { trail: Trail; question: Question; faults: readonly Fault[]; onAnswer: (fact: string, draft: Draft) => void; onTouch: () => void }) {
  return (
    <Switch>
      <Match when={props.question.kind === 'past' && props.question}>{(question) => <PastFields trail={props.trail} question={question()} faults={props.faults} onAnswer={props.onTouch} />}</Match>
      <Match when={props.question.kind === 'facts' && props.question}>{(question) => <Facts {...props} question={question()} />}</Match>
    </Switch>
  )
}

function Facts(props: { trail: Trail; question: Extract<Question, { kind: 'facts' }>; faults: readonly Fault[]; onAnswer: (fact: string, draft: Draft) => void }) {
  const [memory] = useMemory()
  const nameOf = (id: string) => {
    const { ask, label } = props.trail.glossary.fact(id)
    return (ask ?? label)[language()]
  }
  const errorOf = (id: string) => props.faults.find((fault) => fault.id === id)?.error
  const together = () => {
    const { together } = props.question
    if (together === undefined) return undefined
    const fact = props.trail.glossary.fact(together)
    const found = props.trail.verdict.facts[together]
    const name = fact.ask?.[language()] ?? words().fromTo(props.trail.benefit.title[language()])
    return { name, sum: found?.state === 'known' ? quantity(found.value, fact, language()) : undefined }
  }
  return (
    <>
      <Show when={together()}>{(both) => <h1 tabindex="-1">{both().name}</h1>}</Show>
      <For each={props.question.facts}>
        {(id) => (
          <FactField
            fact={props.trail.glossary.fact(id)} value={memory.answers[id]} onInput={(draft) => props.onAnswer(id, draft)}
            asking={{ id, label: nameOf(id), ...(together() ? {} : { heading: true }), hint: IN_PASSBOOK.includes(id) ? words().passbook : undefined, error: errorOf(id) }}
          />
        )}
      </For>
      <Show when={together()?.sum}>{(sum) => <p class="figure question-sum">{words().altogether(sum())}</p>}</Show>
    </>
  )
}

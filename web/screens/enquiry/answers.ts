import { TIMES } from '../../../plugins/kit/limit-sentence.ts'
import { quantity, type Measure } from '../../../plugins/kit/quantity.ts'
import { capital } from '../../../plugins/kit/sentence.ts'
import { formatDay } from '../../../plugins/kit/day.ts'
import { language } from '../../device.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import type { Question, Trail } from './enquiry.ts'

export interface Answered {
  /** The question it can be changed at. */
  step: string
  label: string
  value: string
}

/** What was answered, in the order of the questions. */
export function answersOf(trail: Trail): Answered[] {
  return trail.asked.flatMap((question) => (question.kind === 'facts' ? factsOf(question, trail) : [pastOf(trail)]))
}

function factsOf(question: Extract<Question, { kind: 'facts' }>, { claim, glossary }: Trail): Answered[] {
  const said = { ...claim.answers, ...claim.member.facts, ...claim.fund }
  return question.facts.flatMap((id) => {
    const value = said[id]
    const fact = glossary.fact(id)
    return value === undefined ? [] : [{ step: question.id, label: capital(fact.label[language()]), value: capital(quantity(value, fact, language())) }]
  })
}

function pastOf({ claim, verdict, glossary }: Trail): Answered {
  const words = { th, en }[language()]
  const [grant] = claim.history
  const limits = 'limits' in verdict ? verdict.limits : []
  const used = limits.flatMap(({ limit, used }) => (used > 0 ? [quantity(used, measureOf(limit.of, glossary), language())] : []))
  return { step: 'past', label: words.pastShort, value: grant ? [...used, formatDay(grant.eventOn, language(), 'long')].join(' · ') : words.never }
}

function measureOf(counted: string, glossary: Trail['glossary']): Measure {
  if (counted === 'times') return TIMES
  return counted === 'amount' ? { type: 'money' } : glossary.fact(counted)
}

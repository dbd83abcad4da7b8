import { z } from 'zod'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Day } from '../../plugins/kit/day.ts'
import { fundFacts } from '../../plugins/kit/kit-facts.ts'
import { catalogueOf, type Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf, inForceOn } from '../../plugins/kit/regulation.ts'
import type { Value } from '../../plugins/kit/value.ts'
import { factsOf } from '../contributions/facts.ts'
import { Problem, type Place } from '../http/problem.ts'
import type { Publication } from '../regulations/publication.ts'
import { eventDay, judge, type Judged } from '../regulations/verdict.ts'
import type { Books } from './books.ts'
import { recordOf, type MemberRecord } from './record.ts'

/** All that a verdict rests on beside the regulation: kept with the claim, it gives the same verdict whenever it is judged again. */
export interface JudgedFrom extends MemberRecord {
  benefitId: string
  answers: Record<string, Value>
  fund: Record<string, Value>
  claimedOn: Day
  decidedOn?: Day
}

/** Read back as it was kept: it was checked when the claim was heard. */
export const JudgedFrom = z.custom<JudgedFrom>((kept) => kept instanceof Object)

export interface Asked {
  benefitId: string
  answers: Record<string, Value>
  claimedOn: Day
  decidedOn?: Day
}

export interface Heard extends Judged {
  eventOn: Day
  judgedFrom: JudgedFrom
}

/** Judges a claim by what the books say and what was answered. What the books know is not asked: an answer to it is refused. */
export async function hear(books: Books, { benefitId, answers, claimedOn, decidedOn }: Asked, vocabulary: Vocabulary): Promise<Heard> {
  const { publications } = books
  checkBenefit(publications, benefitId)
  const recorded = factsOf(books.member, books.contributions, { on: claimedOn, paidBy: claimedOn })
  const eventOn = eventDay(publications, { benefitId, answers, member: recorded })
  if (eventOn === undefined) throw new BadInput('answers', { th: 'ยังไม่ได้ตอบว่าเกิดเหตุวันไหน', en: 'the day of the event has not been told' })
  if (eventOn > claimedOn) throw new BadInput('answers', { th: 'วันที่เกิดเหตุอยู่หลังวันที่ยื่นคำขอ', en: 'the event is later than the request' })

  const regulation = inForceOn(publications, eventOn)?.regulation
  if (!regulation) throw new Problem('no-regulation')
  checkAnswers(answers, fundFacts(regulation.fundTerms.memberFrom))
  const judgedFrom = { benefitId, answers, fund: {}, ...recordOf(books, regulation, eventOn, claimedOn), claimedOn, ...(decidedOn !== undefined && { decidedOn }) }
  const judged = await judge(publications, judgedFrom, vocabulary, claimedOn)
  return { ...judged, eventOn, judgedFrom }
}

function checkBenefit(publications: readonly Publication[], benefitId: string) {
  const isOffered = publications.some(({ regulation }) => benefitsOf(regulation).some(({ benefit }) => benefit.id === benefitId))
  if (!isOffered) throw new BadInput('benefitId', { th: `กองทุนนี้ไม่มีสวัสดิการ "${benefitId}"`, en: `this fund has no benefit "${benefitId}"` })
}

/** How many share a levy is asked of the counter; all else that the kit knows stands in the books. */
function checkAnswers(answers: Record<string, Value>, kitFacts: ReturnType<typeof fundFacts>) {
  for (const id of Object.keys(answers)) {
    const known = Object.hasOwn(kitFacts, id) ? kitFacts[id] : undefined
    if (known && known.of !== 'fund') throw new BadInput(`answers.${id}`, { th: `"${known.label.th}" อ่านจากทะเบียนของกองทุน ไม่ต้องตอบ`, en: `"${known.label.en}" is read from the fund's own books` })
  }
}

/** What is missing, by the names of its questions. */
export function placesOf({ publication: { regulation }, judgedFrom: { benefitId } }: Heard, missing: readonly string[], vocabulary: Vocabulary): Place[] {
  const offered = benefitsOf(regulation).find(({ benefit }) => benefit.id === benefitId)
  const catalogue = offered ? catalogueOf(offered.adopted, regulation.fundTerms, vocabulary) : {}
  return missing.flatMap((id) => {
    const fact = catalogue[id]
    return fact ? [{ at: `answers.${id}`, text: fact.label }] : []
  })
}

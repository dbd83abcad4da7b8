import { BadInput } from '../../../plugins/kit/bad-input.ts'
import type { Claim } from '../../../plugins/kit/claim.ts'
import { PluginFailed } from '../../../plugins/kit/contained.ts'
import { formatDay, type Day } from '../../../plugins/kit/day.ts'
import { evaluate } from '../../../plugins/kit/evaluate.ts'
import { needsOf, type Fact } from '../../../plugins/kit/fact.ts'
import { glossaryOf, type Glossary } from '../../../plugins/kit/glossary.ts'
import { fundFacts } from '../../../plugins/kit/kit-facts.ts'
import type { Grant, LimitState } from '../../../plugins/kit/limit.ts'
import type { Benefit } from '../../../plugins/kit/pack.ts'
import { catalogueOf, type Vocabulary } from '../../../plugins/kit/plugin.ts'
import { benefitsOf, inForceOn, type Publication, type Regulation } from '../../../plugins/kit/regulation.ts'
import type { Text } from '../../../plugins/kit/text.ts'
import type { Value } from '../../../plugins/kit/value.ts'
import type { Verdict } from '../../../plugins/kit/verdict.ts'
import { findWay, type Way } from '../../../plugins/kit/way.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'

/** What a fund's books tell of a member, for an event on a day. */
type Recorded = Pick<Claim, 'member' | 'history'>

/** Someone asks what a fund's rules would give. */
export interface Enquiry {
  publications: readonly Publication[]
  benefitId: string
  answers: Readonly<Partial<Record<string, Value>>>
  /** What was granted before; undefined until that has been answered. Where there is a record, it is not asked. */
  past: readonly Grant[] | undefined
  /** The record of the member it is for; absent where nobody is named. */
  record?: (eventOn: Day) => Promise<Recorded>
  today: Day
  vocabulary: Vocabulary
}

/** One screen of questions: facts that are asked together, or what was granted before. */
export type Question =
  | { id: string; kind: 'facts'; facts: string[]; together: string | undefined }
  | { id: 'past'; kind: 'past'; limits: LimitState[]; once: boolean }

/** The questions put so far, the next one (none: all is known that can matter), and what the rules say up to here. */
export interface Trail {
  asked: Question[]
  next: Question | undefined
  /** The nearest way to yes, where the rules are not met. */
  way?: Way
  /** What is wrong with the answers to the next question, if they cannot be. */
  fault?: Text
  /** What the register lacks and nobody at the counter can answer. */
  lacks?: string
  verdict: Verdict
  claim: Claim
  benefit: Benefit
  /** How this fund calls its facts and terms. */
  glossary: Glossary
  catalogue: Readonly<Record<string, Fact>>
}

/**
 * Walks the questions from the first: each is put only if the rules, knowing the answers before it, name it as one that can still change
 * the outcome. So an answer that no longer matters is never read. Answers that cannot be together, and a day on which the fund had no such
 * rules, are a `fault` of the question that brought them.
 */
export async function follow(enquiry: Enquiry): Promise<Trail> {
  const trail = await walk(enquiry)
  const { verdict, claim } = trail
  return verdict.outcome === 'ineligible' ? { ...trail, way: await findWay(claim, verdict, enquiry.publications) } : trail
}

async function walk(enquiry: Enquiry): Promise<Trail> {
  const asked: Question[] = []
  const known: Record<string, Value> = {}
  let step = await judge(enquiry, known)
  for (;;) {
    const lacks = enquiry.record && lackOf(step)
    if (lacks !== undefined) return { ...step, asked, next: undefined, lacks }
    const next = nextQuestion(step, enquiry)
    if (!next || !answered(next, enquiry)) return { ...step, asked, next }
    if (next.kind === 'past') return { ...await judge(enquiry, known, enquiry.past), asked: [...asked, next], next: undefined }
    for (const fact of next.facts) {
      const answer = enquiry.answers[fact]
      if (answer !== undefined) known[fact] = answer
    }
    try {
      step = await judge(enquiry, known)
    } catch (error) {
      if (error instanceof BadInput || error instanceof PluginFailed) return { ...step, asked, next, fault: error.text }
      throw error
    }
    asked.push(next)
  }
}

type Step = Omit<Trail, 'asked' | 'next' | 'fault' | 'lacks' | 'way'>

async function judge({ publications, benefitId, today, vocabulary, record }: Enquiry, known: Readonly<Record<string, Value>>, past: readonly Grant[] = []): Promise<Step> {
  const newest = publications.findLast((each) => benefitIn(each.regulation, benefitId))
  const eventOn = known[benefitIn(newest?.regulation, benefitId)?.benefit.eventOn ?? '']
  const publication = typeof eventOn === 'string' ? inForceOn(publications, eventOn) : newest
  const offered = benefitIn(publication?.regulation, benefitId)
  if (!publication || !offered) throw notInForce(typeof eventOn === 'string' ? eventOn : today)
  const { regulation } = publication
  const { benefit, adopted } = offered
  const catalogue = catalogueOf(adopted, regulation.fundTerms, vocabulary)
  const glossary = glossaryOf(adopted, regulation.fundTerms, typeof eventOn === 'string' ? eventOn : undefined, vocabulary)
  const of = (place: 'answers' | 'member' | 'fund') => Object.fromEntries(Object.entries(known).filter(([id]) => placeOf(catalogue[id]) === place))
  const claimedOn = typeof eventOn === 'string' && eventOn > today ? eventOn : today
  const recorded = record && typeof eventOn === 'string' ? await record(eventOn) : undefined
  const asked = record ? { answers: known, member: { facts: {} }, fund: {}, history: [] } : { answers: of('answers'), member: { facts: of('member') }, fund: of('fund'), history: past }
  const claim: Claim = { regulation, benefitId, ...asked, ...recorded, claimedOn, vocabulary }
  return { verdict: await evaluate(claim), claim, benefit, glossary, catalogue }
}

const benefitIn = (regulation: Regulation | undefined, benefitId: string) => regulation && benefitsOf(regulation).find(({ benefit }) => benefit.id === benefitId)

function notInForce(day: Day): BadInput {
  return new BadInput('eventOn', { th: th.notInForce(formatDay(day, 'th', 'long')), en: en.notInForce(formatDay(day, 'en', 'long')) })
}

function placeOf(fact: Fact | undefined): 'answers' | 'member' | 'fund' {
  if (fact?.from === 'asked') return 'answers'
  return fact?.of === 'fund' ? 'fund' : 'member'
}

/** What is missing that stands in the register or nowhere: the kit's own facts of a member. */
function lackOf({ verdict, catalogue, claim }: Step): string | undefined {
  if (verdict.outcome !== 'incomplete' || verdict.eventOn === undefined) return undefined
  const kept = fundFacts(claim.regulation.fundTerms.memberFrom)
  return verdict.missing.find((id) => Object.hasOwn(kept, id) && catalogue[id]?.of !== 'fund')
}

function nextQuestion({ verdict, benefit, catalogue }: Step, { record }: Enquiry): Question | undefined {
  if (verdict.outcome === 'incomplete') {
    const [fact] = verdict.missing
    if (fact === undefined) throw new Error('incomplete, and nothing is missing')
    return factsQuestion(fact, benefit, catalogue)
  }
  if (verdict.outcome === 'ineligible') return undefined
  if (record) {
    const unasked = benefit.asks.find((id) => verdict.facts[id]?.state === 'unknown') // what the paper form asks too, such as who collects the money
    return unasked === undefined ? undefined : factsQuestion(unasked, benefit, catalogue)
  }
  const limits = verdict.limits.filter(({ limit }) => limit.per !== 'event')
  return limits.length > 0 || benefit.once ? { id: 'past', kind: 'past', limits, once: benefit.once === true } : undefined
}

/** Two days of which the rules read the days between are asked on one screen, the earlier first. */
function factsQuestion(fact: string, benefit: Benefit, catalogue: Trail['catalogue']): Question {
  for (const [id, derived] of Object.entries(catalogue)) {
    const [later, earlier] = 'difference' in derived ? needsOf(derived) : []
    if (later === undefined || earlier === undefined || (fact !== later && fact !== earlier)) continue
    if (benefit.asks.includes(later) && benefit.asks.includes(earlier)) return { id: fact, kind: 'facts', facts: [earlier, later], together: id }
  }
  return { id: fact, kind: 'facts', facts: [fact], together: undefined }
}

function answered(question: Question, { answers, past }: Enquiry): boolean {
  return question.kind === 'past' ? past !== undefined : question.facts.every((fact) => answers[fact] !== undefined)
}

import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Claim } from '../../plugins/kit/claim.ts'
import { PluginFailed } from '../../plugins/kit/contained.ts'
import { Day } from '../../plugins/kit/day.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { explain, type Explanation } from '../../plugins/kit/explain.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf, inForceOn } from '../../plugins/kit/regulation.ts'
import type { Lang, Text } from '../../plugins/kit/text.ts'
import { Id, Value } from '../../plugins/kit/value.ts'
import type { Verdict } from '../../plugins/kit/verdict.ts'
import { findWay, type Way } from '../../plugins/kit/way.ts'
import { Problem } from '../http/problem.ts'
import type { Publication } from './publication.ts'

const Facts = z.record(Id, Value).refine((facts) => Object.keys(facts).length <= 200, 'at most 200 facts')

/** What is asked of a fund's rules. Values are keyed by fact: money is satang, a day is YYYY-MM-DD (CE), a duration { years, months, days }. */
export const NewVerdict = z.strictObject({
  benefitId: Id,
  /** Answers to the questions of the claim form. */
  answers: Facts,
  /** Recorded of the member; `covered` are the stretches of days that contributions cover, `until` the first day no longer covered. */
  member: z.strictObject({
    facts: Facts,
    covered: z.array(z.strictObject({ from: Day, until: Day })).max(400).optional(),
  }).default({ facts: {} }),
  /** Recorded of the fund. */
  fund: Facts.default({}),
  /** What was granted before: `uses` is what each limit, by its id, has already been charged with. */
  history: z.array(z.strictObject({
    benefitId: Id,
    eventOn: Day,
    of: z.enum(['member', 'family']),
    amountSatang: z.int().min(0),
    uses: z.record(Id, z.int().min(0)),
  })).max(200).default([]),
  claimedOn: Day.optional(),
  decidedOn: Day.optional(),
})
export type NewVerdict = z.infer<typeof NewVerdict>

/** A verdict with what it was given on. */
export interface Judged {
  publication: Publication
  claim: Claim
  verdict: Verdict
}

/** Judges by the regulation in force on the day of the event; by today's, until that day has been told. */
export async function judge(publications: readonly Publication[], asked: NewVerdict, vocabulary: Vocabulary, today: Day): Promise<Judged> {
  const publication = inForceOn(publications, eventDay(publications, asked) ?? today)
  if (!publication) throw new Problem('no-regulation')

  const { claimedOn = today, decidedOn, member: { facts, covered }, ...rest } = asked
  const member = { facts, ...(covered && { covered }) }
  const claim: Claim = { ...rest, member, claimedOn, ...(decidedOn && { decidedOn }), regulation: publication.regulation, vocabulary }
  return { publication, claim, verdict: await evaluate(claim) }
}

/** What judging gives, or why it cannot be: a plugin failed, or what the books hold cannot be. One benefit that cannot be judged keeps nobody from the others. */
export async function judgedOrWhy<T>(judging: () => Promise<T>): Promise<{ judged: T } | { why: Text }> {
  try {
    return { judged: await judging() }
  } catch (error) {
    if (error instanceof PluginFailed || error instanceof BadInput) return { why: error.text }
    throw error
  }
}

/** A verdict in words, with the nearest way to yes where the rules are not met. The search for it costs many times what judging does. */
export async function tell({ publication: { regulation }, claim, verdict }: Judged, publications: readonly Publication[], vocabulary: Vocabulary): Promise<{ verdict: Verdict; way?: Way; explanation: Record<Lang, Explanation> }> {
  const found = verdict.outcome === 'ineligible' ? { way: await findWay(claim, verdict, publications) } : {}
  const say = (lang: Lang) => explain(verdict, regulation, lang, { ...found, vocabulary })
  return { verdict, ...found, explanation: { th: say('th'), en: say('en') } }
}

/** Which question is the event's day is said by the newest regulation that has the benefit. */
export function eventDay(publications: readonly Publication[], { benefitId, answers, member }: Pick<NewVerdict, 'benefitId' | 'answers'> & { member: { facts: Readonly<Record<string, Value>> } }): Day | undefined {
  const benefits = publications.toReversed().flatMap(({ regulation }) => benefitsOf(regulation))
  const offered = benefits.find(({ benefit }) => benefit.id === benefitId)
  const stated = offered && { ...member.facts, ...answers }[offered.benefit.eventOn]
  return Day.safeParse(stated).data
}

import { z } from 'zod'
import { BadInput } from './bad-input.ts'
import type { Claim } from './claim.ts'
import { PluginFailed } from './contained.ts'
import { Day } from './day.ts'
import { evaluate } from './evaluate.ts'
import { kitVocabulary, type Vocabulary } from './plugin.ts'
import type { Regulation } from './regulation.ts'
import { Text } from './text.ts'
import { Id, Name, Value } from './value.ts'
import type { Reason, Verdict } from './verdict.ts'

const Facts = z.record(Id, Value)
const Covered = z.array(z.strictObject({ from: Day, until: Day })).max(400)

/** What the rules must say; what is not mentioned is free. */
export const Expectation = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('eligible'), satang: z.int().min(0), inKind: z.array(Id).optional(), cutBy: z.array(z.string()).optional() }),
  z.strictObject({ outcome: z.literal('judgement'), fromSatang: z.int().min(0), toSatang: z.int().min(0), inKind: z.array(Id).optional(), cutBy: z.array(z.string()).optional() }),
  z.strictObject({ outcome: z.literal('ineligible'), because: z.array(z.string()).min(1).optional() }),
  z.strictObject({ outcome: z.literal('incomplete'), missing: z.array(Id).min(1) }),
  z.strictObject({ outcome: z.literal('refused'), at: z.string() }),
])
export type Expectation = z.infer<typeof Expectation>

/** Somebody invented, with what the register would say of them. */
export const ExamplePerson = z.strictObject({ name: Name, facts: Facts, covered: Covered.optional() })

/** An example person (คนตัวอย่าง) and an event: who they are, what happened to them, and what the rules must say of it. */
export const Neighbour = z.strictObject({
  /** A sentence that a committee member would say. */
  name: Text,
  person: ExamplePerson,
  benefit: Id,
  facts: Facts,
  claimedOn: Day.optional(),
  decidedOn: Day.optional(),
  fund: Facts.optional(),
  history: z.array(z.strictObject({ benefit: Id, on: Day, of: z.enum(['member', 'family']).optional(), satang: z.int().min(0).optional(), uses: z.record(Id, z.int().min(0)) })).max(200).optional(),
  expect: Expectation,
})
export type Neighbour = z.infer<typeof Neighbour>

/** The claim that an example person states. */
export function claimOfNeighbour({ person, benefit, facts, claimedOn, decidedOn, fund, history }: Neighbour, regulation: Regulation, vocabulary: Vocabulary = kitVocabulary): Claim {
  const own = Object.entries(person.facts).filter(([id]) => !Object.hasOwn(facts, id))
  return {
    regulation,
    benefitId: benefit,
    answers: facts,
    member: { facts: Object.fromEntries(own), ...(person.covered ? { covered: person.covered } : {}) },
    fund: fund ?? {},
    history: (history ?? []).map(({ benefit: benefitId, on, of = 'member', satang = 0, uses }) => ({ benefitId, eventOn: on, of, amountSatang: satang, uses })),
    vocabulary,
    ...(claimedOn === undefined ? {} : { claimedOn }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
  }
}

/** How an example person came out. `found` is in the words of an expectation; undefined `verdict` means that the claim was refused as input. */
export interface NeighbourResult {
  passed: boolean
  found: Expectation
  verdict?: Verdict
  /** A plugin failed, so the rules have said nothing: never what was expected. */
  failed?: Text
}

/** Judges an example person by a regulation. */
export async function judgeNeighbour(neighbour: Neighbour, regulation: Regulation, vocabulary?: Vocabulary): Promise<NeighbourResult> {
  const judged = await judgeClaim(claimOfNeighbour(neighbour, regulation, vocabulary))
  return { passed: judged.failed === undefined && matches(neighbour.expect, judged.found), ...judged }
}

/** Judges a claim in the words of an expectation. */
export async function judgeClaim(claim: Claim): Promise<Omit<NeighbourResult, 'passed'>> {
  try {
    const verdict = await evaluate(claim)
    return { found: foundIn(verdict), verdict }
  } catch (error) {
    if (error instanceof PluginFailed) return { found: { outcome: 'refused', at: error.at }, failed: error.text }
    if (!(error instanceof BadInput)) throw error
    return { found: { outcome: 'refused', at: error.where } }
  }
}

/** What a person means who says of a result "so it should be": the outcome with its sum, its things and its reasons, not which limits cut it. */
export function asExpected(found: Expectation): Expectation {
  if (found.outcome !== 'eligible' && found.outcome !== 'judgement') return found
  const { cutBy: _cutBy, inKind = [], ...rest } = found
  return inKind.length > 0 ? { ...rest, inKind } : rest
}

/** What a reason is called in an expectation: the condition's or the limit's id, `once`, or `nothing-due`. */
export function reasonId(reason: Reason): string {
  if (reason.kind === 'condition') return reason.leaf.id
  if (reason.kind === 'limit') return reason.limit.id
  return reason.kind === 'once' ? 'once' : 'nothing-due'
}

/** A verdict in the words of an expectation. Where answers do not fit without any condition being to blame, nothing is named. */
export function foundIn(verdict: Verdict): Expectation {
  if (verdict.outcome === 'ineligible') {
    const because = verdict.reasons.map(reasonId).toSorted()
    return { outcome: 'ineligible', ...(because.length > 0 && { because }) }
  }
  if (verdict.outcome === 'incomplete') return { outcome: 'incomplete', missing: verdict.missing.toSorted() }
  const cutBy = verdict.lines.flatMap((line) => (line.kind === 'limit' ? [line.limit] : ['unitsMax', 'yearsMax', 'amountMax'].includes(line.kind) ? [line.kind] : [])).toSorted()
  const inKind = verdict.inKind.map((item) => item.id)
  return verdict.outcome === 'eligible'
    ? { outcome: 'eligible', satang: verdict.amountSatang, inKind, cutBy }
    : { outcome: 'judgement', fromSatang: verdict.range.low, toSatang: verdict.range.high, inKind, cutBy }
}

/** Whether all that is expected was found; what an expectation does not mention is free. */
export function matches(expected: Expectation, found: Expectation): boolean {
  return Object.entries(expected).every(([key, value]) => {
    const seen = (found as Record<string, unknown>)[key]
    return JSON.stringify(Array.isArray(value) ? value.toSorted() : value) === JSON.stringify(seen)
  })
}

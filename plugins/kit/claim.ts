import { BadInput } from './bad-input.ts'
import type { Covered } from './contributed.ts'
import { Day } from './day.ts'
import type { JudgeTree } from './engine.ts'
import type { Fact } from './fact.ts'
import type { Grant } from './limit.ts'
import { kitVocabulary, catalogueOf, type Vocabulary } from './plugin.ts'
import type { Benefit } from './pack.ts'
import { benefitsOf, termValueOn, type AdoptedPack, type Regulation } from './regulation.ts'
import type { TermValue } from './term.ts'
import { valueSchema, type Value } from './value.ts'

/** What is asked of the rules: one benefit, for one member, after one event. Values are keyed by fact id. */
export interface Claim {
  regulation: Regulation
  benefitId: string
  answers: Readonly<Record<string, Value>>
  /** Recorded of the member; `covered` are the stretches that contributions cover, where they are known one by one. */
  member: { facts: Readonly<Record<string, Value>>; covered?: readonly Covered[] }
  /** Recorded of the fund. */
  fund: Readonly<Record<string, Value>>
  history: readonly Grant[]
  claimedOn?: Day
  decidedOn?: Day
  vocabulary?: Vocabulary
  /** json-rules-engine unless said; `judgeByTable` where many claims are judged at once and nobody is paid by it. */
  judgeTree?: JudgeTree
}

/** A claim with what it is judged by. */
export interface Reading {
  claim: Claim
  benefit: Benefit
  adopted: AdoptedPack
  catalogue: Readonly<Record<string, Fact>>
  vocabulary: Vocabulary
  stated: Readonly<Record<string, Value>>
  /** Absent until the question that is the event's day has been answered. */
  eventOn?: Day
}

/**
 * Reads a claim: finds its benefit and checks that every value given is of its fact's type. Throws BadInput with the place (`answers.nights`)
 * for a benefit the regulation does not have, a fact it does not declare, or a value that is not one.
 */
export function readClaim(claim: Claim): Reading {
  const vocabulary = claim.vocabulary ?? kitVocabulary
  const offered = benefitsOf(claim.regulation).find(({ benefit }) => benefit.id === claim.benefitId)
  if (!offered) throw new BadInput('benefitId', { th: `ระเบียบนี้ไม่มีสวัสดิการ "${claim.benefitId}"`, en: `this regulation has no benefit "${claim.benefitId}"` })
  const { benefit, adopted } = offered
  const catalogue = catalogueOf(adopted, claim.regulation.fundTerms, vocabulary)
  const stated: Record<string, Value> = {}
  for (const [place, values] of Object.entries({ answers: claim.answers, member: claim.member.facts, fund: claim.fund })) {
    for (const [id, value] of Object.entries(values)) stated[id] = readValue(`${place}.${id}`, Object.hasOwn(catalogue, id) ? catalogue[id] : undefined, value)
  }
  if (claim.claimedOn !== undefined) stated['claimedOn'] = readValue('claimedOn', catalogue['claimedOn'], claim.claimedOn)
  if (claim.decidedOn !== undefined) stated['decidedOn'] = readValue('decidedOn', catalogue['decidedOn'], claim.decidedOn)
  const eventOn = stated[benefit.eventOn]
  return { claim, benefit, adopted, catalogue, vocabulary, stated, ...(eventOn === undefined ? {} : { eventOn: Day.parse(eventOn) }) }
}

function readValue(where: string, fact: Fact | undefined, value: unknown): Value {
  if (!fact) throw new BadInput(where, { th: 'ระเบียบนี้ไม่รู้จักข้อมูลนี้', en: 'this regulation does not know this fact' })
  const result = valueSchema(fact).safeParse(value)
  if (result.success) return result.data
  throw new BadInput(where, {
    th: `"${fact.label.th}" ไม่ถูกต้อง`,
    en: `"${fact.label.en}" is not valid: ${result.error.issues.map((issue) => issue.message).join('; ')}`,
  })
}

/** The value each term has on the event's day. */
export function termsOn(adopted: AdoptedPack, day: Day): (termId: string) => TermValue | undefined {
  const known = new Map<string, TermValue | undefined>()
  return (termId) => {
    if (!known.has(termId)) known.set(termId, termValueOn(adopted, termId, day)?.value ?? undefined)
    return known.get(termId)
  }
}

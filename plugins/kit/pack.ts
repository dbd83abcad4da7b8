import { z } from 'zod'
import { Amount } from './amount.ts'
import { Condition } from './condition.ts'
import { PackFact } from './fact.ts'
import { Term } from './term.ts'
import { CleanString, Text } from './text.ts'
import { Id, Name } from './value.ts'

/** The kinds of welfare that funds report to CODI (พอช.), and those of its catalogue that real funds list beside them. */
export const Category = z.enum([
  'newborn', 'sickness', 'elderly', 'death', 'funeral', 'disability', 'occupation', 'education', 'culture', 'housing', 'disaster',
  'environment', 'marriage', 'ordination', 'conscription', 'carer', 'other',
])
export type Category = z.infer<typeof Category>

export const Clause = z.strictObject({ number: CleanString.trim().min(1).max(40), text: Text.optional() })

export const Per = z.enum(['event', 'year', 'lifetime', 'family'])
export type Per = z.infer<typeof Per>

/**
 * At most so many times, units or satang over an event, a year, a lifetime or a family. `of` is `times`, `amount`, or the count fact
 * that is cut. Benefits that name the same limit id share it.
 */
export const Limit = z.strictObject({ id: Id, per: Per, of: Id, atMost: Id })
export type Limit = z.infer<typeof Limit>

export const Document = z.strictObject({ id: Id, name: Name, when: Condition.optional() })
export type Document = z.infer<typeof Document>

export const Person = z.enum(['member', 'child', 'spouse', 'parent', 'family'])
export const Payee = z.enum(['member', 'beneficiary', 'heir', 'applicant', 'carer'])

export const Benefit = z.strictObject({
  id: Id,
  category: Category,
  title: Name,
  clause: Clause.optional(),
  /** To whom it happens; the member unless said. */
  happensTo: Person.optional(),
  /** Who is paid; the member unless said. */
  payee: Payee.optional(),
  /** The fund itself starts it, for everyone who is due (a yearly pension). */
  startedBy: z.literal('fund').optional(),
  /** Happens once in a life: a second grant is refused, and no later event is spoken of. */
  once: z.literal(true).optional(),
  /** The question that is the event's day. */
  eventOn: Id,
  /** The questions of the claim form, in their order. */
  asks: z.array(Id).min(1).max(30),
  /** Standing conditions of the pack that do not bind this benefit. */
  exempt: z.array(Id).max(20).optional(),
  conditions: Condition.optional(),
  /** What no rule can say; it sends the claim to people. */
  judgement: Text.optional(),
  /** A claim is made within this time of the event: a term of days or a duration. */
  claimWithin: Id.optional(),
  amount: Amount,
  limits: z.array(Limit).max(20).optional(),
  documents: z.array(Document).max(30).optional(),
})
export type Benefit = z.infer<typeof Benefit>

/** Whether a benefit is for what happens to the member: it says so, or nothing. */
export const befallsMember = ({ happensTo = 'member' }: Pick<Benefit, 'happensTo'>): boolean => happensTo === 'member'

export const Version = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'a version is three numbers: 1.0.0')
export const PackId = z.string().regex(/^[a-z][a-z0-9-]{0,59}(\/own)?$/, 'a pack id is lower-case letters, digits and hyphens')
export const Hash = z.string().regex(/^sha256:[0-9a-f]{64}$/)
/** Where a pack was copied from. */
export const Lineage = z.strictObject({ pack: PackId, version: Version, hash: Hash })
export type Lineage = z.infer<typeof Lineage>

export const PACK_FORMAT = 'sajja/pack@1'

/** Benefits, terms and facts that belong together: data, never code. */
export const Pack = z.strictObject({
  format: z.literal(PACK_FORMAT),
  id: PackId,
  version: Version,
  title: Name,
  /** Where it comes from, what was left open, how contradictions were settled. */
  notes: z.array(Text).max(50).optional(),
  basedOn: Lineage.optional(),
  facts: z.record(Id, PackFact).optional(),
  terms: z.record(Id, Term),
  /** Conditions that come before each benefit's own. */
  standing: z.array(z.strictObject({ id: Id, conditions: Condition, clause: Clause.optional() })).max(20).optional(),
  benefits: z.array(Benefit).min(1).max(100),
})
export type Pack = z.infer<typeof Pack>

/** The pack's standing conditions that bind a benefit. */
export function standingOf(benefit: Benefit, { standing = [] }: Pack): Condition[] {
  return standing.filter((each) => !benefit.exempt?.includes(each.id)).map((each) => each.conditions)
}

/** Every condition of a pack with its place, those of its benefits last. */
export function conditionsIn(pack: Pack): { at: string; condition: Condition }[] {
  const facts = Object.entries(pack.facts ?? {}).map(([id, fact]) => ({ at: `facts.${id}.askedWhen`, condition: 'askedWhen' in fact ? fact.askedWhen : undefined }))
  const standing = (pack.standing ?? []).map(({ conditions }, i) => ({ at: `standing.${i}.conditions`, condition: conditions }))
  const benefits = pack.benefits.flatMap(({ conditions, documents = [] }, i) => [
    { at: `benefits.${i}.conditions`, condition: conditions },
    ...documents.map(({ when }, j) => ({ at: `benefits.${i}.documents.${j}.when`, condition: when })),
  ])
  return [...facts, ...standing, ...benefits].flatMap(({ at, condition }) => (condition ? [{ at, condition }] : []))
}

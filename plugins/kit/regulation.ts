import { z } from 'zod'
import { contentHash } from './canonical.ts'
import type { Day } from './day.ts'
import { FundTerms } from './fund-terms.ts'
import { Hash, Pack, type Benefit } from './pack.ts'
import { OwnValues, valueOn, type DatedValue, type Term } from './term.ts'
import { Text } from './text.ts'
import { Id, Name } from './value.ts'

/** A snapshot of a pack with this fund's own values for its terms and the benefits it does not take. */
export const AdoptedPack = z.strictObject({
  pack: Pack,
  hash: Hash,
  values: z.record(Id, OwnValues).optional(),
  without: z.array(Id).max(100).optional(),
})
export type AdoptedPack = z.infer<typeof AdoptedPack>

export const REGULATION_FORMAT = 'sajja/regulation@1'

/** One fund's rules (ระเบียบกองทุน). */
export const Regulation = z.strictObject({
  format: z.literal(REGULATION_FORMAT),
  title: Name,
  preamble: Text.optional(),
  fundTerms: FundTerms,
  packs: z.array(AdoptedPack).min(1).max(20),
})
export type Regulation = z.infer<typeof Regulation>

/** The identity of a pack: its content without version, lineage and notes. */
export function packHash({ version: _version, basedOn: _basedOn, notes: _notes, ...content }: Pack): string {
  return contentHash(content)
}

/** The identity of a regulation, which a meeting votes on. */
export function regulationHash(regulation: Regulation): string {
  return contentHash(regulation)
}

/** The benefits in force, each with the pack it comes from, in the order of the packs. */
export function benefitsOf(regulation: Regulation): { benefit: Benefit; adopted: AdoptedPack }[] {
  return regulation.packs.flatMap((adopted) =>
    adopted.pack.benefits.filter((benefit) => !adopted.without?.includes(benefit.id)).map((benefit) => ({ benefit, adopted })))
}

/** A term's dated values in one fund: the pack's until the fund's own begin. */
export function datedValues(adopted: AdoptedPack, termId: string, term: Term): readonly DatedValue[] {
  const own = adopted.values?.[termId]
  if (!own?.[0]) return term.values
  const begins = own[0].from
  return [...term.values.filter((each) => each.from < begins), ...own]
}

/** A pack as one fund has it: with the fund's own values, and without the benefits it does not take. */
export function packAsHeld(adopted: AdoptedPack): Pack {
  const { pack, without } = adopted
  const terms = Object.fromEntries(Object.entries(pack.terms).map(([id, term]): [string, Term] => [id, { ...term, values: [...datedValues(adopted, id, term)] } as Term])) // the values are the term's own kind: the checker says so
  return { ...pack, terms, benefits: pack.benefits.filter((benefit) => !without?.includes(benefit.id)) }
}

/** A term's value in one fund on a day, or undefined where it has none. */
export function termValueOn(adopted: AdoptedPack, termId: string, day: Day): DatedValue | undefined {
  const term = adopted.pack.terms[termId]
  return term && valueOn(datedValues(adopted, termId, term), day)
}

/** A regulation in force from a day. */
export interface Publication {
  fromOn: Day
  regulation: Regulation
}

/** Of publications in the order of their days, the one in force on a day; undefined before the first. */
export function inForceOn<T extends { fromOn: Day }>(publications: readonly T[], day: Day): T | undefined {
  return publications.findLast((each) => each.fromOn <= day)
}

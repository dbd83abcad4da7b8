import { z } from 'zod'
import { Condition } from './condition.ts'
import type { Day } from './day.ts'
import type { FundTerms } from './fund-terms.ts'
import { Id, Name, ValueType, type Value } from './value.ts'

export const Of = z.enum(['claim', 'member', 'subject', 'fund'])
export const AsOf = z.enum(['event', 'claim', 'decision'])

const described = {
  type: ValueType,
  /** Of whom. */
  of: Of,
  /** As of when; the event's day unless said. */
  asOf: AsOf.optional(),
  label: Name,
  /** The question that brings it; the label where there is none. */
  ask: Name.optional(),
  unit: Name.optional(),
  scale: z.int().min(0).max(4).optional(),
  options: z.record(Id, Name).optional(),
}

const Pair = z.tuple([Id, Id])

/**
 * A fact that a pack declares for itself: asked on the claim form, recorded on the member or the fund, or the sum or difference of
 * two others (of two days: the days between). A question with `askedWhen` is put only where that holds.
 */
export const PackFact = z.union([
  z.strictObject({ ...described, from: z.enum(['asked', 'recorded']), askedWhen: Condition.optional() }),
  z.strictObject({ ...described, from: z.literal('derived'), sum: Pair }),
  z.strictObject({ ...described, from: z.literal('derived'), difference: Pair }),
])
export type PackFact = z.infer<typeof PackFact>

/** What a derivation may look at besides the facts it needs. */
export interface Deriving {
  readonly eventOn: Day
  readonly fundTerms: FundTerms
}

/** Code that gives its answer at once: neither async nor a generator. */
export const isPlainCode = (code: unknown): boolean => Object.prototype.toString.call(code) === '[object Function]'

/**
 * Derives a value of the fact's own type: money is whole satang, a day is ISO. It is called once all that it needs is known, and must give
 * the same for the same. Throws BadInput with a fact's id where what was told cannot be.
 */
export type Derive = (values: Readonly<Record<string, Value>>, deriving: Deriving) => Value

/** A fact that the kit or a plugin derives by code from others. */
export const DerivedFact = z.strictObject({
  ...described,
  from: z.literal('derived'),
  /** The ids of the facts it is derived from: `derive` is given these and no others. */
  needs: z.array(Id),
  derive: z.custom<Derive>(isPlainCode, 'must be a plain function, neither async nor a generator'),
})
export type DerivedFact = z.infer<typeof DerivedFact>

export type Fact = PackFact | DerivedFact

/** The ids of the facts a fact is derived from. */
export function needsOf(fact: Fact): readonly string[] {
  if ('needs' in fact) return fact.needs
  if ('sum' in fact) return fact.sum
  return 'difference' in fact ? fact.difference : []
}

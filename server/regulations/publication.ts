import { z } from 'zod'
import { Day } from '../../plugins/kit/day.ts'
import { Category, Hash } from '../../plugins/kit/pack.ts'
import { benefitsOf, Regulation } from '../../plugins/kit/regulation.ts'
import { Text } from '../../plugins/kit/text.ts'
import { Id, Name } from '../../plugins/kit/value.ts'

/** The meeting's resolution (มติ) by which a regulation was put in force. */
export const Resolution = z.strictObject({
  number: z.string().trim().min(1).max(40),
  heldOn: Day,
  title: Text,
})
export type Resolution = z.infer<typeof Resolution>

/** A regulation as it was published: frozen under its hash, in force from a day until the next one begins. */
export const Publication = z.strictObject({
  number: z.int().min(1),
  fromOn: Day,
  hash: Hash,
  resolution: Resolution,
  regulation: Regulation,
})
export type Publication = z.infer<typeof Publication>

/** One benefit as a fund's notice tells of it. */
export const OfferedBenefit = z.strictObject({ id: Id, category: Category, title: Name })
export type OfferedBenefit = z.infer<typeof OfferedBenefit>

/** What a regulation offers, for those who compare funds. */
export function offeredBy(regulation: Regulation): OfferedBenefit[] {
  return benefitsOf(regulation).map(({ benefit: { id, category, title } }) => ({ id, category, title }))
}

/**
 * Whether a regulation may begin on a day: from today on, or before the earliest one. In between it would change how days that have
 * passed are judged.
 */
export function mayBeginOn(day: Day, published: readonly { fromOn: Day }[], today: Day): boolean {
  return day >= today || published.every((each) => day < each.fromOn)
}

import { z } from 'zod'
import { Day } from '../../plugins/kit/day.ts'
import { Category, Hash, type Benefit } from '../../plugins/kit/pack.ts'
import { benefitsOf, Regulation } from '../../plugins/kit/regulation.ts'
import { arabicDigits, CleanString, Text } from '../../plugins/kit/text.ts'
import { Id, Name } from '../../plugins/kit/value.ts'
import { Votes } from '../../plugins/kit/votes.ts'

/** The meeting's resolution (มติ) by which a regulation was put in force. */
export const Resolution = z.strictObject({
  number: CleanString.trim().min(1).max(40),
  heldOn: Day,
  title: Text,
  /** How the meeting voted, where that was recorded. */
  votes: Votes.optional(),
  /** The meeting let it begin before its own day. */
  isRetroactive: z.literal(true).optional(),
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

/** The same of a draft that is before a meeting, which may be still to come. */
export const MeetingResolution = Resolution.omit({ title: true }).extend({ number: CleanString.trim().overwrite(arabicDigits).min(1).max(40) })
export type MeetingResolution = z.infer<typeof MeetingResolution>

/** A publication that was taken back before its day. */
export const Recall = z.strictObject({ reason: z.string(), at: z.iso.datetime(), byId: z.uuid() })
export type Recall = z.infer<typeof Recall>

/** Where a publication stands on a day: its own is still to come, it is in force, another has followed it, or it was recalled. */
export const PublicationStanding = z.enum(['scheduled', 'in-force', 'past', 'recalled'])

/** One benefit as a fund's notice tells of it. */
export const OfferedBenefit = z.strictObject({ id: Id, category: Category, title: Name })
export type OfferedBenefit = z.infer<typeof OfferedBenefit>

/** What is told of a benefit where it is one of many. */
export const offeredOf = ({ id, category, title }: Benefit): OfferedBenefit => ({ id, category, title })

/** What a regulation offers, for those who compare funds. */
export function offeredBy(regulation: Regulation): OfferedBenefit[] {
  return benefitsOf(regulation).map(({ benefit }) => offeredOf(benefit))
}

/**
 * Whether a regulation may begin on a day: from today on, or before the earliest one. In between it would change how days that have
 * passed are judged.
 */
export function mayBeginOn(day: Day, published: readonly { fromOn: Day }[], today: Day): boolean {
  return day >= today || published.every((each) => day < each.fromOn)
}

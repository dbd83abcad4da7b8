import { z } from 'zod'
import { Name } from './value.ts'

/** What a fund means by its words: each stands in its own regulation, and the kit assumes none of them. */
export const FundTerms = z.strictObject({
  /** What a year is: from 1 January, from 1 October, or from the day of joining. Needed wherever a limit is yearly. */
  year: z.enum(['calendar', 'fiscal', 'membership']).optional(),
  /** The day from which a membership counts. */
  memberFrom: z.enum(['joined', 'applied', 'approved']),
  /** How a stretch of time becomes years and months: by the calendar, or its days divided by 360 or 365. */
  clock: z.enum(['calendar', '360', '365']),
  /** When arrears end a membership. */
  lapse: z.strictObject({ by: z.enum(['instalmentsMissed', 'daysSincePayment']), moreThan: z.int().min(0).max(3650) }).optional(),
  /** Whether arrears paid up before the claim count as if they had been paid in time. */
  arrearsCured: z.enum(['never', 'untilClaim']),
  /** The fund's own word for what members pay, เงินสัจจะ unless said. */
  contributionWord: Name.optional(),
})
export type FundTerms = z.infer<typeof FundTerms>

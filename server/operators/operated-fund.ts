import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { CleanString } from '../../plugins/kit/text.ts'
import { Name } from '../../plugins/kit/value.ts'
import { FundProfile, Slug } from '../funds/fund.ts'

/** Why a fund's door is closed, in the host's own words. The fund is not told them. */
export const NewSuspension = z.strictObject({ reason: CleanString.trim().min(1).max(500) }).openapi('NewSuspension')

/** A time during which a fund's door was closed, or is. */
export const Suspension = z.strictObject({
  at: z.iso.datetime(),
  by: z.string(),
  reason: z.string(),
  /** When it was opened again, and by whom. */
  ended: z.strictObject({ at: z.iso.datetime(), by: z.string() }).optional(),
}).openapi('Suspension')
export type Suspension = z.infer<typeof Suspension>

/** A fund as its host sees it: that it is there and whether it is well, nobody in it and no money. */
export const OperatedFund = FundProfile.omit({ from: true }).extend({
  slug: Slug,
  network: z.strictObject({ slug: Slug, name: Name }),
  /** Since when a regulation of its own is in force; absent where none is. */
  inForceFrom: Day.optional(),
  /** The day on which its next regulation begins. */
  nextFrom: Day.optional(),
  /** How many administrators it has that can sign in. With none, the host invites the first. */
  administrators: z.int().min(0),
  suspension: z.strictObject({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).optional(),
}).openapi('OperatedFund')
export type OperatedFund = z.infer<typeof OperatedFund>

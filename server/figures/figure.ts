import { z } from '@hono/zod-openapi'
import { addYears, Day } from '../../plugins/kit/day.ts'
import { Category } from '../../plugins/kit/pack.ts'
import { yearOf, type Span } from '../../plugins/kit/span.ts'
import { FEWEST_PEOPLE, withholdSmall, type Group } from '../../plugins/kit/suppress.ts'

const Satang = z.int().min(0)
const Given = z.strictObject({ times: z.int().min(1), satang: Satang })

/** What a fund tells of one of its years: totals. What would tell of fewer than ten people is withheld: a sum is absent, a kind of welfare named among `withheld`. */
export const YearFigures = z.strictObject({
  fromOn: Day,
  untilOn: Day.describe('The last day of the year.'),
  members: z.int().min(0).optional().describe('At the end of the year.'),
  contributionsSatang: Satang.optional().describe('What members paid in, without entry fees and without what was voided.'),
  paidOut: Given.optional(),
  paidOutPercent: z.int().min(0).optional().describe('What was paid out against what members paid in.'),
  kinds: z.array(Given.extend({ category: Category })),
  withheld: z.array(Category).describe('Kinds in which something was given to fewer than ten people, and those without which it could be reckoned back.'),
}).openapi('YearFigures')
export type YearFigures = z.infer<typeof YearFigures>

export const FigureAct = z.enum(['published', 'withdrawn'])
export type FigureAct = z.infer<typeof FigureAct>

/** A year that has ended, with exactly what the network is told of it, or would be. */
export const PublishedYear = z.strictObject({
  figures: YearFigures,
  isPublished: z.boolean(),
  acts: z.array(z.strictObject({ act: FigureAct, at: z.iso.datetime(), by: z.string().describe('The name of who did it.') })),
}).openapi('PublishedYear')
export type PublishedYear = z.infer<typeof PublishedYear>

/** What a year came to inside the fund, before anything is withheld. */
export interface Reckoned {
  members: number
  /** One payer for each who paid something in. */
  payers: number
  contributionsSatang: number
  /** What was paid out, each with the member it was given to. */
  given: readonly { category: Category; memberId: string; satang: number }[]
}

/** What may be told of a year. */
export function figuresOf({ fromOn, untilOn }: Span, { members, payers, contributionsSatang, given }: Reckoned): YearFigures {
  const groups = Category.options.map((key): Group<Category> => {
    const ofKind = given.filter(({ category }) => category === key)
    return { key, given: ofKind.map(({ memberId }) => memberId), satang: ofKind.reduce((sum, { satang }) => sum + satang, 0) }
  })
  const { total, told, hidden } = withholdSmall(groups)
  const takenIn = payers >= FEWEST_PEOPLE && contributionsSatang > 0 ? contributionsSatang : undefined
  return {
    fromOn, untilOn,
    ...(members >= FEWEST_PEOPLE && { members }),
    ...(takenIn !== undefined && { contributionsSatang: takenIn }),
    ...(total && { paidOut: total }),
    ...(total && takenIn !== undefined && { paidOutPercent: Math.round((total.satang * 100) / takenIn) }),
    kinds: told.map(({ key, ...given }) => ({ category: key, ...given })),
    withheld: hidden,
  }
}

const YEARS_TOLD_MAX = 5

/** The last years that have ended, the latest first. */
export function endedYears(today: Day, year: 'calendar' | 'fiscal'): Span[] {
  return Array.from({ length: YEARS_TOLD_MAX }, (_, back) => yearOf(addYears(today, -1 - back), year, undefined))
}

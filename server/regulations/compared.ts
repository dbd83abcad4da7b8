import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { Name } from '../../plugins/kit/value.ts'
import { Difference, differencesOf } from './difference.ts'
import { Publication } from './publication.ts'

const Version = Publication.omit({ regulation: true }).extend({ title: Name })

/** Two of a fund's regulations, and by what the second differs from the first with the values of a day. */
export const ComparedRegulations = z.strictObject({ before: Version, after: Version, on: Day, difference: z.array(Difference) }).openapi('ComparedRegulations')
export type ComparedRegulations = z.infer<typeof ComparedRegulations>

export function compareRegulations(before: Publication, after: Publication, vocabulary: Vocabulary): ComparedRegulations {
  const on = before.fromOn > after.fromOn ? before.fromOn : after.fromOn
  const version = ({ number, fromOn, hash, resolution, regulation: { title } }: Publication) => ({ number, fromOn, hash, resolution, title })
  return { before: version(before), after: version(after), on, difference: differencesOf(before.regulation, after.regulation, on, vocabulary) }
}

import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import { Name } from '../../plugins/kit/value.ts'
import type { FundRows } from '../db/scope.ts'
import { Difference, differencesOf } from './difference.ts'
import { Publication, PublicationStanding, Recall } from './publication.ts'
import { listPublications, listRecalled } from './queries.ts'

/** A regulation as history tells of it. */
export const PastPublication = Publication.omit({ regulation: true }).extend({
  standing: PublicationStanding,
  /** The day before which it ends, once another follows. */
  untilOn: Day.optional(),
  title: Name,
  /** By what it differs from the one before it; absent for the first, and for what was recalled. */
  difference: z.array(Difference).optional(),
  /** Who took it back before its day, and why. */
  recall: Recall.optional(),
}).openapi('PastPublication')
export type PastPublication = z.infer<typeof PastPublication>

/** What a fund has put in force, in the order of their days, what was recalled among them. */
export async function findHistory(rows: FundRows, today: Day, vocabulary: Vocabulary): Promise<PastPublication[]> {
  const publications = await listPublications(rows)
  const current = inForceOn(publications, today)
  const stand = publications.map(({ regulation, ...publication }, at): PastPublication => {
    const [before, next] = [publications[at - 1], publications[at + 1]]
    const standing = publication.fromOn > today ? 'scheduled' : publication.number === current?.number ? 'in-force' : 'past'
    return { ...publication, standing, title: regulation.title, ...(next && { untilOn: next.fromOn }), ...(before && { difference: differencesOf(before.regulation, regulation, publication.fromOn, vocabulary) }) }
  })
  const recalled = (await listRecalled(rows)).map(({ regulation, ...publication }): PastPublication => ({ ...publication, standing: 'recalled', title: regulation.title }))
  return [...stand, ...recalled].toSorted((a, b) => (a.fromOn === b.fromOn ? a.number - b.number : a.fromOn < b.fromOn ? -1 : 1))
}

import { z } from '@hono/zod-openapi'
import { addDays, type Day } from '../../plugins/kit/day.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import type { Lang } from '../../plugins/kit/text.ts'
import type { Name } from '../../plugins/kit/value.ts'
import { fileOf } from '../http/file.ts'
import { Problem } from '../http/problem.ts'
import { typeset } from '../paper/typesetting.ts'
import type { Publication } from './publication.ts'
import { noticeSheet, regulationSheet, type Papered } from './sheet.ts'

/** Which sheet: the written regulation (ระเบียบ) on A4 or the notice board's (ป้ายประกาศ) on A3, in which language. */
export const Paper = z.strictObject({ form: z.enum(['regulation', 'notice']), language: z.enum(['th', 'en']) })
export type Paper = z.infer<typeof Paper>

/** The same of one edition, by its number; without one, of what is in force today. */
export const PaperOfEdition = Paper.extend({ number: z.coerce.number().pipe(z.int().min(1)).optional() })

/** A PDF. */
export const pdf = (description: string) => fileOf('application/pdf', description)

const TEMPLATES = { regulation: 'regulations/regulation.typ', notice: 'regulations/notice.typ' } as const

/** A sheet of paper as PDF. */
export function printed(form: Paper['form'], papered: Papered): Promise<Uint8Array> {
  return typeset(TEMPLATES[form], form === 'regulation' ? regulationSheet(papered) : noticeSheet(papered), 'pdf')
}

/** The notice cut for telephones, as one SVG of pages under each other. */
export function pictured(papered: Papered): Promise<Uint8Array> {
  return typeset('regulations/picture.typ', noticeSheet(papered), 'svg')
}

/** An edition of a fund's regulation as it goes on paper: with the values of today, or of the nearest day on which it was or will be in force. */
export function paperedEdition(publications: readonly Publication[], number: number | undefined, about: { fund: Name; today: Day; language: Lang; vocabulary: Vocabulary }): Papered {
  const publication = number === undefined ? inForceOn(publications, about.today) : publications.find((each) => each.number === number)
  if (!publication) throw new Problem('no-regulation')
  const at = publications.indexOf(publication)
  const [before, next] = [publications[at - 1], publications[at + 1]]
  const { regulation, fromOn, resolution } = publication
  const { fund, today, ...rest } = about
  const untilToday = next && next.fromOn <= today ? addDays(next.fromOn, -1) : today
  return {
    ...rest,
    regulation,
    edition: { fund, number: publication.number, fromOn, resolution, ...(next && { untilOn: next.fromOn }), ...(before && { follows: { number: before.number, fromOn: before.fromOn } }) },
    on: untilToday < fromOn ? fromOn : untilToday,
  }
}

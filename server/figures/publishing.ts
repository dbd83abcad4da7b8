import { canonicalJson } from '../../plugins/kit/canonical.ts'
import type { Day } from '../../plugins/kit/day.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { endedYears, figuresOf, type PublishedYear, type YearFigures } from './figure.ts'
import { findAccountingYear, hangOut, listActs, reckonYear, saveAct, takeDown } from './queries.ts'

/** What was done about telling of a year, in its order. */
type RecordedActs = NonNullable<ReturnType<Awaited<ReturnType<typeof listActs>>['get']>>

type Year = Omit<PublishedYear, 'acts'> & { acts: (Omit<PublishedYear['acts'][number], 'by'> & { byId: string })[] }

/** The years of a fund that can be told of, the latest first: those that have ended and in which there is something to tell, and those told of before. */
export async function findYears(rows: FundRows, today: Day): Promise<Year[]> {
  const acts = await listActs(rows)
  const years = endedYears(today, await findAccountingYear(rows, today))
  const fresh: YearFigures[] = []
  for (const year of years.filter(({ fromOn }) => !acts.has(fromOn))) fresh.push(figuresOf(year, await reckonYear(rows, year)))
  return [...fresh.filter(isTelling).map(untold), ...[...acts.values()].map(told)].toSorted((a, b) => (a.figures.fromOn < b.figures.fromOn ? 1 : -1))
}

const isTelling = ({ members, contributionsSatang, paidOut }: YearFigures) => members !== undefined || contributionsSatang !== undefined || paidOut !== undefined

const untold = (figures: YearFigures): Year => ({ figures, isPublished: false, acts: [] })

function told(acts: RecordedActs): Year {
  const figures = acts[0]?.figures
  if (!figures) throw new Error('the first act of a year holds its figures')
  return { figures, isPublished: acts.at(-1)?.act === 'published', acts: acts.map(({ act, at, byId }) => ({ act, at, byId })) }
}

async function findYear(rows: FundRows, fromOn: Day, today: Day): Promise<Year> {
  const acts = (await listActs(rows)).get(fromOn)
  if (acts) return told(acts)
  const year = endedYears(today, await findAccountingYear(rows, today)).find((each) => each.fromOn === fromOn)
  const figures = year && figuresOf(year, await reckonYear(rows, year))
  if (!figures || !isTelling(figures)) throw new Problem('unknown-year')
  return untold(figures)
}

/** Hangs out a year, in exactly the figures that were seen before; a second time, in those of the first. */
export async function publishYear(rows: FundRows, networkId: string, seen: YearFigures, recording: Recording) {
  const { figures, isPublished, acts } = await findYear(rows, seen.fromOn, recording.today)
  if (isPublished) throw new Problem('published-already')
  if (canonicalJson(figures) !== canonicalJson(seen)) throw new Problem('changed-meanwhile')
  await saveAct(rows, { fromOn: figures.fromOn, position: acts.length + 1, act: 'published', ...(acts.length === 0 && { figures }) }, recording)
  await hangOut(rows, networkId, figures)
}

/** Takes a year down again; what it was is kept, and hangs out unchanged should it be published again. */
export async function withdrawYear(rows: FundRows, fromOn: Day, recording: Recording) {
  const { isPublished, acts } = await findYear(rows, fromOn, recording.today)
  if (!isPublished) throw new Problem('not-published')
  await saveAct(rows, { fromOn, position: acts.length + 1, act: 'withdrawn' }, recording)
  await takeDown(rows, fromOn)
}

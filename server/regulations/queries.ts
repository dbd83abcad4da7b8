import type { Day } from '../../plugins/kit/day.ts'
import { Regulation, regulationHash } from '../../plugins/kit/regulation.ts'
import { newId } from '../db/id.ts'
import type { FundRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { offeredBy, Resolution, type Publication, type Recall } from './publication.ts'

/** Every regulation the fund has published and not recalled, in the order of their days. */
export async function listPublications(rows: FundRows): Promise<Publication[]> {
  const found = await standing(rows).orderBy('from_on').execute()
  return found.map(read)
}

/** The regulation in force on a day. */
export async function findPublicationOn(rows: FundRows, day: Day): Promise<Publication> {
  const found = await standing(rows).where('from_on', '<=', day).orderBy('from_on', 'desc').executeTakeFirstOrThrow(() => new Problem('no-regulation'))
  return read(found)
}

/** What was recalled before its day, in the order of the numbers. */
export async function listRecalled(rows: FundRows): Promise<(Publication & { recall: Recall })[]> {
  const found = await rows
    .selectFrom('regulations')
    .innerJoin('regulation_recalls as recall', (join) => join.onRef('recall.fund_id', '=', 'regulations.fund_id').onRef('recall.regulation_id', '=', 'regulations.id'))
    .select([...COLUMNS, 'recall.reason', 'recall.at', 'recall.by_id'])
    .orderBy('number')
    .execute()
  return found.map(({ reason, at, by_id, ...row }) => ({ ...read(row), recall: { reason, at: at.toISOString(), byId: by_id } }))
}

/** What the fund has published under a number, recalled or not. */
export async function findPublished(rows: FundRows, number: number): Promise<Publication & { id: string }> {
  const { id, ...row } = await rows.selectFrom('regulations').where('number', '=', number).select(['id', ...COLUMNS]).executeTakeFirstOrThrow(() => new Problem('unknown-regulation'))
  return { id, ...read(row) }
}

/** Recalls a publication, and says beside its sheet that it counts no more. */
export async function saveRecall(rows: FundRows, networkId: string, regulationId: string, reason: string, { by, at }: Recording) {
  await rows.insertInto('regulation_recalls').values({ regulation_id: regulationId, reason, at, by_id: by }).execute()
    .catch((error: unknown) => { throw isTaken(error, 'regulation_recalls_pkey') ? new Problem('recalled-already') : error })
  await rows.insertInto('notice_recalls').values({ network_id: networkId, regulation_id: regulationId }).execute()
}

/** Publishes a regulation under the next number and hangs it out for the network, with what it offers. */
export async function savePublication(rows: FundRows, networkId: string, publication: Omit<Publication, 'number'>, at: Date) {
  const { hash, fromOn, resolution, regulation } = publication
  const id = newId(at.getTime())
  await rows
    .insertInto('regulations')
    .values(({ selectFrom, fn, lit }) => ({
      id,
      number: selectFrom('regulations').select((of) => of(fn.coalesce(fn.max('number'), lit(0)), '+', 1).as('number')),
      hash, from_on: fromOn, resolution, definition: regulation, published_at: at,
    }))
    .execute()
  await rows.insertInto('notices').values({ network_id: networkId, from_on: fromOn, regulation_id: id, benefits: offeredBy(regulation), hash, definition: regulation }).execute()
}

const COLUMNS = ['number', 'from_on as fromOn', 'hash', 'resolution', 'definition'] as const

/** What was not recalled. */
const standing = (rows: FundRows) => rows.selectFrom('regulations').select(COLUMNS)
  .where(({ not, exists, selectFrom }) => not(exists(selectFrom('regulation_recalls as recall').whereRef('recall.fund_id', '=', 'regulations.fund_id').whereRef('recall.regulation_id', '=', 'regulations.id').select('recall.at'))))

type Row = Pick<Publication, 'number' | 'fromOn' | 'hash'> & { resolution: unknown; definition: unknown }

const read = ({ number, fromOn, hash, resolution, definition }: Row): Publication =>
  ({ number, fromOn, hash, resolution: Resolution.parse(resolution), regulation: readRegulation(hash, definition) })

const REMEMBERED_MAX = 500
const remembered = new Map<string, Regulation>()

/** What is frozen under a hash is read and checked once. */
export function readRegulation(hash: string, definition: unknown): Regulation {
  const known = remembered.get(hash)
  if (known) return known

  const regulation = Regulation.parse(definition)
  if (regulationHash(regulation) !== hash) throw new Error(`the regulation stored under ${hash} is not the one that was published`)
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(hash, regulation)
  return regulation
}

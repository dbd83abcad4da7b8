import type { Day } from '../../plugins/kit/day.ts'
import { Regulation, regulationHash } from '../../plugins/kit/regulation.ts'
import { newId } from '../db/id.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import { offeredBy, Resolution, type Publication } from './publication.ts'

/** Every regulation the fund has published, in the order of their days. */
export async function listPublications(rows: FundRows): Promise<Publication[]> {
  const found = await rows.selectFrom('regulations').select(COLUMNS).orderBy('from_on').execute()
  return found.map(read)
}

/** The regulation in force on a day. */
export async function findPublicationOn(rows: FundRows, day: Day): Promise<Publication> {
  const found = await rows.selectFrom('regulations').select(COLUMNS).where('from_on', '<=', day).orderBy('from_on', 'desc')
    .executeTakeFirstOrThrow(() => new Problem('no-regulation'))
  return read(found)
}

/** The network that a fund belongs to. */
export async function findNetworkOf(rows: FundRows, fundId: string): Promise<string> {
  const { network_id } = await rows.selectFrom('funds').where('id', '=', fundId).select('network_id').executeTakeFirstOrThrow()
  return network_id
}

/** Publishes a regulation and hangs out the notice of what it offers. */
export async function savePublication(rows: FundRows, networkId: string, publication: Publication, at: Date) {
  const { number, hash, fromOn, resolution, regulation } = publication
  const id = newId(at.getTime())
  await rows.insertInto('regulations').values({ id, number, hash, from_on: fromOn, resolution, definition: regulation, published_at: at }).execute()
  await rows.insertInto('notices').values({ network_id: networkId, from_on: fromOn, regulation_id: id, benefits: offeredBy(regulation) }).execute()
}

const COLUMNS = ['number', 'from_on as fromOn', 'hash', 'resolution', 'definition'] as const

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

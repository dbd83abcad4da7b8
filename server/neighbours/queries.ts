import { Neighbour } from '../../plugins/kit/neighbour.ts'
import { newId } from '../db/id.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { NEIGHBOURS_MAX, type KeptNeighbour } from './neighbour.ts'

/** In the order in which they were added. */
export async function listNeighbours(rows: FundRows): Promise<KeptNeighbour[]> {
  const found = await rows.selectFrom('neighbours').select(['id', 'version', 'definition', 'as_guest']).orderBy('id').execute()
  return found.map(({ id, version, definition, as_guest }) => ({ id, version, neighbour: Neighbour.parse(definition), ...(as_guest && { asGuest: true as const }) }))
}

export async function saveNewNeighbour(rows: FundRows, neighbour: Neighbour, { by, at, asGuest }: Recording): Promise<KeptNeighbour> {
  const { count } = await rows.selectFrom('neighbours').select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  if (count >= NEIGHBOURS_MAX) throw new Problem('too-many-neighbours')
  const id = newId(at.getTime())
  await rows.insertInto('neighbours').values({ id, definition: neighbour, version: 1, at, by_id: by, as_guest: asGuest }).execute()
  return { id, version: 1, neighbour, ...(asGuest && { asGuest }) }
}

/** Changes an example person, unless somebody has since the version that was seen. */
export async function saveNeighbour(rows: FundRows, id: string, seen: number, neighbour: Neighbour, { by, at, asGuest }: Recording): Promise<KeptNeighbour> {
  const version = await lockNeighbour(rows, id)
  if (version !== seen) throw new Problem('changed-meanwhile')
  await rows.updateTable('neighbours').set({ definition: neighbour, version: version + 1, at, by_id: by, as_guest: asGuest }).where('id', '=', id).execute()
  return { id, version: version + 1, neighbour }
}

export async function deleteNeighbour(rows: FundRows, id: string) {
  await lockNeighbour(rows, id)
  await rows.deleteFrom('neighbours').where('id', '=', id).execute()
}

async function lockNeighbour(rows: FundRows, id: string): Promise<number> {
  const { version } = await rows.selectFrom('neighbours').select('version').where('id', '=', id).forUpdate().executeTakeFirstOrThrow(() => new Problem('unknown-neighbour'))
  return version
}

import { StandardNeighbour } from '../../plugins/kit/standard-neighbour.ts'
import { tenNeighbours } from '../../plugins/kit/ten-neighbours.ts'
import type { NetworkRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { NetworkNeighbour } from './neighbour.ts'

/** The ten people as the network has them: its own where it changed one, else the standard ones, in their order. */
export async function listNetworkNeighbours(rows: NetworkRows, networkId: string): Promise<NetworkNeighbour[]> {
  const kept = await rows.selectFrom('network_neighbours').where('network_id', '=', networkId).select(['id', 'definition', 'version', 'at', 'by_id']).execute()
  return tenNeighbours.map((standard) => {
    const row = kept.find(({ id }) => id === standard.id)
    if (!row) return { neighbour: standard, version: 0, isOwn: false }
    const changed = { at: row.at, byId: row.by_id }
    return row.definition === null ? { neighbour: standard, version: row.version, isOwn: false, changed } : { neighbour: StandardNeighbour.parse(row.definition), version: row.version, isOwn: true, changed }
  })
}

export async function findNetworkNeighbour(rows: NetworkRows, networkId: string, id: string): Promise<NetworkNeighbour> {
  const found = (await listNetworkNeighbours(rows, networkId)).find(({ neighbour }) => neighbour.id === id)
  if (!found) throw new Problem('unknown-neighbour')
  return found
}

interface Change {
  id: string
  /** The version from which it was changed. */
  seen: number
  /** Absent where the standard one is put back. */
  neighbour?: StandardNeighbour
}

/** Changes one of the ten, or puts the standard one back, unless somebody has changed them since the version that was seen. */
export async function saveNetworkNeighbour(rows: NetworkRows, networkId: string, { id, seen, neighbour }: Change, { by, at }: Recording) {
  if (!tenNeighbours.some((standard) => standard.id === id)) throw new Problem('unknown-neighbour')
  const values = { definition: neighbour ?? null, version: seen + 1, at, by_id: by }
  if (seen === 0) {
    await rows.insertInto('network_neighbours').values({ network_id: networkId, id, ...values }).execute()
      .catch((error: unknown) => { throw isTaken(error, 'network_neighbours_pkey') ? new Problem('changed-meanwhile') : error })
  } else {
    const { numUpdatedRows } = await rows.updateTable('network_neighbours').where('network_id', '=', networkId).where('id', '=', id).where('version', '=', seen).set(values).executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new Problem('changed-meanwhile')
  }
}

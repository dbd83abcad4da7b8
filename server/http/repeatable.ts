import { z } from '@hono/zod-openapi'
import { contentHash } from '../../plugins/kit/canonical.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from './problem.ts'
import type { InFund, Me } from './room.ts'

/** The header of a write that its sender may repeat, since on a poor line an answer can be lost. */
export const RepeatableHeaders = z.object({
  'idempotency-key': z.uuid().describe('Made by the sender for this one act. The same again is done once, and answered with what it made, as that stands by then; the same key with anything else is refused.'),
})

/** A request as it is told from another: who sent what, and under which key. */
export interface Repeatable {
  actorId: string
  key: string
  hash: string
  at: Date
}

export function repeatableIn({ me, now }: InFund & { me: Me }, { method, path }: { method: string; path: string }, key: string, body: unknown): Repeatable {
  return { actorId: me.id, key, hash: contentHash({ method, path, body }), at: now }
}

/**
 * Does the act of a request once, and gives the id of what it made or did something to. Who repeats the request is given the same id, and
 * so an answer of today, whichever version of the program heard it first. All in one transaction, so that neither is kept alone.
 */
export async function once(rows: FundRows, { actorId, key, hash, at }: Repeatable, act: () => Promise<string>): Promise<string> {
  const request = { actor_id: actorId, key, request_hash: hash, made_at: at }
  const first = await rows.insertInto('repeatable_requests').values(request).onConflict((earlier) => earlier.doNothing()).returning('key').executeTakeFirst()
  if (first) {
    const madeId = await act()
    await rows.updateTable('repeatable_requests').set({ made_id: madeId }).where('actor_id', '=', actorId).where('key', '=', key).execute()
    return madeId
  }
  const earlier = await rows.selectFrom('repeatable_requests').where('actor_id', '=', actorId).where('key', '=', key).selectAll().executeTakeFirstOrThrow()
  if (earlier.request_hash !== hash) throw new Problem('key-reused')
  if (earlier.made_id === null) throw new Error('a request is kept with what it made')
  return earlier.made_id
}

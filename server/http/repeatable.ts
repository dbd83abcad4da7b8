import { z } from '@hono/zod-openapi'
import { contentHash } from '../../plugins/kit/canonical.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from './problem.ts'
import type { InFund, Me } from './room.ts'

/** The header of a write that its sender may repeat, since on a poor line an answer can be lost. */
export const RepeatableHeaders = z.object({
  'idempotency-key': z.uuid().describe('Made by the sender for this one act. The same again is answered as it was and done once; the same key with anything else is refused.'),
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

/** Does the work of a request once: who repeats it gets the answer that was given. All in one transaction, so that neither is kept alone. */
export async function once<T>(rows: FundRows, { actorId, key, hash, at }: Repeatable, Answer: z.ZodType<T>, work: () => Promise<T>): Promise<T> {
  const request = { actor_id: actorId, key, request_hash: hash, made_at: at }
  const first = await rows.insertInto('repeatable_requests').values(request).onConflict((earlier) => earlier.doNothing()).returning('key').executeTakeFirst()
  if (first) {
    const answer = await work()
    await rows.updateTable('repeatable_requests').set({ answer }).where('actor_id', '=', actorId).where('key', '=', key).execute()
    return answer
  }
  const earlier = await rows.selectFrom('repeatable_requests').where('actor_id', '=', actorId).where('key', '=', key).selectAll().executeTakeFirstOrThrow()
  if (earlier.request_hash !== hash) throw new Problem('key-reused')
  return Answer.parse(earlier.answer)
}

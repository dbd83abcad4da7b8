import { z } from '@hono/zod-openapi'
import { CleanString } from '../../plugins/kit/text.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { findPublished, saveRecall } from '../regulations/queries.ts'

export const NewRecall = z.strictObject({ reason: CleanString.trim().min(1).max(500) }).openapi('NewRecall')

/** Recalls a publication whose day is still to come. From then on what is in force on that day is what would have been without it. */
export async function recall(rows: FundRows, networkId: string, number: number, { reason }: z.infer<typeof NewRecall>, recording: Recording) {
  const { id, fromOn } = await findPublished(rows, number)
  if (fromOn <= recording.today) throw new Problem('begun-already')
  await saveRecall(rows, networkId, id, reason, recording)
}

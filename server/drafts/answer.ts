import { z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { FundRows } from '../db/scope.ts'
import { ProblemAnswer, PROBLEMS } from '../http/problem.ts'
import type { InFund, Me } from '../http/room.ts'
import { Draft } from './draft.ts'
import { showDraft } from './shown.ts'

const ChangedMeanwhile = ProblemAnswer.pick({ text: true, places: true }).extend({ code: z.literal('changed-meanwhile'), draft: Draft }).openapi('DraftChangedMeanwhile')

/** The answer to an act on a draft that is not what its sender saw. */
export const changedMeanwhile = {
  409: {
    description: '`changed-meanwhile`: somebody has changed or moved on the draft since the version that was seen; `draft` is what stands now. Nothing was done. Otherwise a problem: the draft changes nothing, or was made from what is no longer in force.',
    content: { 'application/json': { schema: ChangedMeanwhile }, 'application/problem+json': { schema: ProblemAnswer } },
  },
}

/** Does something with a draft, and shows what stands then. */
export const acting = <T>({ inFund, me, today }: InFund & { me: Me }, id: string, vocabulary: Vocabulary, work: (rows: FundRows) => Promise<T>) => inFund(async (rows) => {
  const outcome = await work(rows)
  return { outcome, now: await showDraft(rows, id, me, today, vocabulary) }
})

/** What stands now, for one who has changed what stood before. */
export function elsewhere(draft: Draft): z.infer<typeof ChangedMeanwhile> {
  const { th, en } = PROBLEMS['changed-meanwhile']
  return { code: 'changed-meanwhile', text: { th, en }, places: [], draft }
}

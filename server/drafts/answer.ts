import { z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { FundRows } from '../db/scope.ts'
import { ProblemAnswer, PROBLEMS, told, type ProblemCode } from '../http/problem.ts'
import type { InFund, Me } from '../http/room.ts'
import { Draft, DraftStep, mayFollow, type DraftAct, type DraftRow } from './draft.ts'
import { lockDraft } from './queries.ts'
import { showDraft } from './shown.ts'
import { stepsSince } from './steps.ts'

const ChangedMeanwhile = ProblemAnswer.pick({ text: true, places: true }).extend({ code: z.literal('changed-meanwhile'), draft: Draft, since: z.array(DraftStep) }).openapi('DraftChangedMeanwhile')

type Conflict = { [code in ProblemCode]: (typeof PROBLEMS)[code]['status'] extends 409 ? code : never }[ProblemCode]

/** The answers to an act on a draft that is not what its sender saw, or cannot be acted on so. */
export const changedMeanwhile = (...also: Conflict[]) => ({
  409: {
    description: `\`changed-meanwhile\`: somebody has changed or moved on the draft since the version that was seen; \`since\` says who has done what, \`draft\` is what stands now. Nothing was done. ${told(also)}`.trimEnd(),
    content: { 'application/json': { schema: ChangedMeanwhile }, 'application/problem+json': { schema: ProblemAnswer } },
  },
})

type Answered = { now: Draft; meanwhile?: undefined } | { now?: undefined; meanwhile: z.infer<typeof ChangedMeanwhile> }

/** Does something with a draft, and shows what stands then. */
export const acting = ({ inFund, me, today }: InFund & { me: Me }, id: string, vocabulary: Vocabulary, work: (rows: FundRows) => Promise<void>): Promise<Draft> => inFund(async (rows) => {
  await work(rows)
  return showDraft(rows, id, me, today, vocabulary)
})

/** The same for what is done to the version of a draft that was seen: where that is not the draft's any more, or the act cannot follow, nothing is done, and it is told who has done what since. */
export const changing = ({ inFund, me, today }: InFund & { me: Me }, id: string, { act, version: seen }: { act: DraftAct; version: number }, vocabulary: Vocabulary, work: (rows: FundRows, draft: DraftRow) => Promise<void>): Promise<Answered> => inFund(async (rows) => {
  const locked = await lockDraft(rows, id)
  const isAsSeen = mayFollow(act, locked.state) && locked.version === seen
  if (isAsSeen) await work(rows, locked)
  const draft = await showDraft(rows, id, me, today, vocabulary)
  if (isAsSeen) return { now: draft }
  const { th, en } = PROBLEMS['changed-meanwhile']
  return { meanwhile: { code: 'changed-meanwhile', text: { th, en }, places: [], draft, since: await stepsSince(rows, id, seen, me.id, vocabulary) } }
})

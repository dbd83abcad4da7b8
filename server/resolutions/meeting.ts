import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { DRAFT_SOURCE, resourced } from '../../plugins/kit/draft.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { FundRows } from '../db/scope.ts'
import { mayFollow, type DraftRow } from '../drafts/draft.ts'
import { seenVersion } from '../drafts/drafting.ts'
import { lockDraft, saveDraft } from '../drafts/queries.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { Me } from '../http/room.ts'
import { MeetingResolution } from '../regulations/publication.ts'
import { object } from './objecting.ts'

export const NewMeeting = z.strictObject({ resolution: MeetingResolution, ...seenVersion }).openapi('NewDraftMeeting')
type NewMeeting = z.infer<typeof NewMeeting>

/**
 * Puts a draft to a meeting, unless it changes nothing, does not hold together, or was made from what is no longer in force. It stands
 * still from then on, and the meeting's resolution is the source of what it has set.
 */
export async function meet(rows: FundRows, draft: DraftRow, { resolution }: NewMeeting, me: Me, vocabulary: Vocabulary, recording: Recording): Promise<void> {
  await object('put-to-meeting', { rows, draft, fromOn: draft.fromOn, me, vocabulary, recording })
  if (resolution.votes && resolution.heldOn > recording.today) throw new BadInput('resolution.votes', { th: 'ยังไม่ถึงวันประชุม จึงยังไม่มีคะแนนเสียง', en: 'the meeting is still to come: nobody has voted yet' })
  await saveDraft(rows, { ...draft, state: 'at-meeting', resolution, regulation: resourced(draft.regulation, DRAFT_SOURCE, sourceOf(resolution)) }, { act: 'put-to-meeting' }, recording)
}

/** Takes a draft back from the meeting, which wants it otherwise. */
export async function takeBack(rows: FundRows, draftId: string, recording: Recording) {
  const draft = await lockDraft(rows, draftId)
  if (!mayFollow('take-back', draft.state) || !draft.resolution) throw new Problem('draft-elsewhere')
  await saveDraft(rows, { ...draft, state: 'drafting', resolution: undefined, regulation: resourced(draft.regulation, sourceOf(draft.resolution), DRAFT_SOURCE) }, { act: 'taken-back' }, recording)
}

export async function withdraw(rows: FundRows, draftId: string, recording: Recording) {
  const draft = await lockDraft(rows, draftId)
  if (!mayFollow('withdraw', draft.state)) throw new Problem('draft-elsewhere')
  await saveDraft(rows, { ...draft, state: 'withdrawn' }, { act: 'withdrawn' }, recording)
}

const sourceOf = ({ number }: MeetingResolution) => `มติที่ประชุม ครั้งที่ ${number}`

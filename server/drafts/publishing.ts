import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { Day } from '../../plugins/kit/day.ts'
import { changedTerms } from '../../plugins/kit/draft.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { Me } from '../http/room.ts'
import type { Publication } from '../regulations/publication.ts'
import { listPublications, savePublication } from '../regulations/queries.ts'
import { mayFollow, objectionTo, type DraftEvent, type DraftRow, type Standing } from './draft.ts'
import { checkDay, errorsIn, isAsSeen, putToMeeting, type NewMeeting } from './drafting.ts'
import { listDraftEvents, lockDraft, saveDraft } from './queries.ts'

/** The day from which a draft is put in force: the one it was made for, or a later one. */
export const NewPublication = z.strictObject({ fromOn: Day }).openapi('NewPublication')

/** Puts a draft to a meeting, unless it changes nothing, does not hold together, or was made from what is no longer in force. */
export async function meet(rows: FundRows, draftId: string, meeting: NewMeeting, me: Me, vocabulary: Vocabulary, recording: Recording): Promise<'changed' | 'elsewhere'> {
  const draft = await lockDraft(rows, draftId)
  if (!isAsSeen(draft, 'put-to-meeting', meeting.version)) return 'elsewhere'
  await object('put-to-meeting', { rows, draft, fromOn: draft.fromOn, me, vocabulary, recording })
  await putToMeeting(rows, draft, meeting, recording)
  return 'changed'
}

/** Puts in force what the meeting has resolved: by somebody who has not written in it, from the draft's day or a later one. */
export async function publish(rows: FundRows, draftId: string, networkId: string, { fromOn }: z.infer<typeof NewPublication>, me: Me, vocabulary: Vocabulary, recording: Recording) {
  const draft = await lockDraft(rows, draftId)
  if (!mayFollow('publish', draft.state) || !draft.resolution) throw new Problem('draft-elsewhere')
  const publications = await object('publish', { rows, draft, fromOn, me, vocabulary, recording })
  if (fromOn < draft.fromOn) throw new BadInput('fromOn', { th: 'ร่างนี้ทำไว้ให้ใช้ตั้งแต่วันหลังจากนั้น', en: 'the draft was made for a later day' })
  if (publications.some((each) => each.fromOn === fromOn)) throw new BadInput('fromOn', { th: 'มีระเบียบที่เริ่มใช้วันนั้นแล้ว เลือกวันถัดไป', en: 'a regulation begins on that day already: choose a later one' })
  checkDay(fromOn, publications, recording.today)

  const { hash, regulation, resolution } = draft
  const title = { th: `มติที่ประชุม ครั้งที่ ${resolution.number}`, en: `Resolution of meeting ${resolution.number}` }
  await savePublication(rows, networkId, { number: publications.length + 1, fromOn, hash, resolution: { ...resolution, title }, regulation }, recording.at)
  await saveDraft(rows, { ...draft, state: 'published' }, { act: 'published' }, recording)
}

interface Acting {
  rows: FundRows
  draft: DraftRow
  fromOn: Day
  me: Me
  vocabulary: Vocabulary
  recording: Recording
}

/** Throws what speaks against an act; gives the publications it was held against. */
async function object(act: 'put-to-meeting' | 'publish', { rows, draft, fromOn, me, vocabulary, recording }: Acting): Promise<Publication[]> {
  const publications = await listPublications(rows)
  const errors = errorsIn(draft.regulation, vocabulary)
  const standing = standingOf(draft, await listDraftEvents(rows, draft.id), { isSound: errors.length === 0, inForce: inForceOn(publications, fromOn) })
  const objection = objectionTo(act, standing, me, recording.today)
  if (objection) throw new Problem(objection, objection === 'draft-unsound' ? errors : [])
  return publications
}

export const standingOf = ({ state, baseHash, resolution, regulation, origin, fromOn }: DraftRow, events: readonly DraftEvent[], found: Pick<Standing, 'isSound' | 'inForce'>): Standing =>
  ({ state, baseHash, resolution, events, isChanged: changedTerms(regulation, origin, fromOn).length > 0, ...found })

import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { Day, formatDay } from '../../plugins/kit/day.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { Votes } from '../../plugins/kit/votes.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { Me } from '../http/room.ts'
import { mayFollow } from '../drafts/draft.ts'
import { checkDay } from '../drafts/drafting.ts'
import { lockDraft, saveDraft } from '../drafts/queries.ts'
import { savePublication } from '../regulations/queries.ts'
import { object } from './objecting.ts'

/** The day from which a draft is put in force: the one it was made for, or a later one. How the meeting voted, where that was not said before. */
export const NewPublication = z.strictObject({ fromOn: Day, votes: Votes.optional(), isRetroactive: z.literal(true).optional() }).openapi('NewPublication')
type NewPublication = z.infer<typeof NewPublication>

/** Puts in force what the meeting has resolved: by somebody who has not written in it, from the draft's day or a later one. */
export async function publish(rows: FundRows, draftId: string, networkId: string, { fromOn, votes, isRetroactive }: NewPublication, me: Me, vocabulary: Vocabulary, recording: Recording) {
  const found = await lockDraft(rows, draftId)
  if (!mayFollow('publish', found.state) || !found.resolution) throw new Problem('draft-elsewhere')
  const resolution = { ...found.resolution, ...(votes && { votes }), ...(isRetroactive && { isRetroactive }) }
  const draft = { ...found, resolution }
  const publications = await object('publish', { rows, draft, fromOn, me, vocabulary, recording })
  if (fromOn < draft.fromOn) throw new BadInput('fromOn', { th: 'ร่างนี้ทำไว้ให้ใช้ตั้งแต่วันหลังจากนั้น', en: 'the draft was made for a later day' })
  if (fromOn < resolution.heldOn && !resolution.isRetroactive) throw new BadInput('fromOn', { th: `วันเริ่มใช้อยู่ก่อนวันประชุม (${formatDay(resolution.heldOn, 'th', 'long')}) เลือกวันหลังประชุม หรือระบุว่าที่ประชุมให้ใช้ย้อนหลัง`, en: `it would begin before the meeting (${formatDay(resolution.heldOn, 'en', 'long')}): choose a later day, or say that the meeting let it begin before` })
  if (publications.some((each) => each.fromOn === fromOn)) throw new BadInput('fromOn', { th: 'มีระเบียบที่เริ่มใช้วันนั้นแล้ว เลือกวันถัดไป', en: 'a regulation begins on that day already: choose a later one' })
  checkDay(fromOn, publications, recording.today)

  const { hash, regulation } = draft
  const title = { th: `มติที่ประชุม ครั้งที่ ${resolution.number}`, en: `Resolution of meeting ${resolution.number}` }
  await savePublication(rows, networkId, { fromOn, hash, resolution: { ...resolution, title }, regulation }, recording.at)
  await saveDraft(rows, { ...draft, state: 'published' }, { act: 'published' }, recording)
}

import type { Day } from '../../plugins/kit/day.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import type { FundRows } from '../db/scope.ts'
import { objectionTo, standingOf, type DraftRow } from '../drafts/draft.ts'
import { errorsIn } from '../drafts/drafting.ts'
import { listDraftEvents } from '../drafts/queries.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { Me } from '../http/room.ts'
import { listSurprised } from '../neighbours/surprised.ts'
import type { Publication } from '../regulations/publication.ts'
import { listPublications } from '../regulations/queries.ts'

interface Acting {
  rows: FundRows
  draft: DraftRow
  fromOn: Day
  me: Me
  vocabulary: Vocabulary
  recording: Recording
}

/** Throws what speaks against an act; gives the publications it was held against. */
export async function object(act: 'put-to-meeting' | 'publish', { rows, draft, fromOn, me, vocabulary, recording }: Acting): Promise<Publication[]> {
  const publications = await listPublications(rows)
  const errors = errorsIn(draft.regulation, vocabulary)
  const surprised = act === 'put-to-meeting' && errors.length === 0 ? await listSurprised(rows, draft, vocabulary) : []
  const standing = standingOf(draft, await listDraftEvents(rows, draft.id), { isSound: errors.length === 0, surprises: surprised.length > 0, inForce: inForceOn(publications, fromOn) })
  const objection = objectionTo(act, standing, me, recording.today)
  if (objection) throw new Problem(objection, objection === 'draft-unsound' ? errors : objection === 'draft-neighbours' ? surprised : [])
  return publications
}

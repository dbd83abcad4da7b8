import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { newId } from '../db/id.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { membershipsOf } from '../members/status.ts'
import { findBooks, findClaimant } from './books.ts'
import type { NewClaim } from './claim.ts'
import { hear, placesOf } from './judging.ts'
import { saveClaim } from './queries.ts'

/** Takes in a request with its verdict, whatever that is, as long as nothing is missing; gives the claim's id. */
export async function submit(rows: FundRows, asked: NewClaim, recording: Recording, vocabulary: Vocabulary): Promise<string> {
  const { memberId, benefitId, answers, claimedOn = recording.today } = asked
  if (claimedOn > recording.today) throw new BadInput('claimedOn', { th: 'วันที่ยังมาไม่ถึง', en: 'this day is still to come' })
  const { householdId } = await findClaimant(rows, memberId)
  const books = await findBooks(rows, { memberId, householdId })
  if (membershipsOf(books.member.statuses).length === 0) throw new Problem('not-a-member')
  const heard = await hear(books, { benefitId, answers, claimedOn }, vocabulary)
  if (heard.verdict.outcome === 'incomplete') throw new Problem('claim-incomplete', placesOf(heard, heard.verdict.missing, vocabulary))

  const id = newId(recording.at.getTime())
  await saveClaim(rows, id, asked, heard, recording)
  return id
}

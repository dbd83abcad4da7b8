import { BadInput } from '../../plugins/kit/bad-input.ts'
import { befallsMember } from '../../plugins/kit/pack.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf } from '../../plugins/kit/regulation.ts'
import { newId } from '../db/id.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { membershipsOf } from '../members/status.ts'
import { findBooks, findClaimant } from './books.ts'
import type { NewClaim } from './claim.ts'
import { hear, placesOf, type Heard } from './judging.ts'
import { saveClaim } from './queries.ts'

/** Takes in a request with its verdict, whatever that is, as long as nothing is missing; gives the claim's id. */
export async function submit(rows: FundRows, asked: NewClaim, recording: Recording, vocabulary: Vocabulary): Promise<string> {
  const { memberId, benefitId, answers, subject, claimedOn = recording.today } = asked
  if (claimedOn > recording.today) throw new BadInput('claimedOn', { th: 'วันที่ยังมาไม่ถึง', en: 'this day is still to come' })
  const { householdId } = await findClaimant(rows, memberId)
  const books = await findBooks(rows, { memberId, householdId })
  if (membershipsOf(books.member.statuses).length === 0) throw new Problem('not-a-member')
  const heard = await hear(books, { benefitId, answers, claimedOn }, vocabulary)
  checkSubject(heard, subject)
  if (heard.verdict.outcome === 'incomplete') throw new Problem('claim-incomplete', placesOf(heard, heard.verdict.missing, vocabulary))

  const id = newId(recording.at.getTime())
  await saveClaim(rows, id, asked, heard, recording)
  return id
}

/** One event is one claim for each person whom it befell: somebody else than the member is always named, and the member never. */
function checkSubject({ publication: { regulation }, judgedFrom }: Heard, subject: NewClaim['subject']) {
  const isMembers = benefitsOf(regulation).some(({ benefit }) => benefit.id === judgedFrom.benefitId && befallsMember(benefit))
  if (isMembers && subject) throw new BadInput('subject', { th: 'สวัสดิการนี้เกิดกับสมาชิกเอง ไม่ต้องบอกว่าเกิดกับใคร', en: 'this befalls the member, nobody else' })
  if (!isMembers && !subject) throw new BadInput('subject', { th: 'บอกชื่อว่าเหตุเกิดกับใคร', en: 'say whom it happened to' })
}

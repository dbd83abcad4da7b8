import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { Satang } from '../../plugins/kit/money.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { Me } from '../http/room.ts'
import { fullName } from '../members/member.ts'
import { lockMember } from '../members/queries.ts'
import { MemberResolution } from '../members/status.ts'
import { findBooks } from './books.ts'
import { findCertified } from './certification.ts'
import { mayFollow, objectionTo, Reason } from './claim.ts'
import { agreesWith, Finding, findingOf, isSameFinding } from './finding.ts'
import { hear, placesOf, type Heard } from './judging.ts'
import { addCharges, chargesOf, lockCounter, usesOf, type Charge, type Holders } from './limit-counter.ts'
import { lockClaim, saveDecision } from './queries.ts'

const decided = {
  resolution: MemberResolution,
  /** What the rules gave when the decider looked: where they give something else by now, nothing is decided. */
  seen: Finding,
}

/** What the committee resolved (ผลการพิจารณา). Against the verdict it takes a reason, as every refusal does. */
export const NewDecision = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('approved'), amountSatang: Satang, reason: Reason.optional(), ...decided }),
  z.strictObject({ outcome: z.literal('refused'), reason: Reason, ...decided }),
]).openapi('NewDecision')
export type NewDecision = z.infer<typeof NewDecision>

/**
 * Decides a claim. The claim, the member and the counters of the limits are locked in this order, then the rules are asked again;
 * `changed` when they no longer give what the decider saw, and nothing was decided.
 */
export async function decide(rows: FundRows, claimId: string, input: NewDecision, me: Me, recording: Recording, vocabulary: Vocabulary): Promise<'decided' | 'changed'> {
  const claim = await lockClaim(rows, claimId)
  if (!mayFollow('decide', claim.state)) throw new Problem('claim-elsewhere')
  checkDay(input, claim.claimedOn, recording)
  const member = await lockMember(rows, claim.memberId)
  const objection = objectionTo({ ...claim, ...await findCertified(rows, claimId), member: { name: fullName(member) } }, me)
  if (objection) throw new Problem(objection)

  const holders = { memberId: member.id, householdId: member.household_id }
  const asked = { ...claim.judgedFrom, decidedOn: input.resolution.heldOn }
  const ask = async () => hear(await findBooks(rows, holders), asked, vocabulary)
  await lockCounters(rows, chargesOf((await ask()).verdict, {}, holders))
  const heard = await ask()
  if (!isSameFinding(findingOf(heard.verdict), input.seen)) return 'changed'

  if (heard.verdict.outcome === 'incomplete' && input.outcome === 'approved') throw new Problem('claim-incomplete', placesOf(heard, heard.verdict.missing, vocabulary))
  await settle(rows, claimId, input, heard, holders, recording)
  return 'decided'
}

async function settle(rows: FundRows, claimId: string, input: NewDecision, heard: Heard, holders: Holders, recording: Recording) {
  const amountSatang = input.outcome === 'approved' ? input.amountSatang : 0
  const agrees = agreesWith(findingOf(heard.verdict), { outcome: input.outcome, amountSatang })
  if (!agrees && input.reason === undefined) throw new BadInput('reason', { th: 'มติต่างจากผลตรวจตามระเบียบ ต้องบอกเหตุผล', en: 'a resolution against the verdict needs its reason' })

  const uses = input.outcome === 'approved' ? usesOf(heard.verdict, amountSatang) : {}
  await saveDecision(rows, claimId, { outcome: input.outcome, amountSatang, reason: input.reason, resolution: input.resolution, uses, heard, householdId: holders.householdId }, recording)
  if (input.outcome === 'approved') await addCharges(rows, claimId, chargesOf(heard.verdict, uses, holders), { mayExceed: !agrees })
}

function checkDay({ resolution: { heldOn } }: NewDecision, claimedOn: string, { today }: Recording) {
  if (heldOn > today) throw new BadInput('resolution.heldOn', { th: 'วันที่ยังมาไม่ถึง', en: 'this day is still to come' })
  if (heldOn < claimedOn) throw new BadInput('resolution.heldOn', { th: 'ประชุมก่อนวันที่ยื่นคำขอ', en: 'the meeting was before the request' })
}

async function lockCounters(rows: FundRows, charges: readonly Charge[]) {
  for (const charge of charges) await lockCounter(rows, charge)
}

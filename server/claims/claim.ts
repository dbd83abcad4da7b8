import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import type { Explanation } from '../../plugins/kit/explain.ts'
import { Satang } from '../../plugins/kit/money.ts'
import { Category } from '../../plugins/kit/pack.ts'
import { CleanString, Text } from '../../plugins/kit/text.ts'
import { Id, Value } from '../../plugins/kit/value.ts'
import type { Verdict } from '../../plugins/kit/verdict.ts'
import type { Way } from '../../plugins/kit/way.ts'
import { may, type FundPermission } from '../http/permission.ts'
import { PROBLEMS } from '../http/problem.ts'
import { declared, type Me } from '../http/room.ts'
import { MemberResolution } from '../members/status.ts'
import { nameBeginnings } from '../members/search-key.ts'
import { Finding } from './finding.ts'

export const ClaimState = z.enum(['submitted', 'approved', 'refused', 'paid', 'reversed'])
export type ClaimState = z.infer<typeof ClaimState>

export const Reason = CleanString.trim().min(1).max(500)
const name = CleanString.trim().min(1).max(160)

/** Somebody other than the member: who they are, and what to the member. */
export const Party = z.strictObject({ name, relation: CleanString.trim().min(1).max(60) }).openapi('Party')
export type Party = z.infer<typeof Party>

const parties = {
  /** Whom the event befell, where the benefit is not for what happens to the member. Absent: the member. */
  subject: Party.optional(),
  /** Who asks. Absent: the member. */
  applicant: Party.optional(),
  /** Who is to be paid. Absent: the member. */
  payee: Party.optional(),
}

/** A request for a benefit (แบบคำขอรับสวัสดิการ). Answers are keyed by fact: money is satang, a day YYYY-MM-DD (CE). */
export const NewClaim = z.strictObject({
  memberId: z.uuid(),
  benefitId: Id,
  answers: z.record(Id, Value).refine((answers) => Object.keys(answers).length <= 200, 'at most 200 answers'),
  /** The day on which the request was handed in. Absent: today. */
  claimedOn: Day.optional(),
  ...parties,
}).openapi('NewClaim')
export type NewClaim = z.infer<typeof NewClaim>

export const InWords = declared<Explanation>('ClaimExplanation', 'What a slip shows and prints, in one language; as in the answer of `/verdicts`.')

export const KeptVerdict = declared<Verdict>('ClaimVerdict', 'What the rules say (ผลตรวจตามระเบียบ), as in the answer of `/verdicts`.')

/** What the rules say of a claim, and that in words. */
const Told = z.strictObject({
  finding: Finding,
  verdict: KeptVerdict,
  way: declared<Way>('ClaimWay', 'The nearest way to yes, as in the answer of `/verdicts`.').optional(),
  explanation: z.strictObject({ th: InWords, en: InWords }),
}).openapi('ToldVerdict')
export type Told = z.infer<typeof Told>

export const ClaimAct = z.enum(['certify', 'decide', 'pay', 'reverse'])
export type ClaimAct = z.infer<typeof ClaimAct>

export const Outcome = z.enum(['approved', 'refused'])

const Listed = z.strictObject({
  id: z.uuid(),
  number: z.string().describe('Its number in the Buddhist year in which it was handed in, as its paper form bears it: "12/2569".'),
  member: z.strictObject({ id: z.uuid(), number: z.string(), name: z.string() }),
  benefit: z.strictObject({ id: Id, category: Category, title: Text }),
  eventOn: Day,
  claimedOn: Day,
  subject: Party.optional(),
  state: ClaimState,
  /** What the rules said when it was handed in. */
  finding: Finding,
  /** What was resolved, once something was. */
  resolved: z.strictObject({ outcome: Outcome, amountSatang: Satang, resolution: MemberResolution }).optional(),
})
export const ListedClaim = Listed.openapi('ListedClaim')
export type ListedClaim = z.infer<typeof ListedClaim>

/** Who did what to a claim, and when. */
export const ClaimEvent = z.strictObject({ act: ClaimState, reason: z.string().optional(), at: z.iso.datetime(), by: z.string().describe('What they are called.') }).openapi('ClaimEvent')
export type KeptEvent = Omit<z.infer<typeof ClaimEvent>, 'by'> & { byId: string }

const Decision = z.strictObject({ outcome: Outcome, amountSatang: Satang, reason: z.string().optional(), resolution: MemberResolution, finding: Finding, decidedAt: z.iso.datetime(), decidedBy: z.uuid() })
export type Decision = z.infer<typeof Decision>

const Payment = z.strictObject({ voucherNumber: z.string(), payee: z.string(), amountSatang: Satang, paidOn: Day })
export type Payment = z.infer<typeof Payment>

/** Who of the centre has signed for it. */
const Certification = z.strictObject({ name: z.string(), at: z.iso.datetime(), byId: z.uuid() })
export type Certification = z.infer<typeof Certification>

/**
 * A claim with all that became of it. `current` is what the rules say today, while it waits, and `notJudged` why they cannot; `asDecided`, what they
 * said when people decided; `can`, what the reader may do next, and `cannot`, what their role allows but something else forbids.
 */
export const Claim = Listed.omit({ resolved: true }).extend({
  ...parties,
  regulation: z.strictObject({ number: z.int().min(1), fromOn: Day, hash: z.string() }),
  enteredBy: z.uuid(),
  answers: z.record(Id, Value),
  asJudged: Told,
  current: Told.optional(),
  asDecided: Told.optional(),
  notJudged: Text.optional(),
  certifications: z.array(Certification),
  certifiersNeeded: z.int().min(0),
  decision: Decision.optional(),
  payment: Payment.optional(),
  /** Why its approval was taken back, where it was. */
  takenBack: z.string().optional(),
  can: z.array(ClaimAct),
  cannot: z.array(z.strictObject({ act: ClaimAct, why: Text })),
}).openapi('Claim')
export type Claim = z.infer<typeof Claim>

/** What of a claim says who may do what with it. */
export interface Standing extends Pick<Claim, 'state' | 'enteredBy' | 'applicant' | 'payee' | 'certifiersNeeded'> {
  member: { name: string }
  certifications: readonly { name: string }[]
}

const ACTS: Record<ClaimAct, { permission: FundPermission; from: readonly ClaimState[] }> = {
  certify: { permission: 'claims:certify', from: ['submitted'] },
  decide: { permission: 'claims:decide', from: ['submitted'] },
  pay: { permission: 'claims:pay', from: ['approved'] },
  reverse: { permission: 'claims:reverse', from: ['approved', 'paid'] },
}

export const mayFollow = (act: ClaimAct, state: ClaimState) => ACTS[act].from.includes(state)

/** Whether somebody by this name asks, gets the money, or is the member. Who is who is told by names, since neither applicant nor payee need be in any register. */
export const isParty = ({ member, applicant, payee }: Pick<Standing, 'member' | 'applicant' | 'payee'>, name: string) =>
  [member, applicant, payee].some((party) => party !== undefined && isName(party.name, name))

/** Whether two names may be one person's: the same without tone marks and spaces, or the same behind a title. */
function isName(one: string, other: string): boolean {
  const others = nameBeginnings(other)
  return nameBeginnings(one).some((key) => others.includes(key))
}

/** What keeps a decision from somebody whose role allows it. */
export function objectionTo(claim: Standing, me: Pick<Me, 'id' | 'name'>): 'own-claim' | 'not-certified' | undefined {
  if (claim.enteredBy === me.id || isParty(claim, me.name)) return 'own-claim'
  return isCertified(claim) ? undefined : 'not-certified'
}

const isCertified = ({ certifications, certifiersNeeded }: Standing) => certifications.length >= certifiersNeeded

const UNTIL_JUDGED: Text = { th: 'พิจารณาได้เมื่อคิดตามระเบียบได้อีกครั้ง', en: 'It can be decided once it can be judged by the rules again.' }

/** What somebody may do next with a claim, and what only something else than their role keeps them from. */
export function nextActs(claim: Standing & Pick<Claim, 'notJudged'>, me: Pick<Me, 'id' | 'name' | 'roles'>): Pick<Claim, 'can' | 'cannot'> {
  const allowed = ClaimAct.options.filter((act) => mayFollow(act, claim.state) && may(me, ACTS[act].permission) && !(act === 'certify' && isCertified(claim)))
  const objection = allowed.includes('decide') ? objectionTo(claim, me) : undefined
  if (objection === undefined && claim.notJudged === undefined) return { can: allowed, cannot: [] }
  const { th, en } = objection ? PROBLEMS[objection] : UNTIL_JUDGED
  return { can: allowed.filter((act) => act !== 'decide'), cannot: allowed.includes('decide') ? [{ act: 'decide', why: { th, en } }] : [] }
}

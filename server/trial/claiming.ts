import { addDays, type Day } from '../../plugins/kit/day.ts'
import { explain } from '../../plugins/kit/explain.ts'
import { formatAmount } from '../../plugins/kit/money.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { ENDLESS } from '../../plugins/kit/verdict.ts'
import type { Books } from '../claims/books.ts'
import { agreesWith, findingOf } from '../claims/finding.ts'
import { hear, type Asked, type Heard } from '../claims/judging.ts'
import { afterCharge, chargesOf, usesOf, type Charge, type Counted, type Holders } from '../claims/limit-counter.ts'
import type { Publication } from '../regulations/publication.ts'
import { paymentOf, type Course } from './course.ts'
import type { Chance } from './chance.ts'
import { fillForm } from './form.ts'
import type { Happening } from './happenings.ts'
import type { Person } from './households.ts'
import { meetingFrom, type Meeting, type SampleTime } from './sample-time.ts'

/** Somebody of a household, with their course and what befell them. */
export interface Claimant {
  memberId: string
  person: Person
  course: Course
  happenings: readonly Happening[]
}

/** A claim with all that became of it. */
export interface SampleClaim extends Heard {
  id: string
  memberId: string
  happening: Happening
  enteredAt: Date
  decision?: SampleDecision
  paidAt?: Date
}

interface SampleDecision {
  judged: Heard
  outcome: 'approved' | 'refused'
  amountSatang: number
  reason?: string
  meeting: Meeting
  decidedAt: Date
  uses: Record<string, number>
  charges: (Charge & { beyond: number })[]
}

export interface SampleCounter extends Counted {
  charge: Charge
}

/** What a household has asked for, and the counters of its limits. */
export interface SampleClaims {
  claims: SampleClaim[]
  counters: Map<string, SampleCounter>
}

interface Setting {
  householdId: string
  publications: readonly Publication[]
  time: SampleTime
  vocabulary: Vocabulary
}

interface Step {
  at: Date
  take: () => Promise<void>
}

/**
 * Lets a household ask for what is due to it, and the committee decide, one thing after another as it happened: every claim is judged
 * by the kit from what the books said at that moment, once when it is handed in and once when it is decided.
 */
export async function claimAlong(chance: Chance, claimants: readonly Claimant[], setting: Setting): Promise<SampleClaims> {
  const done: SampleClaims = { claims: [], counters: new Map() }
  const steps: Step[] = claimants.flatMap((claimant) => claimant.happenings.flatMap((happening) => {
    const asked = fillForm(setting.publications, happening)
    if (!asked || happening.claimedOn > setting.time.lastOn) return []
    const at = chance.moment(happening.claimedOn)
    return [{ at, take: async () => submit(chance, done, { claimant, happening, asked, at }, setting, steps) }]
  }))
  for (let step = takeFirst(steps); step; step = takeFirst(steps)) await step.take()
  return done
}

function takeFirst(steps: Step[]): Step | undefined {
  const first = steps.reduce<Step | undefined>((earliest, step) => (earliest && earliest.at <= step.at ? earliest : step), undefined)
  if (first) steps.splice(steps.indexOf(first), 1)
  return first
}

interface Request {
  claimant: Claimant
  happening: Happening
  asked: Asked
  at: Date
}

async function submit(chance: Chance, done: SampleClaims, { claimant, happening, asked, at }: Request, setting: Setting, steps: Step[]) {
  const books = booksAt(at, claimant, done, setting)
  if (books.member.statuses.every(({ memberFromOn }) => memberFromOn === undefined)) return
  const judged = await hear(books, asked, setting.vocabulary)
  const { outcome } = judged.verdict
  if (outcome === 'incomplete' || (outcome === 'ineligible' && happening.isProposed && !chance.happens(0.02)) || isAgain(done, claimant, asked, judged, happening)) return
  const claim: SampleClaim = { id: chance.id(at), memberId: claimant.memberId, happening, enteredAt: at, ...judged }
  done.claims.push(claim)

  const meeting = meetingFrom(setting.time, addDays(happening.claimedOn, 1))
  if (!meeting) return
  const decidedAt = new Date(Date.parse(`${meeting.heldOn}T07:00:00Z`) + chance.whole(0, 7200) * 1000)
  steps.push({ at: decidedAt, take: async () => decide(chance, done, { claim, claimant, asked, meeting, decidedAt }, setting) })
}

/** Whether the same was asked for before and not refused. */
const isAgain = ({ claims }: SampleClaims, { memberId }: Claimant, { benefitId }: Asked, { eventOn }: Heard, { subject }: Happening) =>
  claims.some((claim) => claim.memberId === memberId && claim.judgedFrom.benefitId === benefitId && claim.eventOn === eventOn && claim.happening.subject?.name === subject?.name)

interface AtMeeting {
  claim: SampleClaim
  claimant: Claimant
  asked: Asked
  meeting: Meeting
  decidedAt: Date
}

async function decide(chance: Chance, done: SampleClaims, { claim, claimant, asked, meeting, decidedAt }: AtMeeting, setting: Setting) {
  const judged = await hear(booksAt(decidedAt, claimant, done, setting), { ...asked, decidedOn: meeting.heldOn }, setting.vocabulary)
  const { memberId } = claimant
  const holders: Holders = { memberId, householdId: setting.householdId }
  const resolved = resolve(chance, judged, setting)
  const uses = resolved.outcome === 'approved' ? usesOf(judged.verdict, resolved.amountSatang) : {}
  for (const charge of chargesOf(judged.verdict, {}, holders)) counterOf(done, charge)

  const mayExceed = !agreesWith(findingOf(judged.verdict), resolved)
  const charges = resolved.outcome === 'approved' ? chargesOf(judged.verdict, uses, holders).map((charge) => ({ ...charge, beyond: take(counterOf(done, charge), charge, mayExceed) })) : []
  claim.decision = { judged, ...resolved, meeting, decidedAt, uses, charges }
  const isLatest = meeting === setting.time.meetings.at(-1)
  const paidOn = addDays(meeting.heldOn, chance.whole(1, isLatest ? 50 : 14))
  if (resolved.outcome === 'approved' && paidOn <= setting.time.lastOn) claim.paidAt = chance.moment(paidOn)
}

/** The counter of a limit, made where it is missing, as when it is locked. */
function counterOf({ counters }: SampleClaims, charge: Charge): SampleCounter {
  const key = `${charge.limitId} ${charge.holderId} ${charge.spanFromOn}`
  const counter = counters.get(key) ?? { charge, used: 0, allowed: 0, by_resolution: 0 }
  counters.set(key, counter)
  return counter
}

function take(counter: SampleCounter, charge: Charge, mayExceed: boolean): number {
  const { beyond, counted } = afterCharge(counter, charge, { mayExceed })
  Object.assign(counter, counted)
  return beyond
}

type Resolved = Pick<SampleDecision, 'outcome' | 'amountSatang' | 'reason'>

/** What the committee resolves: nearly always what the verdict says. */
function resolve(chance: Chance, { verdict, publication }: Heard, { vocabulary }: Setting): Resolved {
  const { outcome, lowSatang, highSatang } = findingOf(verdict)
  if (outcome === 'judgement') {
    const most = highSatang === ENDLESS ? lowSatang * 3 : highSatang
    return { outcome: 'approved', amountSatang: lowSatang + Math.round((most - lowSatang) * chance.pick([0, 0.25, 0.5, 0.5, 1]) / 10_000) * 10_000 }
  }
  if (outcome === 'eligible' && !chance.happens(0.006)) return { outcome: 'approved', amountSatang: lowSatang }
  if (outcome === 'eligible') return { outcome: 'refused', amountSatang: 0, reason: 'เอกสารไม่ครบ ขอแล้วไม่ได้นำมาแสดง' }
  if (verdict.outcome === 'ineligible' && chance.happens(0.05)) {
    const amountSatang = chance.pick([30_000, 50_000])
    return { outcome: 'approved', amountSatang, reason: `ที่ประชุมเห็นความจำเป็น ให้ช่วย ${formatAmount(amountSatang)} บาทเป็นกรณีพิเศษ` }
  }
  const { clause, reasons } = explain(verdict, publication.regulation, 'th', { vocabulary })
  return { outcome: 'refused', amountSatang: 0, reason: [clause, ...reasons.map(({ sentence }) => sentence)].filter((part) => part !== undefined).join(' ').slice(0, 500) || 'ไม่เข้าเกณฑ์ตามระเบียบ' }
}

/** What the books said of a member and their household at a moment. */
function booksAt(moment: Date, { memberId, person, course }: Claimant, { claims }: SampleClaims, { publications }: Setting): Books {
  const granted = claims.filter(({ decision }) => decision?.outcome === 'approved')
  return {
    member: { sex: person.sex, bornOn: person.bornOn, statuses: course.statuses.filter(({ recordedAt }) => recordedAt <= moment).map((status, at) => ({ ...status, position: at + 1 })) },
    contributions: {
      plans: course.plans.filter(({ recordedAt }) => recordedAt <= moment),
      payments: course.sittings.filter(({ recordedAt }) => recordedAt <= moment).map(paymentOf),
    },
    history: granted.toSorted(byEvent).map((claim) => ({
      benefitId: claim.judgedFrom.benefitId, eventOn: claim.eventOn, of: claim.memberId === memberId ? 'member' : 'family',
      amountSatang: claim.decision?.amountSatang ?? 0, uses: claim.decision?.uses ?? {},
    })),
    publications,
  }
}

function byEvent(one: { eventOn: Day; id: string }, other: { eventOn: Day; id: string }): number {
  return one.eventOn === other.eventOn ? (one.id < other.id ? -1 : 1) : one.eventOn < other.eventOn ? -1 : 1
}

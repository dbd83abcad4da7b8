import { addDays, addYears, type Day } from '../../plugins/kit/day.ts'
import type { FundTerms } from '../../plugins/kit/fund-terms.ts'
import { accountOf, lapsesOn, type Payment } from '../contributions/account.ts'
import type { Plan } from '../contributions/plan.ts'
import { membershipsOf, type NewStatus } from '../members/status.ts'
import type { Chance } from './chance.ts'
import { ageOn, deathShare, type Person } from './households.ts'
import { beginningOf, payAlong, promise, sitting, type Sitting } from './paying.ts'
import { meetingFrom, type SampleTime } from './sample-time.ts'

/** What became of somebody with the fund: all that was recorded of them, in its order. */
export interface Course {
  statuses: (NewStatus & { recordedAt: Date })[]
  plans: (Plan & { recordedAt: Date })[]
  sittings: Sitting[]
}

/** The funds of the province began then. */
const FOUNDED_ON: Day = '2009-12-21'
const ENTRY_FEE_SATANG = 2000
/** Shares of a year. */
const STOPS_PAYING = 0.018
const RESIGNS = 0.004
/** Shares of all. */
const STOPPED_LATELY = 0.06
const REJOINS = 0.25
const APPLIES_NOW = 0.008

/** When it happens, and what ends a membership in this fund. */
export interface Setting {
  time: SampleTime
  lapse: FundTerms['lapse']
}

/** How somebody came to the fund, paid, and left it or stayed. */
export function inventCourse(chance: Chance, person: Person, { time, lapse }: Setting): Course {
  const course: Course = { statuses: [], plans: [], sittings: [] }
  if (chance.happens(APPLIES_NOW)) return applied(chance, course, time)
  const joinedOn = chance.day(later(FOUNDED_ON, addDays(person.bornOn, 60)), chance.happens(0.42) ? addYears(FOUNDED_ON, 3) : time.lastOn)
  const begun = joinedOn < time.keptFromOn ? carryOver(chance, course, joinedOn, time) : join(chance, course, joinedOn, time)
  if (!begun) return applied(chance, course, time)

  const end = endOf(chance, person, begun.since, time)
  const stopsOn = stopOf(chance, begun.since, time)
  course.sittings.push(...payAlong(chance, begun.plan, begun.habit, { ...begun, until: earlier(end?.happenedOn, stopsOn) ?? addDays(time.lastOn, 1) }))
  if (stopsOn !== undefined && (end === undefined || stopsOn < end.happenedOn) && lapsed(course, end?.happenedOn, { time, lapse })) {
    if (chance.happens(REJOINS)) rejoin(chance, course, time)
  } else if (end) course.statuses.push({ ...end, recordedAt: chance.moment(earlier(addDays(end.happenedOn, chance.whole(1, 14)), time.lastOn) ?? end.happenedOn) })
  return course
}

interface Begun {
  plan: Plan
  habit: ReturnType<typeof promise>['habit']
  /** How many instalments were paid by `since`. */
  paid: number
  since: Day
}

function applied(chance: Chance, course: Course, { lastOn, meetings }: SampleTime): Course {
  const appliedOn = chance.day(addDays(meetings.at(-1)?.heldOn ?? lastOn, 1), lastOn)
  course.statuses.push({ kind: 'applied', happenedOn: appliedOn, recordedAt: chance.moment(appliedOn) })
  return course
}

function carryOver(chance: Chance, course: Course, joinedOn: Day, { keptFromOn }: SampleTime): Begun {
  const recordedAt = chance.moment(keptFromOn)
  const { plan, habit } = promise(chance, joinedOn)
  const note = `ยกมาจากสมุดทะเบียนเล่ม ${chance.whole(1, 6)} หน้า ${chance.whole(1, 90)}`
  course.statuses.push({ kind: 'carried-over', happenedOn: joinedOn, memberFromOn: joinedOn, note, recordedAt })
  course.plans.push({ ...plan, recordedAt: after(recordedAt) })
  const paidUntil = addDays(keptFromOn, chance.whole(-20, 160))
  let paid = 0
  while (beginningOf(plan, paid + 1) <= paidUntil) paid += 1
  if (paid > 0) course.sittings.push({ ...sitting(chance, plan, { receivedOn: later(joinedOn, addDays(keptFromOn, -chance.whole(1, 30))), from: 0, instalments: paid }), recordedAt: after(after(recordedAt)), isCarriedOver: true })
  return { plan, habit, paid, since: addDays(keptFromOn, 1) }
}

function join(chance: Chance, course: Course, about: Day, time: SampleTime): Begun | undefined {
  const meeting = meetingFrom(time, about)
  if (!meeting) return undefined
  const appliedOn = addDays(meeting.heldOn, -chance.whole(3, 30))
  course.statuses.push({ kind: 'applied', happenedOn: appliedOn, recordedAt: chance.moment(appliedOn) })
  return accepted(chance, course, 'accepted', meeting)
}

function accepted(chance: Chance, course: Course, kind: 'accepted' | 'rejoined', { number, heldOn }: { number: string; heldOn: Day }): Begun {
  const recordedAt = chance.moment(heldOn)
  const { plan, habit } = promise(chance, heldOn)
  course.statuses.push({ kind, happenedOn: heldOn, memberFromOn: heldOn, resolution: { number, heldOn }, recordedAt })
  course.plans.push({ ...plan, recordedAt: after(recordedAt) })
  const first = sitting(chance, plan, { receivedOn: heldOn, from: 0, instalments: habit.instalments })
  course.sittings.push({ ...first, recordedAt: after(after(recordedAt)), entryFeeSatang: ENTRY_FEE_SATANG })
  return { plan, habit, paid: habit.instalments, since: addDays(heldOn, 1) }
}

/** The end of a membership that is not for arrears: a death by the life table, or a resignation. */
function endOf(chance: Chance, person: Person, since: Day, { lastOn }: SampleTime): NewStatus | undefined {
  for (let year = since; year < lastOn; year = addYears(year, 1)) {
    const kind = chance.happens(deathShare(person.sex, ageOn(person.bornOn, year))) ? 'died' as const : chance.happens(RESIGNS) ? 'resigned' as const : undefined
    const happenedOn = chance.day(year, addDays(addYears(year, 1), -1))
    if (kind && happenedOn < lastOn) return { kind, happenedOn }
  }
  return undefined
}

/** The day from which somebody pays no more, without having said so. */
function stopOf(chance: Chance, since: Day, { lastOn }: SampleTime): Day | undefined {
  if (chance.happens(STOPPED_LATELY)) return chance.day(later(since, addDays(lastOn, -150)), lastOn)
  for (let year = since; year < lastOn; year = addYears(year, 1)) {
    if (chance.happens(STOPS_PAYING)) return chance.day(year, addDays(addYears(year, 1), -1))
  }
  return undefined
}

/** Records that arrears ended the membership, once a meeting has seen it; tells whether they did. */
function lapsed(course: Course, endsOn: Day | undefined, { time, lapse }: Setting): boolean {
  const membership = membershipsOf(course.statuses.map((status, at) => ({ ...status, position: at + 1 }))).at(-1)
  const happenedOn = membership && lapse && lapsesOn(accountOf(membership, course.plans, course.sittings.map(paymentOf)), lapse)
  const meeting = happenedOn && meetingFrom(time, addDays(happenedOn, 10))
  if (!meeting || (endsOn !== undefined && endsOn <= meeting.heldOn)) return false
  course.statuses.push({ kind: 'lapsed', happenedOn, resolution: meeting, recordedAt: new Date(`${meeting.heldOn}T06:00:00Z`) })
  return true
}

function rejoin(chance: Chance, course: Course, time: SampleTime) {
  const left = course.statuses.at(-1)?.happenedOn ?? time.keptFromOn
  const meeting = meetingFrom(time, addDays(left, chance.whole(120, 600)))
  if (!meeting) return
  const begun = accepted(chance, course, 'rejoined', meeting)
  course.sittings.push(...payAlong(chance, begun.plan, begun.habit, { ...begun, until: addDays(time.lastOn, 1) }))
}

/** A payment as accounts are reckoned by. */
export const paymentOf = ({ receivedOn, coversFrom, coversUntil, amountSatang }: Sitting): Payment =>
  ({ receivedOn, receipt: { book: '', number: '' }, covers: [{ from: coversFrom, until: coversUntil, amountSatang }] })

const later = (one: Day, other: Day): Day => (one > other ? one : other)
const earlier = (one: Day | undefined, other: Day | undefined): Day | undefined => (one === undefined || other === undefined ? one ?? other : one < other ? one : other)
const after = (moment: Date): Date => new Date(moment.getTime() + 60_000)

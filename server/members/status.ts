import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { addDays, Day, formatDay } from '../../plugins/kit/day.ts'
import { arabicDigits, CleanString } from '../../plugins/kit/text.ts'
import { Problem } from '../http/problem.ts'

/** How late an application or a resolution may be entered: a committee meets monthly, so a quarter is late enough. */
const ENTERED_DAYS_MAX = 92

export const StatusKind = z.enum(['applied', 'refused', 'accepted', 'carried-over', 'lapsed', 'resigned', 'died', 'transferred', 'rejoined'])
export type StatusKind = z.infer<typeof StatusKind>

/** How a membership ends. */
export const DepartureKind = StatusKind.extract(['lapsed', 'resigned', 'transferred', 'died'])
const ENDS: readonly StatusKind[] = DepartureKind.options

export const Note = CleanString.trim().min(1).max(500)

/** The committee's resolution by which a membership began or ended: "3/2569", and the day of the meeting. */
export const MemberResolution = z.strictObject({ number: CleanString.trim().overwrite(arabicDigits).min(1).max(40), heldOn: Day })
export type MemberResolution = z.infer<typeof MemberResolution>

/** One thing that became of a membership, on a day. */
export const Status = z.strictObject({
  /** Its place among all that was recorded of the member, from 1. */
  position: z.int().min(1),
  kind: StatusKind,
  happenedOn: Day,
  /** The day the membership counts from, where it begins. */
  memberFromOn: Day.optional(),
  resolution: MemberResolution.optional(),
  note: Note.optional(),
}).openapi('MemberStatus')
export type Status = z.infer<typeof Status>
export type NewStatus = Omit<Status, 'position'>

/** Where a membership stands: what was last recorded of it. */
export const Standing = z.enum(['applicant', 'refused', 'member', 'lapsed', 'resigned', 'transferred', 'died'])
export type Standing = z.infer<typeof Standing>

const STANDING: Record<StatusKind, Standing> = {
  applied: 'applicant', refused: 'refused', accepted: 'member', 'carried-over': 'member', rejoined: 'member',
  lapsed: 'lapsed', resigned: 'resigned', transferred: 'transferred', died: 'died',
}

/** What may follow each standing. Nothing follows a death but its withdrawal. */
const NEXT: Record<Standing, readonly StatusKind[]> = {
  applicant: ['accepted', 'refused', 'died'],
  refused: ['accepted', 'died'],
  member: ['lapsed', 'resigned', 'transferred', 'died'],
  lapsed: ['rejoined', 'died'],
  resigned: ['rejoined', 'died'],
  transferred: ['rejoined', 'died'],
  died: [],
}

/** Whether something may become of a membership next. */
export const mayFollow = (statuses: readonly Status[], kind: StatusKind) => NEXT[standingAfter(lastOf(statuses).kind)].includes(kind)

export const standingAfter = (kind: StatusKind): Standing => STANDING[kind]

/** The kinds after which somebody stands so. */
export const kindsOf = (standing: Standing) => StatusKind.options.filter((kind) => STANDING[kind] === standing)

/** What was recorded last. */
export function lastOf(statuses: readonly Status[]): Status {
  const last = statuses.at(-1)
  if (!last) throw new Error('a member has at least applied')
  return last
}

/** Refuses what cannot become of a membership next: not from where it stands, not on that day, or so late that it would buy waiting time. */
export function checkNext(statuses: readonly Status[], next: NewStatus, today: Day) {
  const last = lastOf(statuses)
  if (!mayFollow(statuses, next.kind)) throw new Problem('not-from-here')
  if (next.happenedOn > today) throw impossible('happenedOn', 'วันที่ยังมาไม่ถึง', 'this day is still to come')
  // A death may become known after arrears have ended the membership.
  const earliest = next.kind === 'died' ? undefined : last
  if (earliest && next.happenedOn < earliest.happenedOn) {
    throw impossible('happenedOn', `ต้องไม่ก่อน ${formatDay(earliest.happenedOn, 'th', 'long')} ซึ่งเป็นวันของรายการก่อนหน้า`, `not before ${formatDay(earliest.happenedOn, 'en', 'long')}, the day of the entry before it`)
  }
  checkEnteredInTime('happenedOn', next, today)
  checkBeginning(next)
}

/** An application is entered about when it is made: some funds count membership from that day. */
export function checkApplication(appliedOn: Day, today: Day) {
  if (appliedOn > today) throw impossible('appliedOn', 'วันที่ยังมาไม่ถึง', 'this day is still to come')
  checkEnteredInTime('appliedOn', { kind: 'applied', happenedOn: appliedOn }, today)
}

const BEGINNINGS: readonly StatusKind[] = ['applied', 'accepted', 'rejoined']

function checkEnteredInTime(at: string, { kind, happenedOn }: NewStatus, today: Day) {
  const earliest = addDays(today, -ENTERED_DAYS_MAX)
  if (!BEGINNINGS.includes(kind) || happenedOn >= earliest) return
  throw impossible(at,
    `รับย้อนหลังเกิน ${ENTERED_DAYS_MAX} วันไม่ได้ (ก่อน ${formatDay(earliest, 'th', 'long')}) ถ้าเป็นสมาชิกเดิมอยู่แล้ว ให้ผู้ดูแลกองทุนยกมาจากทะเบียนเดิม`,
    `a membership is not backdated by more than ${ENTERED_DAYS_MAX} days (before ${formatDay(earliest, 'en', 'long')}); someone of the old register is carried over by the fund's administrator`)
}

function checkBeginning({ memberFromOn, happenedOn }: NewStatus) {
  if (memberFromOn === undefined || memberFromOn >= happenedOn) return
  throw impossible('memberFromOn',
    `เป็นสมาชิกก่อนวันที่กรรมการมีมติรับ (${formatDay(happenedOn, 'th', 'long')}) ไม่ได้`,
    `nobody is a member before the day on which the committee accepts them (${formatDay(happenedOn, 'en', 'long')})`)
}

const impossible = (at: string, th: string, en: string) => new BadInput(at, { th, en })

/** A stretch of time as a member, and the days by which a fund may count it. `endedOn` is absent while it lasts. */
export interface Membership {
  appliedOn: Day
  approvedOn: Day
  joinedOn: Day
  endedOn?: Day
}

const NEVER: Day = '9999-12-31'

/** Memberships one after another: who lapsed and joined again has two, and the time of the first does not count in the second. */
export function membershipsOf(statuses: readonly Status[]): Membership[] {
  const memberships: Membership[] = []
  let appliedOn: Day | undefined
  for (const { kind, happenedOn, memberFromOn } of statuses) {
    const current = memberships.at(-1)
    if (kind === 'applied') appliedOn = happenedOn
    if (memberFromOn !== undefined) {
      memberships.push({ appliedOn: appliedOn ?? happenedOn, approvedOn: happenedOn, joinedOn: memberFromOn })
      appliedOn = undefined
    }
    if (current && ENDS.includes(kind) && happenedOn < (current.endedOn ?? NEVER)) current.endedOn = happenedOn
  }
  return memberships
}

/** The day a member died, once it is known. */
export const diedOn = (statuses: readonly Status[]): Day | undefined => statuses.find(({ kind }) => kind === 'died')?.happenedOn

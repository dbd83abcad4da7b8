import { contributedDays, contributedTime } from './contributed.ts'
import { daysBetween, type Day } from './day.ts'
import { durationBetween, type Clock, type Duration } from './duration.ts'
import type { DerivedFact, Fact } from './fact.ts'
import type { FundTerms } from './fund-terms.ts'

type Recorded = Extract<Fact, { from: 'asked' | 'recorded' }>
const text = (th: string, en: string) => ({ th, en })
const recorded = (fact: Omit<Recorded, 'from'>): Fact => ({ ...fact, from: 'recorded' })
const derived = (fact: Omit<DerivedFact, 'from'>): Fact => ({ ...fact, from: 'derived' })
const day = (value: unknown) => value as string // the pack's type checker vouches for the types of what a derivation needs

const MEMBER_FROM = { joined: 'joinedOn', applied: 'appliedOn', approved: 'approvedOn' } as const

/** The facts every fund knows. Durations by the fund's clock; times count from the day after the first to the day itself. */
const kitFacts: Record<string, Fact> = {
  claimedOn: recorded({ type: 'day', of: 'claim', asOf: 'claim', label: text('วันที่ยื่นคำขอ', 'day of the claim') }),
  decidedOn: recorded({ type: 'day', of: 'claim', asOf: 'decision', label: text('วันที่พิจารณา', 'day of the decision') }),
  memberSex: recorded({
    type: 'choice', of: 'member', label: text('เพศของสมาชิก', 'sex of the member'), ask: text('สมาชิกเป็นหญิงหรือชาย', 'Is the member a woman or a man?'),
    options: { female: text('หญิง', 'woman'), male: text('ชาย', 'man') },
  }),
  memberBornOn: recorded({ type: 'day', of: 'member', label: text('วันเกิดของสมาชิก', 'birth date of the member'), ask: text('สมาชิกเกิดวันไหน', 'When was the member born?') }),
  joinedOn: recorded({ type: 'day', of: 'member', label: text('วันที่เข้าเป็นสมาชิก', 'day of joining'), ask: text('เข้าเป็นสมาชิกตั้งแต่วันไหน', 'Since which day a member?') }),
  appliedOn: recorded({ type: 'day', of: 'member', label: text('วันที่สมัคร', 'day of applying'), ask: text('ยื่นใบสมัครวันไหน', 'When was the application made?') }),
  approvedOn: recorded({ type: 'day', of: 'member', label: text('วันที่มีมติรับเป็นสมาชิก', 'day of approval'), ask: text('กรรมการมีมติรับเป็นสมาชิกวันไหน', 'When did the committee admit the member?') }),
  endedOn: recorded({ type: 'day', of: 'member', label: text('วันพ้นสมาชิกภาพ', 'day the membership ended') }),
  memberDiedOn: recorded({ type: 'day', of: 'member', label: text('วันที่สมาชิกเสียชีวิต', 'day the member died') }),
  paidFrom: recorded({ type: 'day', of: 'member', label: text('วันเริ่มส่งเงินสัจจะ', 'first day paid for'), ask: text('ส่งเงินสัจจะต่อเนื่องตั้งแต่วันไหน', 'Contributions paid without a gap since which day?') }),
  paidUntil: recorded({ type: 'day', of: 'member', label: text('ส่งเงินสัจจะถึงวันที่', 'paid until'), ask: text('ส่งเงินสัจจะไว้ถึงวันไหน', 'Until which day are contributions paid?') }),
  contributionsPaid: recorded({ type: 'money', of: 'member', label: text('เงินสัจจะที่ส่งแล้ว', 'contributions paid in'), ask: text('ส่งเงินสัจจะมาแล้วทั้งหมดกี่บาท', 'How much has been paid in altogether?') }),
  instalmentsMissed: recorded({ type: 'count', of: 'member', label: text('งวดที่ค้างส่ง', 'instalments not yet paid in'), ask: text('ค้างส่งเงินสัจจะกี่งวด', 'How many instalments are not yet paid in?'), unit: text('งวด', 'instalments') }),
  arrears: recorded({ type: 'money', of: 'member', label: text('เงินสัจจะที่ค้างส่ง', 'contributions not yet paid in') }),
  lastPaidOn: recorded({ type: 'day', of: 'member', label: text('วันที่ส่งเงินสัจจะครั้งล่าสุด', 'day of the last payment'), ask: text('ส่งเงินสัจจะครั้งล่าสุดวันไหน', 'When was the last contribution paid?') }),
  payers: recorded({ type: 'count', of: 'fund', label: text('จำนวนสมาชิกที่ร่วมจ่าย', 'members who pay'), ask: text('มีสมาชิกร่วมจ่ายกี่คน', 'How many members pay?'), unit: text('คน', 'members') }),

  memberAge: derived({
    type: 'duration', of: 'member', label: text('อายุของสมาชิก', 'age of the member'), needs: ['memberBornOn'],
    derive: ({ memberBornOn }, { eventOn }) => timeBetween(day(memberBornOn), eventOn, 'calendar'),
  }),
  membership: derived({
    type: 'duration', of: 'member', label: text('เวลาที่เป็นสมาชิก', 'time as a member'), needs: ['memberSince'],
    derive: ({ memberSince }, { eventOn, fundTerms }) => timeBetween(day(memberSince), eventOn, fundTerms.clock),
  }),
  membershipDays: derived({
    type: 'days', of: 'member', label: text('จำนวนวันที่เป็นสมาชิก', 'days as a member'), unit: text('วัน', 'days'), needs: ['memberSince'],
    derive: ({ memberSince }, { eventOn }) => Math.max(0, daysBetween(day(memberSince), eventOn)),
  }),
  contributed: derived({
    type: 'duration', of: 'member', label: text('เวลาที่ส่งเงินสัจจะแล้ว', 'time contributed'), needs: ['paidFrom', 'paidUntil'],
    derive: ({ paidFrom, paidUntil }, { eventOn, fundTerms }) => contributedTime([{ from: day(paidFrom), until: day(paidUntil) }], eventOn, fundTerms.clock),
  }),
  contributedDays: derived({
    type: 'days', of: 'member', label: text('จำนวนวันที่ส่งเงินสัจจะแล้ว', 'days contributed'), unit: text('วัน', 'days'), needs: ['paidFrom', 'paidUntil'],
    derive: ({ paidFrom, paidUntil }, { eventOn }) => contributedDays([{ from: day(paidFrom), until: day(paidUntil) }], eventOn),
  }),
  daysSincePayment: derived({
    type: 'days', of: 'member', label: text('จำนวนวันนับจากส่งครั้งล่าสุด', 'days since the last payment'), unit: text('วัน', 'days'), needs: ['lastPaidOn'],
    derive: ({ lastPaidOn }, { eventOn }) => Math.max(0, daysBetween(day(lastPaidOn), eventOn)),
  }),
}

/** As durationBetween, and no time at all where the first day is still to come. */
function timeBetween(from: Day, to: Day, clock: Clock): Duration {
  return durationBetween(from < to ? from : to, to, clock)
}

/** The facts of one fund: the kit's, with the day its regulation counts a membership from. */
export function fundFacts(memberFrom: FundTerms['memberFrom']): Record<string, Fact> {
  return { ...kitFacts, memberSince: derived({ type: 'day', of: 'member', label: text('เป็นสมาชิกตั้งแต่', 'member since'), needs: [MEMBER_FROM[memberFrom]], derive: (values) => day(values[MEMBER_FROM[memberFrom]]) }) }
}

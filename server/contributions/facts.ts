import type { Claim } from '../../plugins/kit/claim.ts'
import { addDays, daysBetween, type Day } from '../../plugins/kit/day.ts'
import type { Value } from '../../plugins/kit/value.ts'
import { diedOn, membershipsOf, type Membership, type Status } from '../members/status.ts'
import { accountOf, coveredBy, duesOn, type Dues, type Payment } from './account.ts'
import type { Plan } from './plan.ts'

/** What the register says of a member that rules may ask about. */
export interface MemberOfRecord {
  sex?: 'female' | 'male' | undefined
  bornOn?: Day | undefined
  statuses: readonly Status[]
}

/** All that a member ever promised and paid; voided receipts left out. */
export interface Contributions {
  plans: readonly Plan[]
  payments: readonly Payment[]
}

/**
 * What the rules are told of a member for an event on a day: facts by their names in the kit, money in satang, and the stretches of
 * days that contributions cover. Counts what was paid until `paidBy`: the day of the event or, where the fund lets arrears be paid up
 * before the claim (`arrearsCured: 'untilClaim'`), the day of the claim. Who never joined has no day of joining.
 */
export function factsOf(member: MemberOfRecord, contributions: Contributions, { on, paidBy }: { on: Day; paidBy: Day }): Required<Claim['member']> {
  const membership = membershipOn(membershipsOf(member.statuses), on)
  const died = diedOn(member.statuses)
  const personal = known({ memberSex: member.sex, memberBornOn: member.bornOn, memberDiedOn: died })
  if (!membership) return { facts: personal, covered: [] }

  const account = accountOf(membership, contributions.plans, contributions.payments)
  const dues = duesOn(account, on, paidBy)
  const { instalmentsMissed, arrearsSatang, paidSatang, paid } = dues
  const { appliedOn, approvedOn, joinedOn, endedOn } = membership
  return {
    facts: {
      ...personal,
      // A death ends the membership, but the kit asks about it by its own name: the event of a funeral is that very day.
      ...known({ appliedOn, approvedOn, joinedOn, endedOn: endedOn === died ? undefined : endedOn, paidFrom: paid?.from, paidUntil: paid?.until }),
      ...known({ instalmentsMissed, arrears: arrearsSatang, contributionsPaid: paidSatang }),
      ...lastHeard(dues, joinedOn, on),
    },
    covered: coveredBy(account.payments.filter(({ receivedOn }) => receivedOn <= paidBy)),
  }
}

/**
 * The day of the last payment; where that was made in advance, the days since what it paid for ran out, since nobody is silent on paid
 * days; where there was none, the days since joining.
 */
function lastHeard({ lastPaidOn, paid }: Dues, joinedOn: Day, on: Day): Record<string, Value> {
  const lastPaidFor = paid ? addDays(paid.until, -1) : joinedOn
  return lastPaidOn !== undefined && lastPaidFor <= lastPaidOn ? { lastPaidOn } : { daysSincePayment: Math.max(0, daysBetween(lastPaidFor, on)) }
}

/** The membership that a day falls in: the last to have begun by then, else the first. */
function membershipOn(memberships: readonly Membership[], on: Day): Membership | undefined {
  return memberships.findLast(({ joinedOn }) => joinedOn <= on) ?? memberships[0]
}

const known = (facts: Record<string, Value | undefined>): Record<string, Value> =>
  Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, Value] => fact[1] !== undefined))

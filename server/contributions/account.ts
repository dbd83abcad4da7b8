import type { Covered } from '../../plugins/kit/contributed.ts'
import { addDays, daysBetween, type Day } from '../../plugins/kit/day.ts'
import type { FundTerms } from '../../plugins/kit/fund-terms.ts'
import type { Membership } from '../members/status.ts'
import { instalmentsBefore, instalmentsOf, lastingPlans, type Instalment, type LastingPlan, type Plan } from './plan.ts'

/** Contributions received on one receipt, and the days they cover. Voided receipts are not among them. */
export interface Payment {
  receivedOn: Day
  receipt: { book: string; number: string }
  covers: readonly (Covered & { amountSatang: number })[]
}

/** What a member has promised and paid during one membership. */
export interface Account {
  plans: readonly LastingPlan[]
  payments: readonly Payment[]
}

/** The part of all that was promised and paid that belongs to a membership: who joins again begins anew. */
export function accountOf({ joinedOn, endedOn }: Membership, plans: readonly Plan[], payments: readonly Payment[]): Account {
  const belongs = (day: Day) => day >= joinedOn && (endedOn === undefined || day < endedOn)
  return {
    plans: lastingPlans(plans, () => endedOn).filter(({ fromOn }) => belongs(fromOn)),
    payments: payments
      .map((payment) => ({ ...payment, covers: payment.covers.filter(({ from }) => belongs(from)) }))
      .filter(({ covers }) => covers.length > 0),
  }
}

/** The stretches of days that payments cover, in order, those that touch as one. */
export function coveredBy(payments: readonly Payment[]): Covered[] {
  const stretches: Covered[] = []
  for (const { from, until } of payments.flatMap(({ covers }) => covers).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = stretches.at(-1)
    if (last && from <= last.until) last.until = until > last.until ? until : last.until
    else stretches.push({ from, until })
  }
  return stretches
}

/** The days of a stretch that are not covered. */
export function gapsIn({ from, until }: Covered, covered: readonly Covered[]): Covered[] {
  const gaps: Covered[] = []
  let open = from
  for (const each of covered) {
    if (each.until <= open || each.from >= until) continue
    if (each.from > open) gaps.push({ from: open, until: each.from })
    open = each.until
  }
  return open < until ? [...gaps, { from: open, until }] : gaps
}

/** What is still to be paid of an instalment: by a daily plan for its open days, otherwise all or nothing. */
export function owedSatang(plan: LastingPlan, instalment: Instalment, covered: readonly Covered[]): number {
  const gaps = gapsIn(instalment, covered)
  if (plan.every !== 'day') return gaps.length === 0 ? 0 : instalment.amountSatang
  return gaps.reduce((sum, { from, until }) => sum + daysBetween(from, until) * plan.amountSatang, 0)
}

/** An account as the rules ask about it. An instalment is missed once its days are over. */
export interface Dues {
  instalmentsMissed: number
  arrearsSatang: number
  paidSatang: number
  lastPaidOn?: Day
  /** The last stretch without a gap. */
  paid?: Covered
}

/** How an account stood on a day, by what had been paid until another. */
export function duesOn(account: Account, on: Day, paidBy: Day): Dues {
  const payments = account.payments.filter(({ receivedOn }) => receivedOn <= paidBy)
  const covered = coveredBy(payments)
  const owed = account.plans.flatMap((plan) => endedBy(plan, on, covered).map((instalment) => owedSatang(plan, instalment, covered))).filter((satang) => satang > 0)
  const lastPaidOn = payments.map(({ receivedOn }) => receivedOn).toSorted().at(-1)
  const paid = covered.at(-1)
  return {
    instalmentsMissed: owed.length,
    arrearsSatang: owed.reduce((sum, satang) => sum + satang, 0),
    paidSatang: payments.flatMap(({ covers }) => covers).reduce((sum, { amountSatang }) => sum + amountSatang, 0),
    ...(lastPaidOn !== undefined && { lastPaidOn }),
    ...(paid && { paid }),
  }
}

/** The instalments of a plan, without those at its beginning that one stretch of payments covers: of a long membership, nearly all. */
function unsettled(plan: LastingPlan, covered: readonly Covered[]): Generator<Instalment> {
  const first = covered.find(({ from, until }) => from <= plan.fromOn && until > plan.fromOn)
  return instalmentsOf(plan, first ? instalmentsBefore(plan, first.until) : 0)
}

function endedBy(plan: LastingPlan, on: Day, covered: readonly Covered[]): Instalment[] {
  const ended: Instalment[] = []
  for (const instalment of unsettled(plan, covered)) {
    if (instalment.until > on || (plan.until !== undefined && instalment.until > plan.until)) break
    ended.push(instalment)
  }
  return ended
}

/**
 * The day on which arrears end the membership by the fund's terms, if nothing more is paid. Days since the last payment count from
 * when what was paid in advance runs out: nobody lapses for days that are paid.
 */
export function lapsesOn(account: Account, lapse: NonNullable<FundTerms['lapse']>): Day | undefined {
  const covered = coveredBy(account.payments)
  return lapse.by === 'instalmentsMissed' ? dayOfMissing(account, covered, lapse.moreThan + 1) : dayOfSilence(account, covered, lapse.moreThan)
}

/** The day on which so many instalments have been missed. */
function dayOfMissing({ plans }: Account, covered: readonly Covered[], missedCount: number): Day | undefined {
  let missed = 0
  for (const plan of plans) {
    for (const instalment of unsettled(plan, covered)) {
      if (owedSatang(plan, instalment, covered) > 0) missed += 1
      if (missed === missedCount) return instalment.until
    }
  }
  return undefined
}

function dayOfSilence({ plans, payments }: Account, covered: readonly Covered[], daysMax: number): Day | undefined {
  const heard = [plans[0]?.fromOn, covered.at(-1)?.until, ...payments.map(({ receivedOn }) => receivedOn)].filter((day) => day !== undefined).toSorted().at(-1)
  return heard === undefined ? undefined : addDays(heard, daysMax + 1)
}

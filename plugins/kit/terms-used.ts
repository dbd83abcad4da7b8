import { amountsIn, type Amount } from './amount.ts'
import { leavesOf, termOf, type Condition } from './condition.ts'
import { standingOf, type Benefit, type Pack } from './pack.ts'

/** The terms that conditions compare with. */
export const termsCompared = (conditions: readonly (Condition | undefined)[]): string[] => conditions.flatMap(leavesOf).flatMap((leaf) => termOf(leaf) ?? [])

/** The terms by which a benefit of a pack is judged: its own, and those of the standing conditions that bind it. */
export const termsBehind = (benefit: Benefit, pack: Pack): Set<string> => new Set([...termsUsed(benefit), ...termsCompared(standingOf(benefit, pack))])

/** The terms that a benefit itself reads; those of standing conditions come beside them. */
export function termsUsed({ conditions, documents = [], claimWithin, amount, limits = [] }: Benefit): Set<string> {
  return new Set([
    ...termsCompared([conditions, ...documents.map((document) => document.when)]),
    ...(claimWithin === undefined ? [] : [claimWithin]),
    ...amountsIn(amount).flatMap(termsOf),
    ...limits.map((limit) => limit.atMost),
  ])
}

/** The terms that an amount names, without those of the amounts in it. */
function termsOf(amount: Amount): string[] {
  const named = namesOf(amount)
  return named.filter((id) => id !== undefined)
}

function namesOf(amount: Amount): (string | undefined)[] {
  if ('fixed' in amount) return [amount.fixed]
  if ('perUnit' in amount) return [amount.perUnit.rate, amount.perUnit.atMost, amount.perUnit.amountAtMost]
  if ('ladder' in amount) return [amount.ladder, amount.beyond?.add, amount.beyond?.every]
  if ('perYear' in amount) return [amount.perYear.rate, amount.perYear.base, amount.perYear.yearsAtMost, amount.perYear.amountAtMost]
  if ('percent' in amount) return [amount.percent.rate, amount.percent.deemed, amount.percent.atLeast, amount.percent.amountAtMost]
  if ('sum' in amount) return [amount.less]
  if ('share' in amount) return [amount.share.rate]
  if ('schedule' in amount) return [amount.schedule]
  if ('actualCost' in amount) return [amount.actualCost.amountAtMost]
  if ('levy' in amount) return [amount.levy.rate, amount.levy.less]
  if ('inKind' in amount) return [amount.inKind.worth]
  return 'decided' in amount ? [amount.decided.atLeast, amount.decided.amountAtMost] : []
}

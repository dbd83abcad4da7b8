import { z } from '@hono/zod-openapi'
import type { Day } from '../../plugins/kit/day.ts'
import { rootsOf } from '../../plugins/kit/lineage.ts'
import { PackId } from '../../plugins/kit/pack.ts'
import { benefitsOf, termValueOn, type Regulation } from '../../plugins/kit/regulation.ts'
import { termsBehind } from '../../plugins/kit/terms-used.ts'
import { Id, ValueType } from '../../plugins/kit/value.ts'
import type { ComparedFund } from '../comparisons/queries.ts'
import { groupedBy } from '../db/grouped.ts'

/** What the other funds of a network have set one value to: the least, the most, and the one in the middle (of two the lower), in the term's own unit. `packs`: the ids of the lineage in which it is that value. */
export const ValueRange = z.strictObject({ packs: z.array(PackId), term: Id, type: ValueType, low: z.number(), middle: z.number(), high: z.number(), funds: z.int().min(1) }).openapi('ValueRange')
export type ValueRange = z.infer<typeof ValueRange>

/** The ranges of every amount, count and number that funds other than one judge by on a day. Funds whose rules go back to one pack are held beside each other, term by term. */
export function rangesOf(funds: readonly ComparedFund[], one: string, on: Day): ValueRange[] {
  const packs = funds.flatMap(({ inForce }) => inForce?.regulation.packs ?? []).map(({ pack }) => pack)
  const rootOf = rootsOf(packs)
  const set = funds.flatMap(({ slug, inForce }) => (inForce && slug !== one ? valuesIn(inForce.regulation, on).map((each) => ({ slug, root: rootOf(each.pack), ...each })) : []))
  return [...groupedBy(set, ({ root, term, type }) => `${root} ${term} ${type}`).values()].flatMap((all) => {
    const values = all.map(({ value }) => value).toSorted((a, b) => a - b)
    const [first, low, middle, high] = [all[0], values[0], values[(values.length - 1) >> 1], values.at(-1)]
    if (!first || low === undefined || middle === undefined || high === undefined) return []
    const { root, term, type } = first
    const kin = packs.flatMap(({ id }) => (rootOf(id) === root ? [id] : []))
    return [{ packs: [...new Set([root, ...kin])], term, type, low, middle, high, funds: new Set(all.map(({ slug }) => slug)).size }]
  })
}

/** What benefits are judged by: a value of a benefit that gave way to another pack's counts no more. */
function valuesIn(regulation: Regulation, on: Day): { pack: string; term: string; type: ValueType; value: number }[] {
  return regulation.packs.flatMap((adopted) => {
    const read = new Set(benefitsOf({ ...regulation, packs: [adopted] }).flatMap(({ benefit }) => [...termsBehind(benefit, adopted.pack)]))
    return Object.entries(adopted.pack.terms).flatMap(([id, term]) => {
      const value = termValueOn(adopted, id, on)?.value
      return read.has(id) && typeof value === 'number' && term.type !== 'ladder' && term.type !== 'schedule' ? [{ pack: adopted.pack.id, term: id, type: term.type, value }] : []
    })
  })
}

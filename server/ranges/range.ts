import { z } from '@hono/zod-openapi'
import type { Day } from '../../plugins/kit/day.ts'
import { PackId } from '../../plugins/kit/pack.ts'
import { termValueOn, type AdoptedPack } from '../../plugins/kit/regulation.ts'
import { Id } from '../../plugins/kit/value.ts'
import type { ComparedFund } from '../comparisons/queries.ts'
import { groupedBy } from '../db/grouped.ts'

/** What the other funds of a network have set one value to: the least, the most, and the one in the middle (of two the lower), in the term's own unit. */
export const ValueRange = z.strictObject({ pack: PackId, term: Id, low: z.number(), middle: z.number(), high: z.number(), funds: z.int().min(1) }).openapi('ValueRange')
export type ValueRange = z.infer<typeof ValueRange>

/** The ranges of every amount, count and number that funds have set on a day. Funds whose rules come from one pack are held beside each other, term by term. */
export function rangesOf(funds: readonly ComparedFund[], on: Day): ValueRange[] {
  const set = funds.flatMap(({ inForce }) => inForce?.regulation.packs.flatMap((adopted) => valuesIn(adopted, on)) ?? [])
  return [...groupedBy(set, ({ pack, term, type }) => `${pack} ${term} ${type}`).values()].flatMap((all) => {
    const values = all.map(({ value }) => value).toSorted((a, b) => a - b)
    const [first, low, middle, high] = [all[0], values[0], values[(values.length - 1) >> 1], values.at(-1)]
    return first && low !== undefined && middle !== undefined && high !== undefined ? [{ pack: first.pack, term: first.term, low, middle, high, funds: values.length }] : []
  })
}

function valuesIn(adopted: AdoptedPack, on: Day): { pack: string; term: string; type: string; value: number }[] {
  return Object.entries(adopted.pack.terms).flatMap(([term, { type }]) => {
    const value = termValueOn(adopted, term, on)?.value
    return typeof value === 'number' ? [{ pack: adopted.pack.id, term, type, value }] : []
  })
}

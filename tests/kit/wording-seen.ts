// What a random regulation was made of, counted, so that a test can say that nothing was left out.
import { amountsIn, partsOf, type Amount } from '../../plugins/kit/amount.ts'
import { childrenOf, leavesOf, type Condition } from '../../plugins/kit/condition.ts'
import { conditionsIn } from '../../plugins/kit/pack.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'

const depthOf = <T>(tree: T, children: (tree: T) => readonly T[]): number => 1 + Math.max(0, ...children(tree).map((child) => depthOf(child, children)))

/** Adds to the histogram each shape, rounding, limit, operator, type, source and depth of a regulation. */
export function count(histogram: Map<string, number>, { fundTerms, packs }: Regulation): void {
  const see = (what: string) => histogram.set(what, (histogram.get(what) ?? 0) + 1)
  for (const [key, each] of Object.entries(fundTerms)) see(`fund term ${key} ${typeof each === 'string' ? each : ''}`.trim())
  for (const { pack } of packs) {
    for (const fact of Object.values(pack.facts ?? {})) {
      see(`fact ${fact.type}`)
      see(`fact from ${fact.from}${'sum' in fact ? ' sum' : 'difference' in fact ? ' difference' : ''}`)
    }
    for (const term of Object.values(pack.terms)) see(term.type === 'ladder' ? `term ladder by ${term.by} of ${term.of}` : term.type === 'schedule' ? `term schedule of ${term.of}` : `term ${term.type}`)
    for (const { condition } of conditionsIn(pack)) {
      see(`condition depth ${depthOf<Condition>(condition, childrenOf)}`)
      for (const leaf of leavesOf(condition)) see(`operator ${leaf.operator}`)
    }
    for (const benefit of pack.benefits) {
      see(`amount depth ${depthOf<Amount>(benefit.amount, partsOf)}`)
      for (const limit of benefit.limits ?? []) see(`limit ${limit.per} × ${limit.of === 'times' || limit.of === 'amount' ? limit.of : 'units'}`)
      for (const amount of amountsIn(benefit.amount)) {
        see(`amount ${Object.keys(amount)[0]}`)
        for (const [, rounding] of JSON.stringify(amount).matchAll(/"rounding":(\{[^}]*\}|"\w+")/g)) see(`rounding ${rounding}`)
      }
    }
  }
}

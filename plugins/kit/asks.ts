import { checkingOf } from './checking.ts'
import { factsNeeded } from './check-benefits.ts'
import type { Benefit } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import type { AdoptedPack } from './regulation.ts'

/** A benefit with every question that it needs among those it asks, the ones that it lacked last. */
export function withQuestions(benefit: Benefit, adopted: AdoptedPack, vocabulary: Vocabulary): Benefit {
  const checking = checkingOf(adopted, vocabulary)
  const missing = [...factsNeeded(checking, benefit)].filter((id) => checking.facts[id]?.from === 'asked' && !benefit.asks.includes(id))
  return missing.length === 0 ? benefit : { ...benefit, asks: [...benefit.asks, ...missing] }
}

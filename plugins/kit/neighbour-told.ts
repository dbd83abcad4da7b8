import { judgeNeighbour, type Expectation, type Neighbour } from './neighbour.ts'
import { factsInWords, reasonsInWords } from './neighbour-words.ts'
import { catalogueOf, type Vocabulary } from './plugin.ts'
import { benefitsOf, type Regulation } from './regulation.ts'
import type { Text } from './text.ts'

/** How an example person comes out, to be shown: as expected or not, what was before, what is known of them in a line, and why the rules give nothing. */
export interface NeighbourTold {
  passed: boolean
  found: Expectation
  was: Expectation
  facts: Text
  reasons: Text[]
}

/** Judges an example person by a regulation and by the one before it. */
export async function tellNeighbour(neighbour: Neighbour, before: Regulation, after: Regulation, vocabulary: Vocabulary): Promise<NeighbourTold> {
  const { passed, found, verdict, failed } = await judgeNeighbour(neighbour, after, vocabulary)
  const { found: was } = before === after ? { found } : await judgeNeighbour(neighbour, before, vocabulary)
  const offered = benefitsOf(after).find(({ benefit }) => benefit.id === neighbour.benefit)
  if (!verdict || !offered) return { passed, found, was, facts: { th: '', en: '' }, reasons: failed ? [failed] : [] }
  return { passed, found, was, facts: factsInWords(verdict, catalogueOf(offered.adopted, after.fundTerms, vocabulary)), reasons: reasonsInWords(verdict, after, vocabulary) }
}

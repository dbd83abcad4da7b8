import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { heldFrom } from '../../plugins/kit/draft.ts'
import { Expectation, Neighbour } from '../../plugins/kit/neighbour.ts'
import { tellNeighbour } from '../../plugins/kit/neighbour-told.ts'
import { personalDataIn } from '../../plugins/kit/personal-data.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { soundPartOf } from '../../plugins/kit/sound-part.ts'
import { Problem } from '../http/problem.ts'

/** At most so many in a fund: each is judged whenever a draft is shown. */
export const NEIGHBOURS_MAX = 300

/** The kit's own, by names under which the document tells of them once. */
const Expected = z.discriminatedUnion('outcome', Expectation.options).openapi('ExamplePersonExpectation')
export const Told = z.strictObject({ ...Neighbour.shape, expect: Expected }).openapi('ExamplePersonTold')

/** An example person (คนตัวอย่าง) of a fund's own. */
export const KeptNeighbour = z.strictObject({
  id: z.uuid(),
  /** Rises with every change; what is sent names the one it was made from. */
  version: z.int().min(1),
  neighbour: Told,
  /** Where a guest of the network proposed them, and nobody of the fund has changed them since. */
  asGuest: z.literal(true).optional(),
}).openapi('ExamplePerson')
export type KeptNeighbour = z.infer<typeof KeptNeighbour>

export const NewNeighbour = z.strictObject({ neighbour: Told }).openapi('NewExamplePerson')
export const ChangedNeighbour = NewNeighbour.extend({ version: z.int().min(1) }).openapi('ChangedExamplePerson')

const BothLanguages = z.strictObject({ th: z.string(), en: z.string() })

/** How an example person comes out: `passed` where it is as expected, `was` by what was before, `reasons` why the rules give nothing. */
export const NeighbourResult = KeptNeighbour.extend({
  passed: z.boolean(),
  found: Expected,
  was: Expected,
  /** What is known of them and says the most, in one line. */
  facts: BothLanguages,
  reasons: z.array(BothLanguages),
}).openapi('ExamplePersonResult')
export type NeighbourResult = z.infer<typeof NeighbourResult>

/** Two regulations that follow on each other, and the day from which the later is meant to hold. */
export interface Judging {
  origin: Regulation
  regulation: Regulation
  fromOn: Day
}

/** Judges example people by what is finished of a regulation and by the one before it, both held from its day. */
export async function resultsOf(kept: readonly KeptNeighbour[], { origin, regulation, fromOn }: Judging, vocabulary: Vocabulary): Promise<NeighbourResult[]> {
  const [before, after] = [heldFrom(origin, fromOn), heldFrom(soundPartOf(regulation, vocabulary).regulation, fromOn)]
  const results: NeighbourResult[] = []
  for (const each of kept) {
    results.push({ ...each, ...await tellNeighbour(each.neighbour, before, after, vocabulary) })
  }
  return results
}

/** Throws where an example person bears what tells of a real one. */
export function checkInvented(neighbour: object) {
  const found = [...personalDataIn(neighbour)]
  if (found.length > 0) throw new Problem('impossible', found.map(({ at, text }) => ({ at: `neighbour.${at}`, text })))
}

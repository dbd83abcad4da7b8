import { z } from '@hono/zod-openapi'
import { setImmediate } from 'node:timers/promises'
import { unseenConditions } from '../../plugins/kit/cases.ts'
import { leavesOf } from '../../plugins/kit/condition.ts'
import { Day } from '../../plugins/kit/day.ts'
import { heldFrom } from '../../plugins/kit/draft.ts'
import { mutantWords } from '../../plugins/kit/mutant-words.ts'
import { judgeNeighbour, type Neighbour } from '../../plugins/kit/neighbour.ts'
import { neighbourOfSituation } from '../../plugins/kit/neighbour-words.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { proposeAll } from '../../plugins/kit/propose.ts'
import { benefitsOf, type Regulation } from '../../plugins/kit/regulation.ts'
import { soundPartOf } from '../../plugins/kit/sound-part.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { whatNobodyNotices, type Unnoticed } from '../../plugins/kit/unnoticed.ts'
import { Id } from '../../plugins/kit/value.ts'
import { groupedBy } from '../db/grouped.ts'
import { Told, type KeptNeighbour } from './neighbour.ts'

const BothLanguages = z.strictObject({ th: z.string(), en: z.string() })

/** What the example people of a fund would let pass. */
export const Gaps = z.strictObject({
  /** The day on which those who are proposed stand. */
  on: Day,
  /** Changes of one unit or turned round that the regulation could suffer, and how many of them there was time to try. */
  changes: z.int().min(0),
  tried: z.int().min(0),
  /** How many of those tried nobody would notice. */
  unnoticedCount: z.int().min(0),
  /** What nobody would notice, by who would: what would be another, each as follows "if", in which benefit, and somebody who would notice it all; absent where nobody could. */
  unnoticed: z.array(z.strictObject({ ifs: z.array(BothLanguages), benefit: Id, neighbour: Told.optional() })),
  /** Who is missing beside a bound, as the rules judge them now. */
  proposals: z.array(z.strictObject({ about: BothLanguages, neighbour: Told })),
  /** Conditions that nobody has met, or that nobody has failed. */
  unseen: z.array(z.strictObject({ name: BothLanguages, never: z.enum(['met', 'unmet']) })),
}).openapi('ExamplePeopleGaps')
export type Gaps = z.infer<typeof Gaps>

/** Eleven benefits with hundreds of example people take a second. */
const PATIENCE_MS = 6000

/** What a fund's example people leave unwatched in what is finished of a regulation, as far as there is time; others get their turn meanwhile. */
export async function gapsOf(kept: readonly KeptNeighbour[], { regulation, fromOn }: { regulation: Regulation; fromOn: Day }, vocabulary: Vocabulary): Promise<Gaps> {
  const held = heldFrom(soundPartOf(regulation, vocabulary).regulation, fromOn)
  const neighbours = kept.map(({ neighbour }) => neighbour)
  const endsAt = performance.now() + PATIENCE_MS
  const goOn = async () => {
    await setImmediate()
    return performance.now() < endsAt
  }
  const proposals = await proposeAll(held, neighbours, fromOn, vocabulary, goOn)
  const { mutants, tried, unnoticed } = await whatNobodyNotices(held, neighbours, fromOn, vocabulary, goOn)
  return {
    on: fromOn,
    changes: mutants,
    tried,
    unnoticedCount: unnoticed.length,
    unnoticed: byNoticer(unnoticed, neighbours, ({ mutant }) => mutantWords(mutant, fromOn, held.fundTerms, vocabulary)),
    proposals,
    unseen: await unseenIn(held, neighbours, vocabulary),
  }
}

/** What one person would notice together, under a name that nobody of the same benefit bears; what nobody could, benefit by benefit. */
function byNoticer(unnoticed: readonly Unnoticed[], neighbours: readonly Neighbour[], words: (each: Unnoticed) => Text): Gaps['unnoticed'] {
  const benefitOf = ({ mutant, killer }: Unnoticed) => killer?.claim.benefitId ?? mutant.benefits[0] ?? ''
  const groups = groupedBy(unnoticed, (each) => each.killer ?? benefitOf(each))
  const taken = neighbours.map(({ benefit, person }) => ({ benefit, name: person.name }))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const benefit = benefitOf(first)
    const neighbour = first.killer && neighbourOfSituation(first.killer, taken.filter((each) => each.benefit === benefit).map(({ name }) => name))
    if (neighbour) taken.push({ benefit, name: neighbour.person.name })
    return [{ ifs: group.map(words), benefit, ...(neighbour && { neighbour }) }]
  })
}

/** Where nobody is, everything is unseen, and saying so helps nobody. */
async function unseenIn(held: Regulation, neighbours: readonly Neighbour[], vocabulary: Vocabulary): Promise<Gaps['unseen']> {
  if (neighbours.length === 0) return []
  const results = []
  for (const each of neighbours) results.push(await judgeNeighbour(each, held, vocabulary))
  const standing = held.packs.flatMap(({ pack }) => (pack.standing ?? []).map(({ conditions }) => conditions))
  const leaves = [...standing, ...benefitsOf(held).flatMap(({ benefit }) => benefit.conditions ?? [])].flatMap(leavesOf)
  const { neverMet, neverUnmet } = unseenConditions(results, leaves.map(({ id }) => id))
  const nameOf = (id: string) => leaves.find((leaf) => leaf.id === id)?.name ?? { th: id, en: id }
  return [...neverMet.map((id) => ({ name: nameOf(id), never: 'met' as const })), ...neverUnmet.map((id) => ({ name: nameOf(id), never: 'unmet' as const }))]
}

import { entitlementsFor, type GivenOfKind } from './compare-people.ts'
import type { Day } from './day.ts'
import type { StandardNeighbour } from './standard-neighbour.ts'
import type { Category } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import { benefitsOf, inForceOn, type Publication } from './regulation.ts'

/** Which funds changed what they give of one kind of welfare between two days, by their ids: "since 2565 nine funds raised it". */
export interface ChangeOfKind {
  category: Category
  /** More for at least one neighbour, less for none. */
  raised: string[]
  lowered: string[]
  /** More for some, less for others. */
  shifted: string[]
  begun: string[]
  ended: string[]
}

/**
 * How a province's rules have moved between two days, told by what the same people would get then and now. A fund that had no regulation on
 * the earlier day is left out.
 */
export async function changesBetween(funds: readonly { id: string; publications: readonly Publication[] }[], neighbours: readonly StandardNeighbour[], { from, to, vocabulary }: { from: Day; to: Day; vocabulary: Vocabulary }): Promise<ChangeOfKind[]> {
  const kinds = new Map<Category, ChangeOfKind>()
  for (const { id, publications } of funds) {
    const [then, now] = [inForceOn(publications, from)?.regulation, inForceOn(publications, to)?.regulation]
    if (!then || !now) continue
    const [had, has] = [then, now].map((regulation) => new Set(benefitsOf(regulation).map(({ benefit }) => benefit.category)))
    const moves = new Map<Category, Set<number>>()
    for (const neighbour of neighbours) {
      const [before, after] = [await entitlementsFor(neighbour, then, { on: from, vocabulary }), await entitlementsFor(neighbour, now, { on: to, vocabulary })]
      for (const kind of after) note(moves, kind, before.find(({ category }) => category === kind.category))
    }
    for (const category of new Set([...had ?? [], ...has ?? []])) {
      const change = changeOf(had?.has(category) ?? false, has?.has(category) ?? false, moves.get(category) ?? new Set())
      if (!change) continue
      const kind = kinds.get(category) ?? { category, raised: [], lowered: [], shifted: [], begun: [], ended: [] }
      kind[change].push(id)
      kinds.set(category, kind)
    }
  }
  return [...kinds.values()]
}

function note(moves: Map<Category, Set<number>>, now: GivenOfKind, then: GivenOfKind | undefined) {
  if (!then) return
  const signs = moves.get(now.category) ?? new Set<number>()
  for (const sign of [Math.sign(now.low - then.low), Math.sign(now.high - then.high)]) if (sign !== 0) signs.add(sign)
  moves.set(now.category, signs)
}

function changeOf(had: boolean, has: boolean, signs: ReadonlySet<number>): Exclude<keyof ChangeOfKind, 'category'> | undefined {
  if (had !== has) return has ? 'begun' : 'ended'
  if (signs.size === 2) return 'shifted'
  return signs.has(1) ? 'raised' : signs.has(-1) ? 'lowered' : undefined
}

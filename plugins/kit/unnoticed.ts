import { termsCompared, termsUsed } from './terms-used.ts'
import type { Day } from './day.ts'
import { judgeByTable } from './judge-by-table.ts'
import { mutantsOf, type Edit } from './mutate.ts'
import { asExpected, claimOfNeighbour, judgeClaim, judgeNeighbour, matches, type Neighbour } from './neighbour.ts'
import { standingOf, type Benefit, type Pack } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import { packAsHeld, type Regulation } from './regulation.ts'
import { situationsOf, type Situation } from './situations.ts'

/** A regulation with one thing in it moved by one unit or turned round; only the benefits that this can touch are in it. */
export interface RegulationMutant extends Edit {
  /** The pack as the fund has it, in which the place lies. */
  pack: Pack
  benefits: readonly string[]
  regulation: Regulation
}

/** Every mutant of a regulation that some claim could notice: those of each pack with the fund's own values, as far as a benefit reads what is moved. */
export function mutantsOfRegulation(regulation: Regulation, vocabulary: Vocabulary): RegulationMutant[] {
  return regulation.packs.flatMap((adopted) => {
    const pack = packAsHeld(adopted)
    return mutantsOf(pack, vocabulary).flatMap(({ at, to, pack: mutated }) => {
      const touched = pack.benefits.filter((benefit) => isTouched(benefit, pack, at)).map(({ id }) => id)
      if (touched.length === 0) return []
      const benefits = mutated.benefits.filter(({ id }) => touched.includes(id))
      return [{ at, to, pack, benefits: touched, regulation: { ...regulation, packs: [{ pack: { ...mutated, benefits }, hash: adopted.hash }] } }]
    })
  })
}

function isTouched(benefit: Benefit, pack: Pack, [drawer, place]: Edit['at']): boolean {
  if (drawer === 'benefits') return pack.benefits[Number(place)] === benefit
  if (drawer === 'standing') return !benefit.exempt?.includes(pack.standing?.[Number(place)]?.id ?? '')
  if (drawer === 'facts') return benefit.asks.includes(String(place))
  const asked = benefit.asks.map((id) => { const fact = pack.facts?.[id]; return fact && 'askedWhen' in fact ? fact.askedWhen : undefined })
  return termsUsed(benefit).has(String(place)) || termsCompared([...standingOf(benefit, pack), ...asked]).includes(String(place))
}

/** What nobody would notice, and the situation of somebody who would; none where no situation that was tried tells the two apart. */
export interface Unnoticed {
  mutant: RegulationMutant
  killer?: Situation
}

/** How far the search for what nobody notices has come. */
export interface Noticing {
  mutants: number
  /** Less than `mutants` where the search was ended before. */
  tried: number
  unnoticed: Unnoticed[]
}

/**
 * The mutants of a regulation that no example person notices, each with a situation on a day that would. Before each mutant `goOn` says
 * whether there is time for it. An example person who is not as expected to begin with notices nothing. Of several who would notice, one to
 * whom it makes a difference in baht comes before one who only has another reason, and of these one who notices something else too, so that
 * few are needed.
 */
export async function whatNobodyNotices(regulation: Regulation, neighbours: readonly Neighbour[], on: Day, vocabulary: Vocabulary, goOn: () => Promise<boolean>): Promise<Noticing> {
  const mutants = mutantsOfRegulation(regulation, vocabulary)
  const standing: Neighbour[] = []
  for (const each of neighbours) if ((await judgeNeighbour(each, regulation, vocabulary)).passed) standing.push(each)
  const situationsFor = (benefit: string) => situationsOf(regulation, benefit, on, vocabulary)
  const unnoticed: Unnoticed[] = []
  const chosen = new Set<Situation>()
  let tried = 0
  for (const mutant of mutants) {
    if (!await goOn()) break
    tried += 1
    if (await isNoticed(mutant, standing, vocabulary)) continue
    const killer = await killerAmong(mutant, chosen, 'plainly') ?? await killerOf(mutant, situationsFor)
    if (killer) chosen.add(killer)
    unnoticed.push({ mutant, ...(killer && { killer }) })
  }
  return { mutants: mutants.length, tried, unnoticed }
}

async function isNoticed({ benefits, regulation }: RegulationMutant, neighbours: readonly Neighbour[], vocabulary: Vocabulary): Promise<boolean> {
  for (const each of neighbours) {
    if (!benefits.includes(each.benefit)) continue
    const { found } = await judgeClaim({ ...claimOfNeighbour(each, regulation, vocabulary), judgeTree: judgeByTable })
    if (!matches(each.expect, found)) return true
  }
  return false
}

async function killerOf(mutant: RegulationMutant, situationsFor: (benefit: string) => Promise<readonly Situation[]>): Promise<Situation | undefined> {
  for (const how of ['plainly', 'somehow'] as const) {
    for (const benefit of mutant.benefits) {
      const killer = await killerAmong(mutant, await situationsFor(benefit), how)
      if (killer) return killer
    }
  }
  return undefined
}

/** The first to whom a mutant makes a difference: in what they get, or only in why they get nothing. */
async function killerAmong({ benefits, regulation }: RegulationMutant, situations: Iterable<Situation>, how: 'plainly' | 'somehow'): Promise<Situation | undefined> {
  for (const situation of situations) {
    if (!benefits.includes(situation.claim.benefitId)) continue
    const { found } = await judgeClaim({ ...situation.claim, regulation })
    const isReason = found.outcome === 'ineligible' && situation.found.outcome === 'ineligible'
    if (!matches(asExpected(situation.found), found) && (how === 'somehow' || !isReason)) return situation
  }
  return undefined
}

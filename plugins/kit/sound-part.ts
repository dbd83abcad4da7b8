import { checkRegulation } from './check-regulation.ts'
import type { Finding } from './finding.ts'
import type { Vocabulary } from './plugin.ts'
import type { AdoptedPack, Regulation } from './regulation.ts'

/** A regulation without what does not hold together, and the benefits that were left out for it. */
export interface SoundPart {
  regulation: Regulation
  leftOut: string[]
}

type Located = Pick<Finding, 'level' | 'at'>

/**
 * Of a regulation that `check` refuses, what can be put into words and judged all the same: without the benefits and standing conditions in
 * which an error was found, and without those that name a fact or a term in which one was.
 */
export function soundPart(regulation: Regulation, findings: readonly Located[]): SoundPart {
  const places = findings.filter(({ level }) => level === 'error').map(({ at }) => at.split('.'))
  if (places.length === 0) return { regulation, leftOut: [] }
  const twice = new Set(places.flatMap(([packs, i, pack, id]) => (packs === 'packs' && pack === 'pack' && id === 'id' ? [Number(i)] : [])))
  const hasYear = places.every(([first, second]) => first !== 'fundTerms' || second !== 'year')
  const leftOut: string[] = []
  const packs = regulation.packs.flatMap((adopted, i) => {
    if (twice.has(i)) return []
    const within = places.flatMap(([packs, at, ...rest]) => (packs === 'packs' && Number(at) === i ? [rest] : []))
    const sound = soundIn(adopted, within, hasYear)
    leftOut.push(...adopted.pack.benefits.filter((benefit) => !sound.pack.benefits.includes(benefit) && !adopted.without?.includes(benefit.id)).map(({ id }) => id))
    return [sound]
  })
  return { regulation: { ...regulation, packs }, leftOut }
}

/** The same of a regulation in which nothing was looked for yet. */
export const soundPartOf = (regulation: Regulation, vocabulary: Vocabulary): SoundPart => soundPart(regulation, checkRegulation(regulation, vocabulary))

function soundIn(adopted: AdoptedPack, places: readonly string[][], hasYear: boolean): AdoptedPack {
  const { pack } = adopted
  const at = (part: string) => new Set(places.flatMap(([first, second, index]) => (first === 'pack' && second === part && index !== undefined ? [index] : [])))
  const [benefitsAt, standingAt] = [at('benefits'), at('standing')]
  const faulty = spread(new Set([...at('facts'), ...at('terms'), ...places.flatMap(([first, term]) => (first === 'values' && term !== undefined ? [term] : []))]), pack.facts ?? {})
  const benefits = pack.benefits.filter((benefit, i) => !benefitsAt.has(String(i)) && !names(benefit, faulty) && (hasYear || benefit.limits?.every(({ per }) => per !== 'year') !== false))
  const standing = pack.standing?.filter((each, i) => !standingAt.has(String(i)) && !names(each, faulty))
  return { ...adopted, pack: { ...pack, benefits, ...(standing && { standing }) } }
}

/** The faulty, and every fact that rests on one of them. */
function spread(faulty: ReadonlySet<string>, facts: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const more = Object.keys(facts).filter((id) => !faulty.has(id) && names(facts[id], faulty))
  return more.length === 0 ? faulty : spread(new Set([...faulty, ...more]), facts)
}

/** Whether any text of a tree is one of these ids. */
function names(tree: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof tree === 'string') return ids.has(tree)
  return typeof tree === 'object' && tree !== null && Object.values(tree).some((each) => names(each, ids))
}

/** A regulation without these benefits, in whichever pack they stand: to hold beside one that lacks them. */
export function withoutBenefits(regulation: Regulation, benefitIds: readonly string[]): Regulation {
  const left = ({ pack, ...adopted }: AdoptedPack): AdoptedPack => ({ ...adopted, pack: { ...pack, benefits: pack.benefits.filter(({ id }) => !benefitIds.includes(id)) } })
  return benefitIds.length === 0 ? regulation : { ...regulation, packs: regulation.packs.map(left) }
}

import type { Day } from './day.ts'
import { DRAFT_SOURCE } from './draft.ts'
import type { PackFact } from './fact.ts'
import { PACK_FORMAT, type Benefit, type Lineage, type Pack } from './pack.ts'
import { packHash, type AdoptedPack, type Regulation } from './regulation.ts'
import type { Term, TermValue } from './term.ts'
import type { Name } from './value.ts'

type Standing = NonNullable<Pack['standing']>[number]

/** The pack in which a fund keeps the benefits that are its own, by the fund's slug. */
export const ownPackId = (fund: string) => `${fund}/own`

/** Whether a pack holds a fund's own benefits. */
export const isOwnPack = (packId: string) => packId.endsWith('/own')

/** The regulation with what were another fund's own benefits as those of this one. */
export const ownedBy = (regulation: Regulation, fund: string): Regulation =>
  regulation.packs.filter(({ pack }) => isOwnPack(pack.id)).reduce((after, { pack: { id } }) => mapAdopted(after, id, (adopted) => ({ ...adopted, pack: { ...adopted.pack, id: ownPackId(fund) } })), regulation)

const OWN_TITLE: Name = { th: 'สวัสดิการของกองทุนเอง', en: 'The fund’s own benefits' }

/** The regulation with a benefit, in place of the one of its id or after the others. A pack of the fund's own begins with the first thing put in it. */
export function withBenefit(regulation: Regulation, packId: string, benefit: Benefit): Regulation {
  return mapAdopted(regulation, packId, ({ without, ...adopted }) => {
    const others = without?.filter((id) => id !== benefit.id) ?? []
    const { benefits } = adopted.pack
    const isKnown = benefits.some(({ id }) => id === benefit.id)
    const after = isKnown ? benefits.map((each) => (each.id === benefit.id ? benefit : each)) : [...benefits, benefit]
    return { ...adopted, ...(others.length > 0 && { without: others }), pack: { ...adopted.pack, benefits: after } }
  })
}

/**
 * The regulation without a benefit. One of the fund's own is taken out, and with the last of them their pack; of a pack that was adopted
 * it is a benefit the fund does not take, and the snapshot stays what it is.
 */
export function withoutBenefit(regulation: Regulation, packId: string, benefitId: string): Regulation {
  if (!isOwnPack(packId)) return mapAdopted(regulation, packId, (adopted) => ({ ...adopted, without: [...new Set([...adopted.without ?? [], benefitId])] }))
  const after = mapAdopted(regulation, packId, (adopted) => ({ ...adopted, pack: { ...adopted.pack, benefits: adopted.pack.benefits.filter(({ id }) => id !== benefitId) } }))
  return { ...after, packs: after.packs.filter(({ pack }) => pack.id !== packId || pack.benefits.length > 0) }
}

/** The regulation with a term, in place of the one of its id. */
export const withTerm = (regulation: Regulation, packId: string, termId: string, term: Term): Regulation =>
  mapAdopted(regulation, packId, (adopted) => ({ ...adopted, pack: { ...adopted.pack, terms: { ...adopted.pack.terms, [termId]: term } } }))

/** The regulation without a term and the values that the fund has set for it. */
export function withoutTerm(regulation: Regulation, packId: string, termId: string): Regulation {
  return mapAdopted(regulation, packId, ({ values, ...adopted }) => {
    const own = without(values ?? {}, termId)
    return { ...adopted, ...(Object.keys(own).length > 0 && { values: own }), pack: { ...adopted.pack, terms: without(adopted.pack.terms, termId) } }
  })
}

/** What a new term is worth from a draft's day on. */
export const draftedValues = <T extends TermValue>(from: Day, value: T) => [{ from, value, source: DRAFT_SOURCE }]

/** The regulation with a fact that a pack declares, in place of the one of its id. */
export const withFact = (regulation: Regulation, packId: string, factId: string, fact: PackFact): Regulation =>
  mapAdopted(regulation, packId, (adopted) => ({ ...adopted, pack: { ...adopted.pack, facts: { ...adopted.pack.facts, [factId]: fact } } }))

export function withoutFact(regulation: Regulation, packId: string, factId: string): Regulation {
  return mapAdopted(regulation, packId, ({ pack: { facts = {}, ...pack }, ...adopted }) => {
    const others = without(facts, factId)
    return { ...adopted, pack: { ...pack, ...(Object.keys(others).length > 0 && { facts: others }) } }
  })
}

/** The regulation with a condition that comes before each benefit's own, in place of the one of its id or after the others. */
export function withStanding(regulation: Regulation, packId: string, standing: Standing): Regulation {
  return mapAdopted(regulation, packId, (adopted) => {
    const { standing: before = [] } = adopted.pack
    const isKnown = before.some(({ id }) => id === standing.id)
    return { ...adopted, pack: { ...adopted.pack, standing: isKnown ? before.map((each) => (each.id === standing.id ? standing : each)) : [...before, standing] } }
  })
}

/** The regulation without a standing condition, and without the exemptions from it. */
export function withoutStanding(regulation: Regulation, packId: string, standingId: string): Regulation {
  return mapAdopted(regulation, packId, ({ pack: { standing = [], ...pack }, ...adopted }) => {
    const others = standing.filter(({ id }) => id !== standingId)
    const benefits = pack.benefits.map(({ exempt, ...benefit }) => {
      const left = exempt?.filter((id) => id !== standingId) ?? []
      return left.length > 0 ? { ...benefit, exempt: left } : benefit
    })
    return { ...adopted, pack: { ...pack, ...(others.length > 0 && { standing: others }), benefits } }
  })
}

/**
 * A regulation as it is kept, beside what it began as and what stood before it: each pack under the hash of what it says. A snapshot
 * changed by the fund is a version of its own, one above the one it was, and says as its lineage which that was; changed back, it is that
 * one again. A higher version than what stood there comes from elsewhere and says itself where from.
 */
export function descended(regulation: Regulation, origin: Regulation, before: Regulation): Regulation {
  const packs = regulation.packs.map(({ pack, ...adopted }): AdoptedPack => {
    const hash = packHash(pack)
    const [first, last] = [origin, before].map(({ packs: all }) => all.find((each) => each.pack.id === pack.id))
    const same = [first, last].find((each) => each?.hash === hash)
    if (same) return { ...adopted, hash, pack: identified(pack, same.pack) }
    if (!last || isLater(pack.version, last.pack.version)) return { ...adopted, hash, pack }
    return { ...adopted, hash, pack: identified(pack, last.hash !== first?.hash && isChanged(last.pack) ? last.pack : changedFrom(last)) }
  })
  return { ...regulation, packs }
}

type Identity = Pick<Pack, 'version' | 'basedOn'>

function identified({ basedOn: _basedOn, ...pack }: Pack, { version, basedOn }: Identity): Pack {
  return { ...pack, version, ...(basedOn && { basedOn }) }
}

/** What a snapshot is called once the fund has changed it: a version above the one it was, with that as its lineage. */
export const changedFrom = ({ pack: { id, version }, hash }: AdoptedPack): Identity => ({ version: nextVersion(version), basedOn: { pack: id, version, hash } })

/** The version of a model that a snapshot is, or goes back to: changed more than once, through what the fund has published in between. */
export function modelOf({ pack, hash }: AdoptedPack, published: readonly Regulation[]): Lineage {
  const { id, version, basedOn } = pack
  if (!basedOn || !isChanged(pack)) return { pack: id, version, hash }
  const before = published.flatMap(({ packs }) => packs).find((each) => each.hash === basedOn.hash && each.pack.id === id && each.pack.version === basedOn.version)
  return before ? modelOf(before, published) : basedOn
}

/** Whether a snapshot is a change of another that it names. */
const isChanged = ({ id, version, basedOn }: Pack) => basedOn?.pack === id && version === nextVersion(basedOn.version)

const numbersOf = (version: string) => version.split('.').map(Number)

function nextVersion(version: string): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version)
  return `${major}.${minor}.${patch + 1}`
}

/** Whether a version stands above another. */
export function isLater(one: string, other: string): boolean {
  const [a, b] = [numbersOf(one), numbersOf(other)]
  const at = a.findIndex((number, i) => number !== b[i])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

/** The regulation with one of its snapshots changed, under the hash of what it says then. */
export function mapAdopted(regulation: Regulation, packId: string, change: (adopted: AdoptedPack) => Omit<AdoptedPack, 'hash'>): Regulation {
  const changed = (adopted: AdoptedPack): AdoptedPack => {
    const after = change(adopted)
    return { ...after, hash: packHash(after.pack) }
  }
  if (regulation.packs.some(({ pack }) => pack.id === packId)) return { ...regulation, packs: regulation.packs.map((adopted) => (adopted.pack.id === packId ? changed(adopted) : adopted)) }
  if (!isOwnPack(packId)) throw new Error(`the regulation has no pack "${packId}"`)
  const pack: Pack = { format: PACK_FORMAT, id: packId, version: '1.0.0', title: OWN_TITLE, terms: {}, benefits: [] }
  return { ...regulation, packs: [...regulation.packs, changed({ pack, hash: packHash(pack) })] }
}

function without<T>(record: Record<string, T>, id: string): Record<string, T> {
  const { [id]: _gone, ...others } = record
  return others
}

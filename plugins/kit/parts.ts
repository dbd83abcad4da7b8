import type { Day } from './day.ts'
import { foundIn, isSame } from './draft.ts'
import type { Pack } from './pack.ts'
import { termValueOn, type AdoptedPack, type Regulation } from './regulation.ts'

/** A part of a regulation that is changed by itself: one of a pack's, a whole pack, or what stands beside the packs. */
export type Part =
  | { pack: string; benefit: string }
  | { pack: string; term: string }
  | { pack: string; fact: string }
  | { pack: string; standing: string }
  | { pack: string }
  | { of: 'title' | 'preamble' | 'fundTerms' }

/**
 * The parts of a regulation that are otherwise than in the one it was made from. A term is, where it is declared otherwise or has another
 * value on the day; of a pack that is new, its benefits are named, and of one that is gone the pack.
 */
export function changedParts(regulation: Regulation, origin: Regulation, on: Day): Part[] {
  const beside = (['title', 'preamble', 'fundTerms'] as const).filter((of) => !isSame(regulation[of], origin[of])).map((of) => ({ of }))
  const gone = origin.packs.filter(({ pack }) => !foundIn(regulation, pack.id)).map(({ pack }) => ({ pack: pack.id }))
  return [...beside, ...regulation.packs.flatMap((adopted) => changedIn(adopted, foundIn(origin, adopted.pack.id), on)), ...gone]
}

function changedIn(adopted: AdoptedPack, before: AdoptedPack | undefined, on: Day): Part[] {
  const { pack } = adopted
  if (!before) return pack.benefits.map(({ id }) => ({ pack: pack.id, benefit: id }))
  const isTermChanged = (id: string) => !isSame(declaration(pack, id), declaration(before.pack, id)) || !isSame(termValueOn(adopted, id, on)?.value, termValueOn(before, id, on)?.value)
  return [
    ...(pack.title.th === before.pack.title.th && pack.title.en === before.pack.title.en ? [] : [{ pack: pack.id }]),
    ...changedIds(benefitsIn(before), benefitsIn(adopted)).map((benefit) => ({ pack: pack.id, benefit })),
    ...idsOf(before.pack.terms, pack.terms).filter(isTermChanged).map((term) => ({ pack: pack.id, term })),
    ...changedIds(before.pack.facts, pack.facts).map((fact) => ({ pack: pack.id, fact })),
    ...changedIds(standingIn(before), standingIn(adopted)).map((standing) => ({ pack: pack.id, standing })),
  ]
}

/** How a term is declared, its values aside. */
function declaration({ terms }: Pack, id: string) {
  const { values: _values, ...declared } = terms[id] ?? {}
  return declared
}

/** The benefits that the fund takes, by their ids. */
const benefitsIn = ({ pack, without }: AdoptedPack) => Object.fromEntries(pack.benefits.filter(({ id }) => !without?.includes(id)).map((benefit) => [benefit.id, benefit]))

const standingIn = ({ pack: { standing = [] } }: AdoptedPack) => Object.fromEntries(standing.map((each) => [each.id, each]))

const idsOf = (...records: (object | undefined)[]) => [...new Set(records.flatMap((record) => Object.keys(record ?? {})))]

const changedIds = <T>(before: Readonly<Record<string, T>> = {}, after: Readonly<Record<string, T>> = {}) => idsOf(before, after).filter((id) => !isSame(after[id], before[id]))

import { canonicalJson } from './canonical.ts'
import { foundIn, withOwn } from './draft.ts'
import type { Part } from './parts.ts'
import type { AdoptedPack, Regulation } from './regulation.ts'
import { withBenefit, withFact, withoutBenefit, withoutFact, withoutStanding, withoutTerm, withStanding, withTerm } from './structure.ts'

/** One regulation made of two that were changed from the same base, and the parts that both have changed, each otherwise. */
export interface Together {
  regulation: Regulation
  clashing: Part[]
}

/** A part as one regulation has it: what it says, and how it comes to stand in another. */
interface Unit {
  part: Part
  says: string
  put: (regulation: Regulation) => Regulation
  take: (regulation: Regulation) => Regulation
}

/**
 * What one has made of a regulation, put on what another has made of it meanwhile, part by part. Where both have changed a part, it is as
 * `first` says.
 */
export function together(base: Regulation, mine: Regulation, theirs: Regulation, first: 'mine' | 'theirs'): Together {
  const [were, are, others] = [unitsIn(base), unitsIn(mine), unitsIn(theirs)]
  const changed = [...new Map([...were, ...are])].filter(([key]) => were.get(key)?.says !== are.get(key)?.says)
  const isClash = (key: string) => others.get(key)?.says !== were.get(key)?.says && others.get(key)?.says !== are.get(key)?.says
  const clashing = changed.filter(([key]) => isClash(key)).map(([, { part }]) => part)
  const applied = changed.filter(([key]) => first === 'mine' || !isClash(key))
  const regulation = applied.reduce((all, [key, unit]) => {
    if ('pack' in unit.part && !foundIn(all, unit.part.pack)) return withWhole(all, foundIn(mine, unit.part.pack))
    return are.has(key) ? unit.put(all) : unit.take(all)
  }, theirs)
  return { regulation, clashing }
}

/** A pack that the other has not, with everything in it. */
const withWhole = (regulation: Regulation, adopted: AdoptedPack | undefined): Regulation => (adopted ? { ...regulation, packs: [...regulation.packs, adopted] } : regulation)

function unitsIn(regulation: Regulation): ReadonlyMap<string, Unit> {
  const units = [
    ...(['title', 'preamble', 'fundTerms'] as const).map((of): Unit => ({ part: { of }, says: said(regulation[of]), put: beside(of, regulation), take: beside(of, regulation) })),
    ...regulation.packs.flatMap(unitsOf),
  ]
  return new Map(units.map((unit) => [said(unit.part), unit]))
}

const said = (value: unknown) => canonicalJson(value ?? null)

const beside = (of: 'title' | 'preamble' | 'fundTerms', { title, preamble, fundTerms }: Regulation) => ({ preamble: before, ...regulation }: Regulation): Regulation => {
  if (of === 'preamble') return { ...regulation, ...(preamble && { preamble }) }
  return { ...regulation, ...(before && { preamble: before }), ...(of === 'title' ? { title } : { fundTerms }) }
}

function unitsOf({ pack, values = {}, without = [] }: AdoptedPack): Unit[] {
  const { id, version, basedOn, notes, title } = pack
  const head: Unit = { part: { pack: id }, says: said({ version, title, basedOn: basedOn ?? null, notes: notes ?? null }), put: (regulation) => headed(regulation, id, { version, title, basedOn, notes }), take: (regulation) => ({ ...regulation, packs: regulation.packs.filter((each) => each.pack.id !== id) }) }
  return [
    head,
    ...Object.entries(pack.terms).map(([term, declared]): Unit => ({ part: { pack: id, term }, says: said({ declared, own: values[term] ?? null }), put: (regulation) => withOwn(withTerm(regulation, id, term, declared), id, term, values[term]), take: (regulation) => withoutTerm(regulation, id, term) })),
    ...Object.entries(pack.facts ?? {}).map(([fact, declared]): Unit => ({ part: { pack: id, fact }, says: said(declared), put: (regulation) => withFact(regulation, id, fact, declared), take: (regulation) => withoutFact(regulation, id, fact) })),
    ...(pack.standing ?? []).map((standing): Unit => ({ part: { pack: id, standing: standing.id }, says: said(standing), put: (regulation) => withStanding(regulation, id, standing), take: (regulation) => withoutStanding(regulation, id, standing.id) })),
    ...pack.benefits.map((benefit): Unit => {
      const isTaken = !without.includes(benefit.id)
      const put = (regulation: Regulation) => withBenefit(regulation, id, benefit)
      return { part: { pack: id, benefit: benefit.id }, says: said({ benefit, isTaken }), put: (regulation) => (isTaken ? put(regulation) : withoutBenefit(put(regulation), id, benefit.id)), take: (regulation) => withoutBenefit(regulation, id, benefit.id) }
    }),
  ]
}

function headed(regulation: Regulation, packId: string, { version, title, basedOn, notes }: Pick<AdoptedPack['pack'], 'version' | 'title'> & { [Key in 'basedOn' | 'notes']: AdoptedPack['pack'][Key] | undefined }): Regulation {
  const packs = regulation.packs.map((adopted): AdoptedPack => {
    const { basedOn: _basedOn, notes: _notes, ...pack } = adopted.pack
    return pack.id === packId ? { ...adopted, pack: { ...pack, version, title, ...(basedOn && { basedOn }), ...(notes && { notes }) } } : adopted
  })
  return { ...regulation, packs }
}

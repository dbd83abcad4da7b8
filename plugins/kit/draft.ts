import { canonicalJson } from './canonical.ts'
import { compareDays, type Day } from './day.ts'
import { datedValues, packHash, termValueOn, type AdoptedPack, type Regulation } from './regulation.ts'
import type { DatedValue, Term, TermValue } from './term.ts'

/** What stands as the source of a value until a meeting has resolved on it. */
export const DRAFT_SOURCE = 'ร่าง'

/** A term of one of a regulation's packs. */
export interface TermOfPack {
  pack: string
  term: string
}

/** The day from which a value that is set for all days is dated. */
const EVER: Day = '1800-01-01'

/**
 * The regulation with a term's value from a day on, its source being the draft. What the origin says of other days stands; a value as
 * the origin has it is no change, so that a draft put back as it was has the hash it began with.
 */
export function withValue(regulation: Regulation, origin: Regulation, { pack, term, value }: TermOfPack & { value: TermValue }, from: Day): Regulation {
  const { pack: declaring, hash } = adoptedIn(regulation, pack)
  const own = foundIn(origin, pack)?.values
  const before: AdoptedPack = { pack: declaring, hash, ...(own && { values: own }) }
  const declared = before.pack.terms[term]
  if (!declared) throw new Error(`the pack "${pack}" has no term "${term}"`)
  if (isSame(value, termValueOn(before, term, from)?.value)) return withoutValue(regulation, origin, { pack, term })
  const earlier = (before.values?.[term] ?? []).filter((each) => each.from < from)
  const later = datedValues(before, term, declared).filter((each) => each.from > from)
  return withOwn(regulation, pack, term, [...earlier, { from, value, source: DRAFT_SOURCE }, ...later])
}

/** The regulation with a term as its origin has it; a term that the origin has not, as its pack has it. */
export function withoutValue(regulation: Regulation, origin: Regulation, { pack, term }: TermOfPack): Regulation {
  return withOwn(regulation, pack, term, foundIn(origin, pack)?.values?.[term])
}

/** The regulation with every source of these words in other words: the meeting's in place of the draft's. */
export function resourced(regulation: Regulation, before: string, after: string): Regulation {
  return mapDated(regulation, (values) => values.map((each) => (each.source === before ? { ...each, source: after } : each)))
}

/** The regulation with what the draft has set from another day on. */
export function moved(regulation: Regulation, before: Day, after: Day): Regulation {
  const isDrafted = (each: DatedValue) => each.from === before && each.source === DRAFT_SOURCE
  return mapDated(regulation, (values) => (values.some(isDrafted)
    ? values.filter((each) => isDrafted(each) || each.from !== after).map((each) => (isDrafted(each) ? { ...each, from: after } : each)).toSorted((a, b) => compareDays(a.from, b.from))
    : values))
}

/** The regulation with the first value of each term from a day on, where its pack's begin later: a fund's own first day may lie before its model. */
export function begunBy(regulation: Regulation, day: Day): Regulation {
  const packs = regulation.packs.map((adopted): AdoptedPack => {
    const early = Object.entries(adopted.pack.terms).flatMap(([id, term]) => {
      const [first, ...rest] = datedValues(adopted, id, term)
      return first && first.from > day && first.value !== null ? [[id, [{ ...first, from: day, source: DRAFT_SOURCE }, ...rest]] satisfies [string, DatedValue[]]] : []
    })
    return early.length === 0 ? adopted : { ...adopted, values: { ...adopted.values, ...Object.fromEntries(early) } }
  })
  return { ...regulation, packs }
}

/** The regulation with the values of one day on every day: what it would give if it had always stood as on that day. */
export const everAsOn = (regulation: Regulation, day: Day): Regulation => holding(regulation, day, () => [])

/**
 * The regulation with the values of one day on every day before it too, what begins later beginning when it does: so an event of before
 * is judged as if it had happened under a draft, and one of after as it will be.
 */
export const heldFrom = (regulation: Regulation, day: Day): Regulation => holding(regulation, day, (values) => values.filter(({ from }) => from > day))

function holding(regulation: Regulation, day: Day, laterOf: (values: readonly DatedValue[]) => readonly DatedValue[]): Regulation {
  const packs = regulation.packs.map((adopted): AdoptedPack => ({
    ...adopted,
    values: Object.fromEntries(Object.entries(adopted.pack.terms).map(([id, term]) => {
      const { value = null, source = DRAFT_SOURCE } = termValueOn(adopted, id, day) ?? {}
      return [id, [{ from: EVER, value, source }, ...laterOf(datedValues(adopted, id, term))]]
    })),
  }))
  return { ...regulation, packs }
}

/** A regulation's snapshot of a pack. Throws where it has not adopted it. */
export function adoptedIn(regulation: Regulation, id: string): AdoptedPack {
  const adopted = foundIn(regulation, id)
  if (!adopted) throw new Error(`the regulation has no pack "${id}"`)
  return adopted
}

/** A regulation's snapshot of a pack, if it has adopted it. */
export const foundIn = ({ packs }: Regulation, id: string): AdoptedPack | undefined => packs.find(({ pack }) => pack.id === id)

/** Whether two parts of a regulation, or two values of a term, say the same; undefined is a term that has none. */
export const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null)

/** The regulation with a fund's own dated values for a term, or with none. */
export function withOwn(regulation: Regulation, packId: string, term: string, own: readonly DatedValue[] | undefined): Regulation {
  const packs = regulation.packs.map((adopted) => {
    if (adopted.pack.id !== packId) return adopted
    const { values = {}, ...rest } = adopted
    const { [term]: _before, ...others } = values
    const after = own === undefined ? others : { ...others, [term]: [...own] }
    return Object.keys(after).length === 0 ? rest : { ...rest, values: after }
  })
  return { ...regulation, packs }
}

/** The regulation with every term's dated values changed: those of its packs, and the fund's own. */
function mapDated(regulation: Regulation, change: (values: readonly DatedValue[]) => readonly DatedValue[]): Regulation {
  const packs = regulation.packs.map((adopted): AdoptedPack => {
    const terms = Object.fromEntries(Object.entries(adopted.pack.terms).map(([id, term]) => [id, { ...term, values: [...change(term.values)] } as Term])) // of the type it was
    const pack = { ...adopted.pack, terms }
    const values = adopted.values && Object.fromEntries(Object.entries(adopted.values).map(([id, own]) => [id, [...change(own)]]))
    return { ...adopted, pack, hash: packHash(pack), ...(values && { values }) }
  })
  return { ...regulation, packs }
}

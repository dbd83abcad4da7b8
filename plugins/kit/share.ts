import { BadInput } from './bad-input.ts'
import { CASES_FORMAT, type Cases } from './cases.ts'
import { factsNeeded } from './check-benefits.ts'
import { checkingOf } from './checking.ts'
import type { Day } from './day.ts'
import type { Neighbour } from './neighbour.ts'
import type { Benefit, Pack } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import { packAsHeld, termValueOn, type AdoptedPack, type Regulation } from './regulation.ts'
import { isOwnPack, modelOf } from './structure.ts'
import { isLeftOpen, type Term } from './term.ts'
import { termsBehind, termsCompared } from './terms-used.ts'
import type { Name } from './value.ts'

/** What of a pack a fund shares, under which name, and the terms that it leaves for each fund to set. */
export interface Sharing {
  id: string
  version: string
  title: Name
  benefits: readonly string[]
  open: readonly string[]
}

/**
 * A pack as a fund holds it, made ready for others: with the fund's own values, only these benefits and what they use. It says as its
 * lineage which model it was copied from, found back through what the fund has published. Throws BadInput at `benefits` or `open` for
 * what the fund has not, or what would not be shared.
 */
export function sharedPack(adopted: AdoptedPack, { id, version, title, benefits: chosen, open }: Sharing, published: readonly Regulation[], vocabulary: Vocabulary): Pack {
  const { basedOn: _basedOn, facts, standing, ...held } = packAsHeld(adopted)
  const strange = chosen.find((each) => held.benefits.every((benefit) => benefit.id !== each))
  if (strange !== undefined) throw new BadInput('benefits', { th: `กองทุนไม่มีสวัสดิการ "${strange}" ในชุดกติกานี้`, en: `the fund has no benefit "${strange}" in this pack` })
  const benefits = held.benefits.filter((benefit) => chosen.includes(benefit.id))
  const binding = standing?.filter((each) => benefits.some(({ exempt }) => !exempt?.includes(each.id))) ?? []
  const factsLeft = partOf(facts ?? {}, needed(adopted, benefits, vocabulary))
  const asked = Object.values(factsLeft).map((fact) => ('askedWhen' in fact ? fact.askedWhen : undefined))
  const used = new Set([...termsCompared(asked), ...benefits.flatMap((benefit) => [...termsBehind(benefit, adopted.pack)])])
  const notShared = open.find((each) => !used.has(each))
  if (notShared !== undefined) throw new BadInput('open', { th: `สวัสดิการที่แบ่งปันไม่ได้ใช้ค่า "${notShared}"`, en: `what is shared does not use the term "${notShared}"` })

  const terms = Object.entries(partOf(held.terms, used)).map(([termId, term]): [string, Term] => [termId, open.includes(termId) ? leftOpen(term) : term])
  const model = modelOf(adopted, published)
  return {
    ...held, id, version, title,
    ...(!isOwnPack(model.pack) && model.pack !== id && { basedOn: model }),
    ...(Object.keys(factsLeft).length > 0 && { facts: factsLeft }),
    terms: Object.fromEntries(terms),
    ...(binding.length > 0 && { standing: binding }),
    benefits: benefits.map((benefit) => withExemptions(benefit, binding.map((each) => each.id))),
  }
}

const leftOpen = (term: Term): Term => ({ ...term, open: true, values: [] })

const needed = (adopted: AdoptedPack, benefits: readonly Benefit[], vocabulary: Vocabulary): Set<string> => {
  const checking = checkingOf(adopted, vocabulary)
  return new Set(benefits.flatMap((benefit) => [...factsNeeded(checking, benefit)]))
}

function withExemptions({ exempt, ...benefit }: Benefit, standing: readonly string[]): Benefit {
  const left = exempt?.filter((id) => standing.includes(id)) ?? []
  return left.length > 0 ? { ...benefit, exempt: left } : benefit
}

/**
 * The example people of a fund who ask for what a shared pack offers, as the cases beside it; undefined where there are none. They come
 * out as they do in the fund on the day, so the fund's own terms and its values of that day are given with them.
 */
export function sharedCases(pack: Pack, neighbours: readonly Neighbour[], { fundTerms }: Regulation, adopted: AdoptedPack, on: Day): Cases | undefined {
  const going = neighbours.filter(({ benefit }) => pack.benefits.some(({ id }) => id === benefit))
  if (going.length === 0) return undefined
  const left = new Set(Object.keys(adopted.pack.facts ?? {}).filter((id) => !Object.hasOwn(pack.facts ?? {}, id)))
  const known = <T>(facts: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(facts).filter(([id]) => !left.has(id)))
  const values = Object.keys(pack.terms).flatMap((id) => {
    const value = termValueOn(adopted, id, on)?.value ?? null
    return value === null ? [] : [[id, value] as const]
  })
  return {
    format: CASES_FORMAT,
    pack: pack.id,
    given: { fundTerms, values: Object.fromEntries(values) },
    persons: Object.fromEntries(going.map(({ person }, i) => [`person-${i + 1}`, { ...person, facts: known(person.facts) }])),
    cases: going.map(({ person: _person, facts, fund, ...rest }, i) => ({ ...rest, person: `person-${i + 1}`, facts: known(facts), ...(fund && { fund: known(fund) }) })),
  }
}

/** The terms of a pack that each fund sets for itself. */
export const openTermsOf = ({ terms }: Pack): string[] => Object.entries(terms).flatMap(([id, term]) => (isLeftOpen(term) ? [id] : []))

const partOf = <T>(record: Record<string, T>, ids: ReadonlySet<string>): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)))

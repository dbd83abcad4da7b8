import { packShape } from './pack-shape.ts'
import type { Pack } from './pack.ts'
import { packHash, type AdoptedPack } from './regulation.ts'
import type { DatedValue, Term } from './term.ts'
import { changedFrom } from './structure.ts'
import { isSame, mergeByShape, type Choice, type Conflict } from './three-way.ts'

export type { Choice, Conflict } from './three-way.ts'

/** A fund's copy of a model brought up to a later version of it. */
export interface Upgrade {
  /** Everything that both changed, and not to the same, in the order of the pack; whether chosen or not. */
  conflicts: Conflict[]
  /** Absent until each conflict has its choice: all or nothing. */
  adopted?: AdoptedPack
}

/** A term as one fund sees it. */
type OwnTerm = Term & { own?: readonly DatedValue[] }

/**
 * Brings a fund's copy of a pack from one version of its model to another: what only one side changed is taken from that side, what both
 * changed is a conflict until somebody chooses, by its id. The fund's own values stand on top of the model's: they stay, and are a
 * conflict where the model's have changed to something else; to take the model's is to give up one's own. A copy that still differs from the
 * model is a version above it, with it as its lineage. Doing it again changes nothing.
 * What parts no longer fit together afterwards (a term that one side took out and the other began to use) is for `check` to say.
 */
export function upgrade(base: Pack, mine: AdoptedPack, theirs: Pack, choices: Readonly<Record<string, Choice>> = {}): Upgrade {
  const { merged, conflicts } = mergeByShape(packShape, { base, mine: withOwn(mine), theirs }, choices)
  const { pack: both, values } = withoutOwn(merged as Pack) // a merge of packs by their shape is a pack
  for (const [id, own] of Object.entries(values)) {
    const [before, now] = [base.terms[id], theirs.terms[id]]
    if (!before || !now || isSame(before.values, now.values) || isSame(own.at(-1)?.value, now.values.at(-1)?.value)) continue
    const at = ['terms', id, 'own']
    if (conflicts.some((conflict) => conflict.id === `terms.${id}`)) continue
    conflicts.push({ id: at.join('.'), at, base: before.values, mine: own, theirs: now.values })
    if (choices[at.join('.')] === 'theirs') delete values[id]
  }
  if (conflicts.some(({ id }) => !Object.hasOwn(choices, id))) return { conflicts }
  const without = mine.without?.filter((id) => both.benefits.some((benefit) => benefit.id === id)) ?? []
  const [hash, model] = [packHash(both), packHash(theirs)]
  const pack = hash === model ? both : { ...both, ...changedFrom({ pack: theirs, hash: model }) }
  return {
    conflicts,
    adopted: { pack, hash, ...(Object.keys(values).length > 0 && { values }), ...(without.length > 0 && { without }) },
  }
}

/** So that what becomes of a term becomes of the fund's own values too. */
function withOwn({ pack, values = {} }: AdoptedPack): Pack {
  const terms = Object.entries(pack.terms).map(([id, term]): [string, OwnTerm] => [id, Object.hasOwn(values, id) ? { ...term, own: values[id] ?? [] } : term])
  return { ...pack, terms: Object.fromEntries(terms) }
}

function withoutOwn(pack: Pack): { pack: Pack; values: Record<string, DatedValue[]> } {
  const values: Record<string, DatedValue[]> = {}
  const terms = Object.entries(pack.terms).map(([id, each]): [string, Term] => {
    const { own, ...term } = each as OwnTerm // as withOwn has put it there
    if (own) values[id] = [...own]
    return [id, term]
  })
  return { pack: { ...pack, terms: Object.fromEntries(terms) }, values }
}

import type { Cases } from './cases.ts'
import type { DerivedFact, Fact } from './fact.ts'
import { fundFacts } from './kit-facts.ts'
import { kitOperators, type Operator } from './operator.ts'
import type { Pack } from './pack.ts'
import type { FundTerms } from './fund-terms.ts'
import type { AdoptedPack } from './regulation.ts'
import type { Name } from './value.ts'

/**
 * What a folder in `plugins/` exports: a plain object with named drawers. `packs` are data that funds may adopt, `cases` the example
 * people that stand beside them; `facts` and `operators` are code, which the operator of the host reviews.
 */
export interface Plugin {
  meta: { id: string; version: string; title: Name; maintainer: string }
  packs?: readonly Pack[]
  cases?: readonly Cases[]
  facts?: Readonly<Record<string, DerivedFact>>
  operators?: Readonly<Record<string, Required<Omit<Operator, 'neighbour'>>>>
}

/** Gives a plugin its type. */
export const definePlugin = (plugin: Plugin): Plugin => plugin

/** The words that conditions are written in: operators, and facts derived by code, of the kit and of plugins. */
export interface Vocabulary {
  facts: Readonly<Record<string, DerivedFact>>
  operators: Readonly<Record<string, Operator>>
}

/** The kit's own words. */
export const kitVocabulary: Vocabulary = { facts: {}, operators: kitOperators }

/** The kit's words and those of the plugins. Throws where two plugins, or a plugin and the kit, claim the same word. */
export function vocabularyOf(plugins: readonly Plugin[]): Vocabulary {
  const facts: Record<string, DerivedFact> = {}
  const operators: Record<string, Operator> = { ...kitOperators }
  const taken = fundFacts('joined')
  for (const plugin of plugins) {
    for (const [id, fact] of Object.entries(plugin.facts ?? {})) {
      if (id in facts || id in taken) throw new Error(`plugin ${plugin.meta.id}: the fact "${id}" is already defined`)
      facts[id] = fact
    }
    for (const [id, operator] of Object.entries(plugin.operators ?? {})) {
      if (id in operators) throw new Error(`plugin ${plugin.meta.id}: the operator "${id}" is already defined`)
      operators[id] = operator
    }
  }
  return { facts, operators }
}

type Catalogue = Readonly<Record<string, Fact>>

/** Putting a catalogue together costs as much as looking a claim up in it. */
const catalogues = new WeakMap<Vocabulary, WeakMap<Pack, Partial<Record<FundTerms['memberFrom'], Catalogue>>>>()

/** Every fact that a pack's conditions and amounts may name in a fund with these terms. */
export function catalogueOf({ pack }: Pick<AdoptedPack, 'pack'>, { memberFrom }: Pick<FundTerms, 'memberFrom'>, vocabulary: Vocabulary): Catalogue {
  const ofVocabulary = catalogues.get(vocabulary) ?? new WeakMap<Pack, Partial<Record<FundTerms['memberFrom'], Catalogue>>>()
  const ofPack = ofVocabulary.get(pack) ?? {}
  const catalogue = ofPack[memberFrom] ?? { ...fundFacts(memberFrom), ...vocabulary.facts, ...pack.facts }
  catalogues.set(vocabulary, ofVocabulary.set(pack, Object.assign(ofPack, { [memberFrom]: catalogue })))
  return catalogue
}

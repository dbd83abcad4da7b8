import { BadInput } from './bad-input.ts'
import type { Cases } from './cases.ts'
import { containedFact, containedOperator, unguarded, type Guard } from './contained.ts'
import type { DerivedFact, Fact } from './fact.ts'
import { fundFacts } from './kit-facts.ts'
import { kitOperators, type Operator, type PluginOperator } from './operator.ts'
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
  operators?: Readonly<Record<string, PluginOperator>>
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

/**
 * The kit's words and those of the plugins, whose code is called within the guard. Throws BadInput at the plugin where two plugins, or a
 * plugin and the kit, claim the same word.
 */
export function vocabularyOf(plugins: readonly Plugin[], guard: Guard = unguarded): Vocabulary {
  const facts: Record<string, DerivedFact> = {}
  const operators: Record<string, Operator> = { ...kitOperators }
  const taken = fundFacts('joined')
  for (const plugin of plugins) {
    for (const [id, fact] of Object.entries(plugin.facts ?? {})) {
      if (id in facts || id in taken) throw new BadInput(plugin.meta.id, { th: `มีข้อมูลชื่อ "${id}" อยู่แล้ว`, en: `the fact "${id}" is already defined` })
      facts[id] = containedFact({ plugin: plugin.meta.id, kind: 'fact', id, label: fact.label }, fact, guard)
    }
    for (const [id, operator] of Object.entries(plugin.operators ?? {})) {
      if (id in operators) throw new BadInput(plugin.meta.id, { th: `มีการเปรียบเทียบชื่อ "${id}" อยู่แล้ว`, en: `the operator "${id}" is already defined` })
      operators[id] = containedOperator({ plugin: plugin.meta.id, kind: 'operator', id, label: operator.label }, operator, plugin.operators?.[operator.opposite], guard)
    }
  }
  return { facts, operators }
}

/** Every fact that a pack's conditions and amounts may name in a fund with these terms. */
export function catalogueOf({ pack }: Pick<AdoptedPack, 'pack'>, { memberFrom }: Pick<FundTerms, 'memberFrom'>, vocabulary: Vocabulary): Readonly<Record<string, Fact>> {
  return { ...fundFacts(memberFrom), ...vocabulary.facts, ...pack.facts }
}

import { z } from '@hono/zod-openapi'
import { ASPECTS } from '../../plugins/kit/aspect.ts'
import { alignBenefits, clausesOf, differencesBetween } from '../../plugins/kit/compare.ts'
import { Day } from '../../plugins/kit/day.ts'
import { rootsOf } from '../../plugins/kit/lineage.ts'
import { Category, Clause } from '../../plugins/kit/pack.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { Id, Name } from '../../plugins/kit/value.ts'
import { Slug } from '../funds/fund.ts'
import { NamedNetwork } from '../network/network.ts'
import type { Province } from './queries.ts'

const Aspect = z.enum(ASPECTS)
const Sentence = z.strictObject({ th: z.string(), en: z.string() })

/** A benefit of one fund, clause by clause. `difference`: what the first of its row says otherwise (`one`) and what it says itself (`other`). */
const ComparedBenefit = z.strictObject({
  slug: Slug,
  name: Name,
  benefit: Id,
  pack: z.string(),
  title: Name,
  clause: Clause.optional(),
  aspects: z.array(z.strictObject({ aspect: Aspect, sentences: z.array(Sentence) })),
  difference: z.array(z.strictObject({ aspect: Aspect, one: Sentence.optional(), other: Sentence.optional() })),
}).openapi('ComparedBenefit')

export const ComparedClauses = z.strictObject({
  network: NamedNetwork,
  on: Day,
  category: Category,
  /** Each row is one benefit, in every fund that has it: of one model by its ids, of unrelated rules by its kind. */
  rows: z.array(z.array(ComparedBenefit)),
}).openapi('ComparedClauses')
export type ComparedClauses = z.infer<typeof ComparedClauses>

/** One kind of welfare in several funds, side by side; differences are from the first fund that has the benefit. */
export function compareClauses({ network, on, funds }: Omit<Province, 'neighbours'>, category: Category, vocabulary: Vocabulary): ComparedClauses {
  const rootOf = rootsOf(funds.flatMap(({ inForce }) => inForce?.regulation.packs ?? []).map(({ pack }) => pack))
  const clauses = funds.map(({ inForce }) => (inForce ? clausesOf(inForce.regulation, on, rootOf, vocabulary).filter((each) => each.category === category) : []))
  const rows = alignBenefits(clauses).map(({ cells }) => {
    const first = cells.find((cell) => cell !== undefined)
    return cells.flatMap((cell, at) => {
      const fund = funds[at]
      if (!cell || !fund || !first) return []
      const aspects = ASPECTS.map((aspect) => ({ aspect, sentences: cell.sentences[aspect] })).filter(({ sentences }) => sentences.length > 0)
      return [{ slug: fund.slug, name: fund.name, benefit: cell.benefitId, pack: cell.packId, title: cell.title, ...(cell.clause && { clause: cell.clause }), aspects, difference: differencesBetween(first, cell) }]
    })
  })
  return { network, on, category, rows }
}

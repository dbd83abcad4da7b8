import { ASPECTS, type Aspect } from './aspect.ts'
import { benefitLines, bindsMost } from './benefit-lines.ts'
import type { Day } from './day.ts'
import { glossaryOf } from './glossary.ts'
import { sentencesIn, unlikeSentences, type NoticeLine } from './notice-line.ts'
import type { Benefit, Category } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import { benefitsOf, type Regulation } from './regulation.ts'
import { requirementLines } from './requirement.ts'
import type { Text } from './text.ts'
import type { Name } from './value.ts'

/** One benefit as it stands in a regulation, clause by clause: its own sentences and those that stand before every benefit. */
export interface Clauses {
  benefitId: string
  packId: string
  category: Category
  title: Name
  clause?: NonNullable<Benefit['clause']>
  sentences: Record<Aspect, Text[]>
}

/** The same benefit in every regulation that has it, in the order of the regulations; undefined where one has nothing like it. */
export interface Row {
  category: Category
  cells: (Clauses | undefined)[]
}

/** A sentence that two benefits say otherwise: as the first has it, as the second has it, or just one where only one says it. */
export interface SentenceDifference {
  aspect: Aspect
  one?: Text
  other?: Text
}

/** Every benefit of a regulation with the sentences of its clauses, as on a day. Copies of one model are told apart from strangers by the root of their packs. */
export function clausesOf(regulation: Regulation, on: Day, rootOf: (packId: string) => string, vocabulary: Vocabulary): Clauses[] {
  return benefitsOf(regulation).map(({ benefit, adopted }) => {
    const glossary = glossaryOf(adopted, regulation.fundTerms, on, vocabulary)
    const { id, category, title, clause } = benefit
    const general = (adopted.pack.standing ?? []).filter((standing) => bindsMost(standing.id, adopted.pack) && !benefit.exempt?.includes(standing.id))
    const lines = [...benefitLines(benefit, glossary, regulation), ...general.flatMap(({ conditions }) => requirementLines(conditions, glossary))]
    const sentences = Object.fromEntries(ASPECTS.map((aspect) => [aspect, lines.filter(({ about }) => about === aspect).flatMap(sentencesOf)])) as Clauses['sentences'] // every aspect is there
    return { benefitId: id, packId: rootOf(adopted.pack.id), category, title, ...(clause && { clause }), sentences }
  })
}

/** A line that only says what stands under it is left out: the aspect says it. */
const sentencesOf = (line: NoticeLine): Text[] => (line.about === 'document' ? (line.under ?? []).flatMap(sentencesIn) : sentencesIn(line))

/**
 * Benefits of several regulations side by side: those of one lineage by their ids; those of unrelated packs by their kind, in the order
 * in which each regulation has them. Rows come kind by kind, in the order in which kinds first appear.
 */
export function alignBenefits(regulations: readonly (readonly Clauses[])[]): Row[] {
  const kinds = new Map<Category, (Row & { keys: Set<string> })[]>()
  for (const [column, clauses] of regulations.entries()) {
    for (const each of clauses) {
      const rows = kinds.get(each.category) ?? []
      kinds.set(each.category, rows)
      const key = `${each.packId}/${each.benefitId}`
      const isFree = ({ cells }: Row) => cells[column] === undefined
      const isStrange = ({ keys }: { keys: Set<string> }) => [...keys].every((other) => !other.startsWith(`${each.packId}/`))
      const row = rows.find((candidate) => candidate.keys.has(key) && isFree(candidate)) ?? rows.find((candidate) => isFree(candidate) && isStrange(candidate))
      if (row) {
        row.cells[column] = each
        row.keys.add(key)
      } else rows.push({ category: each.category, keys: new Set([key]), cells: regulations.map((_, at) => (at === column ? each : undefined)) })
    }
  }
  return [...kinds.values()].flat().map(({ category, cells }) => ({ category, cells }))
}

/** What two benefits say otherwise, in sentences, aspect by aspect. */
export function differencesBetween(one: Clauses, other: Clauses): SentenceDifference[] {
  return ASPECTS.flatMap((aspect) => unlikeSentences(one.sentences[aspect], other.sentences[aspect]).map((pair) => ({ aspect, ...pair })))
}

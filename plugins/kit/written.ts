import type { Day } from './day.ts'
import { kitVocabulary, type Vocabulary } from './plugin.ts'
import type { Regulation } from './regulation.ts'
import { benefitChapters, generalChapter } from './written-benefits.ts'
import type { Edition, Unnumbered, Written, WrittenChapter } from './written-clause.ts'
import { forceChapter } from './written-force.ts'
import { meaningsChapter } from './written-meanings.ts'
import { toldOn, valuesOn } from './written-values.ts'

/**
 * A regulation in chapters and clauses, with the values that stand on a day and those that come later in it. It says all that decides
 * money, and nothing that is not in the rules: no clause of a pack is quoted, since its words do not follow a fund's own values.
 */
export function written(regulation: Regulation, edition: Edition, on: Day, vocabulary: Vocabulary = kitVocabulary): Written {
  const values = valuesOn(regulation, edition, on)
  const told = toldOn(regulation, values, vocabulary)
  const chapters = [
    meaningsChapter(regulation, edition, vocabulary),
    generalChapter(regulation, told, vocabulary),
    ...benefitChapters(regulation, told, vocabulary),
    forceChapter(edition, values),
  ]
  return { title: regulation.title, fund: edition.fund, ...(regulation.preamble && { preamble: regulation.preamble }), chapters: numbered(chapters) }
}

function numbered(chapters: readonly Unnumbered<WrittenChapter>[]): WrittenChapter[] {
  const before = (at: number) => chapters.slice(0, at).reduce((count, { clauses }) => count + clauses.length, 0)
  return chapters.map(({ title, clauses }, at) => ({ number: at + 1, title, clauses: clauses.map((clause, i) => ({ number: before(at) + i + 1, ...clause })) }))
}

import type { Day } from './day.ts'
import type { NoticeLine } from './notice-line.ts'
import { plain } from './sentence.ts'
import type { Text } from './text.ts'
import type { Name } from './value.ts'

/** What is said under one word of a clause: conditions, the amount, documents. */
export interface WrittenItem {
  title?: Text
  lines: NoticeLine[]
}

/** A clause (ข้อ) of a written regulation. Clauses are numbered through all chapters; `source` is where a pack says it. */
export interface WrittenClause {
  number: number
  title: Text
  items: WrittenItem[]
  source?: Text
}

/** A chapter (หมวด) of a written regulation. */
export interface WrittenChapter {
  number: number
  title: Text
  clauses: WrittenClause[]
}

/** A fund's regulation as it is written down and signed (ระเบียบกองทุน), in both languages. */
export interface Written {
  title: Name
  fund: Name
  preamble?: Text
  chapters: WrittenChapter[]
}

/** A clause or chapter before it is numbered. */
export type Unnumbered<T> = Omit<T, 'number' | 'clauses'> & (T extends WrittenChapter ? { clauses: Unnumbered<WrittenClause>[] } : unknown)

/** What is known of a regulation beside its rules: whose it is, which edition, from which day, by which resolution. */
export interface Edition {
  fund: Name
  /** Absent of a draft, which no meeting has put in force. */
  number?: number
  fromOn: Day
  /** The day before which it ends, once another follows. */
  untilOn?: Day
  resolution?: { number: string; heldOn: Day; title?: Text }
  /** The edition that it takes the place of. */
  follows?: { number: number; fromOn: Day }
}

/** A clause of one sentence or several, which stand one after the other. */
export const clauseOf = (title: Text, ...lines: NoticeLine[]): Unnumbered<WrittenClause> => ({ title, items: [{ lines }] })

/** A sentence as a line of a clause. */
export const sentence = (th: string, en: string): NoticeLine => ({ about: 'condition', parts: plain(th, en) })

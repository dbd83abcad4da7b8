import { capitalised, type Sentence } from './sentence.ts'
import type { Text } from './text.ts'

/** A line of a notice: one clause, perhaps with what it gives at the right, and lines that belong under it. */
export interface NoticeLine {
  about: 'amount' | 'limit' | 'condition' | 'claim' | 'people' | 'payee' | 'document'
  parts: Sentence
  /** Up to where a step reaches; written by the program from the next step's bound, so that nobody can leave a gap. */
  until?: Text
  gives?: Sentence
  under?: NoticeLine[]
}

/** A line, its English with a capital. */
export function line(about: NoticeLine['about'], parts: Sentence, rest: Pick<NoticeLine, 'until' | 'gives' | 'under'> = {}): NoticeLine {
  return { about, parts: capitalised(parts), ...rest }
}

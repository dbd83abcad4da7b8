import { capitalised, read, type Sentence } from './sentence.ts'
import { both, type Text } from './text.ts'

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

/** A line and those under it, each as one sentence. */
export function sentencesIn({ parts, until, gives, under = [] }: NoticeLine): Text[] {
  const said = both((lang) => [read(parts, lang), until?.[lang], gives && read(gives, lang)].filter((part) => part !== undefined).join(' '))
  return [said, ...under.flatMap(sentencesIn)]
}

/** What two lists of sentences say otherwise, in pairs, by their Thai: as the one has it and as the other has it, or just one where only one says it. */
export function unlikeSentences(one: readonly Text[], other: readonly Text[]): { one?: Text; other?: Text }[] {
  const missingIn = (list: readonly Text[]) => (sentence: Text) => list.every(({ th }) => th !== sentence.th)
  const [here, there] = [one.filter(missingIn(other)), other.filter(missingIn(one))]
  return Array.from({ length: Math.max(here.length, there.length) }, (_, at) => ({ ...(here[at] && { one: here[at] }), ...(there[at] && { other: there[at] }) }))
}

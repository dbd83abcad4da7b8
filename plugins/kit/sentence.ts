import type { TermValue } from './term.ts'
import { both, type Lang, type Text } from './text.ts'

/** A value that stands in words: see Part. */
export type ValuePart = Extract<Part, { term: string }>

/**
 * Words, or a value that stands in them and can be tapped. A value names its term, and `at` its step or item where the term has several;
 * `raw` is absent where the fund has not set it, and the value then reads "ยังไม่กำหนด".
 */
export type Part = { text: Text } | { value: Text; term: string; at?: string; raw?: TermValue }

/** A sentence in both languages at once: the same values in the same order, each language's words around them. Spaces are part of the words. */
export type Sentence = readonly Part[]

type Piece = string | Sentence

/** Tag of a template whose slots are words of one language or whole sentences. */
export function words(strings: TemplateStringsArray, ...slots: Piece[]): Piece[] {
  return strings.flatMap((string, at) => [string, ...slots.slice(at, at + 1)])
}

/** One sentence from its two wordings, which hold the same sentences in the same order. */
export function phrase(th: readonly Piece[], en: readonly Piece[]): Sentence {
  const [thai, english] = [runsOf(th), runsOf(en)]
  if (thai.inner.length !== english.inner.length || thai.inner.some((each, at) => each !== english.inner[at])) throw new Error('the two wordings hold different values')
  return merged(thai.words.flatMap((word, at) => [{ text: { th: word, en: english.words[at] ?? '' } }, ...(thai.inner[at] ?? [])]))
}

export const said = (text: Text): Sentence => [{ text }]

export const plain = (th: string, en: string): Sentence => said({ th, en })

/** Several names or clauses as one: "พวงหรีดและน้ำดื่ม", "พวงหรีด น้ำดื่ม และเต็นท์"; "a wreath, drinking water and a tent". */
export function listed(sentences: readonly Sentence[], word: 'and' | 'or', of: 'names' | 'clauses'): Sentence {
  const space = of === 'names' && sentences.length === 2 ? '' : ' '
  const last = { and: { th: `${space}และ`, en: ' and ' }, or: { th: `${space}หรือ`, en: ' or ' } }[word]
  return merged(sentences.flatMap((sentence, at) => {
    const joint = at === 0 ? [] : [{ text: at === sentences.length - 1 ? last : { th: ' ', en: ', ' } }]
    return [...joint, ...sentence]
  }))
}

/** Clauses of one sentence, a space between them in Thai and a comma in English. */
export function joined(sentences: readonly Sentence[]): Sentence {
  return merged(sentences.flatMap((sentence, at) => [...(at === 0 ? [] : plain(' ', ', ')), ...sentence]))
}

/** The sentence with a capital where its English begins. */
export function capitalised(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence
  if (!first || !('text' in first)) return sentence
  return [{ text: { th: first.text.th, en: capital(first.text.en) } }, ...rest]
}

/** Thai has no capitals and stays as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a sentence says in one language. A value that is not set stands between dots, as a blank on paper does. */
export function read(sentence: Sentence, lang: Lang): string {
  return sentence.map((part) => ('text' in part ? part.text[lang] : part.raw === undefined ? `…${part.value[lang]}…` : part.value[lang])).join('')
}

/** A sentence as plain text in both languages. */
export const spoken = (sentence: Sentence): Text => both((lang) => read(sentence, lang))

/** The words between the inner sentences, one run more than there are of those. */
function runsOf(pieces: readonly Piece[]): { words: string[]; inner: Sentence[] } {
  const runs: string[] = ['']
  const inner: Sentence[] = []
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      inner.push(piece)
      runs.push('')
    } else runs.push((runs.pop() ?? '') + piece)
  }
  return { words: runs, inner }
}

function merged(parts: readonly Part[]): Sentence {
  const result: Part[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if ('text' in part && part.text.th === '' && part.text.en === '') continue
    if ('text' in part && last && 'text' in last) result[result.length - 1] = { text: { th: last.text.th + part.text.th, en: last.text.en + part.text.en } }
    else result.push(part)
  }
  return result
}

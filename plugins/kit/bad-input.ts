import type { Text } from './text.ts'

/** What was put in cannot be: says what is wrong, in both languages, and `where` (a fact's id or a path such as `packs.0.terms.rate`). */
export class BadInput extends Error {
  readonly where: string
  readonly text: Text

  constructor(where: string, text: Text) {
    super(`${where}: ${text.en}`)
    this.name = 'BadInput'
    this.where = where
    this.text = text
  }
}

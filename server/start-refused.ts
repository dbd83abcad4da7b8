import type { Text } from '../plugins/kit/text.ts'

/** The program cannot start: one sentence for the one who tried, in both languages. */
export class StartRefused extends Error {
  readonly text: Text

  constructor(th: string, en: string, options?: ErrorOptions) {
    super(en, options)
    this.name = 'StartRefused'
    this.text = { th, en }
  }
}

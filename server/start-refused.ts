/** The program cannot start: one sentence for the one who tried, in both languages. */
export class StartRefused extends Error {
  readonly th: string
  readonly en: string

  constructor(th: string, en: string, options?: ErrorOptions) {
    super(en, options)
    this.name = 'StartRefused'
    this.th = th
    this.en = en
  }
}

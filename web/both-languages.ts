import type { Text } from '../plugins/kit/text.ts'
import { language } from './device.ts'

/** A line that everyone reads: what is typed anew stands in both languages, what is as it was stays in each. */
export const inBoth = (typed: string, was: Text | undefined): Text => (was?.[language()] === typed ? was : { th: typed, en: typed })

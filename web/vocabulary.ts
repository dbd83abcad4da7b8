import { plugins } from '../plugins/index.ts'
import { vocabularyOf } from '../plugins/kit/plugin.ts'

/** The words that regulations of this installation may be written in: the kit's and those of its plugins. */
export const vocabulary = vocabularyOf(plugins)

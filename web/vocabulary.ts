import { vocabularyOf } from '../plugins/kit/plugin.ts'

/**
 * The words that regulations of this installation may be written in: the kit's, and those of the plugins listed here. Only plugins that
 * bring facts or operators are: the packs of the others are data that a visitor's phone need not fetch. A test compares this with all.
 */
export const vocabulary = vocabularyOf([])

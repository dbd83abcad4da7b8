import type { reading as thai } from '../th/reading.ts'

export const reading: typeof thai = {
  letters: 'Letters',
  sizes: { normal: 'Normal', large: 'Large', largest: 'Largest' },
  otherLanguage: 'ไทย',
}

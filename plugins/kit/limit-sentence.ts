import type { FundTerms } from './fund-terms.ts'
import type { Per } from './pack.ts'
import { phrase, words, type Sentence } from './sentence.ts'
import type { Text } from './text.ts'

/** Over what a limit counts. */
const PER: Record<Per, Text> = {
  event: { th: 'ครั้งละ', en: 'each time' },
  year: { th: 'ปีละ', en: 'a year' },
  lifetime: { th: 'ตลอดชีวิต', en: 'in a lifetime' },
  family: { th: 'ครอบครัวละ', en: 'for one family' },
}

/** How many times are said. */
export const TIMES = { type: 'count', unit: { th: 'ครั้ง', en: 'times' } } as const

/** "ปีละไม่เกิน 2 ครั้ง". */
export function limitSentence(per: Per, quantity: Sentence): Sentence {
  return phrase(words`${PER[per].th}ไม่เกิน ${quantity}`, words`at most ${quantity} ${PER[per].en}`)
}

/** "รวมแล้วไม่เกินปีละ 1,000 บาท": baht over several events. */
export function togetherSentence(per: Exclude<Per, 'event'>, quantity: Sentence): Sentence {
  const [before, after] = per === 'lifetime' ? ['ตลอดชีวิต', ''] : ['', PER[per].th]
  return phrase(words`รวมแล้ว${before}ไม่เกิน${after} ${quantity}`, words`at most ${quantity} ${PER[per].en} in all`)
}

const THIS_YEAR: Record<NonNullable<FundTerms['year']>, Text> = {
  calendar: { th: 'ปีนี้', en: 'this year' },
  fiscal: { th: 'ปีงบประมาณนี้', en: 'this fiscal year' },
  membership: { th: 'ปีสมาชิกนี้', en: 'this year of membership' },
}

/** Where past grants counted: "ปีนี้", "ครอบครัวนี้"; "so far" where it is a lifetime. */
export function spanWord(per: Per, { year = 'calendar' }: Pick<FundTerms, 'year'>): Text {
  if (per === 'year') return THIS_YEAR[year]
  return per === 'family' ? { th: 'ครอบครัวนี้', en: 'this family' } : { th: '', en: 'so far' }
}

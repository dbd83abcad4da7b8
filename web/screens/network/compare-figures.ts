import type { Category } from '../../../plugins/kit/pack.ts'
import { sumInWords } from '../../../plugins/kit/sum-words.ts'
import type { ComparedPeople } from '../../api-comparisons.ts'
import { language } from '../../device.ts'

export type ComparedFund = ComparedPeople['funds'][number]
export type Gift = ComparedFund['gifts'][number]

export const giftIn = (fund: Pick<ComparedFund, 'gifts'>, kind: Category): Gift | undefined => fund.gifts.find(({ category }) => category === kind)

/** A fund's name where many stand in a column, without the words that all of them begin or end with. */
export const shortName = ({ name }: Pick<ComparedFund, 'name'>): string => name[language()].replace(/^กองทุนสวัสดิการชุมชน(?=.)/, '').replace(/(?<=.) Community Welfare Fund$/, '')

/** What stands in a cell: baht, a range, or in a word why there is no sum. */
export const giftText = (gift: Gift): string => sumInWords(gift)[language()]

/** By how much a bar is drawn and a fund is sorted: what is certain. */
export const certain = (gift: Gift | undefined): number => gift?.fromSatang ?? -1

export const isAsModel = (gift: Gift, model: Gift | undefined) => model !== undefined && gift.fromSatang === model.fromSatang && gift.toSatang === model.toSatang

/** The kinds of which something happens to the person and that at least one fund has, in the person's order. */
export function kindsOf({ neighbours, neighbour, funds }: ComparedPeople): { kind: Category; about: { th: string; en: string } }[] {
  const events = neighbours.find(({ id }) => id === neighbour)?.events ?? []
  return events.filter(({ category }) => funds.some((fund) => giftIn(fund, category))).map(({ category, about }) => ({ kind: category, about }))
}

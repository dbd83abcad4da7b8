import { arabicDigits, cleanText } from '../../plugins/kit/text.ts'
import type { FundRows } from '../db/scope.ts'

/** The number of a claim as its paper form bears it (เลขที่ …/ปี): which it is of those that its fund was handed in one Buddhist year. */
export interface ClaimNumber {
  year_be: number
  number: number
}

/** "12/2569". */
export const writeNumber = ({ number, year_be }: ClaimNumber): string => `${number}/${year_be}`

/** The number that somebody typed, in either digits; without its year it is meant of every year. Undefined where it is none. */
export function readNumber(typed: string): { number: number; year_be?: number } | undefined {
  const [, number, year] = /^(\d{1,9})(?: ?\/ ?(\d{4}))?$/.exec(arabicDigits(cleanText(typed)).trim()) ?? []
  return number === undefined ? undefined : { number: Number(number), ...(year !== undefined && { year_be: Number(year) }) }
}

/** Takes the next number of a year. Until the claim is kept nobody else gets one, and where it is not kept nobody misses it. */
export async function takeNumber(rows: FundRows, year_be: number): Promise<ClaimNumber> {
  const { numbered } = await rows
    .insertInto('claim_years')
    .values({ year_be, numbered: 1 })
    .onConflict((begun) => begun.columns(['fund_id', 'year_be']).doUpdateSet(({ eb }) => ({ numbered: eb('claim_years.numbered', '+', 1) })))
    .returning('numbered')
    .executeTakeFirstOrThrow()
  return { year_be, number: numbered }
}

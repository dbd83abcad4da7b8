import type { FundRows } from '../db/scope.ts'

/** The number of a claim as its paper form bears it (เลขที่ …/ปี): which it is of those that its fund was handed in one Buddhist year. */
export interface ClaimNumber {
  year_be: number
  number: number
}

/** "12/2569". */
export const writeNumber = ({ number, year_be }: ClaimNumber): string => `${number}/${year_be}`

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

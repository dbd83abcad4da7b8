import { formatAmount } from './money.ts'
import { both, type Text } from './text.ts'
import type { Given } from './compare-people.ts'

/** What several benefits of a kind come to, in satang; without an upper end where the fund has set none. */
interface Sum {
  fromSatang: number
  toSatang?: number | undefined
  benefits: readonly Pick<Given, 'outcome'>[]
}

/** The one amount that it is, in satang; undefined where it is a range or hangs on something, and where nothing is given. */
export const definiteSatang = ({ fromSatang, toSatang }: Sum): number | undefined => (fromSatang > 0 && fromSatang === toSatang ? fromSatang : undefined)

/** What stands where a sum would: "1,200", "300–500", or in a word why there is none. */
export function sumInWords(sum: Sum): Text {
  const { fromSatang, toSatang, benefits } = sum
  const from = formatAmount(fromSatang)
  if (toSatang === undefined) return fromSatang === 0 ? { th: 'ยังไม่กำหนด', en: 'not set yet' } : { th: `${from} ขึ้นไป`, en: `${from} or more` }
  if (fromSatang !== toSatang) return both(() => `${from}–${formatAmount(toSatang)}`)
  if (definiteSatang(sum) !== undefined) return both(() => from)
  return benefits.some(({ outcome }) => outcome === 'incomplete' || outcome === 'refused') ? { th: 'ขึ้นกับกรณี', en: 'depends' } : { th: 'ไม่ได้', en: 'nothing' }
}

import { formatAmount, formatBaht } from './money.ts'
import type { Speech } from './speech.ts'
import { ENDLESS, type Range } from './verdict.ts'

/** Half of endless is above any sum of baht, and below what an open term adds or a limit takes off again. */
const OPEN = ENDLESS / 2

/** Whether the fund has set no upper end. */
export const isOpen = ({ high }: Range): boolean => high >= OPEN

/** An amount at the right of a row: "400", "−200", "1,000–2,000", "1,000 ขึ้นไป", "ยังไม่กำหนด"; empty where a limit ends what had no end. */
export function rangeText(range: Range, { say }: Pick<Speech, 'say'>): string {
  const { low, high } = range
  if (low === high) return formatAmount(low)
  if (isOpen(range)) return low > 0 ? say(`${formatAmount(low)} ขึ้นไป`, `${formatAmount(low)} or more`) : say('ยังไม่กำหนด', 'not set yet')
  if (high <= -OPEN) return ''
  if (low >= 0 && high > 0) return `${formatAmount(low)}–${formatAmount(high)}`
  const [less, more] = [Math.max(low, high), Math.min(low, high)]
  return less === 0 ? say(`ถึง ${formatAmount(more)}`, `up to ${formatAmount(more)}`) : say(`${formatAmount(less)} ถึง ${formatAmount(more)}`, `${formatAmount(less)} to ${formatAmount(more)}`)
}

/** The range that people decide in: "1,000–2,000 บาท", "1,000 บาทขึ้นไป", "จำนวนยังไม่กำหนด". */
export function rangeBaht(range: Range, { lang, say }: Pick<Speech, 'lang' | 'say'>): string {
  const { low, high } = range
  if (low === high) return formatBaht(low, lang)
  if (!isOpen(range)) return `${formatAmount(low)}–${formatBaht(high, lang)}`
  return low > 0 ? say(`${formatBaht(low, lang)}ขึ้นไป`, `${formatBaht(low, lang)} or more`) : say('จำนวนยังไม่กำหนด', 'amount not set yet')
}

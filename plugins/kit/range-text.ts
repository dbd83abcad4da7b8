import { formatAmount, formatBaht } from './money.ts'
import type { Speech } from './speech.ts'
import { ENDLESS, type Range } from './verdict.ts'

/** Half of endless tells what an open term added or a limit took off again from any sum of baht. */
const OPEN = ENDLESS / 2

/** An amount at the right of a row: "400", "−200", "1,000–2,000", "1,000 ขึ้นไป", "ยังไม่กำหนด"; empty where a limit ends what had no end. */
export function rangeText({ low, high }: Range, { say }: Pick<Speech, 'say'>): string {
  if (low === high) return formatAmount(low)
  if (high >= OPEN) return low > 0 ? say(`${formatAmount(low)} ขึ้นไป`, `${formatAmount(low)} or more`) : say('ยังไม่กำหนด', 'not set yet')
  if (high <= -OPEN) return ''
  if (low >= 0 && high > 0) return `${formatAmount(low)}–${formatAmount(high)}`
  const [less, more] = [Math.max(low, high), Math.min(low, high)]
  return less === 0 ? say(`ถึง ${formatAmount(more)}`, `up to ${formatAmount(more)}`) : say(`${formatAmount(less)} ถึง ${formatAmount(more)}`, `${formatAmount(less)} to ${formatAmount(more)}`)
}

/** The range that people decide in: "1,000–2,000 บาท", "1,000 บาทขึ้นไป", "จำนวนยังไม่กำหนด". */
export function rangeBaht({ low, high }: Range, { lang, say }: Pick<Speech, 'lang' | 'say'>): string {
  if (low === high) return formatBaht(low, lang)
  if (high < OPEN) return `${formatAmount(low)}–${formatBaht(high, lang)}`
  return low > 0 ? say(`${formatBaht(low, lang)}ขึ้นไป`, `${formatBaht(low, lang)} or more`) : say('จำนวนยังไม่กำหนด', 'amount not set yet')
}

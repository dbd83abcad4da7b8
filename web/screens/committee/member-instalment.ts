import { addDays, type Day } from '../../../plugins/kit/day.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import type { Passbook } from '../../api-members.ts'
import { inLanguage, language, type Language } from '../../device.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { monthNames, typedYear } from '../../ui/calendar.ts'
import { wholeDay } from '../../ui/moment.ts'
import type { BookLine } from '../../ui/passbook.tsx'

const words = inLanguage({ th, en })

type Line = Passbook['lines'][number]

/** What an instalment is called: by its month, or from its first day to its last. */
export function instalmentName({ from, until, every }: Pick<Line, 'from' | 'until' | 'every'>, lang: Language): string {
  return every === 'month' || every === 'day' ? monthName(from, lang) : daysName(from, addDays(until, -1), lang)
}

/** From one day to another. */
export const daysName = (first: Day, last: Day, lang: Language): string => `${wholeDay(first, lang)} – ${wholeDay(last, lang)}`

/** The lines of a passbook as its page shows them. */
export const bookLines = ({ lines }: Passbook): BookLine[] => lines.map((line) => ({
  label: instalmentName(line, language()),
  amount: formatAmount(line.amountSatang),
  state: line.state,
  word: words().state[line.state],
  note: line.receipts.map(({ book, number }) => words().receipt(book, number)).join(', ') || undefined,
}))

/** พฤศจิกายน 2569; November 2026. */
export function monthName(day: Day, lang: Language): string {
  const [year, month] = day.split('-').map(Number)
  return `${monthNames(lang)[(month ?? 1) - 1]} ${typedYear(year ?? 0, lang)}`
}

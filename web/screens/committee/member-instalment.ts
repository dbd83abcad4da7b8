import { addDays, formatDay, type Day } from '../../../plugins/kit/day.ts'
import type { Passbook } from '../../api-members.ts'
import type { Language } from '../../device.ts'
import { monthNames, typedYear } from '../../ui/calendar.ts'

type Line = Passbook['lines'][number]

/** What an instalment is called: by its month, or from its first day to its last. */
export function instalmentName({ from, until, every }: Pick<Line, 'from' | 'until' | 'every'>, language: Language): string {
  return every === 'month' || every === 'day' ? monthName(from, language) : `${formatDay(from, language, 'short')} – ${formatDay(addDays(until, -1), language, 'short')}`
}

/** พฤศจิกายน 2569; November 2026. */
export function monthName(day: Day, language: Language): string {
  const [year, month] = day.split('-').map(Number)
  return `${monthNames(language)[(month ?? 1) - 1]} ${typedYear(year ?? 0, language)}`
}

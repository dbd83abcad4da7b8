import { addDays, addMonths, daysBetween, formatDay, type Day } from '../../../plugins/kit/day.ts'
import type { Receipt } from '../../api-receipts.ts'
import { inLanguage, language, type Language } from '../../device.ts'
import { receipts as en } from '../../text/en/receipts.ts'
import { receipts as th } from '../../text/th/receipts.ts'
import { daysName, monthName } from './member-instalment.ts'

const words = inLanguage({ th, en })

/** What a line of a receipt is for: "เงินสัจจะ 3 งวด กันยายน – พฤศจิกายน 2569". */
export function lineName(line: Receipt['lines'][number]): string {
  switch (line.kind) {
    case 'entry-fee': return words().entryFee
    case 'other': return words().other
    case 'contribution': return `${counted(line)} ${stretchName({ from: line.coversFrom, until: line.coversUntil }, language())}`
  }
}

/** By a daily plan each day is an instalment. */
function counted({ instalments, coversFrom, coversUntil }: Extract<Receipt['lines'][number], { kind: 'contribution' }>): string {
  return instalments === daysBetween(coversFrom, coversUntil) ? words().days(instalments) : words().instalments(instalments)
}

/** Days up to and without `until`: whole months by name, anything else by its first day and its last. */
export function stretchName({ from, until }: { from: Day; until: Day }, lang: Language): string {
  const last = addDays(until, -1)
  if (!from.endsWith('-01') || !until.endsWith('-01')) return from === last ? formatDay(from, lang, 'long') : daysName(from, last, lang)
  return addMonths(from, 1) === until ? monthName(from, lang) : `${monthName(from, lang)} – ${monthName(last, lang)}`
}

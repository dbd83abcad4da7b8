import { formatDay, type Day } from '../../plugins/kit/day.ts'
import type { Lang } from '../../plugins/kit/text.ts'

/** A day that no line ends in: 23 พ.ย. 2569. */
export const wholeDay = (day: Day, lang: Lang, length: 'short' | 'long' = 'short'): string => formatDay(day, lang, length).replaceAll(' ', '\u00a0')

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok', dateStyle: 'short', timeStyle: 'short' }) // Swedish writes days as ISO does

const partsOf = (at: string) => calendar.format(new Date(at)).split(' ')

/** An instant as a clock and a calendar in Thailand show it: 23 พ.ย. 2569 10:05. */
export function moment(at: string, lang: Lang): string {
  const [day = '', time = ''] = partsOf(at)
  return `${formatDay(day, lang, 'short')} ${time}`
}

/** The day it was in Thailand at an instant. */
export const dayOf = (at: string): Day => partsOf(at)[0] ?? ''

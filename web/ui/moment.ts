import { formatDay } from '../../plugins/kit/day.ts'
import type { Lang } from '../../plugins/kit/text.ts'

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok', dateStyle: 'short', timeStyle: 'short' }) // Swedish writes days as ISO does

/** An instant as a clock and a calendar in Thailand show it: 23 พ.ย. 2569 10:05. */
export function moment(at: string, lang: Lang): string {
  const [day = '', time = ''] = calendar.format(new Date(at)).split(' ')
  return `${formatDay(day, lang, 'short')} ${time}`
}

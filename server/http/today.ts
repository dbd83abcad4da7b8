import type { Day } from '../../plugins/kit/day.ts'

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok' }) // Swedish writes days as ISO does

/** The day it is in Thailand. */
export const todayInThailand = (now: Date): Day => calendar.format(now)

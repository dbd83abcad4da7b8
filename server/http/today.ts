import type { Day } from '../../plugins/kit/day.ts'

const AHEAD_MS = 7 * 3_600_000 // of UTC, all year round

/** The day it is in Thailand. */
export const todayInThailand = (now: Date): Day => new Date(now.getTime() + AHEAD_MS).toISOString().slice(0, 10)

import type { Day } from '../../plugins/kit/day.ts'

/** Who records something, and when. */
export interface Recording {
  by: string
  at: Date
  today: Day
}

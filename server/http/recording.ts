import type { Day } from '../../plugins/kit/day.ts'
import type { Entered, Me } from './room.ts'

/** Who records something, and when. */
export interface Recording {
  by: string
  at: Date
  today: Day
  /** Whether they do it as a guest of the fund's. */
  asGuest: boolean
}

export const recordingIn = ({ me, now, today }: Entered & { me: Me }): Recording => ({ by: me.id, at: now, today, asGuest: me.isGuest })

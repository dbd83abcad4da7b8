import type { Day } from '../../plugins/kit/day.ts'
import type { Entered, Me } from './room.ts'

/** Who records something, and when. */
export interface Recording {
  by: string
  at: Date
  today: Day
}

export const recordingIn = ({ me, now, today }: Entered & { me: Me }): Recording => ({ by: me.id, at: now, today })

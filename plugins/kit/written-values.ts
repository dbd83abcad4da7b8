import type { Day } from './day.ts'
import { noticeOf, type Notice } from './notice.ts'
import type { Vocabulary } from './plugin.ts'
import { datedValues, type Regulation } from './regulation.ts'
import type { Edition } from './written-clause.ts'

/** The days on which values of a regulation change: what stands from `since`, and what still comes. */
export interface ValuesOn {
  /** From when on every value is as it is told. */
  since: Day
  /** Days after that on which a value changes, while the edition lasts. */
  later: Day[]
}

/** The notice as it stands, and as it will on each later day. */
export interface Told {
  now: Notice
  later: Notice[]
}

export const toldOn = (regulation: Regulation, { since, later }: ValuesOn, vocabulary: Vocabulary): Told =>
  ({ now: noticeOf(regulation, since, vocabulary), later: later.map((day) => noticeOf(regulation, day, vocabulary)) })

/** Told on a day between the edition's first and last. */
export function valuesOn({ packs }: Regulation, { fromOn, untilOn }: Pick<Edition, 'fromOn' | 'untilOn'>, on: Day): ValuesOn {
  const days = packs.flatMap((adopted) => Object.entries(adopted.pack.terms).flatMap(([id, term]) => datedValues(adopted, id, term).map(({ from }) => from)))
  const changes = [...new Set(days)].filter((day) => day > fromOn && (untilOn === undefined || day < untilOn)).toSorted()
  return { since: changes.findLast((day) => day <= on) ?? fromOn, later: changes.filter((day) => day > on) }
}

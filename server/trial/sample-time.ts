import { addDays, addMonths, buddhistYearOf, type Day } from '../../plugins/kit/day.ts'
import type { Publication } from '../regulations/publication.ts'

/** How long ago a sample fund began to keep its books here: what was before has been carried over from paper. */
const YEARS_KEPT = 5

/** The time of a sample fund. */
export interface SampleTime {
  /** From this day on the books are kept here. */
  keptFromOn: Day
  /** The last day on which anything happened: yesterday. */
  lastOn: Day
  /** When the committee met, month by month. */
  meetings: readonly Meeting[]
}

export interface Meeting {
  /** "3/2569": the meetings of a year are numbered. */
  number: string
  heldOn: Day
}

/** The time of a fund with these regulations, some five years up to yesterday: nothing is judged before the first of them. */
export function sampleTime(publications: readonly Publication[], today: Day): SampleTime {
  const earliest = addMonths(today, -12 * YEARS_KEPT)
  const firstOn = publications[0]?.fromOn ?? earliest
  const keptFromOn = firstOn > earliest ? firstOn : earliest
  const lastOn = addDays(today, -1)
  const meetings: Meeting[] = []
  for (let month = `${keptFromOn.slice(0, 8)}01`; month <= lastOn; month = addMonths(month, 1)) {
    const heldOn = secondSundayIn(month)
    if (heldOn > keptFromOn && heldOn <= lastOn) meetings.push({ number: `${Number(month.slice(5, 7))}/${buddhistYearOf(month)}`, heldOn })
  }
  return { keptFromOn, lastOn, meetings }
}

function secondSundayIn(firstOfMonth: Day): Day {
  const weekday = new Date(`${firstOfMonth}T00:00:00Z`).getUTCDay()
  return addDays(firstOfMonth, 7 + ((7 - weekday) % 7))
}

/** The first meeting on a day or after it, if there has been one. */
export const meetingFrom = ({ meetings }: SampleTime, day: Day): Meeting | undefined => meetings.find(({ heldOn }) => heldOn >= day)

/** The year of a day as it stands on papers: 69 for 2569. */
export const yearOnPaper = (day: Day): string => String(buddhistYearOf(day)).slice(2)

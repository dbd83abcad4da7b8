import type { Day } from '../../plugins/kit/day.ts'
import { changedParts } from '../../plugins/kit/parts.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { soundPartOf, withoutBenefits } from '../../plugins/kit/sound-part.ts'
import type { FundRows } from '../db/scope.ts'
import { differencesOf, type Difference } from '../regulations/difference.ts'
import type { DraftStep } from './draft.ts'
import { keptAt, listDraftEvents, type RecordedEvent } from './queries.ts'

/** The versions that changes led to: of those that can be taken back, and of those that can be made again. The next one is last. */
interface Steps {
  back: readonly number[]
  forth: readonly number[]
}

const NONE: Steps = { back: [], forth: [] }

/** Changes can be taken back down to where events began to keep what they led to, or where the draft was begun again on another regulation. */
export function stepsOf(events: readonly RecordedEvent[]): Steps {
  return events.reduce(({ back, forth }, { act, version }, at): Steps => {
    if (act === 'changed' || act === 'moved') return events[at - 1]?.isKept ? { back: [...back, version], forth: [] } : NONE
    if (act === 'undone') return { back: back.slice(0, -1), forth: [...forth, ...back.slice(-1)] }
    if (act === 'redone') return { back: [...back, ...forth.slice(-1)], forth: forth.slice(0, -1) }
    return act === 'rebased' ? NONE : { back, forth }
  }, NONE)
}

/** What would be taken back next, and made again next. */
export async function nextSteps(rows: FundRows, draftId: string, events: readonly RecordedEvent[], meId: string, vocabulary: Vocabulary): Promise<{ undo?: DraftStep; redo?: DraftStep }> {
  const { back, forth } = stepsOf(events)
  const [undo] = await told(rows, draftId, events.filter(({ version }) => version === back.at(-1)), meId, vocabulary)
  const [redo] = await told(rows, draftId, events.filter(({ version }) => version === forth.at(-1)), meId, vocabulary)
  return { ...(undo && { undo }), ...(redo && { redo }) }
}

/** What has been done to a draft since a version of it: all that one person did in a row is one step. */
export async function stepsSince(rows: FundRows, draftId: string, seen: number, meId: string, vocabulary: Vocabulary): Promise<DraftStep[]> {
  const later = (await listDraftEvents(rows, draftId)).filter(({ version }) => version > seen)
  return told(rows, draftId, later, meId, vocabulary)
}

/** Events in a row as steps, each run of one person's from what stood before it to what stood after. */
async function told(rows: FundRows, draftId: string, events: readonly RecordedEvent[], meId: string, vocabulary: Vocabulary): Promise<DraftStep[]> {
  const runs = events.reduce<{ first: RecordedEvent; last: RecordedEvent }[]>((all, event) => {
    const run = all.at(-1)
    return run?.last.byId === event.byId ? [...all.slice(0, -1), { ...run, last: event }] : [...all, { first: event, last: event }]
  }, [])
  const steps: DraftStep[] = []
  for (const { first, last: { act, version, at, byId, asGuest, isKept } } of runs) {
    const [before, after] = isKept ? await keptAt(rows, draftId, [first.version - 1, version]) : []
    const [changed, difference] = before && after ? [changedParts(after.regulation, before.regulation, after.fromOn), toldDifference(before.regulation, after.regulation, after.fromOn, vocabulary)] : [[], []]
    steps.push({ act, version, at, byId, ...(asGuest && { asGuest }), isMine: byId === meId, ...(after && { fromOn: after.fromOn }), changed, difference })
  }
  return steps
}

/** What one state of a draft says otherwise than another, as far as both can be put into words. */
export function toldDifference(before: Regulation, after: Regulation, on: Day, vocabulary: Vocabulary): Difference[] {
  const [was, is] = [soundPartOf(before, vocabulary), soundPartOf(after, vocabulary)]
  return differencesOf(withoutBenefits(was.regulation, is.leftOut), withoutBenefits(is.regulation, was.leftOut), on, vocabulary)
}

import { inForceOn, type Regulation } from '../../../plugins/kit/regulation.ts'
import { soundPart } from '../../../plugins/kit/sound-part.ts'
import type { Draft, Drafts } from '../../api-rules.ts'
import type { Fund } from '../../api.ts'

/** By what example people are judged: what is finished of the open draft beside what it began as, else what is in force. */
export interface Rules extends Pick<Draft, 'origin' | 'regulation' | 'fromOn'> {
  /** Benefits that the draft has left unfinished. */
  unfinished: readonly string[]
  /** Absent where no draft is open. */
  draft?: Draft
}

/** A draft's rules, or what they become by a change of it, as far as they can be judged by. */
export function finishedRules({ origin, fromOn, findings }: Draft, regulation: Regulation): Omit<Rules, 'draft'> {
  const { regulation: finished, leftOut } = soundPart(regulation, findings)
  return { origin, regulation: finished, fromOn, unfinished: leftOut }
}

export function rulesFor({ publications, today }: Fund, { current }: Drafts): Rules | undefined {
  if (current) return { ...finishedRules(current, current.regulation), draft: current }
  const regulation = inForceOn(publications, today)?.regulation
  return regulation && { origin: regulation, regulation, fromOn: today, unfinished: [] }
}

import { inForceOn } from '../../../plugins/kit/regulation.ts'
import type { Draft, Drafts } from '../../api-rules.ts'
import type { Fund } from '../../api.ts'

/** By what example people are judged: the open draft beside what it began as, else what is in force. */
export interface Rules extends Pick<Draft, 'origin' | 'regulation' | 'fromOn'> {
  /** Absent where no draft is open. */
  draft?: Draft
}

export function rulesFor({ publications, today }: Fund, { current }: Drafts): Rules | undefined {
  if (current) return { origin: current.origin, regulation: current.regulation, fromOn: current.fromOn, draft: current }
  const regulation = inForceOn(publications, today)?.regulation
  return regulation && { origin: regulation, regulation, fromOn: today }
}

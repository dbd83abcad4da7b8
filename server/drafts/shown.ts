import { checkRegulation } from '../../plugins/kit/check-regulation.ts'
import type { Day } from '../../plugins/kit/day.ts'
import { changedParts } from '../../plugins/kit/parts.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import { soundPart, withoutBenefits } from '../../plugins/kit/sound-part.ts'
import type { FundRows } from '../db/scope.ts'
import type { Me } from '../http/room.ts'
import { listSurprised } from '../neighbours/surprised.ts'
import { differencesOf } from '../regulations/difference.ts'
import { listPublications } from '../regulations/queries.ts'
import { nextActs, standingOf, type Draft, type DraftRow } from './draft.ts'
import { findDraft, listDraftEvents } from './queries.ts'

/** A draft as it is shown to somebody. */
export async function showDraft(rows: FundRows, id: string, me: Me, today: Day, vocabulary: Vocabulary): Promise<Draft> {
  const draft = await findDraft(rows, id)
  const { state, version, hash, baseHash, fromOn, resolution, origin, regulation } = draft
  const events = await listDraftEvents(rows, id)
  const [begun] = events
  if (!begun) throw new Error('a draft was begun by somebody')
  const publications = await listPublications(rows)
  const base = publications.find((each) => each.hash === baseHash)
  const findings = checkRegulation(regulation, vocabulary).map(({ level, at, text }) => ({ level, at, text }))
  const isSound = findings.every(({ level }) => level !== 'error')
  const surprises = isSound && state === 'drafting' && (await listSurprised(rows, draft, vocabulary)).length > 0
  return {
    id,
    state,
    version,
    hash,
    fromOn,
    begunAt: begun.at,
    begunBy: begun.byId,
    ...(resolution && { resolution }),
    ...(base && { base: { number: base.number, fromOn: base.fromOn, hash: base.hash } }),
    origin,
    regulation,
    changed: changedParts(regulation, origin, fromOn),
    difference: finishedDifference(draft, findings, vocabulary),
    findings,
    events,
    ...nextActs(standingOf(draft, events, { isSound, surprises, inForce: inForceOn(publications, fromOn) }), me, today),
  }
}

/** What a draft says otherwise than what it began as, as far as it can be put into words. */
function finishedDifference({ origin, regulation, fromOn }: DraftRow, findings: Draft['findings'], vocabulary: Vocabulary) {
  const { regulation: finished, leftOut } = soundPart(regulation, findings)
  return differencesOf(withoutBenefits(origin, leftOut), finished, fromOn, vocabulary)
}

import { checkRegulation } from '../../plugins/kit/check-regulation.ts'
import type { Day } from '../../plugins/kit/day.ts'
import { changedParts } from '../../plugins/kit/parts.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import { together } from '../../plugins/kit/together.ts'
import type { FundRows } from '../db/scope.ts'
import { may } from '../http/permission.ts'
import type { Me } from '../http/room.ts'
import { listSurprised } from '../neighbours/surprised.ts'
import { differencesOf } from '../regulations/difference.ts'
import type { Publication } from '../regulations/publication.ts'
import { listPublications } from '../regulations/queries.ts'
import { guestsSince } from '../guests/queries.ts'
import { nextActs, standingOf, type Draft, type DraftRow } from './draft.ts'
import { findDraft, listDraftEvents } from './queries.ts'
import { nextSteps, toldDifference } from './steps.ts'

/** A draft as it is shown to somebody. */
export async function showDraft(rows: FundRows, id: string, me: Me, today: Day, vocabulary: Vocabulary): Promise<Draft> {
  const draft = await findDraft(rows, id)
  const { state, version, hash, baseHash, fromOn, resolution, origin, regulation } = draft
  const events = await listDraftEvents(rows, id)
  const [begun] = events
  if (!begun) throw new Error('a draft was begun by somebody')
  const publications = await listPublications(rows)
  const invitedAt = await guestsSince(rows, id)
  const base = publications.find((each) => each.hash === baseHash)
  const inForce = inForceOn(publications, fromOn)
  const isOpen = state === 'drafting' || state === 'at-meeting'
  const findings = checkRegulation(regulation, vocabulary).map(({ level, at, text }) => ({ level, at, text }))
  const isSound = findings.every(({ level }) => level !== 'error')
  const surprises = isSound && state === 'drafting' && may(me, 'regulations:draft') && (await listSurprised(rows, draft, vocabulary)).length > 0
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
    ...(isOpen && inForce && inForce.hash !== baseHash && { superseded: supersededBy(inForce, draft, vocabulary) }),
    origin,
    regulation,
    changed: changedParts(regulation, origin, fromOn),
    difference: toldDifference(origin, regulation, fromOn, vocabulary),
    findings,
    events: events.map(({ isKept: _isKept, ...event }) => event),
    ...(invitedAt && { guestsSince: invitedAt.toISOString() }),
    ...(state === 'drafting' && await nextSteps(rows, id, events, me.id, vocabulary)),
    ...nextActs(standingOf(draft, events, { isSound, surprises, inForce }), me, today),
  }
}

/** What another regulation, in force on a draft's day by now, means for it. */
function supersededBy({ number, fromOn, regulation }: Publication, draft: DraftRow, vocabulary: Vocabulary): Draft['superseded'] {
  const { clashing } = together(draft.origin, draft.regulation, regulation, 'theirs')
  return { number, fromOn, difference: differencesOf(draft.origin, regulation, draft.fromOn, vocabulary), clashing }
}

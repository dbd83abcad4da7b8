import { regulationHash } from '../../plugins/kit/regulation.ts'
import type { FundRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { endGuests } from '../guests/queries.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { MeetingResolution } from '../regulations/publication.ts'
import { readRegulation } from '../regulations/queries.ts'
import { DraftEvent, DraftState, type DraftRow, type ListedDraft } from './draft.ts'

export async function findDraft(rows: FundRows, id: string): Promise<DraftRow> {
  return read(await selectDrafts(rows).where('id', '=', id).executeTakeFirstOrThrow(() => new Problem('unknown-draft')))
}

/** Locks a draft, so that nobody else moves it on meanwhile. */
export async function lockDraft(rows: FundRows, id: string): Promise<DraftRow> {
  return read(await selectDrafts(rows).where('id', '=', id).forUpdate().executeTakeFirstOrThrow(() => new Problem('unknown-draft')))
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDrafts>['executeTakeFirstOrThrow']>>
const selectDrafts = (rows: FundRows) => rows.selectFrom('drafts').selectAll()

function read({ id, state, version, base_hash, origin_hash, origin, from_on, hash, definition, resolution }: Row): DraftRow {
  return {
    id,
    state: DraftState.parse(state),
    version,
    baseHash: base_hash ?? undefined,
    origin: readRegulation(origin_hash, origin),
    fromOn: from_on,
    hash,
    regulation: readRegulation(hash, definition),
    resolution: resolution === null ? undefined : MeetingResolution.parse(resolution),
  }
}

/** Every draft of the fund, the newest first. */
export async function listDrafts(rows: FundRows): Promise<ListedDraft[]> {
  const found = await rows
    .selectFrom('drafts')
    .innerJoin('draft_events as begun', (join) => join.onRef('begun.fund_id', '=', 'drafts.fund_id').onRef('begun.draft_id', '=', 'drafts.id').on('begun.position', '=', 1))
    .select(['drafts.id', 'drafts.state', 'drafts.from_on', 'drafts.resolution', 'begun.at', 'begun.by_id'])
    .orderBy('drafts.id', 'desc')
    .execute()
  return found.map(({ id, state, from_on, resolution, at, by_id }) =>
    ({ id, state: DraftState.parse(state), fromOn: from_on, begunAt: at.toISOString(), begunBy: by_id, ...(resolution !== null && { resolution: MeetingResolution.parse(resolution) }) }))
}

export async function saveNewDraft(rows: FundRows, { id, baseHash, origin, fromOn, regulation }: Pick<DraftRow, 'id' | 'baseHash' | 'origin' | 'fromOn' | 'regulation'>, recording: Recording) {
  await rows
    .insertInto('drafts')
    .values({ id, state: 'drafting', base_hash: baseHash ?? null, origin_hash: regulationHash(origin), origin, from_on: fromOn, hash: regulationHash(regulation), definition: regulation, version: 1 })
    .execute()
    .catch((error: unknown) => { throw isTaken(error, 'drafts_one_open') ? new Problem('draft-open') : error })
  await saveEvent(rows, { id, baseHash, origin, fromOn, regulation }, { act: 'begun' }, recording)
}

/** Keeps a draft as it has become, and who did it; the draft is locked. When it ends, so does the invitation into it. */
export async function saveDraft(rows: FundRows, { id, state, version, baseHash, origin, fromOn, regulation, resolution }: DraftRow, event: Pick<DraftEvent, 'act' | 'term'>, recording: Recording) {
  await rows
    .updateTable('drafts')
    .set({ state, base_hash: baseHash ?? null, origin_hash: regulationHash(origin), origin, from_on: fromOn, hash: regulationHash(regulation), definition: regulation, resolution: resolution ?? null, version: version + 1 })
    .where('id', '=', id)
    .execute()
  await saveEvent(rows, { id, baseHash, origin, fromOn, regulation }, event, recording)
  if (state === 'published' || state === 'withdrawn') await endGuests(rows, id, recording)
}

/** An event as it stands in the books. */
export interface RecordedEvent extends DraftEvent {
  /** Whether it keeps what the draft was after it. */
  isKept: boolean
}

/** What was done to a draft, in its order: the first began it. */
export async function listDraftEvents(rows: FundRows, draftId: string): Promise<RecordedEvent[]> {
  const found = await rows.selectFrom('draft_events').where('draft_id', '=', draftId).orderBy('position').select(['position', 'act', 'term', 'at', 'by_id', 'as_guest', 'hash']).execute()
  return found.map(({ position, act, term, at, by_id, as_guest, hash }) => ({ act: DraftEvent.shape.act.parse(act), ...(term !== null && { term }), version: position, at: at.toISOString(), byId: by_id, ...(as_guest && { asGuest: true as const }), isKept: hash !== null }))
}

/** What a draft was at some of its versions, in their order; one that no event keeps is left out. */
export async function keptAt(rows: FundRows, draftId: string, versions: readonly number[]): Promise<Kept[]> {
  const found = await rows.selectFrom('draft_events').where('draft_id', '=', draftId).where('position', 'in', versions).orderBy('position').select(['base_hash', 'origin_hash', 'origin', 'from_on', 'hash', 'definition']).execute()
  return found.flatMap(({ base_hash, origin_hash, origin, from_on, hash, definition }) =>
    (origin_hash === null || hash === null || from_on === null ? [] : [{ baseHash: base_hash ?? undefined, origin: readRegulation(origin_hash, origin), fromOn: from_on, regulation: readRegulation(hash, definition) }]))
}

type Kept = Pick<DraftRow, 'baseHash' | 'origin' | 'fromOn' | 'regulation'>

/** An event, with what the draft is after it. */
async function saveEvent(rows: FundRows, { id: draftId, baseHash, origin, fromOn, regulation }: Kept & Pick<DraftRow, 'id'>, { act, term }: Pick<DraftEvent, 'act' | 'term'>, { by, at, asGuest }: Recording) {
  await rows
    .insertInto('draft_events')
    .values(({ selectFrom, fn, lit }) => ({
      draft_id: draftId,
      position: selectFrom('draft_events').where('draft_id', '=', draftId).select((of) => of(fn.coalesce(fn.max('position'), lit(0)), '+', 1).as('position')),
      act, term: term ?? null, at, by_id: by, as_guest: asGuest,
      base_hash: baseHash ?? null, origin_hash: regulationHash(origin), origin, from_on: fromOn, hash: regulationHash(regulation), definition: regulation,
    }))
    .execute()
}

import type { Day } from '../../plugins/kit/day.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { newId } from '../db/id.ts'
import type { FundRows, NetworkRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { FundProfiles, profileOn } from '../funds/fund.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { NewGathering, TakenHome } from './learning.ts'

const SHOWN_MAX = 200

/** Everything that a network's funds learn from each other, the latest first; of gatherings and questions the last 200. */
export async function listLearning(rows: NetworkRows) {
  const areas = await rows.selectFrom('model_areas').where('ended_at', 'is', null).orderBy('chosen_at', 'desc').selectAll().execute()
  const gatherings = await rows.selectFrom('gatherings').where('removed_at', 'is', null).orderBy('held_on', 'desc').orderBy('id').limit(SHOWN_MAX).selectAll().execute()
  const attendances = await rows.selectFrom('attendances').where('gathering_id', 'in', [NOWHERE, ...gatherings.map(({ id }) => id)]).selectAll().execute()
  const questions = await rows.selectFrom('questions').orderBy('asked_at', 'desc').limit(SHOWN_MAX).selectAll().execute()
  const answers = await rows.selectFrom('answers').where('question_id', 'in', [NOWHERE, ...questions.map(({ id }) => id)]).orderBy('answered_at').selectAll().execute()
  return { areas, gatherings, attendances, questions, answers }
}
export type Kept = Awaited<ReturnType<typeof listLearning>>

const NOWHERE = '00000000-0000-0000-0000-000000000000' // a list to look in is never empty

/** The funds of the network, by their ids. */
export async function listNamedFunds(rows: NetworkRows, networkId: string, today: Day): Promise<Map<string, { slug: string; name: Text }>> {
  const found = await rows.selectFrom('funds').where('network_id', '=', networkId).select(['id', 'slug', 'profiles']).execute()
  return new Map(found.map(({ id, slug, profiles }) => [id, { slug, name: profileOn(FundProfiles.parse(profiles), today).name }]))
}

/** The fund of a slug, in this network. */
export async function findFundIn(rows: NetworkRows | FundRows, networkId: string, slug: string): Promise<string> {
  const { id } = await (rows as NetworkRows).selectFrom('funds').where('network_id', '=', networkId).where('slug', '=', slug).select('id') // both show the funds
    .executeTakeFirstOrThrow(() => new Problem('unknown-fund'))
  return id
}

export async function saveModelArea(rows: NetworkRows, networkId: string, fundId: string, special: string, { by, at }: Recording) {
  await rows.insertInto('model_areas').values({ network_id: networkId, issuer_id: fundId, id: newId(at.getTime()), special, chosen_at: at, chosen_by: by }).execute()
    .catch((error: unknown) => { throw isTaken(error, 'one_model_area_of_a_fund') ? new Problem('model-area-already') : error })
}

/** Ends what the network chose: by the network, or by the fund in whose rows it stands. */
export async function endModelArea(rows: NetworkRows | FundRows, id: string, { by, at }: Recording) {
  await (rows as NetworkRows).updateTable('model_areas').set({ ended_at: at, ended_by: by }).where('id', '=', id).where('ended_at', 'is', null).returning('id') // both show it
    .executeTakeFirstOrThrow(() => new Problem('unknown-model-area'))
}

export async function agreeToModelArea(rows: FundRows, id: string, { by, at }: Recording) {
  const area = await rows.selectFrom('model_areas').where('id', '=', id).where('ended_at', 'is', null).select('agreed_at').forUpdate().executeTakeFirstOrThrow(() => new Problem('unknown-model-area'))
  if (area.agreed_at !== null) throw new Problem('agreed-already')
  await rows.updateTable('model_areas').set({ agreed_at: at, agreed_by: by }).where('id', '=', id).execute()
}

export async function saveGathering(rows: NetworkRows, networkId: string, { kind, heldOn, place, about, host, attendances }: NewGathering, { by, at }: Recording) {
  const id = newId(at.getTime())
  const issuer = host === undefined ? null : await findFundIn(rows, networkId, host)
  await rows.insertInto('gatherings').values({ network_id: networkId, issuer_id: issuer, id, kind, held_on: heldOn, place, about, recorded_at: at, recorded_by: by }).execute()
  for (const { fund, people } of attendances) {
    await rows.insertInto('attendances').values({ network_id: networkId, issuer_id: await findFundIn(rows, networkId, fund), gathering_id: id, people }).execute()
  }
}

export async function removeGathering(rows: NetworkRows, id: string, { by, at }: Recording) {
  await rows.updateTable('gatherings').set({ removed_at: at, removed_by: by }).where('id', '=', id).where('removed_at', 'is', null).returning('id').executeTakeFirstOrThrow(() => new Problem('unknown-gathering'))
}

/** What the fund took home, once it has come: said again, it is said anew. */
export async function saveTakenHome(rows: FundRows, gatheringId: string, { takenHome, regulationNumber }: TakenHome, { by, at }: Recording) {
  await rows.updateTable('attendances').set({ taken_home: takenHome, regulation_number: regulationNumber ?? null, told_at: at, told_by: by }).where('gathering_id', '=', gatheringId).returning('gathering_id')
    .executeTakeFirstOrThrow(() => new Problem('unknown-gathering'))
}

/** Whether a fund is a model area that has agreed, and so may be asked. */
export async function isModelArea(rows: NetworkRows, fundId: string): Promise<boolean> {
  return await rows.selectFrom('model_areas').where('issuer_id', '=', fundId).where('agreed_at', 'is not', null).where('ended_at', 'is', null).select('id').executeTakeFirst() !== undefined
}

export async function saveQuestion(rows: FundRows, networkId: string, { hostId, packId, text }: { hostId?: string; packId?: string; text: string }, { by, at }: Recording) {
  await rows.insertInto('questions').values({ network_id: networkId, id: newId(at.getTime()), host_id: hostId ?? null, pack_id: packId ?? null, text, asked_at: at, asked_by: by }).execute()
}

/** To whom a question was put: a fund, or with null the network alone. */
export async function findAsked(rows: NetworkRows, questionId: string): Promise<string | null> {
  return (await rows.selectFrom('questions').where('id', '=', questionId).select('host_id').executeTakeFirstOrThrow(() => new Problem('unknown-question'))).host_id
}

/** Keeps an answer of the fund's, or of the network's where no fund is named. */
export async function saveAnswer(rows: NetworkRows, networkId: string, questionId: string, text: string, { by, at }: Recording) {
  await rows.insertInto('answers').values({ network_id: networkId, id: newId(at.getTime()), question_id: questionId, text, answered_at: at, answered_by: by }).execute()
}

export async function saveFundAnswer(rows: FundRows, networkId: string, fundId: string, questionId: string, text: string, { by, at }: Recording) {
  await rows.insertInto('answers').values({ network_id: networkId, issuer_id: fundId, id: newId(at.getTime()), question_id: questionId, text, answered_at: at, answered_by: by }).execute()
}

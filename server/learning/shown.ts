import type { Text } from '../../plugins/kit/text.ts'
import { groupedBy } from '../db/grouped.ts'
import { FUND_PERMISSIONS } from '../http/permission.ts'
import type { FundRole } from '../http/role.ts'
import type { InNetwork, Standing } from '../http/room.ts'
import { listNames } from '../people/queries.ts'
import type { Learning } from './learning.ts'
import { listLearning, listNamedFunds, type Kept } from './queries.ts'

type Named = { slug: string; name: Text }

/** All of it as it is shown to somebody, with what they may do. */
export async function showLearning({ inNetwork, network, doors, today, standing }: InNetwork & { standing: Standing }): Promise<Learning> {
  const { kept, funds } = await inNetwork(async (rows) => ({ kept: await listLearning(rows), funds: await listNamedFunds(rows, network.id, today) }))
  const names = await doors.atGate((rows) => listNames(rows, [...kept.areas.map(({ chosen_by }) => chosen_by), ...kept.questions.map(({ asked_by }) => asked_by), ...kept.answers.map(({ answered_by }) => answered_by)]))
  const fundOf = (id: string): Named => {
    const fund = funds.get(id)
    if (!fund) throw new Error(`the network has no fund ${id}`)
    return fund
  }
  const writing = standing.funds.filter(mayWrite).map(({ id }) => id)
  const scene = { fundOf, nameOf: (id: string) => names.get(id) ?? '', writing, isOfficer: standing.isOfficer }
  return {
    network: { slug: network.slug, name: network.name },
    mayRecord: standing.isOfficer,
    writesFor: writing.map(fundOf),
    areas: showAreas(kept, standing, scene),
    gatherings: showGatherings(kept, scene),
    questions: showQuestions(kept, scene),
  }
}

const WRITERS: readonly FundRole[] = FUND_PERMISSIONS['learning:write']
const mayWrite = ({ roles }: Standing['funds'][number]) => roles.some((role) => WRITERS.includes(role))

interface Scene {
  fundOf: (id: string) => Named
  nameOf: (id: string) => string
  /** The funds for which whoever reads this may write. */
  writing: readonly string[]
  isOfficer: boolean
}

function showAreas({ areas }: Kept, standing: Standing, { fundOf, nameOf, writing, isOfficer }: Scene): Learning['areas'] {
  const shown = areas.filter(({ issuer_id, agreed_at }) => agreed_at !== null || isOfficer || standing.funds.some(({ id }) => id === issuer_id))
  return shown.map(({ id, issuer_id, special, chosen_at, chosen_by, agreed_at }) => ({
    id, fund: fundOf(issuer_id), special, chosenAt: chosen_at.toISOString(), chosenBy: nameOf(chosen_by), ...(agreed_at !== null && { agreedAt: agreed_at.toISOString() }),
    can: [...(agreed_at === null && writing.includes(issuer_id) ? ['agree' as const] : []), ...(writing.includes(issuer_id) ? ['leave' as const] : []), ...(isOfficer ? ['end' as const] : [])],
  }))
}

function showGatherings({ gatherings, attendances }: Kept, { fundOf, writing, isOfficer }: Scene): Learning['gatherings'] {
  const came = groupedBy(attendances, ({ gathering_id }) => gathering_id)
  return gatherings.map(({ id, issuer_id, kind, held_on, place, about }) => ({
    id, kind: kind === 'visit' ? 'visit' : 'assembly', heldOn: held_on, place, about, ...(issuer_id !== null && { host: fundOf(issuer_id) }), mayRemove: isOfficer,
    attendances: (came.get(id) ?? []).map(({ issuer_id: fund, people, taken_home, regulation_number }) => ({
      fund: fundOf(fund), people, ...(taken_home !== null && { takenHome: taken_home }), ...(regulation_number !== null && { regulationNumber: regulation_number }), mayTell: writing.includes(fund),
    })),
  }))
}

function showQuestions({ questions, answers }: Kept, { fundOf, nameOf, writing, isOfficer }: Scene): Learning['questions'] {
  const given = groupedBy(answers, ({ question_id }) => question_id)
  return questions.map(({ id, issuer_id, host_id, pack_id, text, asked_at, asked_by }) => ({
    id, asker: fundOf(issuer_id), about: host_id === null ? { pack: pack_id ?? '' } : { fund: fundOf(host_id) }, text, askedAt: asked_at.toISOString(), askedBy: nameOf(asked_by),
    answers: (given.get(id) ?? []).map(({ id: answer, issuer_id: fund, text: words, answered_at, answered_by }) => ({
      id: answer, ...(fund !== null && { fund: fundOf(fund) }), text: words, answeredAt: answered_at.toISOString(), answeredBy: nameOf(answered_by),
    })),
    mayAnswer: host_id !== null && writing.includes(host_id) ? [fundOf(host_id).slug] : [],
    networkMayAnswer: isOfficer,
  }))
}

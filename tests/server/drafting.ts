import type { FundRole } from '../../server/http/role.ts'
import { banMaiDefinition, cast, TODAY } from '../cast.ts'

export const drafts = '/api/funds/ban-mai/drafts'
export const meeting = { resolution: { number: '5/2569', heldOn: TODAY } }

/** Ban Mai's keepers of the rules: one who drafts, one beside her, and its administrator, who publishes. */
export async function draftingDesk(host: Parameters<typeof cast>[0] = {}) {
  const scene = await cast(host)
  const keeper = await scene.colleague('rule-keeper')
  const other = await scene.colleague('rule-keeper')
  const admin = await scene.colleague('fund-admin')
  return { ...scene, keeper, other, admin }
}

export type DraftingDesk = Awaited<ReturnType<typeof draftingDesk>>

export const value = (value: unknown, version: number, pack = 'sample') => ({ pack, value, version })

/** What was asked for, as answered; anything but a success ends the test. */
export async function answered(asking: Promise<Response>) {
  const res = await asking
  if (!res.ok) throw new Error(`${res.status} ${await res.text()}`)
  return res.json()
}

/** The status and the code of an answer. */
export const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code]

/** The status and the places of an answer that refuses. */
export const placesOf = async (answer: Response) => [answer.status, ...(await answer.json()).places.map(({ at }: { at: string }) => at)]

export const begin = async ({ keeper }: Pick<DraftingDesk, 'keeper'>, fromOn = '2026-12-01') => answered(keeper.post(drafts, { fromOn }))

/** A draft in which a night brings 250 baht instead of 200. */
export async function raised(scene: Pick<DraftingDesk, 'keeper'>) {
  const { id, version } = await begin(scene)
  return answered(scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(25_000, version)))
}

/** The same, put to a meeting. */
export async function atMeeting(scene: Pick<DraftingDesk, 'keeper'>, more: object = {}) {
  const { id, version } = await raised(scene)
  return answered(scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version, ...more }))
}

/** Ban Mai puts in force another regulation from a day on: the sample's second version, by which a night brings 300 baht. */
export async function supersede({ apply }: Pick<DraftingDesk, 'apply'>, fromOn = '2026-11-25', more: object = {}) {
  const [first] = banMaiDefinition.publications
  if (!first) throw new Error('Ban Mai has a regulation')
  await apply({ ...banMaiDefinition, publications: [first, { ...first, fromOn, regulation: { ...first.regulation, packs: [{ adopt: 'samples/sample', version: '2.0.0' }], ...more } }] })
}

/** Nong Bua, which has no regulation yet: somebody who drafts there, and somebody who publishes. */
export async function nongBua({ superuser, ...scene }: DraftingDesk) {
  const serve = async (person: { id: string }, role: FundRole) => {
    await superuser`insert into fund_roles (fund_id, person_id, role, given_at) select id, ${person.id}, ${role}, now() from funds where slug = 'nong-bua'`
    return person
  }
  await serve(scene.arunee, 'fund-admin')
  return { keeper: scene.prasert, admin: scene.arunee, at: '/api/funds/nong-bua/drafts' }
}

export const fundTerms = { year: 'fiscal', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'never' }

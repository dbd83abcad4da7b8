import type { Scene } from '../confined.ts'

const network = '/api/networks/sample/learning'

interface Learning {
  areas: { id: string; fund: { slug: string } }[]
  gatherings: { id: string }[]
  questions: { id: string }[]
}

async function done(answering: Promise<Response>): Promise<Learning> {
  const answer = await answering
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('there is one')
  return one
}

/** Arunee chooses a fund as a model area. */
export async function newArea({ arunee }: Pick<Scene, 'arunee'>, fund: string, special = 'เก็บเงินสัจจะที่มัสยิดทุกวันศุกร์'): Promise<string> {
  const { areas } = await done(arunee.post(`${network}/areas`, { fund, special }))
  return first(areas.filter((area) => area.fund.slug === fund)).id
}

/** The same, to which the fund has agreed. */
export async function agreedArea({ arunee, malee, prasert }: Pick<Scene, 'arunee' | 'malee' | 'prasert'>, fund: 'ban-mai' | 'nong-bua'): Promise<string> {
  const area = await newArea({ arunee }, fund)
  await done((fund === 'ban-mai' ? malee : prasert).post(`/api/funds/${fund}/learning/areas/${area}/agreement`))
  return area
}

/** Twelve of Ban Mai's visit Nong Bua. */
export async function newVisit({ arunee }: Pick<Scene, 'arunee'>): Promise<string> {
  const { gatherings } = await done(arunee.post(`${network}/gatherings`, visit))
  return first(gatherings).id
}

export const visit = { kind: 'visit', heldOn: '2026-11-20', place: 'ศาลาวัดหนองบัว', about: 'ดูวิธีเก็บเงินสัจจะ', host: 'nong-bua', attendances: [{ fund: 'ban-mai', people: 12 }] }

/** Prasert of Nong Bua asks Ban Mai, a model area. */
export async function newQuestion(scene: Pick<Scene, 'arunee' | 'malee' | 'prasert'>): Promise<string> {
  await agreedArea(scene, 'ban-mai')
  await done(scene.prasert.post('/api/funds/nong-bua/learning/questions', { about: { fund: 'ban-mai' }, text: 'เก็บเงินวันไหน' }))
  const { questions } = await done(scene.malee.get(network))
  return first(questions).id
}

import type { Scene } from '../confined.ts'

const fund = '/api/funds/ban-mai'

/** Twelve members of Ban Mai since 2024, taken over from its old register: enough to be told of together. */
export async function twelveMembers({ malee }: Pick<Scene, 'malee'>): Promise<string[]> {
  const ids: string[] = []
  for (let at = 1; at <= 12; at++) {
    const answer = await malee.post(`${fund}/carried-over-members`, { number: `9${String(at).padStart(3, '0')}`, firstName: `สมาชิก${at}`, lastName: 'แก้วมณี', joinedOn: '2024-01-15', note: 'สมุดทะเบียน' })
    if (!answer.ok) throw new Error(await answer.text())
    const { id }: { id: string } = await answer.json()
    ids.push(id)
  }
  return ids
}

/** Tells the network of a year, in what is shown to be told. */
export async function publishYear({ malee }: Pick<Scene, 'malee'>, fromOn: string): Promise<Response> {
  return malee.post(`${fund}/figures/${fromOn}/publication`, { seen: await seenOf({ malee }, fromOn) })
}

export async function seenOf({ malee }: Pick<Scene, 'malee'>, fromOn: string): Promise<object> {
  const { years }: { years: { figures: { fromOn: string } }[] } = await (await malee.get(`${fund}/figures`)).json()
  const year = years.find(({ figures }) => figures.fromOn === fromOn)
  if (!year) throw new Error(`nothing is told of the year from ${fromOn}`)
  return year.figures
}

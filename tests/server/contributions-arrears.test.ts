import { expect, test } from 'vitest'
import { banMaiDefinition } from '../cast.ts'
import { desk, fund, join, key, payment } from './desk.ts'

const path = `${fund}/arrears`
const lapsing = (lapse: { by: 'instalmentsMissed' | 'daysSincePayment'; moreThan: number }) => ({
  ...banMaiDefinition,
  publications: [...banMaiDefinition.publications, ...banMaiDefinition.publications.map((each) => ({ ...each, fromOn: '2026-11-23', regulation: { ...each.regulation, fundTerms: { ...each.regulation.fundTerms, lapse } } }))],
})

test('who is behind is listed, the first to lapse first, with the day; who is not, is not', async () => {
  const scene = await desk()
  await scene.apply(lapsing({ by: 'instalmentsMissed', moreThan: 3 }))
  const far = await join(scene, '2026-08-15', '1')
  const near = await join(scene, '2026-08-15', '2')
  const paid = await join(scene, '2026-08-15', '3')
  await scene.clerk.post(`${fund}/members/${far.id}/contributions`, payment(1), key())
  await scene.clerk.post(`${fund}/members/${paid.id}/contributions`, payment(4), key())

  expect(await (await scene.viewer.get(path)).json()).toEqual({
    today: '2026-11-23',
    count: 2,
    members: [
      { id: near.id, number: '2', name: 'นายสมชาย แก้วมณี', instalmentsMissed: 3, arrearsSatang: 9000, lapsesOn: '2026-12-15' },
      { id: far.id, number: '1', name: 'นายสมชาย แก้วมณี', instalmentsMissed: 2, arrearsSatang: 6000, lapsesOn: '2027-01-15' },
    ],
  })
})

test('a voided receipt that leaves a gap behind puts the member on the list', async () => {
  const scene = await desk()
  const { id } = await join(scene, '2026-08-15')
  const { id: first } = await (await scene.clerk.post(`${fund}/members/${id}/contributions`, payment(1), key())).json()
  await scene.clerk.post(`${fund}/members/${id}/contributions`, payment(4), key())
  expect((await (await scene.viewer.get(path)).json()).count).toBe(0)
  await scene.treasurer.post(`${fund}/receipts/${first}/void`, { reason: 'ซ้ำ' })

  expect((await (await scene.viewer.get(path)).json()).members).toMatchObject([{ id, instalmentsMissed: 1 }])
})

test('who has left, or only applied, is not called', async () => {
  const scene = await desk()
  const { id } = await join(scene, '2026-01-15')
  await scene.clerk.post(`${fund}/members/${id}/departure`, { kind: 'died', happenedOn: '2026-11-20' })
  await scene.clerk.post(`${fund}/members`, { number: '9', firstName: 'ก', lastName: 'ข', appliedOn: '2026-11-02' })

  expect(await (await scene.viewer.get(path)).json()).toMatchObject({ count: 0, members: [] })
})

test("another fund sees none of ours, and terms that name no lapse give no day", async () => {
  const scene = await desk()
  await join(scene, '2026-01-15')

  expect((await (await scene.prasert.get('/api/funds/nong-bua/arrears')).json()).members).toEqual([])
  expect((await scene.prasert.get(path)).status).toBe(404)
  expect((await (await scene.viewer.get(path)).json()).members[0]).not.toHaveProperty('lapsesOn')
})

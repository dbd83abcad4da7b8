import { expect, test } from 'vitest'
import { apply, desk, fund, join, key, payment } from './desk.ts'

const of = (id: string, instalments: number) => `${fund}/members/${id}/allotment?instalments=${instalments}`

test('it works: what a payment would pay for is what it then pays for', async () => {
  const scene = await desk()
  const { id } = await join(scene)
  const told = await (await scene.clerk.get(of(id, 3))).json()

  expect(told).toEqual({ instalments: 3, allotments: [{ from: '2026-01-15', until: '2026-04-15', instalments: 3, amountSatang: 9000 }], totalSatang: 9000 })
  const { lines } = await (await scene.clerk.post(`${fund}/members/${id}/contributions`, payment(3), key())).json()
  expect(lines).toMatchObject([{ coversFrom: '2026-01-15', coversUntil: '2026-04-15', amountSatang: 9000 }])
})

test('a gap that a voided receipt left is filled first', async () => {
  const scene = await desk()
  const { id } = await join(scene)
  const { id: first } = await (await scene.clerk.post(`${fund}/members/${id}/contributions`, payment(1), key())).json()
  await scene.clerk.post(`${fund}/members/${id}/contributions`, payment(2), key())
  await scene.treasurer.post(`${fund}/receipts/${first}/void`, { reason: 'ซ้ำ' })

  expect((await (await scene.clerk.get(of(id, 2))).json()).allotments).toMatchObject([{ from: '2026-01-15', until: '2026-02-15' }, { from: '2026-04-15', until: '2026-05-15' }])
})

test('instalments of two plans come to the sum of both', async () => {
  const scene = await desk()
  const { id } = await join(scene, '2026-10-15')
  await scene.clerk.post(`${fund}/members/${id}/plans`, { fromOn: '2026-11-15', every: 'month', amountSatang: 5000 })

  expect((await (await scene.clerk.get(of(id, 2))).json()).totalSatang).toBe(8000)
})

test.each([
  ['more than ten years ahead', 'join', 200, 422, 'impossible'],
  ['none', 'join', 0, 400, 'invalid'],
  ['of an applicant', 'apply', 1, 409, 'not-a-member'],
])('%s is refused', async (_what, standing, instalments, status, code) => {
  const scene = await desk()
  const { id } = standing === 'join' ? await join(scene) : await apply(scene)

  expect(await (await scene.clerk.get(of(id, instalments))).json()).toMatchObject({ status, code })
})

test("another fund's member is not found", async () => {
  const scene = await desk()
  const { id } = await join(scene)

  expect(await (await scene.prasert.get(`/api/funds/nong-bua/members/${id}/allotment`)).json()).toMatchObject({ status: 404, code: 'unknown-member' })
})

import { expect, test } from 'vitest'
import { desk, fund } from './desk.ts'

const path = `${fund}/centres`

test('centres are opened, renamed and listed in the order of their Thai names', async () => {
  const { clerk, viewer } = await desk()
  const { id } = await (await clerk.post(path, { name: 'หมู่ 9' })).json()
  await clerk.post(path, { name: 'หมู่ 10' })
  await clerk.post(path, { name: 'เกาะแก้ว' })
  const res = await clerk.put(`${path}/${id}`, { name: 'อ่าวยน' })

  expect(res.status).toBe(200)
  const names = (await (await viewer.get(path)).json()).centres.map(({ name }: { name: string }) => name)
  expect(names).toEqual(['เกาะแก้ว', 'หมู่ 10', 'อ่าวยน'])
})

test('two centres have two names; in another fund the name is free', async () => {
  const { clerk, prasert } = await desk()
  const { id } = await (await clerk.post(path, { name: 'หมู่ 9' })).json()
  await clerk.post(path, { name: 'หมู่ 10' })

  expect(await (await clerk.post(path, { name: ' หมู่ 9 ' })).json()).toMatchObject({ status: 409, code: 'centre-name-taken', places: [{ at: 'name' }] })
  expect(await (await clerk.put(`${path}/${id}`, { name: 'หมู่ 10' })).json()).toMatchObject({ code: 'centre-name-taken' })
  expect((await prasert.post('/api/funds/nong-bua/centres', { name: 'หมู่ 9' })).status).toBe(201)
})

test("another fund's centre is not found, and a viewer opens none", async () => {
  const { clerk, viewer, prasert } = await desk()
  const { id } = await (await clerk.post(path, { name: 'หมู่ 9' })).json()

  expect(await (await prasert.put(`/api/funds/nong-bua/centres/${id}`, { name: 'x' })).json()).toMatchObject({ status: 404, code: 'unknown-centre' })
  expect((await viewer.post(path, { name: 'x' })).status).toBe(403)
})

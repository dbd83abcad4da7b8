import { expect, test } from 'vitest'
import { cast } from '../cast.ts'

const path = '/api/networks/sample/funds'

test('it works', async () => {
  const { get } = await cast()
  const res = await get(path)

  expect(res.status).toBe(200)
  const { network, on, funds } = await res.json()
  expect({ network, on }).toMatchObject({ network: { slug: 'sample', name: { th: 'เครือข่ายตัวอย่าง' } }, on: '2026-11-23' })
  expect(funds).toMatchObject([
    { slug: 'nong-bua', name: { en: 'Nong Bua Community Welfare Fund' } },
    { slug: 'ban-mai', kind: 'subdistrict-municipality', notice: { fromOn: '2020-01-01', benefits: [{ id: 'hospital', category: 'sickness', title: { th: 'นอนโรงพยาบาล' } }] } },
  ])
})

test('a fund without a regulation says nothing of benefits', async () => {
  const { get } = await cast()
  const { funds } = await (await get(path)).json()

  expect(funds.find((fund: { slug: string }) => fund.slug === 'nong-bua')).not.toHaveProperty('notice')
})

test('it tells of another day as it was then', async () => {
  const { get } = await cast()
  const { funds } = await (await get(`${path}?on=2012-05-01`)).json()

  const banMai = funds.find((fund: { slug: string }) => fund.slug === 'ban-mai')
  expect(banMai).toMatchObject({ kind: 'subdistrict-organisation', name: { th: 'กองทุนสวัสดิการชุมชนตำบลบ้านใหม่' } })
  expect(banMai).not.toHaveProperty('notice')
})

test('an unknown network is not found', async () => {
  const { get } = await cast()
  const res = await get('/api/networks/nowhere/funds')

  expect(res.status).toBe(404)
  expect(await res.json()).toMatchObject({ code: 'unknown-network', text: { th: 'ไม่พบเครือข่ายนี้' } })
})

test.each(['2569-02-30', '31/02/2569', '๒๕๖๙-๐๑-๐๑', '', 'null'])('the day %j is refused', async (day) => {
  const { get } = await cast()
  const res = await get(`${path}?on=${encodeURIComponent(day)}`)

  expect(res.status).toBe(400)
  const { code, places: [first] } = await res.json()
  expect({ code, first }).toMatchObject({ code: 'invalid', first: { at: 'on', text: { en: 'a day is YYYY-MM-DD and one that the calendar has' } } })
})

test('a question nobody knows is refused', async () => {
  const { get } = await cast()
  const res = await get(`${path}?sort=name`)

  expect(res.status).toBe(400)
  expect(await res.json()).toMatchObject({ code: 'invalid', places: [{ at: 'sort' }] })
})

test('the networks are listed', async () => {
  const { get } = await cast()

  expect(await (await get('/api/networks')).json()).toEqual({ networks: [{ slug: 'sample', name: { th: 'เครือข่ายตัวอย่าง', en: 'Sample network' } }] })
})

import { expect, test } from 'vitest'
import { banMaiDefinition, cast } from '../cast.ts'

const path = '/api/funds/ban-mai'

test('it works', async () => {
  const { get } = await cast()
  const res = await get(path)

  expect(res.status).toBe(200)
  expect(await res.json()).toMatchObject({
    slug: 'ban-mai',
    today: '2026-11-23',
    network: { slug: 'sample', name: { en: 'Sample network' } },
    name: { th: 'กองทุนสวัสดิการชุมชนเทศบาลตำบลบ้านใหม่' },
    contact: { th: 'ที่ทำการกองทุน วันเสาร์แรกของเดือน' },
    publications: [{
      number: 1,
      fromOn: '2020-01-01',
      hash: expect.stringMatching(/^sha256:/),
      resolution: { number: '4/2562' },
      regulation: { format: 'sajja/regulation@1', packs: [{ hash: expect.stringMatching(/^sha256:/), pack: { id: 'sample', version: '1.0.0' } }] },
    }],
  })
})

test('with a day it gives the regulation in force on that day alone', async () => {
  const { get, apply } = await cast()
  await apply(withNext('2027-01-01'))

  const numbers = async (query: string) => (await (await get(`${path}${query}`)).json()).publications.map((each: { number: number }) => each.number)
  expect(await numbers('')).toEqual([1, 2])
  expect(await numbers('?on=2026-12-31')).toEqual([1])
  expect(await numbers('?on=2027-01-01')).toEqual([2])
})

test('before the first regulation there is none, and it says so', async () => {
  const { get } = await cast()
  const res = await get(`${path}?on=2019-12-31`)

  expect(res.status).toBe(404)
  expect(await res.json()).toMatchObject({ code: 'no-regulation', text: { th: 'กองทุนนี้ไม่มีระเบียบที่ใช้อยู่ในวันนั้น' } })
})

test.each(['nowhere', 'BAN-MAI', '%00', '..', "ban-mai'--", 'ก'.repeat(300)])('the fund %j is not found', async (slug) => {
  const { get } = await cast()
  const res = await get(`/api/funds/${encodeURIComponent(slug)}`)

  expect(res.status).toBe(404)
})

test('a fund that has published nothing has no publications', async () => {
  const { get } = await cast()

  expect(await (await get('/api/funds/nong-bua')).json()).toMatchObject({ slug: 'nong-bua', publications: [] })
})

function withNext(fromOn: string) {
  const [first] = banMaiDefinition.publications
  if (!first) throw new Error('Ban Mai has a regulation')
  const next = { ...first, fromOn, regulation: { ...first.regulation, packs: [{ adopt: 'samples/sample', version: '2.0.0' }] } }
  return { ...banMaiDefinition, publications: [first, next] }
}

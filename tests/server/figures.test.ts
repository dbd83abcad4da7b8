import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'
import type { Scene } from '../confined.ts'
import { publishYear, seenOf, twelveMembers } from './telling-year.ts'

const fund = '/api/funds/ban-mai'
const YEAR = '2026-01-01'
const key = () => ({ 'idempotency-key': randomUUID() })

async function done<T>(answering: Promise<Response>): Promise<T> {
  const answer = await answering
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json() as Promise<T>
}

/** January 2027 in Ban Mai: twelve members have paid 360 baht each in 2026, and the first `stays` of them were given 600 baht for a stay in hospital. */
async function yearWith(stays: number) {
  const scene = await cast()
  const members = await twelveMembers(scene)
  for (const [at, member] of members.entries()) {
    await done(scene.malee.post(`${fund}/members/${member}/plans`, { fromOn: '2026-01-01', every: 'month', amountSatang: 3000 }, key()))
    await done(scene.malee.post(`${fund}/members/${member}/contributions`, { book: '1', number: String(at + 1), receivedOn: '2026-03-01', instalments: 12, totalSatang: 36_000 }, key()))
  }
  const clerk = await scene.colleague('clerk')
  for (const [at, memberId] of members.slice(0, stays).entries()) await paidStay(scene, clerk, memberId, at + 1)
  scene.passes(60 * 24 * 3_600_000)
  await scene.malee.signIn()
  return { ...scene, members, told: async () => yearsOf(await (await scene.get('/api/networks/sample/figures')).json()) }
}

const yearsOf = ({ funds }: { funds: { slug: string; years: object[] }[] }) => funds.find(({ slug }) => slug === 'ban-mai')?.years

async function paidStay({ malee }: Scene, clerk: Scene['malee'], memberId: string, voucher: number) {
  const { id } = await done<{ id: string }>(clerk.post(`${fund}/claims`, { memberId, benefitId: 'hospital', answers: { dischargedOn: '2026-11-20', nights: 3 } }, key()))
  await done(malee.post(`${fund}/claims/${id}/decision`, { outcome: 'approved', amountSatang: 60_000, resolution: { number: '5/2569', heldOn: '2026-11-23' }, seen: { outcome: 'eligible', lowSatang: 60_000, highSatang: 60_000 } }))
  await done(malee.post(`${fund}/claims/${id}/payment`, { voucherNumber: String(voucher), payee: 'ผู้รับ', paidOn: '2026-11-23' }, key()))
  return id
}

const full = {
  fromOn: '2026-01-01', untilOn: '2026-12-31', members: 12, contributionsSatang: 432_000, paidOut: { times: 10, satang: 600_000 }, paidOutPercent: 139,
  kinds: [{ category: 'sickness', times: 10, satang: 600_000 }], withheld: [],
}

describe('what a fund tells of its years', () => {
  test('it works: nothing is told until the administrator has seen it and told it, and then exactly that', async () => {
    const { malee, told } = await yearWith(10)
    const before = await done<{ mayPublish: boolean; years: unknown[] }>(malee.get(`${fund}/figures`))

    expect(before).toMatchObject({ mayPublish: true, years: [{ figures: full, isPublished: false, acts: [] }, { figures: { fromOn: '2025-01-01', members: 12, kinds: [] } }, { figures: { fromOn: '2024-01-01' } }] })
    expect(await told()).toEqual([])

    const published = await publishYear({ malee }, YEAR)
    expect(published.status).toBe(201)
    expect((await published.json()).years[0]).toMatchObject({ isPublished: true, acts: [{ act: 'published', by: 'มาลี แก้วใส' }] })
    expect(await told()).toEqual([full])
  })

  test('what was paid to fewer than ten is withheld, with what would give it back', async () => {
    const { malee, told } = await yearWith(3)
    await publishYear({ malee }, YEAR)

    expect(await told()).toEqual([{ fromOn: '2026-01-01', untilOn: '2026-12-31', members: 12, contributionsSatang: 432_000, kinds: [], withheld: ['sickness'] }])
  })

  test('taken down it hangs nowhere, and hung out again it is what it was, whatever the books say by now', async () => {
    const { malee, told, members } = await yearWith(10)
    await publishYear({ malee }, YEAR)
    const down = await malee.delete(`${fund}/figures/2026-01-01/publication`)
    expect(down.status).toBe(200)
    expect(await told()).toEqual([])

    await done(malee.post(`${fund}/members/${members[11]}/contributions`, { book: '1', number: '99', receivedOn: '2026-12-30', instalments: 1, totalSatang: 3000 }, key()))
    const again = await publishYear({ malee }, YEAR)
    expect((await again.json()).years[0].acts.map(({ act }: { act: string }) => act)).toEqual(['published', 'withdrawn', 'published'])
    expect(await told()).toEqual([full])
  })

  test('what has changed since it was seen is not told', async () => {
    const { malee, members, told } = await yearWith(0)
    const seen = await seenOf({ malee }, YEAR)
    await done(malee.post(`${fund}/members/${members[11]}/contributions`, { book: '1', number: '99', receivedOn: '2026-12-30', instalments: 1, totalSatang: 3000 }, key()))
    const answer = await malee.post(`${fund}/figures/2026-01-01/publication`, { seen })

    expect(answer.status).toBe(409)
    expect((await answer.json()).code).toBe('changed-meanwhile')
    expect(await told()).toEqual([])
  })

  test('twice, a year that goes on, and one that was not told are refused', async () => {
    const { malee } = await yearWith(0)
    const seen = await seenOf({ malee }, YEAR)
    await publishYear({ malee }, YEAR)

    expect((await (await malee.post(`${fund}/figures/2026-01-01/publication`, { seen })).json()).code).toBe('published-already')
    expect((await (await malee.post(`${fund}/figures/2027-01-01/publication`, { seen })).json()).code).toBe('unknown-year')
    expect((await (await malee.delete(`${fund}/figures/2025-01-01/publication`)).json()).code).toBe('not-published')
  })

  test('a rule keeper sees them and does not publish', async () => {
    const scene = await yearWith(0)
    const keeper = await scene.colleague('rule-keeper')

    expect(await done(keeper.get(`${fund}/figures`))).toMatchObject({ mayPublish: false })
    expect((await publishYear({ malee: keeper }, YEAR)).status).toBe(403)
  })

  test('another province is told nothing', async () => {
    const { malee, superuser, doors } = await yearWith(0)
    await publishYear({ malee }, YEAR)
    await superuser`insert into networks (id, slug, name_th, name_en, province_code) values (${randomUUID()}, 'elsewhere', 'ที่อื่น', 'Elsewhere', '10')`
    const [elsewhere] = await superuser<[{ id: string }]>`select id from networks where slug = 'elsewhere'`

    expect(await doors.inNetwork(elsewhere.id)((rows) => rows.selectFrom('figures').select('figures').execute())).toEqual([])
  })
})

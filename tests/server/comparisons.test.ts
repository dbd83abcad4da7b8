import { Kysely } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { up } from '../../migrations/20261125_1600_notices_with_rules.ts'
import { FundDefinition } from '../../server/funds/definition.ts'
import { banMaiDefinition, cast } from '../cast.ts'

const path = '/api/networks/sample/comparisons'
const [published] = banMaiDefinition.publications
if (!published) throw new Error('Ban Mai has a regulation')

/** Mai Khao, a third fund: the newer model of 300 baht a night, of which it takes 500 since 2024. */
const maiKhao = FundDefinition.parse({
  ...banMaiDefinition,
  slug: 'mai-khao',
  publications: [{ ...published, regulation: { ...published.regulation, packs: [{ adopt: 'samples/sample', version: '2.0.0', values: { nightRate: [{ from: '2024-01-01', value: 50_000, source: 'มติ 1/2567' }] } }] } }],
})

async function province() {
  const scene = await cast()
  await scene.apply(maiKhao)
  return { ...scene, read: async (address: string) => (await scene.get(`${path}${address}`)).json() }
}

describe('by people', () => {
  test('it works: the same aunt in every fund, beside the model, and what each lacks', async () => {
    const { read } = await province()
    const told = await read('/people')

    expect(told).toMatchObject({ network: { slug: 'sample', name: { en: expect.any(String) } }, on: '2026-11-23', neighbour: 'daeng', model: { title: { en: 'Sample pack' }, gifts: [{ category: 'sickness' }] } })
    expect(told.neighbours).toHaveLength(10)
    const [banMai, other, nongBua] = ['ban-mai', 'mai-khao', 'nong-bua'].map((slug) => told.funds.find((fund: { slug: string }) => fund.slug === slug))
    expect(banMai).toMatchObject({ fromOn: '2020-01-01', lacks: [], gifts: [{ category: 'sickness', benefits: [{ id: 'hospital', outcome: 'incomplete', because: [{ th: 'ขึ้นกับจำนวนคืน' }] }] }] })
    expect(other.gifts).toHaveLength(1)
    expect(nongBua).toMatchObject({ gifts: [], lacks: ['sickness'] })
    expect(nongBua).not.toHaveProperty('fromOn')
  })

  test('somebody else, another day, and nobody', async () => {
    const { read, get } = await province()

    expect(await read('/people?neighbour=sak&on=2019-12-31')).toMatchObject({ on: '2019-12-31', neighbour: 'sak', funds: [{ gifts: [] }, { gifts: [] }, { gifts: [] }] })
    expect((await get(`${path}/people?neighbour=nobody`)).status).toBe(422)
    expect((await get('/api/networks/nowhere/comparisons/people')).status).toBe(404)
  })
})

describe('clause by clause', () => {
  test('one kind in every fund that has it, and what each says otherwise than the fund beside', async () => {
    const { read } = await province()
    const { rows } = await read('/clauses?category=sickness&beside=mai-khao')

    expect(rows).toHaveLength(1)
    expect(rows[0].map((cell: { slug: string; difference: unknown[] }) => [cell.slug, cell.difference])).toEqual([
      ['mai-khao', []],
      ['ban-mai', [{ aspect: 'amount', one: { th: 'ได้คืนละ 500 บาท', en: '500 baht per night' }, other: { th: 'ได้คืนละ 200 บาท', en: '200 baht per night' } }]],
    ])
    expect(rows[0][0].aspects.map(({ aspect }: { aspect: string }) => aspect)).toEqual(['amount', 'limit', 'condition'])
  })

  test('of a kind that nobody has there is nothing', async () => {
    const { read, get } = await province()

    expect(await read('/clauses?category=housing')).toMatchObject({ rows: [] })
    expect((await get(`${path}/clauses?category=happiness`)).status).toBe(400)
  })
})

test('over time: nothing has moved, and the days stand in their order', async () => {
  const { read, get } = await province()

  expect(await read('/changes?since=2022-01-01')).toEqual({ since: '2022-01-01', on: '2026-11-23', changes: [] })
  expect((await get(`${path}/changes?since=2027-01-01`)).status).toBe(422)
})

test('the network still reads no table of a fund, and another province’s network none of these sheets', async () => {
  const { superuser, doors } = await province()
  await superuser`insert into networks (id, slug, name_th, name_en, province_code) values (${crypto.randomUUID()}, 'elsewhere', 'ที่อื่น', 'Elsewhere', '10')`
  const [elsewhere] = await superuser<[{ id: string }]>`select id from networks where slug = 'elsewhere'`

  expect(await doors.inNetwork(elsewhere.id)((rows) => rows.selectFrom('notices').select('definition').execute())).toEqual([])
})

test('sheets that hung there before are filled from each fund’s own regulations', async () => {
  const { superuser, ownerUrl, doors } = await province()
  await doors.close()
  const before = await superuser`select issuer_id, hash, definition from notices order by issuer_id`
  await superuser`alter table notices drop column hash, drop column definition`
  const owner = postgres(ownerUrl, { max: 1, fetch_types: false, onnotice: () => undefined })
  await owner`select` // which opens the connection: postgres.js reserves only one that is open
  await new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: owner }) }).transaction().execute(up)
  await owner.end()

  expect(await superuser`select issuer_id, hash, definition from notices order by issuer_id`).toEqual(before)
  expect(await superuser`select relforcerowsecurity from pg_class where relname = 'notices'`).toEqual([{ relforcerowsecurity: true }])
})

import { expect, test } from 'vitest'
import { nameKey, numberKey } from '../../server/members/search-key.ts'
import { apply, desk, fund, somchai, type Desk } from './desk.ts'

const { citizenId: _citizenId, ...nameless } = somchai
const found = async ({ viewer }: Pick<Desk, 'viewer'>, query: string) => (await (await viewer.get(`${fund}/members?${query}`)).json()).members.map(({ name }: { name: string }) => name)

async function three() {
  const scene = await desk()
  await apply(scene)
  await apply(scene, { ...nameless, number: '12', title: 'น.ส.', firstName: 'สมจิตร', lastName: 'ทองดี' })
  await apply(scene, { ...nameless, number: '105', title: 'นาง', firstName: 'มาลี', lastName: 'แก้วมณี' })
  return scene
}

test.each([
  ['', ['น.ส.สมจิตร ทองดี', 'นางมาลี แก้วมณี', 'นายสมชาย แก้วมณี']],
  ['q=สม', ['น.ส.สมจิตร ทองดี', 'นายสมชาย แก้วมณี']],
  ['q=นายสมชาย แกวมณี', ['นายสมชาย แก้วมณี']],
  ['q=สม​ชาย', ['นายสมชาย แก้วมณี']],
  ['q=แก้วมณี', ['นางมาลี แก้วมณี', 'นายสมชาย แก้วมณี']],
  ['q=แก้วมณีมาลี', ['นางมาลี แก้วมณี']],
  ['q=218', ['นายสมชาย แก้วมณี']],
  ['q=๐๒๑๘', ['นายสมชาย แก้วมณี']],
  ['q=0-1000-00000-01-8', ['นายสมชาย แก้วมณี']],
  ['q=ไม่มี', []],
  ['q=%25', []],
  ["q=' or 1=1 --", []],
  ['standing=member', []],
  ['standing=applicant&q=มาลี', ['นางมาลี แก้วมณี']],
])('%j finds %j', async (query, names) => {
  expect(await found(await three(), query)).toEqual(names)
})

test('a page ends where it says, and the next begins there', async () => {
  const scene = await three()
  const first = await (await scene.viewer.get(`${fund}/members?limit=2`)).json()
  const second = await (await scene.viewer.get(`${fund}/members?limit=2&after=${first.next}`)).json()

  expect([...first.members, ...second.members].map(({ number }) => number)).toEqual(['12', '105', '0218'])
  expect(second).not.toHaveProperty('next')
})

test.each(['limit=0', 'limit=101', 'limit=x', 'sort=name', 'standing=king', 'centre=1', `q=${'ก'.repeat(101)}`])('%s is refused', async (query) => {
  const { viewer } = await desk()

  expect((await viewer.get(`${fund}/members?${query}`)).status).toBe(400)
})

test('by centre', async () => {
  const scene = await desk()
  const { id } = await (await scene.clerk.post(`${fund}/centres`, { name: 'หมู่ 3' })).json()
  await apply(scene, { ...nameless, centreId: id })

  expect(await found(scene, `centre=${id}`)).toEqual(['นายสมชาย แก้วมณี'])
  expect(await found(scene, `centre=${crypto.randomUUID()}`)).toEqual([])
  expect(await (await scene.viewer.get(`${fund}/centres`)).json()).toEqual({ centres: [{ id, name: 'หมู่ 3', members: 1 }], mayChange: false })
})

test('among five thousand members an index answers, under row-level security', async () => {
  const scene = await desk()
  const { id } = await apply(scene)
  const [own] = await scene.superuser<{ fund_id: string; household_id: string }[]>`select fund_id, household_id from members where id = ${id}`
  if (!own) throw new Error('somebody applied')
  const people = Array.from({ length: 5000 }, (_, at) => {
    const [first, last] = [`ชื่อ${String(at).padStart(4, '0')}`, `สกุล${String((at * 7919) % 5000).padStart(4, '0')}`]
    return { fund_id: own.fund_id, id: crypto.randomUUID(), number: String(1000 + at), number_key: numberKey(String(1000 + at)), first_name: first, last_name: last, name_key: nameKey(first + last), last_name_key: nameKey(last + first), household_id: own.household_id, beneficiaries: [], version: 1 }
  })
  await scene.superuser`insert into members ${scene.superuser(people)}`
  await scene.superuser`insert into member_statuses (fund_id, member_id, position, kind, happened_on, recorded_at, recorded_by) select fund_id, id, 1, 'applied', '2026-11-02', now(), id from members where number <> '0218'`
  await scene.superuser`analyze members, member_statuses`

  expect(await found(scene, 'q=ชื่อ0042')).toHaveLength(1)
  const key = nameKey('ชื่อ004')
  const plan = await scene.superuser.begin(async (sql) => {
    await sql.unsafe(`set local role sajja_fund; set local app.fund_id = '${own.fund_id}'`)
    return sql<{ 'QUERY PLAN': string }[]>`explain select id from members where number_key = ${numberKey('77')} or (name_key >= ${key} and name_key < ${`${key}\u{10ffff}`}) or (last_name_key >= ${key} and last_name_key < ${`${key}\u{10ffff}`})`
  })
  const words = plan.map((line) => line['QUERY PLAN']).join('\n')
  expect(words).toContain('members_by_name')
  expect(words).toContain('members_by_last_name')
  expect(words).not.toContain('Seq Scan')
})

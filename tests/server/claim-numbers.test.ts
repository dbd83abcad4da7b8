import { expect, test } from 'vitest'
import { up } from '../../migrations/20261125_1300_claim_numbers.ts'
import { addDays } from '../../plugins/kit/day.ts'
import { takeStep } from '../database.ts'
import { claims, claimsDesk, stay, submit } from './claims-desk.ts'
import { fund, join, key } from './desk.ts'

const AT_ONCE = 64

test('it works: each gets the next of the Buddhist year in which it was handed in, and keeps it', async () => {
  const scene = await claimsDesk()
  const first = await submit(scene, '2026-11-20')
  await submit(scene, '2026-11-10')
  const lastYear = await submit(scene, '2025-12-20', 1, { claimedOn: '2025-12-30' })
  const resolution = { number: '1/2569', heldOn: '2026-11-23' }
  await scene.approver.post(`${claims}/${first.id}/decision`, { outcome: 'refused', reason: 'ไม่มีใบรับรองแพทย์', resolution, seen: first.finding })
  const again = await submit(scene, '2026-11-20')

  expect([first.number, lastYear.number, again.number]).toEqual(['1/2569', '1/2568', '3/2569'])
  const { claims: listed } = await (await scene.viewer.get(claims)).json()
  expect(listed.map(({ number }: { number: string }) => number).toSorted()).toEqual(['1/2568', '1/2569', '2/2569', '3/2569'])
  await expect(scene.doors.inFund(await fundId(scene))((rows) => rows.updateTable('claims').set({ number: 9 }).execute())).rejects.toThrow('permission denied')
})

test(`${AT_ONCE} clerks at once, half of them refused or sending again: no number twice, none missing`, async () => {
  const scene = await claimsDesk()
  const members = await Promise.all(Array.from({ length: AT_ONCE / 4 }, async (_, at) => join(scene, '2026-01-15', `N${at}`)))
  const clerks = members.flatMap(({ id }, at) => {
    const [asked, once] = [stay(id, addDays('2026-10-01', at), 1), key()]
    return [[asked, once], [asked, once], [asked, key()], [stay(id, addDays('2026-06-01', at), 1), key()]] as const
  })
  const answers = await Promise.all(clerks.map(async ([asked, once]) => (await scene.clerk.post(claims, asked, once)).json()))
  const numbers = new Map(answers.flatMap(({ id, number }: { id?: string; number?: string }) => (id === undefined ? [] : [[id, number]])))

  expect(answers.filter(({ code }) => code === 'claim-exists').length).toBeGreaterThanOrEqual(AT_ONCE / 4)
  expect([...numbers.values()].toSorted()).toEqual(Array.from({ length: AT_ONCE / 2 }, (_, at) => `${at + 1}/2569`).toSorted())
})

test('each fund counts for itself', async () => {
  const scene = await claimsDesk()
  await submit(scene)
  await scene.superuser`insert into claim_years (fund_id, year_be, numbered) select id, 2569, 7 from funds where slug = 'nong-bua'`

  expect(await submit(scene, '2026-11-10')).toMatchObject({ number: '2/2569' })
})

test('what was entered before there were numbers is numbered by fund and time, and the next goes on from there', async () => {
  const scene = await claimsDesk()
  for (const [day, more] of [['2026-11-20', {}], ['2025-12-20', { claimedOn: '2025-12-30' }], ['2026-11-10', {}]] as const) {
    await submit(scene, day, 1, more)
    scene.passes(1000)
  }
  await scene.doors.close()
  await scene.superuser`alter table claims drop column number, drop column year_be`
  await scene.superuser`drop table claim_years`
  await takeStep(scene.ownerUrl, up)

  expect(await scene.superuser`select event_on::text, number::int, year_be::int from claims order by entered_at`).toEqual([
    { event_on: '2026-11-20', number: 1, year_be: 2569 }, { event_on: '2025-12-20', number: 1, year_be: 2568 }, { event_on: '2026-11-10', number: 2, year_be: 2569 },
  ])
  expect(await scene.superuser`select slug, year_be::int, numbered::int from claim_years join funds on funds.id = fund_id order by year_be`).toEqual([
    { slug: 'ban-mai', year_be: 2568, numbered: 1 }, { slug: 'ban-mai', year_be: 2569, numbered: 2 },
  ])
})

async function fundId({ superuser }: Pick<Awaited<ReturnType<typeof claimsDesk>>, 'superuser'>): Promise<string> {
  const [found] = await superuser<{ id: string }[]>`select id from funds where slug = ${fund.split('/').at(-1) ?? ''}`
  return found?.id ?? ''
}

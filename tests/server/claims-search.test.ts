import { expect, test } from 'vitest'
import { claims, claimsDesk, submit } from './claims-desk.ts'
import { join } from './desk.ts'

/** The numbers of the claims that a search finds. */
async function search() {
  const scene = await claimsDesk()
  await submit(scene, '2026-11-20')
  await submit(scene, '2026-11-10')
  await submit(scene, '2025-12-20', 1, { claimedOn: '2025-12-30' })
  const other = await join(scene, '2026-01-15', '0307')
  await scene.superuser`update members set first_name = 'บุญมี', name_key = 'บุญมี' where id = ${other.id}`
  await submit({ ...scene, member: other }, '2026-11-15')
  const found = async (query: string) => {
    const { claims: listed }: { claims: { number: string }[] } = await (await scene.viewer.get(`${claims}?${query}`)).json()
    return listed.map(({ number }) => number).toSorted()
  }
  return { ...scene, found }
}

test('a claim is found by its number, with or without its year, in either digits', async () => {
  const { found } = await search()
  expect(await found('q=2/2569')).toEqual(['2/2569'])
  expect(await found(`q=${encodeURIComponent(' ๑ / ๒๕๖๘ ')}`)).toEqual(['1/2568'])
  expect(await found('q=1')).toEqual(['1/2568', '1/2569'])
  expect(await found('q=9/2569')).toEqual([])
})

test('and by whom it is for, as the register finds them', async () => {
  const { found } = await search()
  expect(await found(`q=${encodeURIComponent('บุญ')}`)).toEqual(['3/2569'])
  expect(await found('q=0307')).toEqual(['3/2569'])
  expect(await found('q=307&state=approved')).toEqual([])
  expect(await found(`q=${encodeURIComponent('ไม่มีใคร')}`)).toEqual([])
})

test('another fund’s are not found by their number', async () => {
  const { prasert, fundOf } = { ...await search(), fundOf: '/api/funds/nong-bua/claims' }
  expect(await (await prasert.get(`${fundOf}?q=2/2569`)).json()).toMatchObject({ claims: [] })
})

import { afterAll, describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { breachesOf, fundRoutes, routeOf } from '../confined.ts'
import { sampleOf, samples } from './samples.ts'

let confined = 0
afterAll(() => { console.log(`confined: ${confined} of ${Object.keys(samples).length} routes of a fund`) })

test('every route of a fund that is not public has its sample, and no sample is left over', async () => {
  const routes = (await fundRoutes(await cast())).map(({ method, path }) => `${method} ${path}`)

  expect(Object.keys(samples).toSorted(), 'add a request that works to tests/server/samples.ts').toEqual(routes.toSorted())
})

test.each(Object.keys(samples))('%s is confined', async (name) => {
  const scene = await cast()
  expect(await breachesOf(scene, await routeOf(name), await sampleOf(name, scene))).toEqual([])
  confined += 1
})

/** A wall that is gone must be noticed by the suite itself, not by the catalogue alone. */
describe('the suite notices', () => {
  test.each([
    ['members', 'GET /api/funds/{fund}/members'],
    ['member_statuses', 'GET /api/funds/{fund}/members/{member}'],
    ['member_events', 'GET /api/funds/{fund}/members/{member}/events'],
    ['centres', 'GET /api/funds/{fund}/centres'],
    ['contribution_plans', 'GET /api/funds/{fund}/members/{member}/passbook'],
    ['receipts', 'GET /api/funds/{fund}/receipts/{receipt}'],
    ['claims', 'GET /api/funds/{fund}/claims'],
    ['fund_settings', 'GET /api/funds/{fund}/settings'],
  ])('the policy of %s dropped: its own committee is shown nothing', async (table, name) => {
    const scene = await cast()
    const sample = await sampleOf(name, scene)
    await scene.superuser.unsafe(`drop policy own_fund on ${table}`)

    expect(await breachesOf(scene, await routeOf(name), sample)).toContainEqual(expect.stringContaining('its own committee'))
  })

  test.each(['GET /api/funds/{fund}/members', 'GET /api/funds/{fund}/members/{member}', 'GET /api/funds/{fund}/centres', 'GET /api/funds/{fund}/receipts/{receipt}', 'GET /api/funds/{fund}/claims'])('policies that let everything through: at %s another fund is shown ours', async (name) => {
    const scene = await cast()
    const sample = await sampleOf(name, scene)
    await scene.superuser.unsafe(`do $$ declare walled record; begin
      for walled in select tablename from pg_policies where policyname = 'own_fund' loop execute format('alter policy own_fund on %I using (true)', walled.tablename); end loop;
    end $$`)

    expect(await breachesOf(scene, await routeOf(name), sample)).toContainEqual(expect.stringContaining('another fund, at its own address'))
  })

  test('a guard that lets everybody in', async () => {
    const scene = await cast()
    await scene.superuser`insert into fund_roles (fund_id, person_id, role, given_at) select funds.id, people.id, 'viewer', now() from funds, people on conflict do nothing`

    expect(await breachesOf(scene, await routeOf('GET /api/funds/{fund}/members'), await sampleOf('GET /api/funds/{fund}/members', scene)))
      .toEqual([expect.stringContaining('another fund’s committee'), expect.stringContaining('the network'), expect.stringContaining('the operator'), expect.stringContaining('a member'), expect.stringContaining('the network as a guest')])
  })
})

import { expect, test } from 'vitest'
import { banMaiDefinition, cast } from '../cast.ts'
import type { Scene } from '../confined.ts'
import { operatorBreachesOf, operatorRoutes, type OperatorSample } from '../operated.ts'

const REASON = 'กองทุนขอหยุดชั่วคราว'
const newFund = { ...banMaiDefinition, slug: 'mai-khao' }

/** One request that works for each route of the host, by the route it is for. */
const samples: Record<string, (scene: Scene) => Promise<OperatorSample>> = {
  'GET /api/operator/funds': async () => ({ canary: 'Nong Bua Community Welfare Fund' }),
  'POST /api/operator/funds': async () => ({ body: newFund, canary: 'mai-khao' }),
  'GET /api/operator/funds/{fund}': async () => ({ canary: 'Ban Mai Municipality Community Welfare Fund' }),
  'GET /api/operator/funds/{fund}/suspensions': async ({ kit }) => {
    await kit.post('/api/operator/funds/ban-mai/suspension', { reason: REASON })
    return { canary: REASON }
  },
  'GET /api/operator/models': async () => ({ canary: 'samples/sample' }),
  'POST /api/operator/fund-plans': async () => ({ body: newFund, canary: 'Ban Mai regulation in force from 1 January 2020' }),
  'POST /api/operator/funds/{fund}/suspension': async () => ({ body: { reason: REASON }, canary: REASON }),
  'DELETE /api/operator/funds/{fund}/suspension': async ({ kit }) => {
    await kit.post('/api/operator/funds/ban-mai/suspension', { reason: REASON })
    return { canary: 'ban-mai' }
  },
  'POST /api/operator/funds/{fund}/invitations': async ({ apply }) => {
    await apply(newFund)
    return { fund: 'mai-khao', body: { name: 'สมศรี ทองแท้' }, canary: 'สมศรี ทองแท้' }
  },
}

test('every route of the host has its sample, and no sample is left over', async () => {
  const routes = (await operatorRoutes(await cast())).map(({ method, path }) => `${method} ${path}`)

  expect(Object.keys(samples).toSorted(), 'add a request that works to these samples').toEqual(routes.toSorted())
})

test.each(Object.keys(samples))('%s is the operator’s alone', async (name) => {
  const scene = await cast()

  expect(await operatorBreachesOf(scene, await routeOf(name), await sampleOf(name, scene))).toEqual([])
})

test('a guard that lets everybody in is noticed', async () => {
  const scene = await cast()
  await scene.superuser`insert into operators (person_id, given_at) select id, now() from people on conflict do nothing`

  expect(await operatorBreachesOf(scene, await routeOf('GET /api/operator/funds'), await sampleOf('GET /api/operator/funds', scene)))
    .toEqual([expect.stringContaining('a fund’s committee: 200'), expect.stringContaining('the network: 200'), expect.stringContaining('a member: 200')])
})

let routes: ReturnType<typeof operatorRoutes> | undefined

async function routeOf(name: string) {
  routes ??= cast().then(operatorRoutes)
  const route = (await routes).find(({ method, path }) => `${method} ${path}` === name)
  if (!route) throw new Error(`the document has no ${name}`)
  return route
}

async function sampleOf(name: string, scene: Scene) {
  const sample = samples[name]
  if (!sample) throw new Error(`there is no sample for ${name}`)
  return sample(scene)
}

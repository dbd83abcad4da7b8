import { expect, test } from 'vitest'
import { FundDefinition } from '../../server/funds/definition.ts'
import { banMaiDefinition, cast } from '../cast.ts'
import { answered } from './drafting.ts'
import { adopted, atBanMai, sharing } from './library-scene.ts'

const [published] = banMaiDefinition.publications
if (!published) throw new Error('Ban Mai has a regulation')

/** A fund of the same network with so many baht a night, by the sample pack. */
const fundWith = (slug: string, baht: number, fromOn = '2020-01-01') => FundDefinition.parse({
  ...banMaiDefinition, slug,
  publications: [{ ...published, fromOn, regulation: { ...published.regulation, packs: [{ adopt: 'samples/sample', version: '1.0.0', values: { nightRate: [{ from: '2020-01-01', value: baht * 100, source: 'มติ 1/2563' }] } }] } }],
})

const rates = async (scene: Awaited<ReturnType<typeof cast>>) => {
  const { ranges } = await answered((await scene.colleague('viewer')).get('/api/funds/ban-mai/ranges'))
  return ranges.find(({ term }: { term: string }) => term === 'nightRate')
}

test('it works: the least, the most and the middle of what the other funds have in force, without one’s own', async () => {
  const scene = await cast()
  for (const [at, baht] of [300, 500, 400, 450].entries()) await scene.apply(fundWith(`fund-${'abcd'[at]}`, baht))

  expect(await rates(scene)).toEqual({ packs: ['sample'], term: 'nightRate', type: 'money', low: 30_000, middle: 40_000, high: 50_000, funds: 4 })
})

test('what is still to begin does not count', async () => {
  const scene = await cast()
  await scene.apply(fundWith('fund-a', 300))
  await scene.apply(fundWith('fund-b', 900, '2027-01-01'))

  expect(await rates(scene)).toMatchObject({ low: 30_000, high: 30_000, funds: 1 })
})

test('what no benefit of a fund is judged by any more does not count', async () => {
  const scene = await cast()
  await scene.apply(fundWith('fund-a', 300))
  const gaveWay = fundWith('fund-b', 900)
  await scene.apply(FundDefinition.parse({ ...gaveWay, publications: gaveWay.publications.map((each) => ({ ...each, regulation: { ...each.regulation, packs: [...each.regulation.packs.map((pack) => ({ ...pack, without: ['hospital'] })), { adopt: 'samples/mourning', version: '1.0.0' }] } })) }))

  expect(await rates(scene)).toMatchObject({ high: 30_000, funds: 1 })
})

test('a fund alone in its network is told nothing', async () => {
  const scene = await cast()

  expect(await answered((await scene.colleague('viewer')).get('/api/funds/ban-mai/ranges'))).toEqual({ ranges: [] })
})

test('what funds hold of a shared pack, and of the model that it goes back to, is one value', async () => {
  const scene = await cast()
  await scene.apply(fundWith('fund-a', 300))
  expect(await rates(scene)).toMatchObject({ packs: ['sample'], funds: 1 })
  await answered(scene.malee.post(atBanMai, sharing))
  await adopted(scene)

  expect(await rates(scene)).toEqual({ packs: ['sample', 'ban-mai'], term: 'nightRate', type: 'money', low: 25_000, middle: 25_000, high: 30_000, funds: 2 })
})

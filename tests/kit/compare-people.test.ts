import { describe, expect, test } from 'vitest'
import { entitlementsFor } from '../../plugins/kit/compare-people.ts'
import { changesBetween } from '../../plugins/kit/compare-time.ts'
import { judgeByEngine } from '../../plugins/kit/engine.ts'
import { readNeighbours, type StandardNeighbour } from '../../plugins/kit/standard-neighbour.ts'
import { inForceOn, type Regulation } from '../../plugins/kit/regulation.ts'
import { tenNeighbours } from '../../plugins/kit/ten-neighbours.ts'
import { plugins } from '../../plugins/index.ts'
import { regulationFor } from '../../plugins/kit/cases.ts'
import { phuket, vocabulary } from './phuket.ts'

const on = '2026-11-23'
const neighbour = (id: string): StandardNeighbour => {
  const found = tenNeighbours.find((each) => each.id === id)
  if (!found) throw new Error(`nobody is called ${id}`)
  return found
}
const rulesOf = (slug: string): Regulation => {
  const found = phuket.find(({ id }) => id === slug)
  const regulation = found && inForceOn(found.publications, on)?.regulation
  if (!regulation) throw new Error(`${slug} has no rules on ${on}`)
  return regulation
}
const gives = async (who: string, slug: string) => Object.fromEntries((await entitlementsFor(neighbour(who), rulesOf(slug), { on, vocabulary })).map(({ category, low, high }) => [category, low === high ? low / 100 : 'open']))

test('the ten are read as their schema has them, and everyone has something happen to them', () => {
  expect(readNeighbours(tenNeighbours)).toEqual(tenNeighbours)
  expect(tenNeighbours).toHaveLength(10)
  expect(() => readNeighbours([tenNeighbours[0], tenNeighbours[0]])).toThrow('daeng')
})

test('the same grandmother gets 1,200 in town and 400 in Sakhu for her four nights', async () => {
  expect(await gives('daeng', 'phuket-city')).toEqual({ sickness: 1200, death: 8000, elderly: 300, disaster: 2000, carer: 400 })
  expect(await gives('daeng', 'sakhu')).toEqual({ sickness: 400, elderly: 1500, death: 15_000 })
  expect(await gives('daeng', 'karon')).toMatchObject({ death: 'open' })
})

test('every verdict is the one that json-rules-engine gives, for everybody everywhere', async () => {
  for (const { publications } of phuket) {
    for (const { regulation } of publications) {
      for (const each of tenNeighbours) {
        const trial = { on, vocabulary, tellsWhy: true }
        expect(await entitlementsFor(each, regulation, trial)).toEqual(await entitlementsFor(each, regulation, { ...trial, judgeTree: judgeByEngine }))
      }
    }
  }
})

test('what the province’s rules ask for, the neighbours can answer', async () => {
  const open = await Promise.all(phuket.flatMap(({ id }) => tenNeighbours.map(async (each) =>
    (await entitlementsFor(each, rulesOf(id), { on, vocabulary })).flatMap(({ given }) => given.filter(({ outcome }) => outcome === 'incomplete' || outcome === 'refused').map(({ benefit }) => `${id}: ${benefit.id} of ${each.id}`)))))
  expect(open.flat()).toEqual([])
})

describe('why', () => {
  const why = async (who: string, regulation: Regulation, category: string) =>
    (await entitlementsFor(neighbour(who), regulation, { on, vocabulary, tellsWhy: true })).find((each) => each.category === category)?.given.map(({ outcome, because }) => [outcome, ...because.map(({ th }) => th)])

  test('a condition that is not met says itself', async () => {
    expect(await why('sak', rulesOf('kamala'), 'sickness')).toEqual([['ineligible', 'ต้องเป็นสมาชิกครบ 180 วัน']])
  })

  test('what the fund has not set, and what nobody has answered', async () => {
    expect(await why('daeng', rulesOf('karon'), 'death')).toEqual([['judgement', 'กองทุนยังไม่กำหนดเงินกรณีเสียชีวิตตามเวลาที่เป็นสมาชิก']])
    const funeral = plugins.flatMap(({ packs = [] }) => packs).find(({ id }) => id === 'pts-coop')
    if (!funeral) throw new Error('the pack is installed')
    const mourner: StandardNeighbour = { ...neighbour('daeng'), events: { funeral: { about: { th: 'งานศพ', en: 'a funeral' }, answers: {} } } }
    expect(await why('daeng', regulationFor(funeral), 'funeral')).toBeUndefined()
    expect((await entitlementsFor(mourner, regulationFor(funeral), { on, vocabulary, tellsWhy: true }))[0]?.given[0]).toMatchObject({ outcome: 'incomplete', because: [{ th: 'ขึ้นกับผู้เสียชีวิต' }] })
  })
})

test('over time: who gives the same people more than then, who less, and what began', async () => {
  const changes = await changesBetween(phuket, tenNeighbours, { from: '2022-01-01', to: on, vocabulary })
  const of = (category: string) => changes.find((each) => each.category === category)
  expect(changes.flatMap(({ raised, lowered, shifted, begun, ended }) => [...raised, ...lowered, ...shifted, ...begun, ...ended]).every((id) => (phuket.find((fund) => fund.id === id)?.publications.length ?? 0) > 1), 'only who published again').toBe(true)
  expect(of('sickness')?.raised).toContain('ko-kaeo')
  expect(await changesBetween(phuket, tenNeighbours, { from: on, to: on, vocabulary })).toEqual([])
  expect(await changesBetween(phuket, tenNeighbours, { from: '2001-01-01', to: on, vocabulary })).toEqual([])
})

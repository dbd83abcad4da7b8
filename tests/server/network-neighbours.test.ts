import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { tenNeighbours } from '../../plugins/kit/ten-neighbours.ts'
import { FundDefinition } from '../../server/funds/definition.ts'
import { cast } from '../cast.ts'
import { officerOfElsewhere } from '../invited.ts'
import { countRoutes, networkBreachesOf, type NetworkRequest } from '../networked.ts'
import { codeOf } from './drafting.ts'
import { samplePlugin } from './sample-plugin.ts'

const room = '/api/networks/sample/neighbours'
const people = '/api/networks/sample/comparisons/people'

const daeng = (() => {
  const [first] = tenNeighbours
  if (!first) throw new Error('there are ten')
  const { id: _id, ...told } = first
  return told
})()
/** Daeng, but eight nights instead of four, and by another name. */
const yai = { ...daeng, name: { th: 'ป้าใหญ่', en: 'Auntie Yai' }, events: { ...daeng.events, sickness: { about: { th: 'นอน 8 คืน', en: '8 nights' }, answers: { ...daeng.events.sickness?.answers, admittedOn: { ago: { days: 15 } } } } } }

/** The cast, and a fund of the province that pays by the night. */
async function province() {
  const scene = await cast({ plugins: [samplePlugin, ...plugins] })
  expect(await scene.apply(FundDefinition.parse({ ...JSON.parse(readFileSync('tenants/phuket/phuket-city.json', 'utf8')), network: 'sample' }))).toMatchObject({ ok: true })
  const sumOf = async (address: string) => {
    const { funds }: { funds: { slug: string; gifts: { category: string; fromSatang: number }[] }[] } = await (await scene.get(address)).json()
    return funds.find(({ slug }) => slug === 'phuket-city')?.gifts.find(({ category }) => category === 'sickness')?.fromSatang
  }
  return { ...scene, sumOf }
}

test('it works: an officer changes one, and everyone compares by them, sees it, and that it was changed', async () => {
  const { arunee, get, superuser } = await province()
  expect(await (await arunee.get(`${room}/daeng`)).json()).toMatchObject({ id: 'daeng', neighbour: daeng, version: 0, isOwn: false })

  const answer = await arunee.put(`${room}/daeng`, { version: 0, neighbour: yai })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ neighbour: yai, version: 1, isOwn: true, changed: { by: arunee.name } })
  expect(await superuser`select id, version, by_id from network_neighbours`).toEqual([{ id: 'daeng', version: '1', by_id: arunee.id }])
  const told = await (await get(people)).json()
  expect(told).toMatchObject({ neighbour: 'daeng', mayChange: false })
  expect(told.neighbours).toHaveLength(10)
  expect(told.neighbours.map(({ isOwn }: { isOwn: boolean }) => isOwn)).toEqual([true, ...Array.from({ length: 9 }, () => false)])
  expect(told.neighbours[0]).toMatchObject({ name: { th: 'ป้าใหญ่' }, events: expect.arrayContaining([{ category: 'sickness', about: { th: 'นอน 8 คืน', en: '8 nights' } }]) })
})

test('what they get is judged anew, and put back it is what it was', async () => {
  const { arunee, sumOf } = await province()
  const standard = await sumOf(people)
  const shorter = { ...yai, events: { ...yai.events, sickness: { about: { th: 'นอน 2 คืน', en: '2 nights' }, answers: { ...yai.events.sickness.answers, admittedOn: { ago: { days: 9 } } } } } }
  await arunee.put(`${room}/daeng`, { version: 0, neighbour: shorter })
  expect([standard, await sumOf(people)]).toEqual([120_000, 60_000])

  const back = await arunee.delete(`${room}/daeng?version=1`)
  expect(await back.json()).toMatchObject({ neighbour: daeng, version: 2, isOwn: false })
  expect(await sumOf(people)).toBe(standard)
  expect((await arunee.put(`${room}/daeng`, { version: 2, neighbour: yai })).status, 'and changed again').toBe(200)
})

test('change over time goes by them too', async () => {
  const { arunee, get } = await province()
  const raised = async () => (await (await get('/api/networks/sample/comparisons/changes?since=2021-11-23')).json()).changes
  expect(await raised()).toContainEqual(expect.objectContaining({ category: 'sickness', raised: ['phuket-city'] }))
  const nobodyIll = tenNeighbours.filter(({ events }) => events.sickness)
  for (const { id, ...told } of nobodyIll) {
    const { sickness: _ill, ...events } = told.events
    expect((await arunee.put(`${room}/${id}`, { version: 0, neighbour: { ...told, events } })).status).toBe(200)
  }
  expect((await raised()).filter(({ category }: { category: string }) => category === 'sickness')).toEqual([])
})

test('an officer is told what the province’s rules ask: a day, a sum, and a choice for each kind of option', async () => {
  const { arunee } = await province()
  const { person, kinds } = await (await arunee.get(`${room}/noi`)).json()

  expect(person).toContainEqual({ id: 'memberBornOn', fact: { from: 'recorded', type: 'day', of: 'member', label: expect.anything() }, isEventDay: false, funds: 2 })
  const questions = (kind: string) => kinds.find(({ category }: { category: string }) => category === kind).questions
  expect(questions('sickness').map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['admittedOn', 'dischargedOn', 'collector', 'nights']))
  expect(questions('sickness').find(({ id }: { id: string }) => id === 'dischargedOn')).toMatchObject({ isEventDay: true })
  expect(questions('education').filter(({ id }: { id: string }) => id === 'stage')).toHaveLength(1)
})

describe('two at once', () => {
  test.each([[0, 'the first change'], [1, 'a later one']])('from version %i, %s: the second is told that somebody was there before', async (version) => {
    const { arunee } = await province()
    if (version > 0) await arunee.put(`${room}/daeng`, { version: 0, neighbour: daeng })
    const answers = await Promise.all(['ป้าใหญ่', 'ป้าเล็ก'].map((th) => arunee.put(`${room}/daeng`, { version, neighbour: { ...yai, name: { th, en: th } } })))

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await (await arunee.get(`${room}/daeng`)).json()).toMatchObject({ version: version + 1 })
  })

  test('what was put back, or changed, since it was seen is neither changed nor put back', async () => {
    const { arunee } = await province()
    await arunee.put(`${room}/daeng`, { version: 0, neighbour: yai })
    await arunee.delete(`${room}/daeng?version=1`)

    expect(await codeOf(await arunee.put(`${room}/daeng`, { version: 1, neighbour: yai }))).toEqual([409, 'changed-meanwhile'])
    expect(await codeOf(await arunee.put(`${room}/daeng`, { version: 0, neighbour: yai }))).toEqual([409, 'changed-meanwhile'])
    expect(await codeOf(await arunee.delete(`${room}/daeng?version=1`))).toEqual([409, 'changed-meanwhile'])
  })
})

describe('refused', () => {
  test.each<[string, object, number, string]>([
    ['a telephone number in the name', { name: { th: 'ป้าแดง 081-234-5678', en: 'Auntie Daeng' } }, 422, 'neighbour.name.th'],
    ['an e-mail address in what happens', { events: { death: { about: { th: 'เสียชีวิต', en: 'tell daeng@example.com' }, answers: {} } } }, 422, 'neighbour.events.death.about.en'],
    ['somebody to whom nothing happens', { events: {} }, 422, 'neighbour.events'],
    ['a kind of welfare that there is not', { events: { happiness: { about: { th: 'สุข', en: 'happy' }, answers: {} } } }, 400, 'neighbour.events.happiness'],
    ['nobody’s name', { name: { th: ' ', en: ' ' } }, 400, 'neighbour.name.th'],
    ['a day instead of how long ago', { facts: { memberBornOn: '1959-01-01' } }, 400, 'neighbour.facts.memberBornOn'],
    ['a hundred and one facts', { facts: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`fact${at}`, at])) }, 400, 'neighbour.facts'],
  ])('%s, with its place, and nothing is kept', async (_what, wrong, status, at) => {
    const { arunee, superuser } = await province()
    const answer = await arunee.put(`${room}/daeng`, { version: 0, neighbour: { ...daeng, ...wrong } })

    expect(answer.status).toBe(status)
    expect((await answer.json()).places.map((place: { at: string }) => place.at).join(' ')).toContain(at)
    expect(await superuser`select id from network_neighbours`).toEqual([])
  })

  test('an eleventh', async () => {
    const { arunee } = await province()
    expect(await codeOf(await arunee.put(`${room}/eleventh`, { version: 0, neighbour: daeng }))).toEqual([404, 'unknown-neighbour'])
  })
})

test('nobody else changes them: signed out, a member, the operator, another province’s officer, a committee', async () => {
  const scene = await province()
  const { get, superuser } = scene
  const stranger = await officerOfElsewhere(scene)
  const requests: NetworkRequest[] = [['GET', '/daeng'], ['PUT', '/daeng', { version: 0, neighbour: yai }], ['DELETE', '/daeng?version=0']]
  expect(requests, 'a request for each route').toHaveLength(await countRoutes(scene, 'neighbours'))

  for (const request of requests) expect(await networkBreachesOf(scene, stranger, 'neighbours', request, false)).toEqual([])
  expect(await superuser`select id from network_neighbours`).toEqual([])
  expect((await stranger.put('/api/networks/elsewhere/neighbours/daeng', { version: 0, neighbour: yai })).status, 'an officer changes those of one’s own province').toBe(200)
  expect((await (await get(people)).json()).neighbours[0]).toMatchObject({ name: daeng.name, isOwn: false })
  expect(await (await scene.arunee.get(people)).json()).toMatchObject({ mayChange: true })
  expect(await (await stranger.get(people)).json()).toMatchObject({ mayChange: false })
})

import { describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { officerOfElsewhere } from '../invited.ts'
import { countRoutes, networkBreachesOf, type NetworkRequest } from '../networked.ts'
import { codeOf } from './drafting.ts'
import { agreedArea, newArea, newQuestion, newVisit, visit } from './learning-scene.ts'

const room = '/api/networks/sample/learning'

describe('model areas', () => {
  test('it works: the network chooses, the fund agrees, and then every committee sees it', async () => {
    const scene = await cast()
    const { malee, prasert, arunee } = scene
    const area = await newArea(scene, 'ban-mai')

    expect((await (await prasert.get(room)).json()).areas, 'not before the fund agrees').toEqual([])
    expect((await (await malee.get(room)).json()).areas).toMatchObject([{ id: area, special: 'เก็บเงินสัจจะที่มัสยิดทุกวันศุกร์', chosenBy: arunee.name, can: ['agree', 'leave'] }])
    expect((await malee.post(`/api/funds/ban-mai/learning/areas/${area}/agreement`)).status).toBe(201)
    expect((await (await prasert.get(room)).json()).areas).toMatchObject([{ fund: { slug: 'ban-mai' }, agreedAt: expect.any(String), can: [] }])
    expect(await codeOf(await malee.post(`/api/funds/ban-mai/learning/areas/${area}/agreement`))).toEqual([409, 'agreed-already'])
    expect(await codeOf(await arunee.post(`${room}/areas`, { fund: 'ban-mai', special: 'อีกครั้ง' }))).toEqual([409, 'model-area-already'])
  })

  test('the fund ends it, or the network, and it can be chosen again', async () => {
    const scene = await cast()
    const { malee, arunee } = scene
    const area = await agreedArea(scene, 'ban-mai')
    expect((await malee.delete(`/api/funds/ban-mai/learning/areas/${area}/agreement`)).status).toBe(200)
    const again = await newArea(scene, 'ban-mai')
    expect((await (await arunee.delete(`${room}/areas/${again}`)).json()).areas).toEqual([])
    expect(await codeOf(await arunee.delete(`${room}/areas/${again}`))).toEqual([404, 'unknown-model-area'])
  })
})

describe('visits and assemblies', () => {
  test('it works: who came as funds and counts, what was taken home, and the regulation that followed', async () => {
    const scene = await cast()
    const { malee, prasert } = scene
    const id = await newVisit(scene)
    const told = await malee.put(`/api/funds/ban-mai/learning/gatherings/${id}`, { takenHome: 'ตั้งจุดเก็บเงินที่วัด', regulationNumber: 1 })

    expect(told.status).toBe(200)
    expect((await (await prasert.get(room)).json()).gatherings).toEqual([{
      id, kind: 'visit', heldOn: '2026-11-20', place: 'ศาลาวัดหนองบัว', about: 'ดูวิธีเก็บเงินสัจจะ', host: { slug: 'nong-bua', name: expect.anything() }, mayRemove: false,
      attendances: [{ fund: { slug: 'ban-mai', name: expect.anything() }, people: 12, takenHome: 'ตั้งจุดเก็บเงินที่วัด', regulationNumber: 1, mayTell: false }],
    }])
  })

  test('a regulation that the fund does not have is refused, and nothing of it is kept', async () => {
    const scene = await cast()
    const id = await newVisit(scene)
    const answer = await scene.malee.put(`/api/funds/ban-mai/learning/gatherings/${id}`, { takenHome: 'ตั้งจุดเก็บเงินที่วัด', regulationNumber: 9 })

    expect(await codeOf(answer)).toEqual([404, 'unknown-regulation'])
    expect((await (await scene.malee.get(room)).json()).gatherings[0].attendances[0]).not.toHaveProperty('takenHome')
  })

  test.each([
    ['a day to come', { heldOn: '2026-12-24' }, 422],
    ['a visit to nowhere', { host: undefined }, 422],
    ['an assembly of one fund', { kind: 'assembly' }, 422],
    ['a fund twice', { attendances: [{ fund: 'ban-mai', people: 2 }, { fund: 'ban-mai', people: 3 }] }, 422],
    ['nobody', { attendances: [] }, 400],
    ['a fund of elsewhere', { attendances: [{ fund: 'no-such-fund', people: 2 }] }, 404],
    ['the names of those who came', { attendances: [{ fund: 'ban-mai', people: 2, names: ['สมชาย'] }] }, 400],
  ])('%s is refused', async (_what, wrong, status) => {
    const { arunee } = await cast()

    expect((await arunee.post(`${room}/gatherings`, { ...visit, ...wrong })).status).toBe(status)
    expect((await (await arunee.get(room)).json()).gatherings).toEqual([])
  })

  test('what was recorded by mistake is taken back', async () => {
    const scene = await cast()
    const id = await newVisit(scene)

    expect((await (await scene.arunee.delete(`${room}/gatherings/${id}`)).json()).gatherings).toEqual([])
  })
})

describe('questions and answers', () => {
  test('it works: a committee asks a model area, which answers, and so does the network', async () => {
    const scene = await cast()
    const { malee, prasert, arunee } = scene
    const question = await newQuestion(scene)
    expect((await malee.post(`/api/funds/ban-mai/learning/questions/${question}/answers`, { text: 'ทุกวันศุกร์' })).status).toBe(201)
    expect((await arunee.post(`${room}/questions/${question}/answers`, { text: 'ที่อื่นเก็บวันพระก็มี' })).status).toBe(201)

    expect((await (await prasert.get(room)).json()).questions).toMatchObject([{
      asker: { slug: 'nong-bua' }, about: { fund: { slug: 'ban-mai' } }, text: 'เก็บเงินวันไหน', askedBy: prasert.name, mayAnswer: [], networkMayAnswer: false,
      answers: [{ fund: { slug: 'ban-mai' }, text: 'ทุกวันศุกร์', answeredBy: malee.name }, { text: 'ที่อื่นเก็บวันพระก็มี', answeredBy: arunee.name }],
    }])
  })

  test('about a pack it is put to the network, and no fund answers in its name', async () => {
    const { malee, prasert, arunee } = await cast()
    await malee.post('/api/funds/ban-mai/learning/questions', { about: { pack: 'model' }, text: 'ทำไมหยุดที่ 15 ปี' })
    const { questions: [asked] } = await (await arunee.get(room)).json()

    expect(asked).toMatchObject({ about: { pack: 'model' }, networkMayAnswer: true })
    expect(await codeOf(await prasert.post(`/api/funds/nong-bua/learning/questions/${asked.id}/answers`, { text: 'ไม่รู้' }))).toEqual([404, 'unknown-question'])
  })

  test('a fund that is no model area, and oneself, are not asked', async () => {
    const scene = await cast()
    await agreedArea(scene, 'ban-mai')

    expect(await codeOf(await scene.malee.post('/api/funds/ban-mai/learning/questions', { about: { fund: 'nong-bua' }, text: 'อะไร' }))).toEqual([404, 'unknown-model-area'])
    expect(await codeOf(await scene.malee.post('/api/funds/ban-mai/learning/questions', { about: { fund: 'ban-mai' }, text: 'อะไร' }))).toEqual([404, 'unknown-model-area'])
  })
})

describe('who may', () => {
  /** Each route of the network's room, with a request that its officer may make. */
  async function requests(scene: Awaited<ReturnType<typeof cast>>): Promise<NetworkRequest[]> {
    const question = await newQuestion(scene)
    const gathering = await newVisit(scene)
    const area = await newArea(scene, 'nong-bua')
    return [
      ['GET', ''], ['POST', '/areas', { fund: 'nong-bua', special: 'ดี' }], ['POST', '/gatherings', visit], ['POST', `/questions/${question}/answers`, { text: 'ดี' }],
      ['DELETE', `/areas/${area}`], ['DELETE', `/gatherings/${gathering}`],
    ]
  }

  test('signed out, a member, the operator and another province’s officer are let in nowhere; a committee reads', async () => {
    const scene = await cast()
    const asked = await requests(scene)
    expect(asked, 'a request for each route').toHaveLength(await countRoutes(scene, 'learning'))

    const stranger = await officerOfElsewhere(scene)
    for (const request of asked) {
      const [method, path, body] = request
      expect(await networkBreachesOf(scene, stranger, 'learning', request)).toEqual([])
      if (method !== 'GET') expect((await stranger.ask(method, `/api/networks/elsewhere/learning${path}`, body)).status, `${method} ${path} from elsewhere`).toBe(404)
    }
    expect(await (await stranger.ask('GET', '/api/networks/elsewhere/learning')).json()).toMatchObject({ areas: [], gatherings: [], questions: [] })
  })

  test('a suspended fund’s committee has no part in it, and a viewer reads without writing', async () => {
    const scene = await cast()
    const viewer = await scene.colleague('viewer')
    expect(await (await viewer.get(room)).json()).toMatchObject({ writesFor: [], mayRecord: false })
    await scene.superuser`update funds set suspended_at = now() where slug = 'ban-mai'`

    expect(await codeOf(await viewer.get(room))).toEqual([404, 'unknown-network'])
  })
})

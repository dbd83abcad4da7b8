import { describe, expect, test } from 'vitest'
import { hostKeyOf, signFile } from '../../server/library/signed-file.ts'
import { cast } from '../cast.ts'
import type { Scene } from '../confined.ts'
import { officerOfElsewhere } from '../invited.ts'
import { countRoutes, networkBreachesOf, type NetworkRequest } from '../networked.ts'
import { answered, codeOf } from './drafting.ts'
import { atBanMai, fromRawai, newFileOf, sharing } from './library-scene.ts'

const room = '/api/networks/sample/library'
const elsewhere = '/api/networks/elsewhere/library'
const CANARY = 'ขมิ้นเหลือง'

/** A pack of the network's own, which came in as a file. */
async function ofTheNetwork(scene: Scene) {
  await newFileOf(scene, 'ban-mai')
  await scene.superuser`update shared_packs set issuer_id = null, reach = 'province' where pack_id = 'from-afar'`
}

describe('who may', () => {
  /** Each route of the network's library, with a request that its officer may make. */
  const asked: NetworkRequest[] = [
    ['GET', ''], ['GET', '/from-afar'], ['GET', '/ban-mai/versions/1.0.0/file'], ['POST', '/files', { file: signFile({ ...fromRawai, origin: { ...fromRawai.origin, name: { th: CANARY, en: 'Turmeric' } } }, hostKeyOf('another host')) }], ['POST', '/from-afar/endorsement', { note: 'ดี' }], ['DELETE', '/from-afar/endorsement'], ['POST', '/from-afar/withdrawals', { version: '1.0.0', reason: 'เลิกใช้' }],
  ]

  test('signed out, a member, the operator and another province’s officer are let in nowhere; a committee reads; the officer gets through', async () => {
    const scene = await cast()
    await ofTheNetwork(scene)
    await answered(scene.malee.post(atBanMai, { ...sharing, title: { th: CANARY, en: 'Turmeric' } }))
    expect(asked, 'a request for each route').toHaveLength(await countRoutes(scene, 'library'))

    const stranger = await officerOfElsewhere(scene)
    for (const request of asked) {
      const [method, path, body] = request
      expect(await networkBreachesOf(scene, stranger, 'library', request)).toEqual([])
      if (path !== '' && path !== '/files') expect((await stranger.ask(method, elsewhere + path, body)).status, `${method} ${path} from elsewhere`).toBe(404)
      const own = await scene.arunee.ask(method, room + path, body)
      expect([own.ok, (await own.text()).includes(CANARY)], `${method} ${path} as its officer`).toEqual([true, true])
    }
  })

  test('a suspended fund’s committee has no part in it', async () => {
    const { malee, superuser } = await cast()
    await superuser`update funds set suspended_at = now() where slug = 'ban-mai'`

    expect(await codeOf(await malee.get(room))).toEqual([404, 'unknown-network'])
  })
})

describe('how far a pack reaches', () => {
  const seenFrom = async (asking: Promise<Response>) => (await answered(asking)).packs.map(({ pack }: { pack: string }) => pack)

  test('another province sees what reaches all, with who endorsed it, and nothing of who uses it', async () => {
    const scene = await cast()
    const { malee, arunee } = scene
    const officer = await officerOfElsewhere(scene)
    await answered(malee.post(atBanMai, sharing))
    await answered(malee.post(atBanMai, { ...sharing, word: 'all', reach: 'all', open: [] }))
    for (const pack of ['ban-mai', 'ban-mai-all', 'sample']) await answered(arunee.post(`${room}/${pack}/endorsement`, { note: CANARY }))

    expect(await seenFrom(officer.get(elsewhere))).toEqual(expect.arrayContaining(['ban-mai-all', 'sample', 'mourning']))
    expect(await seenFrom(officer.get(elsewhere))).toHaveLength(3)
    expect(await codeOf(await officer.get(`${elsewhere}/ban-mai`))).toEqual([404, 'unknown-pack'])
    expect(await answered(officer.get(`${elsewhere}/ban-mai-all`))).toMatchObject({ by: { kind: 'fund', slug: 'ban-mai' }, endorsed: [{ by: { en: 'Sample network' }, note: CANARY }], users: 0, usedBy: [], can: ['endorse'] })
    expect(await answered(officer.get(`${elsewhere}/sample`))).toMatchObject({ users: 0, usedBy: [] })
    expect(await codeOf(await officer.post(`${elsewhere}/ban-mai-all/withdrawals`, { version: '1.0.0', reason: 'ไม่ชอบ' }))).toEqual([404, 'unknown-pack'])
  })

  test('what a fund took in for itself is seen by that fund alone', async () => {
    const scene = await cast()
    await newFileOf(scene, 'ban-mai')
    const { malee, prasert, arunee } = scene

    expect(await seenFrom(malee.get(atBanMai))).toContain('from-afar')
    expect(await answered(malee.get(`${atBanMai}/from-afar`))).toMatchObject({ reach: 'fund', signer: 'somebody far away', title: { th: CANARY } })
    for (const [who, library] of [[prasert, '/api/funds/nong-bua/library'], [arunee, room], [malee, room]] as const) {
      expect(await seenFrom(who.get(library))).not.toContain('from-afar')
      expect(await codeOf(await who.get(`${library}/from-afar`))).toEqual([404, 'unknown-pack'])
    }
  })

  test('the database itself keeps each fund to its own, and an id to whose it was first', async () => {
    const scene = await cast()
    await newFileOf(scene, 'ban-mai')
    const { doors, superuser } = scene
    const [banMai, nongBua] = await superuser<{ id: string; network_id: string }[]>`select id, network_id from funds order by slug`
    if (!banMai || !nongBua) throw new Error('there are two funds')
    const seen = await doors.inFund(nongBua.id)((rows) => rows.selectFrom('shared_packs').select('id').execute())
    expect(seen).toEqual([])
    expect(await doors.inNetwork(banMai.network_id)((rows) => rows.selectFrom('shared_packs').select('id').execute())).toEqual([])

    const own = (fund: string, owner: string) => doors.inFund(fund)((rows) => rows.insertInto('pack_owners').values({ pack_id: 'ban-mai', owner }).execute())
    await expect(own(nongBua.id, banMai.id)).rejects.toThrow('row-level security')
    await own(banMai.id, banMai.id)
    await expect(own(nongBua.id, nongBua.id)).rejects.toThrow('pack_owners_pkey')
  })

  test('without its policies the suite would notice', async () => {
    const scene = await cast()
    await newFileOf(scene, 'ban-mai')
    await scene.superuser`alter policy own_network on shared_packs using (true)`

    expect(await seenFrom(scene.prasert.get('/api/funds/nong-bua/library'))).toContain('from-afar')
  })
})

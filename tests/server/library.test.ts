import { describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { answered, codeOf, placesOf } from './drafting.ts'
import { adopted, atBanMai, newFileOf, nextVersion, sharing } from './library-scene.ts'

const atNongBua = '/api/funds/nong-bua/library'
const atNetwork = '/api/networks/sample/library'
const idsIn = async (library: Promise<Response>) => (await answered(library)).packs.map(({ pack }: { pack: string }) => pack).toSorted()

describe('sharing', () => {
  test('it works: a fund shares what it has in force, and every committee of the province sees it', async () => {
    const { malee, prasert, arunee } = await cast()
    const told = await answered(malee.post(atBanMai, sharing))

    expect(told).toMatchObject({
      pack: 'ban-mai', version: '1.0.0', by: { kind: 'fund', slug: 'ban-mai' }, reach: 'province', note: { th: 'ใช้มาหกปี' }, users: 0, openTerms: ['nightRate'], can: ['withdraw'],
      definition: { id: 'ban-mai', basedOn: { pack: 'sample', version: '1.0.0' }, terms: { nightRate: { open: true, values: [] }, yearMax: { values: [{ value: 100_000 }] } } },
    })
    expect(await idsIn(prasert.get(atNongBua))).toEqual(['ban-mai', 'mourning', 'sample'])
    expect(await idsIn(arunee.get(atNetwork))).toEqual(['ban-mai', 'mourning', 'sample'])
    expect(await answered(prasert.get(`${atNongBua}/ban-mai`))).toMatchObject({ definition: told.definition, can: [] })
  })

  test('what an installed plugin brings stands there too, its latest version, with its cases and who uses it', async () => {
    const { prasert } = await cast()

    expect(await answered(prasert.get(`${atNongBua}/sample`))).toMatchObject({
      version: '2.0.0', by: { kind: 'plugin', slug: 'samples' }, reach: 'all', users: 1, cases: { pack: 'sample' }, versions: [{ version: '1.0.0' }, { version: '2.0.0' }],
      usedBy: [{ fund: { slug: 'ban-mai' }, version: '1.0.0', benefits: ['hospital'], changed: [] }],
    })
  })

  test('example people go along as they come out in the fund', async () => {
    const { malee } = await cast()
    const person = { name: { th: 'ป้าแดง', en: 'Auntie Daeng' }, facts: { joinedOn: '2010-07-01' } }
    const neighbour = { name: { th: 'ป้าแดงนอน 3 คืน', en: 'Auntie Daeng stays three nights' }, person, benefit: 'hospital', facts: { dischargedOn: '2012-03-06', nights: 3 }, expect: { outcome: 'eligible', satang: 60_000 } }
    await answered(malee.post('/api/funds/ban-mai/neighbours', { neighbour }))
    const { cases } = await answered(malee.post(atBanMai, sharing))

    expect(cases).toMatchObject({ pack: 'ban-mai', given: { values: { nightRate: 20_000 } }, persons: { 'person-1': person }, cases: [{ person: 'person-1', benefit: 'hospital', expect: { satang: 60_000 } }] })
  })

  test('an example person who comes out otherwise than was meant is refused with its place', async () => {
    const { malee, prasert, superuser } = await cast()
    const person = { name: { th: 'ป้าแดง', en: 'Auntie Daeng' }, facts: { joinedOn: '2010-07-01' } }
    const neighbour = { name: { th: 'ป้าแดงนอน 3 คืน', en: 'Auntie Daeng stays three nights' }, person, benefit: 'hospital', facts: { dischargedOn: '2012-03-06', nights: 3 }, expect: { outcome: 'eligible', satang: 77_700 } }
    await answered(malee.post('/api/funds/ban-mai/neighbours', { neighbour }))

    expect(await placesOf(await malee.post(atBanMai, sharing))).toEqual([422, expect.stringMatching(/^cases\.cases\.0/)])
    expect(await superuser`select from shared_packs`).toEqual([])
    expect(await idsIn(prasert.get(atNongBua))).toEqual(['mourning', 'sample'])
  })

  test('versions rise', async () => {
    const scene = await cast()
    await answered(scene.malee.post(atBanMai, sharing))
    for (const version of ['1.0.0', '0.9.9']) expect(await codeOf(await scene.malee.post(atBanMai, { ...sharing, version }))).toEqual([409, 'pack-version-taken'])
    await nextVersion(scene, '1.10.0')

    const { version, versions, definition } = await answered(scene.prasert.get(`${atNongBua}/ban-mai`))
    expect([version, versions.map((each: { version: string }) => each.version), definition.terms.yearMax.values.at(-1).value]).toEqual(['1.10.0', ['1.0.0', '1.10.0'], 150_000])
  })

  test('of two committee members who share at once, one is told that the version is taken', async () => {
    const { malee, colleague } = await cast()
    const keeper = await colleague('rule-keeper')
    const answers = await Promise.all([malee, keeper].map((who) => who.post(atBanMai, sharing)))

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect((await answered(malee.get(`${atBanMai}/ban-mai`))).versions).toHaveLength(1)
  })

  test('an id is whose it was first: another fund’s slug, a plugin’s pack and what came in as a file are not taken', async () => {
    const scene = await cast()
    const { malee, superuser } = scene
    await newFileOf(scene, 'nong-bua')
    await superuser`update funds set slug = 'from' where slug = 'ban-mai'`
    const asFrom = async (word: string) => codeOf(await malee.post('/api/funds/from/library', { ...sharing, word }))
    expect(await asFrom('afar')).toEqual([409, 'pack-id-taken'])

    await superuser`update funds set slug = 'from-here' where slug = 'nong-bua'`
    expect(await asFrom('here')).toEqual([409, 'pack-id-taken'])
    await superuser`update funds set slug = 'sample' where slug = 'from'`
    expect(await codeOf(await malee.post('/api/funds/sample/library', sharing))).toEqual([409, 'pack-id-taken'])
  })

  test.each([
    ['a pack the fund has not', { pack: 'mourning' }, [422, 'pack']],
    ['a benefit the pack has not', { benefits: ['wake'] }, [422, 'benefits']],
    ['a term that is not shared', { open: ['deathGrant'] }, [422, 'open']],
    ['a note in no language', { note: {} }, [400, 'note']],
    ['a reach that hides it', { reach: 'fund' }, [400, 'reach']],
    ['a telephone number in the note', { note: { th: 'ถามป้าแดง 081-234-5678' } }, [422, 'note.th']],
    ['an e-mail address in the title', { title: { th: 'นอนโรงพยาบาล', en: 'ask somchai@example.com' } }, [422, 'title.en']],
  ])('%s is refused with its place, and nobody sees anything', async (_what, wrong, refused) => {
    const { malee, prasert } = await cast()

    expect(await placesOf(await malee.post(atBanMai, { ...sharing, ...wrong }))).toEqual(refused)
    expect(await idsIn(prasert.get(atNongBua))).toEqual(['mourning', 'sample'])
  })
})

describe('a withdrawal', () => {
  test('it works: its reason is read by everyone, and the version before stands again', async () => {
    const scene = await cast()
    await answered(scene.malee.post(atBanMai, sharing))
    await nextVersion(scene)
    const told = await answered(scene.malee.post(`${atBanMai}/ban-mai/withdrawals`, { version: '1.1.0', reason: 'เพดานผิด' }))
    expect(told).toMatchObject({ version: '1.0.0', versions: [{ version: '1.0.0' }, { version: '1.1.0', withdrawn: { reason: 'เพดานผิด' } }] })
    expect(told.withdrawn).toBeUndefined()

    await answered(scene.malee.post(`${atBanMai}/ban-mai/withdrawals`, { version: '1.0.0', reason: 'เลิกใช้' }))
    expect(await answered(scene.prasert.get(`${atNongBua}/ban-mai`))).toMatchObject({ version: '1.1.0', withdrawn: { reason: 'เพดานผิด' } })
  })

  test('twice, of what is not shared, and by another is refused', async () => {
    const { malee, prasert, arunee } = await cast()
    await answered(malee.post(atBanMai, sharing))
    const withdrawal = { version: '1.0.0', reason: 'เลิกใช้' }
    for (const [who, at] of [[prasert, atNongBua], [arunee, atNetwork]] as const) expect(await codeOf(await who.post(`${at}/ban-mai/withdrawals`, withdrawal))).toEqual([404, 'unknown-pack'])
    expect(await codeOf(await malee.post(`${atBanMai}/ban-mai/withdrawals`, { ...withdrawal, version: '3.0.0' }))).toEqual([404, 'unknown-pack'])
    await answered(malee.post(`${atBanMai}/ban-mai/withdrawals`, withdrawal))

    expect(await codeOf(await malee.post(`${atBanMai}/ban-mai/withdrawals`, withdrawal))).toEqual([409, 'pack-withdrawn'])
  })
})

describe('an endorsement', () => {
  test('it works: every committee reads it, and the network ends it', async () => {
    const { malee, arunee } = await cast()
    await answered(malee.post(atBanMai, sharing))
    expect(await answered(arunee.post(`${atNetwork}/ban-mai/endorsement`, { note: 'ใช้ได้ดีกับกองทุนเล็ก' }))).toMatchObject({ endorsed: [{ by: { en: 'Sample network' }, note: 'ใช้ได้ดีกับกองทุนเล็ก', version: '1.0.0' }], can: ['end-endorsement'] })
    expect(await codeOf(await arunee.post(`${atNetwork}/ban-mai/endorsement`, { note: 'อีกครั้ง' }))).toEqual([409, 'endorsed-already'])
    expect((await answered(malee.get(`${atBanMai}/ban-mai`))).endorsed).toHaveLength(1)

    expect(await answered(arunee.delete(`${atNetwork}/ban-mai/endorsement`))).toMatchObject({ endorsed: [], can: ['endorse'] })
    expect(await codeOf(await arunee.delete(`${atNetwork}/ban-mai/endorsement`))).toEqual([404, 'not-endorsed'])
  })

  test('a plugin’s pack may be endorsed, what was withdrawn or is not there may not', async () => {
    const { malee, arunee } = await cast()
    await answered(arunee.post(`${atNetwork}/mourning/endorsement`, { note: 'เริ่มจากชุดนี้' }))
    expect(await codeOf(await arunee.post(`${atNetwork}/nothing/endorsement`, { note: 'ดี' }))).toEqual([404, 'unknown-pack'])
    await answered(malee.post(atBanMai, sharing))
    await answered(malee.post(`${atBanMai}/ban-mai/withdrawals`, { version: '1.0.0', reason: 'เลิกใช้' }))

    expect(await codeOf(await arunee.post(`${atNetwork}/ban-mai/endorsement`, { note: 'ดี' }))).toEqual([409, 'pack-withdrawn'])
  })
})

test('who uses which version, and what they have changed', async () => {
  const scene = await cast()
  await answered(scene.malee.post(atBanMai, sharing))
  await adopted(scene)
  await nextVersion(scene)

  const { users, usedBy } = await answered(scene.malee.get(`${atBanMai}/ban-mai`))
  expect(users).toBe(1)
  expect(usedBy).toEqual([{ fund: { slug: 'nong-bua', name: expect.anything() }, version: '1.0.0', benefits: ['hospital'], changed: [expect.objectContaining({ after: { th: 'ได้คืนละ 250 บาท', en: '250 baht per night' } })] }])
  expect((await answered(scene.prasert.get(atNongBua))).packs.find(({ pack }: { pack: string }) => pack === 'ban-mai').users).toBe(1)
})

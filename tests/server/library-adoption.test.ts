import { describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { changed } from '../kit/example-pack.ts'
import { answered, codeOf, draftingDesk, drafts, fundTerms, placesOf } from './drafting.ts'
import { adopted, adopting, atBanMai, newFileOf, nextVersion, published, sharing } from './library-scene.ts'

const atNongBua = '/api/funds/nong-bua/drafts'
const conflict = 'terms.yearMax.own'

/** Somebody of Ban Mai's who gets this much for ten nights. */
const maan = (satang: number) => ({ name: { th: 'ลุงหมานนอนสิบคืน', en: 'Uncle Maan stays ten nights' }, person: { name: { th: 'ลุงหมาน', en: 'Uncle Maan' }, facts: { joinedOn: '2014-07-01' } }, benefit: 'hospital', facts: { dischargedOn: '2026-11-23', nights: 10 }, expect: { outcome: 'eligible', satang } })

/** Ban Mai has shared its stays. */
async function desk() {
  const scene = await cast()
  await answered(scene.malee.post(atBanMai, sharing))
  return scene
}

/** Nong Bua has taken them in, with 1,200 baht a year instead of 1,000; a draft of its is open. */
async function following() {
  const scene = await desk()
  await adopted(scene, { values: { nightRate: 25_000, yearMax: 120_000 } })
  const { id, version } = await answered(scene.prasert.post(atNongBua, { fromOn: '2026-12-01' }))
  return { ...scene, at: `${atNongBua}/${id}`, version }
}

describe('adopting what a fund has shared', () => {
  test('it works: a snapshot with its lineage, and the fund’s own values for what was left open', async () => {
    const scene = await desk()
    const { adopt } = await adopting(scene)
    const { regulation, can } = await answered(adopt())

    const { pack, values } = regulation.packs[1]
    expect(pack).toMatchObject({ id: 'ban-mai', version: '1.0.0', basedOn: { pack: 'sample', version: '1.0.0' } })
    expect(values).toEqual({ nightRate: [{ from: '2026-11-23', value: 25_000, source: 'ร่าง' }] })
    expect(can).toContain('put-to-meeting')
  })

  test('a benefit of the fund’s own stands back for the one that is taken', async () => {
    const { malee, keeper } = await draftingDesk()
    await answered(malee.post(atBanMai, sharing))
    const { id, version } = await answered(keeper.post(drafts, { fromOn: '2026-12-01' }))
    const ask = async (instead: string[]) => keeper.post(`${drafts}/${id}/adoptions`, { pack: 'ban-mai', benefits: ['hospital'], values: { nightRate: 25_000 }, instead, version })
    expect(await codeOf(await ask([])), 'both of one id do not fit beside each other').toEqual([422, 'draft-unsound'])
    expect(await placesOf(await ask(['sample.wake']))).toEqual([422, 'instead'])

    const { regulation } = await answered(ask(['sample.hospital']))
    expect(regulation.packs).toMatchObject([{ pack: { id: 'sample' }, without: ['hospital'] }, { pack: { id: 'ban-mai' } }])
  })

  test('what a term cannot be, and a term that is none, are refused with their place', async () => {
    const scene = await desk()
    const { at, adopt } = await adopting(scene, { values: { nightRate: 'มาก' } })
    expect(await placesOf(await adopt())).toEqual([422, 'values.nightRate'])
    const ask = async (values: object) => placesOf(await scene.prasert.post(`${at}/adoptions`, { pack: 'ban-mai', benefits: ['hospital'], values, version: 1 }))

    expect(await ask({ nothing: 3 })).toEqual([422, 'values.nothing'])
  })

  test('a version that was withdrawn is not adopted, and its reason is told', async () => {
    const scene = await desk()
    await answered(scene.malee.post(`${atBanMai}/ban-mai/withdrawals`, { version: '1.0.0', reason: 'เพดานผิด' }))
    const { adopt } = await adopting(scene)
    const refused = await adopt()

    expect(refused.status).toBe(422)
    expect((await refused.json()).places).toEqual([{ at: 'pack', text: { th: 'ต้นแบบรุ่นนี้ถอนไปแล้ว: เพดานผิด', en: 'this version was withdrawn: เพดานผิด' } }])
  })

  test('two committees adopt at once, each into its own draft', async () => {
    const scene = await desk()
    const { adopt } = await adopting(scene)
    const { id, version } = await answered(scene.malee.post(drafts, { fromOn: '2026-12-01' }))
    const answers = await Promise.all([adopt(), scene.malee.post(`${drafts}/${id}/adoptions`, { pack: 'ban-mai', benefits: ['hospital'], instead: ['sample.hospital'], version })])

    expect(answers.map(({ status }) => status)).toEqual([201, 201])
  })
})

describe('beginning from what a fund has shared', () => {
  const at = '/api/funds/nong-bua/library/ban-mai/drafts'
  const first = { version: '1.0.0', benefits: ['hospital'], fromOn: '2014-05-01', first: { fundTerms } }

  test('it works: a first regulation, with the pack’s lineage, its open values open, and its first day the fund’s own', async () => {
    const scene = await desk()
    const draft = await answered(scene.prasert.post(at, first))

    expect(draft).toMatchObject({ state: 'drafting', fromOn: '2014-05-01', regulation: { title: { th: expect.stringContaining('หนองบัว') }, fundTerms }, changed: [] })
    expect(draft.regulation.packs).toMatchObject([{ pack: { id: 'ban-mai', version: '1.0.0', basedOn: { pack: 'sample' } }, values: { yearMax: [{ from: '2014-05-01' }] } }])
    expect(draft.regulation.packs[0].values).not.toHaveProperty('nightRate')
    expect(draft).not.toHaveProperty('base')
    expect(draft.can).toContain('put-to-meeting')
    expect((await answered(scene.prasert.get(atNongBua))).current.id).toBe(draft.id)
    expect(await codeOf(await scene.prasert.post(at, first))).toEqual([409, 'draft-open'])
  })

  test('some of its benefits, and none that it has not', async () => {
    const { prasert } = await cast()
    const ask = async (benefits: string[]) => prasert.post('/api/funds/nong-bua/library/mourning/drafts', { ...first, benefits })
    expect(await placesOf(await ask(['hospital']))).toEqual([422, 'benefits'])

    expect((await answered(ask(['death']))).regulation.packs).toMatchObject([{ pack: { id: 'mourning' }, without: ['wake'] }])
  })

  test('what is withdrawn, unknown, or another fund’s alone is not begun from, and nothing is begun', async () => {
    const scene = await desk()
    const { prasert, malee, superuser } = scene
    expect(await codeOf(await prasert.post(at, { ...first, version: '1.2.0' }))).toEqual([404, 'unknown-pack'])
    expect(await codeOf(await prasert.post(at.replace('ban-mai', 'nothing'), first))).toEqual([404, 'unknown-pack'])
    await newFileOf(scene, 'ban-mai')
    expect(await codeOf(await prasert.post(at.replace('ban-mai', 'from-afar'), first))).toEqual([404, 'unknown-pack'])
    await answered(malee.post(`${atBanMai}/ban-mai/withdrawals`, { version: '1.0.0', reason: 'เพดานผิด' }))
    expect(await codeOf(await prasert.post(at, first))).toEqual([409, 'pack-withdrawn'])

    expect(await superuser`select count(*)::int as count from drafts`).toEqual([{ count: 0 }])
  })

  test('where a regulation is in force on the day, it is taken into a draft instead', async () => {
    const { malee } = await desk()
    const ask = async (fromOn: string) => malee.post('/api/funds/ban-mai/library/mourning/drafts', { ...first, benefits: ['death'], fromOn })
    expect(await placesOf(await ask('2026-12-01'))).toEqual([422, 'fromOn'])
    expect(await placesOf(await ask('2021-01-01'))).toEqual([422, 'fromOn'])

    expect((await ask('2019-01-01')).status, 'before the earliest there was none').toBe(201)
  })

  test('what the fund means by its words is refused at its place', async () => {
    const { prasert } = await desk()
    const { year: _year, ...noYear } = fundTerms
    expect(await placesOf(await prasert.post(at, { ...first, first: { fundTerms: noYear } }))).toEqual([422, 'first.fundTerms.year'])
  })
})

describe('following what a fund has shared', () => {
  test('it works: its next version, with one conflict to choose, and the one before as its base though it was withdrawn', async () => {
    const scene = await following()
    const { prasert, malee, at, version } = scene
    expect(await answered(prasert.get(`${at}/upgrades`))).toEqual({ upgrades: [] })
    await nextVersion(scene)
    await answered(malee.post(`${atBanMai}/ban-mai/withdrawals`, { version: '1.0.0', reason: 'มีรุ่นใหม่แล้ว' }))

    const { upgrades: [possible] } = await answered(prasert.get(`${at}/upgrades`))
    expect(possible).toMatchObject({ pack: 'ban-mai', from: '1.0.0', to: '1.1.0', conflicts: [{ id: conflict }] })
    expect(await codeOf(await prasert.post(`${at}/upgrades`, { pack: 'ban-mai', to: '1.1.0', choices: {}, version }))).toEqual([409, 'upgrade-undecided'])
    const { regulation } = await answered(prasert.post(`${at}/upgrades`, { pack: 'ban-mai', to: '1.1.0', choices: { [conflict]: 'mine' }, version }))
    expect(regulation.packs[1]).toMatchObject({ pack: { version: '1.1.0' }, values: { nightRate: [{ value: 25_000 }], yearMax: [{ value: 120_000 }] } })
  })

  test('the example people that came with the version tell what a choice does, also where there is nobody else', async () => {
    const scene = await following()
    const { prasert, malee, at } = scene
    await answered(malee.post('/api/funds/ban-mai/neighbours', { neighbour: maan(150_000) }))
    await nextVersion(scene)
    const { examples, neighbours } = await answered(prasert.post(`${at}/upgrades/trials`, { pack: 'ban-mai', to: '1.1.0', conflict, choices: {} }))

    expect(neighbours).toEqual([])
    expect(examples).toMatchObject([{ person: { en: 'Uncle Maan' }, before: { lowSatang: 120_000 }, after: { lowSatang: 150_000 }, isChanged: true }])
  })

  test('the example people that came with what was taken in tell what a draft does, also where the fund has changed its copy', async () => {
    const scene = await cast()
    const { malee, prasert } = scene
    await answered(malee.post('/api/funds/ban-mai/neighbours', { neighbour: maan(100_000) }))
    await answered(malee.post(atBanMai, sharing))
    await adopted(scene, { values: { nightRate: 25_000, yearMax: 120_000 } })
    const { id, version, regulation } = await answered(prasert.post(atNongBua, { fromOn: '2026-12-01' }))
    const at = `${atNongBua}/${id}`
    const less = [{ person: { en: 'Uncle Maan' }, before: { lowSatang: 120_000 }, after: { lowSatang: 90_000 }, isChanged: true }]
    expect((await answered(prasert.post(`${at}/trials`, { pack: 'ban-mai', term: 'yearMax', value: 90_000 }))).examples).toMatchObject(less)

    const renamed = changed(regulation, 'packs.1.pack.benefits.0.clause.number', '13')
    const { regulation: { packs: [, copy] } } = await answered(prasert.put(`${at}/regulation`, { regulation: changed(renamed, 'packs.1.values.yearMax.1', { from: '2026-12-01', value: 90_000, source: 'ร่าง' }), version }))
    expect(copy.pack).toMatchObject({ version: '1.0.1', basedOn: { pack: 'ban-mai', version: '1.0.0' } })
    expect((await answered(prasert.get(`${at}/effect`))).examples).toMatchObject(less)
  })

  test('the model moves on meanwhile: nothing is done, and it is said why', async () => {
    const scene = await following()
    const { prasert, malee, at, version } = scene
    await nextVersion(scene)
    await answered(malee.post(atBanMai, { ...sharing, version: '1.2.0' }))
    const ask = async (to: string) => { const res = await prasert.post(`${at}/upgrades`, { pack: 'ban-mai', to, choices: { [conflict]: 'theirs' }, version }); return [res.status, (await res.json()).places?.[0].text.en] }
    expect(await ask('1.1.0')).toEqual([422, 'version 1.2.0 of the model has come out: look again'])

    await answered(malee.post(`${atBanMai}/ban-mai/withdrawals`, { version: '1.2.0', reason: 'เพดานผิด' }))
    expect(await ask('1.2.0')).toEqual([422, 'this version was withdrawn: เพดานผิด'])
    expect(await ask('1.1.0')).toEqual([201, undefined])
  })

  test('of two of a committee who upgrade at once, one is told that the draft has moved on', async () => {
    const scene = await following()
    await nextVersion(scene)
    const { prasert, arunee, at, version, superuser } = scene
    await superuser`insert into fund_roles (fund_id, person_id, role, given_at) select id, ${arunee.id}, 'rule-keeper', now() from funds where slug = 'nong-bua'`
    const answers = await Promise.all([prasert, arunee].map((who) => who.post(`${at}/upgrades`, { pack: 'ban-mai', to: '1.1.0', choices: { [conflict]: 'theirs' }, version })))

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })

  test('a copy that was changed in two regulations goes back to its model all the same', async () => {
    const scene = await following()
    const { prasert } = scene
    let { at, version } = scene
    for (const [day, nextDay, title] of [['2026-12-01', '2026-12-08', 'นอนโรงพยาบาล (หนองบัว)'], ['2026-12-08', '2026-12-20', 'นอนโรงพยาบาล (หนองบัว 2)']] as const) {
      const { regulation } = await answered(prasert.get(at))
      const [mourning, { pack, ...held }] = regulation.packs
      const changed = { ...pack, benefits: pack.benefits.map((benefit: object) => ({ ...benefit, title: { th: title, en: 'Hospital stay' } })) }
      const draft = await answered(prasert.put(`${at}/regulation`, { regulation: { ...regulation, packs: [mourning, { ...held, pack: changed }] }, version }))
      await published(scene, at, draft.version, day)
      const next = await answered(prasert.post(atNongBua, { fromOn: nextDay }))
      at = `${atNongBua}/${next.id}`
      version = next.version
    }
    const { regulation } = await answered(prasert.get(at))
    expect(regulation.packs[1].pack).toMatchObject({ version: '1.0.2', basedOn: { version: '1.0.1' } })
    await nextVersion(scene)

    expect((await answered(prasert.get(`${at}/upgrades`))).upgrades).toMatchObject([{ pack: 'ban-mai', from: '1.0.0', to: '1.1.0' }])
    await answered(prasert.post(`${at}/upgrades`, { pack: 'ban-mai', to: '1.1.0', choices: { [conflict]: 'mine' }, version }))
  })
})

import { describe, expect, test } from 'vitest'
import { approved, claimsDesk } from './claims-desk.ts'
import { answered, atMeeting, begin, drafts, draftingDesk, meeting, raised, value, type DraftingDesk } from './drafting.ts'

const conflict = 'terms.nightRate.own'
const upgradeTo = (choices: object, version: number, to = '2.0.0') => ({ pack: 'sample', to, choices, version })
const rateIn = async ({ keeper }: Pick<DraftingDesk, 'keeper'>, id: string) => {
  const { regulation: { packs: [adopted] } } = await answered(keeper.get(`${drafts}/${id}`))
  return { model: adopted.pack.terms.nightRate.values.at(-1).value, own: adopted.values?.nightRate?.at(-1).value, version: adopted.pack.version }
}

describe('an upgrade', () => {
  test('it works: without a conflict at once, and the draft tells what the model brings', async () => {
    const scene = await draftingDesk()
    const { id, version } = await begin(scene)
    expect(await answered(scene.keeper.get(`${drafts}/${id}/upgrades`))).toEqual({ upgrades: [{ pack: 'sample', title: { th: 'ชุดกติกาตัวอย่าง', en: 'Sample pack' }, from: '1.0.0', to: '2.0.0', conflicts: [], brings: [{ about: { th: 'นอนโรงพยาบาล', en: 'Hospital stay' }, before: { th: 'ได้คืนละ 200 บาท', en: '200 baht per night' }, after: { th: 'ได้คืนละ 300 บาท', en: '300 baht per night' } }] }] })
    expect((await answered(scene.keeper.get('/api/funds/ban-mai/upgrades'))).upgrades).toMatchObject([{ pack: 'sample', from: '1.0.0', to: '2.0.0' }])

    const res = await scene.keeper.post(`${drafts}/${id}/upgrades`, upgradeTo({}, version))
    expect(res.status).toBe(201)
    const draft = await res.json()
    expect(draft.difference).toEqual([expect.objectContaining({ before: { th: 'ได้คืนละ 200 บาท', en: '200 baht per night' }, after: { th: 'ได้คืนละ 300 บาท', en: '300 baht per night' } })])
    expect(draft.events.at(-1)).toMatchObject({ act: 'changed', byId: scene.keeper.id })
    expect(draft.can).toContain('put-to-meeting')
    expect(await rateIn(scene, id)).toEqual({ model: 30_000, own: undefined, version: '2.0.0' })
    expect(await answered(scene.keeper.get(`${drafts}/${id}/upgrades`))).toEqual({ upgrades: [] })
  })

  test('a conflict is told in a sentence, and nothing is done until somebody chooses', async () => {
    const scene = await draftingDesk()
    const { id, version } = await raised(scene)
    const { upgrades: [possible] } = await answered(scene.keeper.get(`${drafts}/${id}/upgrades`))
    expect(possible.conflicts).toEqual([expect.objectContaining({
      id: conflict,
      sentence: { th: 'ค่าคืนละ: ต้นแบบเปลี่ยนจาก “200 บาท ตั้งแต่ 1 ม.ค. 2558” เป็น “300 บาท ตั้งแต่ 1 ม.ค. 2558” · ของกองทุนคือ “250 บาท ตั้งแต่ 1 ธ.ค. 2569”', en: 'per night: the model changed it from “200 baht from 1 Jan 2015” to “300 baht from 1 Jan 2015” · the fund has “250 baht from 1 Dec 2026”' },
    })])

    const res = await scene.keeper.post(`${drafts}/${id}/upgrades`, upgradeTo({}, version))
    expect(res.status).toBe(409)
    expect(await res.json()).toMatchObject({ code: 'upgrade-undecided', places: [{ at: `choices.${conflict}` }] })
    expect(await rateIn(scene, id)).toEqual({ model: 20_000, own: 25_000, version: '1.0.0' })
  })

  test.each([['mine', 25_000], ['theirs', undefined]])('%s is kept', async (choice, own) => {
    const scene = await draftingDesk()
    const { id, version } = await raised(scene)
    const draft = await answered(scene.keeper.post(`${drafts}/${id}/upgrades`, upgradeTo({ [conflict]: choice }, version)))

    expect(await rateIn(scene, id)).toEqual({ model: 30_000, own, version: '2.0.0' })
    const set = await answered(scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(40_000, draft.version)))
    expect((await rateIn(scene, id)).own).toBe(40_000)
    await answered(scene.keeper.delete(`${drafts}/${id}/values/nightRate?pack=sample&version=${set.version}`))
    expect((await rateIn(scene, id)).own).toBeUndefined()
  })

  test('of two who upgrade at once, one is told that the draft has moved on', async () => {
    const scene = await draftingDesk()
    const { id, version } = await begin(scene)
    const answers = await Promise.all([scene.keeper, scene.other].map((who) => who.post(`${drafts}/${id}/upgrades`, upgradeTo({}, version))))

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect((await answered(scene.keeper.get(`${drafts}/${id}`))).events.filter(({ act }: { act: string }) => act === 'changed')).toHaveLength(1)
  })

  test('a choice for what is no conflict, a version that is none, and a draft before the meeting are refused', async () => {
    const scene = await draftingDesk()
    const { id, version } = await begin(scene)
    const ask = async (body: object) => { const res = await scene.keeper.post(`${drafts}/${id}/upgrades`, body); return [res.status, (await res.json()).places[0]?.at] }

    expect(await ask(upgradeTo({ [conflict]: 'mine' }, version))).toEqual([422, `choices.${conflict}`])
    expect(await ask(upgradeTo({}, version, '9.0.0'))).toEqual([422, 'to'])
    expect(await ask(upgradeTo({}, version, '1.0.0'))).toEqual([422, 'to'])
    expect(await ask({ ...upgradeTo({}, version), pack: 'nothing' })).toEqual([422, 'pack'])
    await answered(scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(25_000, version)))
    await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version: version + 1 }))
    expect((await scene.keeper.post(`${drafts}/${id}/upgrades`, upgradeTo({ [conflict]: 'mine' }, version + 2))).status).toBe(409)
  })

  test('whoever upgraded does not publish, and what was published says which model it follows', async () => {
    const scene = await draftingDesk()
    const { id, version } = await begin(scene)
    const { version: upgraded } = await answered(scene.other.post(`${drafts}/${id}/upgrades`, upgradeTo({}, version)))
    await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version: upgraded }))

    expect((await scene.other.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' })).status).toBe(403)
    expect((await scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' })).status).toBe(201)
    const { publications } = await (await scene.get('/api/funds/ban-mai')).json()
    expect(publications.at(-1).regulation.packs[0].pack.version).toBe('2.0.0')
  })
})

describe('a choice', () => {
  const trial = (choices: object = {}, more: object = {}) => ({ pack: 'sample', to: '2.0.0', conflict, choices, ...more })

  test('tells what it does for the fund’s own people: before, what its own gives; after, what the model’s does', async () => {
    const desk = await claimsDesk()
    const keeper = await desk.colleague('rule-keeper')
    const claim = await approved(desk, '2026-08-20', 3)
    await answered(desk.malee.post(`/api/funds/ban-mai/claims/${claim.id}/neighbour`, {}))
    const { id, version } = await raised({ keeper })
    const { claims, examples, neighbours } = await answered(desk.viewer.post(`${drafts}/${id}/upgrades/trials`, trial()))

    expect(claims).toMatchObject({ count: 1, beforeSatang: 75_000, afterSatang: 90_000, members: { more: 1, less: 0, same: 0 }, changedCount: 1 })
    expect(examples.filter(({ isChanged }: { isChanged: boolean }) => isChanged)).toMatchObject([{ person: { en: 'Auntie Daeng' }, before: { lowSatang: 75_000 }, after: { lowSatang: 90_000 } }])
    expect(neighbours).toMatchObject([{ was: { satang: 75_000 }, found: { satang: 90_000 } }])
    expect(await answered(keeper.post(`${drafts}/${id}/upgrades/trials`, trial({ [conflict]: 'theirs' })))).toEqual({ claims, examples, neighbours })
    expect(await answered(keeper.get(`${drafts}/${id}`))).toMatchObject({ version })
  })

  test('of what is no conflict, or beside a choice of what is none, is refused at its place', async () => {
    const scene = await draftingDesk()
    const { id } = await raised(scene)
    const ask = async (body: object) => { const res = await scene.keeper.post(`${drafts}/${id}/upgrades/trials`, body); return [res.status, (await res.json()).places[0]?.at] }

    expect(await ask(trial({}, { conflict: 'terms.yearMax.own' }))).toEqual([422, 'conflict'])
    expect(await ask(trial({ 'terms.yearMax.own': 'mine' }))).toEqual([422, 'choices.terms.yearMax.own'])
    expect(await ask(trial({}, { to: '9.0.0' }))).toEqual([422, 'to'])
  })
})

describe('an adoption', () => {
  test('it works: some benefits of a model beside what the fund has', async () => {
    const scene = await draftingDesk()
    const { id, version } = await begin(scene)
    const draft = await answered(scene.keeper.post(`${drafts}/${id}/adoptions`, { pack: 'mourning', benefits: ['death'], version }))

    expect(draft.regulation.packs[1]).toMatchObject({ pack: { id: 'mourning' }, without: ['wake'] })
    expect(draft.difference.map(({ about }: { about: { en: string } }) => about.en)).toContain('Death')
    expect(draft.changed).toEqual(['death', 'wake'].map((benefit) => ({ pack: 'mourning', benefit })))
    expect(draft.can).toContain('put-to-meeting')
    const more = await answered(scene.keeper.put(`${drafts}/${id}/values/deathGrant`, value(500_000, draft.version, 'mourning')))
    expect(more.regulation.packs[1].values.deathGrant.at(-1).value).toBe(500_000)
  })

  test('what the fund has already, what is not here, and what the pack has not are refused', async () => {
    const scene = await draftingDesk()
    const { id, version } = await begin(scene)
    const ask = async (body: object) => { const res = await scene.keeper.post(`${drafts}/${id}/adoptions`, { version, ...body }); return [res.status, (await res.json()).places[0]?.at] }

    expect(await ask({ pack: 'sample', benefits: ['hospital'] })).toEqual([422, 'pack'])
    expect(await ask({ pack: 'nothing', benefits: ['hospital'] })).toEqual([422, 'pack'])
    expect(await ask({ pack: 'mourning', benefits: ['hospital'] })).toEqual([422, 'benefits'])
  })

  test('nothing is taken into a draft that stands before a meeting', async () => {
    const scene = await draftingDesk()
    const { id, version } = await atMeeting(scene)
    expect((await scene.keeper.post(`${drafts}/${id}/adoptions`, { pack: 'mourning', benefits: ['death'], version })).status).toBe(409)
  })
})

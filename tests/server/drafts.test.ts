import { describe, expect, test } from 'vitest'
import { TODAY } from '../cast.ts'
import { answered, atMeeting, begin, draftingDesk, drafts, fundTerms, meeting, nongBua, raised, supersede, value } from './drafting.ts'

test('it works: a value is changed, put to a meeting, put in force by somebody else, and judges from its day on', async () => {
  const scene = await draftingDesk()
  const begun = await begin(scene)
  expect(begun).toMatchObject({ state: 'drafting', version: 1, fromOn: '2026-12-01', base: { number: 1 }, changed: [], difference: [], can: ['change', 'withdraw', 'invite'], cannot: [{ act: 'put-to-meeting' }] })

  const changed = await answered(scene.keeper.put(`${drafts}/${begun.id}/values/nightRate`, value(25_000, 1)))
  expect(changed).toMatchObject({ version: 2, changed: [{ pack: 'sample', term: 'nightRate' }], can: ['change', 'put-to-meeting', 'withdraw', 'invite'], cannot: [] })
  expect(changed.difference).toEqual([{ about: { th: 'นอนโรงพยาบาล', en: 'Hospital stay' }, before: { th: 'ได้คืนละ 200 บาท', en: '200 baht per night' }, after: { th: 'ได้คืนละ 250 บาท', en: '250 baht per night' } }])
  expect(changed.regulation.packs[0].values.nightRate).toEqual([{ from: '2026-12-01', value: 25_000, source: 'ร่าง' }])

  const met = await answered(scene.keeper.post(`${drafts}/${begun.id}/meeting`, { ...meeting, version: 2 }))
  expect(met).toMatchObject({ state: 'at-meeting', resolution: meeting.resolution, can: ['take-back', 'withdraw', 'invite'], cannot: [{ act: 'publish', why: { en: expect.stringContaining('does not put it in force') } }] })
  expect(met.regulation.packs[0].values.nightRate[0].source).toBe('มติที่ประชุม ครั้งที่ 5/2569')

  expect(await (await scene.admin.get(`${drafts}/${begun.id}`)).json()).toMatchObject({ can: ['publish'], cannot: [] })
  const published = await answered(scene.admin.post(`${drafts}/${begun.id}/publication`, { fromOn: '2026-12-01' }))
  expect(published).toMatchObject({ state: 'published', can: [], cannot: [] })
  expect(published.events.map(({ act }: { act: string }) => act)).toEqual(['begun', 'changed', 'put-to-meeting', 'published'])

  const stay = (dischargedOn: string) => ({ benefitId: 'hospital', answers: { dischargedOn, nights: 2 }, member: { facts: { joinedOn: '2020-02-01' } } })
  expect((await answered(scene.post('/api/funds/ban-mai/verdicts', stay('2026-11-30')))).verdict.amountSatang).toBe(40_000)
  expect(await answered(scene.post('/api/funds/ban-mai/verdicts', stay('2026-12-01')))).toMatchObject({ publication: { number: 2, hash: met.hash }, verdict: { amountSatang: 50_000 } })
})

test('history tells in sentences by what each regulation differs from the one before', async () => {
  const scene = await draftingDesk()
  const { id } = await atMeeting(scene)
  await answered(scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' }))

  const { regulations: [first, second] } = await answered(scene.get('/api/funds/ban-mai/regulations'))
  expect(first).toMatchObject({ number: 1, fromOn: '2020-01-01', untilOn: '2026-12-01', resolution: { number: '4/2562' } })
  expect(first).not.toHaveProperty('difference')
  expect(second).toMatchObject({ number: 2, resolution: { number: '5/2569', title: { th: 'มติที่ประชุม ครั้งที่ 5/2569' } }, difference: [{ before: { th: 'ได้คืนละ 200 บาท' }, after: { th: 'ได้คืนละ 250 บาท' } }] })
})

describe('a value', () => {
  test('that is as before is no change, however it came to be so again', async () => {
    const scene = await draftingDesk()
    const { id, hash, version } = await raised(scene)
    const { hash: before, version: next } = await answered(scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(20_000, version)))

    expect(before).not.toBe(hash)
    expect(before).toBe((await answered(scene.get('/api/funds/ban-mai'))).publications[0].hash)
    const again = await answered(scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(20_000, next)))
    expect(again.version).toBe(next)
  })

  test('is put back as it was', async () => {
    const scene = await draftingDesk()
    const { id, version } = await raised(scene)

    expect(await answered(scene.keeper.delete(`${drafts}/${id}/values/nightRate?pack=sample&version=${version}`))).toMatchObject({ changed: [], difference: [] })
  })

  test.each([
    ['a text for money', 'nightRate', 'สองร้อย', 'value'],
    ['money below zero', 'nightRate', -100, 'value'],
    ['satang in parts', 'nightRate', 0.5, 'value'],
    ['half a day', 'waitDays', 1.5, 'value'],
    ['a limit that lets nothing through', 'yearMax', 0, 'value'],
    ['a ladder for money', 'nightRate', [{ id: 'one', from: 0, value: 100 }], 'value'],
  ])('%s is refused with its place', async (_what, term, wrong, at) => {
    const scene = await draftingDesk()
    const { id } = await begin(scene)
    const res = await scene.keeper.put(`${drafts}/${id}/values/${term}`, value(wrong, 1))

    expect(res.status).toBe(422)
    expect(await res.json()).toMatchObject({ code: 'impossible', places: [{ at, text: { th: expect.stringMatching(/[ก-๙]/) } }] })
    expect(await answered(scene.keeper.get(`${drafts}/${id}`))).toMatchObject({ version: 1, changed: [] })
  })

  test('of a term or pack that is not there is refused', async () => {
    const scene = await draftingDesk()
    const { id } = await begin(scene)

    expect(await (await scene.keeper.put(`${drafts}/${id}/values/dayRate`, value(1, 1))).json()).toMatchObject({ code: 'impossible', places: [{ at: 'term' }] })
    expect(await (await scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(1, 1, 'other'))).json()).toMatchObject({ code: 'impossible', places: [{ at: 'pack' }] })
  })
})

describe('two people in one draft', () => {
  test('neither loses what the other has written', async () => {
    const scene = await draftingDesk()
    const { id, version } = await begin(scene)
    await answered(scene.other.put(`${drafts}/${id}/values/yearMax`, value(150_000, version)))
    const res = await scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(25_000, version))

    expect(res.status).toBe(409)
    const { code, draft } = await res.json()
    expect(code).toBe('changed-meanwhile')
    expect(draft).toMatchObject({ version: 2, changed: [{ term: 'yearMax' }] })
    expect(await answered(scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(25_000, draft.version)))).toMatchObject({ changed: [{ term: 'nightRate' }, { term: 'yearMax' }] })
  })

  test('of two at the same moment one is told', async () => {
    const scene = await draftingDesk()
    const { id, version } = await begin(scene)
    const answers = await Promise.all([scene.keeper, scene.other].map((each, at) => each.put(`${drafts}/${id}/values/nightRate`, value(25_000 + at, version))))

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await answered(scene.keeper.get(`${drafts}/${id}`))).version).toBe(2)
  })

  test('one draft is open at a time', async () => {
    const scene = await draftingDesk()
    await begin(scene)
    const res = await scene.other.post(drafts, { fromOn: '2027-01-01' })

    expect(await res.json()).toMatchObject({ status: 409, code: 'draft-open' })
  })

  test('a change of what a meeting has been given is not taken', async () => {
    const scene = await draftingDesk()
    const { id, version } = await atMeeting(scene)
    const res = await scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(30_000, version))

    expect(await res.json()).toMatchObject({ code: 'changed-meanwhile', draft: { state: 'at-meeting', changed: [{ term: 'nightRate' }] } })
  })
})

describe('a meeting', () => {
  test('is not given a draft that changes nothing', async () => {
    const scene = await draftingDesk()
    const { id } = await begin(scene)

    expect(await (await scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version: 1 })).json()).toMatchObject({ status: 409, code: 'draft-unchanged' })
  })

  test('wants it otherwise: the draft is taken back, changed, and put to the next', async () => {
    const scene = await draftingDesk()
    const { id, hash } = await atMeeting(scene)
    const back = await answered(scene.keeper.delete(`${drafts}/${id}/meeting`))
    expect(back).toMatchObject({ state: 'drafting', can: ['change', 'put-to-meeting', 'withdraw', 'invite'] })
    expect(back.regulation.packs[0].values.nightRate[0].source).toBe('ร่าง')

    const { version } = await answered(scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(23_000, back.version)))
    const again = await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { resolution: { number: '๖/๒๕๖๙', heldOn: TODAY }, version }))
    expect(again.hash).not.toBe(hash)
    expect(again.regulation.packs[0].values.nightRate).toEqual([{ from: '2026-12-01', value: 23_000, source: 'มติที่ประชุม ครั้งที่ 6/2569' }])
  })

  test('that is still to come puts nothing in force', async () => {
    const scene = await draftingDesk()
    const { id } = await atMeeting(scene, { resolution: { number: '12/2569', heldOn: '2026-12-13' } })

    expect(await (await scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2027-01-01' })).json()).toMatchObject({ status: 409, code: 'meeting-to-come' })
  })
})

describe('putting in force', () => {
  test('is not for whoever has written in it, whatever their roles', async () => {
    const scene = await draftingDesk()
    const { malee } = scene
    const { id, version } = await raised(scene)
    const { version: next } = await answered(malee.put(`${drafts}/${id}/values/waitDays`, value(90, version)))
    await answered(scene.other.post(`${drafts}/${id}/meeting`, { ...meeting, version: next }))

    for (const writer of [scene.keeper, malee]) expect(await (await writer.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' })).json()).toMatchObject({ status: 403, code: 'own-draft' })
    expect((await scene.other.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' })).status).toBe(201)
  })

  test('comes after the meeting, and once', async () => {
    const scene = await draftingDesk()
    const { id } = await raised(scene)
    expect(await (await scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' })).json()).toMatchObject({ status: 409, code: 'draft-elsewhere' })

    const { version } = await answered(scene.keeper.get(`${drafts}/${id}`))
    await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version }))
    await answered(scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' }))
    expect(await (await scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-02' })).json()).toMatchObject({ code: 'draft-elsewhere' })
  })

  test.each([
    ['before the day it was made for', '2026-11-30'],
    ['in the past', '2026-11-01'],
    ['on a day that the calendar has not', '2026-02-30'],
  ])('%s is refused with its place', async (_when, fromOn) => {
    const scene = await draftingDesk()
    const { id } = await atMeeting(scene)

    expect(await (await scene.admin.post(`${drafts}/${id}/publication`, { fromOn })).json()).toMatchObject({ places: [{ at: 'fromOn' }] })
  })

  test('of what was made from a regulation that is no longer in force is refused', async () => {
    const scene = await draftingDesk()
    const { id } = await atMeeting(scene)
    await supersede(scene)

    expect(await (await scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' })).json()).toMatchObject({ status: 409, code: 'draft-superseded' })
    expect(await answered(scene.admin.get(`${drafts}/${id}`))).toMatchObject({ can: [], cannot: [{ act: 'publish', why: { th: expect.stringContaining('ฉบับเก่า') } }] })
  })
})

test('a draft is moved to another day, and what it has set with it', async () => {
  const scene = await draftingDesk()
  const { id, version } = await raised(scene)
  const movedDraft = await answered(scene.keeper.put(`${drafts}/${id}/day`, { fromOn: '2027-01-01', version }))

  expect(movedDraft).toMatchObject({ fromOn: '2027-01-01', changed: [{ term: 'nightRate' }] })
  expect(movedDraft.regulation.packs[0].values.nightRate).toEqual([{ from: '2027-01-01', value: 25_000, source: 'ร่าง' }])
  expect(await (await scene.keeper.put(`${drafts}/${id}/day`, { fromOn: '2026-11-01', version: movedDraft.version })).json()).toMatchObject({ code: 'impossible', places: [{ at: 'fromOn' }] })
})

test('a draft is withdrawn, stays to be seen, and another is begun', async () => {
  const scene = await draftingDesk()
  const { id } = await raised(scene)
  await answered(scene.keeper.post(`${drafts}/${id}/withdrawal`))
  await begin(scene)

  const { current, past, mayBegin } = await answered(scene.admin.get(drafts))
  expect({ current: current.changed, past, mayBegin }).toMatchObject({ current: [], past: [{ id, state: 'withdrawn' }], mayBegin: false })
  expect(await answered(scene.admin.get(`${drafts}/${id}`))).toMatchObject({ changed: [{ term: 'nightRate' }], can: [], cannot: [] })
})

test('who did what to a draft is told by name, also of who serves no longer', async () => {
  const scene = await draftingDesk()
  const { id, version } = await raised(scene)
  await answered(scene.other.put(`${drafts}/${id}/day`, { fromOn: '2027-01-01', version }))
  await scene.superuser`delete from fund_roles where person_id = ${scene.other.id}`

  const { events } = await answered(scene.admin.get(`${drafts}/${id}/events`))
  expect(events).toMatchObject([{ act: 'begun', by: scene.keeper.name }, { act: 'changed', term: 'sample.nightRate', by: scene.keeper.name }, { act: 'moved', by: scene.other.name }])
  expect(JSON.stringify(events)).not.toContain(scene.keeper.id)
})

describe('a fund without a regulation', () => {
  test('begins from a model, with what it means by its words and a first day of its own in the past', async () => {
    const scene = await draftingDesk()
    const { keeper, admin, at } = await nongBua(scene)
    const { models } = await answered(keeper.get('/api/funds/nong-bua/models'))
    expect(models.map(({ id, version }: { id: string; version: string }) => `${id} ${version}`)).toEqual(['samples/sample 1.0.0', 'samples/sample 2.0.0', 'samples/mourning 1.0.0'])

    const begun = await answered(keeper.post(at, { fromOn: '2010-06-01', first: { model: 'samples/sample', fundTerms } }))
    expect(begun).toMatchObject({ changed: [], regulation: { title: { th: 'ระเบียบกองทุนสวัสดิการชุมชนตำบลหนองบัว' }, fundTerms } })
    expect(begun).not.toHaveProperty('base')
    expect(begun.regulation.packs[0].values.waitDays).toEqual([{ from: '2010-06-01', value: 180, source: 'ร่าง' }])

    const { id, version } = await answered(keeper.put(`${at}/${begun.id}/values/waitDays`, value(90, 1)))
    await answered(keeper.post(`${at}/${id}/meeting`, { resolution: { number: '1/2553', heldOn: '2010-05-20' }, version }))
    await answered(admin.post(`${at}/${id}/publication`, { fromOn: '2010-06-01' }))

    const stay = { benefitId: 'hospital', answers: { dischargedOn: '2012-01-10', nights: 2 }, member: { facts: { joinedOn: '2011-09-01' } } }
    expect(await answered(scene.post('/api/funds/nong-bua/verdicts', stay))).toMatchObject({ publication: { number: 1, fromOn: '2010-06-01' }, verdict: { outcome: 'eligible', amountSatang: 40_000 } })
  })

  test('moves its first day, and the model’s values with it', async () => {
    const scene = await draftingDesk()
    const { keeper, at } = await nongBua(scene)
    const { id } = await answered(keeper.post(at, { fromOn: '2016-06-01', first: { model: 'samples/sample', fundTerms } }))
    const earlier = await answered(keeper.put(`${at}/${id}/day`, { fromOn: '2012-01-01', version: 1 }))

    expect(earlier.regulation.packs[0].values.waitDays).toEqual([{ from: '2012-01-01', value: 180, source: 'ร่าง' }])
    expect(earlier).toMatchObject({ changed: [], difference: [] })
  })

  test.each([
    ['without a model', {}, 'first'],
    ['from one that is not installed', { first: { model: 'samples/other', fundTerms } }, 'first.model'],
    ['with a yearly limit and no year', { first: { model: 'samples/sample', fundTerms: { memberFrom: 'joined', clock: 'calendar', arrearsCured: 'never' } } }, 'first.fundTerms.year'],
  ])('does not begin %s', async (_how, more, place) => {
    const scene = await draftingDesk()
    const { keeper, at } = await nongBua(scene)
    const res = await keeper.post(at, { fromOn: '2010-06-01', ...more })

    expect(res.status).toBe(422)
    expect(await res.json()).toMatchObject({ places: [{ at: place }] })
  })
})

test('a draft in the middle of what has passed is refused', async () => {
  const { keeper } = await draftingDesk()

  expect(await (await keeper.post(drafts, { fromOn: '2025-01-01' })).json()).toMatchObject({ code: 'impossible', places: [{ at: 'fromOn' }] })
})

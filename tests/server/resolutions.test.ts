import { describe, expect, test } from 'vitest'
import { TODAY } from '../cast.ts'
import { answered, atMeeting, begin, draftingDesk, drafts, fundTerms, meeting, nongBua, raised, supersede, value } from './drafting.ts'

const votes = { called: 110, present: 62, for: 58, against: 2, abstained: 2 }
const stay = (dischargedOn: string) => ({ benefitId: 'hospital', answers: { dischargedOn, nights: 2 }, member: { facts: { joinedOn: '2020-02-01' } } })

/** A draft that is put in force from the first of December, with what more is said of it. */
async function scheduled(more: object = {}) {
  const scene = await draftingDesk()
  const { id } = await atMeeting(scene)
  await answered(scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01', ...more }))
  return { ...scene, id }
}

describe('how a meeting voted', () => {
  test('it works: is told with the meeting or when the draft is put in force, and stands in the history', async () => {
    const scene = await draftingDesk()
    const { id } = await atMeeting(scene, { resolution: { ...meeting.resolution, votes } })
    await answered(scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' }))
    expect((await answered(scene.get('/api/funds/ban-mai/regulations'))).regulations[1].resolution).toMatchObject({ number: '5/2569', heldOn: TODAY, votes })

    const later = await scheduled({ votes })
    expect((await answered(later.get('/api/funds/ban-mai'))).publications[1].resolution).toMatchObject({ votes })
  })

  test.each([
    ['more present than called', { present: 111 }, 'present'],
    ['more votes than members present', { for: 61 }, 'for'],
    ['nobody present', { present: 0, for: 0, against: 0, abstained: 0 }, 'present'],
  ])('%s is refused with its place, in both languages', async (_what, more, at) => {
    const scene = await draftingDesk()
    const { id, version } = await raised(scene)
    const res = await scene.keeper.post(`${drafts}/${id}/meeting`, { resolution: { ...meeting.resolution, votes: { ...votes, ...more } }, version })

    expect(res.status).toBe(400)
    expect((await res.json()).places).toContainEqual({ at: `resolution.votes.${at}`, text: { th: expect.stringMatching(/[ก-๙]/), en: expect.any(String) } })
  })

  test('of a meeting that is still to come is refused', async () => {
    const scene = await draftingDesk()
    const { id, version } = await raised(scene)

    expect(await (await scene.keeper.post(`${drafts}/${id}/meeting`, { resolution: { number: '12/2569', heldOn: '2026-12-13', votes }, version })).json()).toMatchObject({ code: 'impossible', places: [{ at: 'resolution.votes' }] })
  })

  test.each([['against it', { for: 20, against: 30, abstained: 12 }], ['as often for as against', { for: 30, against: 30, abstained: 2 }]])('%s puts nothing in force, whoever tells of it', async (_how, lost) => {
    const scene = await draftingDesk()
    const { id } = await atMeeting(scene)
    expect(await (await scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01', votes: { ...votes, ...lost } })).json()).toMatchObject({ status: 409, code: 'vote-lost' })

    const back = await answered(scene.keeper.delete(`${drafts}/${id}/meeting`))
    await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { resolution: { ...meeting.resolution, votes: { ...votes, ...lost } }, version: back.version }))
    expect(await answered(scene.admin.get(`${drafts}/${id}`))).toMatchObject({ can: [], cannot: [{ act: 'publish', why: { th: expect.stringContaining('มติไม่ผ่าน') } }] })
  })
})

describe('a first day before the meeting', () => {
  test('takes its leave, which stands with the resolution', async () => {
    const { keeper, admin, at } = await nongBua(await draftingDesk())
    const { id } = await answered(keeper.post(at, { fromOn: '2010-06-01', first: { model: 'samples/sample', fundTerms } }))
    await answered(keeper.post(`${at}/${id}/meeting`, { resolution: { number: '1/2553', heldOn: '2010-07-01' }, version: 1 }))
    expect(await (await admin.post(`${at}/${id}/publication`, { fromOn: '2010-06-01' })).json()).toMatchObject({ code: 'impossible', places: [{ at: 'fromOn', text: { th: expect.stringContaining('1 กรกฎาคม 2553') } }] })

    expect(await answered(admin.post(`${at}/${id}/publication`, { fromOn: '2010-06-01', isRetroactive: true }))).toMatchObject({ state: 'published' })
  })
})

describe('what is scheduled', () => {
  test('is recalled before its day, with a reason: then what was in force goes on', async () => {
    const scene = await scheduled()
    const [first, second] = (await answered(scene.get('/api/funds/ban-mai/regulations'))).regulations
    expect([first, second]).toMatchObject([{ standing: 'in-force', untilOn: '2026-12-01' }, { standing: 'scheduled' }])
    expect((await answered(scene.post('/api/funds/ban-mai/verdicts', stay('2026-12-05')))).verdict.amountSatang).toBe(50_000)

    const { regulations } = await answered(scene.admin.post('/api/funds/ban-mai/regulations/2/recall', { reason: 'พิมพ์อัตราผิด' }))
    expect(regulations).toMatchObject([{ number: 1, standing: 'in-force' }, { number: 2, standing: 'recalled', recall: { reason: 'พิมพ์อัตราผิด', byId: scene.admin.id } }])
    expect(regulations[0]).not.toHaveProperty('untilOn')
    expect((await answered(scene.post('/api/funds/ban-mai/verdicts', stay('2026-12-05')))).verdict.amountSatang).toBe(40_000)
    expect((await answered(scene.get('/api/funds/ban-mai'))).publications).toHaveLength(1)
    expect((await answered(scene.get('/api/networks/sample/funds?on=2026-12-05'))).funds.find(({ slug }: { slug: string }) => slug === 'ban-mai').notice.fromOn).toBe('2020-01-01')
  })

  test('leaves its day free for the next, which has a number of its own', async () => {
    const scene = await scheduled()
    await answered(scene.admin.post('/api/funds/ban-mai/regulations/2/recall', { reason: 'พิมพ์อัตราผิด' }))
    const { id, version } = await begin(scene)
    const changed = await answered(scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(23_000, version)))
    await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version: changed.version }))
    await answered(scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' }))

    expect((await answered(scene.get('/api/funds/ban-mai/regulations'))).regulations.map(({ number, standing }: { number: number; standing: string }) => `${number} ${standing}`)).toEqual(['1 in-force', '2 recalled', '3 scheduled'])
    expect((await answered(scene.post('/api/funds/ban-mai/verdicts', stay('2026-12-05')))).verdict.amountSatang).toBe(46_000)
    expect((await answered(scene.get('/api/networks/sample/funds?on=2026-12-05'))).funds.find(({ slug }: { slug: string }) => slug === 'ban-mai').notice.fromOn).toBe('2026-12-01')
  })

  test('is not recalled twice, without a reason, by whoever may not publish, or once it has begun', async () => {
    const scene = await scheduled()
    const recall = (who: typeof scene.admin, number: number, reason = 'พิมพ์ผิด') => who.post(`/api/funds/ban-mai/regulations/${number}/recall`, { reason })

    expect(await (await recall(scene.admin, 2, '  ')).json()).toMatchObject({ status: 400, places: [{ at: 'reason' }] })
    expect(await (await recall(scene.admin, 1)).json()).toMatchObject({ status: 409, code: 'begun-already' })
    expect(await (await recall(scene.admin, 7)).json()).toMatchObject({ status: 404, code: 'unknown-regulation' })
    expect(await (await recall(await scene.colleague('treasurer'), 2)).json()).toMatchObject({ status: 403, code: 'role-needed' })
    await answered(recall(scene.admin, 2))
    expect(await (await recall(scene.admin, 2)).json()).toMatchObject({ status: 409, code: 'recalled-already' })
  })
})

describe('differences between any two', () => {
  test('are told from the one to the other, either way', async () => {
    const scene = await scheduled()
    const { before, after, on, difference } = await answered(scene.get('/api/funds/ban-mai/regulations/1/differences/2'))
    expect({ before, after, on }).toMatchObject({ before: { number: 1, fromOn: '2020-01-01' }, after: { number: 2, resolution: { number: '5/2569' } }, on: '2026-12-01' })
    expect(difference).toMatchObject([{ before: { th: 'ได้คืนละ 200 บาท' }, after: { th: 'ได้คืนละ 250 บาท' } }])
    expect((await answered(scene.get('/api/funds/ban-mai/regulations/2/differences/1'))).difference).toMatchObject([{ before: { th: 'ได้คืนละ 250 บาท' }, after: { th: 'ได้คืนละ 200 บาท' } }])
    expect(await (await scene.get('/api/funds/ban-mai/regulations/1/differences/9')).json()).toMatchObject({ status: 404, code: 'unknown-regulation' })
  })

  test('of a draft from any regulation too', async () => {
    const scene = await draftingDesk()
    const { id } = await raised(scene)

    expect((await answered(scene.keeper.get(`${drafts}/${id}/differences/1`))).difference).toMatchObject([{ after: { th: 'ได้คืนละ 250 บาท' } }])
  })
})

describe('a draft that another regulation came before', () => {
  test('is told what changed, and begun again on it with its own changes', async () => {
    const scene = await draftingDesk()
    const { id, version } = await begin(scene)
    const mine = await answered(scene.keeper.put(`${drafts}/${id}/values/yearMax`, value(150_000, version)))
    await supersede(scene)
    const { superseded, can } = await answered(scene.keeper.get(`${drafts}/${id}`))
    expect(can).toEqual(['change', 'rebase', 'withdraw', 'invite'])
    expect(superseded).toMatchObject({ number: 2, fromOn: '2026-11-25', difference: [{ before: { th: 'ได้คืนละ 200 บาท' }, after: { th: 'ได้คืนละ 300 บาท' } }], clashing: [] })

    const again = await answered(scene.keeper.put(`${drafts}/${id}/base`, { version: mine.version }))
    expect(again).toMatchObject({ base: { number: 2 }, changed: [{ term: 'yearMax' }], can: ['change', 'put-to-meeting', 'withdraw', 'invite'] })
    for (const gone of ['superseded', 'undo', 'redo']) expect(again).not.toHaveProperty(gone)
    expect(again.findings.filter(({ level }: { level: string }) => level === 'error')).toEqual([])
    expect(await (await scene.keeper.put(`${drafts}/${id}/base`, { version: again.version })).json()).toMatchObject({ status: 409, code: 'draft-not-superseded' })
  })

  test('where both have changed one value it is as in what is in force, and that is said before', async () => {
    const scene = await draftingDesk()
    const { id, version } = await raised(scene)
    await supersede(scene, '2026-11-25')
    expect((await answered(scene.keeper.get(`${drafts}/${id}`))).superseded.clashing).toEqual([{ pack: 'sample', term: 'nightRate' }])

    const again = await answered(scene.keeper.put(`${drafts}/${id}/base`, { version }))
    expect(again).toMatchObject({ changed: [], difference: [] })
  })

  test('because what it was made from was recalled, is begun again on what is in force then', async () => {
    const scene = await scheduled()
    const { id } = await begin(scene, '2026-12-10')
    const { version } = await answered(scene.keeper.put(`${drafts}/${id}/values/yearMax`, value(150_000, 1)))
    await answered(scene.admin.post('/api/funds/ban-mai/regulations/2/recall', { reason: 'พิมพ์อัตราผิด' }))

    expect(await answered(scene.keeper.put(`${drafts}/${id}/base`, { version }))).toMatchObject({ base: { number: 1 }, changed: [{ term: 'yearMax' }] })
  })
})

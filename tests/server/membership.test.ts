import { describe, expect, test } from 'vitest'
import { apply, desk, fund, join } from './desk.ts'

const resolution = { number: '11/2569', heldOn: '2026-11-08' }
const of = (id: string, act: string) => `${fund}/members/${id}/${act}`

describe('acceptance', () => {
  test('it works', async () => {
    const scene = await desk()
    const { id } = await apply(scene)
    const res = await scene.clerk.post(of(id, 'acceptance'), { resolution })

    expect(res.status).toBe(201)
    expect(await res.json()).toMatchObject({ standing: 'member', statuses: [{ kind: 'applied' }, { kind: 'accepted', happenedOn: '2026-11-08', memberFromOn: '2026-11-08', resolution }] })
  })

  test.each([
    ['before the meeting', { resolution, memberFromOn: '2026-11-07' }, 'memberFromOn', 'ก่อนวันที่กรรมการมีมติรับ'],
    ['years before it', { resolution, memberFromOn: '2015-01-01' }, 'memberFromOn', 'ก่อนวันที่กรรมการมีมติรับ'],
    ['by a meeting before the application', { resolution: { ...resolution, heldOn: '2026-11-01' } }, 'happenedOn', 'ต้องไม่ก่อน 2 พฤศจิกายน 2569'],
    ['by a meeting still to come', { resolution: { ...resolution, heldOn: '2026-12-01' } }, 'happenedOn', 'ยังมาไม่ถึง'],
  ])('joining %s is refused clearly', async (_what, body, at, words) => {
    const scene = await desk()
    const { id } = await apply(scene)
    const problem = await (await scene.clerk.post(of(id, 'acceptance'), body)).json()

    expect(problem).toMatchObject({ status: 422, code: 'impossible', places: [{ at }] })
    expect(problem.places[0].text.th).toContain(words)
  })

  test('nobody is accepted twice', async () => {
    const scene = await desk()
    const { id } = await apply(scene)
    await scene.clerk.post(of(id, 'acceptance'), { resolution })

    expect(await (await scene.clerk.post(of(id, 'acceptance'), { resolution })).json()).toMatchObject({ status: 409, code: 'not-from-here' })
  })

  test('of two at once one is kept', async () => {
    const scene = await desk()
    const { id } = await apply(scene)
    const statuses = (await Promise.all(Array.from({ length: 8 }, () => scene.clerk.post(of(id, 'acceptance'), { resolution })))).map(({ status }) => status)

    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(7)
  })

  test('the committee refuses with a reason, and may accept later', async () => {
    const scene = await desk()
    const { id } = await apply(scene)
    const refused = await scene.clerk.post(of(id, 'refusal'), { resolution, note: 'ทะเบียนบ้านอยู่นอกตำบล' })

    expect(await refused.json()).toMatchObject({ standing: 'refused', statuses: [{}, { kind: 'refused', note: 'ทะเบียนบ้านอยู่นอกตำบล' }] })
    expect(await (await scene.clerk.post(of(id, 'acceptance'), { resolution: { number: '12/2569', heldOn: '2026-11-22' } })).json()).toMatchObject({ standing: 'member' })
  })
})

describe('departure', () => {
  test.each([['lapsed', 'lapsed'], ['resigned', 'resigned'], ['transferred', 'transferred'], ['died', 'died']])('%s', async (kind, standing) => {
    const scene = await desk()
    const { id } = await join(scene)

    expect(await (await scene.clerk.post(of(id, 'departure'), { kind, happenedOn: '2026-11-20' })).json()).toMatchObject({ standing })
  })

  test('who has died does nothing more', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    await scene.clerk.post(of(id, 'departure'), { kind: 'died', happenedOn: '2026-11-20' })

    expect(await (await scene.clerk.post(of(id, 'departure'), { kind: 'resigned', happenedOn: '2026-11-21' })).json()).toMatchObject({ code: 'not-from-here' })
    expect(await (await scene.clerk.post(of(id, 'acceptance'), { resolution: { number: '1', heldOn: '2026-11-22' } })).json()).toMatchObject({ code: 'not-from-here' })
  })

  test('who lapsed joins again, from the new meeting on', async () => {
    const scene = await desk()
    const { id } = await join(scene, '2018-01-15')
    await scene.clerk.post(of(id, 'departure'), { kind: 'lapsed', happenedOn: '2026-10-01', resolution })

    expect(await (await scene.clerk.post(of(id, 'acceptance'), { resolution, memberFromOn: '2018-01-15' })).json()).toMatchObject({ code: 'impossible', places: [{ at: 'memberFromOn' }] })
    expect(await (await scene.clerk.post(of(id, 'acceptance'), { resolution })).json()).toMatchObject({ standing: 'member', statuses: [{}, {}, { kind: 'rejoined', memberFromOn: '2026-11-08' }] })
  })
})

describe('withdrawing what was entered by mistake', () => {
  test('the last entry is withdrawn with a reason, and stays in the record', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    await scene.clerk.post(of(id, 'departure'), { kind: 'died', happenedOn: '2026-11-20' })
    const res = await scene.clerk.post(of(id, 'statuses/2/withdrawal'), { reason: 'บันทึกผิดคน' })

    expect(await res.json()).toMatchObject({ standing: 'member', statuses: [{ position: 1 }] })
    expect(await scene.superuser`select kind from member_statuses order by position`).toEqual([{ kind: 'carried-over' }, { kind: 'died' }])
    expect(await scene.superuser`select reason, recorded_by from status_withdrawals`).toEqual([{ reason: 'บันทึกผิดคน', recorded_by: scene.clerk.personId }])
    expect(await (await scene.clerk.post(of(id, 'departure'), { kind: 'resigned', happenedOn: '2026-11-20' })).json()).toMatchObject({ standing: 'resigned', statuses: [{ position: 1 }, { position: 3 }] })
  })

  test.each([1, 7])('entry %i is not the last, or the first', async (position) => {
    const scene = await desk()
    const { id } = await join(scene)

    expect(await (await scene.clerk.post(of(id, `statuses/${position}/withdrawal`), { reason: 'ผิด' })).json()).toMatchObject({ status: 409, code: 'not-the-last-status' })
  })
})

import { describe, expect, test } from 'vitest'
import { apply, desk, fund, join, somchai } from './desk.ts'

const path = `${fund}/members`
const { citizenId: _citizenId, ...nameless } = somchai

describe('adding a member', () => {
  test('it works', async () => {
    const { clerk, superuser } = await desk()
    const res = await clerk.post(path, { ...somchai, address: '12 หมู่ 3', phone: '๐๘๑ ๒๓๔', beneficiaries: [{ name: 'สมพร แก้วมณี', relation: 'บุตร' }] })

    expect(res.status).toBe(201)
    const member = await res.json()
    expect(member).toMatchObject({
      number: '0218', name: 'นายสมชาย แก้วมณี', standing: 'applicant', phone: '081 234', citizenIdMasked: 'x-xxxx-xxxx0-01-8', household: [], version: 1,
      statuses: [{ position: 1, kind: 'applied', happenedOn: '2026-11-02' }], beneficiaries: [{ relation: 'บุตร' }],
    })
    expect(JSON.stringify(member)).not.toContain('0100000000018')
    expect(await superuser`select act, by_id from member_events`).toEqual([{ act: 'added', by_id: clerk.personId }])
  })

  test('the citizen ID rests sealed: no column of any row holds it', async () => {
    const scene = await desk()
    await apply(scene)

    expect(JSON.stringify([await scene.superuser`select * from members`, await scene.superuser`select * from member_events`])).not.toContain('0100000000018')
  })

  test.each([
    ['a citizen ID with a wrong checksum', { citizenId: '0100000000019' }, 400, 'invalid', 'citizenId'],
    ['no name', { firstName: ' ' }, 400, 'invalid', 'firstName'],
    ['a day of the Buddhist era', { bornOn: '2503-05-01' }, 400, 'invalid', 'bornOn'],
    ['an unknown key', { isChair: true }, 400, 'invalid', 'isChair'],
    ['a birth date still to come', { bornOn: '2026-11-24' }, 422, 'impossible', 'bornOn'],
    ['an application still to come', { appliedOn: '2026-11-24' }, 422, 'impossible', 'appliedOn'],
    ['a backdated application', { appliedOn: '2020-01-01' }, 422, 'impossible', 'appliedOn'],
    ['an unknown centre', { centreId: crypto.randomUUID() }, 404, 'unknown-centre', undefined],
    ['an unknown household', { householdOf: crypto.randomUUID() }, 404, 'unknown-member', undefined],
  ])('%s is refused with its place, and nobody is added', async (_what, wrong, status, code, at) => {
    const { clerk, superuser } = await desk()
    const res = await clerk.post(path, { ...somchai, ...wrong })

    expect(res.status).toBe(status)
    const problem = await res.json()
    expect(problem).toMatchObject({ code, text: { th: expect.any(String) } })
    expect(problem.places[0]?.at).toBe(at)
    expect(await superuser`select id from members`).toEqual([])
  })

  test('what a member number may have is said in both languages', async () => {
    const { clerk } = await desk()

    for (const number of ['ก 12', '1.', '', '1'.repeat(21)]) {
      expect(await (await clerk.post(path, { ...somchai, number })).json(), number).toMatchObject({ places: [{ at: 'number', text: { th: expect.stringContaining('ไม่เว้นวรรค'), en: expect.stringContaining('no spaces') } }] })
    }
  })

  test('Thai digits and hyphens in a citizen ID and in a number are understood', async () => {
    const scene = await desk()

    expect(await apply(scene, { ...somchai, number: '๐๒๑๘', citizenId: '๐-๑๐๐๐-๐๐๐๐๐-๐๑-๘' })).toMatchObject({ number: '0218', citizenIdMasked: 'x-xxxx-xxxx0-01-8' })
  })

  test('two people cannot have one citizen ID in a fund; in another fund one may', async () => {
    const scene = await desk()
    await apply(scene)

    expect(await (await scene.clerk.post(path, { ...somchai, number: '0219' })).json()).toMatchObject({ status: 409, code: 'citizen-id-taken', places: [{ at: 'citizenId' }] })
    expect((await scene.prasert.post('/api/funds/nong-bua/members', somchai)).status).toBe(201)
  })

  test('one number is one member, however it is written', async () => {
    const scene = await desk()
    await apply(scene)

    expect(await (await scene.clerk.post(path, { ...nameless, number: '218' })).json()).toMatchObject({ status: 409, code: 'member-number-taken', places: [{ at: 'number' }] })
  })

  test('a household is shared by naming somebody in it', async () => {
    const scene = await desk()
    const { id } = await apply(scene)
    const wife = await apply(scene, { ...nameless, number: '0219', title: 'นาง', firstName: 'สมจิตร', householdOf: id })

    expect(wife.household).toEqual([{ id, number: '0218', name: 'นายสมชาย แก้วมณี' }])
  })
})

describe('carrying somebody over from the old register', () => {
  test('the day of joining may lie in the past, and where it stands is recorded', async () => {
    const scene = await desk()
    const { id } = await join(scene, '2012-05-01')

    expect(await (await scene.clerk.get(`${path}/${id}`)).json()).toMatchObject({ standing: 'member', statuses: [{ kind: 'carried-over', happenedOn: '2012-05-01', memberFromOn: '2012-05-01', note: 'สมุดทะเบียนเล่ม 2' }] })
  })

  test('a clerk may not', async () => {
    const { clerk } = await desk()
    const { appliedOn: _appliedOn, ...person } = somchai

    expect(await (await clerk.post(`${fund}/carried-over-members`, { ...person, joinedOn: '2012-05-01', note: 'เล่ม 2' })).json()).toMatchObject({ status: 403, code: 'role-needed' })
  })
})

describe('correcting what the register says', () => {
  const edited = (more: object) => ({ number: '0218', title: 'นาย', firstName: 'สมชาย', lastName: 'แก้วมณี', sex: 'male', bornOn: '1960-05-01', version: 1, ...more })

  test('it works, and what changed is kept before and after', async () => {
    const scene = await desk()
    const { id } = await apply(scene)
    const res = await scene.clerk.put(`${path}/${id}`, edited({ lastName: 'แก้วมณีวงศ์', phone: '081' }))

    expect(await res.json()).toMatchObject({ name: 'นายสมชาย แก้วมณีวงศ์', version: 2, citizenIdMasked: 'x-xxxx-xxxx0-01-8' })
    const { events } = await (await scene.clerk.get(`${path}/${id}/events`)).json()
    expect(events[0]).toMatchObject({ act: 'edited', by: 'มาลี', at: '2026-11-23T03:00:00.000Z', changes: { lastName: { before: 'แก้วมณี', after: 'แก้วมณีวงศ์' }, phone: { after: '081' } } })
    expect(Object.keys(events[0].changes).toSorted()).toEqual(['lastName', 'phone'])
  })

  test('who edits what another has changed meanwhile is told, and nothing is lost', async () => {
    const scene = await desk()
    const { id } = await apply(scene)
    await scene.clerk.put(`${path}/${id}`, edited({ phone: '081' }))

    expect(await (await scene.admin.put(`${path}/${id}`, edited({ phone: '082' }))).json()).toMatchObject({ status: 409, code: 'changed-meanwhile' })
    expect(await (await scene.clerk.get(`${path}/${id}`)).json()).toMatchObject({ phone: '081' })
  })

  test("another's citizen ID is refused", async () => {
    const scene = await desk()
    await apply(scene)
    const { id } = await apply(scene, { ...nameless, number: '0219' })

    expect(await (await scene.clerk.put(`${path}/${id}`, edited({ number: '0219', citizenId: somchai.citizenId }))).json()).toMatchObject({ code: 'citizen-id-taken' })
  })

  test('events are neither changed nor removed', async () => {
    const scene = await desk()
    await apply(scene)
    const [banMai] = await scene.superuser<{ id: string }[]>`select id from funds where slug = 'ban-mai'`
    const inFund = scene.doors.inFund(banMai?.id ?? '')

    await expect(inFund((rows) => rows.deleteFrom('member_events').execute())).rejects.toThrow('permission denied')
    await expect(inFund((rows) => rows.updateTable('member_statuses').set({ happened_on: '2020-01-01' }).execute())).rejects.toThrow('permission denied')
    await expect(inFund((rows) => rows.deleteFrom('members').execute())).rejects.toThrow('permission denied')
  })
})

describe('a citizen ID in full', () => {
  test('it is shown on purpose, and that is recorded with its reason', async () => {
    const scene = await desk()
    const { id } = await apply(scene)
    const res = await scene.clerk.post(`${path}/${id}/citizen-id-viewings`, { reason: 'กรอกแบบคำขอ' })

    expect(await res.json()).toEqual({ citizenId: '0100000000018' })
    const { events } = await (await scene.clerk.get(`${path}/${id}/events`)).json()
    expect(events[0]).toMatchObject({ act: 'citizen-id-seen', by: 'มาลี', changes: { reason: 'กรอกแบบคำขอ' } })
  })

  test('a viewer may not see it, and where there is none it is said', async () => {
    const scene = await desk()
    const { id } = await apply(scene, nameless)

    expect((await scene.viewer.post(`${path}/${id}/citizen-id-viewings`, { reason: 'ดู' })).status).toBe(403)
    expect(await (await scene.clerk.post(`${path}/${id}/citizen-id-viewings`, { reason: 'ดู' })).json()).toMatchObject({ status: 404, code: 'no-citizen-id' })
  })
})

test("another fund's members are not found, by any route", async () => {
  const scene = await desk()
  const { id } = await apply(scene)
  const theirs = '/api/funds/nong-bua/members'
  const strangers = crypto.randomUUID()
  const acts: [string, object][] = [
    ['acceptance', { resolution: { number: '11/2569', heldOn: '2026-11-08' } }], ['refusal', { resolution: { number: '11/2569', heldOn: '2026-11-08' }, note: 'x' }],
    ['departure', { kind: 'died', happenedOn: '2026-11-20' }], ['statuses/1/withdrawal', { reason: 'x' }], ['citizen-id-viewings', { reason: 'x' }],
  ]

  for (const place of ['', '/events']) {
    const answers = await Promise.all([id, strangers].map(async (one) => (await scene.prasert.get(`${theirs}/${one}${place}`)).json()))
    expect(answers.map(({ requestId: _requestId, ...answer }) => answer)).toEqual([expect.objectContaining({ status: 404, code: 'unknown-member' }), expect.objectContaining({ status: 404, code: 'unknown-member' })])
  }
  for (const [act, body] of acts) expect(await (await scene.prasert.post(`${theirs}/${id}/${act}`, body)).json(), act).toMatchObject({ status: 404, code: 'unknown-member' })
  expect(await (await scene.prasert.put(`${theirs}/${id}`, { number: '1', firstName: 'x', lastName: 'y', version: 1 })).json()).toMatchObject({ code: 'unknown-member' })
  expect(await (await scene.prasert.post(theirs, { ...nameless, householdOf: id })).json()).toMatchObject({ code: 'unknown-member' })
  expect((await scene.prasert.get(`${path}/${id}`)).status).toBe(404)
})

import { describe, expect, test } from 'vitest'
import { officerOfElsewhere } from '../invited.ts'
import { approved, claimsDesk } from './claims-desk.ts'
import { samples } from './samples.ts'
import { answered, atMeeting, begin, codeOf, draftingDesk, drafts, meeting, raised, supersede, type DraftingDesk, value } from './drafting.ts'

const network = '/api/networks/sample/drafts'
const neighbours = '/api/funds/ban-mai/neighbours'
const neighbour = { name: { th: 'ป้าแดงนอนโรงพยาบาล', en: 'Auntie Daeng in hospital' }, person: { name: { th: 'ป้าแดง', en: 'Auntie Daeng' }, facts: { joinedOn: '2014-07-01' } }, benefit: 'hospital', facts: { dischargedOn: '2026-03-06', nights: 3 }, expect: { outcome: 'eligible', satang: 60_000 } }


/** A draft into which the keeper has invited the network. */
async function invited(scene: Pick<DraftingDesk, 'keeper'>, draft: (scene: Pick<DraftingDesk, 'keeper'>) => Promise<{ id: string }> = raised) {
  const { id } = await draft(scene)
  return answered(scene.keeper.post(`${drafts}/${id}/guests`))
}

test('it works: the network is invited, reads and changes the draft, and what it did bears its name until the fund ends it', async () => {
  const scene = await draftingDesk()
  const { keeper, arunee } = scene
  const { id, guestsSince } = await invited(scene)
  expect(await answered(arunee.get(network))).toEqual({ drafts: [{ fund: { slug: 'ban-mai', name: expect.anything() }, draft: id, invitedAt: guestsSince, invitedBy: keeper.name }] })

  const read = await answered(arunee.get(`${drafts}/${id}`))
  expect(read).toMatchObject({ state: 'drafting', changed: [{ term: 'nightRate' }], undo: { isMine: false }, can: ['change'], cannot: [] })
  const changed = await answered(arunee.put(`${drafts}/${id}/values/yearMax`, value(150_000, read.version)))
  expect(changed).toMatchObject({ changed: [{ term: 'nightRate' }, { term: 'yearMax' }], undo: { isMine: true, asGuest: true } })
  await answered(arunee.post(`${drafts}/${id}/undoing`, { version: changed.version }))
  const { events } = await answered(keeper.get(`${drafts}/${id}/events`))
  expect(events).toMatchObject([{ act: 'begun', by: keeper.name }, { act: 'changed', by: keeper.name }, { act: 'changed', by: arunee.name, asGuest: true }, { act: 'undone', by: arunee.name, asGuest: true }])
  expect(events[1]).not.toHaveProperty('asGuest')

  expect(await answered(keeper.delete(`${drafts}/${id}/guests`))).not.toHaveProperty('guestsSince')
  expect(await codeOf(await arunee.get(`${drafts}/${id}`))).toEqual([404, 'unknown-fund'])
  expect(await answered(arunee.get(network))).toEqual({ drafts: [] })
})

test('the network is invited once, and again after the end', async () => {
  const scene = await draftingDesk()
  const { id } = await invited(scene)
  expect(await codeOf(await scene.keeper.post(`${drafts}/${id}/guests`))).toEqual([409, 'guests-already'])
  await answered(scene.other.delete(`${drafts}/${id}/guests`))
  expect(await codeOf(await scene.keeper.delete(`${drafts}/${id}/guests`))).toEqual([404, 'no-guests'])

  expect(await answered(scene.other.post(`${drafts}/${id}/guests`))).toMatchObject({ guestsSince: expect.any(String) })
  expect(await answered(scene.arunee.get(network))).toMatchObject({ drafts: [{ invitedBy: scene.other.name }] })
})

describe('it ends by itself', () => {
  test('when the draft is put in force', async () => {
    const scene = await draftingDesk()
    const { id } = await invited(scene, atMeeting)
    await answered(scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' }))

    expect(await answered(scene.arunee.get(network))).toEqual({ drafts: [] })
    expect(await codeOf(await scene.arunee.get(`${drafts}/${id}`))).toEqual([404, 'unknown-fund'])
    expect(await codeOf(await scene.keeper.post(`${drafts}/${id}/guests`))).toEqual([409, 'draft-elsewhere'])
    expect(await scene.superuser`select ended_by from draft_guests`).toEqual([{ ended_by: scene.admin.id }])
  })

  test('when it is withdrawn, and the next draft is another', async () => {
    const scene = await draftingDesk()
    const { id } = await invited(scene)
    await answered(scene.keeper.post(`${drafts}/${id}/withdrawal`))
    const next = await begin(scene)

    expect(await answered(scene.arunee.get(network))).toEqual({ drafts: [] })
    expect(await codeOf(await scene.arunee.get(`${drafts}/${next.id}`))).toEqual([404, 'unknown-fund'])
  })

  test('for a while, when the host suspends the fund', async () => {
    const scene = await draftingDesk()
    await invited(scene)
    await scene.superuser`update funds set suspended_at = now() where slug = 'ban-mai'`

    expect(await answered(scene.arunee.get(network))).toEqual({ drafts: [] })
  })
})

test('before the meeting a guest reads on and changes nothing, until it is taken back', async () => {
  const scene = await draftingDesk()
  const { id, version } = await invited(scene, atMeeting)
  expect(await answered(scene.arunee.get(`${drafts}/${id}`))).toMatchObject({ state: 'at-meeting', resolution: meeting.resolution, can: [] })
  expect(await codeOf(await scene.arunee.put(`${drafts}/${id}/values/yearMax`, value(150_000, version)))).toEqual([409, 'changed-meanwhile'])

  await answered(scene.keeper.delete(`${drafts}/${id}/meeting`))
  expect(await answered(scene.arunee.get(`${drafts}/${id}`))).toMatchObject({ can: ['change'] })
})

test('a guest goes on writing in a draft that another regulation came before, and leaves it to the fund to begin it again', async () => {
  const scene = await draftingDesk()
  const { id } = await invited(scene)
  await supersede(scene)

  expect(await answered(scene.arunee.get(`${drafts}/${id}`))).toMatchObject({ superseded: { number: 2 }, can: ['change'] })
  expect(await answered(scene.keeper.get(`${drafts}/${id}`))).toMatchObject({ can: ['change', 'rebase', 'withdraw', 'invite'] })
})

test('a guest and the keeper who write at once notice each other', async () => {
  const scene = await draftingDesk()
  const { id, version } = await invited(scene)
  await answered(scene.arunee.put(`${drafts}/${id}/values/yearMax`, value(150_000, version)))
  const late = await scene.keeper.put(`${drafts}/${id}/values/yearMax`, value(120_000, version))

  expect(late.status).toBe(409)
  expect(await late.json()).toMatchObject({ code: 'changed-meanwhile', since: [{ asGuest: true, byId: scene.arunee.id, isMine: false }] })
})

test('a guest who later serves in the fund does not put in force what she has written', async () => {
  const scene = await draftingDesk()
  const { id, version } = await invited(scene)
  const changed = await answered(scene.arunee.put(`${drafts}/${id}/values/yearMax`, value(150_000, version)))
  await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version: changed.version }))
  await scene.superuser`insert into fund_roles (fund_id, person_id, role, given_at) select id, ${scene.arunee.id}, 'fund-admin', now() from funds where slug = 'ban-mai'`

  expect(await codeOf(await scene.arunee.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' }))).toEqual([403, 'own-draft'])
})

test('an officer who serves in the fund is there as what she is in the fund', async () => {
  const scene = await draftingDesk()
  const { id, version } = await invited(scene)
  await scene.superuser`insert into fund_roles (fund_id, person_id, role, given_at) select id, ${scene.arunee.id}, 'viewer', now() from funds where slug = 'ban-mai'`

  expect(await codeOf(await scene.arunee.put(`${drafts}/${id}/values/yearMax`, value(150_000, version)))).toEqual([403, 'role-needed'])
})

describe('a guest brings in', () => {
  test('a later model, told what a choice does for the example people and nothing of claims', async () => {
    const scene = await claimsDesk()
    const keeper = await scene.colleague('rule-keeper')
    const claim = await approved(scene, '2026-08-20', 3)
    await answered(keeper.post(neighbours, { neighbour }))
    const { id, version } = await invited({ keeper })
    const { upgrades: [possible] } = await answered(scene.arunee.get(`${drafts}/${id}/upgrades`))
    const trial = { pack: 'sample', to: possible.to, conflict: 'terms.nightRate.own', choices: {} }

    const told = await answered(scene.arunee.post(`${drafts}/${id}/upgrades/trials`, trial))
    expect(Object.keys(told)).toEqual(['examples', 'neighbours'])
    expect(told.neighbours).toMatchObject([{ was: { satang: 75_000 }, found: { satang: 90_000 } }])
    expect(told.examples).toContainEqual(expect.objectContaining({ isChanged: true }))
    expect((await answered(keeper.post(`${drafts}/${id}/upgrades/trials`, trial))).claims.changed).toMatchObject([{ id: claim.id }])

    const upgraded = await answered(scene.arunee.post(`${drafts}/${id}/upgrades`, { pack: 'sample', to: possible.to, choices: { 'terms.nightRate.own': 'theirs' }, version }))
    expect(upgraded).toMatchObject({ regulation: { packs: [{ pack: { version: '2.0.0' } }] }, undo: { isMine: true, asGuest: true } })
  })

  test('the regulation in a file, which can be taken back', async () => {
    const scene = await draftingDesk()
    const { id, version } = await invited(scene)
    const file = await (await scene.get('/api/funds/ban-mai/regulations/1/file')).text()
    const brought = await answered(scene.arunee.post(`${drafts}/${id}/files`, { file, version }))

    expect(brought).toMatchObject({ changed: [], undo: { isMine: true, asGuest: true } })
    expect(await answered(scene.keeper.post(`${drafts}/${id}/undoing`, { version: brought.version }))).toMatchObject({ changed: [{ term: 'nightRate' }] })
  })
})

describe('example people', () => {
  test('a guest proposes one, which says so until the fund has changed it', async () => {
    const scene = await draftingDesk()
    await invited(scene)
    const proposed = await answered(scene.arunee.post(neighbours, { neighbour }))
    expect(proposed).toMatchObject({ asGuest: true })
    expect(await answered(scene.arunee.get(neighbours))).toMatchObject({ neighbours: [{ id: proposed.id, asGuest: true }], mayAdd: true, mayChange: false })
    for (const refused of [await scene.arunee.put(`${neighbours}/${proposed.id}`, { neighbour, version: 1 }), await scene.arunee.delete(`${neighbours}/${proposed.id}`)]) expect(await codeOf(refused)).toEqual([404, 'unknown-fund'])

    expect(await answered(scene.keeper.put(`${neighbours}/${proposed.id}`, { neighbour, version: 1 }))).not.toHaveProperty('asGuest')
    expect((await answered(scene.keeper.get(neighbours))).neighbours[0]).not.toHaveProperty('asGuest')
  })
})

test('an example person made of a past claim tells a guest neither whose it was nor which', async () => {
  const scene = await draftingDesk()
  const sample = samples['POST /api/funds/{fund}/claims/{claim}/neighbour']
  const [claim = ''] = (await sample?.(scene))?.ids ?? []
  const { member } = await answered(scene.malee.get(`/api/funds/ban-mai/claims/${claim}`))
  await answered(scene.keeper.post(`/api/funds/ban-mai/claims/${claim}/neighbour`))
  const { id } = await invited(scene)

  for (const path of [neighbours, `${drafts}/${id}/neighbours`]) {
    const seen = await (await scene.arunee.get(path)).text()
    expect(seen).toContain('จากคำขอที่ผ่านมา')
    for (const real of [claim, member.id, 'ขมิ้นเหลือง', 'แก้วมณี', '2026-11-20', '2026-01-15']) expect(seen, real).not.toContain(real)
  }
})

describe('the network’s list', () => {
  test('is its officers’ alone', async () => {
    const scene = await draftingDesk()
    await invited(scene)
    const stranger = await officerOfElsewhere(scene)

    expect((await scene.app.request(network)).status).toBe(401)
    expect(await codeOf(await scene.keeper.get(network))).toEqual([403, 'role-needed'])
    for (const who of [scene.somchai, scene.kit, stranger]) expect(await codeOf(await who.get(network))).toEqual([404, 'unknown-network'])
    expect(await answered(stranger.get('/api/networks/elsewhere/drafts'))).toEqual({ drafts: [] })
  })
})

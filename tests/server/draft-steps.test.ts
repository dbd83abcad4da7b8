import { describe, expect, test } from 'vitest'
import { withoutBenefit } from '../../plugins/kit/structure.ts'
import { answered, atMeeting, begin, draftingDesk, drafts, meeting, raised, value, type DraftingDesk } from './drafting.ts'

const undo = (who: DraftingDesk['keeper'], { id, version }: { id: string; version: number }) => answered(who.post(`${drafts}/${id}/undoing`, { version }))
const redo = (who: DraftingDesk['keeper'], { id, version }: { id: string; version: number }) => answered(who.delete(`${drafts}/${id}/undoing?version=${version}`))
const said = (before: string, after: string) => [{ about: expect.anything(), before: expect.objectContaining({ th: before }), after: expect.objectContaining({ th: after }) }]

test('it works: changes are taken back one by one and made again, on another device too, and each says what it is', async () => {
  const scene = await draftingDesk()
  const { keeper } = scene
  const first = await raised(scene)
  expect(first.undo).toMatchObject({ act: 'changed', byId: keeper.id, version: 2, changed: [{ pack: 'sample', term: 'nightRate' }], difference: said('ได้คืนละ 200 บาท', 'ได้คืนละ 250 บาท') })
  expect(first).not.toHaveProperty('redo')
  const second = await answered(keeper.put(`${drafts}/${first.id}/regulation`, { regulation: withoutBenefit({ ...first.regulation, title: { th: 'ระเบียบใหม่', en: 'New rules' } }, 'sample', 'nothing'), version: first.version }))
  const moved = await answered(keeper.put(`${drafts}/${first.id}/day`, { fromOn: '2027-01-01', version: second.version }))

  const back = await undo(keeper, moved)
  expect(back).toMatchObject({ fromOn: '2026-12-01', hash: second.hash, version: 5, redo: { act: 'moved', fromOn: '2027-01-01' } })
  const further = await undo(keeper, back)
  expect(further).toMatchObject({ hash: first.hash, undo: { version: 2 }, redo: { version: 3, changed: expect.arrayContaining([{ of: 'title' }]) } })
  const begun = await undo(keeper, further)
  expect(begun).toMatchObject({ changed: [], redo: { version: 2 } })
  expect(begun).not.toHaveProperty('undo')
  expect(await (await keeper.post(`${drafts}/${first.id}/undoing`, { version: begun.version })).json()).toMatchObject({ status: 409, code: 'nothing-to-undo' })

  const elsewhere = await answered(keeper.get(drafts))
  const again = await redo(keeper, await redo(keeper, await redo(keeper, elsewhere.current)))
  expect(again).toMatchObject({ fromOn: '2027-01-01', hash: moved.hash, undo: { act: 'moved' } })
  expect(await (await keeper.delete(`${drafts}/${first.id}/undoing?version=${again.version}`)).json()).toMatchObject({ status: 409, code: 'nothing-to-redo' })
})

test('a new change after one that was taken back leaves nothing to make again', async () => {
  const scene = await draftingDesk()
  const back = await undo(scene.keeper, await raised(scene))
  const changed = await answered(scene.keeper.put(`${drafts}/${back.id}/values/yearMax`, value(150_000, back.version)))

  expect(changed).not.toHaveProperty('redo')
  expect(await undo(scene.keeper, changed)).toMatchObject({ changed: [], hash: back.hash })
})

test('a first day that was moved comes back with the model’s values as they stood then', async () => {
  const scene = await draftingDesk()
  const { nongBua, fundTerms } = await import('./drafting.ts')
  const { keeper, at } = await nongBua(scene)
  const begun = await answered(keeper.post(at, { fromOn: '2016-06-01', first: { model: 'samples/sample', fundTerms } }))
  const moved = await answered(keeper.put(`${at}/${begun.id}/day`, { fromOn: '2012-01-01', version: 1 }))
  const back = await answered(keeper.post(`${at}/${begun.id}/undoing`, { version: moved.version }))

  expect({ fromOn: back.fromOn, hash: back.hash, origin: back.origin, changed: back.changed }).toEqual({ fromOn: begun.fromOn, hash: begun.hash, origin: begun.origin, changed: [] })
})

test('what was written before the meeting can be taken back after it', async () => {
  const scene = await draftingDesk()
  const { id } = await atMeeting(scene)
  expect(await answered(scene.keeper.get(`${drafts}/${id}`))).not.toHaveProperty('undo')
  const taken = await answered(scene.keeper.delete(`${drafts}/${id}/meeting`))

  expect(await undo(scene.keeper, taken)).toMatchObject({ changed: [], state: 'drafting' })
})

test('what a meeting has been given is not taken back step by step', async () => {
  const scene = await draftingDesk()
  const { id, version } = await atMeeting(scene)

  expect(await (await scene.keeper.post(`${drafts}/${id}/undoing`, { version })).json()).toMatchObject({ code: 'changed-meanwhile' })
})

test('whoever takes a change back has written in the draft', async () => {
  const scene = await draftingDesk()
  const first = await raised(scene)
  const back = await undo(scene.malee, first)
  const { version } = await redo(scene.malee, back)
  await answered(scene.keeper.post(`${drafts}/${first.id}/meeting`, { ...meeting, version }))

  expect(await (await scene.malee.post(`${drafts}/${first.id}/publication`, { fromOn: '2026-12-01' })).json()).toMatchObject({ code: 'own-draft' })
})

describe('two people in one draft', () => {
  test('whoever comes second is told who has changed what, a step for each person in a row', async () => {
    const scene = await draftingDesk()
    const { id, version } = await begin(scene)
    const one = await answered(scene.other.put(`${drafts}/${id}/values/yearMax`, value(150_000, version)))
    const two = await answered(scene.other.put(`${drafts}/${id}/values/waitDays`, value(90, one.version)))
    await answered(scene.malee.put(`${drafts}/${id}/values/nightRate`, value(23_000, two.version)))
    const res = await scene.keeper.put(`${drafts}/${id}/values/nightRate`, value(25_000, version))

    const { since, draft } = await res.json()
    expect(since).toMatchObject([
      { byId: scene.other.id, version: 3, changed: [{ term: 'yearMax' }, { term: 'waitDays' }] },
      { byId: scene.malee.id, version: 4, changed: [{ term: 'nightRate' }], difference: said('ได้คืนละ 200 บาท', 'ได้คืนละ 230 บาท') },
    ])
    expect(draft).toMatchObject({ version: 4, undo: { byId: scene.malee.id } })
  })

  test('of a step that was taken meanwhile whoever comes second takes none', async () => {
    const scene = await draftingDesk()
    const first = await raised(scene)
    await undo(scene.other, first)
    const res = await scene.keeper.post(`${drafts}/${first.id}/undoing`, { version: first.version })

    expect(await res.json()).toMatchObject({ code: 'changed-meanwhile', since: [{ act: 'undone', byId: scene.other.id }] })
  })
})

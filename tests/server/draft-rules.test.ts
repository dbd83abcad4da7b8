import { describe, expect, test } from 'vitest'
import { adoptedIn } from '../../plugins/kit/draft.ts'
import type { Benefit } from '../../plugins/kit/pack.ts'
import { packHash, type Regulation } from '../../plugins/kit/regulation.ts'
import { draftedValues, withBenefit, withFact, withoutBenefit, withTerm } from '../../plugins/kit/structure.ts'
import { answered, begin, draftingDesk, drafts, meeting, raised, type DraftingDesk } from './drafting.ts'

const says = (th: string, en: string) => ({ th, en })
const own = 'ban-mai/own'
const house: Benefit = { id: 'new-house', category: 'housing', title: says('ขึ้นบ้านใหม่', 'A new house'), eventOn: 'movedOn', asks: ['movedOn'], amount: { fixed: 'houseGift' } }

function built(regulation: Regulation): Regulation {
  const asked = withFact(regulation, own, 'movedOn', { type: 'day', of: 'claim', from: 'asked', label: says('วันขึ้นบ้านใหม่', 'day of moving in') })
  const valued = withTerm(asked, own, 'houseGift', { type: 'money', label: says('เงินขึ้นบ้านใหม่', 'new-house gift'), values: draftedValues('2026-12-01', 50_000) })
  return withBenefit(valued, own, house)
}

const send = ({ keeper }: Pick<DraftingDesk, 'keeper'>, id: string, regulation: unknown, version: number) => keeper.put(`${drafts}/${id}/regulation`, { regulation, version })

test('it works: a benefit of the fund’s own is built from nothing, resolved on, put in force and judged by', async () => {
  const scene = await draftingDesk()
  const { id, regulation, version } = await begin(scene)
  const draft = await answered(send(scene, id, built(regulation), version))

  expect(draft).toMatchObject({ version: 2, changed: [{ pack: own, benefit: 'new-house' }], findings: [{ level: 'note' }], can: ['change', 'put-to-meeting', 'withdraw', 'invite'] })
  expect(draft.difference).toContainEqual({ about: house.title, after: { th: 'ได้ 500 บาท', en: '500 baht' } })
  const met = await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version: 2 }))
  expect(adoptedIn(met.regulation, own).pack.terms['houseGift']?.values).toEqual([{ from: '2026-12-01', value: 50_000, source: 'มติที่ประชุม ครั้งที่ 5/2569' }])
  await answered(scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' }))

  const moved = (on: string) => scene.post('/api/funds/ban-mai/verdicts', { benefitId: 'new-house', answers: { movedOn: on }, member: { facts: { joinedOn: '2020-02-01' } } })
  expect((await answered(moved('2026-12-01'))).verdict).toMatchObject({ outcome: 'eligible', amountSatang: 50_000 })
})

test('a snapshot that is changed in structure goes under the hash of what it says, and keeps where it comes from', async () => {
  const scene = await draftingDesk()
  const { id, regulation, version } = await begin(scene)
  const sample = adoptedIn(regulation, 'sample')
  const changed = withBenefit(regulation, 'sample', { ...house, eventOn: 'dischargedOn', asks: ['dischargedOn'], amount: { fixed: 'nightRate' } })
  const draft = await answered(send(scene, id, changed, version))
  const { pack, hash } = adoptedIn(draft.regulation, 'sample')

  expect({ hash, version: pack.version, basedOn: pack.basedOn }).toEqual({ hash: packHash(pack), version: '1.0.1', basedOn: { pack: 'sample', version: '1.0.0', hash: sample.hash } })
  expect(draft.findings.map(({ level }: { level: string }) => level)).toEqual(['note'])
  const back = await answered(send(scene, id, { ...draft.regulation, packs: [{ ...adoptedIn(draft.regulation, 'sample'), pack: { ...pack, benefits: sample.pack.benefits } }] }, draft.version))
  expect(back).toMatchObject({ hash: (await answered(scene.get('/api/funds/ban-mai'))).publications[0].hash, changed: [] })
})

describe('unfinished work', () => {
  test('is kept, told without what is unfinished, and kept from the meeting', async () => {
    const scene = await draftingDesk()
    const { id, regulation, version } = await raised(scene)
    const half = withBenefit(regulation, own, { ...house, amount: { fixed: 'notThereYet' } })
    const draft = await answered(send(scene, id, half, version))

    expect(draft.findings).toContainEqual(expect.objectContaining({ level: 'error', at: 'packs.1.pack.benefits.0.amount.fixed' }))
    expect(draft).toMatchObject({ can: ['change', 'withdraw', 'invite'], cannot: [{ act: 'put-to-meeting' }], changed: [{ term: 'nightRate' }, { benefit: 'new-house' }] })
    expect(draft.difference).toEqual([{ about: expect.anything(), before: expect.anything(), after: { th: 'ได้คืนละ 250 บาท', en: '250 baht per night' } }])
    expect(await (await scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version: draft.version })).json()).toMatchObject({ code: 'draft-unsound', places: expect.arrayContaining([expect.objectContaining({ at: 'packs.1.pack.benefits.0.amount.fixed' })]) })
    expect((await answered(scene.keeper.get(`${drafts}/${id}/effect`))).examples).toHaveLength(2)
  })

  test('in the only benefit that there was is said of nobody as a loss', async () => {
    const scene = await draftingDesk()
    const { id, regulation, version } = await begin(scene)
    const half = withBenefit(regulation, 'sample', { ...adoptedIn(regulation, 'sample').pack.benefits[0], amount: { fixed: 'notThereYet' } } as Benefit)

    expect(await answered(send(scene, id, half, version))).toMatchObject({ changed: [{ benefit: 'hospital' }], difference: [] })
  })
})

test('what reads the same is no change', async () => {
  const scene = await draftingDesk()
  const { id, regulation, version } = await begin(scene)

  expect((await answered(send(scene, id, regulation, version))).version).toBe(version)
})

test('text from elsewhere is put in order as it comes in', async () => {
  const scene = await draftingDesk()
  const { id, regulation, version } = await begin(scene)
  const pasted = { ...regulation, title: says(' ระเบียบกองทุน\u200bสวัสดิการเเละน\u0e4d\u0e32ใจ\u00a0', 'Rules') }

  expect((await answered(send(scene, id, pasted, version))).regulation.title.th).toBe('ระเบียบกองทุนสวัสดิการและน้ำใจ'.replace('น้ำ', 'นำ'))
})

test('a benefit that is not taken any more is gone from the difference on', async () => {
  const scene = await draftingDesk()
  const { id, regulation, version } = await begin(scene)
  const draft = await answered(send(scene, id, withoutBenefit(built(regulation), 'sample', 'hospital'), version))

  expect(draft.changed).toEqual([{ pack: 'sample', benefit: 'hospital' }, { pack: own, benefit: 'new-house' }])
  expect(draft.difference).toContainEqual({ about: says('นอนโรงพยาบาล', 'Hospital stay'), before: { th: 'ได้คืนละ 200 บาท', en: '200 baht per night' } })
})

describe('what has not the shape of a regulation is refused with its place, in both languages', () => {
  test.each([
    ['a word that is not in the format', (regulation: Regulation) => ({ ...regulation, author: 'me' }), 'regulation.author'],
    ['no packs', (regulation: Regulation) => ({ ...regulation, packs: [] }), 'regulation.packs'],
    ['a benefit without its amount', (regulation: Regulation) => ({ ...built(regulation), packs: built(regulation).packs.map((adopted) => (adopted.pack.id === own ? { ...adopted, pack: { ...adopted.pack, benefits: [{ ...house, amount: undefined }] } } : adopted)) }), 'regulation.packs.1.pack.benefits.0.amount'],
    ['a condition nested too deeply', (regulation: Regulation) => withBenefit(regulation, own, { ...house, conditions: Array.from({ length: 9 }).reduce((inside: object) => ({ not: inside }), { id: 'leaf', name: house.title, fact: 'membershipDays', operator: 'equal', value: 1 }) } as never), 'regulation.packs.1.pack.benefits.0.conditions'],
    ['a newer format', (regulation: Regulation) => ({ ...regulation, format: 'sajja/regulation@2' }), 'regulation.format'],
    ['a pack of a newer format', (regulation: Regulation) => ({ ...regulation, packs: regulation.packs.map((adopted) => ({ ...adopted, pack: { ...adopted.pack, format: 'sajja/pack@2' } })) }), 'regulation.packs.0.pack.format'],
    ['a pack of more than 256 KB', (regulation: Regulation) => withBenefit(regulation, own, { ...house, documents: Array.from({ length: 30 }, (_, at) => ({ id: `d${at}`, name: house.title })), judgement: says('ก'.repeat(2000), 'x') } as Benefit), undefined],
  ])('%s', async (_what, spoil, at) => {
    const scene = await draftingDesk()
    const { id, regulation, version } = await begin(scene)
    const big = (each: Regulation) => Array.from({ length: 60 }).reduce<Regulation>((all, _each, n) => withBenefit(all, own, { ...adoptedIn(all, own).pack.benefits[0], id: `b${n}` } as Benefit), each)
    const res = await send(scene, id, at === undefined ? big(spoil(regulation) as Regulation) : spoil(regulation), version)

    expect(res.status).toBe(400)
    const { places } = await res.json()
    expect(places).toContainEqual({ at: at ?? 'regulation.packs.1.pack', text: { th: expect.stringMatching(/[ก-๙]/), en: expect.stringMatching(/[a-z]/) } })
    expect((await answered(scene.keeper.get(`${drafts}/${id}`))).version).toBe(version)
  })
})

test('a stale change changes nothing and is shown what stands now', async () => {
  const scene = await draftingDesk()
  const { id, regulation, version } = await begin(scene)
  await answered(scene.other.put(`${drafts}/${id}/values/yearMax`, { pack: 'sample', value: 150_000, version }))
  const res = await send(scene, id, built(regulation), version)

  expect(res.status).toBe(409)
  expect(await res.json()).toMatchObject({ code: 'changed-meanwhile', draft: { version: 2, changed: [{ term: 'yearMax' }] } })
})

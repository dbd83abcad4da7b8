import { describe, expect, test } from 'vitest'
import { asExpected, judgeNeighbour, Neighbour } from '../../plugins/kit/neighbour.ts'
import { heldFrom } from '../../plugins/kit/draft.ts'
import { approved, claimsDesk, submit } from './claims-desk.ts'
import { fund, somchai } from './desk.ts'
import { answered, begin, draftingDesk, drafts, meeting, raised, value } from './drafting.ts'

const neighbours = `${fund}/neighbours`
const both = (th: string, en: string) => ({ th, en })

/** Auntie Daeng, who stays three nights after twelve years as a member, and is meant to have 600 baht. */
const daeng = (satang = 60_000): Neighbour => ({
  name: both('ป้าแดงนอน 3 คืน', 'Auntie Daeng stays three nights'),
  person: { name: both('ป้าแดง', 'Auntie Daeng'), facts: { joinedOn: '2014-07-01' } },
  benefit: 'hospital',
  facts: { dischargedOn: '2026-03-06', nights: 3 },
  expect: { outcome: 'eligible', satang },
})

const added = async ({ keeper }: Pick<Awaited<ReturnType<typeof draftingDesk>>, 'keeper'>, neighbour: object = daeng()) => answered(keeper.post(neighbours, { neighbour }))

test('it works: an example person is added, changed and removed, and everyone of the committee sees them', async () => {
  const scene = await draftingDesk()
  const kept = await added(scene)
  expect(kept).toEqual({ id: expect.any(String), version: 1, neighbour: daeng() })

  expect(await answered(scene.keeper.put(`${neighbours}/${kept.id}`, { version: 1, neighbour: daeng(75_000) }))).toMatchObject({ version: 2, neighbour: { expect: { satang: 75_000 } } })
  const viewer = await scene.colleague('viewer')
  expect(await answered(viewer.get(neighbours))).toMatchObject({ neighbours: [{ version: 2 }], mayChange: false })
  expect(await answered(scene.keeper.get(neighbours))).toMatchObject({ mayChange: true })

  expect(await answered(scene.keeper.delete(`${neighbours}/${kept.id}`))).toEqual({ neighbours: [] })
  expect((await scene.keeper.delete(`${neighbours}/${kept.id}`)).status).toBe(404)
})

test('whoever is slower changes nothing', async () => {
  const scene = await draftingDesk()
  const { id } = await added(scene)
  await answered(scene.keeper.put(`${neighbours}/${id}`, { version: 1, neighbour: daeng(75_000) }))

  expect(await (await scene.other.put(`${neighbours}/${id}`, { version: 1, neighbour: daeng(1) })).json()).toMatchObject({ code: 'changed-meanwhile' })
  expect((await answered(scene.keeper.get(neighbours))).neighbours).toMatchObject([{ neighbour: { expect: { satang: 75_000 } } }])
})

describe('is refused', () => {
  test('somebody real: a telephone number or an address in a name', async () => {
    const scene = await draftingDesk()
    const real = { ...daeng(), name: both('ป้าแดง โทร 081-234-5678', 'Auntie Daeng, auntie@example.org') }
    expect(await (await scene.keeper.post(neighbours, { neighbour: real })).json()).toMatchObject({ code: 'impossible', places: [{ at: 'neighbour.name.th' }, { at: 'neighbour.name.en' }] })
  })

  test('what is not an example person, naming its place', async () => {
    const scene = await draftingDesk()
    expect(await (await scene.keeper.post(neighbours, { neighbour: { ...daeng(), expect: { outcome: 'eligible', satang: -1 } } })).json()).toMatchObject({ code: 'invalid', places: [{ at: 'neighbour.expect.satang' }] })
  })

  test('the three hundred and first', async () => {
    const scene = await draftingDesk()
    await scene.superuser`insert into neighbours (fund_id, id, definition, version, at, by_id) select funds.id, gen_random_uuid(), ${scene.superuser.json(JSON.parse(JSON.stringify(daeng())))}, 1, now(), ${scene.keeper.id} from funds, generate_series(1, 300) where slug = 'ban-mai'`
    expect(await (await scene.keeper.post(neighbours, { neighbour: daeng() })).json()).toMatchObject({ code: 'too-many-neighbours' })
  })
})

describe('under a draft', () => {
  test('they come out as meant or not, beside what they got before, although their event lies before the draft’s day', async () => {
    const scene = await draftingDesk()
    await added(scene)
    const { id: newcomer } = await added(scene, { ...daeng(), facts: { dischargedOn: '2014-07-09', nights: 1 }, expect: { outcome: 'ineligible' } })
    const { id } = await raised(scene)
    const { results } = await answered(scene.keeper.get(`${drafts}/${id}/neighbours`))

    expect(results.toSorted((one: { id: string }, other: { id: string }) => Number(one.id === newcomer) - Number(other.id === newcomer))).toMatchObject([
      { passed: false, was: { outcome: 'eligible', satang: 60_000 }, found: { outcome: 'eligible', satang: 75_000 }, reasons: [] },
      { passed: true, found: { outcome: 'ineligible', because: ['waited'] }, reasons: [{ th: 'เป็นสมาชิก 8 วัน ระเบียบข้อ 12 กำหนด 180 วัน ขาดไป 172 วัน', en: expect.stringContaining('asks for') }] },
    ])
  })

  test('it is not put to a meeting while one comes out otherwise than meant, until that is said to be meant', async () => {
    const scene = await draftingDesk()
    const { id: daengs } = await added(scene)
    const { id, version, can, cannot } = await raised(scene)
    expect(can).not.toContain('put-to-meeting')
    expect(cannot).toEqual([{ act: 'put-to-meeting', why: { th: expect.stringContaining('คนตัวอย่าง'), en: expect.stringContaining('example person') } }])

    const refused = await (await scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version })).json()
    expect(refused).toMatchObject({ code: 'draft-neighbours', places: [{ at: `neighbours.${daengs}`, text: { th: 'ป้าแดงนอน 3 คืน: ตั้งใจให้ได้ 600 บาท แต่ร่างนี้ได้ 750 บาท', en: 'Auntie Daeng stays three nights: 600 baht was meant, the draft gives 750 baht' } }] })

    await answered(scene.keeper.put(`${neighbours}/${daengs}`, { version: 1, neighbour: daeng(75_000) }))
    expect(await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version }))).toMatchObject({ state: 'at-meeting' })
  })

  test('whoever becomes surprised once it stands before the meeting does not hold up what the meeting resolves', async () => {
    const scene = await draftingDesk()
    const { id, version } = await raised(scene)
    await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { ...meeting, version }))
    await added(scene)
    expect(await answered(scene.admin.get(`${drafts}/${id}`))).toMatchObject({ can: ['publish'] })
  })
})

describe('of a past claim', () => {
  test('an example person is made who gets the same, and in whom nobody can be recognised', async () => {
    const desk = await claimsDesk()
    const keeper = await desk.colleague('rule-keeper')
    await approved(desk, '2026-08-20', 3)
    const claim = await submit(desk, '2026-09-17', 3)
    const made = await answered(keeper.post(`${fund}/claims/${claim.id}/neighbour`))
    const { neighbour } = made

    expect(neighbour.expect).toEqual({ outcome: 'eligible', satang: claim.finding.lowSatang })
    expect(neighbour).toMatchObject({ benefit: 'hospital', facts: { dischargedOn: '2026-09-15', nights: 3 }, history: [{ benefit: 'hospital', uses: { 'hospital-year': 60_000 } }] })
    const [{ regulation }] = (await answered(desk.get(fund))).publications
    expect(asExpected((await judgeNeighbour(Neighbour.parse(neighbour), heldFrom(regulation, '2026-09-17'))).found)).toEqual(neighbour.expect)

    const shown = JSON.stringify(made)
    for (const told of [somchai.firstName, somchai.lastName, somchai.number, somchai.bornOn, '2026-01-15', '2026-09-17', '2026-08-20', desk.member.id, claim.id]) expect(shown).not.toContain(told)
    expect(shown).not.toMatch(/memberBornOn|memberSex/)
    expect((await answered(keeper.get(neighbours))).neighbours).toEqual([made])
  })

  test('one that the fund has not is not found', async () => {
    const { keeper } = await draftingDesk()
    expect((await keeper.post(`${fund}/claims/019200aa-0000-7000-8000-000000000000/neighbour`)).status).toBe(404)
  })
})

describe('what nobody would notice', () => {
  interface Unnoticed { ifs: { en: string }[] }
  const textsIn = ({ unnoticed }: { unnoticed: Unnoticed[] }) => unnoticed.flatMap(({ ifs }) => ifs.map(({ en }) => en))

  test('is told of the draft, with who would; once they are there, it is noticed', async () => {
    const scene = await draftingDesk()
    const { id } = await raised(scene)
    const before = await answered(scene.keeper.get(`${drafts}/${id}/gaps`))
    expect(before.tried).toBe(before.changes)
    expect(before.unnoticedCount).toBe(before.changes)
    expect(textsIn(before)).toHaveLength(before.changes)
    expect(before.unseen).toEqual([])

    const rate = before.unnoticed.find(({ ifs }: Unnoticed) => ifs.some(({ en }) => en === '“per night” went from 250 baht to 251 baht'))
    expect(rate).toMatchObject({ ifs: expect.arrayContaining([{ th: '“ค่าคืนละ” เปลี่ยนจาก 250 บาท เป็น 251 บาท', en: expect.any(String) }]), benefit: 'hospital' })
    const { id: kept, neighbour } = await added(scene, rate.neighbour)
    expect((await answered(scene.keeper.get(`${drafts}/${id}/neighbours`))).results).toMatchObject([{ id: kept, passed: true }])
    const after = await answered(scene.keeper.get(`${drafts}/${id}/gaps`))
    expect(textsIn(after).filter((text) => rate.ifs.some(({ en }: { en: string }) => en === text))).toEqual([])
    expect(after.unnoticedCount).toBe(before.unnoticedCount - rate.ifs.length)
    expect(after.unseen).toEqual([{ name: { th: 'เป็นสมาชิกครบเวลา', en: 'a member for long enough' }, never: 'unmet' }])
    expect(neighbour.expect.outcome).toBe('eligible')
  })

  test('those who are proposed stand beside the draft’s own bounds, and can be kept as they are', async () => {
    const scene = await draftingDesk()
    const { id } = await begin(scene)
    await answered(scene.keeper.put(`${drafts}/${id}/values/waitDays`, value(90, 1)))
    const { proposals } = await answered(scene.keeper.get(`${drafts}/${id}/gaps`))
    expect(proposals.map(({ neighbour }: { neighbour: Neighbour }) => neighbour.name.th.replace(/^\S+ /, ''))).toEqual(expect.arrayContaining(['เป็นสมาชิก 90 วัน', 'เป็นสมาชิก 89 วัน']))
    for (const { neighbour } of proposals) await added(scene, neighbour)
    expect((await answered(scene.keeper.get(`${drafts}/${id}/gaps`))).proposals).toEqual([])
    expect((await answered(scene.keeper.get(`${drafts}/${id}/neighbours`))).results.every(({ passed }: { passed: boolean }) => passed)).toBe(true)
  })

  test('of an unfinished draft it is told as far as that is finished', async () => {
    const scene = await draftingDesk()
    await added(scene)
    const { id, regulation } = await begin(scene)
    const [adopted] = regulation.packs
    const [{ limits: [limit] }] = adopted.pack.benefits
    const yearly = { ...regulation, packs: [{ ...adopted, pack: { ...adopted.pack, benefits: adopted.pack.benefits.map((benefit: object) => ({ ...benefit, limits: [{ ...limit, per: 'year' }] })) } }] }
    const { year: _year, ...fundTerms } = regulation.fundTerms
    const unfinished = await answered(scene.keeper.put(`${drafts}/${id}/regulation`, { regulation: { ...yearly, fundTerms }, version: 1 }))
    expect(unfinished.findings).toMatchObject([{ level: 'error', at: 'fundTerms.year' }])
    expect(await answered(scene.keeper.get(`${drafts}/${id}/gaps`))).toMatchObject({ changes: 0, unnoticed: [] })
    expect((await answered(scene.keeper.get(`${drafts}/${id}/neighbours`))).results).toMatchObject([{ passed: false, found: { outcome: 'refused' } }])
  })

  test('without a draft it is told of the regulation in force; without that there is none to tell of', async () => {
    const scene = await draftingDesk()
    const gaps = await answered(scene.keeper.get(`${neighbours}/gaps`))
    expect(gaps).toMatchObject({ on: '2026-11-23' })
    expect(textsIn(gaps)).toContain('“per night” went from 200 baht to 201 baht')
    expect(await (await scene.prasert.get('/api/funds/nong-bua/neighbours/gaps')).json()).toMatchObject({ code: 'no-regulation' })
  })
})

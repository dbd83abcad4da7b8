import { describe, expect, test } from 'vitest'
import { answered, begin, drafts, raised } from './drafting.ts'
import { approved, claimsDesk, resolution, submit } from './claims-desk.ts'
import { join } from './desk.ts'

/** The counter with a claim of last year and two of the one before the last, and a draft in which a night brings 250 baht. */
async function scene() {
  const desk = await claimsDesk()
  const keeper = await desk.colleague('rule-keeper')
  return { ...desk, keeper }
}

test('it works: last year’s claims cost more, who had some has more, and the example people say so', async () => {
  const desk = await scene()
  const claim = await approved(desk, '2026-08-20', 3)
  const { id } = await raised(desk)
  const { claims, examples } = await answered(desk.viewer.get(`${drafts}/${id}/effect`))

  expect(claims).toMatchObject({
    fromOn: '2025-11-24', untilOn: '2026-11-23', count: 1, beforeSatang: 60_000, afterSatang: 75_000, members: { more: 1, less: 0, same: 0 }, changedCount: 1,
    byBenefit: [{ benefit: { id: 'hospital', title: { en: 'Hospital stay' } }, beforeSatang: 60_000, afterSatang: 75_000 }],
  })
  expect(claims.changed).toEqual([{
    id: claim.id, member: { id: desk.member.id, number: '0218', name: 'นายสมชาย แก้วมณี' }, benefit: { id: 'hospital', title: { th: 'นอนโรงพยาบาล', en: 'Hospital stay' } }, eventOn: '2026-08-20',
    before: { outcome: 'eligible', lowSatang: 60_000, highSatang: 60_000, satang: 60_000 }, after: { outcome: 'eligible', lowSatang: 75_000, highSatang: 75_000, satang: 75_000 },
  }])
  expect(examples).toMatchObject([
    { person: { en: 'Auntie Daeng' }, facts: { th: 'จำนวนคืน 3 คืน · จำนวนวันที่เป็นสมาชิก 4,266 วัน' }, before: { lowSatang: 60_000 }, after: { lowSatang: 75_000 }, isChanged: true },
    { person: { en: 'Muk' }, before: { outcome: 'ineligible' }, after: { outcome: 'ineligible' }, isChanged: false },
  ])
})

test('limits bite in the order of the events: the second of two stays has what the first leaves of the year', async () => {
  const desk = await scene()
  await submit(desk, '2026-09-20', 3)
  await submit(desk, '2026-08-20', 3)
  const { id } = await raised(desk)

  const { claims } = await answered(desk.viewer.get(`${drafts}/${id}/effect`))
  expect(claims.changed.map(({ eventOn, before, after }: { eventOn: string; before: { satang: number }; after: { satang: number } }) => [eventOn, before.satang, after.satang])).toEqual([['2026-08-20', 60_000, 75_000], ['2026-09-20', 40_000, 25_000]])
  expect(claims).toMatchObject({ beforeSatang: 100_000, afterSatang: 100_000, members: { more: 0, less: 0, same: 1 } })
})

test('one value is tried before it is set, and nothing is kept', async () => {
  const desk = await scene()
  await approved(desk, '2026-08-20', 3)
  const { id } = await begin(desk)
  const tried = await answered(desk.keeper.post(`${drafts}/${id}/trials`, { pack: 'sample', term: 'nightRate', value: 10_000 }))

  expect(tried.claims).toMatchObject({ beforeSatang: 60_000, afterSatang: 30_000, members: { more: 0, less: 1, same: 0 } })
  expect(await answered(desk.keeper.get(`${drafts}/${id}`))).toMatchObject({ version: 1, changed: [] })
  expect(await (await desk.keeper.post(`${drafts}/${id}/trials`, { pack: 'sample', term: 'nightRate', value: 'มาก' })).json()).toMatchObject({ code: 'impossible', places: [{ at: 'value' }] })
})

describe('of the claims', () => {
  test('what was taken back does not count, and of a claim made again only the second', async () => {
    const desk = await scene()
    const { id: first } = await submit(desk, '2026-08-20', 3)
    const refusal = { outcome: 'refused', reason: 'เอกสารไม่ครบ', resolution, seen: { outcome: 'eligible', lowSatang: 60_000, highSatang: 60_000 } }
    await answered(desk.approver.post(`/api/funds/ban-mai/claims/${first}/decision`, refusal))
    await submit(desk, '2026-08-20', 2)
    const { id: back } = await approved(desk, '2026-08-01', 1)
    await answered(desk.treasurer.post(`/api/funds/ban-mai/claims/${back}/reversal`, { reason: 'จ่ายผิดคน' }))
    const { id } = await raised(desk)

    expect((await answered(desk.viewer.get(`${drafts}/${id}/effect`))).claims).toMatchObject({ count: 1, beforeSatang: 40_000, afterSatang: 50_000 })
  })

  test('an event of more than a year ago is not last year’s', async () => {
    const desk = await scene()
    const old = await join(desk, '2020-01-15', '0219')
    await submit({ ...desk, member: old }, '2025-11-23', 2)
    await submit({ ...desk, member: old }, '2025-11-24', 2)
    const { id } = await raised(desk)

    expect((await answered(desk.viewer.get(`${drafts}/${id}/effect`))).claims).toMatchObject({ count: 1, beforeSatang: 40_000 })
  })
})

test('a fund that has paid nothing yet is told so in figures, and the example people still answer', async () => {
  const desk = await scene()
  const { id } = await raised(desk)
  const { claims, examples } = await answered(desk.viewer.get(`${drafts}/${id}/effect`))

  expect(claims).toMatchObject({ count: 0, beforeSatang: 0, afterSatang: 0, byBenefit: [], members: { more: 0, less: 0, same: 0 }, changed: [] })
  expect(examples).toHaveLength(2)
})

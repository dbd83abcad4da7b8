import { describe, expect, test } from 'vitest'
import { addDays } from '../../plugins/kit/day.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { Regulation } from '../../plugins/kit/regulation.ts'
import { apply, fund, join, key } from './desk.ts'
import { approval, approved, claims, claimsDesk, eligible, resolution, stay, submit } from './claims-desk.ts'
import { samplePlugin } from './sample-plugin.ts'

describe('a request', () => {
  test('it works: the verdict at once, from the register and the answers', async () => {
    const scene = await claimsDesk()
    const claim = await submit(scene, '2026-11-20', 3, { payee: { name: 'นางสมจิตร แก้วมณี', relation: 'ภรรยา' } })

    expect(claim).toMatchObject({
      member: { id: scene.member.id, number: '0218', name: 'นายสมชาย แก้วมณี' }, benefit: { id: 'hospital' }, eventOn: '2026-11-20', claimedOn: '2026-11-23', state: 'submitted',
      finding: eligible(60_000), enteredBy: scene.clerk.personId, payee: { name: 'นางสมจิตร แก้วมณี' }, can: [],
    })
    expect(await (await scene.approver.get(`${claims}/${claim.id}`)).json()).toMatchObject({ current: { finding: eligible(60_000), explanation: { th: { tone: 'yes' } } }, can: ['decide'] })
  })

  test('judged again later from what was kept, it gives the same', async () => {
    const scene = await claimsDesk()
    await approved(scene, '2026-08-10', 3)
    const { id } = await submit(scene)
    await scene.clerk.post(`${fund}/members/${scene.member.id}/departure`, { kind: 'resigned', happenedOn: '2026-11-23' })
    const [kept] = await scene.superuser`select judged_from, verdict, definition from claims join regulations on regulation_hash = hash and regulations.fund_id = claims.fund_id where claims.id = ${id}`

    expect(kept?.['verdict']).toMatchObject({ outcome: 'eligible', amountSatang: 40_000 })
    expect(await evaluate({ ...kept?.['judged_from'], regulation: Regulation.parse(kept?.['definition']) })).toEqual(kept?.['verdict'])
  })

  test('the same event of the same benefit twice is a conflict, until the first is refused', async () => {
    const scene = await claimsDesk()
    const { id } = await submit(scene)

    expect(await (await scene.clerk.post(claims, stay(scene.member.id, '2026-11-20', 5), key())).json()).toMatchObject({ status: 409, code: 'claim-exists' })
    await scene.approver.post(`${claims}/${id}/decision`, { outcome: 'refused', reason: 'ไม่มีใบรับรองแพทย์', resolution, seen: eligible(60_000) })
    expect((await scene.clerk.post(claims, stay(scene.member.id, '2026-11-20', 5), key())).status).toBe(201)
  })

  test('a member who died before the event: against the rules', async () => {
    const scene = await claimsDesk()
    await scene.clerk.post(`${fund}/members/${scene.member.id}/departure`, { kind: 'died', happenedOn: '2026-11-18' })

    expect(await submit(scene)).toMatchObject({ finding: { outcome: 'ineligible' }, asJudged: { verdict: { reasons: [{ leaf: { id: 'kit-died' } }] } } })
  })

  test('two persons whom one event befell are two claims, and each is named: else one event would be claimed once by name and once without', async () => {
    const scene = await claimsDesk({ plugins: [{ ...samplePlugin, packs: (samplePlugin.packs ?? []).map((pack) => ({ ...pack, benefits: pack.benefits.map((benefit) => ({ ...benefit, happensTo: 'child' as const })) })) }] })
    expect(await (await scene.clerk.post(claims, stay(scene.member.id, '2026-11-20', 3), key())).json()).toMatchObject({ status: 422, code: 'impossible', places: [{ at: 'subject' }] })
    await submit(scene, '2026-11-20', 3, { subject: { name: 'ด.ช. แดง', relation: 'บุตร' } })

    expect((await scene.clerk.post(claims, stay(scene.member.id, '2026-11-20', 3, { subject: { name: 'ด.ช. ดำ', relation: 'บุตร' } }), key())).status).toBe(201)
    expect(await (await scene.clerk.post(claims, stay(scene.member.id, '2026-11-20', 3, { subject: { name: 'เด็กชาย แดง', relation: 'บุตร' } }), key())).json()).toMatchObject({ status: 409, code: 'claim-exists' })
  })

  test('sent twice because an answer was lost, it is taken in once', async () => {
    const scene = await claimsDesk()
    const [once, asked] = [key(), stay(scene.member.id, '2026-11-20', 3)]
    const answers = await Promise.all([1, 2, 3].map(async () => (await scene.clerk.post(claims, asked, once)).json()))

    expect(answers).toEqual([answers[0], answers[0], answers[0]])
    expect(await scene.superuser`select count(*)::int from claims`).toEqual([{ count: 1 }])
  })

  test.each([
    ['a benefit the fund does not have', { benefitId: 'holiday' }, 'impossible', 'benefitId'],
    ['an answer to what the register knows', { answers: { dischargedOn: '2026-11-20', nights: 3, membershipDays: 900 } }, 'impossible', 'answers.membershipDays'],
    ['an event that is still to come', { answers: { dischargedOn: '2026-11-24', nights: 3 } }, 'impossible', 'answers'],
    ['a day of asking that is still to come', { claimedOn: '2026-11-24' }, 'impossible', 'claimedOn'],
    ['somebody else in place of the member to whom it happens', { subject: { name: 'ด.ช. แดง', relation: 'บุตร' } }, 'impossible', 'subject'],
    ['an answer that is missing', { answers: { dischargedOn: '2026-11-20' } }, 'claim-incomplete', 'answers.nights'],
  ])('%s is refused, with its place', async (_what, more, code, at) => {
    const scene = await claimsDesk()
    expect(await (await scene.clerk.post(claims, stay(scene.member.id, '2026-11-20', 3, more), key())).json()).toMatchObject({ status: 422, code, places: [{ at }] })
  })

  test('who is not a member yet, or is of another fund, has no claim', async () => {
    const scene = await claimsDesk()
    const applicant = await apply(scene, { number: '0999', firstName: 'บุญมี', lastName: 'ทองดี', appliedOn: '2026-11-02' })

    expect(await (await scene.clerk.post(claims, stay(applicant.id, '2026-11-20', 3), key())).json()).toMatchObject({ status: 409, code: 'not-a-member' })
    expect(await (await scene.prasert.post('/api/funds/nong-bua/claims', stay(scene.member.id, '2026-11-20', 3), key())).json()).toMatchObject({ status: 404, code: 'unknown-member' })
  })
})

describe('the list', () => {
  test('a page at a time, by state and by member', async () => {
    const scene = await claimsDesk()
    await approved(scene, '2026-08-10', 1)
    await submit(scene, '2026-09-10', 1)
    await submit(scene, '2026-10-10', 1)
    const { claims: page, next } = await (await scene.viewer.get(`${claims}?state=submitted&member=${scene.member.id}&limit=1`)).json()
    const rest = await (await scene.viewer.get(`${claims}?state=submitted&limit=1&before=${next}`)).json()

    expect([page.length, rest.claims.length, rest.next]).toEqual([1, 1, undefined])
    expect([page[0].eventOn, rest.claims[0].eventOn].toSorted()).toEqual(['2026-09-10', '2026-10-10'])
  })
})

describe('a decision', () => {
  test('it works: approved, paid, and taken back', async () => {
    const scene = await claimsDesk()
    const { id, decision, can } = await approved(scene)
    expect([decision, can]).toMatchObject([{ outcome: 'approved', amountSatang: 60_000, resolution, finding: eligible(60_000) }, []])
    expect(await (await scene.treasurer.get(`${claims}/${id}`)).json()).toMatchObject({ state: 'approved', can: ['pay', 'reverse'] })

    const paid = await scene.treasurer.post(`${claims}/${id}/payment`, { voucherNumber: '๑๒/2569', payee: 'นายสมชาย แก้วมณี', paidOn: '2026-11-23' }, key())
    expect(await paid.json()).toMatchObject({ state: 'paid', payment: { voucherNumber: '12/2569', amountSatang: 60_000 }, can: ['reverse'] })
    const reversed = await scene.treasurer.post(`${claims}/${id}/reversal`, { reason: 'ใบรับรองแพทย์ปลอม' })
    expect(await reversed.json()).toMatchObject({ state: 'reversed', can: [], takenBack: 'ใบรับรองแพทย์ปลอม' })
    expect(await (await scene.viewer.get(`${claims}/${id}/events`)).json()).toMatchObject({ events: [
      { act: 'submitted', by: 'มาลี' }, { act: 'approved', by: scene.approver.name }, { act: 'paid', by: 'มาลี' }, { act: 'reversed', by: 'มาลี', reason: 'ใบรับรองแพทย์ปลอม', at: '2026-11-23T03:00:00.000Z' },
    ] })
    expect(await scene.superuser`select used::int, by_resolution::int from limit_counters`).toEqual([{ used: 0, by_resolution: 0 }])
  })

  test('not by who entered it, not by the claimant, not by the payee', async () => {
    const scene = await claimsDesk()
    const payee = { name: 'นางกรรมการ approver', relation: 'ภรรยา' }
    const own = await (await scene.approver.post(claims, stay(scene.member.id, '2026-11-20', 3), key())).json()
    const paidTo = await submit(scene, '2026-10-20', 3, { payee })
    const askedBy = await submit(scene, '2026-09-20', 3, { applicant: payee })

    for (const { id } of [own, paidTo, askedBy]) {
      expect(await (await scene.approver.get(`${claims}/${id}`)).json()).toMatchObject({ can: [] })
      expect(await (await scene.approver.post(`${claims}/${id}/decision`, approval(60_000))).json()).toMatchObject({ status: 403, code: 'own-claim' })
    }
  })

  test('not before as many of the centre have certified it as the fund asks for: each once, and nobody for their own', async () => {
    const scene = await claimsDesk()
    await scene.admin.put(`${fund}/settings`, { contact: { th: 'ที่ทำการ', en: 'Office' }, certifiersNeeded: 2 })
    const { id } = await submit(scene)
    const certify = async (name: string) => (await scene.clerk.post(`${claims}/${id}/certifications`, { name })).json()

    expect(await (await scene.approver.get(`${claims}/${id}`)).json()).toMatchObject({ can: ['certify'], cannot: [{ act: 'decide' }], certifiersNeeded: 2 })
    expect(await (await scene.approver.post(`${claims}/${id}/decision`, approval(60_000))).json()).toMatchObject({ status: 409, code: 'not-certified' })
    expect(await certify('กำนันสมหมาย ใจดี')).toMatchObject({ certifications: [{ name: 'กำนันสมหมาย ใจดี', byId: scene.clerk.personId }] })
    for (const name of ['กำนันสมหมาย  ใจดี', 'สมชาย แก้วมณี']) expect(await certify(name), name).toMatchObject({ status: 422, places: [{ at: 'name' }] })
    await certify('นางบัวลอย สุขใจ')
    expect((await scene.approver.post(`${claims}/${id}/decision`, approval(60_000))).status).toBe(201)
    expect(await certify('นายอีกคน')).toMatchObject({ status: 409, code: 'claim-elsewhere' })
  })

  test('what became incomplete meanwhile may be refused, and not approved', async () => {
    const scene = await claimsDesk()
    const { id } = await submit(scene)
    await scene.superuser`delete from member_statuses`
    const seen = { outcome: 'incomplete', lowSatang: 0, highSatang: 0 }

    expect(await (await scene.approver.get(`${claims}/${id}`)).json()).toMatchObject({ current: { finding: seen } })
    expect(await (await scene.approver.post(`${claims}/${id}/decision`, { ...approval(60_000), reason: 'สงสาร', seen })).json()).toMatchObject({ status: 422, code: 'claim-incomplete', places: [{ at: 'answers.joinedOn' }] })
    expect((await scene.approver.post(`${claims}/${id}/decision`, { outcome: 'refused', reason: 'ไม่ใช่สมาชิก', resolution, seen })).status).toBe(201)
  })

  test('once, and not by a clerk', async () => {
    const scene = await claimsDesk()
    const { id } = await approved(scene)

    expect(await (await scene.approver.post(`${claims}/${id}/decision`, approval(60_000))).json()).toMatchObject({ status: 409, code: 'claim-elsewhere' })
    expect(await (await scene.clerk.post(`${claims}/${id}/decision`, approval(60_000))).json()).toMatchObject({ status: 403, code: 'role-needed' })
  })

  test('what the rules give has changed meanwhile: 409 with what they give now, and nothing is decided', async () => {
    const scene = await claimsDesk()
    const { id } = await submit(scene)
    await approved(scene, '2026-08-10', 4)
    const res = await scene.approver.post(`${claims}/${id}/decision`, approval(60_000))

    expect(res.status).toBe(409)
    expect(await res.json()).toMatchObject({ code: 'verdict-changed', claim: { state: 'submitted', finding: eligible(60_000), current: { finding: eligible(20_000) } } })
    expect((await scene.approver.post(`${claims}/${id}/decision`, approval(20_000))).status).toBe(201)
    expect(await (await scene.viewer.get(`${claims}/${id}`)).json()).toMatchObject({
      asJudged: { finding: eligible(60_000) }, asDecided: { finding: eligible(20_000), verdict: { amountSatang: 20_000 }, explanation: { en: { headline: '200 baht' } } }, decision: { amountSatang: 20_000 },
    })
  })

  test('against the verdict it needs a reason, and what is beyond the limit is counted as resolved', async () => {
    const scene = await claimsDesk()
    const { id } = await submit(scene, '2026-11-20', 9)
    const against = { amountSatang: 130_000, seen: eligible(100_000) }

    expect(await (await scene.approver.post(`${claims}/${id}/decision`, approval(0, against))).json()).toMatchObject({ status: 422, places: [{ at: 'reason' }] })
    expect(await (await scene.approver.post(`${claims}/${id}/decision`, approval(0, { ...against, reason: 'ครอบครัวเดือดร้อนมาก' }))).json()).toMatchObject({ decision: { amountSatang: 130_000, reason: 'ครอบครัวเดือดร้อนมาก' } })
    expect(await scene.superuser`select used::int, allowed::int, by_resolution::int from limit_counters`).toEqual([{ used: 130_000, allowed: 100_000, by_resolution: 30_000 }])
    expect(await submit(scene, '2026-10-20', 1)).toMatchObject({ finding: { outcome: 'ineligible' } })
  })

  test('a counter is never more than what is allowed and resolved: the database refuses', async () => {
    const scene = await claimsDesk()
    await approved(scene)

    await expect(scene.superuser`update limit_counters set used = 100001`).rejects.toThrow('limit_counters_check')
  })
})

describe('a payment', () => {
  const voucher = (number: string) => ({ voucherNumber: number, payee: 'นายสมชาย แก้วมณี', paidOn: '2026-11-23' })

  test('twice with one key is once; another body under the key, another voucher or a used number are refused', async () => {
    const scene = await claimsDesk()
    const [first, second] = [await approved(scene, '2026-08-10', 1), await approved(scene, '2026-09-10', 1)]
    const once = key()
    const answers = await Promise.all([1, 2, 3].map(async () => (await scene.treasurer.post(`${claims}/${first.id}/payment`, voucher('12'), once)).json()))

    expect(answers).toEqual([answers[0], answers[0], answers[0]])
    expect(await scene.superuser`select count(*)::int from claim_payments`).toEqual([{ count: 1 }])
    expect(await (await scene.treasurer.post(`${claims}/${first.id}/payment`, voucher('13'), once)).json()).toMatchObject({ status: 422, code: 'key-reused' })
    expect(await (await scene.treasurer.post(`${claims}/${first.id}/payment`, voucher('13'), key())).json()).toMatchObject({ status: 409, code: 'claim-elsewhere' })
    expect(await (await scene.treasurer.post(`${claims}/${second.id}/payment`, voucher('12'), key())).json()).toMatchObject({ status: 409, code: 'voucher-number-taken' })
  })

  test('not before it was resolved, and not without the role', async () => {
    const scene = await claimsDesk()
    const { id } = await approved(scene)

    expect(await (await scene.treasurer.post(`${claims}/${id}/payment`, { ...voucher('12'), paidOn: '2026-11-22' }, key())).json()).toMatchObject({ status: 422, places: [{ at: 'paidOn' }] })
    expect(await (await scene.approver.post(`${claims}/${id}/payment`, voucher('12'), key())).json()).toMatchObject({ status: 403, code: 'role-needed' })
  })
})

describe('what a member could ask for', () => {
  test('today, by what is left under each limit', async () => {
    const scene = await claimsDesk()
    await approved(scene, '2026-08-10', 3)
    const { today, entitlements } = await (await scene.viewer.get(`${fund}/members/${scene.member.id}/entitlements`)).json()

    expect(today).toBe('2026-11-23')
    expect(entitlements).toMatchObject([{ benefit: { id: 'hospital', category: 'sickness' }, finding: { outcome: 'incomplete' }, limits: [{ atMost: 100_000, used: 60_000, left: 40_000, span: { fromOn: '2026-01-01' } }] }])
  })

  test('from a later day, where the time as a member is too short', async () => {
    const scene = await claimsDesk()
    const newcomer = await join(scene, '2026-08-01', '0219')
    const { entitlements } = await (await scene.viewer.get(`${fund}/members/${newcomer.id}/entitlements`)).json()

    expect(entitlements).toMatchObject([{ finding: { outcome: 'ineligible' }, fromOn: addDays('2026-08-01', 180), explanation: { th: { tone: 'no' } } }])
  })

  test('by what the books say, the claim is judged as in its preview', async () => {
    const scene = await claimsDesk()
    await approved(scene, '2026-08-10', 3)
    const record = await (await scene.clerk.get(`${fund}/members/${scene.member.id}/record?on=2026-11-20&claimedOn=2026-11-23`)).json()
    const { id, asJudged } = await submit(scene)
    const [kept] = await scene.superuser`select judged_from from claims where id = ${id}`

    expect(kept?.['judged_from']).toMatchObject(record)
    expect(record).toMatchObject({ member: { facts: { joinedOn: '2026-01-15' } }, history: [{ benefitId: 'hospital', uses: { 'hospital-year': 60_000 } }] })
    expect(asJudged).toMatchObject({ finding: eligible(40_000) })
  })
})

import { describe, expect, test } from 'vitest'
import { approval, approved, claims, claimsDesk, stay, submit } from './claims-desk.ts'
import { fund, join, key } from './desk.ts'

const AT_ONCE = 16
const all = <T>(one: (at: number) => Promise<T>) => Promise.all(Array.from({ length: AT_ONCE }, (_, at) => one(at)))

/** How often each status was answered, and each code of what was refused. */
async function told(answering: Promise<Response[]>) {
  const answers = await answering
  const codes = await Promise.all(answers.filter(({ ok }) => !ok).map(async (answer): Promise<string> => (await answer.json()).code))
  return { done: answers.filter(({ ok }) => ok).length, codes: [...new Set(codes)] }
}

describe(`${AT_ONCE} at once`, () => {
  test('hand in one event: one claim', async () => {
    const scene = await claimsDesk()
    const asked = stay(scene.member.id, '2026-11-20', 3)

    expect(await told(all(() => scene.clerk.post(claims, asked, key())))).toEqual({ done: 1, codes: ['claim-exists'] })
    expect(await scene.superuser`select count(*)::int from claims`).toEqual([{ count: 1 }])
  })

  test('decide one claim, half of them to refuse it: one decision, and the limit is taken once or not at all', async () => {
    const scene = await claimsDesk()
    const { id } = await submit(scene)
    const refusal = { ...approval(60_000), outcome: 'refused', amountSatang: undefined, reason: 'ไม่มีใบรับรองแพทย์' }

    expect(await told(all((at) => scene.approver.post(`${claims}/${id}/decision`, at % 2 === 0 ? approval(60_000) : refusal)))).toEqual({ done: 1, codes: ['claim-elsewhere'] })
    const [counted] = await scene.superuser`
      select (select count(*)::int from claim_decisions) as decisions, (select coalesce(sum(used), 0)::int from limit_counters) as used, (select amount_satang::int from claim_decisions) as granted`
    expect(counted).toEqual({ decisions: 1, used: counted?.['granted'], granted: counted?.['granted'] })
  })

  test('pay one claim, each on a voucher and under a key of its own: one payment', async () => {
    const scene = await claimsDesk()
    const { id } = await approved(scene)
    const pay = (at: number) => scene.treasurer.post(`${claims}/${id}/payment`, { voucherNumber: String(at), payee: 'นายสมชาย แก้วมณี', paidOn: '2026-11-23' }, key())

    expect(await told(all(pay))).toEqual({ done: 1, codes: ['claim-elsewhere'] })
    expect(await scene.superuser`select count(*)::int from claim_payments`).toEqual([{ count: 1 }])
  })
})

test('whoever is the member does not decide their own claim', async () => {
  const scene = await claimsDesk()
  const member = await join(scene, '2026-01-15', '0900')
  const { version } = await (await scene.clerk.get(`${fund}/members/${member.id}`)).json()
  const [firstName = '', lastName = ''] = scene.approver.name.replace(/^นาง/, '').split(' ')
  await scene.clerk.put(`${fund}/members/${member.id}`, { number: '0900', firstName, lastName, version })
  const { id } = await submit({ ...scene, member })

  expect(await (await scene.approver.get(`${claims}/${id}`)).json()).toMatchObject({ can: [], cannot: [{ act: 'decide' }] })
  expect(await (await scene.approver.post(`${claims}/${id}/decision`, approval(60_000))).json()).toMatchObject({ status: 403, code: 'own-claim' })
})

test("another fund's ids lead nowhere, also in what is sent and in what a list is narrowed to", async () => {
  const scene = await claimsDesk()
  const { id } = await submit(scene)
  const { id: centreId } = await (await scene.clerk.post(`${fund}/centres`, { name: 'หมู่ที่ 3' })).json()
  const theirs = '/api/funds/nong-bua'
  const theirOwn = await (await scene.prasert.post(`${theirs}/members`, { number: '1', firstName: 'มานี', lastName: 'ทองดี', appliedOn: '2026-11-02' })).json()

  for (const more of [{ centreId }, { householdOf: scene.member.id }]) {
    expect(await (await scene.prasert.put(`${theirs}/members/${theirOwn.id}`, { number: '1', firstName: 'มานี', lastName: 'ทองดี', version: theirOwn.version, ...more })).json()).toMatchObject({ status: 404 })
  }
  expect((await (await scene.prasert.get(`${theirs}/members?centre=${centreId}`)).json()).members).toEqual([])
  for (const query of [`member=${scene.member.id}`, `before=${id}`]) expect(await (await scene.prasert.get(`${theirs}/claims?${query}`)).json(), query).toMatchObject({ claims: [], waiting: 0 })
  for (const [act, body] of [['decision', approval(60_000)], ['certifications', { name: 'กำนัน' }], ['reversal', { reason: 'x' }]] as const) {
    expect((await scene.prasert.post(`${theirs}/claims/${id}/${act}`, body)).status, act).toBeGreaterThanOrEqual(403)
  }
  expect(await (await scene.prasert.post(`${theirs}/claims/${id}/payment`, { voucherNumber: '1', payee: 'x', paidOn: '2026-11-23' }, key())).json()).toMatchObject({ status: 404, code: 'unknown-claim' })
  expect(await (await scene.clerk.get(`${claims}/${id}`)).json()).toMatchObject({ state: 'submitted', certifications: [] })
})

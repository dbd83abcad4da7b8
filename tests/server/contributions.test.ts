import { describe, expect, test } from 'vitest'
import { up } from '../../migrations/20261126_1340_what_a_request_made.ts'
import { takeStep } from '../database.ts'
import { desk, fund, join, key, payment } from './desk.ts'

const of = (id: string) => `${fund}/members/${id}/contributions`
const passbookOf = (id: string) => `${fund}/members/${id}/passbook`

describe('taking in a payment', () => {
  test('it works: several instalments on one receipt, the oldest first', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const res = await scene.clerk.post(of(id), payment(3, { book: '๗', number: '๐๐๑', entryFeeSatang: 2000, totalSatang: 11_000, payer: 'นางสมจิตร' }), key())

    expect(res.status).toBe(201)
    expect(await res.json()).toEqual({
      id: expect.any(String), memberId: id, book: '7', number: '001', receivedOn: '2026-11-23', payer: 'นางสมจิตร', totalSatang: 11_000,
      lines: [
        { kind: 'entry-fee', amountSatang: 2000 },
        { kind: 'contribution', amountSatang: 9000, instalments: 3, coversFrom: '2026-01-15', coversUntil: '2026-04-15' },
      ],
    })
    expect(await scene.superuser`select recorded_by, total_satang::text from receipts`).toEqual([{ recorded_by: scene.clerk.personId, total_satang: '11000' }])
  })

  test('the same again under one key is answered the same, and taken in once', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const [paid, once] = [payment(1), key()]
    const first = await scene.clerk.post(of(id), paid, once)
    const again = await scene.clerk.post(of(id), paid, once)

    expect([first.status, again.status]).toEqual([201, 201])
    expect(await again.json()).toEqual(await first.json())
    expect(await scene.superuser`select count(*)::int from receipts`).toEqual([{ count: 1 }])
  })

  test('who repeats it is told what has been done to the receipt meanwhile', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const [paid, once] = [payment(1), key()]
    const { id: receipt } = await (await scene.clerk.post(of(id), paid, once)).json()
    await scene.treasurer.post(`${fund}/receipts/${receipt}/void`, { reason: 'เขียนผิดคน' })

    expect(await (await scene.clerk.post(of(id), paid, once)).json()).toMatchObject({ id: receipt, voided: { reason: 'เขียนผิดคน' } })
  })

  test('a request that an earlier version of the program has answered, in another shape, is answered as today and not taken in twice', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const [paid, once] = [payment(1), key()]
    const first = await (await scene.clerk.post(of(id), paid, once)).json()
    await scene.superuser`alter table repeatable_requests drop column made_id, add column answer jsonb`
    await scene.superuser`update repeatable_requests set answer = ${scene.superuser.json({ id: first.id, baht: 30 })}`
    await takeStep(scene.ownerUrl, up)

    const again = await scene.clerk.post(of(id), paid, once)
    expect([again.status, await again.json()]).toEqual([201, first])
    expect(await scene.superuser`select count(*)::int from receipts`).toEqual([{ count: 1 }])
  })

  test('twenty at once under one key are one payment', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const [paid, once] = [payment(1), key()]
    const answers = await Promise.all(Array.from({ length: 20 }, async () => (await scene.clerk.post(of(id), paid, once)).json()))

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await scene.superuser`select count(*)::int from receipts`).toEqual([{ count: 1 }])
  })

  test('another body, or another member, under the same key is refused', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const other = await join(scene, '2026-01-15', '0219')
    const [paid, once] = [payment(1), key()]
    await scene.clerk.post(of(id), paid, once)

    for (const res of [await scene.clerk.post(of(id), { ...paid, instalments: 2, totalSatang: 6000 }, once), await scene.clerk.post(of(other.id), paid, once)]) {
      expect(await res.json()).toMatchObject({ status: 422, code: 'key-reused' })
    }
    expect((await scene.treasurer.post(of(id), payment(1), once)).status, "another person's key").toBe(201)
  })

  test('a refused payment does not use its key up', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const once = key()

    expect((await scene.clerk.post(of(id), payment(1, { totalSatang: 1 }), once)).status).toBe(422)
    expect((await scene.clerk.post(of(id), payment(1), once)).status).toBe(201)
  })

  test('thirty raced payments of one instalment each pay thirty different ones', async () => {
    const scene = await desk()
    const { id } = await join(scene, '2020-01-15')
    const answers = await Promise.all(Array.from({ length: 30 }, async () => (await scene.clerk.post(of(id), payment(1), key())).json()))

    expect(new Set(answers.map(({ lines: [line] }) => line.coversFrom)).size).toBe(30)
    expect(await (await scene.clerk.get(passbookOf(id))).json()).toMatchObject({ instalmentsPaid: 30, paidSatang: 90_000 })
  })

  test('a receipt number is used once in a fund, voided or not', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const paid = payment(1, { number: '88' })
    const { id: receipt } = await (await scene.clerk.post(of(id), paid, key())).json()
    await scene.treasurer.post(`${fund}/receipts/${receipt}/void`, { reason: 'เขียนผิด' })

    expect(await (await scene.clerk.post(of(id), paid, key())).json()).toMatchObject({ status: 409, code: 'receipt-number-taken', places: [{ at: 'number' }] })
    expect((await scene.clerk.post(of(id), { ...paid, book: '8' }, key())).status).toBe(201)
  })

  test.each([
    ['a total that the lines do not come to', { totalSatang: 8999 }, 422, 'impossible', 'totalSatang'],
    ['a day still to come', { receivedOn: '2026-11-24' }, 422, 'impossible', 'receivedOn'],
    ['a day of the Buddhist era', { receivedOn: '2569-11-23' }, 400, 'invalid', 'receivedOn'],
    ['more than ten years ahead', { instalments: 200, totalSatang: 600_000 }, 422, 'impossible', 'instalments'],
    ['a negative sum', { totalSatang: -3000 }, 400, 'invalid', 'totalSatang'],
    ['half an instalment', { instalments: 1.5 }, 400, 'invalid', 'instalments'],
    ['nothing at all', { instalments: 0, totalSatang: 0 }, 400, 'invalid', 'totalSatang'],
    ['Thai digits for a sum', { totalSatang: '๙๐๐๐' }, 400, 'invalid', 'totalSatang'],
  ])('%s is refused with its place', async (_what, wrong, status, code, at) => {
    const scene = await desk()
    const { id } = await join(scene)
    const res = await scene.clerk.post(of(id), payment(3, wrong), key())

    expect(res.status).toBe(status)
    const problem = await res.json()
    expect(problem.code).toBe(code)
    expect(problem.places[0]).toMatchObject({ at, text: { th: expect.any(String) } })
    expect(await scene.superuser`select id from receipts`).toEqual([])
  })

  test('without a key it is refused', async () => {
    const scene = await desk()
    const { id } = await join(scene)

    expect((await scene.clerk.post(of(id), payment(1))).status).toBe(400)
    expect((await scene.clerk.post(of(id), payment(1), { 'idempotency-key': 'again' })).status).toBe(400)
  })

  test('a dead member’s family pays what was due before, nothing after', async () => {
    const scene = await desk()
    const { id } = await join(scene, '2026-09-15')
    await scene.clerk.post(`${fund}/members/${id}/departure`, { kind: 'died', happenedOn: '2026-11-10' })

    expect(await (await scene.clerk.post(of(id), payment(3), key())).json()).toMatchObject({ code: 'impossible', places: [{ at: 'instalments', text: { en: 'there are only 2 instalments to pay' } }] })
    expect((await scene.clerk.post(of(id), payment(2), key())).status).toBe(201)
    expect(await (await scene.clerk.post(of(id), payment(1, { number: '9' }), key())).json()).toMatchObject({ code: 'impossible', places: [{ at: 'instalments', text: { th: 'ไม่มีงวดค้างให้ส่งแล้ว' } }] })
  })

  test('an applicant pays the entry fee, and instalments only once accepted and told how to pay', async () => {
    const scene = await desk()
    const { id } = await (await scene.clerk.post(`${fund}/members`, { number: '1', firstName: 'ก', lastName: 'ข', appliedOn: '2026-11-02' })).json()

    expect((await scene.clerk.post(of(id), payment(0, { entryFeeSatang: 2000, totalSatang: 2000 }), key())).status).toBe(201)
    expect(await (await scene.clerk.post(of(id), payment(1), key())).json()).toMatchObject({ code: 'not-a-member' })
    await scene.clerk.post(`${fund}/members/${id}/acceptance`, { resolution: { number: '11/2569', heldOn: '2026-11-08' } })
    expect(await (await scene.clerk.post(of(id), payment(1), key())).json()).toMatchObject({ code: 'no-plan' })
  })

  test('a viewer may not', async () => {
    const scene = await desk()
    const { id } = await join(scene)

    expect((await scene.viewer.post(of(id), payment(1), key())).status).toBe(403)
  })
})

describe('voiding a receipt', () => {
  test('it works: what it paid for is unpaid again, and the receipt stays to be seen', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const { id: receipt } = await (await scene.clerk.post(of(id), payment(2), key())).json()
    const res = await scene.treasurer.post(`${fund}/receipts/${receipt}/void`, { reason: 'รับเงินผิดคน' })

    expect(res.status).toBe(201)
    expect(await res.json()).toMatchObject({ voided: { on: '2026-11-23', reason: 'รับเงินผิดคน' } })
    expect(await (await scene.clerk.get(passbookOf(id))).json()).toMatchObject({ instalmentsPaid: 0, paidSatang: 0 })
    expect(await (await scene.clerk.get(of(id))).json()).toMatchObject({ receipts: [{ id: receipt, voided: { reason: 'รับเงินผิดคน' } }] })
    expect(await (await scene.clerk.post(of(id), payment(1), key())).json()).toMatchObject({ lines: [{ coversFrom: '2026-01-15' }] })
  })

  test('once, by the treasurer, with a reason', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const { id: receipt } = await (await scene.clerk.post(of(id), payment(1), key())).json()
    const path = `${fund}/receipts/${receipt}/void`

    expect((await scene.clerk.post(path, { reason: 'ผิด' })).status).toBe(403)
    expect((await scene.treasurer.post(path, { reason: ' ' })).status).toBe(400)
    const statuses = (await Promise.all(Array.from({ length: 6 }, () => scene.treasurer.post(path, { reason: 'ผิด' })))).map(({ status }) => status).toSorted()
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409])
  })

  test('receipts are neither changed nor removed', async () => {
    const scene = await desk()
    const [banMai] = await scene.superuser<{ id: string }[]>`select id from funds where slug = 'ban-mai'`
    const inFund = scene.doors.inFund(banMai?.id ?? '')

    await expect(inFund((rows) => rows.updateTable('receipts').set({ total_satang: 1 }).execute())).rejects.toThrow('permission denied')
    await expect(inFund((rows) => rows.deleteFrom('receipt_lines').execute())).rejects.toThrow('permission denied')
    await expect(inFund((rows) => rows.deleteFrom('receipt_voids').execute())).rejects.toThrow('permission denied')
  })
})

describe('the passbook', () => {
  test('it says month by month what is paid, what is not, what is not due, and when arrears would end it all', async () => {
    const scene = await desk()
    const { id } = await join(scene, '2026-06-15')
    await scene.clerk.post(of(id), payment(4, { book: '7', number: '500' }), key())
    const passbook = await (await scene.viewer.get(passbookOf(id))).json()

    expect(passbook).toMatchObject({ plan: { every: 'month', amountSatang: 3000 }, instalmentsPaid: 4, paidSatang: 12_000, instalmentsMissed: 1, arrearsSatang: 3000, lastPaidOn: '2026-11-23', paidUntil: '2026-10-15', oldestUnpaidFrom: '2026-10-15' })
    expect(passbook.lines.map(({ from, state }: { from: string; state: string }) => [from, state])).toEqual([
      ['2026-12-15', 'not-due'], ['2026-11-15', 'unpaid'], ['2026-10-15', 'unpaid'], ['2026-09-15', 'paid'], ['2026-08-15', 'paid'], ['2026-07-15', 'paid'], ['2026-06-15', 'paid'],
    ])
    expect(passbook.lines[3].receipts).toEqual([{ book: '7', number: '500', receivedOn: '2026-11-23' }])
  })

  test('a long one comes a page at a time, each line once', async () => {
    const scene = await desk()
    const { id } = await join(scene, '2016-01-15')
    const lines: { from: string }[] = []
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: { lines: { from: string }[]; next?: string } = await (await scene.clerk.get(`${passbookOf(id)}${next === '' ? '' : `?before=${next}`}`)).json()
      expect(page.lines.length).toBeLessThanOrEqual(36)
      lines.push(...page.lines)
      next = page.next
    }

    expect(lines).toHaveLength(132)
    expect(new Set(lines.map(({ from }) => from)).size).toBe(132)
    expect(lines.at(-1)).toMatchObject({ from: '2016-01-15' })
  })

  test('receipts come a page at a time too', async () => {
    const scene = await desk()
    const { id } = await join(scene, '2018-01-15')
    for (let month = 0; month < 55; month += 1) await scene.clerk.post(of(id), payment(1, { receivedOn: `2022-${String((month % 12) + 1).padStart(2, '0')}-05` }), key())
    const first = await (await scene.clerk.get(of(id))).json()
    const second = await (await scene.clerk.get(`${of(id)}?before=${first.next}`)).json()

    expect([first.receipts.length, second.receipts.length]).toEqual([50, 5])
    expect(second).not.toHaveProperty('next')
    expect(new Set([...first.receipts, ...second.receipts].map(({ id: each }) => each)).size).toBe(55)
  })
})

describe('setting how a member pays', () => {
  test('what was set for a later day stands beside what holds today', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    await scene.clerk.post(`${fund}/members/${id}/plans`, plan('2026-12-15'))

    const passbook = await (await scene.clerk.get(`${fund}/members/${id}/passbook`)).json()
    expect(passbook).toMatchObject({ plan: { fromOn: '2026-01-15', every: 'month' }, nextPlan: plan('2026-12-15') })
  })

  const plan = (fromOn: string) => ({ fromOn, every: 'year', amountSatang: 36_500 })

  test.each([
    ['before the day of joining', '2026-01-14', 'ต้องไม่ก่อนวันเข้าเป็นสมาชิก'],
    ['over days that are paid', '2026-02-15', 'ส่งไว้แล้วถึงก่อน 15 มีนาคม 2569'],
    ['in the middle of an instalment', '2026-03-20', 'วันแรกของงวด'],
  ])('%s is refused', async (_what, fromOn, words) => {
    const scene = await desk()
    const { id } = await join(scene)
    await scene.clerk.post(of(id), payment(2), key())
    const problem = await (await scene.clerk.post(`${fund}/members/${id}/plans`, plan(fromOn))).json()

    expect(problem).toMatchObject({ status: 422, places: [{ at: 'fromOn' }] })
    expect(problem.places[0].text.th).toContain(words)
  })

  test('from the next instalment on the new plan holds', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    await scene.clerk.post(of(id), payment(2), key())
    await scene.clerk.post(`${fund}/members/${id}/plans`, plan('2026-03-15'))

    expect(await (await scene.clerk.post(of(id), payment(1, { totalSatang: 36_500 }), key())).json()).toMatchObject({ lines: [{ coversFrom: '2026-03-15', coversUntil: '2027-03-15' }] })
  })
})

test("another fund's members and receipts are not found", async () => {
  const scene = await desk()
  const { id } = await join(scene)
  const { id: receipt } = await (await scene.clerk.post(of(id), payment(1), key())).json()
  const theirs = '/api/funds/nong-bua'

  for (const path of [`members/${id}/contributions`, `members/${id}/passbook`]) expect(await (await scene.prasert.get(`${theirs}/${path}`)).json(), path).toMatchObject({ status: 404, code: 'unknown-member' })
  expect(await (await scene.prasert.post(`${theirs}/members/${id}/contributions`, payment(1), key())).json()).toMatchObject({ code: 'unknown-member' })
  expect(await (await scene.prasert.post(`${theirs}/members/${id}/plans`, { fromOn: '2026-01-15', every: 'month', amountSatang: 3000 })).json()).toMatchObject({ code: 'unknown-member' })
  expect(await (await scene.prasert.get(`${theirs}/receipts/${receipt}`)).json()).toMatchObject({ code: 'unknown-receipt' })
  expect(await (await scene.prasert.post(`${theirs}/receipts/${receipt}/void`, { reason: 'x' })).json()).toMatchObject({ code: 'unknown-receipt' })
})

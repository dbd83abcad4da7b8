import { describe, expect, test } from 'vitest'
import { apply, desk, fund, join, key, payment, somchai } from './desk.ts'

const resolution = { number: '11/2569', heldOn: '2026-11-08' }
const of = (id: string) => `${fund}/members/${id}`

describe('a member’s answer says what its reader may do next', () => {
  test('a clerk accepts an applicant or does not, and knows of no other end than a death', async () => {
    const scene = await desk()
    const { id } = await apply(scene)

    expect(await (await scene.clerk.get(of(id))).json()).toMatchObject({ can: ['edit', 'accept', 'refuse', 'see-citizen-id', 'receive-payment'], departures: ['died'] })
  })

  test('a member may leave in four ways, and the acceptance may be withdrawn; who was carried over has nothing to withdraw', async () => {
    const scene = await desk()
    const { id } = await apply(scene)
    const accepted = await (await scene.clerk.post(`${of(id)}/acceptance`, { resolution })).json()

    expect(accepted).toMatchObject({ can: ['edit', 'withdraw-status', 'see-citizen-id', 'receive-payment', 'set-plan'], departures: ['lapsed', 'resigned', 'transferred', 'died'] })
    const { id: other } = await join(scene, '2026-01-15', '0219')
    expect((await (await scene.clerk.get(of(other))).json()).can).not.toContain('withdraw-status')
  })

  test('who left may be accepted again; after a death there is only the withdrawal of what was entered', async () => {
    const scene = await desk()
    const { id } = await join(scene)
    const left = await (await scene.clerk.post(`${of(id)}/departure`, { kind: 'resigned', happenedOn: '2026-11-01' })).json()
    expect(left).toMatchObject({ can: expect.arrayContaining(['accept']), departures: ['died'] })
    const died = await (await scene.clerk.post(`${of(id)}/departure`, { kind: 'died', happenedOn: '2026-11-20' })).json()

    expect(died).toMatchObject({ can: ['edit', 'withdraw-status', 'receive-payment'], departures: [] })
  })

  test('a treasurer takes money in and changes nothing else; a viewer may do nothing', async () => {
    const scene = await desk()
    const { id } = await join(scene)

    expect(await (await scene.treasurer.get(of(id))).json()).toMatchObject({ can: ['receive-payment', 'set-plan'], departures: [] })
    expect(await (await scene.viewer.get(of(id))).json()).toMatchObject({ can: [], departures: [] })
  })

  test.each(['edit', 'accept', 'refuse', 'withdraw-status'] as const)('what is not offered is refused: %s by a viewer', async (act) => {
    const scene = await desk()
    const { id } = await apply(scene)
    const { appliedOn: _appliedOn, ...particulars } = somchai
    const refused = await {
      edit: async () => scene.viewer.put(of(id), { ...particulars, version: 1 }),
      accept: async () => scene.viewer.post(`${of(id)}/acceptance`, { resolution }),
      refuse: async () => scene.viewer.post(`${of(id)}/refusal`, { resolution, note: 'อยู่นอกเขต' }),
      'withdraw-status': async () => scene.viewer.post(`${of(id)}/statuses/1/withdrawal`, { reason: 'ผิดคน' }),
    }[act]()

    expect(await refused.json()).toMatchObject({ status: 403, code: 'role-needed' })
  })
})

test.each([['clerk', ['add']], ['admin', ['add', 'carry-over']], ['viewer', []]] as const)('the register says what the %s may do with it', async (who, can) => {
  const scene = await desk()

  expect((await (await scene[who].get(`${fund}/members`)).json()).can).toEqual(can)
})

test.each([['clerk', true], ['treasurer', false]] as const)('the list of centres says whether the %s may change it', async (who, mayChange) => {
  const scene = await desk()

  expect(await (await scene[who].get(`${fund}/centres`)).json()).toEqual({ centres: [], mayChange })
})

test('a receipt is voided by the treasurer, once', async () => {
  const scene = await desk()
  const { id } = await join(scene)
  const { id: receipt } = await (await scene.clerk.post(`${of(id)}/contributions`, payment(1), key())).json()
  const can = async (who: 'clerk' | 'treasurer') => (await (await scene[who].get(`${fund}/receipts/${receipt}`)).json()).can

  expect([await can('clerk'), await can('treasurer')]).toEqual([[], ['void']])
  await scene.treasurer.post(`${fund}/receipts/${receipt}/void`, { reason: 'เขียนผิด' })
  expect(await can('treasurer')).toEqual([])
})

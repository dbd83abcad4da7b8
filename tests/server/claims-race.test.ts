import { expect, test } from 'vitest'
import { addDays } from '../../plugins/kit/day.ts'
import { often } from '../drill.ts'
import { approval, claims, claimsDesk, submit, type ClaimsDesk } from './claims-desk.ts'
import { join } from './desk.ts'

const YEAR_MAX_SATANG = 100_000
const NIGHT_SATANG = 20_000
const AT_ONCE = 64
const ATTEMPTS_MIN = often(200, 2_000)

/** Decides as a committee does that looks again where the rules give something else by now. Gives what was granted, and how often it asked. */
async function decide({ approver }: ClaimsDesk, id: string, satang: number): Promise<{ satang: number; asked: number }> {
  for (let [seen, asked] = [{ outcome: 'eligible', lowSatang: satang, highSatang: satang }, 1]; ; asked += 1) {
    const input = seen.outcome === 'eligible' ? approval(seen.lowSatang) : { ...approval(0), outcome: 'refused', amountSatang: undefined, reason: 'เต็มวงเงินของปีแล้ว', seen }
    const res = await approver.post(`${claims}/${id}/decision`, input)
    const answer = await res.json()
    if (res.status === 201) return { satang: answer.decision.amountSatang, asked }
    if (answer.code !== 'verdict-changed') throw new Error(JSON.stringify(answer))
    seen = answer.claim.current.finding
  }
}

/** A member's claims for so many nights each, all decided at once: what they got, in the order in which the limit was taken. */
async function race(scene: ClaimsDesk, member: ClaimsDesk['member'], nightsOf: (at: number) => number) {
  const entered = await Promise.all(Array.from({ length: AT_ONCE }, async (_, at) => {
    const { id } = await submit({ ...scene, member }, addDays('2026-08-01', at), nightsOf(at))
    return { id: String(id), satang: nightsOf(at) * NIGHT_SATANG }
  }))
  const decided = await Promise.all(entered.map(({ id, satang }) => decide(scene, id, satang)))
  const order = await scene.superuser<{ claim_id: string; amount: number }[]>`
    select claim_id, amount_satang::int as amount from claim_decisions join claims on claims.id = claim_id where member_id = ${member.id}
    order by (claim_decisions.verdict #>> '{limits,0,used}')::int, amount_satang desc`
  return { asked: decided.reduce((sum, each) => sum + each.asked, 0), asks: new Map(entered.map(({ id, satang }) => [id, satang])), order }
}

test(`sixty-four decisions at once on one yearly limit, ${ATTEMPTS_MIN} attempts in all: as one after another would have been`, { timeout: 300_000 }, async () => {
  const scene = await claimsDesk()
  let asked = 0
  for (let round = 0; asked < ATTEMPTS_MIN; round += 1) {
    const member = await join(scene, '2026-01-15', `R${round}`)
    const raced = await race(scene, member, (at) => 1 + ((at * (round + 1) + round) % 4))
    asked += raced.asked

    expect(await scene.superuser`select used::int, allowed::int, by_resolution::int from limit_counters where holder_id = ${member.id}`).toEqual([{ used: YEAR_MAX_SATANG, allowed: YEAR_MAX_SATANG, by_resolution: 0 }])
    let left = YEAR_MAX_SATANG
    for (const { claim_id, amount } of raced.order) {
      expect(amount).toBe(Math.min(left, raced.asks.get(claim_id) ?? 0))
      left -= amount
    }
    expect(left).toBe(0)
  }
  console.log(`decisions raced: ${asked}`)
})

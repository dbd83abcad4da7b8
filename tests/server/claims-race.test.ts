import { expect, test } from 'vitest'
import { addDays } from '../../plugins/kit/day.ts'
import { approval, claims, claimsDesk, submit, type ClaimsDesk } from './claims-desk.ts'

const YEAR_MAX_SATANG = 100_000
const NIGHT_SATANG = 20_000

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

test('sixty-four decisions at once on one yearly limit, twice: never beyond it, never less than is due', { timeout: 240_000 }, async () => {
  let asked = 0
  for (const nights of [[1, 3, 2], [2, 1, 1]]) {
    const scene = await claimsDesk()
    const asks = Array.from({ length: 64 }, (_, at) => ({ on: addDays('2026-08-01', at), nights: nights[at % 3] ?? 1 }))
    const entered: { id: string; satang: number }[] = []
    for (const { on, nights } of asks) entered.push({ id: (await submit(scene, on, nights)).id, satang: nights * NIGHT_SATANG })
    const decided = await Promise.all(entered.map(({ id, satang }) => decide(scene, id, satang)))
    asked += decided.reduce((sum, each) => sum + each.asked, 0)

    expect(decided.reduce((sum, { satang }) => sum + satang, 0)).toBe(YEAR_MAX_SATANG)
    expect(await scene.superuser`select used::int, allowed::int, by_resolution::int from limit_counters`).toEqual([{ used: YEAR_MAX_SATANG, allowed: YEAR_MAX_SATANG, by_resolution: 0 }])

    // One after another, in the order in which the decisions were made, a plain sum gives each the same.
    const order = await scene.superuser<{ claim_id: string; amount: number }[]>`
      select claim_id, amount_satang::int as amount from claim_decisions
      order by (verdict #>> '{limits,0,used}')::int, amount_satang desc`
    let left = YEAR_MAX_SATANG
    for (const { claim_id, amount } of order) {
      const due = Math.min(left, entered.find(({ id }) => id === claim_id)?.satang ?? 0)
      expect(amount).toBe(due)
      left -= due
    }
  }
  console.log(`decisions raced: ${asked}`)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { neighbourOf, regulationFor } from '../../plugins/kit/cases.ts'
import type { Claim } from '../../plugins/kit/claim.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { judgeByTable } from '../../plugins/kit/judge-by-table.ts'
import { claimOfNeighbour } from '../../plugins/kit/neighbour.ts'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import type { Verdict } from '../../plugins/kit/verdict.ts'
import { plugins } from '../../plugins/index.ts'
import { claim } from './random.ts'

/** What comes of a claim: a verdict, or what was refused. */
async function outcomeOf(judged: Claim): Promise<Verdict | string> {
  try {
    return await evaluate(judged)
  } catch (error) {
    if (error instanceof BadInput) return error.message
    throw error
  }
}

test('every case of every installed pack comes out the same, to the last leaf', async () => {
  const vocabulary = vocabularyOf(plugins)
  const packs = new Map(plugins.flatMap((plugin) => plugin.packs ?? []).map((pack) => [pack.id, pack]))
  let judged = 0
  for (const cases of plugins.flatMap((plugin) => plugin.cases ?? [])) {
    const pack = packs.get(cases.pack)
    if (!pack) throw new Error('cases stand beside their pack')
    for (const each of cases.cases) {
      const asked = claimOfNeighbour(neighbourOf(each, cases), regulationFor(pack, cases.given, each.given), vocabulary)
      expect(await outcomeOf({ ...asked, judgeTree: judgeByTable }), each.name.en).toEqual(await outcomeOf(asked))
      judged += 1
    }
  }
  expect(judged).toBeGreaterThan(200)
})

test('random claims come out the same, whatever is not known', async () => {
  const outcomes: Record<string, number> = {}
  await fc.assert(fc.asyncProperty(claim, fc.subarray(['paper', 'seal', 'stamps', 'used', 'colour', 'nights']), async (asked, unknown) => {
    const answers = Object.fromEntries(Object.entries(asked.answers).filter(([id]) => !unknown.includes(id)))
    const found = await outcomeOf({ ...asked, answers })
    expect(await outcomeOf({ ...asked, answers, judgeTree: judgeByTable })).toEqual(found)
    const outcome = typeof found === 'string' ? 'refused' : found.outcome
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }), { numRuns: 600 })
  for (const outcome of ['eligible', 'ineligible', 'incomplete']) expect(outcomes[outcome], outcome).toBeGreaterThan(50)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Claim } from '../../plugins/kit/claim.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import type { Value } from '../../plugins/kit/value.ts'
import { claim, COUNT_MOST, OPTIONS } from './random.ts'

const domains: Record<string, Value[]> = {
  paper: [true, false], seal: [true, false], colour: [...OPTIONS],
  stamps: Array.from({ length: COUNT_MOST + 1 }, (_, each) => each), nights: Array.from({ length: COUNT_MOST + 1 }, (_, each) => each),
}

/** A claim with some questions not yet answered. */
const halfAnswered = fc.tuple(claim, fc.subarray(Object.keys(domains), { minLength: 1, maxLength: 3 }))
  .map(([each, open]): { each: Claim; open: string[] } => ({ open, each: { ...each, answers: Object.fromEntries(Object.entries(each.answers).filter(([id]) => !open.includes(id))) } }))

function* completions(each: Claim, [id, ...rest]: string[]): Generator<Claim> {
  if (id === undefined) return void (yield each)
  for (const value of domains[id] ?? []) yield* completions({ ...each, answers: { ...each.answers, [id]: value } }, rest)
}

/** Every outcome that answering the rest could give; a claim that cannot be gives none. */
async function outcomes(each: Claim, open: string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const full of completions(each, open)) {
    try {
      const verdict = await evaluate(full)
      found.add(verdict.outcome === 'eligible' ? `eligible ${verdict.amountSatang}` : verdict.outcome)
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
    }
  }
  return found
}

describe('while one answers, over random packs', () => {
  test('what is already said holds whatever the remaining answers are', async () => {
    let early = 0
    await fc.assert(fc.asyncProperty(halfAnswered, async ({ each, open }) => {
      const verdict = await evaluate(each).catch((error: unknown) => (error instanceof BadInput ? undefined : Promise.reject(error)))
      if (!verdict || verdict.outcome === 'incomplete') return
      early += 1
      const now = verdict.outcome === 'eligible' ? `eligible ${verdict.amountSatang}` : verdict.outcome
      expect([...(await outcomes(each, open))].filter((outcome) => outcome !== now)).toEqual([])
    }), { numRuns: 300 })
    expect(early).toBeGreaterThan(60)
  })

  test('what is asked for is not answered yet, and answering it all ends the asking', async () => {
    let asked = 0
    await fc.assert(fc.asyncProperty(halfAnswered, async ({ each, open }) => {
      let current = each
      for (let round = 0; round <= open.length; round++) {
        const verdict = await evaluate(current).catch((error: unknown) => (error instanceof BadInput ? undefined : Promise.reject(error)))
        if (verdict?.outcome !== 'incomplete') return
        asked += 1
        expect(verdict.missing.length).toBeGreaterThan(0)
        expect(verdict.missing.filter((id) => !open.includes(id) || Object.hasOwn(current.answers, id))).toEqual([])
        current = { ...current, answers: { ...current.answers, ...Object.fromEntries(verdict.missing.map((id) => [id, domains[id]?.at(-1) ?? 0])) } }
      }
      throw new Error('it goes on asking')
    }), { numRuns: 600 })
    expect(asked).toBeGreaterThan(40)
  })
})

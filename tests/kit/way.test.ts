import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { readClaim, type Claim } from '../../plugins/kit/claim.ts'
import { addDays } from '../../plugins/kit/day.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { moveEvent } from '../../plugins/kit/later.ts'
import { findWay, withFacts, type Way } from '../../plugins/kit/way.ts'
import { exampleRegulation } from './example-pack.ts'
import { claim, COUNT_MOST, EVENT_ON, OPTIONS } from './random.ts'

/** A claim that cannot be (more used than there are) does not qualify. */
async function qualifies(each: Claim): Promise<boolean> {
  try {
    return ['eligible', 'judgement'].includes((await evaluate(each)).outcome)
  } catch (error) {
    if (error instanceof BadInput) return false
    throw error
  }
}
const moved = (each: Claim, day: string): Claim => (day === EVENT_ON ? each : moveEvent(each, readClaim(each), day, each.regulation))
const changed = (each: Claim, way: Extract<Way, { changes: unknown }>): Claim => withFacts(each, readClaim(each), way.changes)

async function wayOf(each: Claim): Promise<Way | undefined> {
  const verdict = await evaluate(each)
  return verdict.outcome === 'ineligible' ? findWay(each, verdict) : undefined
}

/** Every combination of what is as of the claim. */
function* changesOfTheClaim(each: Claim): Generator<Claim> {
  for (const paper of [true, false]) for (const seal of [true, false]) for (const colour of OPTIONS) for (let stamps = 0; stamps <= COUNT_MOST; stamps++) {
    yield { ...each, answers: { ...each.answers, paper, seal, colour, stamps } }
  }
}

async function anyQualifies(claims: Iterable<Claim>): Promise<boolean> {
  for (const each of claims) if (await qualifies(each)) return true
  return false
}

describe('the nearest way to yes, over random packs', () => {
  test('what it says to change makes this claim eligible, and brute force finds a way exactly when one is offered', async () => {
    const kinds = new Map<string, number>()
    await fc.assert(fc.asyncProperty(claim, async (each) => {
      const way = await wayOf(each)
      if (!way) return
      kinds.set(way.kind, (kinds.get(way.kind) ?? 0) + 1)
      if (way.kind === 'thisClaim') expect(await qualifies(changed(each, way))).toBe(true)
      expect(await anyQualifies(changesOfTheClaim(each))).toBe(way.kind === 'thisClaim')
    }), { numRuns: 400 })
    for (const kind of ['thisClaim', 'laterEvent', 'none']) expect(kinds.get(kind), kind).toBeGreaterThan(20)
  })

  test('with the event on the from-day it is eligible, on the day before it is not', async () => {
    await fc.assert(fc.asyncProperty(claim, async (each) => {
      const way = await wayOf(each)
      if (way?.kind !== 'laterEvent') return
      expect(await qualifies(changed(moved(each, way.fromOn), way))).toBe(true)
      expect(await qualifies(changed(moved(each, addDays(way.fromOn, -1)), way))).toBe(false)
    }), { numRuns: 400 })
  })

  test('a later event is offered exactly when some later day qualifies, and it is the first that does with so few changes', async () => {
    await fc.assert(fc.asyncProperty(claim, async (each) => {
      const way = await wayOf(each)
      if (!way || way.kind === 'thisClaim') return
      let first: string | undefined
      for (let days = 1; days <= 400 && first === undefined; days++) if (await qualifies(moved(each, addDays(EVENT_ON, days)))) first = addDays(EVENT_ON, days)
      if (readClaim(each).benefit.once) {
        expect(way.kind).toBe('none')
        return
      }
      if (first !== undefined) expect(way).toMatchObject({ kind: 'laterEvent', fromOn: first, changes: [] })
      if (way.kind === 'laterEvent' && way.changes.length === 0) expect(way.fromOn).toBe(first)
    }), { numRuns: 200 })
  })

  test('no single change is enough where two are offered', async () => {
    await fc.assert(fc.asyncProperty(claim, async (each) => {
      const way = await wayOf(each)
      if (way?.kind !== 'thisClaim' || way.changes.length < 2) return
      for (const one of changesOfTheClaim(each)) {
        const differs = (['paper', 'seal', 'colour', 'stamps'] as const).filter((id) => one.answers[id] !== each.answers[id])
        if (differs.length === 1) expect(await qualifies(one)).toBe(false)
      }
    }), { numRuns: 400 })
  })
})

describe('a claim made too late', () => {
  const late: Claim = {
    regulation: exampleRegulation, benefitId: 'stay', answers: { admittedOn: '2026-05-01', dischargedOn: '2026-05-03', certified: true },
    member: { facts: { joinedOn: '2010-01-01' } }, fund: {}, history: [], claimedOn: '2026-06-10',
  }

  test('is not mended by a stay of next year: no day of the event makes it earlier', async () => {
    expect((await wayOf(late))?.kind).toBe('none')
  })

  test('nor by waiting for the rest', async () => {
    expect((await wayOf({ ...late, member: { facts: { joinedOn: '2026-01-01' } } }))?.kind).toBe('none')
  })

  test('in time, what is still missing is waited for', async () => {
    expect(await wayOf({ ...late, member: { facts: { joinedOn: '2026-01-01' } }, claimedOn: '2026-05-10' })).toMatchObject({ kind: 'laterEvent', fromOn: '2026-06-30', changes: [] })
  })
})

test('a way at the edge of the years that can be entered is none, not a fault', async () => {
  const edge: Claim = {
    regulation: exampleRegulation, benefitId: 'stay', answers: { admittedOn: '2400-12-20', dischargedOn: '2400-12-22', certified: true },
    member: { facts: { joinedOn: '2400-12-01' } }, fund: {}, history: [], claimedOn: '2400-12-30',
  }
  expect((await wayOf(edge))?.kind).toBe('none')
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regulationFor } from '../../plugins/kit/cases.ts'
import { addDays } from '../../plugins/kit/day.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { kitVocabulary } from '../../plugins/kit/plugin.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { replay, replayBoth, type PastClaim } from '../../server/simulations/replay.ts'

const both = (word: string) => ({ th: word, en: word })
const FROM = '2026-01-01'

interface Rules {
  rate: number
  yearMax?: number
  familyMax?: number
  decided?: [low: number, high: number]
}

/** So much a night for members of 180 days, at most so much a year for each, and for a family. */
function rules({ rate, yearMax, familyMax, decided }: Rules): Regulation {
  const always = (value: number) => [{ from: '2000-01-01', value, source: 'test' }]
  const money = (value: number) => ({ type: 'money', label: both('money'), values: always(value) })
  return regulationFor(Pack.parse({
    format: 'sajja/pack@1', id: 'nights', version: '1.0.0', title: both('nights'),
    facts: { cameOn: { type: 'day', of: 'claim', from: 'asked', label: both('day') }, nights: { type: 'count', of: 'claim', from: 'asked', label: both('nights') } },
    terms: { rate: money(rate), yearMax: money(yearMax ?? 1), familyMax: money(familyMax ?? 1), low: money(decided?.[0] ?? 0), high: money(decided?.[1] ?? 0), wait: { type: 'days', label: both('wait'), values: always(180) } },
    benefits: [{
      id: 'stay', category: 'sickness', title: both('stay'), eventOn: 'cameOn', asks: ['cameOn', 'nights'],
      conditions: { id: 'waited', name: both('waited'), fact: 'membershipDays', operator: 'greaterThanInclusive', value: { fact: 'wait' } },
      amount: decided ? { decided: { atLeast: 'low', amountAtMost: 'high' } } : { perUnit: { rate: 'rate', count: 'nights' } },
      limits: [...(yearMax === undefined ? [] : [{ id: 'year', per: 'year', of: 'amount', atMost: 'yearMax' }]), ...(familyMax === undefined ? [] : [{ id: 'family', per: 'family', of: 'amount', atMost: 'familyMax' }])],
    }],
  }))
}

let made = 0

function stay(member: string, eventOn: string, nights: number, more: Partial<PastClaim> = {}, joinedOn = '2020-01-01'): PastClaim {
  return {
    id: `claim-${made += 1}`, member: { id: member, number: member, name: member }, householdId: `home of ${member}`, benefitId: 'stay', eventOn,
    judgedFrom: { benefitId: 'stay', answers: { cameOn: eventOn, nights }, member: { facts: { joinedOn }, covered: [] }, fund: {}, history: [], claimedOn: addDays(eventOn, 3) },
    ...more,
  }
}

const replaying = { fromOn: FROM, vocabulary: kitVocabulary }

async function judged(claims: readonly PastClaim[], regulation: Regulation) {
  const replayed = await replay(claims, replaying, regulation)
  if ('why' in replayed) throw new Error(replayed.why.en)
  return replayed.map(({ satang }) => satang)
}

const compared = (claims: readonly PastClaim[], before: Regulation, after: Regulation) => replayBoth(claims, replaying, before, after)

test('it says what each would have had, and what it comes to', async () => {
  const claims = [stay('daeng', '2026-02-01', 2), stay('muk', '2026-03-01', 3, {}, '2026-02-01'), stay('daeng', '2026-05-01', 1)]
  const found = await compared(claims, rules({ rate: 20_000 }), rules({ rate: 25_000 }))

  expect(found).toMatchObject({ beforeSatang: 60_000, afterSatang: 75_000, byBenefit: [{ benefitId: 'stay', beforeSatang: 60_000, afterSatang: 75_000 }], members: { more: 1, less: 0, same: 1 } })
  expect(found.changed.map(({ claim, beforeSatang, afterSatang }) => [claim.member.id, beforeSatang, afterSatang])).toEqual([['daeng', 40_000, 50_000], ['daeng', 20_000, 25_000]])
})

describe('limits bite as they would have', () => {
  test('what was granted on the way counts, not what was granted then', async () => {
    const then = [{ benefitId: 'stay', eventOn: '2026-02-01', of: 'member' as const, amountSatang: 100_000, uses: { year: 100_000 } }]
    const claims = [stay('daeng', '2026-02-01', 3), stay('daeng', '2026-05-01', 3)]
    const [first, second] = claims
    if (!first || !second) throw new Error('two claims')
    const replayed = [first, { ...second, judgedFrom: { ...second.judgedFrom, history: then } }]

    expect(await judged(replayed, rules({ rate: 20_000, yearMax: 100_000 }))).toEqual([60_000, 40_000])
    expect(await judged(replayed, rules({ rate: 30_000, yearMax: 100_000 }))).toEqual([90_000, 10_000])
  })

  test('what was granted before the first day still counts', async () => {
    const earlier = [{ benefitId: 'stay', eventOn: '2025-12-31', of: 'family' as const, amountSatang: 70_000, uses: { family: 70_000 } }]
    const claim = stay('daeng', '2026-02-01', 3)

    expect(await judged([{ ...claim, judgedFrom: { ...claim.judgedFrom, history: earlier } }], rules({ rate: 20_000, familyMax: 100_000 }))).toEqual([30_000])
  })

  test('a family’s limit is shared by those of one home, and by nobody else', async () => {
    const home = { householdId: 'one home' }
    const claims = [stay('daeng', '2026-02-01', 3, home), stay('muk', '2026-03-01', 3, home), stay('man', '2026-04-01', 3)]

    expect(await judged(claims, rules({ rate: 20_000, familyMax: 100_000 }))).toEqual([60_000, 40_000, 60_000])
    expect(await judged(claims, rules({ rate: 20_000, yearMax: 100_000 }))).toEqual([60_000, 60_000, 60_000])
  })
})

describe('what the rules leave to people', () => {
  const left = rules({ rate: 0, decided: [10_000, 50_000] })
  test.each([
    ['is what they decided', { outcome: 'approved', amountSatang: 30_000 }, 30_000],
    ['is at most what the rules give', { outcome: 'approved', amountSatang: 90_000 }, 50_000],
    ['is nothing where they refused', { outcome: 'refused', amountSatang: 0 }, 0],
    ['is the least while they have not decided', undefined, 10_000],
  ] as const)('%s', async (_what, decided, satang) => {
    expect(await judged([stay('daeng', '2026-02-01', 1, decided && { decided })], left)).toEqual([satang])
  })
})

test('a benefit that is no more gives nothing', async () => {
  const [adopted, ...others] = rules({ rate: 20_000 }).packs
  if (!adopted) throw new Error('a regulation has a pack')
  const without = { ...rules({ rate: 20_000 }), packs: [{ ...adopted, without: ['stay'] }, ...others] }

  expect(await compared([stay('daeng', '2026-02-01', 1)], rules({ rate: 20_000 }), without)).toMatchObject({ beforeSatang: 20_000, afterSatang: 0, members: { less: 1 } })
})

const claims = fc.array(fc.record({ member: fc.constantFrom('daeng', 'muk', 'man'), day: fc.integer({ min: 0, max: 300 }), nights: fc.integer({ min: 0, max: 9 }), home: fc.constantFrom('here', 'there'), joined: fc.integer({ min: 0, max: 400 }) }), { maxLength: 12 })
  .map((all) => all.toSorted((a, b) => a.day - b.day).map(({ member, day, nights, home, joined }) => stay(member, addDays(FROM, day), nights, { householdId: home }, addDays('2025-06-01', joined % 200))))
const satang = fc.integer({ min: 0, max: 50_000 })

test('the same rules twice change nothing', async () => {
  await fc.assert(fc.asyncProperty(claims, satang, satang, async (past, rate, most) => {
    const same = rules({ rate, yearMax: most + 1, familyMax: 2 * most + 1 })
    expect(await compared(past, same, rules({ rate, yearMax: most + 1, familyMax: 2 * most + 1 }))).toMatchObject({ changed: [], members: { more: 0, less: 0 } })
  }), { numRuns: 40 })
})

test('a higher amount without a limit gives nobody less', async () => {
  await fc.assert(fc.asyncProperty(claims, satang, satang, async (past, rate, more) => {
    const { beforeSatang, afterSatang, members } = await compared(past, rules({ rate }), rules({ rate: rate + more }))
    expect(members.less).toBe(0)
    expect(afterSatang).toBeGreaterThanOrEqual(beforeSatang)
  }), { numRuns: 40 })
})

import { describe, expect, test } from 'vitest'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { regulationFor } from '../../plugins/kit/cases.ts'
import { check } from '../../plugins/kit/check.ts'
import { checkRegulation } from '../../plugins/kit/check-regulation.ts'
import type { Claim } from '../../plugins/kit/claim.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import type { Fact } from '../../plugins/kit/fact.ts'
import type { Finding } from '../../plugins/kit/finding.ts'
import type { Benefit, Pack } from '../../plugins/kit/pack.ts'
import { catalogueOf, kitVocabulary } from '../../plugins/kit/plugin.ts'
import { readPack } from '../../plugins/kit/read-pack.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import type { Value } from '../../plugins/kit/value.ts'
import type { Verdict } from '../../plugins/kit/verdict.ts'
import { often } from '../drill.ts'
import { changed, examplePack, exampleRegulation } from './example-pack.ts'
import { diceOf, hostileText, widePack, type Dice } from './hostile.ts'

const PACKS = often(1_000, 5_000)
/** No more of a hostile pack than this is judged, so that thousands of them stay within a test's time. */
const BENEFITS_JUDGED = 8

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const child of Object.values(value)) frozen(child)
  }
  return value
}

const DAYS = ['1800-01-01', '2000-02-29', '2019-10-01', '2020-01-31', '2025-12-31', '2026-06-15', '2026-06-20', '2400-12-31']

function anyValue(fact: Fact, { pick, below }: Dice): Value {
  switch (fact.type) {
    case 'money': return pick([0, 1, 9_999, 123_456, 100_000_000_000])
    case 'number': return pick([0, 1, 2.5, 4, -3, 1_000_000_000].map((each) => Number(each.toFixed('scale' in fact ? fact.scale ?? 0 : 0))))
    case 'count':
    case 'days': return pick([0, 1, 2, 7, 180, 1_000_000_000])
    case 'duration': return pick([{ days: 0 }, { months: 6 }, { years: 2, days: 1 }, { years: 150, months: 1200, days: 40_000 }])
    case 'day': return pick(DAYS)
    case 'choice': return pick(Object.keys(('options' in fact && fact.options) || {}))
    case 'flag': return below(2) === 0
  }
}

const anyFund = (pack: Pack, { pick }: Dice): Regulation =>
  frozen(regulationFor(pack, { fundTerms: { year: pick(['calendar', 'fiscal', 'membership']), clock: pick(['calendar', '360', '365']), memberFrom: pick(['joined', 'applied']) } }))

/** A claim in which most questions are answered, with anything their types allow. */
function anyClaim(regulation: Regulation, pack: Pack, benefit: Benefit, dice: Dice): Claim {
  const catalogue = catalogueOf({ pack }, regulation.fundTerms, kitVocabulary)
  const given = Object.entries(catalogue).filter(([id, fact]) => fact.from !== 'derived' && (id === benefit.eventOn || dice.chance(0.85)) && !['claimedOn', 'decidedOn'].includes(id))
  const value = (id: string, fact: Fact) => (id === benefit.eventOn ? dice.pick(DAYS.slice(2, 7)) : id === 'joinedOn' ? dice.pick(DAYS.slice(1, 4)) : anyValue(fact, dice))
  const ended = (id: string) => ['endedOn', 'memberDiedOn'].includes(id) && id !== benefit.eventOn && dice.chance(0.9)
  const of = (fund: boolean) => Object.fromEntries(given.filter(([id, fact]) => (fact.of === 'fund') === fund && !ended(id)).map(([id, fact]) => [id, value(id, fact)]))
  const uses = Object.fromEntries((benefit.limits ?? []).map((limit) => [limit.id, dice.pick([0, 1, 3, 50_000])]))
  return {
    regulation, benefitId: benefit.id, answers: of(false), member: { facts: {} }, fund: of(true),
    claimedOn: dice.pick(DAYS.slice(4)), decidedOn: dice.pick(DAYS.slice(4)),
    history: dice.chance(0.5) ? [] : [{ benefitId: benefit.id, eventOn: dice.pick(DAYS.slice(2, 6)), of: dice.pick(['member', 'family']), amountSatang: 100, uses }],
  }
}

async function verdictOn(claim: Claim): Promise<Verdict | undefined> {
  try {
    return await evaluate(frozen(claim))
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown
    expect(thrown.where).not.toBe('')
    expect(isSaid(thrown.text)).toBe(true)
    return undefined
  }
}

const isSaid = ({ th, en }: Finding['text']) => /[ก-๙]/.test(th) && /[a-z]/.test(en)

/** An amount is a whole number of satang that the lines add up to, never below 0. */
function expectSound(verdict: Verdict): void {
  const { low, high, lines } = verdict.outcome === 'eligible' ? { low: verdict.amountSatang, high: verdict.amountSatang, lines: verdict.lines } : verdict.outcome === 'judgement' ? { ...verdict.range, lines: verdict.lines } : { low: 0, high: 0, lines: undefined }
  expect(low >= 0 && low <= high && Number.isSafeInteger(low) && Number.isSafeInteger(high)).toBe(true)
  if (lines) expect(lines.reduce((sum, line) => sum + line.low, 0)).toBe(low)
  if (verdict.outcome === 'ineligible') expect(verdict.reasons.length).toBeGreaterThan(0)
  if (verdict.outcome === 'incomplete') expect(verdict.missing.length).toBeGreaterThan(0)
}

async function judgeAll(pack: Pack, dice: Dice, outcomes: Set<string>): Promise<void> {
  const regulation = anyFund(pack, dice)
  for (const benefit of pack.benefits.slice(0, BENEFITS_JUDGED)) {
    const verdict = await verdictOn(anyClaim(regulation, pack, benefit, dice))
    if (verdict) expectSound(verdict)
    outcomes.add(verdict?.outcome ?? 'refused')
  }
}

test(`${PACKS.toLocaleString('en-US')} hostile packs are each refused clearly, or judged`, async () => {
  const outcomes = new Set<string>()
  const codes = new Set<string>()
  let sound = 0
  for (let seed = 0; seed < PACKS; seed++) {
    const read = readPack(hostileText(seed))
    const findings = read.ok ? check(frozen(read.pack)) : read.findings
    for (const { code } of findings) codes.add(code)
    expect(findings.filter(({ text, at }) => !isSaid(text) || at.length > 2000), `seed ${seed}`).toEqual([])
    const refused = findings.some(({ level }) => level === 'error')
    expect(read.ok || refused, `seed ${seed}`).toBe(true)
    if (!read.ok || refused) continue
    sound += 1
    expect(checkRegulation(regulationFor(read.pack)).filter(({ level }) => level === 'error'), `seed ${seed}`).toEqual([])
    await judgeAll(read.pack, diceOf(seed), outcomes).catch((thrown: unknown) => { throw new Error(`seed ${seed}`, { cause: thrown }) })
  }
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(sound).toBeGreaterThan(PACKS / 10)
  expect(sound).toBeLessThan(PACKS / 2)
  expect(codes.size).toBeGreaterThan(25)
  expect([...outcomes].toSorted()).toEqual(['eligible', 'incomplete', 'ineligible', 'judgement', 'refused'])
}, 300_000)

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('an answer named %s is of no fact', async (key) => {
  const answers = JSON.parse(`{"diedOn":"2026-02-01","${key}":1}`) as Record<string, Value> // what a request may bring
  const claim: Claim = { regulation: exampleRegulation, benefitId: 'death', answers, member: { facts: {} }, fund: {}, history: [] }
  await expect(evaluate(claim)).rejects.toMatchObject({ name: 'BadInput', where: `answers.${key}` })
})

describe('the worst that stays within the bounds is read, checked and judged', () => {
  const name = { th: 'ก', en: 'a' }
  const label = name
  const answers = { admittedOn: '2026-02-01', dischargedOn: '2026-02-04', certified: true }
  const claim = (pack: Pack): Claim => ({ regulation: regulationFor(pack), benefitId: 'stay', answers, member: { facts: { joinedOn: '2015-01-01' } }, fund: {}, history: [], claimedOn: '2026-02-10' })
  let ids = 0
  const leaf = (fact: string, operator: string, value: unknown) => ({ id: `l${(ids += 1)}`, name, fact, operator, value })
  const many = { benefits: [...examplePack.benefits.slice(0, 1), ...Array.from({ length: 99 }, (_, i) => ({ id: `b${i}`, category: 'other', title: name, eventOn: 'diedOn', asks: ['diedOn'], amount: { fixed: 'nightRate' } }))] }
  const standing = (conditions: unknown) => ({ ...examplePack, ...many, standing: [{ id: 'all', conditions }] })
  const nested = (depth: number): unknown => (depth === 1 ? leaf('membershipDays', 'greaterThan', 1) : { [depth % 2 ? 'all' : 'any']: [nested(depth - 1), nested(depth - 1)] })
  const times = <T>(count: number, each: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => each(i))

  function readable(value: unknown): Pack {
    const read = readPack(JSON.stringify(value))
    if (!read.ok) throw new Error(read.findings.map(({ at, text }) => `${at}: ${text.en}`).join('; '))
    return read.pack
  }

  test.each<[string, unknown, string[]]>([
    ['a hundred benefits under 484 conditions in groups of any', standing({ all: times(22, () => ({ any: times(22, (i) => leaf('membershipDays', 'greaterThan', i)) })) }), []],
    ['a hundred benefits under conditions that nothing can meet', standing({ all: [leaf('membershipDays', 'lessThan', 5), ...times(20, () => ({ any: times(20, (i) => leaf('membershipDays', 'greaterThan', i + 5)) }))] }), ['contradiction']],
    ['a hundred benefits under groups in groups, eight deep', standing(nested(8)), []],
    ['sixty terms of fifty values each', { ...standing({ all: times(60, (i) => leaf('membershipDays', 'greaterThanInclusive', { fact: `t${i}` })) }), terms: { ...examplePack.terms, ...Object.fromEntries(times(60, (i) => [`t${i}`, { type: 'days', label, values: times(50, (year) => ({ from: `${1900 + year}-01-01`, value: year, source: 's' })) }])) } }, []],
    ['three hundred questions that each hang on the one before', { ...changed(examplePack, 'benefits.0.conditions', leaf('q299', 'equal', true)), facts: { ...examplePack.facts, ...Object.fromEntries(times(300, (i) => [`q${i}`, { type: 'flag', of: 'claim', from: 'recorded', label, ...(i === 0 ? {} : { askedWhen: leaf(`q${i - 1}`, 'equal', true) }) }])) } }, []],
    ['thousands of amounts in amounts', changed(changed(examplePack, 'benefits.0.limits', undefined), 'benefits.0.amount', { least: times(10, () => ({ least: times(10, () => ({ least: times(10, () => ({ greatest: times(3, () => ({ sum: times(3, () => ({ fixed: 'nightRate' })) })) })) })) })) }), []],
  ])('%s', async (_, value, expected) => {
    const pack = readable(value)
    expect([...new Set(check(pack).filter(({ level }) => level === 'error').map(({ code }) => code))]).toEqual(expected)
    if (expected.length === 0) expect((await evaluate(frozen(claim(pack)))).outcome).toMatch(/^(eligible|incomplete|ineligible)$/)
  })

  test.each([['nightRate', 10_000], ['nothing', 0]])('two thousand facts, each the double of the one before, are more than can be calculated with: %s a night', async (_, value) => {
    const doubles = Object.fromEntries(times(2000, (i) => [`d${i}`, { type: 'days', of: 'claim', from: 'derived', label, sum: i === 0 ? ['nights', 'nights'] : [`d${i - 1}`, `d${i - 1}`] }]))
    const doubled = changed(changed(examplePack, 'benefits.0.limits', undefined), 'benefits.0.amount', { perUnit: { rate: 'nightRate', count: 'd1999' } })
    const pack = readable(changed({ ...doubled, facts: { ...examplePack.facts, ...doubles } }, 'terms.nightRate.values.0.value', value))
    expect(check(pack)).toEqual([])
    await expect(evaluate(frozen(claim(pack)))).rejects.toMatchObject({ name: 'BadInput' })
  })

  test('the wide pack itself is sound', () => {
    expect(check(widePack).filter(({ level }) => level === 'error')).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { regulationFor } from '../../plugins/kit/cases.ts'
import { kitVocabulary, vocabularyOf } from '../../plugins/kit/plugin.ts'
import type { Value } from '../../plugins/kit/value.ts'
import { follow, type Enquiry } from '../../web/screens/enquiry/enquiry.ts'
import { grantsOf, outsideYear } from '../../web/screens/enquiry/past.ts'
import { exampleRegulation } from '../kit/example-pack.ts'
import { faultyPlugin, sound } from '../server/faulty-plugin.ts'

/** Somchai asks on 23 November 2569 what his fund, whose rules began in 2562, would give. */
const asking = (benefitId: string, answers: Record<string, Value> = {}, more: Partial<Enquiry> = {}): Enquiry =>
  ({ publications: [{ fromOn: '2019-10-01', regulation: exampleRegulation }], benefitId, answers, past: undefined, today: '2026-11-23', vocabulary: kitVocabulary, ...more })

const stay = { admittedOn: '2026-11-10', dischargedOn: '2026-11-13' }
const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id)

describe('the questions', () => {
  test('two days of which the rules read the days between are asked together, the earlier first', async () => {
    const { asked, next } = await follow(asking('stay'))
    expect(asked).toEqual([])
    expect(next).toEqual({ id: 'dischargedOn', kind: 'facts', facts: ['admittedOn', 'dischargedOn'], together: 'nights' })
  })

  test('each next one can still change the outcome', async () => {
    const { asked, next } = await follow(asking('stay', { ...stay, certified: true }))
    expect(ids(asked)).toEqual(['dischargedOn', 'certified'])
    expect(next?.id).toBe('joinedOn')
  })

  test('once nothing can change it there are none', async () => {
    const { next, verdict, way } = await follow(asking('stay', { ...stay, certified: true, joinedOn: '2026-09-01' }))
    expect(next).toBeUndefined()
    expect(verdict.outcome).toBe('ineligible')
    expect(way?.kind).toBe('laterEvent')
  })

  test('one that another answer makes pointless is not put, and an old answer to it is not read', async () => {
    const answers = { enrolledOn: '2026-05-16', level: 'primary', grade: 1, joinedOn: '2020-01-01' }
    const { asked, verdict } = await follow(asking('school', answers, { past: [] }))
    expect(ids(asked)).toEqual(['enrolledOn', 'level', 'joinedOn', 'past'])
    expect(verdict).toMatchObject({ outcome: 'eligible', amountSatang: 50_000 })
  })

  test('what was granted before is asked last, where a limit or a single time counts it', async () => {
    expect((await follow(asking('stay', { ...stay, certified: true, joinedOn: '2020-01-01' }))).next).toMatchObject({ kind: 'past', once: false, limits: [{ limit: { id: 'nights-year' } }] })
    expect((await follow(asking('death', { diedOn: '2026-11-01', joinedOn: '2020-01-01', paidFrom: '2020-01-01', paidUntil: '2026-12-31' }))).next).toMatchObject({ kind: 'past', once: true })
  })

  test('what was granted before is taken off', async () => {
    const answers = { ...stay, certified: true, joinedOn: '2020-01-01' }
    const past = grantsOf({ uses: { 'nights-year': 18 }, lastOn: '2026-03-03' }, 'stay')
    expect((await follow(asking('stay', answers, { past: [] }))).verdict).toMatchObject({ amountSatang: 30_000 })
    expect((await follow(asking('stay', answers, { past }))).verdict).toMatchObject({ amountSatang: 20_000 })
  })
})

describe('what cannot be', () => {
  test('a plugin that fails on an answer is a fault of that question, which names it', async () => {
    const faulty = faultyPlugin({ ...sound, derive: () => Number.NaN })
    const [gifts] = faulty.packs ?? []
    if (!gifts) throw new Error('the plugin has a pack')
    const publications = [{ fromOn: '2019-10-01', regulation: regulationFor(gifts) }]
    const { asked, next, fault } = await follow(asking('gift', { givenOn: '2026-11-20' }, { publications, vocabulary: vocabularyOf([faulty]) }))

    expect(asked).toEqual([])
    expect(next?.id).toBe('givenOn')
    expect(fault).toMatchObject({ th: expect.stringContaining('ส่วนเสริม faulty'), en: expect.stringContaining('gave NaN') })
  })

  test('a discharge before the admission is a fault of that question', async () => {
    const { asked, next, fault } = await follow(asking('stay', { admittedOn: '2026-11-13', dischargedOn: '2026-11-10' }))
    expect(asked).toEqual([])
    expect(next?.id).toBe('dischargedOn')
    expect(fault?.th).toContain('ติดลบ')
  })

  test('so is a day before the fund had rules', async () => {
    expect((await follow(asking('death', { diedOn: '1990-05-01' }))).fault?.th).toContain('1 พฤษภาคม 2533')
  })

  test('a benefit that no regulation has is refused', async () => {
    await expect(follow(asking('lottery'))).rejects.toMatchObject({ where: 'eventOn' })
  })
})

describe('the rules of the day', () => {
  const later = { ...exampleRegulation, packs: exampleRegulation.packs.map((adopted) => ({ ...adopted, values: { nightRate: [{ from: '2026-12-01', value: 20_000, source: 'มติ 1/2569' }] } })) }
  const publications = [{ fromOn: '2019-10-01', regulation: exampleRegulation }, { fromOn: '2026-12-01', regulation: later }]

  test('an event is judged by the regulation in force on its own day', async () => {
    const answers = { certified: true, joinedOn: '2020-01-01' }
    expect((await follow(asking('stay', { ...answers, ...stay }, { publications, past: [] }))).verdict).toMatchObject({ amountSatang: 30_000 })
    expect((await follow(asking('stay', { ...answers, admittedOn: '2026-12-02', dischargedOn: '2026-12-05' }, { publications, past: [] }))).verdict).toMatchObject({ amountSatang: 60_000 })
  })
})

describe('what was granted before', () => {
  const year = { limit: { id: 'nights-year', per: 'year', of: 'nights', atMost: 'nightsYear' }, atMost: 20, used: 0, left: 20, usedOn: [], span: { fromOn: '2026-01-01', untilOn: '2026-12-31' } } as const

  test('nothing is an answer, a number without its day is none yet', () => {
    expect(grantsOf(undefined, 'stay')).toBeUndefined()
    expect(grantsOf({ uses: {} }, 'stay')).toEqual([])
    expect(grantsOf({ uses: { 'nights-year': 3 } }, 'stay')).toBeUndefined()
    expect(grantsOf({ uses: {}, before: true }, 'death')).toBeUndefined()
  })

  test('its day lies in the year whose limit it used', () => {
    expect(outsideYear({ uses: { 'nights-year': 3 }, lastOn: '2026-12-31' }, [{ ...year, usedOn: [] }])).toBeUndefined()
    expect(outsideYear({ uses: { 'nights-year': 3 }, lastOn: '2025-12-31' }, [{ ...year, usedOn: [] }])?.limit.id).toBe('nights-year')
    expect(outsideYear({ uses: { 'nights-year': 0 }, lastOn: '2025-12-31' }, [{ ...year, usedOn: [] }])).toBeUndefined()
  })
})

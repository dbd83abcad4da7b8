import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Cases, runCases } from '../../plugins/kit/cases.ts'
import { survivors } from '../../plugins/kit/mutate.ts'
import { plugins } from '../../plugins/index.ts'

/**
 * What the public sources say of each decision that can be used, in baht: what is paid, 0 where it is refused, a range where people
 * decide. The ids are those of the collection the regulations were restated from.
 */
const DECISIONS: Record<string, Record<string, number | readonly [number, number]>> = {
  'yasothon-town': {
    'R01-C01': 0, 'R01-C02': 3000, 'R01-C03': 3000, 'R01-C04': 6000, 'R01-C05': 10_000, 'R01-C06': 15_000, 'R01-C07': 20_000, 'R01-C09': 0,
    'R01-C10': 300, 'R01-C11': 300, 'R01-C12': 0, 'R01-C13': 700, 'R01-C14': 1000, 'R01-C15': 0, 'R01-C16': 0, 'R01-C17': 0, 'R01-C18': 1500, 'R01-C19': 2000,
  },
  'chamuang': {
    'R05-C01': 1000, 'R05-C02': 400, 'R05-C03': 600, 'R05-C04': 600, 'R05-C05': 400, 'R05-C06': 0, 'R05-C07': 500, 'R05-C08': 0, 'R05-C09': 0,
    'R05-C10': 200, 'R05-C11': 0,
  },
  'sakofah': { 'A01-C01': 0, 'A01-C02': 0, 'A01-C03': [1000, 2000], 'A01-C04': 0, 'A01-C05': 3600, 'A01-C06': 0, 'A01-C07': 0, 'A01-C08': 0 },
  'taawun': {
    'A02-C01': 200, 'A02-C02': 300, 'A02-C03': 0, 'A02-C04': 0, 'A02-C05': 500, 'A02-C06': 300, 'A02-C07': 0, 'A02-C08': 0, 'A02-C09': 1200,
    'A02-C10': 2000, 'A02-C11': 0,
  },
  'pts-coop': {
    'A03-C01': 0, 'A03-C02': 1500, 'A03-C03': 15_000, 'A03-C04': 16_500, 'A03-C05': 100_000, 'A03-C06': 7500, 'A03-C07': 3750, 'A03-C08': 0, 'A03-C09': 0,
  },
}

/** A pack of the plugins with the cases that stand beside it. */
function packNamed(id: string) {
  for (const plugin of plugins) {
    const pack = plugin.packs?.find((each) => each.id === id)
    if (pack) return { pack, cases: Cases.parse(JSON.parse(readFileSync(`plugins/${plugin.meta.id}/packs/${id}/cases.json`, 'utf8'))) }
  }
  throw new Error(`no plugin has the pack "${id}"`)
}

test('57 decisions of the sources can be used', () => {
  expect(Object.values(DECISIONS).flatMap((each) => Object.keys(each))).toHaveLength(57)
})

describe.each(Object.entries(DECISIONS))('%s', (id, decisions) => {
  const { pack, cases } = packNamed(id)

  test('holds exactly the decisions of its source, each once', () => {
    expect(cases.cases.flatMap((each) => each.source ?? []).toSorted()).toEqual(Object.keys(decisions))
  })

  test('decides each as the source does, and every other case as it should', async () => {
    const results = await runCases(pack, cases)
    expect(results.filter((each) => !each.passed).map((each) => each.case.name.en)).toEqual([])
    const baht = results.flatMap(({ case: { source }, verdict }) => (source === undefined ? [] : [[source, paid(verdict)]]))
    expect(Object.fromEntries(baht)).toEqual(decisions)
  })

  test('says why it refuses what its source refuses', () => {
    const refused = cases.cases.filter((each) => each.source !== undefined && decisions[each.source] === 0)
    expect(refused.map((each) => each.expect.outcome)).toEqual(refused.map(() => 'ineligible'))
  })

  test('its cases would notice any change of a bound, an operator or an amount', async () => {
    const { mutants, survived } = await survivors(pack, cases)
    expect(survived).toEqual([])
    expect(mutants).toBeGreaterThan(0)
  })

  test('says in both languages that it restates a public source and is not the signed regulation', () => {
    const [first] = pack.notes ?? []
    expect(first?.th).toContain('ไม่ใช่ระเบียบฉบับที่ลงนาม')
    expect(first?.en).toContain('not the signed regulation')
  })
})

type Judged = Awaited<ReturnType<typeof runCases>>[number]['verdict']

function paid(verdict: Judged): number | readonly [number, number] | undefined {
  switch (verdict?.outcome) {
    case 'eligible': return verdict.amountSatang / 100
    case 'judgement': return [verdict.range.low / 100, verdict.range.high / 100]
    case 'ineligible': return 0
    default: return undefined
  }
}

test('the loan of the sources stands outside, with the reason', () => {
  expect(packNamed('yasothon-town').cases.outside).toEqual([{ source: 'R01-C20', why: { th: expect.stringContaining('เงินกู้'), en: expect.stringContaining('loan') } }])
})

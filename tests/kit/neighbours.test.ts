import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anonymise } from '../../plugins/kit/anonymise.ts'
import { regulationFor } from '../../plugins/kit/cases.ts'
import { everAsOn, heldFrom } from '../../plugins/kit/draft.ts'
import { mutantWords } from '../../plugins/kit/mutant-words.ts'
import { asExpected, claimOfNeighbour, judgeClaim, judgeNeighbour, matches, Neighbour } from '../../plugins/kit/neighbour.ts'
import { neighbourOfSituation } from '../../plugins/kit/neighbour-words.ts'
import { kitVocabulary } from '../../plugins/kit/plugin.ts'
import { propose, proposeAll } from '../../plugins/kit/propose.ts'
import { packHash, termValueOn, type Regulation } from '../../plugins/kit/regulation.ts'
import { mutantsOfRegulation, whatNobodyNotices } from '../../plugins/kit/unnoticed.ts'
import { plugins } from '../../plugins/index.ts'
import { everyShapePack } from './every-shape-pack.ts'
import { examplePack, exampleRegulation } from './example-pack.ts'
import * as random from './random.ts'

const DAY = '2026-12-01'
const always = async () => true

/** The example pack beside our model, with a rate of the fund's own and without the model's deaths and stays, which the example has. */
const model = plugins.flatMap(({ packs = [] }) => packs).find(({ id }) => id === 'model')
if (!model) throw new Error('the model is installed')
const regulation: Regulation = heldFrom({
  ...exampleRegulation,
  packs: [
    { pack: examplePack, hash: packHash(examplePack), values: { nightRate: [{ from: '2025-01-01', value: 30_000, source: 'ข้อ 9' }, { from: '2027-06-01', value: 40_000, source: 'ข้อ 9' }] } },
    { pack: model, hash: packHash(model), without: ['death', 'disaster', 'elderly', 'carer', 'occupation', 'education'] },
  ],
}, DAY)

describe('a regulation held from a day', () => {
  test('has that day’s values on every day before, and what begins later begins then', () => {
    const [adopted] = regulation.packs
    expect(adopted && ['1990-01-01', DAY, '2027-05-31', '2027-06-01'].map((day) => termValueOn(adopted, 'nightRate', day)?.value)).toEqual([30_000, 30_000, 30_000, 40_000])
  })
})

describe('proposals', () => {
  test('stand on both sides of a wait, of what a stay pays for, of the claim window, of the year’s limit, and of the day from which a value changes', async () => {
    const names = (await propose(regulation, 'stay', [], DAY, kitVocabulary)).map(({ neighbour: { name, expect } }) => [name.th.replace(/^\S+ /, ''), expect.outcome === 'eligible' ? expect.satang : expect.outcome])
    expect(names).toEqual(expect.arrayContaining([
      ['เป็นสมาชิก 180 วัน', 30_000], ['เป็นสมาชิก 179 วัน', 'ineligible'],
      ['จำนวนคืนที่นอน 5 วัน', 150_000], ['จำนวนคืนที่นอน 6 วัน', 150_000],
      ['ยื่นคำขอวันที่ 31 มกราคม 2570', 30_000], ['ยื่นคำขอวันที่ 1 กุมภาพันธ์ 2570', 'ineligible'],
      ['ปีนี้ได้รับไปแล้ว 19 วัน', 30_000], ['ปีนี้ได้รับไปแล้ว 20 วัน', 'ineligible'],
      ['เกิดเหตุวันที่ 31 พฤษภาคม 2570', 30_000], ['เกิดเหตุวันที่ 1 มิถุนายน 2570', 40_000],
      ['ใบรับรองแพทย์: ไม่มี', 'ineligible'],
    ]))
  })

  test('pass as they stand, can be kept as they are, and are not proposed again once they are there', async () => {
    const proposals = await proposeAll(regulation, [], DAY, kitVocabulary, always)
    const neighbours = proposals.map(({ neighbour }) => Neighbour.parse(JSON.parse(JSON.stringify(neighbour))))
    expect(new Set(neighbours.map(({ benefit }) => benefit))).toEqual(new Set(['stay', 'death', 'school', 'disaster', 'hospital', 'birth', 'disability', 'ordination', 'marriage']))
    for (const each of neighbours) expect(await judgeNeighbour(each, regulation), each.name.en).toMatchObject({ passed: true })
    expect((await proposeAll(regulation, neighbours, DAY, kitVocabulary, always)).map(({ neighbour }) => neighbour.name.en)).toEqual([])
  })

  test('those of one benefit bear different names, by their age where that is known', async () => {
    const people = (await propose(heldFrom(regulationFor(model), DAY), 'elderly', [], DAY, kitVocabulary)).map(({ neighbour: { person } }) => person)
    expect(new Set(people.map(({ name }) => name.th)).size).toBe(people.length)
    for (const { name, facts } of people) if (String(facts['memberBornOn']) < '1957') expect(name.th).toMatch(/^(ยาย|ตา)/)
  })
})

describe('what nobody would notice', () => {
  test('is told of the fund’s own values, in both languages, and never of a benefit that the fund does not take', () => {
    const told = mutantsOfRegulation(regulation, kitVocabulary).map((mutant) => mutantWords(mutant, DAY, regulation.fundTerms, kitVocabulary))
    expect(told).toContainEqual({ th: '“คืนละ” เปลี่ยนจาก 300 บาท เป็น 301 บาท', en: '“a night” went from 300 baht to 301 baht' })
    expect(told).toContainEqual({ th: 'วันที่เริ่มใช้ “คืนละ” เปลี่ยนจาก 1 มิถุนายน 2570 เป็น 2 มิถุนายน 2570', en: 'the day from which “a night” holds went from 1 June 2027 (2570 BE) to 2 June 2027 (2570 BE)' })
    expect(told).toContainEqual({ th: '“เสียชีวิต” ขอได้มากกว่าหนึ่งครั้ง', en: '“Death” could be had more than once' })
    expect(told.filter(({ th }) => th.includes('ทุนการศึกษาตามชั้น'))).toEqual([])
  })

  test('can be told of every pack that is installed', () => {
    for (const pack of [...plugins.flatMap(({ packs = [] }) => packs), everyShapePack]) {
      for (const mutant of mutantsOfRegulation(heldFrom(regulationFor(pack), DAY), kitVocabulary)) {
        const { th, en } = mutantWords(mutant, DAY, regulation.fundTerms, kitVocabulary)
        expect(th, mutant.at.join('.')).toMatch(/[ก-๙]/)
        expect(`${th} ${en}`, mutant.at.join('.')).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  })

  test('of the model, all but what nobody could is noticed by somebody who is proposed for it', async () => {
    const held = heldFrom(regulationFor(model), DAY)
    const { mutants, tried, unnoticed } = await whatNobodyNotices(held, [], DAY, kitVocabulary, always)
    expect([mutants, tried, unnoticed.length]).toEqual([123, 123, 123])
    expect(unnoticed.filter(({ killer }) => !killer).map(({ mutant }) => mutant.at.join('.'))).toEqual(['terms.homeLostMax.values.0.value']) // the year's limit cuts it either way
  })

  test('the search ends when there is no more time, and says how far it came', async () => {
    let left = 5
    expect(await whatNobodyNotices(regulation, [], DAY, kitVocabulary, async () => (left -= 1) >= 0)).toMatchObject({ tried: 5, unnoticed: { length: 5 } })
  })

  test('an example person who is not as expected notices nothing', async () => {
    const held = heldFrom(regulationFor(examplePack), DAY)
    const [first] = await propose(held, 'stay', [], DAY, kitVocabulary)
    if (!first) throw new Error('somebody is proposed')
    const wrong: Neighbour = { ...first.neighbour, expect: { outcome: 'eligible', satang: 1 } }
    const count = async (...neighbours: Neighbour[]) => (await whatNobodyNotices(held, neighbours, DAY, kitVocabulary, always)).unnoticed.length
    expect(await count(wrong)).toBe(await count())
    expect(await count(first.neighbour)).toBeLessThan(await count())
  })

  test('for any rules: whoever is proposed is as expected, and notices what they are proposed for', async () => {
    await fc.assert(fc.asyncProperty(random.pack, async (pack) => {
      const held = heldFrom(regulationFor(pack), random.EVENT_ON)
      const { unnoticed } = await whatNobodyNotices(held, [], random.EVENT_ON, kitVocabulary, always)
      for (const { mutant, killer } of unnoticed) {
        if (!killer) continue
        const neighbour = neighbourOfSituation(killer, [])
        expect((await judgeNeighbour(neighbour, held)).passed).toBe(true)
        expect((await judgeNeighbour(neighbour, mutant.regulation)).passed).toBe(false)
      }
    }), { numRuns: 15 })
  })
})

describe('a past claim made anonymous', () => {
  const days = (value: unknown): string[] => JSON.stringify(value).match(/\d{4}-\d\d-\d\d/g) ?? []

  test('for any claim: the verdict is the same, and no day of it stands as it was', async () => {
    let made = 0
    await fc.assert(fc.asyncProperty(random.claim, async (claim) => {
      const neighbour = await anonymise(claim, [])
      const { found } = await judgeClaim(claim)
      if (!neighbour) return
      made += 1
      expect(neighbour.expect).toEqual(asExpected(found))
      const again = await judgeClaim(claimOfNeighbour(Neighbour.parse(neighbour), everAsOn(claim.regulation, random.EVENT_ON)))
      expect(again.found).toEqual(found)
      expect(days([neighbour.facts, neighbour.claimedOn]).filter((day) => day === random.EVENT_ON || day === claim.claimedOn)).toEqual([])
      expect(neighbour.person.facts['joinedOn']).not.toBe(claim.member.facts['joinedOn'])
    }), { numRuns: 150 })
    expect(made).toBeGreaterThan(100)
  })

  test('an age stands as exactly as the rules ask for, and no more', async () => {
    const held = regulationFor(model)
    const claimed = async (memberBornOn: string) => {
      const neighbour = await anonymise({ regulation: held, benefitId: 'elderly', answers: { yearlyOn: '2026-04-13' }, member: { facts: { memberBornOn, joinedOn: '2014-07-23', instalmentsMissed: 0, memberSex: 'female' } }, fund: {}, history: [] }, [])
      return { born: neighbour?.person.facts['memberBornOn'], on: neighbour?.facts['yearlyOn'], joined: neighbour?.person.facts['joinedOn'], others: Object.keys(neighbour?.person.facts ?? {}), expect: neighbour?.expect }
    }
    expect(await claimed('1959-03-02')).toEqual({ born: '1959-04-15', on: '2026-04-15', joined: '2015-04-15', others: ['memberBornOn', 'joinedOn', 'instalmentsMissed'], expect: { outcome: 'eligible', satang: 20_000 } })
    expect(await claimed('1966-04-14')).toMatchObject({ born: '1967-04-15', expect: { outcome: 'ineligible' } })
  })

  test('of the register nothing stays that the rules did not look at, and payments are one stretch', async () => {
    const neighbour = await anonymise({
      regulation: exampleRegulation, benefitId: 'death', answers: { diedOn: '2026-06-15' }, fund: {}, claimedOn: '2026-06-20',
      member: { facts: { joinedOn: '2020-01-07', memberBornOn: '1950-02-03', memberSex: 'male', lastPaidOn: '2026-06-01' }, covered: [{ from: '2020-01-07', until: '2023-01-01' }, { from: '2023-01-01', until: '2026-07-01' }] },
      history: [{ benefitId: 'stay', eventOn: '2025-05-05', of: 'member', amountSatang: 50_000, uses: { 'nights-year': 5 } }],
    }, [])
    expect(neighbour?.person.covered).toHaveLength(1)
    expect(Object.keys(neighbour?.person.facts ?? {})).toEqual(['joinedOn'])
    expect(neighbour).not.toHaveProperty('history')
    expect(JSON.stringify(neighbour)).not.toMatch(/2026-06-15|2020-01-07|1950/)
  })
})

test('what a person calls “so it should be” leaves free which limit cut it', () => {
  expect(asExpected({ outcome: 'eligible', satang: 100, inKind: [], cutBy: ['year'] })).toEqual({ outcome: 'eligible', satang: 100 })
  expect(matches({ outcome: 'ineligible' }, { outcome: 'ineligible', because: ['wait'] })).toBe(true)
  expect(matches({ outcome: 'ineligible', because: ['wait'] }, { outcome: 'ineligible', because: ['wait', 'window'] })).toBe(false)
})

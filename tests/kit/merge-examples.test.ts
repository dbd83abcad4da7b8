import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { upgrade } from '../../plugins/kit/merge.ts'
import { wordsOf } from '../../plugins/kit/merge-words.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import { kitVocabulary } from '../../plugins/kit/plugin.ts'
import { packHash, type AdoptedPack } from '../../plugins/kit/regulation.ts'
import { changed, examplePack as base, exampleRegulation } from './example-pack.ts'
import { situations } from './random-edits.ts'

const copied = (pack: Pack, own: Omit<AdoptedPack, 'pack' | 'hash'> = {}): AdoptedPack => ({ pack, hash: packHash(pack), ...own })
const told = (mine: AdoptedPack, theirs: Pack) => upgrade(base, mine, theirs).conflicts.map((conflict) => wordsOf(conflict, { base, mine, theirs, fundTerms: exampleRegulation.fundTerms, on: '2026-06-01', vocabulary: kitVocabulary }))

const rate = 'terms.nightRate.values.0.value'
const raised = changed(base, rate, 15_000)
const own = (satang: number) => copied(base, { values: { nightRate: [{ from: '2021-01-01', value: satang, source: 'มติ 2/2564' }] } })

describe('a value of the fund’s own', () => {
  test('stays, and is a conflict where the model has another by now', () => {
    const { conflicts, adopted } = upgrade(base, own(12_000), raised)
    expect(conflicts.map(({ id }) => id)).toEqual(['terms.nightRate.own'])
    expect(adopted).toBeUndefined()
    expect(told(own(12_000), raised)[0]?.sentence).toEqual({
      th: 'คืนละ: ต้นแบบเปลี่ยนจาก “100 บาท ตั้งแต่ 1 ต.ค. 2562” เป็น “150 บาท ตั้งแต่ 1 ต.ค. 2562” · ของกองทุนคือ “120 บาท ตั้งแต่ 1 ม.ค. 2564”',
      en: 'a night: the model changed it from “100 baht from 1 Oct 2019” to “150 baht from 1 Oct 2019” · the fund has “120 baht from 1 Jan 2021”',
    })
  })

  test('kept, it stands on the new model; given up, the model’s holds', () => {
    expect(upgrade(base, own(12_000), raised, { 'terms.nightRate.own': 'mine' }).adopted).toEqual({ ...own(12_000), pack: raised, hash: packHash(raised) })
    expect(upgrade(base, own(12_000), raised, { 'terms.nightRate.own': 'theirs' }).adopted).toEqual(copied(raised))
  })

  test('that is what the model has come to is no conflict', () => {
    expect(upgrade(base, own(15_000), raised)).toEqual({ conflicts: [], adopted: { ...own(15_000), pack: raised, hash: packHash(raised) } })
  })

  test('of a value that the model took out is a conflict of the whole value', () => {
    const { damageMax: _gone, ...terms } = base.terms
    const mine = copied(base, { values: { damageMax: [{ from: '2021-01-01', value: 1, source: 'x' }] } })
    expect(upgrade(base, mine, { ...base, terms }).conflicts.map(({ id }) => id)).toEqual(['terms.damageMax'])
    expect(upgrade(base, mine, { ...base, terms }, { 'terms.damageMax': 'theirs' }).adopted).toEqual(copied({ ...base, terms }))
  })
})

describe('what both changed', () => {
  test('a step of a ladder: the fund’s bound and the model’s amount are one sentence each', () => {
    const mine = changed(base, 'terms.deathSteps.values.0.value.1.from', { years: 3 })
    const theirs = changed(base, 'terms.deathSteps.values.0.value.1.value', 700_000)
    expect(told(copied(mine), theirs)).toEqual([expect.objectContaining({ about: { th: 'เงินช่วยงานศพ', en: 'funeral grant' }, mine: { th: '3 ปี → 6,000 บาท', en: '3 years → 6,000 baht' }, theirs: { th: '2 ปี 1 วัน → 7,000 บาท', en: '2 years 1 day → 7,000 baht' } })])
  })

  test('a whole ladder: the day comes first, then a step each', () => {
    const own = copied(base, { values: { deathSteps: [{ from: '2021-01-01', value: [{ id: 'six-months', from: { months: 6 }, value: 1 }], source: 'x' }] } })
    const [conflict] = told(own, changed(base, 'terms.deathSteps.values.0.value.1.value', 700_000))
    expect(conflict?.mine.th).toMatch(/^ตั้งแต่ 1 ม.ค. 2564 · 6 เดือน → /)
  })

  test('other steps of one ladder, other leaves of one condition, are no conflict', () => {
    const mine = changed(changed(base, 'terms.deathSteps.values.0.value.0.value', 350_000), 'benefits.0.conditions.all.0.value', 2)
    const theirs = changed(changed(base, 'terms.deathSteps.values.0.value.1.value', 700_000), 'benefits.0.conditions.all.1.name', { th: 'มีใบแพทย์', en: 'with a certificate' })
    const { conflicts, adopted } = upgrade(base, copied(mine), theirs)
    expect(conflicts).toEqual([])
    expect(adopted?.pack).toEqual(changed(changed({ ...mine, version: '1.0.1', basedOn: { pack: 'example', version: '1.0.0', hash: packHash(theirs) } }, 'terms.deathSteps.values.0.value.1.value', 700_000), 'benefits.0.conditions.all.1.name', { th: 'มีใบแพทย์', en: 'with a certificate' }))
  })

  test('two steps that would begin at one bound are a conflict of the ladder', () => {
    const at = 'terms.deathSteps.values.0.value'
    const more = (id: string) => changed(base, `${at}.2`, { id, from: { years: 4 }, value: 900_000 })
    expect(upgrade(base, copied(more('four')), more('vier')).conflicts.map(({ id }) => id)).toEqual(['terms.deathSteps.values.2019-10-01.value'])
  })

  test('a leaf that one side took out and the other changed is a conflict of the condition', () => {
    const mine = changed(base, 'benefits.2.conditions', { any: [base.benefits[2]?.conditions && 'any' in base.benefits[2].conditions ? base.benefits[2].conditions.any[0] : undefined] })
    const theirs = changed(base, 'benefits.2.conditions.any.1.value', 3)
    const [words] = told(copied(mine), theirs)
    expect(words?.about).toEqual({ th: 'ทุนการศึกษา · เงื่อนไข', en: 'School grant · conditions' })
    expect(words?.mine.th).toBe('เรียนประถม')
    expect(words?.theirs.th).toBe('เรียนประถม หรือเกรดถึงเกณฑ์ (3)')
  })

  test('a benefit that the fund took out and the model changed', () => {
    const mine = { ...base, benefits: base.benefits.filter(({ id }) => id !== 'stay') }
    expect(told(copied(mine), changed(base, 'benefits.0.amount', { fixed: 'nightRate' }))[0]).toMatchObject({ about: { th: 'นอนโรงพยาบาล' }, mine: { th: 'ไม่มี' }, theirs: { th: 'ได้ 100 บาท' } })
  })

  test('what a leaf asks for', () => {
    const at = 'benefits.0.conditions.all.0.value'
    expect(told(copied(changed(base, at, 2)), changed(base, at, 3))[0]).toMatchObject({ about: { th: 'นอนโรงพยาบาล · เงื่อนไข' }, mine: { th: 'จำนวนคืนที่นอน ตั้งแต่ 2 วัน' }, theirs: { en: 'nights in hospital at least 3 days' } })
  })

  test('an amount of several lines is told with each of them', () => {
    const byLevel = (primary: string, secondary: string) => changed(base, 'benefits.2.amount', { choice: 'level', branches: { primary: { fixed: primary }, secondary: { fixed: secondary } } })
    const [words] = told(copied(byLevel('nightRate', 'damageMax')), byLevel('damageMax', 'nightRate'))
    expect([words?.mine.th, words?.theirs.th]).toEqual(['ได้ตามระดับชั้น · ประถม 100 บาท · มัธยม 5,000 บาท', 'ได้ตามระดับชั้น · ประถม 5,000 บาท · มัธยม 100 บาท'])
    expect(words?.base.en).toBe('By level of school · Primary 500 baht · Secondary 1,000 baht')
  })

  test('a limit and a document', () => {
    const mine = changed(changed(base, 'benefits.0.limits.0.atMost', 'nightsStay'), 'benefits.0.documents.0.name', { th: 'ใบนัด', en: 'an appointment slip' })
    const theirs = changed(changed(base, 'benefits.0.limits.0.per', 'lifetime'), 'benefits.0.documents.0.name', { th: 'ใบเสร็จ', en: 'a receipt' })
    expect(told(copied(mine), theirs).map(({ about, mine: ours }) => `${about.th}: ${ours.th}`)).toEqual(['นอนโรงพยาบาล · เพดาน: ปีละไม่เกิน 5 วัน', 'นอนโรงพยาบาล · เอกสาร: ใบนัด'])
  })
})

test('order: the model’s where the fund left it, the fund’s where it did not; what is new stands behind its neighbour', () => {
  const [stay, death, school, disaster] = base.benefits
  if (!stay || !death || !school || !disaster) throw new Error('the example has four benefits')
  const extra = (id: string) => ({ ...disaster, id })
  const orderOf = (mine: Pack['benefits'], theirs: Pack['benefits']) => upgrade(base, copied({ ...base, benefits: mine }), { ...base, benefits: theirs }).adopted?.pack.benefits.map(({ id }) => id)

  expect(orderOf([stay, extra('ours'), death, school, disaster], [disaster, stay, death, extra('models'), school])).toEqual(['disaster', 'stay', 'ours', 'death', 'models', 'school'])
  expect(orderOf([death, school, disaster, stay], [school, disaster, death]), 'what only moved out of the way is no order of the fund’s own').toEqual(['school', 'disaster', 'death'])
  expect(orderOf([school, stay, death, disaster], [disaster, stay, death, school])).toEqual(['school', 'stay', 'death', 'disaster'])
})

test('every conflict is said in both languages, whatever it is about', () => {
  fc.assert(fc.property(situations, ({ base: model, mine, theirs }) => {
    for (const conflict of upgrade(model, mine, theirs).conflicts) {
      const words = attempt(() => wordsOf(conflict, { base: model, mine, theirs, fundTerms: exampleRegulation.fundTerms, on: '2026-06-01', vocabulary: kitVocabulary }))
      if (words) expect(Object.values(words).every(({ th, en }) => th.trim() !== '' && en.trim() !== '')).toBe(true)
    }
  }), { numRuns: 300 })
})

/** Random packs may name terms that are no longer declared, which a glossary refuses to read; `check` keeps such packs out. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && /not declared/.test(error.message)) return undefined
    throw error
  }
}

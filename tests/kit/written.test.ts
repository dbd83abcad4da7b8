import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { regulationFor, type Cases } from '../../plugins/kit/cases.ts'
import type { Day } from '../../plugins/kit/day.ts'
import type { FundTerms } from '../../plugins/kit/fund-terms.ts'
import { glossaryOf, measureOf } from '../../plugins/kit/glossary.ts'
import { mutantsOf } from '../../plugins/kit/mutate.ts'
import type { NoticeLine } from '../../plugins/kit/notice-line.ts'
import { noticeOf } from '../../plugins/kit/notice.ts'
import { standingOf, type Pack } from '../../plugins/kit/pack.ts'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import { figure } from '../../plugins/kit/quantity.ts'
import { benefitsOf, datedValues, packAsHeld, packHash, type Regulation } from '../../plugins/kit/regulation.ts'
import { read } from '../../plugins/kit/sentence.ts'
import type { Term, TermValue } from '../../plugins/kit/term.ts'
import { termsCompared, termsUsed } from '../../plugins/kit/terms-used.ts'
import type { Lang } from '../../plugins/kit/text.ts'
import type { Value } from '../../plugins/kit/value.ts'
import { written } from '../../plugins/kit/written.ts'
import type { Edition, Written, WrittenClause } from '../../plugins/kit/written-clause.ts'
import { FundDefinition, resolveRegulations } from '../../server/funds/definition.ts'
import { everyShapePack, everyShapeRegulation } from './every-shape-pack.ts'

const says = (th: string, en: string) => ({ th, en })
const ON = '2026-06-01'
const edition: Edition = { fund: says('กองทุนสวัสดิการชุมชนตำบลตัวอย่าง', 'Sample Community Welfare Fund'), number: 2, fromOn: '2020-01-01', resolution: { number: '3/2562', heldOn: '2019-12-08', title: says('มติที่ประชุมใหญ่', 'general meeting') }, follows: { number: 1, fromOn: '2015-01-01' } }
const vocabulary = vocabularyOf(plugins)
const on = (regulation: Regulation, day: Day = ON, more: Partial<Edition> = {}) => written(regulation, { ...edition, ...more }, day, vocabulary)

const lineTexts = (lines: readonly NoticeLine[], lang: Lang): string[] =>
  lines.flatMap(({ parts, until, gives, under = [] }) => [[read(parts, lang), until?.[lang], gives && read(gives, lang)].filter((part) => part !== undefined).join(' '), ...lineTexts(under, lang)])
const clauseText = ({ number, title, items, source }: WrittenClause, lang: Lang): string[] =>
  [`${number} ${title[lang]}`, ...items.flatMap((item) => [...(item.title ? [item.title[lang]] : []), ...lineTexts(item.lines, lang)]), ...(source ? [source[lang]] : [])]
const textOf = ({ title, fund, preamble, chapters }: Written, lang: Lang = 'th') =>
  [title[lang], fund[lang], preamble?.[lang] ?? '', ...chapters.flatMap((chapter) => [`${chapter.number} ${chapter.title[lang]}`, ...chapter.clauses.flatMap((clause) => clauseText(clause, lang))])].join('\n')

const clauseNamed = (document: Written, title: string) => document.chapters.flatMap(({ clauses }) => clauses).find((clause) => clause.title.en === title)

/** Every regulation that ships: each pack by itself, each sample fund's, and the pack of every shape. */
const shipped: [string, Regulation, Day][] = [
  ...plugins.flatMap(({ packs = [] }) => packs).map((pack): [string, Regulation, Day] => [`the pack ${pack.id}`, regulationFor(pack), '1950-01-01']),
  ...globSync('tenants/phuket/*.json').filter((path) => !path.endsWith('network.json')).toSorted().flatMap((path) => {
    const definition = FundDefinition.parse(JSON.parse(readFileSync(path, 'utf8')))
    const read = resolveRegulations(definition, plugins, [])
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    return read.value.map((regulation, at): [string, Regulation, Day] => [`${definition.slug}, edition ${at + 1}`, regulation, definition.publications[at]?.fromOn ?? ON])
  }),
  ['every shape', everyShapeRegulation, '2020-01-01'],
]

/** The days of an edition on which it may read otherwise than before. */
const daysOf = ({ packs }: Regulation, fromOn: Day) =>
  [fromOn, ...new Set(packs.flatMap((adopted) => Object.entries(adopted.pack.terms).flatMap(([id, term]) => datedValues(adopted, id, term).map(({ from }) => from))))].filter((day) => day >= fromOn)

test('it has chapters and clauses that are numbered through, the general ones first, benefits from birth on, coming into force last', () => {
  const { chapters } = on(everyShapeRegulation)
  expect(chapters.map(({ title }) => title.th)).toEqual([
    'บททั่วไป', 'เงื่อนไขทั่วไป', 'สวัสดิการเด็กแรกเกิดและการคลอดบุตร', 'สวัสดิการเมื่อเจ็บป่วย', 'สวัสดิการผู้สูงอายุ', 'สวัสดิการเมื่อเสียชีวิต', 'สวัสดิการงานศพ',
    'สวัสดิการการศึกษา', 'สวัสดิการเมื่อประสบภัย', 'สวัสดิการเมื่อแต่งงาน', 'สวัสดิการอื่น', 'การประกาศใช้และการแก้ไข',
  ])
  const clauses = chapters.flatMap(({ clauses }) => clauses)
  expect(clauses.map(({ number }) => number)).toEqual(clauses.map((_, at) => at + 1))
  expect(clauses.filter(({ title }) => everyShapePack.benefits.some((benefit) => benefit.title.th === title.th))).toHaveLength(everyShapePack.benefits.length)
})

test('a benefit is one clause: its day, conditions, amount, limits, claim, payee, documents, and where its pack says it', () => {
  const stay = clauseNamed(on(everyShapeRegulation), 'Hospital stay')
  expect(stay && clauseText(stay, 'th')).toEqual([
    '10 นอนโรงพยาบาล',
    'วันเกิดเหตุ', 'วันที่ออกจากโรงพยาบาล',
    'เงื่อนไข', 'เมื่อเป็นสมาชิกครบ 180 วัน', 'เมื่อมีใบรับรองแพทย์', 'เมื่อค้างส่งไม่เกิน 2 งวด', 'ยกเว้นกรณีบาดเจ็บจากการทะเลาะวิวาท',
    'จำนวนที่ได้รับ', 'ได้คืนละ 200 บาท', 'ครั้งละไม่เกิน 3 คืน', 'ครั้งละไม่เกิน 500 บาท',
    'ขีดจำกัด', 'ปีละไม่เกิน 20 คืน', 'รวมแล้วไม่เกินปีละ 1,000 บาท',
    'การยื่นคำขอ', 'ยื่นภายใน 60 วันหลังออกจากโรงพยาบาล',
    'ผู้รับเงิน', 'จ่ายให้สมาชิก',
    'เอกสาร', 'ใบรับรองแพทย์', 'ใบมอบฉันทะ เฉพาะเมื่อมีผู้อื่นมารับแทน',
    'ข้อ 12 ของ “ทุกรูปแบบ”',
  ])
})

/** The name of a condition holds the sense of its operator and the options it asks for; when a question is put decides nothing. */
const UNSAID = [/\.operator:/, /(conditions|when)\S*\.value: (\[?"|true|false)/, /\.askedWhen/]

/** Parts of a satang are nobody's concern. */
function roundsSatang(pack: Pack, what: string): boolean {
  const place = what.slice(0, what.indexOf(':')).split('.')
  const rounding = place.slice(0, -1).reduce<unknown>((within, key) => (within as Record<string, unknown>)[key], pack) // a mutant's place leads through objects and lists
  return place.at(-1) === 'how' && (rounding as { to: string }).to === 'satang'
}

/** A pack with the values that its cases give to what it leaves open. */
function asGiven(pack: Pack, cases: readonly Cases[]): Pack {
  const [adopted] = regulationFor(pack, cases.find((each) => each.pack === pack.id)?.given).packs
  return adopted ? packAsHeld(adopted) : pack
}

describe('everything that decides money is said', () => {
  test.each(shipped)('%s: every line of the notice, and every value in force of every benefit', (_, regulation, fromOn) => {
    for (const day of daysOf(regulation, fromOn)) {
      const document = on(regulation, day, { fromOn })
      for (const lang of ['th', 'en'] as const) {
        const said = document.chapters.flatMap(({ clauses }) => clauses).flatMap(({ items }) => items.flatMap(({ lines }) => lineTexts(lines, lang)))
        const notice = noticeOf(regulation, day, vocabulary).benefits.flatMap(({ lines }) => lineTexts(lines.flatMap((line) => (line.about === 'document' ? line.under ?? [] : [line])), lang))
        expect(notice.filter((line) => !said.includes(line))).toEqual([])
        expect(valuesMissingIn(textOf(document, lang), regulation, day, lang)).toEqual([])
      }
    }
  })

  test.each([...plugins.flatMap(({ packs = [], cases = [] }) => packs.map((pack) => asGiven(pack, cases))), everyShapePack].map((pack): [string, Pack] => [pack.id, pack]))('%s: a change of any value, step, group, rounding or exemption changes what is written', (_, pack) => {
    const texts = (changed: Pack) => {
      const regulation = regulationFor(changed)
      return daysOf(regulation, '1800-01-01').slice(1).map((day) => textOf(on(regulation, day, { fromOn: '1800-01-01' }))).join('\n')
    }
    const before = texts(pack)
    const mutants = mutantsOf(pack, vocabulary).filter(({ what }) => !UNSAID.some((each) => each.test(what)) && !roundsSatang(pack, what))
    expect(mutants.length).toBeGreaterThan(10)
    expect(mutants.filter((mutant) => texts(mutant.pack) === before).map(({ what }) => what)).toEqual([])
  })

  test.each<[string, Partial<FundTerms>]>([
    ['the year', { year: 'fiscal' }], ['the year of membership', { year: 'membership' }], ['from when a membership counts', { memberFrom: 'joined' }], ['the clock', { clock: '360' }], ['the other clock', { clock: '365' }],
    ['the lapse', { lapse: { by: 'instalmentsMissed', moreThan: 7 } }], ['how it lapses', { lapse: { by: 'daysSincePayment', moreThan: 6 } }], ['arrears paid late', { arrearsCured: 'never' }], ['the word for what is paid', { contributionWord: says('เงินออม', 'savings') }],
  ])('what the fund means by its words: %s', (_, change) => {
    const changed = { ...everyShapeRegulation, fundTerms: { ...everyShapeRegulation.fundTerms, ...change } }
    for (const lang of ['th', 'en'] as const) expect(textOf(on(changed), lang)).not.toBe(textOf(on(everyShapeRegulation), lang))
  })

  test('a benefit that the fund does not take is not in it', () => {
    const [adopted] = everyShapeRegulation.packs
    if (!adopted) throw new Error('it adopts a pack')
    const document = on({ ...everyShapeRegulation, packs: [{ ...adopted, without: ['stay'] }] })
    expect(clauseNamed(document, 'Hospital stay')).toBeUndefined()
    expect(clauseNamed(document, 'Childbirth')).toBeDefined()
  })
})

describe('a value that changes within an edition', () => {
  const [adopted] = everyShapeRegulation.packs
  const raised: Regulation = { ...everyShapeRegulation, packs: [{ pack: everyShapePack, hash: packHash(everyShapePack), ...adopted, values: { nightRate: [{ from: '2020-01-01', value: 20_000, source: 'a' }, { from: '2027-01-01', value: 25_000, source: 'b' }] } }] }

  test('stands in its clause with the day from which it holds', () => {
    const stay = clauseNamed(on(raised), 'Hospital stay')
    expect(stay?.items.at(-1)).toMatchObject({ title: { th: 'ตั้งแต่วันที่ 1 มกราคม 2570' } })
    expect(lineTexts(stay?.items.at(-1)?.lines ?? [], 'th')).toEqual(['ได้คืนละ 250 บาท'])
  })

  test('is what stands from its day on, and until then the text stays the same', () => {
    expect(textOf(on(raised, '2026-12-31'))).toBe(textOf(on(raised, '2020-01-01')))
    expect(textOf(on(raised, '2027-01-01'))).toContain('ได้คืนละ 250 บาท')
    expect(textOf(on(raised, '2027-01-01'))).not.toContain('ได้คืนละ 200 บาท\n')
    expect(textOf(on(raised, '2027-01-01'))).toContain('ใช้ตั้งแต่วันที่ 1 มกราคม 2570')
  })

  test('is not told of a day on which another edition has taken over', () => {
    expect(textOf(on(raised, ON, { untilOn: '2027-01-01' }))).not.toContain('250 บาท')
  })
})

test('the last chapter says from when, by which resolution and in whose place; a draft says that it is one', () => {
  expect(textOf(on(everyShapeRegulation))).toContain('ระเบียบนี้เป็นฉบับที่ 2 ใช้ตั้งแต่วันที่ 1 มกราคม 2563 เป็นต้นไป\nตามมติที่ประชุมใหญ่ ครั้งที่ 3/2562 เมื่อวันที่ 8 ธันวาคม 2562\nใช้แทนฉบับที่ 1 ซึ่งใช้ตั้งแต่วันที่ 1 มกราคม 2558')
  const draft = textOf(written(everyShapeRegulation, { fund: edition.fund, fromOn: '2027-01-01' }, '2027-01-01'))
  expect(draft).toContain('ระเบียบนี้เป็นร่าง ยังไม่ประกาศใช้')
  expect(draft).not.toMatch(/ฉบับที่|มติที่ประชุม ครั้งที่/)
})

test('it says nothing of the machine: no ids, no English in Thai, no Thai in English', () => {
  const sources = /ข้อ 1[0-9]|หมวด 3|“[^”]*”/g
  expect(textOf(on(everyShapeRegulation), 'th')).not.toMatch(/[A-Za-z{}]|undefined|NaN/)
  expect(textOf(on(everyShapeRegulation), 'en').replace(sources, '')).not.toMatch(/[ก-๙{}]|undefined|NaN/)
})

/** The values on a day of the terms that benefits read, as figures, that a text does not say. A stride of one year reads "ปีละ", and a flag is its condition's name. */
function valuesMissingIn(text: string, regulation: Regulation, day: Day, lang: Lang): string[] {
  return benefitsOf(regulation).flatMap(({ benefit, adopted }) => {
    const { term, value } = glossaryOf(adopted, regulation.fundTerms, day, vocabulary)
    const ids = new Set([...termsUsed(benefit), ...termsCompared(standingOf(benefit, adopted.pack))])
    return [...ids].flatMap((id) => valuesIn(term(id), value(id)).map((each) => figure(each, measureOf(term(id)), lang)).filter((each) => !text.includes(each) && each !== '1 ปี' && each !== '1 year').map((each) => `${benefit.id}.${id}: ${each}`))
  })
}

function valuesIn({ type }: Term, value: TermValue | undefined): Value[] {
  if (value === undefined || type === 'flag') return []
  if (Array.isArray(value)) return value.map((step) => step.value)
  return type === 'schedule' ? Object.values(value as Record<string, number>) : [value as Value] // a schedule holds items, the rest one value
}

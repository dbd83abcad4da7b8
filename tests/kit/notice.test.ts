import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { NoticeLine } from '../../plugins/kit/notice-line.ts'
import { noticeOf, noticeText } from '../../plugins/kit/notice.ts'
import type { Benefit } from '../../plugins/kit/pack.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { read, type Part } from '../../plugins/kit/sentence.ts'
import type { Term } from '../../plugins/kit/term.ts'
import type { Lang } from '../../plugins/kit/text.ts'
import { everyShapePack, everyShapeRegulation } from './every-shape-pack.ts'
import { examplePack, exampleRegulation } from './example-pack.ts'

const ON = '2026-06-01'
const notice = noticeOf(everyShapeRegulation, ON)
const says = (th: string, en: string) => ({ th, en })

/** The lines of one benefit after something about it was changed. */
function linesOf(change: Partial<Benefit>, lang: Lang, { terms = {}, fundTerms = {} }: { terms?: Record<string, Term>; fundTerms?: Partial<Regulation['fundTerms']> } = {}): string[] {
  const [stay] = examplePack.benefits
  if (!stay) throw new Error('the example pack has a stay')
  const pack = { ...examplePack, standing: [], terms: { ...examplePack.terms, ...terms }, benefits: [{ id: 'other', category: stay.category, title: stay.title, eventOn: stay.eventOn, asks: stay.asks, amount: { fixed: 'nightRate' }, ...change }] }
  const [benefit] = noticeOf({ ...exampleRegulation, fundTerms: { ...exampleRegulation.fundTerms, ...fundTerms }, packs: [{ pack, hash: exampleRegulation.packs[0]?.hash ?? '' }] }, ON).benefits
  return (benefit?.lines ?? []).map((line) => read(line.parts, lang))
}

const allLines = (lines: readonly NoticeLine[]): NoticeLine[] => lines.flatMap((line) => [line, ...allLines(line.under ?? [])])
const everyLine = notice.benefits.flatMap((benefit) => allLines(benefit.lines))
const partsIn = (lines: readonly NoticeLine[]): Part[] => allLines(lines).flatMap((line) => [...line.parts, ...(line.gives ?? [])])
const written = (line: NoticeLine, lang: Lang) => [read(line.parts, lang), line.until?.[lang] ?? '', line.gives ? read(line.gives, lang) : ''].join(' ')

test.each(['th', 'en'] as const)('every amount, limit and condition is a sentence that was read aloud (%s)', (lang) => {
  expect(`${noticeText(notice, lang)}\n`.split('\n')).toEqual(readFileSync(new URL(`every-shape-notice.${lang}.txt`, import.meta.url), 'utf8').split('\n'))
})

test('a notice says nothing of the machine: no ids, no undefined, no English in Thai', () => {
  const ids = [...Object.keys(everyShapePack.terms), ...Object.keys(everyShapePack.facts ?? {})].filter((id) => /[A-Z]/.test(id))
  for (const line of everyLine) {
    expect(written(line, 'th')).not.toMatch(/[A-Za-z{}]|undefined|NaN/)
    expect(written(line, 'en')).not.toMatch(/[ก-๙{}]|undefined|NaN/)
    for (const id of ids) expect(written(line, 'en')).not.toContain(id)
  }
})

test('a line begins with a capital in English and never with a space', () => {
  for (const { parts } of everyLine) expect(read(parts, 'en')).toMatch(/^[A-Z\d…]/)
  for (const line of everyLine) for (const lang of ['th', 'en'] as const) expect(read(line.parts, lang)).toBe(read(line.parts, lang).trim().replaceAll('  ', ' '))
})

test('every value in it can be tapped and brings its term and what it stands at', () => {
  const stay = notice.benefits.find((benefit) => benefit.id === 'stay')
  expect(stay).toMatchObject({ packId: 'every-shape', category: 'sickness', clause: { number: '12' } })
  expect(stay?.lines[0]).toEqual({ about: 'amount', parts: [
    { text: says('ได้คืนละ ', '') }, { value: says('200', '200'), term: 'nightRate', raw: 20_000 }, { text: says(' บาท', ' baht per night') },
  ] })
  for (const part of partsIn(notice.benefits.flatMap((benefit) => benefit.lines))) if ('term' in part) expect(everyShapePack.terms).toHaveProperty(part.term)
})

test('a step and an item bring their own ids, so that they can be tapped one by one', () => {
  const death = notice.benefits.find((benefit) => benefit.id === 'death')
  const [steps] = death?.lines ?? []
  expect(steps?.under?.[1]).toEqual({
    about: 'amount', until: says('จนถึงก่อนครบ 15 ปี', 'and less than 15 years'),
    parts: [{ text: says('ครบ ', 'From ') }, { value: says('2 ปี', '2 years'), term: 'deathSteps', raw: { years: 2 }, at: 'two' }],
    gives: [{ value: says('6,000', '6,000'), term: 'deathSteps', raw: 600_000, at: 'two' }, { text: says(' บาท', ' baht') }],
  })
})

test('every term that a benefit needs stands in its notice', () => {
  const shown = new Set(partsIn(notice.benefits.flatMap((benefit) => benefit.lines)).flatMap((part) => ('term' in part ? [part.term] : [])))
  expect(Object.keys(everyShapePack.terms).filter((id) => !shown.has(id))).toEqual([])
})

test('what binds most benefits is said once for all of them, with those that it does not bind', () => {
  const standing = { id: 'waiting', clause: { number: '11' }, conditions: { id: 'waited', name: says('เป็นสมาชิกครบ', 'a member for'), fact: 'membershipDays', operator: 'greaterThanInclusive', value: 180 } }
  const [first] = examplePack.benefits
  if (!first) throw new Error('the example pack has a benefit')
  const benefits = [{ ...first, id: 'one', title: says('หนึ่ง', 'One') }, { ...first, id: 'two', title: says('สอง', 'Two'), exempt: ['waiting'] }, { ...first, id: 'three', title: says('สาม', 'Three') }]
  const sheet = (each: typeof benefits) => noticeOf({ ...exampleRegulation, packs: [{ pack: { ...examplePack, standing: [standing], benefits: each }, hash: '' }] }, ON)
  const { general: [general], benefits: [one] } = sheet(benefits)
  expect(noticeText(sheet(benefits), 'th').split('\n').slice(3, 6)).toEqual(['ทุกสวัสดิการ · ข้อ 11', '  เมื่อเป็นสมาชิกครบ 180 วัน', '    ยกเว้นสอง'])
  expect(general?.rules[0]?.except).toEqual([says('สอง', 'Two')])
  const said = (lines: typeof one) => (lines?.lines ?? []).map((line) => read(line.parts, 'en'))
  expect(said(one)).not.toContain('When a member for 180 days')
  const few = sheet(benefits.map((benefit) => ({ ...benefit, exempt: benefit.id === 'one' ? [] : ['waiting'] })))
  expect(few.general).toEqual([])
  expect(said(few.benefits[0])).toContain('When a member for 180 days')
})

test('what a fund has not set reads as a blank on paper, and a person may fill it in', () => {
  const special = notice.benefits.find((benefit) => benefit.id === 'special')
  expect(special?.lines[0]?.parts[1]).toEqual({ value: says('ยังไม่กำหนด', 'not set yet'), term: 'openRate' })
})

test('a notice shows the values of its day', () => {
  const raised: Term = { type: 'money', label: says('คืนละ', 'a night'), values: [{ from: '2020-01-01', value: 10_000, source: 'a' }, { from: ON, value: 25_000, source: 'b' }] }
  expect(linesOf({}, 'th', { terms: { nightRate: raised } })).toEqual(['ได้ 250 บาท'])
  const [benefit] = noticeOf({ ...exampleRegulation, packs: [{ pack: { ...examplePack, terms: { ...examplePack.terms, nightRate: raised } }, hash: '' }] }, '2026-05-31').benefits
  expect(read(benefit?.lines[0]?.parts ?? [], 'en')).toBe('100 baht per day')
})

test('what the fund means by its words stands below, where it could be taken otherwise', () => {
  expect(notice.notes.map((note) => note.th)).toEqual(['ปีหนึ่งเริ่มนับวันที่ 1 มกราคม', 'เวลาเป็นสมาชิก นับจากวันที่กรรมการมีมติรับ', 'ค้างส่งเงินสัจจะเกิน 6 งวด พ้นสมาชิกภาพเพราะขาดส่ง'])
  const { lapse: _lapse, year: _year, ...rest } = everyShapeRegulation.fundTerms
  const other = noticeOf({ ...everyShapeRegulation, fundTerms: { ...rest, memberFrom: 'applied', year: 'fiscal', lapse: { by: 'daysSincePayment', moreThan: 90 }, contributionWord: says('เงินออม', 'savings') } }, ON)
  expect(other.notes.map((note) => note.th)).toEqual(['ปีหนึ่งเริ่มนับวันที่ 1 ตุลาคม', 'เวลาเป็นสมาชิก นับจากวันที่ยื่นใบสมัคร', 'ไม่ได้ส่งเงินออมเกิน 90 วัน พ้นสมาชิกภาพเพราะขาดส่ง'])
  expect(noticeOf({ ...everyShapeRegulation, fundTerms: { ...rest, memberFrom: 'joined', year: 'membership' } }, ON).notes).toEqual([says('ปีหนึ่งเริ่มนับวันที่เริ่มเป็นสมาชิก', 'A year begins on the day the membership began.')])
})

test("the fund's own word for what members pay stands in the kit's names, not in the pack's", () => {
  expect(linesOf({ amount: { ladder: 'deathSteps', by: 'contributed' } }, 'th', { fundTerms: { contributionWord: says('เงินออม', 'savings') } })).toEqual(['ได้ตามเวลาที่ส่งเงินออมแล้ว'])
})

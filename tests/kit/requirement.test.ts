import { expect, test } from 'vitest'
import type { Condition, Leaf } from '../../plugins/kit/condition.ts'
import { glossaryOf } from '../../plugins/kit/glossary.ts'
import { kitVocabulary } from '../../plugins/kit/plugin.ts'
import { inline, requirement, requirementLines } from '../../plugins/kit/requirement.ts'
import { phrase, plain, read, words } from '../../plugins/kit/sentence.ts'
import { everyShapePack, everyShapeRegulation } from './every-shape-pack.ts'

const glossary = glossaryOf({ pack: everyShapePack, hash: '' }, everyShapeRegulation.fundTerms, '2026-06-01', kitVocabulary)
const leaf = (th: string, en: string, fact: string, value: Leaf['value'], operator = 'greaterThanInclusive'): Leaf => ({ id: 'leaf', name: { th, en }, fact, operator, value })
const reads = (each: Leaf) => [read(requirement(each, glossary), 'th'), read(requirement(each, glossary), 'en')]
const mother = leaf('สมาชิกเป็นแม่ของเด็ก', 'the member is the mother', 'mother', true, 'equal')

test.each([
  ['the value of a term ends the sentence', leaf('เป็นสมาชิกครบ', 'a member for', 'membershipDays', { fact: 'membershipMin' }), ['เป็นสมาชิกครบ 180 วัน', 'a member for 180 days']],
  ['so does a literal, with the unit of the fact', leaf('นอนอย่างน้อย', 'stayed at least', 'nights', 1), ['นอนอย่างน้อย 1 คืน', 'stayed at least 1 night']],
  ['braces mark the place of a value inside', leaf('อายุ {}ขึ้นไป', 'aged {} or over', 'memberAge', { fact: 'ageMin' }, 'atLeast'), ['อายุ 60 ปีขึ้นไป', 'aged 60 years or over']],
  ['after other words the value stands in brackets', leaf('เกรดถึงเกณฑ์', 'a good grade', 'grade', { fact: 'gradeMin' }), ['เกรดถึงเกณฑ์ (3.5)', 'a good grade (3.5)']],
  ['an amount has its commas and its baht', leaf('ส่งเงินสัจจะแล้วอย่างน้อย', 'contributions of at least', 'contributionsPaid', 100_000), ['ส่งเงินสัจจะแล้วอย่างน้อย 1,000 บาท', 'contributions of at least 1,000 baht']],
  ['a day is of the Buddhist era', leaf('เข้าเป็นสมาชิกก่อนวันที่', 'joined before', 'joinedOn', '2026-02-14', 'before'), ['เข้าเป็นสมาชิกก่อนวันที่ 14 กุมภาพันธ์ 2569', 'joined before 14 February 2026 (2569 BE)']],
  ['a name that holds its value stands alone', leaf('เป็นสมาชิกครบ ๑๘๐ วัน', 'a member for 180 days', 'membershipDays', 180), ['เป็นสมาชิกครบ ๑๘๐ วัน', 'a member for 180 days']],
  ['in either language', leaf('จ่ายครบ 1000 บาท', 'paid enough', 'contributionsPaid', 100_000), ['จ่ายครบ 1000 บาท', 'paid enough (1,000 baht)']],
  ['another number in a name is not its value', leaf('เรียนจบ ป.6 เกรดตั้งแต่', 'finished year 6 with a grade of at least', 'grade', 3), ['เรียนจบ ป.6 เกรดตั้งแต่ 3', 'finished year 6 with a grade of at least 3']],
  ['a choice whose name is whole stands alone', leaf('เป็นคู่สมรสของสมาชิก', 'married to the member', 'relation', 'spouse', 'equal'), ['เป็นคู่สมรสของสมาชิก', 'married to the member']],
  ['a choice whose name asks for it has its option', leaf('สมาชิกเป็น', 'the member is a', 'memberSex', 'female', 'equal'), ['สมาชิกเป็นหญิง', 'the member is a woman']],
  ['or its options', leaf('ผู้รับเป็น', 'it goes to the', 'relation', ['spouse', 'parent'], 'in'), ['ผู้รับเป็นคู่สมรสหรือบิดามารดา', 'it goes to the husband or wife or parent']],
  ['a flag stands alone', mother, ['สมาชิกเป็นแม่ของเด็ก', 'the member is the mother']],
] as const)('%s', (_, each, expected) => {
  expect(reads(each)).toEqual(expected)
})

const lines = (condition: Condition) => requirementLines(condition, glossary).map((line) => [read(line.parts, 'th'), ...(line.under ?? []).map((each) => read(each.parts, 'th'))])

test('all of a group are lines of their own, two that are joined stand in one', () => {
  const father = { ...mother, name: { th: 'สมาชิกเป็นพ่อของเด็ก', en: 'the member is the father' } }
  const proxy = leaf('มีผู้อื่นมารับแทน', 'someone else collects it', 'byProxy', true, 'equal')
  expect(lines({ all: [mother, father] })).toEqual([['เมื่อสมาชิกเป็นแม่ของเด็ก'], ['เมื่อสมาชิกเป็นพ่อของเด็ก']])
  expect(lines({ any: [mother, father] })).toEqual([['เมื่อสมาชิกเป็นแม่ของเด็ก หรือสมาชิกเป็นพ่อของเด็ก']])
  expect(lines({ any: [mother] })).toEqual([['เมื่อสมาชิกเป็นแม่ของเด็ก']])
  expect(lines({ any: [mother, father, proxy] })).toEqual([['เมื่อเข้าข้อใดข้อหนึ่งต่อไปนี้', 'สมาชิกเป็นแม่ของเด็ก', 'สมาชิกเป็นพ่อของเด็ก', 'มีผู้อื่นมารับแทน']])
  expect(lines({ not: { not: proxy } })).toEqual([['เมื่อมีผู้อื่นมารับแทน']])
  expect(lines({ not: { all: [mother, father, proxy] } })).toEqual([['ยกเว้นกรณีครบทุกข้อต่อไปนี้', 'สมาชิกเป็นแม่ของเด็ก', 'สมาชิกเป็นพ่อของเด็ก', 'มีผู้อื่นมารับแทน']])
})

test('within a sentence groups stand in brackets', () => {
  const proxy = leaf('มีผู้อื่นมารับแทน', 'someone else collects it', 'byProxy', true, 'equal')
  const condition: Condition = { any: [{ all: [mother, proxy] }, { not: { any: [mother, proxy] } }] }
  expect(read(inline(condition, glossary), 'th')).toBe('(สมาชิกเป็นแม่ของเด็ก และมีผู้อื่นมารับแทน) หรือไม่ใช่กรณี(สมาชิกเป็นแม่ของเด็ก หรือมีผู้อื่นมารับแทน)')
  expect(read(inline(condition, glossary), 'en')).toBe('(the member is the mother and someone else collects it) or not where (the member is the mother or someone else collects it)')
})

test('a name written with its own "เมื่อ" does not say it twice', () => {
  expect(lines({ ...mother, name: { th: 'เมื่อเป็นแม่', en: 'when a mother' } })).toEqual([['เมื่อเป็นแม่']])
})

test('both wordings of a sentence hold the same values', () => {
  const value = plain('1', '1')
  expect(() => phrase(words`ได้ ${value}`, words`nothing`)).toThrow('different values')
})

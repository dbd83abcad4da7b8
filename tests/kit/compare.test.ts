import { describe, expect, test } from 'vitest'
import { regulationFor } from '../../plugins/kit/cases.ts'
import { alignBenefits, clausesOf, differencesBetween } from '../../plugins/kit/compare.ts'
import { rootsOf } from '../../plugins/kit/lineage.ts'
import { kitVocabulary } from '../../plugins/kit/plugin.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { changed, examplePack, exampleRegulation } from './example-pack.ts'

const on = '2026-11-23'
const read = (regulation: Regulation, among = [regulation]) => clausesOf(regulation, on, rootsOf(among.flatMap(({ packs }) => packs.map(({ pack }) => pack))), kitVocabulary)
const cellsOf = (...regulations: Regulation[]) => alignBenefits(regulations.map((each) => read(each, regulations))).map(({ category, cells }) => [category, ...cells.map((cell) => cell && `${cell.packId}/${cell.benefitId}`)])

const copy = regulationFor({ ...changed(examplePack, 'terms.nightRate.values.0.value', 25_000), id: 'copied', basedOn: { pack: 'example', version: '1.0.0', hash: `sha256:${'0'.repeat(64)}` } })
const stranger = regulationFor({ ...examplePack, id: 'stranger', benefits: examplePack.benefits.filter(({ id }) => id !== 'school').map((benefit) => ({ ...benefit, id: `${benefit.id}-there` })) })

describe('side by side', () => {
  test('what descends from one model stands together by its ids, strangers by their kind', () => {
    expect(cellsOf(exampleRegulation, copy, stranger)).toEqual([
      ['sickness', 'example/stay', 'example/stay', 'stranger/stay-there'],
      ['death', 'example/death', 'example/death', 'stranger/death-there'],
      ['education', 'example/school', 'example/school', undefined],
      ['disaster', 'example/disaster', 'example/disaster', 'stranger/disaster-there'],
    ])
  })

  test('a copy that a fund has changed names the copy that it was, and stands with the model all the same', () => {
    const [first] = copy.packs
    if (!first) throw new Error('the copy is a pack')
    const again = regulationFor({ ...first.pack, version: '1.0.1', title: { th: 'แก้แล้ว', en: 'Changed' }, basedOn: { pack: 'copied', version: '1.0.0', hash: first.hash } })

    expect(cellsOf(exampleRegulation, again, copy).map((cells) => cells.at(2))).toEqual(['example/stay', 'example/death', 'example/school', 'example/disaster'])
    expect(cellsOf(again).map((cells) => cells.at(1)), 'alone it tells of nothing else').toEqual(['copied/stay', 'copied/death', 'copied/school', 'copied/disaster'])
  })

  test('two of one kind and one lineage keep rows of their own, whichever comes first', () => {
    const [stay] = examplePack.benefits
    if (!stay) throw new Error('the example has a stay')
    const two = regulationFor({ ...examplePack, benefits: [{ ...stay, id: 'visit' }, stay] })
    expect(cellsOf(exampleRegulation, two).filter(([category]) => category === 'sickness')).toEqual([['sickness', 'example/stay', 'example/stay'], ['sickness', undefined, 'example/visit']])
    expect(cellsOf(stranger, two).filter(([category]) => category === 'sickness')).toEqual([['sickness', 'stranger/stay-there', 'example/visit'], ['sickness', undefined, 'example/stay']])
  })
})

describe('clause by clause', () => {
  const [stay] = read(exampleRegulation)
  const [dearer] = read(copy)
  if (!stay || !dearer) throw new Error('both have a stay')

  test('a benefit says what stands before every benefit too', () => {
    expect(stay.sentences.condition.map(({ th }) => th)).toContain('เมื่อเป็นสมาชิกครบ 180 วัน')
    expect(stay.sentences.limit.map(({ en }) => en)).toEqual(['At most 20 days a year'])
    expect(stay.sentences.document.map(({ th }) => th)).toEqual(['ใบรับรองแพทย์'])
  })

  test('only what they say otherwise is a difference', () => {
    expect(differencesBetween(stay, stay)).toEqual([])
    const [only, ...more] = differencesBetween(stay, dearer)
    expect(more).toEqual([])
    expect(only).toMatchObject({ aspect: 'amount' })
    expect(only?.one?.th).toContain('วันละ 100 บาท')
    expect(only?.other?.th).toContain('วันละ 250 บาท')
    const [death] = read(stranger).filter(({ benefitId }) => benefitId === 'death-there')
    expect(death && differencesBetween(stay, death).some(({ one, other }) => one && !other)).toBe(true)
  })
})

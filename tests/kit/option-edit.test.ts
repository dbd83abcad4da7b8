import { describe, expect, test } from 'vitest'
import { check } from '../../plugins/kit/check.ts'
import { withItems, withOption, withoutOption } from '../../plugins/kit/option-edit.ts'
import { movedBy } from '../../plugins/kit/place.ts'
import { packHash, type AdoptedPack, type Regulation } from '../../plugins/kit/regulation.ts'
import { everyShapePack as pack } from './every-shape-pack.ts'
import { says } from './told.ts'

const adopted: AdoptedPack = { pack, hash: packHash(pack), values: { schoolGrant: [{ from: '2027-01-01', value: { primary: 50_000, secondary: 110_000, degree: 210_000 }, source: 'ข้อ 9' }] } }
const regulation: Regulation = { format: 'sajja/regulation@1', title: says('ระเบียบ', 'Rules'), fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'untilClaim' }, packs: [adopted] }
const packOf = ({ packs: [first] }: Regulation) => first?.pack ?? pack
const tableOf = (each: Regulation) => { const term = packOf(each).terms['schoolGrant']; return term?.type === 'schedule' ? term : undefined }
const errors = (each: Regulation) => check(packOf(each)).filter(({ level }) => level === 'error').map(({ at }) => at)

describe('an option of a question', () => {
  const more = withOption(regulation, pack.id, 'level', 'master', says('ปริญญาโท', 'master'))

  test('that is new gives each table by the question a row that is still to be set', () => {
    expect(packOf(more).facts?.['level']?.options).toHaveProperty('master', says('ปริญญาโท', 'master'))
    expect(tableOf(more)?.items).toHaveProperty('master')
    expect(errors(more).filter((at) => !errors(regulation).includes(at))).toEqual(['terms.schoolGrant.values.0.value.master'])
    expect(packOf(more).terms['shares']).toEqual(pack.terms['shares'])
    expect(more.packs[0]?.hash).toBe(packHash(packOf(more)))
  })

  test('that is renamed is renamed in the tables, unless they called it otherwise', () => {
    const before = pack.facts?.['level']?.options?.['primary']
    const named = withOption(withItems(regulation, pack.id, 'schoolGrant', { ...tableOf(regulation)?.items, primary: before ?? says('', '') }), pack.id, 'level', 'primary', says('ชั้นประถม', 'primary school'))
    expect(tableOf(named)?.items['primary']).toEqual(says('ชั้นประถม', 'primary school'))
    const called = withItems(regulation, pack.id, 'schoolGrant', { ...tableOf(regulation)?.items, primary: says('เด็กเล็ก', 'the young') })
    expect(tableOf(withOption(called, pack.id, 'level', 'primary', says('ชั้นประถม', 'primary school')))?.items['primary']).toEqual(says('เด็กเล็ก', 'the young'))
  })

  test('that is taken out goes with its rows and what the fund had set for them', () => {
    const less = withoutOption(more, pack.id, 'level', 'master')
    expect(packOf(less)).toEqual(pack)
    const fewer = withoutOption(regulation, pack.id, 'level', 'degree')
    expect(tableOf(fewer)?.values[0]?.value).not.toHaveProperty('degree')
    expect(fewer.packs[0]?.values?.['schoolGrant']?.[0]?.value).toEqual({ primary: 50_000, secondary: 110_000 })
  })

  test('gives a choice of amounts a branch like its last, however deep it stands', () => {
    const [first] = pack.benefits
    if (!first) throw new Error('the pack has benefits')
    const deep = { ...pack, benefits: [{ ...first, amount: { sum: [{ choice: 'level', branches: { primary: { fixed: 'stayMax' }, degree: { fixed: 'nightRate' } } }] } }] }
    const after = withOption({ ...regulation, packs: [{ pack: deep, hash: packHash(deep) }] }, pack.id, 'level', 'master', says('ปริญญาโท', 'master'))
    expect(packOf(after).benefits[0]?.amount).toEqual({ sum: [{ choice: 'level', branches: { primary: { fixed: 'stayMax' }, degree: { fixed: 'nightRate' }, master: { fixed: 'nightRate' } } }] })
  })
})

test('a table has nothing for a new row in what was set before', () => {
  const wider = withItems(regulation, pack.id, 'schoolGrant', { ...tableOf(regulation)?.items, master: says('ปริญญาโท', 'master') })
  expect(tableOf(wider)?.values[0]?.value).toEqual({ primary: 40_000, secondary: 100_000, degree: 200_000, master: 0 })
  expect(wider.packs[0]?.values?.['schoolGrant']?.[0]?.value).toHaveProperty('master', 0)
})

test('an item of a list goes a place up or down, and no further than its ends', () => {
  const model = { list: ['a', 'b', 'c'] }
  expect(movedBy(model, 'list.1', -1)).toEqual({ list: ['b', 'a', 'c'] })
  expect(movedBy(model, 'list.1', 1)).toEqual({ list: ['a', 'c', 'b'] })
  expect(movedBy(model, 'list.0', -1)).toBeUndefined()
  expect(movedBy(model, 'list.2', 1)).toBeUndefined()
})

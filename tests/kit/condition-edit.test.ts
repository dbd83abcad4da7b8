import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leavesOf, type Condition } from '../../plugins/kit/condition.ts'
import { partAt, placeOfWay, wayOf, withAnother, withMoved, withPart, type Way } from '../../plugins/kit/condition-edit.ts'
import { addedTo, changedAt, putAt, takenFrom } from '../../plugins/kit/place.ts'
import { both, conditions } from './random.ts'

const leaf = (id: string): Condition => ({ id, name: both(id), fact: 'paper', operator: 'equal', value: true })
const [a, b, c, d] = [leaf('a'), leaf('b'), leaf('c'), leaf('d')]

/** Every way there is in a condition. */
function waysIn(tree: Condition, way: Way = []): Way[] {
  const part = partAt(tree, way)
  if (!part) return []
  return [way, ...('operator' in part ? [] : Array.from({ length: 'all' in part ? part.all.length : 'any' in part ? part.any.length : 1 }, (_, at) => [...way, at]).flatMap((each) => waysIn(tree, each)))]
}

describe('a condition is moved', () => {
  test.each<[string, Condition, Way, -1 | 1, Condition, Way]>([
    ['down past its neighbour', { all: [a, b, c] }, [0], 1, { all: [b, a, c] }, [1]],
    ['up past its neighbour', { all: [a, b, c] }, [2], -1, { all: [a, c, b] }, [1]],
    ['down into a group', { all: [a, { any: [b, c] }] }, [0], 1, { all: [{ any: [a, b, c] }] }, [0, 0]],
    ['up into a group', { all: [{ any: [b, c] }, a] }, [1], -1, { all: [{ any: [b, c, a] }] }, [0, 2]],
    ['up out of its group', { all: [a, { any: [b, c] }] }, [1, 0], -1, { all: [a, b, { any: [c] }] }, [1]],
    ['down out of its group', { all: [{ any: [b, c] }, a] }, [0, 1], 1, { all: [{ any: [b] }, c, a] }, [1]],
    ['down out of a group that goes with it', { all: [{ any: [b] }, a] }, [0, 0], 1, { all: [b, a] }, [0]],
    ['past a not, which it does not enter', { all: [a, { not: b }] }, [0], 1, { all: [{ not: b }, a] }, [1]],
  ])('%s', (_, tree, way, by, after, to) => expect(withMoved(tree, way, by)).toEqual({ tree: after, way: to }))

  test('nothing leaves a not, or the top', () => {
    expect(withMoved({ all: [{ not: { any: [a, b] } }, c] }, [0, 0, 0], -1)).toBeUndefined()
    expect(withMoved({ all: [a, b] }, [0], -1)).toBeUndefined()
    expect(withMoved(a, [], 1)).toBeUndefined()
  })

  test('wherever it goes, it is where it is said to be, and nothing is lost', () => {
    fc.assert(fc.property(conditions, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (tree, number, by) => {
      const ways = waysIn(tree)
      const way = ways[number % ways.length] ?? []
      const after = withMoved(tree, way, by)
      if (!after) return
      expect(partAt(after.tree, after.way)).toEqual(partAt(tree, way))
      expect(leavesOf(after.tree).map(({ id }) => id).toSorted()).toEqual(leavesOf(tree).map(({ id }) => id).toSorted())
      expect(wayOf(placeOfWay(after.tree, after.way))).toEqual(after.way)
    }), { numRuns: 2000 })
  })
})

describe('a condition is changed', () => {
  test('a part taken out takes empty groups with it', () => {
    expect(withPart({ all: [a, { any: [{ not: b }] }] }, [1, 0, 0], () => [])).toEqual({ all: [a] })
    expect(withPart({ not: b }, [0], () => [])).toBeUndefined()
  })

  test('a part becomes a group, and a group its parts', () => {
    expect(withPart({ all: [a, b] }, [1], (part) => [{ any: [part, c] }])).toEqual({ all: [a, { any: [b, c] }] })
    expect(withPart({ any: [a, { all: [b, c] }] }, [1], () => [b, c])).toEqual({ any: [a, b, c] })
    expect(withPart({ not: { any: [a, b] } }, [0], () => [a, b])).toEqual({ not: { all: [a, b] } })
  })

  test('another is added beside those at the top', () => {
    expect(withAnother(undefined, a)).toEqual(a)
    expect(withAnother(a, b)).toEqual({ all: [a, b] })
    expect(withAnother({ all: [a, b] }, c)).toEqual({ all: [a, b, c] })
    expect(withAnother({ any: [a, b] }, d)).toEqual({ all: [{ any: [a, b] }, d] })
  })
})

describe('a place of a model', () => {
  const model = { title: both('x'), packs: [{ values: [1, 2], without: ['a'] }] }

  test('is put, added to, and taken from, and what was is left as it was', () => {
    expect(putAt(model, 'packs.0.values.1', 3).packs[0]?.values).toEqual([1, 3])
    expect(addedTo(model, 'packs.0.values', 3).packs[0]?.values).toEqual([1, 2, 3])
    expect(addedTo(model, 'packs.0.notes', 'n').packs[0]).toHaveProperty('notes', ['n'])
    expect(takenFrom(model, 'packs.0.values.0').packs[0]?.values).toEqual([2])
    expect(takenFrom(model, 'packs.0.without.0').packs[0]).not.toHaveProperty('without')
    expect(takenFrom(model, 'title')).toEqual({ packs: model.packs })
    expect(model.packs[0]?.values).toEqual([1, 2])
  })

  test('must be there', () => expect(() => changedAt(model, 'packs.7.values.0', () => 1)).toThrow('nothing stands at'))
})

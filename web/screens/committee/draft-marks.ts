import type { NoticeLine } from '../../../plugins/kit/notice-line.ts'
import type { Notice } from '../../../plugins/kit/notice.ts'
import type { ValuePart } from '../../../plugins/kit/sentence.ts'
import type { Text } from '../../../plugins/kit/text.ts'

/** Of which pack a value is, and what stood in its place before; undefined where nothing did. */
export interface Mark {
  pack: string
  before: Text | undefined
}

/** The values of a notice beside those of another with the same benefits: each by its term, its step or item, and how often that has come before. */
export function marksOf(notice: Notice, earlier: Notice): ReadonlyMap<ValuePart, Mark> {
  const before = new Map(placedIn(earlier).map(({ place, part }) => [place, part.value]))
  return new Map(placedIn(notice).map(({ place, part, pack }) => [part, { pack, before: before.get(place) }]))
}

function placedIn({ general, benefits }: Notice): { place: string; part: ValuePart; pack: string }[] {
  const groups = [
    ...general.map(({ packId, rules }, at) => ({ name: `general ${at}`, pack: packId, parts: rules.flatMap(({ lines }) => partsIn(lines)) })),
    ...benefits.map(({ id, packId, lines }) => ({ name: id, pack: packId, parts: partsIn(lines) })),
  ]
  return groups.flatMap(({ name, pack, parts }) => {
    const seen = new Map<string, number>()
    return parts.map((part) => {
      const value = `${name} ${part.term} ${part.at ?? ''}`
      const times = (seen.get(value) ?? 0) + 1
      seen.set(value, times)
      return { place: `${value} ${times}`, part, pack }
    })
  })
}

const partsIn = (lines: readonly NoticeLine[]): ValuePart[] =>
  lines.flatMap(({ parts, gives = [], under = [] }) => [...[...parts, ...gives].filter((part): part is ValuePart => 'term' in part), ...partsIn(under)])

import { heldFrom } from '../../plugins/kit/draft.ts'
import { judgeNeighbour } from '../../plugins/kit/neighbour.ts'
import { expectationInWords } from '../../plugins/kit/neighbour-words.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { FundRows } from '../db/scope.ts'
import type { Place } from '../http/problem.ts'
import type { Judging } from './neighbour.ts'
import { listNeighbours } from './queries.ts'

/** The fund's example people who come out otherwise under a regulation than was meant, each with what was meant and what it gives. */
export async function listSurprised(rows: FundRows, { regulation, fromOn }: Pick<Judging, 'regulation' | 'fromOn'>, vocabulary: Vocabulary): Promise<Place[]> {
  const held = heldFrom(regulation, fromOn)
  const places: Place[] = []
  for (const { id, neighbour } of await listNeighbours(rows)) {
    const { passed, found, failed } = await judgeNeighbour(neighbour, held, vocabulary)
    if (passed) continue
    if (failed) {
      places.push({ at: `neighbours.${id}`, text: { th: `${neighbour.name.th}: ${failed.th}`, en: `${neighbour.name.en}: ${failed.en}` } })
      continue
    }
    const [meant, gives] = [expectationInWords(neighbour.expect), expectationInWords(found)]
    places.push({ at: `neighbours.${id}`, text: { th: `${neighbour.name.th}: ตั้งใจให้${meant.th} แต่ร่างนี้${gives.th}`, en: `${neighbour.name.en}: ${meant.en} was meant, the draft gives ${gives.en}` } })
  }
  return places
}

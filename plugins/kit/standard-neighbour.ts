import { z } from 'zod'
import { BadInput } from './bad-input.ts'
import type { Claim } from './claim.ts'
import { addDays, addMonths, type Day } from './day.ts'
import { Duration } from './duration.ts'
import type { Fact } from './fact.ts'
import type { JudgeTree } from './engine.ts'
import { Category, type Benefit } from './pack.ts'
import { catalogueOf, type Vocabulary } from './plugin.ts'
import type { AdoptedPack, Regulation } from './regulation.ts'
import { CleanString, refusal } from './text.ts'
import { Id, Name, valueSchema, type Value } from './value.ts'

const Ago = z.strictObject({ ago: Duration })
/** What somebody would answer: a day as so long before the comparison's day; several options, of which a pack knows one or the other. */
const Answer = z.union([z.boolean(), z.number().min(0).max(1_000_000_000), Ago, z.array(CleanString.max(60)).min(1).max(10)])
type Answer = z.infer<typeof Answer>
const Answers = z.record(Id, Answer).refine((answers) => Object.keys(answers).length <= 100, refusal('บอกได้ไม่เกิน 100 อย่าง', 'at most 100 things can be told'))

/**
 * One of the invented people (คนตัวอย่าง) whom every fund's rules are tried on. Told by how long ago, so that they stay as old as they are;
 * under `events` what happened to them, by the kind of welfare, in whatever facts the packs of a province ask for.
 */
export const StandardNeighbour = z.strictObject({
  id: Id,
  name: Name,
  /** One line about them: "67 ปี สมาชิก 12 ปี". */
  about: Name,
  facts: Answers,
  events: z.partialRecord(Category, z.strictObject({ about: Name, answers: Answers })),
})
export type StandardNeighbour = z.infer<typeof StandardNeighbour>

/** What one regulation asks of a claim for a neighbour, on a day; undefined where nothing of the benefit's kind happened to them. */
export function claimFor(neighbour: StandardNeighbour, { benefit, adopted }: { benefit: Benefit; adopted: AdoptedPack }, regulation: Regulation, on: Day, vocabulary: Vocabulary, judgeTree?: JudgeTree): Claim | undefined {
  const event = neighbour.events[benefit.category]
  if (!event) return undefined
  const catalogue = catalogueOf(adopted, regulation.fundTerms, vocabulary)
  const told = { ...neighbour.facts, ...event.answers }
  const answers: Record<string, Value> = {}
  const facts: Record<string, Value> = {}
  for (const [id, answer] of Object.entries(told)) {
    const fact = Object.hasOwn(catalogue, id) ? catalogue[id] : undefined
    const value = fact && fact.from !== 'derived' ? valueFor(answer, fact, on) : undefined
    if (value !== undefined) (fact?.from === 'asked' ? answers : facts)[id] = value
  }
  answers[benefit.eventOn] ??= on
  return { regulation, benefitId: benefit.id, answers, member: { facts }, fund: {}, history: [], claimedOn: on, decidedOn: on, vocabulary, ...(judgeTree && { judgeTree }) }
}

/** An answer as a value of the fact, or undefined where the fact is of another kind: then the question is open. */
function valueFor(answer: Answer, fact: Fact, on: Day): Value | undefined {
  const value = Array.isArray(answer) ? answer.find((option) => Object.hasOwn(fact.options ?? {}, option)) : typeof answer === 'object' ? before(on, answer.ago) : answer
  return value !== undefined && valueSchema(fact).safeParse(value).success ? value : undefined
}

const before = (day: Day, { years = 0, months = 0, days = 0 }: Duration): Day => addDays(addMonths(day, -years * 12 - months), -days)

/** Reads neighbours that somebody has written. Throws BadInput where two have one id. */
export function readNeighbours(value: unknown): StandardNeighbour[] {
  const neighbours = z.array(StandardNeighbour).min(1).max(20).parse(value)
  const twice = neighbours.find(({ id }, at) => neighbours.slice(0, at).some((other) => other.id === id))
  if (twice) throw new BadInput(`neighbours.${twice.id}`, { th: `มีคนตัวอย่างรหัส "${twice.id}" สองคน`, en: `two example people are called "${twice.id}"` })
  return neighbours
}

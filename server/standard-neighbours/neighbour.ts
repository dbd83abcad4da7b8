import { z } from '@hono/zod-openapi'
import { withQuestions } from '../../plugins/kit/asks.ts'
import { Of } from '../../plugins/kit/fact.ts'
import { Category, type Benefit } from '../../plugins/kit/pack.ts'
import { catalogueOf, type Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf, type AdoptedPack, type Regulation } from '../../plugins/kit/regulation.ts'
import { StandardNeighbour } from '../../plugins/kit/standard-neighbour.ts'
import { Id, Name, ValueType } from '../../plugins/kit/value.ts'
import { groupedBy } from '../db/grouped.ts'
import { NamedNetwork } from '../network/network.ts'

/** One of the ten people as a network has them. */
export interface NetworkNeighbour {
  neighbour: StandardNeighbour
  /** Rises with every change; 0 while nobody has changed them. */
  version: number
  /** Whether they are the network's own rather than the standard ones. */
  isOwn: boolean
  /** The last change, of whatever it was. */
  changed?: { at: Date; byId: string }
}

/** What a rule of the province asks. A day is answered by how long ago; a choice that funds offer in unlike options is asked once for each. */
const Question = z.strictObject({
  id: Id,
  fact: z.strictObject({ from: z.enum(['asked', 'recorded']), type: ValueType, of: Of, label: Name, unit: Name.optional(), scale: z.int().optional(), options: z.record(Id, Name).optional() }),
  /** Whether it is the day of the event, which is the day of comparing unless answered. */
  isEventDay: z.boolean(),
  /** How many funds ask it. */
  funds: z.int().min(1),
}).openapi('NetworkNeighbourQuestion')
type Question = z.infer<typeof Question>

/** The kit's own, by names under which the document tells of them once. */
const Answers = StandardNeighbour.shape.facts.clone().openapi('NetworkNeighbourAnswers') // as it was made, it may be older than what lets the document name it
const Event = z.strictObject({ about: Name, answers: Answers }).openapi('NetworkNeighbourEvent')
const Told = z.strictObject({ name: Name, about: Name, facts: Answers, events: z.partialRecord(Category, Event).openapi({ additionalProperties: false }) }).openapi('NetworkNeighbourTold')

const seen = z.int().min(0).describe('The version from which it was changed.')
export const ChangedNeighbour = z.strictObject({ version: seen, neighbour: Told }).openapi('ChangedNetworkNeighbour')
export const SeenVersion = z.strictObject({ version: z.coerce.number().pipe(seen) })

/** One of the ten people, for whoever changes them. */
export const EditedNeighbour = z.strictObject({
  network: NamedNetwork,
  id: Id,
  neighbour: Told,
  version: z.int().min(0),
  isOwn: z.boolean(),
  changed: z.strictObject({ at: z.iso.datetime(), by: z.string().describe('The name of who did it.') }).optional(),
  /** What the province’s rules ask about anyone. */
  person: z.array(Question),
  /** What they ask when something of a kind happens; a kind of which no fund has a benefit is not here. */
  kinds: z.array(z.strictObject({ category: Category, questions: z.array(Question) })),
}).openapi('NetworkNeighbour')
export type EditedNeighbour = z.infer<typeof EditedNeighbour>

/** A question as one regulation puts it. */
interface Put {
  question: Omit<Question, 'funds'>
  regulation: Regulation
}

/** What the regulations of a province ask about somebody, and of what happened to them, by kind. */
export function questionsIn(regulations: readonly Regulation[], vocabulary: Vocabulary): Pick<EditedNeighbour, 'person' | 'kinds'> {
  const offered = regulations.flatMap((regulation) => benefitsOf(regulation).map((each) => ({ ...each, regulation, catalogue: catalogueOf(each.adopted, regulation.fundTerms, vocabulary) })))
  const person = offered.flatMap(({ catalogue, regulation }) => Object.entries(catalogue).flatMap(([id, fact]): Put[] =>
    (fact.from === 'recorded' && fact.of === 'member' && fact.ask ? [{ question: questionOf(id, fact), regulation }] : [])))
  const kinds = [...groupedBy(offered, ({ benefit }) => benefit.category)].map(([category, ofKind]) => {
    const put = ofKind.flatMap(({ benefit, adopted, catalogue, regulation }) => askedBy(benefit, adopted, vocabulary).flatMap((id): Put[] => {
      const fact = catalogue[id]
      return fact?.from === 'asked' ? [{ question: { ...questionOf(id, fact), isEventDay: id === benefit.eventOn }, regulation }] : []
    }))
    return { category, questions: together(put) }
  })
  return { person: together(person), kinds }
}

const askedBy = (benefit: Benefit, adopted: AdoptedPack, vocabulary: Vocabulary) => [...new Set([benefit.eventOn, ...withQuestions(benefit, adopted, vocabulary).asks])]

const questionOf = (id: string, { from, type, of, label, unit, scale, options }: Question['fact']): Put['question'] =>
  ({ id, fact: { from, type, of, label, ...(unit && { unit }), ...(scale !== undefined && { scale }), ...(options && { options }) }, isEventDay: false })

/** The same question of several packs is put once; of a choice, in all options of those that have one in common. */
function together(all: readonly Put[]): Question[] {
  const once: { question: Put['question']; regulations: Set<Regulation> }[] = []
  for (const { question, regulation } of all) {
    const same = once.find((other) => other.question.id === question.id && other.question.fact.type === question.fact.type && shareOptions(other.question, question))
    if (!same) once.push({ question, regulations: new Set([regulation]) })
    else {
      same.regulations.add(regulation)
      if (same.question.fact.options) same.question = { ...same.question, fact: { ...same.question.fact, options: { ...question.fact.options, ...same.question.fact.options } } }
    }
  }
  return once.map(({ question, regulations }) => ({ ...question, funds: regulations.size }))
}

const shareOptions = ({ fact: { options: a } }: Put['question'], { fact: { options: b } }: Put['question']) => !a || !b || Object.keys(a).some((id) => id in b)

import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { PackId } from '../../plugins/kit/pack.ts'
import { CleanString } from '../../plugins/kit/text.ts'
import { Name } from '../../plugins/kit/value.ts'
import { Slug } from '../funds/fund.ts'

const Words = CleanString.trim().min(1).max(2000)
const At = z.iso.datetime()
const By = z.string().describe('The name of who wrote it, of those who serve.')
const FundNamed = z.strictObject({ slug: Slug, name: Name })

/** A model area (พื้นที่ต้นแบบ). One that has not agreed yet is shown to officers and its own committee alone. */
export const ModelArea = z.strictObject({
  id: z.uuid(),
  fund: FundNamed,
  special: Words.describe('What is special there.'),
  chosenAt: At,
  chosenBy: By,
  agreedAt: At.optional(),
  can: z.array(z.enum(['agree', 'leave', 'end'])).describe('The fund agrees or leaves, the network ends it.'),
}).openapi('ModelArea')

const Attendance = z.strictObject({
  fund: FundNamed,
  people: z.int().min(1),
  takenHome: Words.optional(),
  regulationNumber: z.int().min(1).optional().describe('The fund’s own regulation that followed.'),
  mayTell: z.boolean(),
})

/** A study visit (การศึกษาดูงาน) to a fund, or an assembly (สมัชชา): who came, as funds and counts, and what each took home. */
export const Gathering = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['visit', 'assembly']),
  heldOn: Day,
  place: Words,
  about: Words,
  host: FundNamed.optional(),
  attendances: z.array(Attendance),
  mayRemove: z.boolean(),
}).openapi('Gathering')

/** A question about a model area, put to its fund, or about a rule pack, put to the network. */
export const Question = z.strictObject({
  id: z.uuid(),
  asker: FundNamed,
  about: z.union([z.strictObject({ fund: FundNamed }), z.strictObject({ pack: PackId })]),
  text: Words,
  askedAt: At,
  askedBy: By,
  answers: z.array(z.strictObject({ id: z.uuid(), fund: FundNamed.optional().describe('Absent where the network answered.'), text: Words, answeredAt: At, answeredBy: By })),
  mayAnswer: z.array(Slug).describe('The funds of whoever reads this that may answer.'),
  networkMayAnswer: z.boolean(),
}).openapi('Question')

export const Learning = z.strictObject({
  network: FundNamed,
  mayRecord: z.boolean().describe('Whether whoever reads this chooses model areas and records visits.'),
  /** Where whoever reads this writes for a fund. */
  writesFor: z.array(FundNamed),
  areas: z.array(ModelArea),
  gatherings: z.array(Gathering),
  questions: z.array(Question),
}).openapi('Learning')
export type Learning = z.infer<typeof Learning>

export const NewModelArea = z.strictObject({ fund: Slug, special: Words }).openapi('NewModelArea')

export const NewGathering = z.strictObject({
  kind: Gathering.shape.kind,
  heldOn: Day,
  place: Words,
  about: Words,
  host: Slug.optional().describe('The fund that was visited.'),
  attendances: z.array(z.strictObject({ fund: Slug, people: z.int().min(1).max(9999) })).min(1).max(200),
}).openapi('NewGathering')
export type NewGathering = z.infer<typeof NewGathering>

export const TakenHome = z.strictObject({ takenHome: Words, regulationNumber: z.int().min(1).optional() }).openapi('TakenHome')
export type TakenHome = z.infer<typeof TakenHome>

export const NewQuestion = z.strictObject({ about: z.union([z.strictObject({ fund: Slug }), z.strictObject({ pack: PackId })]), text: Words }).openapi('NewQuestion')
export const NewAnswer = z.strictObject({ text: Words }).openapi('NewAnswer')

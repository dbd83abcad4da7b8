import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { checkRegulation } from '../../plugins/kit/check-regulation.ts'
import { Day } from '../../plugins/kit/day.ts'
import { begunBy } from '../../plugins/kit/draft.ts'
import { FundTerms } from '../../plugins/kit/fund-terms.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn, packHash, REGULATION_FORMAT, type AdoptedPack, type Regulation } from '../../plugins/kit/regulation.ts'
import { Name } from '../../plugins/kit/value.ts'
import { newId } from '../db/id.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem, type Place } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { mayBeginOn, type Publication } from '../regulations/publication.ts'
import { listPublications } from '../regulations/queries.ts'
import { modelsOf } from './model.ts'
import { saveNewDraft } from './queries.ts'

/** What a fund says of its first regulation: what it is called, and what the fund means by its words. */
export const First = z.strictObject({ title: Name.optional(), fundTerms: FundTerms })
type First = z.infer<typeof First>

/** Where a draft begins: on a day on which a regulation is in force, from that one; else from a model. */
export const NewDraft = z.strictObject({
  fromOn: Day,
  first: First.extend({ model: z.string().max(130) }).optional(),
}).openapi('NewDraft')
export type NewDraft = z.infer<typeof NewDraft>

/** Begins a draft from what `originOf` makes of the regulation in force on its day, if there is one, and gives its id. */
export async function begin(rows: FundRows, fromOn: Day, originOf: (inForce: Regulation | undefined) => Regulation, recording: Recording): Promise<string> {
  const publications = await listPublications(rows)
  const base = inForceOn(publications, fromOn)
  const origin = originOf(base?.regulation)
  checkDay(fromOn, publications, recording.today)
  const id = newId(recording.at.getTime())
  await saveNewDraft(rows, { id, baseHash: base?.hash, origin, fromOn, regulation: origin }, recording)
  return id
}

/** Who begins with a first regulation, and from which day on. */
interface Beginner {
  fundName: Name
  fromOn: Day
  vocabulary: Vocabulary
}

/** A first regulation from a pack of an installed plugin. */
export function firstFromModel({ first, fromOn }: NewDraft, plugins: readonly Plugin[], beginner: Omit<Beginner, 'fromOn'>): Regulation {
  if (!first) throw new BadInput('first', { th: 'กองทุนยังไม่มีระเบียบที่ใช้ในวันนั้น เลือกชุดกติกาต้นแบบก่อน', en: 'no regulation is in force on that day: choose a model first' })
  const model = modelsOf(plugins).find(({ id }) => id === first.model)
  if (!model) throw new BadInput('first.model', { th: `ไม่มีชุดกติกา "${first.model}" ในเครื่องนี้`, en: `there is no pack "${first.model}" here` })
  return firstOf({ pack: model.pack, hash: packHash(model.pack) }, first, { ...beginner, fromOn })
}

/** A first regulation from one pack, as a fund would have it from its day on. Throws where it does not hold together. */
export function firstOf(taken: AdoptedPack, { title, fundTerms }: First, { fundName, fromOn, vocabulary }: Beginner): Regulation {
  const named = title ?? { th: `ระเบียบ${fundName.th}`.slice(0, 100), en: `Regulation of ${fundName.en}`.slice(0, 100) }
  const regulation = begunBy({ format: REGULATION_FORMAT, title: named, fundTerms, packs: [taken] }, fromOn)
  const errors = errorsIn(regulation, vocabulary)
  if (errors.length > 0) throw new Problem('draft-unsound', errors.map(({ at, text }) => ({ at: at.startsWith('fundTerms.') ? `first.${at}` : at, text })))
  return regulation
}

/** What a change says of the draft that it was made from. */
export const seenVersion = { /** The version that was seen. */ version: z.int().min(1) }

/** What keeps a regulation from being put in force, with its places. */
export const errorsIn = (regulation: Regulation, vocabulary: Vocabulary): Place[] =>
  checkRegulation(regulation, vocabulary).filter(({ level }) => level === 'error').map(({ at, text }) => ({ at, text }))

/** Throws where a regulation may not begin on a day. */
export function checkDay(fromOn: Day, publications: readonly Publication[], today: Day) {
  if (!mayBeginOn(fromOn, publications, today)) throw new BadInput('fromOn', { th: 'ระเบียบฉบับใหม่ต้องเริ่มใช้ตั้งแต่วันนี้เป็นต้นไป หรือก่อนฉบับแรกสุด', en: 'a new regulation begins from today on, or before the earliest one' })
}

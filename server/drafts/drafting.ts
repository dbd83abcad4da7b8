import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { checkRegulation } from '../../plugins/kit/check-regulation.ts'
import { Day } from '../../plugins/kit/day.ts'
import { begunBy, moved, withoutValue, withValue, type TermOfPack } from '../../plugins/kit/draft.ts'
import { FundTerms } from '../../plugins/kit/fund-terms.ts'
import { PackId } from '../../plugins/kit/pack.ts'
import { vocabularyOf, type Plugin, type Vocabulary } from '../../plugins/kit/plugin.ts'
import { parseRegulation } from '../../plugins/kit/read-pack.ts'
import { inForceOn, regulationHash, type Regulation } from '../../plugins/kit/regulation.ts'
import { descended } from '../../plugins/kit/structure.ts'
import { OwnValues, type TermValue } from '../../plugins/kit/term.ts'
import { Name } from '../../plugins/kit/value.ts'
import { newId } from '../db/id.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem, type Place } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { mayBeginOn, type Publication } from '../regulations/publication.ts'
import { listPublications } from '../regulations/queries.ts'
import { DraftedRegulation, mayFollow, type DraftAct, type DraftRow } from './draft.ts'
import { adopt, modelsOf } from './model.ts'
import { lockDraft, saveDraft, saveNewDraft } from './queries.ts'

/** Where a draft begins: on a day on which a regulation is in force, from that one; else from a model, with what the fund means by its words. */
export const NewDraft = z.strictObject({
  fromOn: Day,
  first: z.strictObject({ model: z.string().max(130), title: Name.optional(), fundTerms: FundTerms }).optional(),
}).openapi('NewDraft')
export type NewDraft = z.infer<typeof NewDraft>

/** What a change says of the draft that it was made from. */
export const seenVersion = { /** The version that was seen. */ version: z.int().min(1) }

/** A term's value from the draft's day on: money in satang, a day YYYY-MM-DD, a ladder its steps, a schedule its items. */
export const NewValue = z.strictObject({ pack: PackId, value: OwnValues.element.shape.value.unwrap(), ...seenVersion }).openapi('NewDraftValue')
export const ValueOfPack = z.strictObject({ pack: PackId, version: z.coerce.number().pipe(z.int().min(1)) })
/** The whole of a draft's rules. The hash and the lineage of each pack are worked out here, whatever was sent. */
export const NewRules = z.strictObject({ regulation: DraftedRegulation, ...seenVersion }).openapi('NewDraftRegulation')
export const NewDay = z.strictObject({ fromOn: Day, ...seenVersion }).openapi('NewDraftDay')

/** Begins a draft, and gives its id. */
export async function begin(rows: FundRows, { fromOn, first }: NewDraft, fundName: Name, plugins: readonly Plugin[], recording: Recording): Promise<string> {
  const publications = await listPublications(rows)
  checkDay(fromOn, publications, recording.today)
  const base = inForceOn(publications, fromOn)
  const origin = base ? base.regulation : firstOf(first, fundName, plugins, fromOn)
  const id = newId(recording.at.getTime())
  await saveNewDraft(rows, { id, baseHash: base?.hash, origin, fromOn, regulation: origin }, recording)
  return id
}

function firstOf(first: NewDraft['first'], fundName: Name, plugins: readonly Plugin[], fromOn: Day): Regulation {
  if (!first) throw new BadInput('first', { th: 'กองทุนยังไม่มีระเบียบที่ใช้ในวันนั้น เลือกชุดกติกาต้นแบบก่อน', en: 'no regulation is in force on that day: choose a model first' })
  const model = modelsOf(plugins).find(({ id }) => id === first.model)
  if (!model) throw new BadInput('first.model', { th: `ไม่มีชุดกติกา "${first.model}" ในเครื่องนี้`, en: `there is no pack "${first.model}" here` })
  const title = first.title ?? { th: `ระเบียบ${fundName.th}`.slice(0, 100), en: `Regulation of ${fundName.en}`.slice(0, 100) }
  const regulation = adopt(model.pack, title, first.fundTerms, fromOn)
  const errors = errorsIn(regulation, vocabularyOf(plugins))
  if (errors.length > 0) throw new Problem('draft-unsound', errors.map(({ at, text }) => ({ at: at.startsWith('fundTerms.') ? `first.${at}` : at, text })))
  return regulation
}

/** Sets a term's value in a draft, or puts back what it was. */
export async function change(rows: FundRows, draftId: string, seen: number, { pack, term }: TermOfPack, value: TermValue | undefined, vocabulary: Vocabulary, recording: Recording): Promise<'changed' | 'elsewhere'> {
  const draft = await lockDraft(rows, draftId)
  if (!isAsSeen(draft, 'change', seen)) return 'elsewhere'
  const regulation = valued(draft, { pack, term }, value, vocabulary)
  if (regulationHash(regulation) !== draft.hash) await saveDraft(rows, { ...draft, regulation }, { act: 'changed', term: `${pack}.${term}` }, recording)
  return 'changed'
}

/** A draft's regulation with a term's value, or with what that was. Refuses a value that the term cannot have, naming its place in what was sent. */
export function valued({ regulation, origin, fromOn }: Pick<DraftRow, 'regulation' | 'origin' | 'fromOn'>, { pack, term }: TermOfPack, value: TermValue | undefined, vocabulary: Vocabulary): Regulation {
  const at = regulation.packs.findIndex((adopted) => adopted.pack.id === pack)
  const adopted = regulation.packs[at]
  if (!adopted) throw new BadInput('pack', { th: `ระเบียบนี้ไม่มีชุดกติกา "${pack}"`, en: `this regulation has no pack "${pack}"` })
  if (!Object.hasOwn(adopted.pack.terms, term)) throw new BadInput('term', { th: `ชุดกติกานี้ไม่มีค่าที่กำหนดชื่อ "${term}"`, en: `this pack has no term "${term}"` })
  if (value === undefined) return withoutValue(regulation, origin, { pack, term })

  const after = withValue(regulation, origin, { pack, term, value }, fromOn)
  const place = new RegExp(`^packs\\.${at}\\.values\\.${term}\\.\\d+\\.`)
  const wrong = errorsIn(after, vocabulary).filter((finding) => place.test(finding.at))
  if (wrong.length > 0) throw new Problem('impossible', wrong.map((finding) => ({ at: finding.at.replace(place, ''), text: finding.text })))
  return after
}

/** Takes over the whole of a draft's rules: of the shape of a regulation, though they need not hold together yet. */
export async function rewrite(rows: FundRows, draftId: string, { regulation: sent, version: seen }: z.infer<typeof NewRules>, recording: Recording): Promise<'changed' | 'elsewhere'> {
  const read = parseRegulation(sent)
  if (!read.ok) throw new Problem('invalid', read.findings.map(({ at, text }) => ({ at: at === '' ? 'regulation' : `regulation.${at}`, text })))
  const draft = await lockDraft(rows, draftId)
  if (!isAsSeen(draft, 'change', seen)) return 'elsewhere'
  const regulation = descended(read.regulation, draft.origin, draft.regulation)
  if (regulationHash(regulation) !== draft.hash) await saveDraft(rows, { ...draft, regulation }, { act: 'changed' }, recording)
  return 'changed'
}

/** Moves a draft to another day, and what it has set with it. */
export async function move(rows: FundRows, draftId: string, { fromOn, version: seen }: z.infer<typeof NewDay>, recording: Recording): Promise<'changed' | 'elsewhere'> {
  const draft = await lockDraft(rows, draftId)
  if (!isAsSeen(draft, 'change', seen)) return 'elsewhere'
  const publications = await listPublications(rows)
  checkDay(fromOn, publications, recording.today)
  if (inForceOn(publications, fromOn)?.hash !== draft.baseHash) throw new Problem('draft-superseded')
  const onDay = (regulation: Regulation) => (draft.baseHash === undefined ? begunBy(moved(regulation, draft.fromOn, fromOn), fromOn) : moved(regulation, draft.fromOn, fromOn))
  const origin = draft.baseHash === undefined ? onDay(draft.origin) : draft.origin
  await saveDraft(rows, { ...draft, origin, regulation: onDay(draft.regulation), fromOn }, { act: 'moved' }, recording)
  return 'changed'
}

/** Whether an act can follow, and nobody has changed the draft since it was seen. */
export const isAsSeen = ({ state, version }: Pick<DraftRow, 'state' | 'version'>, act: DraftAct, seen: number) => mayFollow(act, state) && version === seen

/** What keeps a regulation from being put in force, with its places. */
export const errorsIn = (regulation: Regulation, vocabulary: Vocabulary): Place[] =>
  checkRegulation(regulation, vocabulary).filter(({ level }) => level === 'error').map(({ at, text }) => ({ at, text }))

/** Throws where a regulation may not begin on a day. */
export function checkDay(fromOn: Day, publications: readonly Publication[], today: Day) {
  if (!mayBeginOn(fromOn, publications, today)) throw new BadInput('fromOn', { th: 'ระเบียบฉบับใหม่ต้องเริ่มใช้ตั้งแต่วันนี้เป็นต้นไป หรือก่อนฉบับแรกสุด', en: 'a new regulation begins from today on, or before the earliest one' })
}

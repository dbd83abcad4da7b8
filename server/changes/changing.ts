import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { Day } from '../../plugins/kit/day.ts'
import { begunBy, moved, withoutValue, withValue, type TermOfPack } from '../../plugins/kit/draft.ts'
import { PackId } from '../../plugins/kit/pack.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { parseRegulation } from '../../plugins/kit/read-pack.ts'
import { inForceOn, regulationHash, type Regulation } from '../../plugins/kit/regulation.ts'
import { descended } from '../../plugins/kit/structure.ts'
import { OwnValues, type TermValue } from '../../plugins/kit/term.ts'
import { together } from '../../plugins/kit/together.ts'
import type { FundRows } from '../db/scope.ts'
import { DraftedRegulation, type DraftRow } from '../drafts/draft.ts'
import { checkDay, errorsIn, seenVersion } from '../drafts/drafting.ts'
import { keptAt, listDraftEvents, saveDraft } from '../drafts/queries.ts'
import { stepsOf } from '../drafts/steps.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { listPublications } from '../regulations/queries.ts'

/** A term's value from the draft's day on: money in satang, a day YYYY-MM-DD, a ladder its steps, a schedule its items. */
export const NewValue = z.strictObject({ pack: PackId, value: OwnValues.element.shape.value.unwrap(), ...seenVersion }).openapi('NewDraftValue')
/** The same in an address. */
export const SeenVersion = z.strictObject({ version: z.coerce.number().pipe(z.int().min(1)) })
export const ValueOfPack = SeenVersion.extend({ pack: PackId })
/** Of what takes nothing but the version that was seen. */
export const OfSeen = z.strictObject(seenVersion).openapi('SeenDraftVersion')
/** The whole of a draft's rules. The hash and the lineage of each pack are worked out here, whatever was sent. */
export const NewRules = z.strictObject({ regulation: DraftedRegulation, ...seenVersion }).openapi('NewDraftRegulation')
export const NewDay = z.strictObject({ fromOn: Day, ...seenVersion }).openapi('NewDraftDay')

/** Sets a term's value in a draft, or puts back what it was. */
export async function change(rows: FundRows, draft: DraftRow, { pack, term }: TermOfPack, value: TermValue | undefined, vocabulary: Vocabulary, recording: Recording): Promise<void> {
  const regulation = valued(draft, { pack, term }, value, vocabulary)
  if (regulationHash(regulation) !== draft.hash) await saveDraft(rows, { ...draft, regulation }, { act: 'changed', term: `${pack}.${term}` }, recording)
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

/** Reads the whole of a draft's rules: of the shape of a regulation, though they need not hold together yet. */
export function readRules({ regulation }: z.infer<typeof NewRules>): Regulation {
  const read = parseRegulation(regulation)
  if (!read.ok) throw new Problem('invalid', read.findings.map(({ at, text }) => ({ at: at === '' ? 'regulation' : `regulation.${at}`, text })))
  return read.regulation
}

/** Takes over the whole of a draft's rules. */
export async function rewrite(rows: FundRows, draft: DraftRow, sent: Regulation, recording: Recording): Promise<void> {
  const regulation = descended(sent, draft.origin, draft.regulation)
  if (regulationHash(regulation) !== draft.hash) await saveDraft(rows, { ...draft, regulation }, { act: 'changed' }, recording)
}

/** Moves a draft to another day, and what it has set with it. */
export async function move(rows: FundRows, draft: DraftRow, fromOn: Day, recording: Recording): Promise<void> {
  const publications = await listPublications(rows)
  checkDay(fromOn, publications, recording.today)
  if ((inForceOn(publications, fromOn) === undefined) !== (draft.baseHash === undefined)) throw new Problem('draft-superseded')
  const onDay = (regulation: Regulation) => (draft.baseHash === undefined ? begunBy(moved(regulation, draft.fromOn, fromOn), fromOn) : moved(regulation, draft.fromOn, fromOn))
  const origin = draft.baseHash === undefined ? onDay(draft.origin) : draft.origin
  await saveDraft(rows, { ...draft, origin, regulation: onDay(draft.regulation), fromOn }, { act: 'moved' }, recording)
}

/** Takes back the last change of a draft, whoever made it, or makes again the last one that was taken back. */
export async function step(rows: FundRows, draft: DraftRow, to: 'back' | 'forth', recording: Recording): Promise<void> {
  const version = stepsOf(await listDraftEvents(rows, draft.id))[to].at(-1)
  if (version === undefined) throw new Problem(to === 'back' ? 'nothing-to-undo' : 'nothing-to-redo')
  const [kept] = await keptAt(rows, draft.id, [to === 'back' ? version - 1 : version])
  await saveDraft(rows, { ...draft, ...kept }, { act: to === 'back' ? 'undone' : 'redone' }, recording)
}

/**
 * Begins a draft again on what is in force on its day by now: its changes are put on that, part by part. Where both have changed a part,
 * it is as in what is in force, and whoever drafts decides anew.
 */
export async function rebase(rows: FundRows, draft: DraftRow, recording: Recording): Promise<void> {
  const base = inForceOn(await listPublications(rows), draft.fromOn)
  if (!base || base.hash === draft.baseHash) throw new Problem('draft-not-superseded')
  const { regulation } = together(draft.origin, draft.regulation, base.regulation, 'theirs')
  await saveDraft(rows, { ...draft, baseHash: base.hash, origin: base.regulation, regulation: descended(regulation, base.regulation, base.regulation) }, { act: 'rebased' }, recording)
}

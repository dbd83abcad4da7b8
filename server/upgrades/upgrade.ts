import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Day } from '../../plugins/kit/day.ts'
import { adoptedIn } from '../../plugins/kit/draft.ts'
import { upgrade, type Choice } from '../../plugins/kit/merge.ts'
import { wordsOf } from '../../plugins/kit/merge-words.ts'
import { PackId, Version, type Pack } from '../../plugins/kit/pack.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { AdoptedPack, Regulation } from '../../plugins/kit/regulation.ts'
import { isLater, modelOf } from '../../plugins/kit/structure.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { Name } from '../../plugins/kit/value.ts'
import type { FundRows } from '../db/scope.ts'
import type { DraftRow } from '../drafts/draft.ts'
import { errorsIn, seenVersion } from '../drafts/drafting.ts'
import { saveDraft } from '../drafts/queries.ts'
import { toldDifference } from '../drafts/steps.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { ModelVersion } from '../library/versions.ts'
import { Difference } from '../regulations/difference.ts'

const Words = z.strictObject({ th: z.string(), en: z.string() })

/** What the fund and its model both changed, and not to the same: each side's in words, and all of it in one sentence. */
const OpenChoice = z.strictObject({ id: z.string(), about: Words, base: Words, mine: Words, theirs: Words, sentence: Words }).openapi('UpgradeConflict')

/** What a pack of the draft can be brought up to, and what would have to be chosen. */
export const PossibleUpgrade = z.strictObject({
  pack: PackId,
  title: Name,
  from: Version,
  to: Version,
  conflicts: z.array(OpenChoice),
  /** What the model brings where there is nothing to choose, in the sentences of the notice. */
  brings: z.array(Difference),
}).openapi('PossibleUpgrade')
export type PossibleUpgrade = z.infer<typeof PossibleUpgrade>

/** One upgrade, to the latest version there is, with a choice for each of its conflicts: `mine` keeps what the fund has, `theirs` takes the model's. */
export const NewUpgrade = z.strictObject({
  pack: PackId,
  to: Version,
  choices: z.record(z.string().max(300), z.enum(['mine', 'theirs'])),
  ...seenVersion,
}).openapi('NewUpgrade')
export type NewUpgrade = z.infer<typeof NewUpgrade>

/** Where models come from: every version that the fund sees, and what it has published, through which a copy goes back to its model. */
export interface Models {
  versions: readonly ModelVersion[]
  published: readonly Regulation[]
}

/** The version that a copy goes back to, and the latest above it that was not withdrawn; as far as the fund sees them. */
function followed(mine: AdoptedPack, { versions, published }: Models): { from: string; base: Pack | undefined; latest: Pack | undefined } {
  const { version: from } = modelOf(mine, published)
  const of = versions.filter(({ pack }) => pack.id === mine.pack.id)
  return {
    from,
    base: of.find(({ pack }) => pack.version === from)?.pack,
    latest: of.findLast(({ pack, withdrawn }) => withdrawn === undefined && isLater(pack.version, from))?.pack,
  }
}

/** Every later version of the models that a regulation has copied. */
export function upgradesOf(regulation: Regulation, on: Day, models: Models, vocabulary: Vocabulary): PossibleUpgrade[] {
  return regulation.packs.flatMap((mine) => {
    const { from, base, latest: theirs } = followed(mine, models)
    if (!base || !theirs) return []
    const conflicts = upgrade(base, mine, theirs).conflicts.map((conflict) => ({ id: conflict.id, ...wordsOf(conflict, { base, mine, theirs, fundTerms: regulation.fundTerms, on, vocabulary }) }))
    const choices = Object.fromEntries(conflicts.map(({ id }) => [id, 'mine' as const]))
    const { regulation: kept = regulation } = upgraded(regulation, { pack: mine.pack.id, to: theirs.version, choices }, models)
    return [{ pack: mine.pack.id, title: theirs.title, from, to: theirs.version, conflicts, brings: toldDifference(regulation, kept, on, vocabulary) }]
  })
}

/**
 * Brings one pack of a draft up to a later version of its model, wholly or not at all: a conflict without its choice, a choice for what is
 * none, and rules that no longer hold together are refused.
 */
export async function upgradeDraft(rows: FundRows, draft: DraftRow, asked: NewUpgrade, models: Models, vocabulary: Vocabulary, recording: Recording): Promise<void> {
  const { regulation, conflicts } = upgraded(draft.regulation, asked, models)
  if (!regulation) throw new Problem('upgrade-undecided', conflicts.filter((id) => !Object.hasOwn(asked.choices, id)).map((id) => ({ at: `choices.${id}`, text: { th: 'ยังไม่ได้เลือก', en: 'not chosen yet' } })))

  const errors = errorsIn(regulation, vocabulary)
  if (errors.length > 0) throw new Problem('draft-unsound', errors)
  await saveDraft(rows, { ...draft, regulation }, { act: 'changed' }, recording)
}

/** A regulation with one of its packs brought up, and the ids of what there is to choose; no regulation while one of them has no choice. */
function upgraded(regulation: Regulation, { pack, to, choices }: Pick<NewUpgrade, 'pack' | 'to' | 'choices'>, models: Models): { conflicts: string[]; regulation?: Regulation } {
  if (regulation.packs.every((each) => each.pack.id !== pack)) throw new BadInput('pack', { th: `ระเบียบนี้ไม่มีชุดกติกา "${pack}"`, en: `this regulation has no pack "${pack}"` })
  const mine = adoptedIn(regulation, pack)
  const withdrawn = models.versions.find((each) => each.pack.id === pack && each.pack.version === to)?.withdrawn
  if (withdrawn !== undefined) throw new BadInput('to', withdrawnBecause(withdrawn))
  const { from, base, latest } = followed(mine, models)
  if (!base || !latest || isLater(to, latest.version) || !isLater(to, from)) throw new BadInput('to', { th: `ปรับตามต้นแบบรุ่น ${to} ไม่ได้`, en: `there is no way to version ${to} of the model` })
  if (latest.version !== to) throw new BadInput('to', { th: `ต้นแบบออกรุ่น ${latest.version} แล้ว เปิดดูใหม่`, en: `version ${latest.version} of the model has come out: look again` })
  const { conflicts, adopted } = upgrade(base, mine, latest, choices)
  const ids = conflicts.map(({ id }) => id)
  const stale = Object.keys(choices).find((id) => !ids.includes(id))
  if (stale !== undefined) throw new BadInput(`choices.${stale}`, { th: 'ข้อนี้ไม่มีให้เลือกแล้ว เปิดดูใหม่', en: 'there is nothing to choose here any more: look again' })
  return { conflicts: ids, ...(adopted && { regulation: { ...regulation, packs: regulation.packs.map((each) => (each.pack.id === pack ? adopted : each)) } }) }
}

/** Why a version is not taken. */
export const withdrawnBecause = (reason: string): Text => ({ th: `ต้นแบบรุ่นนี้ถอนไปแล้ว: ${reason}`, en: `this version was withdrawn: ${reason}` })

/** One conflict of an upgrade, and what has been chosen of the others so far. */
export const NewUpgradeTrial = NewUpgrade.omit({ version: true }).extend({ conflict: z.string().max(300) }).openapi('NewUpgradeTrial')
export type NewUpgradeTrial = z.infer<typeof NewUpgradeTrial>

/** What a draft says after an upgrade with one conflict chosen either way. Of the others, those without a choice stay as the fund has them. */
export function eitherWay(regulation: Regulation, { conflict, pack, to, choices }: NewUpgradeTrial, models: Models): Record<Choice, Regulation> {
  const { conflicts } = upgraded(regulation, { pack, to, choices }, models)
  if (!conflicts.includes(conflict)) throw new BadInput('conflict', { th: 'ข้อนี้ไม่มีให้เลือกแล้ว เปิดดูใหม่', en: 'there is nothing to choose here any more: look again' })
  const chosen = Object.fromEntries(conflicts.map((id) => [id, choices[id] ?? 'mine'] as const))
  const having = (choice: Choice) => {
    const { regulation: decided } = upgraded(regulation, { pack, to, choices: { ...chosen, [conflict]: choice } }, models)
    if (!decided) throw new Error('an upgrade in which everything is chosen is whole')
    return decided
  }
  return { mine: having('mine'), theirs: having('theirs') }
}

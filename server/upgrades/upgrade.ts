import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Day } from '../../plugins/kit/day.ts'
import { adoptedIn } from '../../plugins/kit/draft.ts'
import { upgrade, type Choice } from '../../plugins/kit/merge.ts'
import { wordsOf } from '../../plugins/kit/merge-words.ts'
import { Pack, PackId } from '../../plugins/kit/pack.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { packHash, type Regulation } from '../../plugins/kit/regulation.ts'
import { modelVersionOf } from '../../plugins/kit/structure.ts'
import { Name } from '../../plugins/kit/value.ts'
import type { FundRows } from '../db/scope.ts'
import type { DraftRow } from '../drafts/draft.ts'
import { errorsIn, seenVersion } from '../drafts/drafting.ts'
import { saveDraft } from '../drafts/queries.ts'
import { toldDifference } from '../drafts/steps.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { Difference } from '../regulations/difference.ts'

const Version = Pack.shape.version
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

/** Every later version of the models that a regulation has copied, as far as an installed plugin brings it. */
export function upgradesOf(regulation: Regulation, on: Day, plugins: readonly Plugin[], vocabulary: Vocabulary): PossibleUpgrade[] {
  return regulation.packs.flatMap((mine) => {
    const from = modelVersionOf(mine.pack)
    const base = versionsOf(mine.pack.id, plugins).find(({ version }) => version === from)
    const theirs = versionsOf(mine.pack.id, plugins).findLast(({ version }) => isLater(version, from))
    if (!base || !theirs) return []
    const conflicts = upgrade(base, mine, theirs).conflicts.map((conflict) => ({ id: conflict.id, ...wordsOf(conflict, { base, mine, theirs, fundTerms: regulation.fundTerms, on, vocabulary }) }))
    const choices = Object.fromEntries(conflicts.map(({ id }) => [id, 'mine' as const]))
    const { regulation: kept = regulation } = upgraded(regulation, { pack: mine.pack.id, to: theirs.version, choices }, plugins)
    return [{ pack: mine.pack.id, title: theirs.title, from, to: theirs.version, conflicts, brings: toldDifference(regulation, kept, on, vocabulary) }]
  })
}

/**
 * Brings one pack of a draft up to a later version of its model, wholly or not at all: a conflict without its choice, a choice for what is
 * none, and rules that no longer hold together are refused.
 */
export async function upgradeDraft(rows: FundRows, draft: DraftRow, asked: NewUpgrade, plugins: readonly Plugin[], vocabulary: Vocabulary, recording: Recording): Promise<void> {
  const { regulation, conflicts } = upgraded(draft.regulation, asked, plugins)
  if (!regulation) throw new Problem('upgrade-undecided', conflicts.filter((id) => !Object.hasOwn(asked.choices, id)).map((id) => ({ at: `choices.${id}`, text: { th: 'ยังไม่ได้เลือก', en: 'not chosen yet' } })))

  const errors = errorsIn(regulation, vocabulary)
  if (errors.length > 0) throw new Problem('draft-unsound', errors)
  await saveDraft(rows, { ...draft, regulation }, { act: 'changed' }, recording)
}

/** A regulation with one of its packs brought up, and the ids of what there is to choose; no regulation while one of them has no choice. */
function upgraded(regulation: Regulation, { pack, to, choices }: Pick<NewUpgrade, 'pack' | 'to' | 'choices'>, plugins: readonly Plugin[]): { conflicts: string[]; regulation?: Regulation } {
  if (regulation.packs.every((each) => each.pack.id !== pack)) throw new BadInput('pack', { th: `ระเบียบนี้ไม่มีชุดกติกา "${pack}"`, en: `this regulation has no pack "${pack}"` })
  const mine = adoptedIn(regulation, pack)
  const from = modelVersionOf(mine.pack)
  const versions = versionsOf(pack, plugins)
  const [base, latest] = [versions.find(({ version }) => version === from), versions.findLast(({ version }) => isLater(version, from))]
  if (!base || !latest || isLater(to, latest.version) || !isLater(to, from)) throw new BadInput('to', { th: `ปรับตามต้นแบบรุ่น ${to} ไม่ได้`, en: `there is no way to version ${to} of the model` })
  if (latest.version !== to) throw new BadInput('to', { th: `ต้นแบบออกรุ่น ${latest.version} แล้ว เปิดดูใหม่`, en: `version ${latest.version} of the model has come out: look again` })
  const { conflicts, adopted } = upgrade(base, mine, latest, choices)
  const ids = conflicts.map(({ id }) => id)
  const stale = Object.keys(choices).find((id) => !ids.includes(id))
  if (stale !== undefined) throw new BadInput(`choices.${stale}`, { th: 'ข้อนี้ไม่มีให้เลือกแล้ว เปิดดูใหม่', en: 'there is nothing to choose here any more: look again' })
  return { conflicts: ids, ...(adopted && { regulation: { ...regulation, packs: regulation.packs.map((each) => (each.pack.id === pack ? adopted : each)) } }) }
}

/** One conflict of an upgrade, and what has been chosen of the others so far. */
export const NewUpgradeTrial = NewUpgrade.omit({ version: true }).extend({ conflict: z.string().max(300) }).openapi('NewUpgradeTrial')
export type NewUpgradeTrial = z.infer<typeof NewUpgradeTrial>

/** What a draft says after an upgrade with one conflict chosen either way. Of the others, those without a choice stay as the fund has them. */
export function eitherWay(regulation: Regulation, { conflict, pack, to, choices }: NewUpgradeTrial, plugins: readonly Plugin[]): Record<Choice, Regulation> {
  const { conflicts } = upgraded(regulation, { pack, to, choices }, plugins)
  if (!conflicts.includes(conflict)) throw new BadInput('conflict', { th: 'ข้อนี้ไม่มีให้เลือกแล้ว เปิดดูใหม่', en: 'there is nothing to choose here any more: look again' })
  const chosen = Object.fromEntries(conflicts.map((id) => [id, choices[id] ?? 'mine'] as const))
  const having = (choice: Choice) => {
    const { regulation: decided } = upgraded(regulation, { pack, to, choices: { ...chosen, [conflict]: choice } }, plugins)
    if (!decided) throw new Error('an upgrade in which everything is chosen is whole')
    return decided
  }
  return { mine: having('mine'), theirs: having('theirs') }
}

/** Takes a model in beside what a draft has. Refuses one that the regulation has already, or that does not fit beside the others. */
export async function adoptIntoDraft(rows: FundRows, draft: DraftRow, asked: NewAdoption, plugins: readonly Plugin[], vocabulary: Vocabulary, recording: Recording): Promise<void> {
  const pack = versionsOf(asked.pack, plugins).at(-1)
  if (!pack) throw new BadInput('pack', { th: `ไม่มีชุดกติกา "${asked.pack}" ในเครื่องนี้`, en: `there is no pack "${asked.pack}" here` })
  if (draft.regulation.packs.some((each) => each.pack.id === pack.id)) throw new BadInput('pack', { th: 'ระเบียบนี้มีชุดกติกานี้อยู่แล้ว', en: 'the regulation has this pack already' })
  const strange = asked.benefits.find((id) => pack.benefits.every((benefit) => benefit.id !== id))
  if (strange !== undefined) throw new BadInput('benefits', { th: `ชุดกติกานี้ไม่มีสวัสดิการ "${strange}"`, en: `the pack has no benefit "${strange}"` })

  const without = pack.benefits.map(({ id }) => id).filter((id) => !asked.benefits.includes(id))
  const regulation = { ...draft.regulation, packs: [...draft.regulation.packs, { pack, hash: packHash(pack), ...(without.length > 0 && { without }) }] }
  const errors = errorsIn(regulation, vocabulary)
  if (errors.length > 0) throw new Problem('draft-unsound', errors)
  await saveDraft(rows, { ...draft, regulation }, { act: 'changed' }, recording)
}

/** A model's latest version, and which of its benefits the fund takes. */
export const NewAdoption = z.strictObject({ pack: PackId, benefits: z.array(z.string().max(60)).min(1).max(100), ...seenVersion }).openapi('NewAdoption')
export type NewAdoption = z.infer<typeof NewAdoption>

/** The versions of a pack that installed plugins bring, the earliest first. */
function versionsOf(id: string, plugins: readonly Plugin[]): Pack[] {
  return plugins.flatMap(({ packs = [] }) => packs).filter((pack) => pack.id === id).toSorted((a, b) => (isLater(a.version, b.version) ? 1 : -1))
}

const numbersOf = (version: string) => version.split('.').map((part) => part.padStart(4, '0')).join('.')
const isLater = (one: string, other: string) => numbersOf(one) > numbersOf(other)

import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { withValue } from '../../plugins/kit/draft.ts'
import { PackId } from '../../plugins/kit/pack.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf, type Regulation } from '../../plugins/kit/regulation.ts'
import { descended, withoutBenefit } from '../../plugins/kit/structure.ts'
import { OwnValues } from '../../plugins/kit/term.ts'
import { Id } from '../../plugins/kit/value.ts'
import type { FundRows } from '../db/scope.ts'
import type { DraftRow } from '../drafts/draft.ts'
import { errorsIn, seenVersion } from '../drafts/drafting.ts'
import { saveDraft } from '../drafts/queries.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import { takenFrom, type ModelVersion } from '../library/versions.ts'
import { withdrawnBecause } from './upgrade.ts'

/** A model's latest version, which of its benefits the fund takes, which of its own they stand in for, and the fund's values for what the model leaves open. */
export const NewAdoption = z.strictObject({
  pack: PackId,
  benefits: z.array(Id).min(1).max(100),
  /** Benefits of the draft that are left out, as `pack.benefit`. */
  instead: z.array(z.string().max(130)).max(100).optional(),
  /** By term: from the draft's day on, in the term's own unit. */
  values: z.record(Id, OwnValues.element.shape.value.unwrap()).optional(),
  ...seenVersion,
}).openapi('NewAdoption')
export type NewAdoption = z.infer<typeof NewAdoption>

/** Takes a model in beside what a draft has. Refuses one that the regulation has already, that was withdrawn, or that does not fit beside the others. */
export async function adoptIntoDraft(rows: FundRows, draft: DraftRow, asked: NewAdoption, versions: readonly ModelVersion[], vocabulary: Vocabulary, recording: Recording): Promise<void> {
  const taken = withModel(withoutAll(draft.regulation, asked.instead ?? []), asked, versions)
  const valued = Object.entries(asked.values ?? {}).reduce((regulation, [term, value]) => withValue(regulation, draft.origin, { pack: asked.pack, term, value }, draft.fromOn), taken)
  const regulation = descended(valued, draft.origin, draft.regulation)
  const errors = errorsIn(regulation, vocabulary)
  const at = `packs.${regulation.packs.length - 1}.values.`
  const wrong = errors.filter((error) => error.at.startsWith(at))
  if (wrong.length > 0) throw new Problem('impossible', wrong.map((error) => ({ at: `values.${error.at.slice(at.length).split('.', 1).join('')}`, text: error.text })))
  if (errors.length > 0) throw new Problem('draft-unsound', errors)
  await saveDraft(rows, { ...draft, regulation }, { act: 'changed' }, recording)
}

function withModel(regulation: Regulation, { pack: id, benefits, values = {} }: NewAdoption, versions: readonly ModelVersion[]): Regulation {
  const found = versions.findLast(({ withdrawn }) => withdrawn === undefined) ?? versions.at(-1)
  if (!found) throw new BadInput('pack', { th: `ไม่มีชุดกติกา "${id}" ให้รับมาใช้`, en: `there is no pack "${id}" to adopt` })
  if (found.withdrawn !== undefined) throw new BadInput('pack', withdrawnBecause(found.withdrawn))
  const { pack } = found
  if (regulation.packs.some((each) => each.pack.id === id)) throw new BadInput('pack', { th: 'ระเบียบนี้มีชุดกติกานี้อยู่แล้ว', en: 'the regulation has this pack already' })
  const taken = takenFrom(pack, benefits)
  const unknown = Object.keys(values).find((term) => !Object.hasOwn(pack.terms, term))
  if (unknown !== undefined) throw new BadInput(`values.${unknown}`, { th: `ชุดกติกานี้ไม่มีค่าที่กำหนดชื่อ "${unknown}"`, en: `the pack has no term "${unknown}"` })
  return { ...regulation, packs: [...regulation.packs, taken] }
}

function withoutAll(regulation: Regulation, named: readonly string[]): Regulation {
  return named.reduce((left, name) => {
    const offered = benefitsOf(left).find(({ benefit, adopted }) => `${adopted.pack.id}.${benefit.id}` === name)
    if (!offered) throw new BadInput('instead', { th: `ระเบียบนี้ไม่มีสวัสดิการ "${name}"`, en: `the regulation has no benefit "${name}"` })
    return withoutBenefit(left, offered.adopted.pack.id, offered.benefit.id)
  }, regulation)
}

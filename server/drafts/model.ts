import { z } from '@hono/zod-openapi'
import type { Day } from '../../plugins/kit/day.ts'
import { begunBy } from '../../plugins/kit/draft.ts'
import type { FundTerms } from '../../plugins/kit/fund-terms.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import type { Plugin } from '../../plugins/kit/plugin.ts'
import { packHash, REGULATION_FORMAT, type Regulation } from '../../plugins/kit/regulation.ts'
import type { Name } from '../../plugins/kit/value.ts'
import { OfferedBenefit } from '../regulations/publication.ts'

/** A pack of an installed plugin from which a fund may begin its first regulation. */
export const Model = z.strictObject({ id: z.string(), version: z.string(), title: OfferedBenefit.shape.title, benefits: z.array(OfferedBenefit) }).openapi('Model')
export type Model = z.infer<typeof Model>

/** Every pack that is installed, by plugin and pack. */
export function modelsOf(plugins: readonly Plugin[]): (Model & { pack: Pack })[] {
  return plugins.flatMap(({ meta, packs = [] }) => packs.map((pack) => ({
    id: `${meta.id}/${pack.id}`,
    version: pack.version,
    title: pack.title,
    benefits: pack.benefits.map(({ id, category, title }) => ({ id, category, title })),
    pack,
  })))
}

/** A model as a fund would have it from a day on. */
export function adopt(pack: Pack, title: Name, fundTerms: FundTerms, fromOn: Day): Regulation {
  return begunBy({ format: REGULATION_FORMAT, title, fundTerms, packs: [{ pack, hash: packHash(pack) }] }, fromOn)
}

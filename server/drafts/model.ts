import { z } from '@hono/zod-openapi'
import type { Pack } from '../../plugins/kit/pack.ts'
import type { Plugin } from '../../plugins/kit/plugin.ts'
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

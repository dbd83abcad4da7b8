import { z } from '@hono/zod-openapi'
import type { Pack } from '../../plugins/kit/pack.ts'
import type { Plugin } from '../../plugins/kit/plugin.ts'
import { Text } from '../../plugins/kit/text.ts'
import { Name } from '../../plugins/kit/value.ts'
import { OfferedBenefit } from '../regulations/publication.ts'

/** A pack of an installed plugin, from which a new fund's regulation may start. */
export const Model = z.strictObject({
  /** As a definition names it: plugin and pack. */
  adopt: z.string(),
  version: z.string(),
  title: Name,
  notes: z.array(Text),
  benefits: z.array(OfferedBenefit),
  /** What it leaves to the fund. A claim that needs one of them goes to people until the fund has set it. */
  openTerms: z.array(z.strictObject({ id: z.string(), label: Name })),
}).openapi('Model')
export type Model = z.infer<typeof Model>

/** Every pack that is installed, in the order of the plugins. */
export const modelsOf = (plugins: readonly Plugin[]): Model[] => plugins.flatMap(({ meta, packs = [] }) => packs.map((pack) => ({
  adopt: `${meta.id}/${pack.id}`,
  version: pack.version,
  title: pack.title,
  notes: pack.notes ?? [],
  benefits: pack.benefits.map(({ id, category, title }) => ({ id, category, title })),
  openTerms: openTermsOf(pack),
})))

const openTermsOf = ({ terms }: Pack) => Object.entries(terms).filter(([, term]) => term.open && term.values.length === 0).map(([id, { label }]) => ({ id, label }))

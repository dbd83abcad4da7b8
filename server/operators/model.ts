import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import type { Plugin } from '../../plugins/kit/plugin.ts'
import { isLeftOpen, type Term } from '../../plugins/kit/term.ts'
import { Text } from '../../plugins/kit/text.ts'
import { Name } from '../../plugins/kit/value.ts'
import { declared } from '../http/room.ts'
import { LibraryPack } from '../library/library.ts'
import { listLibrary } from '../library/shown.ts'
import { listVersions, type Looking } from '../library/versions.ts'
import { OfferedBenefit } from '../regulations/publication.ts'

/** A pack from which a new fund's regulation may start: of an installed plugin, or of its network's library. */
export const Model = z.strictObject({
  /** As a definition names an installed pack: plugin and pack. */
  adopt: z.string().optional(),
  /** What a definition encloses of the library, whole. */
  pack: LibraryPack.shape.definition.optional(),
  /** Who shared that. */
  by: Name.optional(),
  version: z.string(),
  title: Name,
  notes: z.array(Text),
  benefits: z.array(OfferedBenefit),
  /** The day from which everything it does not leave to the fund has a value. */
  valuesFrom: Day.optional(),
  /** What it leaves to the fund. A claim that needs one of them goes to people until the fund has set it. */
  openTerms: z.array(z.strictObject({ id: z.string(), term: declared<Term>('OpenTerm', 'A term of a pack that has no value yet, as in docs/packs.md.') })),
}).openapi('Model')
export type Model = z.infer<typeof Model>

/** Every pack that is installed, the fullest first. */
export function modelsOf(plugins: readonly Plugin[]): Model[] {
  const models = plugins.flatMap(({ meta, packs = [] }) => packs.map((pack): Model => ({ adopt: `${meta.id}/${pack.id}`, ...told(pack) })))
  return models.toSorted((a, b) => b.benefits.length - a.benefits.length)
}

/** What the library of a network holds beside them: of each pack the latest version that was not withdrawn, in the order of their Thai titles. */
export async function modelsShared(looking: Looking, today: Day): Promise<Model[]> {
  const entries = (await listLibrary(looking, [], today)).filter(({ withdrawn }) => !withdrawn)
  if (entries.length === 0) return []
  const versions = await listVersions(looking, entries.map(({ pack }) => pack), [])
  return entries.flatMap(({ pack: id, version, by }) => versions.flatMap(({ pack }) => (pack.id === id && pack.version === version ? [{ pack, by: by.name, ...told(pack) }] : [])))
}

const told = (pack: Pack) => ({
  version: pack.version,
  title: pack.title,
  notes: pack.notes ?? [],
  benefits: pack.benefits.map(({ id, category, title }) => ({ id, category, title })),
  ...valuesFrom(pack),
  openTerms: openTermsOf(pack),
})

function valuesFrom({ terms }: Pack): Pick<Model, 'valuesFrom'> {
  const last = Object.values(terms).flatMap(({ values }) => values[0]?.from ?? []).toSorted().at(-1)
  return last === undefined ? {} : { valuesFrom: last }
}

const openTermsOf = ({ terms }: Pack) => Object.entries(terms).filter(([, term]) => isLeftOpen(term)).map(([id, term]) => ({ id, term }))

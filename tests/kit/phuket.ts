import { globSync, readFileSync } from 'node:fs'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import type { Publication } from '../../plugins/kit/regulation.ts'
import { plugins } from '../../plugins/index.ts'
import { FundDefinition, resolveRegulations } from '../../server/funds/definition.ts'

export const vocabulary = vocabularyOf(plugins)

/** The sample regulations of Phuket's eighteen funds, each fund with all that it has published. */
export const phuket: { id: string; publications: Publication[] }[] = globSync('tenants/phuket/*.json').toSorted().filter((path) => !path.endsWith('/network.json')).flatMap((path) => {
  const definition = FundDefinition.parse(JSON.parse(readFileSync(path, 'utf8')))
  if (definition.profiles.some(({ kind }) => kind === 'network')) return []
  const resolved = resolveRegulations(definition, plugins, [])
  if (!resolved.ok) throw new Error(`${path} adopts what is not here`)
  return [{ id: definition.slug, publications: resolved.value.map((regulation, at) => ({ fromOn: definition.publications[at]?.fromOn ?? '', regulation })) }]
})

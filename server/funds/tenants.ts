import { globSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Finding } from '../../plugins/kit/finding.ts'
import { vocabularyOf, type Plugin } from '../../plugins/kit/plugin.ts'
import type { Doors } from '../db/scope.ts'
import { todayInThailand } from '../http/today.ts'
import { Network } from '../network/network.ts'
import { saveNewNetwork } from '../network/queries.ts'
import { StartRefused } from '../start-refused.ts'
import { applyPlan, planFund } from './apply.ts'
import { FundDefinition, readDefinition, type Read } from './definition.ts'
import { findFundBySlug, findNetworkBySlug } from './queries.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Makes the networks and funds of `tenants/` that the database does not know yet. Those it knows are left as they are: once running,
 * the database is the truth.
 */
export async function applyTenants(doors: Doors, plugins: readonly Plugin[], now: Date, folder = join(ROOT, 'tenants')) {
  for (const file of globSync('*/network.json', { cwd: folder })) {
    const network = readFile(join(folder, file), Network)
    if (!await doors.atGate((rows) => findNetworkBySlug(rows, network.slug))) await doors.asOperator((rows) => saveNewNetwork(rows, network, now.getTime()))
  }
  for (const file of globSync('*/*.json', { cwd: folder }).filter((name) => basename(name) !== 'network.json').toSorted()) {
    const path = join(folder, file)
    const definition = readFile(path, FundDefinition)
    if (await doors.atGate((rows) => findFundBySlug(rows, definition.slug))) continue
    const plan = must(path, await planFund(definition, { doors, plugins, vocabulary: vocabularyOf(plugins), today: todayInThailand(now) }))
    await applyPlan(doors, plan, now)
  }
}

const readFile = <T>(path: string, schema: Parameters<typeof readDefinition<T>>[1]): T => must(path, readDefinition(readFileSync(path, 'utf8'), schema))

function must<T>(path: string, read: Read<T>): T {
  if (read.ok) return read.value
  const place = relative(ROOT, path)
  const say = (lang: 'th' | 'en') => read.findings.map((finding: Finding) => `${place} ${finding.at}: ${finding.text[lang]}`).join('\n')
  throw new StartRefused(say('th'), say('en'))
}

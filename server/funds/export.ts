import type { Plugin } from '../../plugins/kit/plugin.ts'
import type { Doors } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import { listPublications } from '../regulations/queries.ts'
import { defineRegulation, FUND_FORMAT, type FundDefinition } from './definition.ts'
import { findFundBySlug, findNetworkOf, findSettingsIfAny } from './queries.ts'

/** A fund as the file that would make it again. */
export async function exportFund(doors: Doors, slug: string, plugins: readonly Plugin[]): Promise<FundDefinition> {
  const { fund, network } = await doors.atGate(async (rows) => {
    const found = await findFundBySlug(rows, slug)
    if (!found) throw new Problem('unknown-fund')
    return { fund: found, network: await findNetworkOf(rows, found.id) }
  })
  const { settings, publications } = await doors.inFund(fund.id)(async (rows) => ({ settings: await findSettingsIfAny(rows), publications: await listPublications(rows) }))
  if (!settings) throw new Error(`the fund ${slug} was cut short while it was applied: apply its definition again`)

  return {
    format: FUND_FORMAT,
    network,
    slug,
    profiles: fund.profiles,
    ...settings,
    publications: publications.map(({ fromOn, resolution, regulation }) => ({ fromOn, resolution, regulation: defineRegulation(regulation, plugins) })),
  }
}

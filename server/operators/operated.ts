import type { Day } from '../../plugins/kit/day.ts'
import type { Doors } from '../db/scope.ts'
import { FundProfiles, profileOn } from '../funds/fund.ts'
import { listNames } from '../people/queries.ts'
import type { OperatedFund, Suspension } from './operated-fund.ts'
import { countAdministrators, findOperated, listDaysInForce, listSuspensions, type FoundOperated } from './queries.ts'

/** Funds as their host sees them: each part through the door that shows it, none of them a fund's own. */
export async function tellOfFunds(doors: Doors, found: readonly FoundOperated[], today: Day): Promise<OperatedFund[]> {
  const networkIds = [...new Set(found.map(({ network_id }) => network_id))]
  const inForce = new Map((await Promise.all(networkIds.map((id) => doors.inNetwork(id)((rows) => listDaysInForce(rows, id, today))))).flatMap((days) => [...days]))
  const { administrators, names } = await doors.atGate(async (rows) => ({
    administrators: await countAdministrators(rows, found.map(({ id }) => id)),
    names: await listNames(rows, found.flatMap(({ suspended_by }) => suspended_by ?? [])),
  }))

  return found.map(({ id, slug, profiles, network, th, en, ...closed }) => {
    const { from: _from, ...profile } = profileOn(FundProfiles.parse(profiles), today)
    return {
      slug,
      ...profile,
      network: { slug: network, name: { th, en } },
      ...inForce.get(id),
      administrators: administrators.get(id) ?? 0,
      ...suspensionOf(closed, names),
    }
  })
}

/** The times during which a fund was closed, the latest first. */
export async function tellOfSuspensions(doors: Doors, slug: string): Promise<Suspension[]> {
  const found = await doors.asOperator(async (rows) => listSuspensions(rows, (await findOperated(rows, slug)).id))
  const names = await doors.atGate((rows) => listNames(rows, found.flatMap(({ suspended_by, reopened_by }) => [suspended_by, ...(reopened_by === null ? [] : [reopened_by])])))
  const nameOf = (id: string) => names.get(id) ?? ''
  return found.map(({ suspended_at, suspended_by, reason, reopened_at, reopened_by }) => ({
    at: suspended_at.toISOString(), by: nameOf(suspended_by), reason,
    ...(reopened_at !== null && reopened_by !== null && { ended: { at: reopened_at.toISOString(), by: nameOf(reopened_by) } }),
  }))
}

function suspensionOf({ suspended_at, suspended_by, reason }: Pick<FoundOperated, 'suspended_at' | 'suspended_by' | 'reason'>, names: ReadonlyMap<string, string>): Pick<OperatedFund, 'suspension'> {
  if (suspended_at === null || suspended_by === null || reason === null) return {}
  return { suspension: { at: suspended_at.toISOString(), by: names.get(suspended_by) ?? '', reason } }
}

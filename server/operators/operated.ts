import type { Day } from '../../plugins/kit/day.ts'
import type { Doors } from '../db/scope.ts'
import { FundProfiles, profileOn } from '../funds/fund.ts'
import { listNames } from '../people/queries.ts'
import type { OperatedFund } from './operated-fund.ts'
import { countAdministrators, listDaysInForce, type FoundOperated } from './queries.ts'

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

function suspensionOf({ suspended_at, suspended_by, reason }: Pick<FoundOperated, 'suspended_at' | 'suspended_by' | 'reason'>, names: ReadonlyMap<string, string>): Pick<OperatedFund, 'suspension'> {
  if (suspended_at === null || suspended_by === null || reason === null) return {}
  return { suspension: { at: suspended_at.toISOString(), by: names.get(suspended_by) ?? '', reason } }
}

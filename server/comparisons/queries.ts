import type { Day } from '../../plugins/kit/day.ts'
import type { Publication, Regulation } from '../../plugins/kit/regulation.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { groupedBy } from '../db/grouped.ts'
import type { NetworkRows } from '../db/scope.ts'
import { byThaiName, FundProfiles, profileOn } from '../funds/fund.ts'
import { hangsOut, noticeOn } from '../network/queries.ts'
import { readRegulation } from '../regulations/queries.ts'
import type { NetworkNeighbour } from '../standard-neighbours/neighbour.ts'

/** The funds of a network as they are compared. */
export interface Province {
  network: { slug: string; name: Text }
  on: Day
  /** In the order of their Thai names. */
  funds: readonly ComparedFund[]
  /** Whom they are compared by. */
  neighbours: readonly NetworkNeighbour[]
}

/** A fund as it is compared: what it is called on the day, and what it has hung out for its network. */
export interface ComparedFund {
  slug: string
  name: Text
  localGovernment: Text
  /** Absent where no regulation is in force on the day. */
  inForce?: { fromOn: Day; regulation: Regulation }
}

/** Every fund of a tambon or municipality with its regulation in force on a day, in the order of their Thai names: the network’s own gives to others than they do. */
export async function listFundsWithRules(rows: NetworkRows, networkId: string, day: Day): Promise<ComparedFund[]> {
  const found = await rows
    .selectFrom('funds')
    .leftJoinLateral((funds) => noticeOn(funds, day), (join) => join.onTrue())
    .where('funds.network_id', '=', networkId)
    .select(['funds.slug', 'funds.profiles', 'notice.hash', 'notice.definition', 'notice.from_on as fromOn'])
    .execute()
  return found
    .map(({ profiles, ...fund }) => ({ ...fund, ...profileOn(FundProfiles.parse(profiles), day) }))
    .filter(({ kind }) => kind !== 'network')
    .map(({ slug, name, localGovernment, hash, definition, fromOn }) =>
      ({ slug, name, localGovernment, ...(hash !== null && fromOn !== null && { inForce: { fromOn, regulation: readRegulation(hash, definition) } }) }))
    .toSorted(byThaiName)
}

/** What each of these funds has put in force, by its slug, in the order of their days. */
export async function listPublicationsIn(rows: NetworkRows, networkId: string): Promise<{ id: string; publications: Publication[] }[]> {
  const found = await rows
    .selectFrom('notices')
    .innerJoin('funds', 'funds.id', 'notices.issuer_id')
    .where('notices.network_id', '=', networkId)
    .where(hangsOut)
    .orderBy('funds.slug')
    .orderBy('notices.from_on')
    .select(['funds.slug', 'funds.profiles', 'notices.hash', 'notices.definition', 'notices.from_on'])
    .execute()
  const ofAreas = found.filter(({ profiles, from_on }) => profileOn(FundProfiles.parse(profiles), from_on).kind !== 'network')
  return [...groupedBy(ofAreas, ({ slug }) => slug)].map(([id, sheets]) => ({ id, publications: sheets.map(({ hash, definition, from_on }) => ({ fromOn: from_on, regulation: readRegulation(hash, definition) })) }))
}

import { anonymise } from '../../plugins/kit/anonymise.ts'
import type { Neighbour } from '../../plugins/kit/neighbour.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { findClaim } from '../claims/queries.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import { listPublications } from '../regulations/queries.ts'
import { listNeighbours } from './queries.ts'

/** A past claim as an example person whom nobody can be recognised in, judged by the regulation that it was judged by. */
export async function neighbourOfClaim(rows: FundRows, claimId: string, vocabulary: Vocabulary): Promise<Neighbour> {
  const { judgedFrom, regulationHash } = await findClaim(rows, claimId)
  const publication = (await listPublications(rows)).find(({ hash }) => hash === regulationHash)
  if (!publication) throw new Error('a claim was judged by a regulation that the fund has published')
  const taken = (await listNeighbours(rows)).map(({ neighbour: { person } }) => person.name)
  const neighbour = await anonymise({ ...judgedFrom, regulation: publication.regulation, vocabulary }, taken)
  if (!neighbour) throw new Problem('claim-not-anonymous')
  return neighbour
}

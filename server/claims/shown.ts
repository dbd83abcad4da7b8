import { explain } from '../../plugins/kit/explain.ts'
import type { Day } from '../../plugins/kit/day.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf } from '../../plugins/kit/regulation.ts'
import type { Lang } from '../../plugins/kit/text.ts'
import type { Verdict } from '../../plugins/kit/verdict.ts'
import type { FundRows } from '../db/scope.ts'
import type { Me } from '../http/room.ts'
import type { Publication } from '../regulations/publication.ts'
import { listPublications } from '../regulations/queries.ts'
import { judgedOrWhy, tell } from '../regulations/verdict.ts'
import { findBooks, findClaimant, type Books } from './books.ts'
import { findCertified } from './certification.ts'
import { nextActs, type Claim, type ListedClaim, type Told } from './claim.ts'
import { findingOf } from './finding.ts'
import { hear, type Asked } from './judging.ts'
import { findClaim, findDecisionIfAny, findPaymentIfAny, findWhyTakenBack, listClaims, type ClaimSearch } from './queries.ts'

/** A claim as it is shown to somebody; one that waits, with what the rules say of it if it were decided on a day. */
export async function showClaim(rows: FundRows, id: string, me: Me, decidedOn: Day, vocabulary: Vocabulary): Promise<Claim> {
  const { verdict, judgedFrom, memberId, regulationHash, benefitId, ...claim } = await findClaim(rows, id)
  const { householdId, name, number: memberNumber } = await findClaimant(rows, memberId)
  const publications = await listPublications(rows)
  const publication = regulationOf(regulationHash, publications)
  const today = claim.state === 'submitted' ? await judgedToday(await findBooks(rows, { memberId, householdId }), { ...judgedFrom, decidedOn }, vocabulary) : {}
  const decided = decisionIn(await findDecisionIfAny(rows, id), publications, vocabulary)
  const payment = await findPaymentIfAny(rows, id)
  const takenBack = claim.state === 'reversed' ? await findWhyTakenBack(rows, id) : undefined
  const shown = { ...claim, member: { id: memberId, number: memberNumber, name }, ...await findCertified(rows, id) }
  return {
    ...shown,
    benefit: benefitIn(publication, benefitId),
    finding: findingOf(verdict),
    regulation: { number: publication.number, fromOn: publication.fromOn, hash: regulationHash },
    answers: judgedFrom.answers,
    asJudged: toldAgain(verdict, publication, vocabulary),
    ...today,
    ...decided,
    ...(payment && { payment }),
    ...(takenBack !== undefined && { takenBack }),
    ...nextActs({ ...shown, ...today }, me),
  }
}

/** What was resolved, and what the rules said then: by the regulation that held by that time. */
function decisionIn(kept: Awaited<ReturnType<typeof findDecisionIfAny>>, publications: readonly Publication[], vocabulary: Vocabulary): Pick<Claim, 'decision' | 'asDecided'> {
  if (!kept) return {}
  const { verdict, ...decision } = kept
  return { decision: { ...decision, finding: findingOf(verdict) }, asDecided: toldAgain(verdict, regulationOf(verdict.regulationHash, publications), vocabulary) }
}

/** What the rules say now, or why they cannot. */
async function judgedToday(books: Books, asked: Asked, vocabulary: Vocabulary): Promise<Pick<Claim, 'current' | 'notJudged'>> {
  const told = await judgedOrWhy(async () => {
    const heard = await hear(books, asked, vocabulary)
    return { finding: findingOf(heard.verdict), ...await tell(heard, books.publications, vocabulary) }
  })
  return 'why' in told ? { notJudged: told.why } : { current: told.judged }
}

/** A page of claims, the newest first. */
export async function showClaims(rows: FundRows, search: ClaimSearch, limit: number, hashOf: (citizenId: string) => string): Promise<ListedClaim[]> {
  const publications = await listPublications(rows)
  return (await listClaims(rows, search, limit, hashOf)).map(({ benefitId, regulationHash, ...claim }) =>
    ({ ...claim, benefit: benefitIn(regulationOf(regulationHash, publications), benefitId) }))
}

/** The verdict that was kept, told in the words of the regulation by which it was judged. */
function toldAgain(verdict: Verdict, { regulation }: Publication, vocabulary: Vocabulary): Told {
  const say = (lang: Lang) => explain(verdict, regulation, lang, { vocabulary })
  return { finding: findingOf(verdict), verdict, explanation: { th: say('th'), en: say('en') } }
}

/** The publication by which a claim was judged. */
export function regulationOf(regulationHash: string, publications: readonly Publication[]): Publication {
  const publication = publications.find(({ hash }) => hash === regulationHash)
  if (!publication) throw new Error(`a claim was judged by ${regulationHash}, which this fund has not published`)
  return publication
}

/** A benefit as the regulation that judged a claim for it has it. */
export function benefitIn({ regulation }: Publication, benefitId: string): ListedClaim['benefit'] {
  const offered = benefitsOf(regulation).find(({ benefit }) => benefit.id === benefitId)
  if (!offered) throw new Error(`the regulation has no benefit "${benefitId}"`)
  const { id, category, title } = offered.benefit
  return { id, category, title }
}

import { query, revalidate } from '@solidjs/router'
import { hc, type InferRequestType } from 'hono/client'
import type { Claim as AskedOfRules } from '../plugins/kit/claim.ts'
import type { Explanation } from '../plugins/kit/explain.ts'
import type { LimitState } from '../plugins/kit/limit.ts'
import type { Lang } from '../plugins/kit/text.ts'
import type { Verdict } from '../plugins/kit/verdict.ts'
import type { Way } from '../plugins/kit/way.ts'
import type { claimsRoutes } from '../server/claims/routes.ts'
import type { contributionsRoutes } from '../server/contributions/routes.ts'
import type { entitlementsRoutes } from '../server/entitlements/routes.ts'
import { body, type Told } from './api.ts'

const rooms = hc<ReturnType<typeof claimsRoutes>>('/api/funds/:fund')
const claim = rooms.claims[':claim']
const member = hc<ReturnType<typeof entitlementsRoutes>>('/api/funds/:fund').members[':member']
const books = hc<typeof contributionsRoutes>('/api/funds/:fund')

export type ClaimsPage = Told<Awaited<ReturnType<typeof rooms.claims.$get>>>
export type ListedClaim = ClaimsPage['claims'][number]
export type ClaimState = ListedClaim['state']
export type Finding = ListedClaim['finding']
export type NewClaim = InferRequestType<typeof rooms.claims.$post>['json']
export type NewDecision = InferRequestType<typeof claim.decision.$post>['json']
export type NewPayment = InferRequestType<typeof claim.payment.$post>['json']
export type Collection = Told<Awaited<ReturnType<typeof books.collection.$get>>>

// The client's mapping of JSON types does not follow what the kit says of a verdict.
type AsTold = Told<Awaited<ReturnType<typeof claim.$get>>>
interface ToldVerdict { finding: Finding; verdict: Verdict; way?: Way; explanation: Record<Lang, Explanation> }
export type Claim = Omit<AsTold, 'asJudged' | 'current' | 'asDecided'> & { asJudged: ToldVerdict; current?: ToldVerdict; asDecided?: ToldVerdict }
type EntitlementsAsTold = Told<Awaited<ReturnType<typeof member.entitlements.$get>>>
type EntitlementAsTold = EntitlementsAsTold['entitlements'][number]
type JudgedAsTold = Exclude<EntitlementAsTold, { notJudged: unknown }>
export type Entitlement = Exclude<EntitlementAsTold, JudgedAsTold> | (Omit<JudgedAsTold, 'limits' | 'explanation'> & { limits: LimitState[]; explanation: Record<Lang, Explanation> })

const asClaim = async (asking: Promise<unknown>) => await asking as Claim // as above

/** A page of claims, the newest first. */
export const getClaims = query((fund: string, search: { state?: ClaimState; member?: string; q?: string; before?: string }) => body(rooms.claims.$get({ param: { fund }, query: search })), 'claims')

export const getClaim = query((fund: string, id: string) => asClaim(body(claim.$get({ param: { fund, claim: id } }))), 'claim')

/** Who did what to a claim, the first first. */
export const getClaimEvents = query(async (fund: string, id: string) => (await body(claim.events.$get({ param: { fund, claim: id } }))).events, 'claim-events')

export const getEntitlements = query(async (fund: string, id: string) =>
  (await body(member.entitlements.$get({ param: { fund, member: id } }))).entitlements as unknown as Entitlement[], 'entitlements') // as above

/** What the books tell of a member for an event on a day, when it is claimed on another. */
export const getRecord = query(async (fund: string, id: string, on: string, claimedOn: string) =>
  await body(member.record.$get({ param: { fund, member: id }, query: { on, claimedOn } })) as Pick<AskedOfRules, 'member' | 'history'>, 'record') // as above

export const getCollection = query((fund: string) => body(books.collection.$get({ param: { fund } })), 'collection')

/** Hands in a claim; sent again with the same key it is taken in once. */
export const submitClaim = (fund: string, key: string, json: NewClaim) => asClaim(body(rooms.claims.$post({ param: { fund }, header: { 'idempotency-key': key }, json })))

export const certifyClaim = (fund: string, id: string, name: string) => asClaim(body(claim.certifications.$post({ param: { fund, claim: id }, json: { name } })))

export const decideClaim = (fund: string, id: string, json: NewDecision) => asClaim(body(claim.decision.$post({ param: { fund, claim: id }, json })))

export const payClaim = (fund: string, id: string, key: string, json: NewPayment) => asClaim(body(claim.payment.$post({ param: { fund, claim: id }, header: { 'idempotency-key': key }, json })))

export const reverseClaim = (fund: string, id: string, reason: string) => asClaim(body(claim.reversal.$post({ param: { fund, claim: id }, json: { reason } })))

/** After an act the claim, and all that it stands in, are read anew. */
export const readClaimsAnew = () => { void revalidate([getClaim.key, getClaimEvents.key, getClaims.key, getEntitlements.key, getRecord.key]) }

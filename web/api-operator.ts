import { query } from '@solidjs/router'
import { hc, type InferRequestType } from 'hono/client'
import type { operatorsRoutes } from '../server/operators/routes.ts'
import { body, type Told } from './api.ts'

const host = hc<ReturnType<typeof operatorsRoutes>>('/api/operator')
const fund = host.funds[':fund']

export type OperatedFunds = Told<Awaited<ReturnType<typeof host.funds.$get>>>
export type OperatedFund = OperatedFunds['funds'][number]
export type Model = Told<Awaited<ReturnType<typeof host.models.$get>>>['models'][number]
export type FundPlan = Told<Awaited<ReturnType<(typeof host)['fund-plans']['$post']>>>
export type FundDefinition = InferRequestType<typeof host.funds.$post>['json']

/** A page of the host's funds; `q` is what was typed to find one. */
export const getOperatedFunds = query((q: string, after: string) => body(host.funds.$get({ query: { ...(q !== '' && { q }), ...(after !== '' && { after }) } })), 'operated-funds')

export const getOperatedFund = query((slug: string) => body(fund.$get({ param: { fund: slug } })), 'operated-fund')

export type Suspension = Told<Awaited<ReturnType<typeof fund.suspensions.$get>>>['suspensions'][number]

/** When a fund was closed for a while, the latest first. */
export const getSuspensions = query(async (slug: string) => (await body(fund.suspensions.$get({ param: { fund: slug } }))).suspensions, 'suspensions')

/** What a new fund may start from; with a network, from its library too. */
export const getModels = query(async (network: string) => (await body(host.models.$get({ query: network === '' ? {} : { network } }))).models, 'models')

/** What adding a fund would make; nothing is kept. */
export const planFund = (json: FundDefinition) => body(host['fund-plans'].$post({ json }))

export const addFund = (json: FundDefinition) => body(host.funds.$post({ json }))

export const suspend = (slug: string, reason: string) => body(fund.suspension.$post({ param: { fund: slug }, json: { reason } }))
export const reopen = (slug: string) => body(fund.suspension.$delete({ param: { fund: slug } }))

export const inviteAdministrator = (slug: string, name: string) => body(fund.invitations.$post({ param: { fund: slug }, json: { name } }))

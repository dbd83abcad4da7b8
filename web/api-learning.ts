import { query } from '@solidjs/router'
import { hc, type InferRequestType } from 'hono/client'
import type { committeeLearningRoutes, learningRoutes } from '../server/learning/routes.ts'
import { body, readAnew, type Told } from './api.ts'

const network = hc<typeof learningRoutes>('/api/networks/:network/learning')
const fund = hc<typeof committeeLearningRoutes>('/api/funds/:fund/learning')

export type Learning = Told<Awaited<ReturnType<typeof network.index.$get>>>
export type ModelArea = Learning['areas'][number]
export type Gathering = Learning['gatherings'][number]
export type Question = Learning['questions'][number]
export type NewGathering = InferRequestType<typeof network.gatherings.$post>['json']

/** What the funds of a network learn from each other, and what one may do there. */
export const getLearning = query((slug: string) => body(network.index.$get({ param: { network: slug } })), 'learning')

const acting = (act: Promise<unknown>): Promise<unknown> => readAnew(act, [getLearning.key])

export const chooseArea = (slug: string, json: InferRequestType<typeof network.areas.$post>['json']) => acting(body(network.areas.$post({ param: { network: slug }, json })))
export const recordGathering = (slug: string, json: NewGathering) => acting(body(network.gatherings.$post({ param: { network: slug }, json })))
export const removeGathering = (slug: string, gathering: string) => acting(body(network.gatherings[':gathering'].$delete({ param: { network: slug, gathering } })))
export const agree = (slug: string, area: string) => acting(body(fund.areas[':area'].agreement.$post({ param: { fund: slug, area } })))
export const tellTakenHome = (slug: string, gathering: string, json: InferRequestType<(typeof fund.gatherings)[':gathering']['$put']>['json']) => acting(body(fund.gatherings[':gathering'].$put({ param: { fund: slug, gathering }, json })))
export const ask = (slug: string, json: InferRequestType<typeof fund.questions.$post>['json']) => acting(body(fund.questions.$post({ param: { fund: slug }, json })))

export const leave = (slug: string, area: string) => acting(body(fund.areas[':area'].agreement.$delete({ param: { fund: slug, area } })))
export const endArea = (slug: string, area: string) => acting(body(network.areas[':area'].$delete({ param: { network: slug, area } })))

/** An answer is the fund's that was asked where it writes, else the network's. */
export const answer = (slug: string, { id, mayAnswer: [own] }: Question, text: string) =>
  acting(own === undefined
    ? body(network.questions[':question'].answers.$post({ param: { network: slug, question: id }, json: { text } }))
    : body(fund.questions[':question'].answers.$post({ param: { fund: own, question: id }, json: { text } })))

import { query } from '@solidjs/router'
import { hc } from 'hono/client'
import type { Category } from '../plugins/kit/pack.ts'
import type { comparisonsRoutes } from '../server/comparisons/routes.ts'
import { body, type Told } from './api.ts'
import type { Language } from './device.ts'
import { asQuery } from './paths.ts'

const comparisons = hc<ReturnType<typeof comparisonsRoutes>>('/api/networks/:network/comparisons')

export type ComparedPeople = Told<Awaited<ReturnType<typeof comparisons.people.$get>>>
export type ComparedClauses = Told<Awaited<ReturnType<typeof comparisons.clauses.$get>>>

/** What one invented person would get in every fund of a network; the first of them, and today, unless said. */
export const getComparedPeople = query((network: string, neighbour: string, on: string): Promise<ComparedPeople> =>
  body(comparisons.people.$get({ param: { network }, query: { ...(neighbour !== '' && { neighbour }), ...(on !== '' && { on }) } })), 'compared-people')

export type ComparedChanges = Told<Awaited<ReturnType<typeof comparisons.changes.$get>>>

/** Which funds of a network give the same people more or less than on an earlier day. */
export const getComparedChanges = query((network: string, since: string, on: string): Promise<ComparedChanges> =>
  body(comparisons.changes.$get({ param: { network }, query: { since, ...(on !== '' && { on }) } })), 'compared-changes')

/** One kind of welfare in every fund of a network, clause by clause, told beside one of them. */
export const getComparedClauses = query((network: string, category: Category, beside: string, on: string): Promise<ComparedClauses> =>
  body(comparisons.clauses.$get({ param: { network }, query: { category, ...(beside !== '' && { beside }), ...(on !== '' && { on }) } })), 'compared-clauses')

const asFile = (of: 'people' | 'clauses', network: string, query: Record<string, string>, language: Language) =>
  `/api/networks/${network}/comparisons/${of}/workbook${asQuery({ ...query, language })}`

/** Where the same is as a workbook, for a spreadsheet. */
export const comparedPeopleWorkbook = (network: string, query: { neighbour: string; on: string }, language: Language) => asFile('people', network, query, language)
export const comparedClausesWorkbook = (network: string, query: { category: Category; beside: string; on: string }, language: Language) => asFile('clauses', network, query, language)

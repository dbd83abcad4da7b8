import { query } from '@solidjs/router'
import { hc } from 'hono/client'
import type { figuresRoutes, networkFiguresRoutes } from '../server/figures/routes.ts'
import { body, readAnew, type Told } from './api.ts'

const fund = hc<typeof figuresRoutes>('/api/funds/:fund').figures
const publication = fund[':fromOn'].publication
const network = hc<typeof networkFiguresRoutes>('/api/networks/:network').figures

export type PublishedYears = Told<Awaited<ReturnType<typeof fund.$get>>>
export type PublishedYear = PublishedYears['years'][number]
export type YearFigures = PublishedYear['figures']

/** The years of a fund, exactly as the network is told of them or would be. */
export const getYears = query((slug: string) => body(fund.$get({ param: { fund: slug } })), 'years')

/** What the funds of a network tell of their years. */
export const getFiguresOf = query(async (slug: string) => (await body(network.$get({ param: { network: slug } }))).funds, 'figures-of')

export const publishYear = (slug: string, seen: YearFigures) => telling(body(publication.$post({ param: { fund: slug, fromOn: seen.fromOn }, json: { seen } })))
export const withdrawYear = (slug: string, { fromOn }: YearFigures) => telling(body(publication.$delete({ param: { fund: slug, fromOn } })))

const telling = (act: Promise<unknown>): Promise<unknown> => readAnew(act, [getYears.key, getFiguresOf.key])

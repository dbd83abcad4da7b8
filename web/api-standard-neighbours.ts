import { query, revalidate } from '@solidjs/router'
import { hc, type InferRequestType } from 'hono/client'
import type { standardNeighboursRoutes } from '../server/standard-neighbours/routes.ts'
import { getComparedChanges, getComparedPeople } from './api-comparisons.ts'
import { body, type Told } from './api.ts'

const { ':neighbour': neighbour } = hc<ReturnType<typeof standardNeighboursRoutes>>('/api/networks/:network/neighbours')

/** One of the ten people by whom a network compares its funds, for an officer. */
export type StandardNeighbour = Told<Awaited<ReturnType<typeof neighbour.$get>>>
export type Question = StandardNeighbour['person'][number]
export type ToldNeighbour = InferRequestType<typeof neighbour.$put>['json']['neighbour']

export const getStandardNeighbour = query((network: string, id: string): Promise<StandardNeighbour> => body(neighbour.$get({ param: { network, neighbour: id } })), 'standard-neighbour')

/** Once one of the ten is another, so is every comparison. */
async function changing(work: Promise<unknown>): Promise<void> {
  await work
  void revalidate([getStandardNeighbour.key, getComparedPeople.key, getComparedChanges.key])
}

export const changeStandardNeighbour = (network: string, id: string, json: InferRequestType<typeof neighbour.$put>['json']) => changing(body(neighbour.$put({ param: { network, neighbour: id }, json })))
export const putBackStandardNeighbour = (network: string, id: string, version: number) => changing(body(neighbour.$delete({ param: { network, neighbour: id }, query: { version: String(version) } })))

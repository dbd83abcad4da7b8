import { query } from '@solidjs/router'
import { hc } from 'hono/client'
import type { Neighbour } from '../plugins/kit/neighbour.ts'
import type { Text } from '../plugins/kit/text.ts'
import type { neighboursRoutes } from '../server/neighbours/routes.ts'
import type { simulationsRoutes } from '../server/simulations/routes.ts'
import { getDrafts } from './api-rules.ts'
import { body, readAnew, type Told } from './api.ts'

const room = hc<ReturnType<typeof neighboursRoutes>>('/api/funds/:fund')
const draft = hc<ReturnType<typeof simulationsRoutes>>('/api/funds/:fund').drafts[':draft']

export interface KeptNeighbour { id: string; version: number; neighbour: Neighbour; asGuest?: true }
export interface Neighbours { neighbours: KeptNeighbour[]; mayAdd: boolean; mayChange: boolean }
type GapsAsTold = Told<Awaited<ReturnType<typeof room.neighbours.gaps.$get>>>
export interface Proposal { about: Text; neighbour: Neighbour }
export type Gaps = Omit<GapsAsTold, 'unnoticed' | 'proposals'> & { unnoticed: { ifs: Text[]; benefit: string; neighbour?: Neighbour }[]; proposals: Proposal[] }

// The client's mapping of JSON types leaves optional what the kit's schema does not.

/** The fund's own example people. */
export const getNeighbours = query(async (fund: string) => await body(room.neighbours.$get({ param: { fund } })) as Neighbours, 'neighbours') // as above

/** What they would let pass: in the draft, or in what is in force. */
export const askGaps = async (fund: string, id: string | undefined) =>
  await (id === undefined ? body(room.neighbours.gaps.$get({ param: { fund } })) : body(draft.gaps.$get({ param: { fund, draft: id } }))) as Gaps // as above

/** After an act the draft too, which may or may not be put to a meeting now. */
const acting = <T>(act: Promise<T>): Promise<T> => readAnew(act, [getNeighbours.key, getDrafts.key])

export const addNeighbour = (fund: string, neighbour: Neighbour) => acting(body(room.neighbours.$post({ param: { fund }, json: { neighbour } })))

export const changeNeighbour = (fund: string, { id, version }: KeptNeighbour, neighbour: Neighbour) =>
  acting(body(room.neighbours[':neighbour'].$put({ param: { fund, neighbour: id }, json: { neighbour, version } })))

export const removeNeighbour = (fund: string, { id }: KeptNeighbour) => acting(body(room.neighbours[':neighbour'].$delete({ param: { fund, neighbour: id } })))

export const addNeighbourOfClaim = (fund: string, claim: string) => acting(body(room.claims[':claim'].neighbour.$post({ param: { fund, claim } })))

import { query, revalidate } from '@solidjs/router'
import { hc, type ClientResponse, type InferRequestType } from 'hono/client'
import type { Regulation } from '../plugins/kit/regulation.ts'
import type { Text } from '../plugins/kit/text.ts'
import type { Verdict } from '../plugins/kit/verdict.ts'
import type { fundsRoutes } from '../server/funds/routes.ts'
import type { networkRoutes, networksRoutes } from '../server/network/routes.ts'
import type { regulationsRoutes } from '../server/regulations/routes.ts'
import { trouble as en } from './text/en/trouble.ts'
import { trouble as th } from './text/th/trouble.ts'

// One typed client a room: the type of the whole API at once takes the checker minutes.
const networks = hc<typeof networksRoutes>('/api/networks')
const network = hc<typeof networkRoutes>('/api/networks/:network')
const fund = hc<ReturnType<typeof fundsRoutes>>('/api/funds/:fund')
const rules = hc<ReturnType<typeof regulationsRoutes>>('/api/funds/:fund')

/** The server did not answer as it should: why, in both languages, and which parts of what was sent it is about. */
export class ApiTrouble extends Error {
  readonly text: Text
  readonly places: readonly { at: string; text: Text }[]
  readonly code: string | undefined
  /** All that the server said. */
  readonly answer: unknown
  /** Whether signing in, once more perhaps, is what it takes. */
  readonly takesSignIn: boolean
  /** Whether there is nothing at the address, so that asking again is of no use. */
  readonly leadsNowhere: boolean

  constructor(text: Text, { places = [], code, answer, ...options }: ErrorOptions & { places?: ApiTrouble['places']; code?: string; answer?: unknown } = {}) {
    super(text.en, options)
    this.name = 'ApiTrouble'
    this.text = text
    this.places = places
    this.code = code
    this.answer = answer
    this.takesSignIn = code === 'signed-out' || code === 'sign-in-again'
    this.leadsNowhere = code === 'no-such-address' || code?.startsWith('unknown-') === true
  }
}

export type Told<R> = R extends ClientResponse<infer T, infer Status, string> ? (Status extends 200 | 201 ? T : never) : never

/** Waits for an act. What it led to, or what somebody else has done meanwhile, is fetched anew either way, by the keys of its queries. */
export async function readAnew<T>(act: Promise<T>, keys: string[]): Promise<T> {
  try {
    return await act
  } finally {
    void revalidate(keys)
  }
}

/** The body of an answer that is ok; anything else is trouble, in the words of the server where it has any. */
export async function body<R extends ClientResponse<unknown, number, string>>(asking: Promise<R>): Promise<Told<R>> {
  const answer = await asking.catch((cause: unknown) => { throw new ApiTrouble({ th: th.unreachable, en: en.unreachable }, { cause }) })
  const told = await answer.json().catch((cause: unknown) => { throw new ApiTrouble({ th: th.unreadable, en: en.unreadable }, { cause }) })
  if (!answer.ok) {
    const { text, places = [], code } = told as { text: Text; places?: ApiTrouble['places']; code: string } // what is not ok is a Problem
    throw new ApiTrouble(text, { places, code, answer: told })
  }
  return told as Told<R> // and what is ok is what the route declares
}

export type FundsOfNetwork = Told<Awaited<ReturnType<typeof network.funds.$get>>>

/** Every network of this installation with its funds, and what each offers today. */
export const getFunds = query(async (): Promise<FundsOfNetwork[]> => {
  const { networks: all } = await body(networks.index.$get())
  return Promise.all(all.map(({ slug }) => body(network.funds.$get({ param: { network: slug }, query: {} }))))
}, 'funds')

type AsTold = Told<Awaited<ReturnType<typeof fund.index.$get>>>
type Published = Omit<AsTold['publications'][number], 'regulation'> & { regulation: Regulation }
export type Fund = Omit<AsTold, 'publications'> & { publications: Published[] }

/** A fund and every regulation it has published. */
export const getFund = query(async (slug: string): Promise<Fund> => {
  const told = await body(fund.index.$get({ param: { fund: slug }, query: {} }))
  return told as unknown as Fund // the client's mapping of JSON types does not follow a regulation's recursion
}, 'fund')

export type NewVerdict = InferRequestType<typeof rules.verdicts.$post>['json']

/** What the server says of the same claim. */
export async function askVerdict(slug: string, json: NewVerdict): Promise<Verdict> {
  const { verdict } = await body(rules.verdicts.$post({ param: { fund: slug }, json }))
  return verdict as unknown as Verdict // as above
}

import { query } from '@solidjs/router'
import { hc } from 'hono/client'
import type { networkRoutes, networksRoutes } from '../server/network/routes.ts'
import { body, type FundsOfNetwork } from './api.ts'

const networks = hc<typeof networksRoutes>('/api/networks')
const network = hc<typeof networkRoutes>('/api/networks/:network')

/** The networks of this installation. */
export const getNetworks = query(async () => (await body(networks.index.$get())).networks, 'networks')

/** The funds of one network, and what each offers on a day; today unless said. */
export const getFundsOf = query((slug: string, on: string): Promise<FundsOfNetwork> => body(network.funds.$get({ param: { network: slug }, query: { ...(on !== '' && { on }) } })), 'funds-of')

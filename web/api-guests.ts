import { query } from '@solidjs/router'
import { hc } from 'hono/client'
import type { invitedRoutes } from '../server/guests/routes.ts'
import { getAccount, getSession } from './api-people.ts'
import { body, type Told } from './api.ts'

const network = hc<typeof invitedRoutes>('/api/networks/:network')

export type InvitedDraft = Told<Awaited<ReturnType<typeof network.drafts.$get>>>['drafts'][number]

const askInvited = async (slug: string): Promise<InvitedDraft[]> => (await body(network.drafts.$get({ param: { network: slug } }))).drafts

/** The drafts into which funds have invited a network: its officers are asked for, and nobody else is invited anywhere. */
export const getInvited = query(async (slug: string): Promise<InvitedDraft[]> => {
  const { name } = await getSession()
  const isOfficer = name !== undefined && (await getAccount()).networks.some((each) => each.slug === slug)
  return isOfficer ? askInvited(slug) : []
}, 'invited')

/** The draft into which a fund has invited the network, if it has. */
export const invitedInto = async (slug: string, fund: string): Promise<string | undefined> => (await askInvited(slug)).find((each) => each.fund.slug === fund)?.draft
